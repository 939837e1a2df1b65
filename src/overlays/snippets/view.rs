//! How snippets look: the list, and under it the one under the cursor as it would be put in.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Snippets, card};
use crate::env::Env;
use crate::store::Snippet;
use crate::ui::{EditorStyle, below, chosen, clear, put_cut_to, put_right, row, rule, wrapped};

/// Cells of a name in the list.
const NAMES: u16 = 30;

impl Snippets {
    pub(in crate::overlays) fn settle(&mut self, area: Rect) {
        let rows = list_area(area).height;
        self.cursor
            .settle(usize::from(rows).max(1), self.found.len());
        self.wanted.settle(area.width.saturating_sub(3));
        if let Some(card) = &mut self.card {
            card.blank.settle(card_area(area));
        }
    }

    pub(in crate::overlays) fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) -> Option<(u16, u16)> {
        clear(buf, area);
        if let Some(card) = &self.card {
            rule(buf, row(area, 0), &card.title(env), "", env.theme);
            let foot = row(area, area.height.saturating_sub(1));
            let known = env.locale.text("snippet-variables");
            put_cut_to(buf, foot.x + 1, foot.y, foot.right(), &known, env.theme.dim);
            return card.blank.draw(card_area(area), buf, env.theme);
        }
        let (client, _) = env.roster.badge(self.around.client);
        let args = [("client", client.into())];
        let title = env.locale.say("snippet-title", &args);
        rule(buf, row(area, 0), &title, "", env.theme);
        let line = Rect {
            x: area.x + 1.min(area.width),
            width: area.width.saturating_sub(2),
            ..row(area, 1)
        };
        let style = EditorStyle::from(env.theme);
        let caret = self.wanted.draw(line, buf, &style, true);
        self.draw_list(list_area(area), buf, env);
        self.draw_preview(preview_area(area), buf, env);
        caret
    }

    fn draw_list(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
        if self.found.is_empty() {
            let key = if self.known.is_empty() {
                "snippet-none-yet"
            } else {
                "snippet-none-found"
            };
            let words = env.locale.text(key);
            put_cut_to(buf, area.x + 2, area.y, area.right(), &words, env.theme.dim);
            return;
        }
        for (at, line) in self.cursor.rows(area, self.found.len()) {
            let Some((snippet, _)) = self.known.get(self.found[at]) else {
                continue;
            };
            draw_row(snippet, line, buf, env);
            if at == self.cursor.at {
                chosen(buf, line, env.theme);
            }
        }
    }

    fn draw_preview(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let Some(here) = self.here() else {
            return;
        };
        rule(buf, row(area, 0), &here.card.name, "", env.theme);
        let (text, style) = match self.around.filled(here, env) {
            // With no post around it stands as it was written.
            _ if !self.over_a_text => (here.card.text.clone(), env.theme.text),
            Ok(text) => (text, env.theme.text),
            Err(trouble) => (env.locale.words(&trouble.words()), env.theme.bad),
        };
        let inside = below(area, 1);
        let cells = usize::from(inside.width.saturating_sub(2)).max(1);
        for (range, y) in wrapped(&text, cells)
            .into_iter()
            .zip(inside.y..inside.bottom())
        {
            put_cut_to(buf, inside.x + 1, y, inside.right(), &text[range], style);
        }
    }
}

/// Name, kind, the beginning of the text; at the right the language, and whose it is.
fn draw_row(snippet: &Snippet, at: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let it = &snippet.card;
    let edge = (at.x + NAMES).min(at.right());
    put_cut_to(buf, at.x + 2, at.y, edge, &it.name, env.theme.text);
    let whose = match it.client {
        Some(client) => env.roster.badge(client).0.to_owned(),
        None => env.locale.text("snippet-of-all").into_owned(),
    };
    let right = if it.lang.is_empty() {
        whose
    } else {
        format!("{} · {whose}", it.lang)
    };
    put_right(buf, at, &right, env.theme.dim);
    let kind = card::kind_name(it.kind, env);
    let room = at.right().saturating_sub(16);
    put_cut_to(
        buf,
        edge + 1,
        at.y,
        room.max(edge + 1),
        &kind,
        env.theme.dim,
    );
}

/// Under the title, and above the row that names the variables.
fn card_area(area: Rect) -> Rect {
    let under = below(area, 1);
    Rect {
        height: under.height.saturating_sub(1),
        ..under
    }
}

/// The lower part shows the text; a list of a few rows is enough to find something in.
fn preview_area(area: Rect) -> Rect {
    below(area, area.height - (area.height / 2).min(9))
}

fn list_area(area: Rect) -> Rect {
    let under = below(area, 2);
    Rect {
        height: preview_area(area).y.saturating_sub(under.y),
        ..under
    }
}
