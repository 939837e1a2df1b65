//! One card: a client's or a channel's, as fields; checked as a whole, every mistake under its own field.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::check::Mistakes;
use super::slots;
use crate::domain::channel::{ChannelCard, Mode};
use crate::domain::client::{ClientCard, short_name};
use crate::domain::command::{ChannelCommand, ClientCommand, Command};
use crate::domain::hours::Hours;
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::platform::Platforms;
use crate::domain::{address, sanitize, zone};
use crate::env::Env;
use crate::keys::Key;
use crate::store::{Channel, Client, Rubric, Slot};
use crate::ui::{Editor, Entry, Field, Form, LineInput, Reply};

/// Whose card it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    Client(Option<ClientId>),
    Channel(ClientId, Option<ChannelId>),
}

/// A card being filled in.
#[derive(Debug)]
pub(super) struct Card {
    whose: Whose,
    form: Form,
    colour: u8,
    start: Vec<String>,
    rubrics: Vec<Rubric>,
    slots: Vec<Slot>,
}

/// Field numbers of a client's card.
mod client_field {
    pub(super) const NAME: usize = 0;
    pub(super) const SHORT: usize = 1;
    pub(super) const ZONE: usize = 2;
    pub(super) const HOURS: usize = 3;
    pub(super) const PROMISE: usize = 4;
    pub(super) const POSTS: usize = 5;
    pub(super) const MONEY: usize = 6;
    pub(super) const LANGUAGES: usize = 7;
    pub(super) const RUBRICS: usize = 8;
    pub(super) const AVOID: usize = 9;
    pub(super) const TONE: usize = 10;
    pub(super) const GOALS: usize = 11;
    pub(super) const AUDIENCE: usize = 12;
}

/// Field numbers of a channel's card.
mod channel_field {
    pub(super) const PLATFORM: usize = 0;
    pub(super) const HANDLE: usize = 1;
    pub(super) const LINK: usize = 2;
    pub(super) const MODE: usize = 3;
    pub(super) const SLOTS: usize = 4;
    pub(super) const GRACE: usize = 5;
    pub(super) const LOOK: usize = 6;
    pub(super) const WATCH: usize = 7;
}

/// Modes in the order the card offers them.
const MODES: [Mode; 3] = [Mode::Assisted, Mode::Auto, Mode::HandOff];

impl Card {
    /// A client's card, empty for a new one.
    pub(super) fn client(client: Option<&Client>, rubrics: &[Rubric], env: &Env<'_>) -> Self {
        let card = client.map_or_else(
            || ClientCard::new("", env.zone.name()),
            |client| client.card.clone(),
        );
        let line = |key: &str, text: &str, folded: bool| line(key, text, folded, env);
        let fields = vec![
            line("card-name", &card.name, false),
            line("card-short", &card.short, false),
            line("card-zone", &card.zone, false),
            line("card-hours", &card.hours, false),
            line("card-promise", &card.promise_min.to_string(), false),
            line(
                "card-posts",
                &card
                    .contract_posts
                    .map_or_else(String::new, |n| n.to_string()),
                true,
            ),
            line("card-money", &card.contract_money, true),
            line("card-languages", &card.languages.join(", "), true),
            line("card-rubrics", &rubrics_text(rubrics), true),
            line("card-avoid", &card.avoid.join(", "), true),
            text("card-tone", &card.tone, env),
            text("card-goals", &card.goals, env),
            text("card-audience", &card.audience, env),
        ];
        let colour = client.map_or_else(
            || (env.roster.clients.len() % 8) as u8,
            |client| client.card.colour,
        );
        let mut made = Self::of(Whose::Client(client.map(|client| client.id)), fields, env);
        made.colour = colour;
        made.rubrics = rubrics.to_vec();
        made
    }

