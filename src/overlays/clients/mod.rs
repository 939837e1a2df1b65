//! Clients and their channels: a list to walk, a card to fill in. Few fields first, the rest folded.

mod answers_card;
mod card;
mod channel_card;
mod check;
mod client_card;
pub mod slots;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use super::aside::Aside;
use crate::action::Action;
use crate::domain::command::{ChannelCommand, ClientCommand, Command};
use crate::domain::ids::{ChannelId, ClientId};
use crate::effect::{Belongings, Effect, Effects, Show};
use crate::env::{Env, Kept};
use crate::keys::{Code, Key};
use crate::store::{Reader, ReadyAnswer, Result, Rubric, Slot};
use crate::ui::{Cursor, chosen, clear, put_cut_to, put_to, rule};
use card::Card;

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Client(ClientId),
    Channel(ChannelId),
    NewChannel(ClientId),
    Answers(ClientId),
    NewClient,
}

/// The window.
#[derive(Debug, Default)]
pub struct Clients {
    cursor: Cursor,
    card: Option<Card>,
    aside: Aside,
    /// Posting times of all channels, as the cards show them.
    slots: Vec<Slot>,
    shelves: Vec<Shelf>,
    /// How many clients there were when we last looked.
    known: usize,
}

/// What else belongs to a client.
#[derive(Debug)]
struct Shelf {
    client: ClientId,
    rubrics: Vec<Rubric>,
    answers: Vec<ReadyAnswer>,
}

impl Clients {
    /// Reads what the cards need.
    pub fn open(reader: &Reader, env: &Env<'_>) -> Result<Self> {
        let mut window = Self {
            aside: Aside::read(reader, "card:")?,
            known: env.roster.clients.len(),
            ..Self::default()
        };
        window.refresh(reader, env)?;
        // An empty desk begins with the first client's card.
        if env.roster.clients.is_empty() {
            window.fill(Row::NewClient, env);
        }
        Ok(window)
    }

    /// The posting times, rubrics and ready answers may have changed.
    pub fn refresh(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        self.slots = reader.slots(None)?;
        self.shelves.clear();
        for client in &env.roster.clients {
            self.shelves.push(Shelf {
                client: client.id,
                rubrics: reader.rubrics(client.id)?,
                answers: reader.ready_answers(client.id)?,
            });
        }
        self.go_on(env);
        Ok(())
    }

    /// A client just taken on needs a channel next: the cursor waits on the row that adds one.
    fn go_on(&mut self, env: &Env<'_>) {
        let known = std::mem::replace(&mut self.known, env.roster.clients.len());
        let newest = env.roster.clients.iter().map(|client| client.id).max();
        if let Some(newest) = newest.filter(|_| known < self.known)
            && let Some(at) = rows(env)
                .iter()
                .position(|row| *row == Row::NewChannel(newest))
        {
            self.cursor.at = at;
        }
    }

    /// Whether a card is being filled in.
    pub fn typing(&self) -> bool {
        self.card.is_some()
    }

    pub(super) fn act(&mut self, action: Action, env: &Env<'_>) -> Reply {
        let rows = rows(env);
        let row = rows.get(self.cursor.at).copied();
        match (action, row) {
            (Action::Up, _) => self.cursor.step(-1, rows.len()),
            (Action::Down, _) => self.cursor.step(1, rows.len()),
            (Action::PageUp | Action::Home, _) => self.cursor.home(),
            (Action::PageDown | Action::End, _) => self.cursor.end(rows.len()),
            (Action::Do | Action::Edit, Some(row)) => self.fill(row, env),
            (Action::Add, Some(Row::Client(client) | Row::NewChannel(client))) => {
                self.fill(Row::NewChannel(client), env);
            }
            (Action::Add, Some(Row::Answers(client))) => {
                self.fill(Row::Answers(client), env);
                if let Some(card) = &mut self.card {
                    card.begin_answer();
                }
            }
            (Action::Add, _) => self.fill(Row::NewClient, env),
            (Action::Delete, Some(Row::Client(client))) => {
                return Reply::with(Command::Client(ClientCommand::Delete(client)));
            }
            (Action::Delete, Some(Row::Channel(channel))) => {
                return Reply::with(Command::Channel(ChannelCommand::Delete(channel)));
            }
            (Action::Scope, Some(Row::Client(client))) => {
                return Reply::close_with(Effect::SetScope(Some(client)));
            }
            (Action::Rubrics, Some(row)) => {
                let rubrics = Show::Of(Belongings::Rubrics, whose(row, env));
                return Reply::with(Effect::Show(rubrics));
            }
            (Action::Back | Action::Clients, _) => return Reply::close(),
            _ => {}
        }
        Reply::stay()
    }

