//! The task for a contractor, from the card as it stands now: on the clipboard, or as a file.

use super::PostForm;
use crate::domain::words::Words;
use crate::effect::Effect;
use crate::env::Env;
use crate::report::contractor::{self, Order};

impl PostForm {
    /// On the clipboard, to be pasted into a chat.
    pub(super) fn copy_task(&self, env: &Env<'_>) -> Effect {
        Effect::Copy {
            text: contractor::text(&self.order(env)),
            what: Words::new("order-copied"),
        }
    }

    /// As a file in the outbox.
    pub(super) fn lay_task(&self, env: &Env<'_>) -> Effect {
        let order = self.order(env);
        Effect::LayTask {
            name: order.file_name(env.today()),
            text: contractor::markdown(&order),
        }
    }

    /// What whoever draws or films it has to know: the answers as they are typed, and the text.
    fn order(&self, env: &Env<'_>) -> Order {
        let card = self.answers(self.ready_by(env).unwrap_or(self.was.card.ready_by));
        let client = env.roster.client(self.was.client).map(|it| &it.card);
        Order {
            text: self.goes.text.clone(),
            platforms: self.goes.platforms.clone(),
            ready_by: card.ready_by.map(|by| env.wall(by).naive_local()),
            ..Order::of(&card, &self.was.pictures, client)
        }
    }
}
