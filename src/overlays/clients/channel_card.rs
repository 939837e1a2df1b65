//! A channel's card: its fields, and what saving it means.

use super::card::{Card, Whose};
use super::check::Mistakes;
use super::slots;
use crate::domain::address;
use crate::domain::channel::{ChannelCard, Mode};
use crate::domain::command::{ChannelCommand, Command};
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::links::Template;
use crate::domain::platform::Platforms;
use crate::env::Env;
use crate::overlays::blank;
use crate::store::{Channel, Slot};

// Field numbers of a channel's card.
const PLATFORM: usize = 0;
const HANDLE: usize = 1;
const LINK: usize = 2;
const MODE: usize = 3;
const SLOTS: usize = 4;
const GRACE: usize = 5;
const LOOK: usize = 6;
const WATCH: usize = 7;
const TEXT_MAX: usize = 8;
const UTM: usize = 9;
/// Modes in the order the card offers them.
const MODES: [Mode; 3] = [Mode::Assisted, Mode::Auto, Mode::HandOff];

impl Card {
    /// A channel's card, empty for a new one.
    pub(super) fn channel(
        client: ClientId,
        channel: Option<&Channel>,
        slots: &[Slot],
        env: &Env<'_>,
    ) -> Self {
        let card = channel.map(|channel| &channel.card);
        let number = |number: Option<u32>| number.map_or_else(String::new, |n| n.to_string());
        let line = |key: &str, text: &str, folded: bool| blank::line(key, text, folded, env);
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
        let platform = card.and_then(|card| Platforms::in_force().by_id(&card.platform));
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
            blank::choice("card-mode", options, at, env),
            line("card-slots", &slots::write(slots, env.locale), false),
            line("card-grace", &number(card.map(|card| card.grace_min)), true),
            line(
                "card-look",
                &number(card.map(|card| card.look_every_min)),
                true,
            ),
            line("card-watch", &number(card.map(|card| card.watch_min)), true),
            line(
                "card-text-max",
                &number(card.map(|card| card.text_max).filter(|max| *max > 0)),
                true,
            ),
            line("card-utm", card.map_or("", |card| card.utm.as_str()), true),
        ];
        let mut made = Self::of(
            Whose::Channel(client, channel.map(|channel| channel.id)),
            fields,
            env,
        );
        made.slots = slots.to_vec();
        made
    }

    pub(super) fn channel_commands(
        &self,
        client: ClientId,
        id: Option<ChannelId>,
        env: &Env<'_>,
    ) -> Result<Vec<Command>, Vec<(usize, String)>> {
        let mut mistakes = Mistakes::default();
        let platform = Platforms::in_force().by_word(&self.blank.line(PLATFORM));
        mistakes.unless(platform.is_some(), PLATFORM, || {
            env.locale.text("card-platform-unknown").into_owned()
        });
        let link = self.blank.line(LINK);
        let safe = link.is_empty() || address::is_safe_link(&link);
        mistakes.unless(safe, LINK, || {
            env.locale.text("prompt-not-a-link").into_owned()
        });
        let times = slots::parse(&self.blank.line(SLOTS), env.locale).unwrap_or_else(|word| {
            mistakes.add(
                SLOTS,
                env.locale.say("card-slots-bad", &[("word", word.into())]),
            );
            Vec::new()
        });
        let mode = self.mode();
        let usual = platform.map_or((0, 0), |platform| (platform.look_every, platform.watch));
        let grace_min =
            mistakes.number(&self.blank.line(GRACE), GRACE, mode.usual_grace_min(), env);
        let look_every_min = mistakes.number(&self.blank.line(LOOK), LOOK, usual.0, env);
        let watch_min = mistakes.number(&self.blank.line(WATCH), WATCH, usual.1, env);
        let text_max = mistakes.number(&self.blank.line(TEXT_MAX), TEXT_MAX, 0, env);
        let utm = self.blank.line(UTM);
        if let Err(wrong) = Template::read(&utm) {
            mistakes.add(UTM, env.locale.words(&wrong.words()));
        }
        mistakes.none()?;
        let card = ChannelCard {
            client,
            platform: platform.map_or_else(String::new, |platform| platform.id.clone()),
            handle: self.blank.line(HANDLE),
            link,
            mode,
            grace_min,
            look_every_min,
            watch_min,
            text_max,
            utm,
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
        let chosen = MODES.get(self.blank.choice(MODE));
        chosen.copied().unwrap_or(Mode::Assisted)
    }
}