    /// A channel's card, empty for a new one.
    pub(super) fn channel(
        client: ClientId,
        channel: Option<&Channel>,
        slots: &[Slot],
        env: &Env<'_>,
    ) -> Self {
        let card = channel.map(|channel| &channel.card);
        let number = |number: Option<u32>| number.map_or_else(String::new, |n| n.to_string());
        let line = |key: &str, text: &str, folded: bool| line(key, text, folded, env);
        let at = card
            .and_then(|card| MODES.iter().position(|mode| *mode == card.mode))
            .unwrap_or(0);
        let options = MODES
            .iter()
            .map(|mode| {
                env.locale
                    .text(&format!("mode-{}", mode.word()))
                    .into_owned()
            })
            .collect();
        let platform = card.and_then(|card| Platforms::builtin().by_id(&card.platform));
        let fields = vec![
            line(
                "card-platform",
                platform.map_or("", |platform| platform.name.as_str()),
                false,
            ),
            line(
                "card-handle",
                card.map_or("", |card| card.handle.as_str()),
                false,
            ),
            line(
                "card-link",
                card.map_or("", |card| card.link.as_str()),
                false,
            ),
            Field {
                label: env.locale.text("card-mode").into_owned(),
                entry: Entry::Choice { options, at },
                error: String::new(),
                folded: false,
            },
            line("card-slots", &slots::write(slots, env.locale), false),
            line("card-grace", &number(card.map(|card| card.grace_min)), true),
            line(
                "card-look",
                &number(card.map(|card| card.look_every_min)),
                true,
            ),
            line("card-watch", &number(card.map(|card| card.watch_min)), true),
        ];
        let mut made = Self::of(
            Whose::Channel(client, channel.map(|channel| channel.id)),
            fields,
            env,
        );
        made.slots = slots.to_vec();
        made
    }

    fn of(whose: Whose, fields: Vec<Field>, env: &Env<'_>) -> Self {
        let form = Form::new(fields, &env.locale.text("card-more"));
        let mut card = Self {
            whose,
            form,
            colour: 0,
            start: Vec::new(),
            rubrics: Vec::new(),
            slots: Vec::new(),
        };
        card.start = card.answers();
        card
    }

    /// Whose text is kept.
    pub(super) fn owner(&self) -> String {
        match self.whose {
            Whose::Client(id) => format!("card:client:{}", id.map_or(0, |id| id.0)),
            Whose::Channel(client, id) => {
                format!("card:channel:{}:{}", client.0, id.map_or(0, |id| id.0))
            }
        }
    }

    /// All answers as one text.
    pub(super) fn kept(&self) -> String {
        serde_json::to_string(&self.answers()).unwrap_or_default()
    }

    /// Takes up answers that were kept.
    pub(super) fn take_up(&mut self, kept: &str) {
        let answers: Vec<String> = serde_json::from_str(kept).unwrap_or_default();
        for (index, answer) in answers.iter().enumerate() {
            if let Some(field) = self.form.field_mut(index) {
                match &mut field.entry {
                    Entry::Line(line) => drop(line.rewrite(answer)),
                    Entry::Text(editor, _) => *editor = Editor::new(answer),
                    Entry::Choice { options, at } => {
                        *at = options
                            .iter()
                            .position(|option| option == answer)
                            .unwrap_or(*at);
                    }
                }
            }
        }
    }

    /// Whether anything differs from what the card began with.
    pub(super) fn is_changed(&self) -> bool {
        self.answers() != self.start
    }

    pub(super) fn input(&mut self, key: Key) -> Reply {
        self.form.input(key)
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.form.paste_clean(text);
    }

    pub(super) fn settle(&mut self, cells: u16, rows: u16) {
        self.form.settle(cells, rows);
    }

    pub(super) fn title(&self, env: &Env<'_>) -> String {
        match self.whose {
            Whose::Client(None) => env.locale.text("card-new-client").into_owned(),
            Whose::Client(Some(id)) => env.roster.badge(id).0.to_owned(),
            Whose::Channel(client, None) => {
                format!(
                    "{} · {}",
                    env.roster.badge(client).0,
                    env.locale.text("card-new-channel")
                )
            }
            Whose::Channel(client, Some(id)) => {
                format!("{} · {}", env.roster.badge(client).0, env.roster.code(id))
            }
        }
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        self.form.draw(area, buf, env.theme)
    }

