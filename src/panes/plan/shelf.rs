//! The shelf below the calendar: one line, with the undated post under the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Plan, Row};
use crate::env::Env;
use crate::store::PostLine;
use crate::ui::{put, put_cut, put_cut_to, tint};

impl Plan {
    /// Draws the shelf's line: how much lies there, and what comes first or is under the cursor.
    pub(super) fn draw_shelf(&self, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let here = match self.row() {
            Some(Row::Shelved(line)) => Some(line),
            _ => None,
        };
        let n = self.shelf.len();
        let more = if self.shelf_goes_on { "+" } else { "" };
        let args = [("n", format!("{n}{more}").into())];
        let title = env.locale.say("plan-shelf-line", &args);
        let mut x = put(buf, row.x + 1, row.y, row.width, &title, env.theme.strong) + 1;
        let from = here.map_or(0, |line| {
            let same = |other: &PostLine| other.first().variant == line.first().variant;
            self.shelf.iter().position(same).unwrap_or(0)
        });
        for line in self.shelf.iter().skip(from) {
            if x + 8 > row.right() {
                break;
            }
            x = self.draw_shelved(line, x, row, buf, env) + 2;
        }
        if here.is_some() {
            tint(buf, row, env.theme.cursor_line);
            put(buf, row.x, row.y, 1, ">", env.theme.strong);
        }
    }

    fn draw_shelved(
        &self,
        line: &PostLine,
        x: u16,
        row: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) -> u16 {
        let first = line.first();
        let right = row.right();
        let sign = self.sign(line.variants.iter().map(|it| it.variant));
        let mut x = put(buf, x, row.y, 1, sign, env.theme.strong);
        if env.scope.is_none() {
            let (client, colour) = env.roster.badge(first.client);
            x = put_cut_to(buf, x, row.y, right, client, env.theme.client(colour)) + 1;
        }
        let code = env.roster.code(first.channel);
        x = put_cut_to(buf, x, row.y, right, code, env.theme.dim) + 1;
        let room = right.saturating_sub(x).min(40);
        put_cut(buf, x, row.y, room, &first.topic, env.theme.text)
    }
}
