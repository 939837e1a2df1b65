//! One card: a client's or a channel's, as fields; checked as a whole, every mistake under its own field.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::command::Command;
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::sanitize;
use crate::env::Env;
use crate::keys::Key;
use crate::store::{Rubric, Slot};
use crate::ui::{Editor, Entry, Field, Form, LineInput, Reply};

/// Whose card it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Client(Option<ClientId>),
    Channel(ClientId, Option<ChannelId>),
}

/// A card being filled in.
#[derive(Debug)]
pub(super) struct Card {
    whose: Whose,
    pub(super) form: Form,
    pub(super) colour: u8,
    start: Vec<String>,
    pub(super) rubrics: Vec<Rubric>,
    pub(super) slots: Vec<Slot>,
}

impl Card {
    pub(super) fn of(whose: Whose, fields: Vec<Field>, env: &Env<'_>) -> Self {
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

    fn answers(&self) -> Vec<String> {
        self.form
            .fields()
            .iter()
            .map(|field| field.entry.text().to_owned())
            .collect()
    }

    pub(super) fn line(&self, index: usize) -> String {
        let answer = self
            .form
            .fields()
            .get(index)
            .map_or("", |field| field.entry.text());
        sanitize::line(answer).trim().to_owned()
    }

    pub(super) fn text(&self, index: usize) -> String {
        let answer = self
            .form
            .fields()
            .get(index)
            .map_or("", |field| field.entry.text());
        sanitize::text(answer).trim().to_owned()
    }

    pub(super) fn list(&self, index: usize) -> Vec<String> {
        let line = self.line(index);
        let parts = line.split([',', ';']).map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

pub(super) fn line(key: &str, text: &str, folded: bool, env: &Env<'_>) -> Field {
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

pub(super) fn text(key: &str, text: &str, env: &Env<'_>) -> Field {
    Field {
        label: env.locale.text(key).into_owned(),
        entry: Entry::Text(Editor::new(text), 3),
        error: String::new(),
        folded: true,
    }
}
