//! How the month of the chosen post's client is mixed: the foot of the room, and the very reason why the next post is
//! about something else.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Drafts, Result};
use crate::domain::ids::ClientId;
use crate::domain::rubric::{self, month_on};
use crate::env::Env;
use crate::store::{Reader, Rubric};
use crate::ui::put_cut;

/// How this month of a client is mixed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mix {
    client: ClientId,
    rubrics: Vec<Rubric>,
    month: rubric::Mix,
}

impl Mix {
    /// Reads the month on the client's own wall.
    pub(super) fn read(client: ClientId, reader: &Reader, env: &Env<'_>) -> Result<Self> {
        let zone = env.roster.zone(client);
        let today = env.now.with_timezone(&zone).date_naive();
        Ok(Self {
            client,
            rubrics: reader.rubrics(client)?,
            month: reader.mix(client, &month_on(today, zone))?,
        })
    }

    pub(super) fn client(&self) -> ClientId {
        self.client
    }

    /// "меню 44% (30) · люди 18% (30)".
    fn words(&self, env: &Env<'_>) -> String {
        let each = self.rubrics.iter().filter_map(|rubric| {
            let posts = self.month.posts_of(Some(rubric.id));
            let cent = self.month.per_cent(posts)?;
            let target = rubric.share.map(|target| format!(" ({target})"));
            let target = target.unwrap_or_default();
            let cent = env.locale.say("kpi-percent", &[("n", cent.into())]);
            Some(format!("{} {cent}{target}", rubric.name))
        });
        each.collect::<Vec<_>>().join(" · ")
    }
}

impl Drafts {
    /// "Kolos this month: меню 44% (30) · люди 18% (30)"; nothing for a client without rubrics or posts.
    pub(super) fn draw_mix(&self, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let client = self.row().map(|row| row.client);
        let mix = self.mix.as_ref();
        let Some(mix) = mix.filter(|mix| Some(mix.client) == client) else {
            return;
        };
        let each = mix.words(env);
        if each.is_empty() {
            return;
        }
        let args = [
            ("client", env.roster.badge(mix.client).0.into()),
            ("list", each.into()),
        ];
        let words = env.locale.say("drafts-mix", &args);
        let room = row.width.saturating_sub(1);
        put_cut(buf, row.x + 1, row.y, room, &words, env.theme.dim);
    }
}