    pub(super) fn key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        let Some(card) = &mut self.card else {
            return Reply::stay();
        };
        match key.code {
            Code::Esc => self.put_aside(env),
            Code::Enter => self.save(env),
            _ => {
                card.blank.input(key);
                Reply::stay()
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Reply {
        if let Some(card) = &mut self.card {
            card.blank.paste(text);
        }
        Reply::stay()
    }

    pub(super) fn kept(&self) -> Option<Kept> {
        let card = self.card.as_ref()?;
        Some(card.blank.kept_as(card.owner()))
    }

    /// Esc leaves the card; what was changed in it waits for the next opening.
    fn put_aside(&mut self, env: &Env<'_>) -> Reply {
        let Some(card) = self.card.take() else {
            return Reply::stay();
        };
        self.aside.put(card.owner(), &card.blank, env)
    }

    fn save(&mut self, env: &Env<'_>) -> Reply {
        let Some(card) = &mut self.card else {
            return Reply::stay();
        };
        let Some(commands) = card.commands(env) else {
            return Reply::stay();
        };
        let done = self.aside.done(card.owner());
        self.card = None;
        let effects = commands
            .into_iter()
            .map(Effect::Apply)
            .fold(Effects::none(), Effects::then);
        Reply::with(effects.then(done))
    }

    fn fill(&mut self, row: Row, env: &Env<'_>) {
        let mut card = match row {
            Row::NewClient => Card::client(None, &[], env),
            Row::Client(id) => {
                let rubrics = self.shelf(id).map_or(&[][..], |shelf| &shelf.rubrics);
                Card::client(env.roster.client(id), rubrics, env)
            }
            Row::Answers(client) => {
                let answers = self.shelf(client).map_or(&[][..], |shelf| &shelf.answers);
                Card::answers(client, answers, env)
            }
            Row::NewChannel(client) => Card::channel(client, None, &[], env),
            Row::Channel(id) => {
                let Some(channel) = env.roster.channel(id) else {
                    return;
                };
                let slots: Vec<_> = self
                    .slots
                    .iter()
                    .filter(|slot| slot.channel == id)
                    .copied()
                    .collect();
                Card::channel(channel.card.client, Some(channel), &slots, env)
            }
        };
        self.aside.take_up(&card.owner(), &mut card.blank);
        self.card = Some(card);
    }

    fn shelf(&self, client: ClientId) -> Option<&Shelf> {
        self.shelves.iter().find(|shelf| shelf.client == client)
    }

    pub(super) fn settle(&mut self, area: Rect, env: &Env<'_>) {
        let height = usize::from(area.height.saturating_sub(1)).max(1);
        self.cursor.settle(height, rows(env).len());
        if let Some(card) = &mut self.card {
            card.blank.settle(area);
        }
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        clear(buf, area);
        let top = Rect {
            height: 1.min(area.height),
            ..area
        };
        let under = Rect {
            y: area.y + top.height,
            height: area.height - top.height,
            ..area
        };
        if let Some(card) = &self.card {
            rule(
                buf,
                top,
                &card.title(env),
                &env.locale.text(card.note()),
                env.theme,
            );
            return card.blank.draw(under, buf, env.theme);
        }
        rule(buf, top, &env.locale.text("clients-title"), "", env.theme);
        let rows = rows(env);
        for (at, row) in self.cursor.rows(under, rows.len()) {
            self.draw_row(rows[at], row, buf, env);
            if at == self.cursor.at {
                chosen(buf, row, env.theme);
            }
        }
        None
    }

    fn draw_row(&self, row: Row, at: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let said = |key: &str| env.locale.text(key).into_owned();
        let (x, text, style) = match row {
            Row::Client(id) => {
                let (short, colour) = env.roster.badge(id);
                let edge = (at.x + 11).min(at.right());
                put_cut_to(buf, at.x + 2, at.y, edge, short, env.theme.client(colour));
                (12, client_facts(id, env), env.theme.text)
            }
            Row::Channel(id) => {
                let code = env.roster.code(id);
                put_to(buf, at.x + 5, at.y, at.right(), code, env.theme.strong);
                (12, channel_facts(id, env), env.theme.dim)
            }
            Row::NewChannel(_) => (5, said("clients-new-channel"), env.theme.dim),
            Row::Answers(client) => {
                let n = self.shelf(client).map_or(0, |shelf| shelf.answers.len());
                let words = env.locale.say("clients-answers", &[("n", n.into())]);
                (5, words, env.theme.dim)
            }
            Row::NewClient => (2, said("clients-new-client"), env.theme.accent),
        };
        put_cut_to(buf, at.x + x, at.y, at.right(), &text, style);
    }
}

/// Each client, its channels, a row to add a channel, its ready answers; at the end a row to add a client.
fn rows(env: &Env<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for client in &env.roster.clients {
        rows.push(Row::Client(client.id));
        rows.extend(
            env.roster
                .channels_of(client.id)
                .map(|channel| Row::Channel(channel.id)),
        );
        rows.push(Row::NewChannel(client.id));
        rows.push(Row::Answers(client.id));
    }
    rows.push(Row::NewClient);
    rows
}

/// Whose row it is; nobody's where a client is still to come.
fn whose(row: Row, env: &Env<'_>) -> Option<ClientId> {
    match row {
        Row::Client(client) | Row::NewChannel(client) | Row::Answers(client) => Some(client),
        Row::Channel(channel) => env.roster.channel(channel).map(|it| it.card.client),
        Row::NewClient => None,
    }
}

/// Name, zone, hours and contract in one line.
fn client_facts(id: ClientId, env: &Env<'_>) -> String {
    let Some(client) = env.roster.client(id) else {
        return String::new();
    };
    let card = &client.card;
    let hours = env.locale.hours(&card.hours);
    let facts = [&card.name, &card.zone, &hours, &card.contract_money];
    let facts: Vec<&str> = facts
        .into_iter()
        .map(String::as_str)
        .filter(|fact| !fact.is_empty())
        .collect();
    facts.join(" · ")
}

/// Account and mode in one line.
fn channel_facts(id: ChannelId, env: &Env<'_>) -> String {
    let Some(channel) = env.roster.channel(id) else {
        return String::new();
    };
    let mode = env
        .locale
        .text(&format!("mode-{}", channel.card.mode.word()));
    format!("{} · {mode}", channel.card.handle)
}
