//! How the month of the chosen post's client is mixed: the foot of the room, and the very reason why the next post is
//! about something else.

use chrono::{Datelike, Months};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Drafts, Result};
use crate::domain::ids::ClientId;
use crate::domain::zone::resolve;
use crate::env::Env;
use crate::store::{Reader, RubricShare};
use crate::ui::put_cut;

/// How this month of a client is mixed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mix {
    client: ClientId,
    pub(super) shares: Vec<RubricShare>,
    /// Posts of the month, those without a rubric too.
    pub(super) posts: u32,
}

impl Mix {
    /// Reads the month on the client's own wall.
    pub(super) fn read(client: ClientId, reader: &Reader, env: &Env<'_>) -> Result<Self> {
        let zone = env.roster.zone(client);
        let today = env.now.with_timezone(&zone).date_naive();
        let first = today.with_day(1).unwrap_or(today);
        let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
        let [from, to] = [first, next]
            .map(|day| resolve(day.and_hms_opt(0, 0, 0).unwrap_or_default(), zone).moment());
        let (shares, posts) = reader.rubric_shares(client, from, to)?;
        Ok(Self {
            client,
            shares,
            posts,
        })
    }

    pub(super) fn client(&self) -> ClientId {
        self.client
    }
}

impl Drafts {
    /// "Kolos this month: меню 44 % (30) · люди 18 % (30)"; nothing for a client without rubrics or posts.
    pub(super) fn draw_mix(&self, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let client = self.row().map(|row| row.client);
        let mix = self.mix.as_ref();
        let Some(mix) = mix.filter(|mix| Some(mix.client) == client && mix.posts > 0) else {
            return;
        };
        if mix.shares.is_empty() {
            return;
        }
        let each = mix.shares.iter().map(|share| {
            let cent = (share.posts * 100 + mix.posts / 2) / mix.posts;
            let target = share.target.map(|target| format!(" ({target})"));
            format!("{} {cent} %{}", share.name, target.unwrap_or_default())
        });
        let each = each.collect::<Vec<_>>().join(" · ");
        let args = [
            ("client", env.roster.badge(mix.client).0.into()),
            ("list", each.into()),
        ];
        let words = env.locale.say("drafts-mix", &args);
        let room = row.width.saturating_sub(1);
        put_cut(buf, row.x + 1, row.y, room, &words, env.theme.dim);
    }
}
