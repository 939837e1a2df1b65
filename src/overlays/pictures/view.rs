//! How the window looks: the pictures in order, and under them the one under the cursor with what is refused of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::sheet::Sheet;
use super::{Pictures, Typing};
use crate::domain::format::{Lack, rules};
use crate::domain::picture::{Facts, Kind, Refusal};
use crate::domain::words::Words;
use crate::env::Env;
use crate::store::Media;
use crate::ui::width::width;
use crate::ui::{EditorStyle, chosen, clear, put_cut_to, put_right, rule, wrapped};

/// Columns of a row: number, kind, size, weight, and the description.
const KIND: u16 = 5;
const SIZE: u16 = 10;
const WEIGHT: u16 = 21;
const ALT: u16 = 31;

/// Beside the number of the cover.
const COVER: &str = "★";

impl Pictures {
    pub(in crate::overlays) fn settle(&mut self, area: Rect, env: &Env<'_>) {
        let sheet = self.sheet(area, env);
        self.height = usize::from(sheet.list.height).max(1);
        self.cursor.settle(self.height, self.shown.len());
        let room = sheet.typed();
        match &mut self.typing {
            Typing::Nothing => {}
            Typing::Path { line, .. } => line.settle(room),
            Typing::Alt(alt) => alt.editor.settle(room.width, room.height),
        }
        self.preview.at = sheet.picture;
    }

