//! Clients and their channels: a list to walk, a card to fill in. Few fields first, the rest folded.

mod card;
mod channel_card;
mod check;
mod client_card;
mod slots;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use crate::action::Action;
use crate::domain::command::{ChannelCommand, ClientCommand, Command};
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::sanitize;
use crate::effect::{Effect, Effects};
use crate::env::{Env, Kept};
use crate::keys::{Code, Key};
use crate::store::{Memo, Reader, Result};
use crate::ui::{Cursor, clear, put_cut_to, put_to, rule, tint};
use card::Card;

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Client(ClientId),
    Channel(ChannelId),
    NewChannel(ClientId),
    NewClient,
}

/// The window.
#[derive(Debug, Default)]
pub struct Clients {
    cursor: Cursor,
    card: Option<Card>,
    /// Cards that were being filled in when a window went away, by owner.
    kept: Vec<(String, String)>,
    /// Posting times of all channels, as the cards show them.
    slots: Vec<crate::store::Slot>,
    rubrics: Vec<(ClientId, Vec<crate::store::Rubric>)>,
    /// How many clients there were when we last looked.
    known: usize,
}

impl Clients {
    /// Reads what the cards need.
    pub fn open(reader: &Reader, env: &Env<'_>) -> Result<Self> {
        let mut window = Self {
            slots: reader.slots(None)?,
            kept: reader
                .drafts_kept()?
                .into_iter()
                .filter(|draft| draft.owner.starts_with("card:"))
                .map(|draft| (draft.owner, draft.text))
                .collect(),
            known: env.roster.clients.len(),
            ..Self::default()
        };
        for client in &env.roster.clients {
            window.rubrics.push((client.id, reader.rubrics(client.id)?));
        }
        // An empty desk begins with the first client's card.
        if env.roster.clients.is_empty() {
            window.fill(Row::NewClient, env);
        }
        Ok(window)
    }

    /// The posting times and rubrics may have changed.
    pub fn refresh(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        self.slots = reader.slots(None)?;
        self.rubrics.clear();
        for client in &env.roster.clients {
            self.rubrics.push((client.id, reader.rubrics(client.id)?));
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
            Code::Esc => self.put_aside(),
            Code::Enter => self.save(env),
            _ => {
                card.input(key);
                Reply::stay()
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Reply {
        if let Some(card) = &mut self.card {
            card.paste(&sanitize::text(text));
        }
        Reply::stay()
    }

    pub(super) fn kept(&self) -> Option<Kept> {
        self.card.as_ref().map(|card| Kept {
            owner: card.owner(),
            text: card.kept(),
            caret: 0,
        })
    }

    /// Esc leaves the card; what was changed in it waits for the next opening.
    fn put_aside(&mut self) -> Reply {
        let Some(card) = self.card.take() else {
            return Reply::stay();
        };
        let owner = card.owner();
        self.kept.retain(|(kept, _)| *kept != owner);
        if card.is_changed() {
            self.kept.push((owner, card.kept()));
            return Reply::stay();
        }
        Reply::with(Effect::Remember(Memo::Drop { owner }))
    }

    fn save(&mut self, env: &Env<'_>) -> Reply {
        let Some(card) = &mut self.card else {
            return Reply::stay();
        };
        let Some(commands) = card.commands(env) else {
            return Reply::stay();
        };
        let owner = card.owner();
        self.kept.retain(|(kept, _)| *kept != owner);
        self.card = None;
        let effects = commands
            .into_iter()
            .map(Effect::Apply)
            .fold(Effects::none(), Effects::then);
        Reply::with(effects.then(Effect::Remember(Memo::Drop { owner })))
    }

    fn fill(&mut self, row: Row, env: &Env<'_>) {
        let mut card = match row {
            Row::NewClient => Card::client(None, &[], env),
            Row::Client(id) => {
                let rubrics = self
                    .rubrics
                    .iter()
                    .find(|(client, _)| *client == id)
                    .map_or(&[][..], |(_, it)| it);
                Card::client(env.roster.client(id), rubrics, env)
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
        let owner = card.owner();
        if let Some((_, kept)) = self.kept.iter().find(|(kept, _)| *kept == owner) {
            card.take_up(kept);
        }
        self.card = Some(card);
    }

    pub(super) fn settle(&mut self, area: Rect, env: &Env<'_>) {
        let height = usize::from(area.height.saturating_sub(1)).max(1);
        self.cursor.settle(height, rows(env).len());
        if let Some(card) = &mut self.card {
            card.settle(area.width, area.height.saturating_sub(1));
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
                &env.locale.text("card-note"),
                env.theme,
            );
            return card.draw(under, buf, env);
        }
        rule(buf, top, &env.locale.text("clients-title"), "", env.theme);
        let rows = rows(env);
        for (at, y) in self
            .cursor
            .window(usize::from(under.height), rows.len())
            .zip(under.y..under.bottom())
        {
            let row = Rect {
                y,
                height: 1,
                ..under
            };
            draw_row(rows[at], row, buf, env);
            if at == self.cursor.at {
                tint(buf, row, env.theme.cursor_line);
                put_to(buf, row.x, y, row.right(), ">", env.theme.strong);
            }
        }
        None
    }
}

/// Each client, its channels, a row to add a channel; at the end a row to add a client.
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
    }
    rows.push(Row::NewClient);
    rows
}

fn draw_row(row: Row, at: Rect, buf: &mut Buffer, env: &Env<'_>) {
    match row {
        Row::Client(id) => draw_client(id, at, buf, env),
        Row::Channel(id) => draw_channel(id, at, buf, env),
        Row::NewChannel(_) => {
            put_cut_to(
                buf,
                at.x + 5,
                at.y,
                at.right(),
                &env.locale.text("clients-new-channel"),
                env.theme.dim,
            );
        }
        Row::NewClient => {
            put_cut_to(
                buf,
                at.x + 2,
                at.y,
                at.right(),
                &env.locale.text("clients-new-client"),
                env.theme.accent,
            );
        }
    }
}

fn draw_client(id: ClientId, at: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let Some(client) = env.roster.client(id) else {
        return;
    };
    let (short, colour) = env.roster.badge(id);
    let end = (at.x + 11).min(at.right());
    put_cut_to(buf, at.x + 2, at.y, end, short, env.theme.client(colour));
    let card = &client.card;
    let hours = env.locale.hours(&card.hours);
    let facts = [&card.name, &card.zone, &hours, &card.contract_money];
    let facts: Vec<&str> = facts
        .into_iter()
        .map(String::as_str)
        .filter(|fact| !fact.is_empty())
        .collect();
    let facts = facts.join(" · ");
    put_cut_to(buf, at.x + 12, at.y, at.right(), &facts, env.theme.text);
}

fn draw_channel(id: ChannelId, at: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let Some(channel) = env.roster.channel(id) else {
        return;
    };
    let code = env.roster.code(id);
    put_to(buf, at.x + 5, at.y, at.right(), code, env.theme.strong);
    let mode = format!("mode-{}", channel.card.mode.word());
    let facts = format!("{} · {}", channel.card.handle, env.locale.text(&mode));
    put_cut_to(buf, at.x + 12, at.y, at.right(), &facts, env.theme.dim);
}