    /// What saving means, or none: then every mistake stands under its field.
    pub(super) fn commands(&mut self, env: &Env<'_>) -> Option<Vec<Command>> {
        let checked = match self.whose {
            Whose::Client(id) => self.client_commands(id, env),
            Whose::Channel(client, id) => self.channel_commands(client, id, env),
        };
        match checked {
            Ok(commands) => Some(commands),
            Err(mistakes) => {
                self.form.show_errors(mistakes);
                None
            }
        }
    }

    fn client_commands(
        &self,
        id: Option<ClientId>,
        env: &Env<'_>,
    ) -> Result<Vec<Command>, Vec<(usize, String)>> {
        use client_field as f;
        let mut mistakes = Mistakes::default();
        let name = self.line(f::NAME);
        mistakes.unless(!name.is_empty(), f::NAME, || {
            env.locale.text("card-name-missing").into_owned()
        });
        let short = Some(self.line(f::SHORT))
            .filter(|short| !short.is_empty())
            .unwrap_or_else(|| short_name(&name));
        let taken = env
            .roster
            .clients
            .iter()
            .any(|other| Some(other.id) != id && other.card.short == short);
        mistakes.unless(!taken, f::SHORT, || {
            env.locale.text("card-short-taken").into_owned()
        });
        let zone = match zone::zone_by_name(&self.line(f::ZONE)) {
            Ok(zone) => zone.name().to_owned(),
            Err(error) => {
                mistakes.add(f::ZONE, env.locale.words(&error.words()));
                String::new()
            }
        };
        let hours = self.line(f::HOURS);
        if let Err(error) = Hours::parse(&hours) {
            mistakes.add(f::HOURS, env.locale.words(&error.words()));
        }
        let promise_min = mistakes.number(&self.line(f::PROMISE), f::PROMISE, 120, env);
        let posts = self.line(f::POSTS);
        let contract_posts =
            (!posts.is_empty()).then(|| mistakes.number(&self.line(f::POSTS), f::POSTS, 0, env));
        let rubrics = mistakes.rubrics(&self.line(f::RUBRICS), f::RUBRICS, env);
        let card = ClientCard {
            name,
            short,
            colour: self.colour,
            zone,
            hours,
            languages: self.list(f::LANGUAGES),
            tone: self.text(f::TONE),
            goals: self.text(f::GOALS),
            audience: self.text(f::AUDIENCE),
            avoid: self.list(f::AVOID),
            promise_min,
            contract_posts,
            contract_money: self.line(f::MONEY),
        };
        mistakes.none()?;
        let mut commands = vec![Command::Client(match id {
            Some(id) => ClientCommand::Edit(id, card),
            None => ClientCommand::Add(card),
        })];
        // Rubrics of a client that is only being taken on are added from its card the next time.
        commands.extend(
            id.into_iter()
                .flat_map(|id| self.rubric_commands(id, &rubrics)),
        );
        Ok(commands)
    }

    fn rubric_commands(&self, client: ClientId, wanted: &[(String, Option<u32>)]) -> Vec<Command> {
        wanted
            .iter()
            .filter_map(|(name, share)| {
                match self.rubrics.iter().find(|rubric| rubric.name == *name) {
                    Some(rubric) if rubric.share == *share => None,
                    Some(rubric) => Some(ClientCommand::EditRubric {
                        rubric: rubric.id,
                        name: name.clone(),
                        share: *share,
                    }),
                    None => Some(ClientCommand::AddRubric {
                        client,
                        name: name.clone(),
                        share: *share,
                    }),
                }
            })
            .map(Command::Client)
            .collect()
    }

