//! The task for a contractor: gathered from the desk, and laid into the outbox.

use chrono_tz::Tz;

use super::App;
use crate::domain::ids::PostId;
use crate::domain::words::Words;
use crate::effect::Weight;
use crate::env::Roster;
use crate::media::task;
use crate::report::contractor::Order;
use crate::store::{Reader, Result, StoreError};

/// What a contractor has to know of a post as it stands, with the hour on this wall.
pub(crate) fn of(reader: &Reader, roster: &Roster, post: PostId, zone: Tz) -> Result<Order> {
    let card = reader.card_of_post(post)?;
    let sheet = reader.sheet(post)?.ok_or(StoreError::Gone {
        table: "post",
        row: post.0,
    })?;
    let channels = sheet.variants.iter().map(|it| it.channel);
    let client = roster.client(card.client).map(|it| &it.card);
    let ready_by = card.card.ready_by;
    Ok(Order {
        text: sheet.text,
        platforms: channels
            .filter_map(|it| roster.platform(it).cloned())
            .collect(),
        ready_by: ready_by.map(|by| by.with_timezone(&zone).naive_local()),
        ..Order::of(&card.card, &card.pictures, client)
    })
}

impl App {
    /// Lays it into the outbox and says where it lies.
    pub(super) fn lay_task(&mut self, name: &str, text: &str) -> Result<()> {
        let laid = task::lay_out(self.store.folder(), name, text)?;
        let words = Words::new("order-lies").with("file", laid.display());
        self.toast = Some((words, Weight::Plain));
        Ok(())
    }
}
