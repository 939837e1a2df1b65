//! One card: a client's, a channel's or a client's ready answers, as fields; checked as a whole, every mistake under its
//! own field.

use crate::domain::command::Command;
use crate::domain::ids::{ChannelId, ClientId};
use crate::env::Env;
use crate::overlays::blank::{Blank, Named};
use crate::store::{ReadyAnswer, Rubric, Slot};

/// Whose card it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Client(Option<ClientId>),
    Channel(ClientId, Option<ChannelId>),
    Answers(ClientId),
}

/// A card being filled in.
#[derive(Debug)]
pub(super) struct Card {
    whose: Whose,
    pub(super) blank: Blank,
    pub(super) colour: u8,
    pub(super) rubrics: Vec<Rubric>,
    pub(super) slots: Vec<Slot>,
    pub(super) answers: Vec<ReadyAnswer>,
}

impl Card {
    pub(super) fn of(whose: Whose, fields: Vec<Named>, env: &Env<'_>) -> Self {
        Self {
            whose,
            blank: Blank::new(fields, env),
            colour: 0,
            rubrics: Vec::new(),
            slots: Vec::new(),
            answers: Vec::new(),
        }
    }

    /// Whose text is kept.
    pub(super) fn owner(&self) -> String {
        match self.whose {
            Whose::Client(id) => format!("card:client:{}", id.map_or(0, |id| id.0)),
            Whose::Channel(client, id) => {
                format!("card:channel:{}:{}", client.0, id.map_or(0, |id| id.0))
            }
            Whose::Answers(client) => format!("card:answers:{}", client.0),
        }
    }

    pub(super) fn title(&self, env: &Env<'_>) -> String {
        let under = |client, what: &str| format!("{} · {what}", env.roster.badge(client).0);
        match self.whose {
            Whose::Client(None) => env.locale.text("card-new-client").into_owned(),
            Whose::Client(Some(id)) => env.roster.badge(id).0.to_owned(),
            Whose::Channel(client, None) => under(client, &env.locale.text("card-new-channel")),
            Whose::Channel(client, Some(id)) => under(client, env.roster.code(id)),
            Whose::Answers(client) => under(client, &env.locale.text("card-answers")),
        }
    }

    /// Locale key of what the keys do.
    pub(super) fn note(&self) -> &'static str {
        match self.whose {
            Whose::Client(_) | Whose::Channel(..) => "card-note",
            Whose::Answers(_) => "card-answers-note",
        }
    }

    /// What saving means, or none: then every mistake stands under its field.
    pub(super) fn commands(&mut self, env: &Env<'_>) -> Option<Vec<Command>> {
        let checked = match self.whose {
            Whose::Client(id) => self.client_commands(id, env),
            Whose::Channel(client, id) => self.channel_commands(client, id, env),
            Whose::Answers(client) => self.answer_commands(client, env),
        };
        match checked {
            Ok(commands) => Some(commands),
            Err(mistakes) => {
                self.blank.show_mistakes(mistakes);
                None
            }
        }
    }
}
