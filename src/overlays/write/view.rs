//! How writing looks: whose text it is, all texts with their counters, what is seen of this one before "more", the brief of
//! the client, and the text; on a wide screen the base and the channel side by side.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Write;
use super::pages::Way;
use crate::domain::fold_line::{Screen, fold_at, is_doubtful, is_known};
use crate::domain::outgoing::dead_links;
use crate::domain::platform::Platform;
use crate::env::Env;
use crate::ui::{EditorStyle, clear, put, put_cut_to, rule};

/// Signs of a text that are shown of the place where it folds.
const SHOWN: usize = 24;

impl Write {
    pub(in crate::overlays) fn settle(&mut self, area: Rect, env: &Env<'_>) {
        let inside = text_area(above_bar(area, self.bar_rows()));
        self.settle_together(inside);
        let halves = self.halves(inside);
        let (own, other) = self.sides(inside, halves);
        if halves.is_some() {
            self.lay_beside(other, env);
        } else {
            self.forget_beside();
        }
        self.text_area = own;
        self.editor.settle(own.width, own.height);
        self.mark(env);
    }

    /// Where the text in hand goes, and the other one.
    fn sides(&self, text: Rect, halves: Option<(Rect, Rect)>) -> (Rect, Rect) {
        match halves {
            Some((base, channel)) if self.at == 0 => (base, channel),
            Some((base, channel)) => (channel, base),
            None => {
                // Long lines are tiring to read.
                let width = text.width.min(100);
                (Rect { width, ..text }, Rect::default())
            }
        }
    }

    pub(in crate::overlays) fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) -> Option<(u16, u16)> {
        clear(buf, area);
        self.draw_head(area, buf, env);
        let rows = self.bar_rows();
        let text = text_area(above_bar(area, rows));
        if self.together.is_some() {
            self.draw_together(text, buf, env);
            return None;
        }
        let style = EditorStyle::from(env.theme);
        let halves = self.halves(text);
        let (own, other) = self.sides(text, halves);
        if let Some(beside) = self.side.other().filter(|_| halves.is_some()) {
            for y in text.y..text.bottom() {
                put(buf, own.x.max(other.x) - 2, y, 1, "│", env.theme.rule);
            }
            let dim = EditorStyle {
                text: env.theme.dim,
                ..style
            };
            beside.draw(other, buf, &dim, false);
        }
        let style = EditorStyle {
            text: if self.page().is_writable() {
                style.text
            } else {
                env.theme.dim
            },
            ..style
        };
        let is_writable = self.page().is_writable();
        let caret = self.editor.draw(own, buf, &style, is_writable);
        if self.reads_finding() && area.height > 8 {
            let y = text.y.saturating_sub(1);
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            self.draw_finding(row, buf, env);
        }
        let bar = Rect {
            y: text.bottom(),
            height: rows.min(area.bottom().saturating_sub(text.bottom())),
            ..area
        };
        if let Some(seek) = &self.seek {
            return seek.draw(bar, buf, env);
        }
        self.draw_asked(bar, buf, env);
        caret
    }

    /// Whose text it is, the counters, the brief, and what is to be known of the text.
    fn draw_head(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let row = |n: u16| Rect {
            y: area.y + n.min(area.height.saturating_sub(1)),
            height: 1.min(area.height),
            ..area
        };
        let (client, _) = env.roster.badge(self.client);
        let title = format!("{client} · {}", self.topic);
        rule(buf, row(0), &title, &self.note(env), env.theme);
        let unsaid = self.draw_counters(row(1), buf, env);
        if area.height > 8 {
            let brief = self.brief_words(env);
            let put = |buf: &mut Buffer, y, words: &str, style| {
                put_cut_to(buf, area.x + 1, y, area.right(), words, style);
            };
            put(buf, row(2).y, &brief, env.theme.dim);
            if let Some((words, style)) = unsaid.filter(|_| !self.reads_finding()) {
                put(buf, row(3).y, &words, style);
            } else if !self.draw_finding(row(3), buf, env) {
                put(buf, row(3).y, &self.about, env.theme.dim);
            }
        }
    }

    /// Rows below the text for what is looked for, or for the word that is spelt.
    fn bar_rows(&self) -> u16 {
        match &self.seek {
            Some(seek) => seek.rows(),
            None => u16::from(self.asked.is_some()),
        }
    }

    fn brief_words(&self, env: &Env<'_>) -> String {
        if self.brief.is_empty() {
            return String::new();
        }
        let brief = [("brief", self.brief.as_str().into())];
        env.locale.say("write-brief", &brief)
    }

    /// What is to be known of the text in hand: how it stands to the base, what goes elsewhere, which links are dead, and
    /// where it folds.
    pub(super) fn about(&self, env: &Env<'_>) -> String {
        let page = self.page();
        let Some(platform) = page.platform(env) else {
            return String::new();
        };
        let mut said = Vec::new();
        match page.way {
            Way::Follows => said.push(env.locale.text("write-shows-base").into_owned()),
            Way::Own if page.is_stale(self.base_text()) => {
                said.push(format!("▲ {}", env.locale.text("write-drifted")));
            }
            Way::Base | Way::Begun | Way::Own => {}
        }
        if page.way == Way::Follows {
            let tags = page
                .inherited(self.base_text(), env)
                .tags
                .replace('\n', " ");
            if !tags.is_empty() {
                said.push(env.locale.say("write-tags-moved", &[("tags", tags.into())]));
            }
        }
        let text = self.editor.text();
        let dead = dead_links(text, platform).len();
        if dead > 0 {
            let n = [("n", dead.into())];
            said.push(format!("▲ {}", env.locale.say("write-dead-links", &n)));
        }
        said.extend(folds(text, platform, env));
        said.join(" · ")
    }

    fn note(&self, env: &Env<'_>) -> String {
        if self.page().theirs.is_some() {
            return format!("▲ {}", env.locale.text("write-saved-elsewhere"));
        }
        if self.page().resumed {
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

/// "phone folds after …первый хлеб в", "desktop whole"; said to be doubtful where no document confirms it.
fn folds(text: &str, platform: &Platform, env: &Env<'_>) -> Option<String> {
    let one = |screen, name: &str| {
        if !is_known(platform, screen) {
            return None;
        }
        let doubt = if is_doubtful(platform, screen) {
            "?"
        } else {
            ""
        };
        let said = match fold_at(text, platform, screen) {
            None => env.locale.text(&format!("write-{name}-whole")).into_owned(),
            Some(at) => {
                let end = [("end", end_of(&text[..at]).into())];
                env.locale.say(&format!("write-{name}-folds"), &end)
            }
        };
        Some(format!("{said}{doubt}"))
    };
    let both = [one(Screen::Phone, "phone"), one(Screen::Desktop, "desktop")];
    let both: Vec<String> = both.into_iter().flatten().collect();
    (!both.is_empty()).then(|| both.join(" · "))
}

/// The last words of what is seen.
fn end_of(seen: &str) -> String {
    let tail: Vec<char> = seen.chars().rev().take(SHOWN).collect();
    let tail: String = tail.into_iter().rev().collect();
    tail.replace('\n', " ⏎ ").trim().to_owned()
}

/// Two rows of facts above on a low screen, four on a taller one.
fn text_area(area: Rect) -> Rect {
    let above = if area.height > 8 {
        4
    } else {
        2.min(area.height)
    };
    Rect {
        x: area.x + 1.min(area.width),
        y: area.y + above,
        width: area.width.saturating_sub(2),
        height: area.height - above,
    }
}
