//! How the window looks: what goes out, the forms, the name, and where it went.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Export, FORMS, Stage};
use crate::domain::words::Words;
use crate::env::Env;
use crate::report::export::What;
use crate::ui::width::width;
use crate::ui::{EditorStyle, popup, put_cut_to, put_to};

/// Cells and rows of the window, its frame included.
const SIZE: (u16, u16) = (74, 9);

/// Cells before the name.
const BEFORE: u16 = 9;

/// Cells for the name.
pub(super) fn room_of_name(area: Rect) -> u16 {
    area.width.min(SIZE.0).saturating_sub(BEFORE + 4)
}

impl Export {
    pub(in crate::overlays) fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) -> Option<(u16, u16)> {
        let what = if self.wanted.only_waiting {
            "drafts"
        } else {
            self.wanted.what.word()
        };
        let what = env.locale.text(&format!("export-what-{what}"));
        let title = env.locale.say("export-title", &[("what", what.into())]);
        let inner = popup(buf, area, SIZE, &title, env.theme);
        let inner = Rect {
            x: inner.x + 1.min(inner.width),
            width: inner.width.saturating_sub(2),
            ..inner
        };
        let mut lines = Lines { inner, buf, y: 0 };
        lines.cut(&self.which(env), env.theme.text);
        lines.y += 1;
        self.draw_forms(&mut lines, env);
        lines.y += 1;
        let caret = self.draw_name(&mut lines, env);
        let folder = self.folder.display().to_string();
        let into = env.locale.say("export-into", &[("folder", folder.into())]);
        match &self.stage {
            Stage::Asking(None) => lines.cut(&into, env.theme.dim),
            Stage::Asking(Some(words)) => lines.cut(&env.locale.words(words), env.theme.bad),
            Stage::Writing => lines.cut(&env.locale.text("export-writing"), env.theme.accent),
            Stage::Done(path, rows) => {
                let key = format!("exported-{}", self.wanted.what.word());
                let what = env.locale.words(&Words::new(&key).with("n", rows));
                let done = env.locale.say("export-done", &[("what", what.into())]);
                lines.cut(&done, env.theme.good);
                // The name stands above already.
                let whole = path.display().to_string();
                let folder = path
                    .parent()
                    .map_or_else(String::new, |it| it.display().to_string());
                let fits = width(&whole) <= usize::from(inner.width);
                lines.cut(if fits { &whole } else { &folder }, env.theme.strong);
            }
        }
        caret
    }

    /// "Kolos · 1 Dec – 31 Dec · filter: VK · draft".
    fn which(&self, env: &Env<'_>) -> String {
        let client = self
            .wanted
            .client
            .map(|client| env.roster.badge(client).0.to_owned());
        let client = client.unwrap_or_else(|| env.locale.text("export-everybody").into_owned());
        let days = self.wanted.stretch.and_then(|it| it.first.zip(it.last));
        let days = match days {
            Some((first, last)) => {
                let day = |day| env.locale.day_month(day);
                env.locale.say(
                    "export-days",
                    &[("from", day(first).into()), ("to", day(last).into())],
                )
            }
            None => env.locale.text("export-always").into_owned(),
        };
        let mut said = vec![client, days];
        if self.wanted.what == What::Plan && !self.wanted.filter.is_empty() {
            let what = env.locale.filter(&self.wanted.filter);
            said.push(env.locale.say("export-filtered", &[("what", what.into())]));
        }
        said.join(" · ")
    }

    /// The forms with their keys; the chosen one stands out.
    fn draw_forms(&self, lines: &mut Lines<'_>, env: &Env<'_>) {
        let (mut x, right) = (lines.inner.x, lines.inner.right());
        let Some(y) = lines.next() else { return };
        for (key, form) in FORMS {
            let is_chosen = form == self.wanted.form;
            let mark = if is_chosen { "▸" } else { " " };
            let name = env.locale.text(&format!("export-form-{}", form.word()));
            let style = if is_chosen {
                env.theme.strong
            } else {
                env.theme.text
            };
            x = put_to(lines.buf, x, y, right, mark, env.theme.accent);
            x = put_to(lines.buf, x, y, right, &key.to_string(), env.theme.hint_key) + 1;
            x = put_to(lines.buf, x, y, right, &name, style) + 3;
        }
    }

    fn draw_name(&self, lines: &mut Lines<'_>, env: &Env<'_>) -> Option<(u16, u16)> {
        let (x, right) = (lines.inner.x, lines.inner.right());
        let y = lines.next()?;
        let label = env.locale.text("export-file");
        put_cut_to(
            lines.buf,
            x,
            y,
            (x + BEFORE - 1).min(right),
            &label,
            env.theme.dim,
        );
        let line = Rect {
            x: (x + BEFORE).min(right),
            y,
            width: right.saturating_sub(x + BEFORE),
            height: 1,
        };
        let has_keys = self.naming && matches!(self.stage, Stage::Asking(_));
        self.name
            .draw(line, lines.buf, &EditorStyle::from(env.theme), has_keys)
    }
}

/// The lines of the window from its top.
struct Lines<'b> {
    inner: Rect,
    buf: &'b mut Buffer,
    y: u16,
}

impl Lines<'_> {
    /// The row of the next line, while there is room for one.
    fn next(&mut self) -> Option<u16> {
        let y = self.inner.y + self.y;
        self.y += 1;
        (y < self.inner.bottom()).then_some(y)
    }

    fn cut(&mut self, text: &str, style: Style) {
        let (x, right) = (self.inner.x, self.inner.right());
        if let Some(y) = self.next() {
            put_cut_to(self.buf, x, y, right, text, style);
        }
    }
}
