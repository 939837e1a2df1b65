//! The counters above the text: how much of it each of its channels has used up.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Write;
use crate::domain::chain::{self, standing};
use crate::env::Env;
use crate::ui::{put_right, put_to};

impl Write {
    pub(super) fn draw_counters(&self, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let mut x = row.x + 1;
        for channel in &self.channels {
            let Some(platform) = env.roster.platform(*channel) else {
                continue;
            };
            let standing = standing(self.editor.text(), platform, self.has_media);
            let parts = chain::ranges(self.editor.text()).len();
            let mut words = format!("{} {}", platform.code, env.locale.length(&standing));
            if parts > 1 {
                let args = [("n", parts.into())];
                words = format!("{words} {}", env.locale.say("write-parts", &args));
            }
            let style = if standing.over {
                env.theme.bad
            } else if standing.warn {
                env.theme.warn
            } else {
                env.theme.dim
            };
            x = put_to(buf, x, row.y, row.right(), &words, style) + 3;
        }
        let (words, style) = self.standing_words(env);
        // The counters matter more than the comfort that nothing is lost.
        if usize::from(x) + crate::ui::width::width(&words) <= usize::from(row.right()) {
            put_right(buf, row, &words, style);
        }
    }

    /// What becomes of the words typed here: kept, too late for some channels, or in the middle of going out.
    fn standing_words(&self, env: &Env<'_>) -> (String, Style) {
        if !self.out.is_empty() {
            let codes: Vec<&str> = self.out.iter().map(|it| env.roster.code(*it)).collect();
            let args = [("codes", codes.join(" ").into())];
            return (env.locale.say("write-out", &args), env.theme.warn);
        }
        if self.is_due {
            return (env.locale.text("write-due").into_owned(), env.theme.warn);
        }
        (env.locale.text("write-kept").into_owned(), env.theme.dim)
    }
}