    fn channel_commands(
        &self,
        client: ClientId,
        id: Option<ChannelId>,
        env: &Env<'_>,
    ) -> Result<Vec<Command>, Vec<(usize, String)>> {
        use channel_field as f;
        let mut mistakes = Mistakes::default();
        let platform = Platforms::builtin().by_word(&self.line(f::PLATFORM));
        mistakes.unless(platform.is_some(), f::PLATFORM, || {
            env.locale.text("card-platform-unknown").into_owned()
        });
        let link = self.line(f::LINK);
        let safe = link.is_empty() || address::is_safe_link(&link);
        mistakes.unless(safe, f::LINK, || {
            env.locale.text("prompt-not-a-link").into_owned()
        });
        let times = slots::parse(&self.line(f::SLOTS), env.locale).unwrap_or_else(|word| {
            mistakes.add(
                f::SLOTS,
                env.locale.say("card-slots-bad", &[("word", word.into())]),
            );
            Vec::new()
        });
        let mode = self.mode();
        let usual = platform.map_or((0, 0), |platform| (platform.look_every, platform.watch));
        let grace_min =
            mistakes.number(&self.line(f::GRACE), f::GRACE, mode.usual_grace_min(), env);
        let look_every_min = mistakes.number(&self.line(f::LOOK), f::LOOK, usual.0, env);
        let watch_min = mistakes.number(&self.line(f::WATCH), f::WATCH, usual.1, env);
        mistakes.none()?;
        let card = ChannelCard {
            client,
            platform: platform.map_or_else(String::new, |platform| platform.id.clone()),
            handle: self.line(f::HANDLE),
            link,
            mode,
            grace_min,
            look_every_min,
            watch_min,
        };
        let Some(id) = id else {
            return Ok(vec![Command::Channel(ChannelCommand::Open {
                card,
                slots: times,
            })]);
        };
        let mut commands = vec![Command::Channel(ChannelCommand::Edit(id, card))];
        commands.extend(self.slot_commands(id, &times));
        Ok(commands)
    }

    /// Times that are new are added, times that are gone are dropped, the others stay what they are.
    fn slot_commands(&self, channel: ChannelId, wanted: &[(u8, u16)]) -> Vec<Command> {
        let gone = self
            .slots
            .iter()
            .filter(|slot| !wanted.contains(&(slot.weekday, slot.minute)));
        let fresh = wanted.iter().filter(|(weekday, minute)| {
            !self
                .slots
                .iter()
                .any(|slot| (slot.weekday, slot.minute) == (*weekday, *minute))
        });
        let gone = gone.map(|slot| ChannelCommand::DeleteSlot(slot.id));
        let fresh = fresh.map(|(weekday, minute)| ChannelCommand::AddSlot {
            channel,
            weekday: *weekday,
            minute: *minute,
        });
        gone.chain(fresh).map(Command::Channel).collect()
    }

    fn mode(&self) -> Mode {
        match self
            .form
            .fields()
            .get(channel_field::MODE)
            .map(|field| &field.entry)
        {
            Some(Entry::Choice { at, .. }) => MODES.get(*at).copied().unwrap_or(Mode::Assisted),
            _ => Mode::Assisted,
        }
    }

    fn answers(&self) -> Vec<String> {
        self.form
            .fields()
            .iter()
            .map(|field| field.entry.text().to_owned())
            .collect()
    }

    fn line(&self, index: usize) -> String {
        let answer = self
            .form
            .fields()
            .get(index)
            .map_or("", |field| field.entry.text());
        sanitize::line(answer).trim().to_owned()
    }

    fn text(&self, index: usize) -> String {
        let answer = self
            .form
            .fields()
            .get(index)
            .map_or("", |field| field.entry.text());
        sanitize::text(answer).trim().to_owned()
    }

    fn list(&self, index: usize) -> Vec<String> {
        let line = self.line(index);
        let parts = line.split([',', ';']).map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

fn rubrics_text(rubrics: &[Rubric]) -> String {
    let each = rubrics.iter().map(|rubric| match rubric.share {
        Some(share) => format!("{} {share}", rubric.name),
        None => rubric.name.clone(),
    });
    each.collect::<Vec<_>>().join(", ")
}

fn line(key: &str, text: &str, folded: bool, env: &Env<'_>) -> Field {
    Field {
        label: env.locale.text(key).into_owned(),
        entry: Entry::Line(LineInput::new(
            text,
            &env.locale.text(&format!("{key}-example")),
        )),
        error: String::new(),
        folded,
    }
}

fn text(key: &str, text: &str, env: &Env<'_>) -> Field {
    Field {
        label: env.locale.text(key).into_owned(),
        entry: Entry::Text(Editor::new(text), 3),
        error: String::new(),
        folded: true,
    }
}
