//! How writing looks: whose text it is, its counters, the brief of the client, and the text.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Write;
use crate::env::Env;
use crate::ui::{EditorStyle, clear, put_cut_to, rule};

impl Write {
    pub(in crate::overlays) fn settle(&mut self, area: Rect, env: &Env<'_>) {
        self.text_area = text_area(above_bar(area, self.bar_rows()));
        self.editor
            .settle(self.text_area.width, self.text_area.height);
        self.mark(env);
    }

    pub(in crate::overlays) fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) -> Option<(u16, u16)> {
        clear(buf, area);
        let row = |n: u16| Rect {
            y: area.y + n.min(area.height.saturating_sub(1)),
            height: 1.min(area.height),
            ..area
        };
        let (client, _) = env.roster.badge(self.client);
        rule(
            buf,
            row(0),
            &format!("{client} · {}", self.topic),
            &self.note(env),
            env.theme,
        );
        self.draw_counters(row(1), buf, env);
        if area.height > 8 && !self.brief.is_empty() {
            let brief = env
                .locale
                .say("write-brief", &[("brief", self.brief.as_str().into())]);
            put_cut_to(
                buf,
                area.x + 1,
                row(2).y,
                area.right(),
                &brief,
                env.theme.dim,
            );
        }
        let rows = self.bar_rows();
        let text = text_area(above_bar(area, rows));
        let bar = Rect {
            y: text.bottom(),
            height: rows.min(area.bottom().saturating_sub(text.bottom())),
            ..area
        };
        let style = EditorStyle::from(env.theme);
        let caret = self.editor.draw(text, buf, &style, true);
        if let Some(seek) = &self.seek {
            return seek.draw(bar, buf, env);
        }
        self.draw_asked(bar, buf, env);
        caret
    }

    /// Rows below the text for what is looked for, or for the word that is spelt.
    fn bar_rows(&self) -> u16 {
        match &self.seek {
            Some(seek) => seek.rows(),
            None => u16::from(self.asked.is_some()),
        }
    }

    fn note(&self, env: &Env<'_>) -> String {
        if self.resumed {
            return env.locale.text("write-resumed").into_owned();
        }
        let words = &self.proof.tally.avoided;
        if words.is_empty() {
            return String::new();
        }
        env.locale
            .say("write-avoid", &[("words", words.join(", ").into())])
    }
}

/// What is left of an area when a bar stands at its foot.
fn above_bar(area: Rect, rows: u16) -> Rect {
    Rect {
        height: area.height.saturating_sub(rows),
        ..area
    }
}

/// Two rows of facts above on a low screen, three and a margin on a taller one; long lines are tiring, so 100 columns at most.
fn text_area(area: Rect) -> Rect {
    let above = if area.height > 8 {
        4
    } else {
        2.min(area.height)
    };
    Rect {
        x: area.x + 1.min(area.width),
        y: area.y + above,
        width: area.width.saturating_sub(2).min(100),
        height: area.height - above,
    }
}