    pub(in crate::overlays) fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) -> Option<(u16, u16)> {
        clear(buf, area);
        let sheet = self.sheet(area, env);
        let (top, list) = (sheet.top, sheet.list);
        let (client, _) = env.roster.badge(self.client);
        let title = format!("{client} · {}", self.topic);
        rule(buf, top, &title, &self.standing(env), env.theme);
        if self.shown.is_empty() {
            let words = env.locale.text("pictures-none");
            put_cut_to(buf, list.x + 2, list.y, list.right(), &words, env.theme.dim);
        }
        for (at, row) in self.cursor.rows(list, self.shown.len()) {
            self.draw_row(at, row, buf, env);
        }
        self.draw_preview(buf, env);
        self.draw_below(&sheet, buf, env)
    }

    /// What is said of the picture under the cursor, or what is being typed; returns the caret cell.
    fn draw_below(&self, sheet: &Sheet, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        match &self.typing {
            Typing::Nothing => {
                self.draw_about(sheet, buf, env);
                None
            }
            Typing::Path { line, instead } => {
                let key = if instead.is_some() {
                    "pictures-swap-title"
                } else {
                    "pictures-add-title"
                };
                let note = env.locale.text("pictures-path-note");
                rule(buf, sheet.title, &env.locale.text(key), &note, env.theme);
                line.draw(sheet.typed(), buf, env)
            }
            Typing::Alt(alt) => {
                let note = self.alt_note(alt.chars(), alt.is_resumed, env);
                let name = self.picture().map_or("", |it| it.name.as_str());
                let title = env
                    .locale
                    .say("pictures-alt-title", &[("name", name.into())]);
                rule(buf, sheet.title, &title, &note, env.theme);
                let style = EditorStyle::from(env.theme);
                alt.editor.draw(sheet.typed(), buf, &style, true)
            }
        }
    }

    /// What is going on, or how many there are and how many are not described.
    fn standing(&self, env: &Env<'_>) -> String {
        if self.taking > 0 {
            return env
                .locale
                .say("pictures-taking", &[("n", self.taking.into())]);
        }
        let bare = self.shown.iter().filter(|it| it.alt.is_empty()).count();
        let wants = self.platforms.iter().any(|it| it.alt_text);
        let count = self.shown.len().into();
        if wants && bare > 0 {
            let args = [("n", count), ("bare", bare.into())];
            return env.locale.say("pictures-count-bare", &args);
        }
        env.locale.say("pictures-count", &[("n", count)])
    }

    /// How long the description is, and who allows how much.
    fn alt_note(&self, chars: usize, is_resumed: bool, env: &Env<'_>) -> String {
        if is_resumed {
            return env.locale.text("write-resumed").into_owned();
        }
        let has = env.locale.number(chars as i64);
        match self.strictest() {
            None => has,
            Some((platform, most)) => {
                format!("{} {has}/{}", platform.code, env.locale.number(most as i64))
            }
        }
    }

    fn draw_row(&self, at: usize, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let picture = &self.shown[at];
        let edge = |x: u16| (row.x + x).min(row.right());
        let codes = self.refusing(at);
        let end = edge(row.width.saturating_sub(width(&codes) as u16 + 1));
        let mut put = |from: u16, to: u16, text: &str, style| {
            put_cut_to(buf, edge(from), row.y, edge(to).min(end), text, style)
        };
        put(2, KIND - 1, &(at + 1).to_string(), env.theme.dim);
        if picture.is_cover {
            put(KIND - 1, KIND, COVER, env.theme.strong);
        }
        let (kind, size) = told(picture.facts, env);
        put(KIND, SIZE - 1, &kind, env.theme.text);
        put(SIZE, WEIGHT - 1, &size, env.theme.text);
        put(WEIGHT, ALT - 1, &weight(picture.bytes, env), env.theme.text);
        if picture.alt.is_empty() {
            let style = if self.platforms.iter().any(|it| it.alt_text) {
                env.theme.warn
            } else {
                env.theme.dim
            };
            put(ALT, row.width, &env.locale.text("pictures-no-alt"), style);
        } else {
            put(ALT, row.width, &picture.alt, env.theme.text);
        }
        put_right(buf, row, &codes, env.theme.bad);
        if at == self.cursor.at {
            chosen(buf, row, env.theme);
        }
    }

    /// The codes of the platforms that will refuse this piece: "! IG X".
    fn refusing(&self, at: usize) -> String {
        let each = self.platforms.iter().zip(&self.refused);
        let is_sure = |it: &Refusal| it.place == Some(at) && it.doubt.is_none();
        let codes = each.filter(|(_, refused)| refused.iter().any(is_sure));
        let codes: Vec<&str> = codes.map(|(platform, _)| platform.code.as_str()).collect();
        if codes.is_empty() {
            String::new()
        } else {
            format!("! {}", codes.join(" "))
        }
    }

    /// The picture under the cursor: what is refused of it, and of all together, and its description in full.
    fn draw_about(&self, sheet: &Sheet, buf: &mut Buffer, env: &Env<'_>) {
        let title = self.picture().map_or("", |it| it.name.as_str());
        rule(buf, sheet.title, title, &self.lie(env), env.theme);
        let text = sheet.text;
        let room = usize::from(text.width).max(1);
        let mut rows = text.y..text.bottom();
        for (said, style) in self.about(env) {
            for part in wrapped(&said, room) {
                let Some(y) = rows.next() else {
                    return;
                };
                put_cut_to(buf, text.x, y, text.right(), said[part].trim_end(), style);
            }
        }
    }

    /// Everything that is said of it, each in one piece.
    pub(super) fn about(&self, env: &Env<'_>) -> Vec<(String, Style)> {
        let failed = self.failed.iter().map(|it| env.locale.words(it));
        let mut said: Vec<_> = failed.map(|it| (it, env.theme.bad)).collect();
        said.extend(self.frame_told(env).map(|it| (it, env.theme.strong)));
        let here = self.picture().map(|_| self.cursor.at);
        let mut is_fine = true;
        for (platform, refused) in self.platforms.iter().zip(&self.refused) {
            for refusal in refused
                .iter()
                .filter(|it| it.place.is_none() || it.place == here)
            {
                is_fine = false;
                let (sign, style) = match refusal.doubt {
                    None => ("!", env.theme.bad),
                    Some(_) => ("?", env.theme.warn),
                };
                let words = env.locale.words(&refusal.words(&platform.code, None));
                said.push((format!("{sign} {words}"), style));
            }
        }
        if let Some(lack) = self.lack() {
            is_fine = false;
            said.push((format!("? {}", env.locale.words(&lack)), env.theme.warn));
        }
        if is_fine && self.picture().is_some_and(|it| it.facts.is_some()) {
            let fine = env.locale.text("pictures-fine").into_owned();
            said.push((fine, env.theme.good));
        }
        said.extend(self.unseen(env).map(|it| (it, env.theme.dim)));
        if let Some(picture) = self.picture().filter(|it| !it.alt.is_empty()) {
            said.push((picture.alt.clone(), env.theme.dim));
        }
        said
    }

    /// What the format of the post wants to see, where no platform misses it.
    fn lack(&self) -> Option<Words> {
        let refused = self.refused.iter().flatten().any(|it| it.is_lack);
        let rules = rules(self.format);
        let wanted = rules.media.filter(|_| !refused)?;
        let has = u32::try_from(self.shown.len()).unwrap_or(u32::MAX);
        Lack::of_media(wanted, rules.least, has).map(|lack| lack.words())
    }

    /// Said of a file that is called what it is not.
    fn lie(&self, env: &Env<'_>) -> String {
        let lies = |it: &&Media| it.facts.is_some_and(|facts| facts.belies(&it.name));
        let Some(facts) = self.picture().filter(lies).and_then(|it| it.facts) else {
            return String::new();
        };
        let args = [("kind", facts.kind.name().into())];
        env.locale.say("pictures-lies", &args)
    }
}

/// The kind, and the size or the length: "JPEG", "1080×1350"; "MP4", "0:45".
fn told(facts: Option<Facts>, env: &Env<'_>) -> (String, String) {
    let Some(facts) = facts else {
        return ("…".to_owned(), String::new());
    };
    let kind = match facts.kind {
        Kind::Unknown => "?".to_owned(),
        kind => kind.name().to_owned(),
    };
    let size = match (facts.seconds, facts.size) {
        (Some(seconds), _) => format!("{}:{:02}", seconds / 60, seconds % 60),
        (None, Some((w, h))) => format!("{w}×{h}"),
        (None, None) if facts.kind.is_seen() => env.locale.text("pictures-no-size").into_owned(),
        (None, None) => String::new(),
    };
    (kind, size)
}

/// "340 KB", "1.4 MB".
fn weight(bytes: u64, env: &Env<'_>) -> String {
    let (key, n) = if bytes < 1_000_000 {
        (
            "pictures-kb",
            env.locale.number(bytes.div_ceil(1_000) as i64),
        )
    } else {
        ("pictures-mb", env.locale.decimal(bytes as f64 / 1e6, 1))
    };
    env.locale.say(key, &[("size", n.into())])
}
