//! How writing looks: whose text it is, its counters, the brief of the client, and the text.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Write;
use crate::env::Env;
use crate::ui::{EditorStyle, clear, put_cut_to, rule};

impl Write {
    pub(in crate::overlays) fn settle(&mut self, area: Rect, _env: &Env<'_>) {
        let inside = text_area(area);
        self.editor.settle(inside.width, inside.height);
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
        if area.height > 8 {
            self.draw_finding(row(3), buf, env);
        }
        self.editor
            .draw(text_area(area), buf, &EditorStyle::from(env.theme), true)
    }

    fn note(&self, env: &Env<'_>) -> String {
        if self.resumed {
            return env.locale.text("write-resumed").into_owned();
        }
        let words = self.words_to_avoid();
        if words.is_empty() {
            return String::new();
        }
        env.locale
            .say("write-avoid", &[("words", words.join(", ").into())])
    }

    fn words_to_avoid(&self) -> Vec<&str> {
        let text = self.editor.text();
        self.avoid
            .iter()
            .filter(|word| crate::domain::fold::contains_folded(text, word))
            .map(String::as_str)
            .collect()
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
