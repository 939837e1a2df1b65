//! Finding words in the text being written, as they are typed, and putting others in their place.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Reply, Write};
use crate::domain::sanitize;
use crate::domain::seek::Folded;
use crate::domain::words::Words;
use crate::effect::{Effect, Weight};
use crate::env::Env;
use crate::keys::{Code, Key};
use crate::ui::{EditorStyle, LineInput, put_right, put_to};

/// Looking for something.
#[derive(Debug)]
pub(super) struct Seek {
    wanted: LineInput,
    /// What comes in its place; shown when it is asked for.
    with: Option<LineInput>,
    /// The keys go to the line of what comes in its place.
    in_with: bool,
    text: Folded,
    hits: Vec<Range<usize>>,
    /// The hit she is at.
    at: usize,
    /// Where she was before.
    from: usize,
}

impl Seek {
    /// Pastes into the line that has the keys.
    pub(super) fn paste(&mut self, text: &str) {
        let text = sanitize::line(text);
        self.line().paste_clean(&text);
    }

    /// Rows it takes below the text.
    pub(super) fn rows(&self) -> u16 {
        1 + u16::from(self.with.is_some())
    }

    /// The hits that lie in this range.
    pub(super) fn hits_in(&self, range: &Range<usize>) -> &[Range<usize>] {
        let from = self.hits.partition_point(|hit| hit.end <= range.start);
        let to = self.hits.partition_point(|hit| hit.start < range.end);
        self.hits.get(from..to).unwrap_or_default()
    }

    pub(super) fn hints(&self) -> &'static [(&'static str, &'static str)] {
        if self.with.is_some() {
            return &[
                ("Enter", "seek-hint-replace"),
                ("F3", "seek-hint-next"),
                ("Alt-Enter", "seek-hint-all"),
                ("Tab", "seek-hint-line"),
                ("Esc", "hint-back"),
            ];
        }
        &[
            ("Enter", "seek-hint-stay"),
            ("F3", "seek-hint-next"),
            ("Shift-F3", "seek-hint-last"),
            ("Tab", "seek-hint-other"),
            ("Esc", "hint-back"),
        ]
    }

    /// Draws the lines at the foot of the text and returns the caret's cell.
    pub(super) fn draw(&self, bar: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        let style = EditorStyle::from(env.theme);
        let mut caret = None;
        let lines = [
            ("seek-wanted", Some(&self.wanted), !self.in_with),
            ("seek-with", self.with.as_ref(), self.in_with),
        ];
        let shown = lines
            .into_iter()
            .filter_map(|(key, line, focused)| Some((key, line?, focused)));
        for ((key, line, focused), y) in shown.zip(bar.top()..bar.bottom()) {
            let row = Rect {
                y,
                height: 1,
                ..bar
            };
            let label = env.locale.text(key);
            let x = put_to(
                buf,
                row.x + 1,
                y,
                row.right(),
                &label,
                env.theme.field_focus,
            ) + 1;
            let width = row.right().saturating_sub(x + 12);
            let area = Rect {
                x,
                y,
                width,
                height: 1,
            };
            caret = line.draw(area, buf, &style, focused).or(caret);
            if key == "seek-wanted" {
                put_right(buf, row, &self.standing(env), env.theme.dim);
            }
        }
        caret
    }

    /// "3 / 12", or that there is nothing.
    fn standing(&self, env: &Env<'_>) -> String {
        if self.wanted.text().is_empty() {
            return String::new();
        }
        if self.hits.is_empty() {
            return env.locale.text("seek-nothing").into_owned();
        }
        let number = |n: usize| env.locale.number(n as i64);
        format!("{} / {}", number(self.at + 1), number(self.hits.len()))
    }

    fn line(&mut self) -> &mut LineInput {
        match &mut self.with {
            Some(with) if self.in_with => with,
            _ => &mut self.wanted,
        }
    }

    /// Looks again, and stays at the first hit from this place on.
    fn look(&mut self, from: usize) {
        self.hits = self.text.hits(self.wanted.text());
        let ahead = self.hits.iter().position(|hit| hit.start >= from);
        self.at = ahead.unwrap_or(0);
    }

    fn step(&mut self, by: isize) {
        let count = self.hits.len() as isize;
        if count > 0 {
            self.at = (self.at as isize + by).rem_euclid(count) as usize;
        }
    }
}

impl Write {
    /// Opens the line: with what is selected, if that is one line, or with what was looked for last.
    pub(super) fn look_for(&mut self) -> Reply {
        let from = self
            .editor
            .selection()
            .map_or(self.editor.caret(), |it| it.start);
        let selected = self.editor.selected();
        if !selected.is_empty() && !selected.contains('\n') {
            self.sought = selected.to_owned();
        }
        let mut seek = Seek {
            wanted: LineInput::new(&self.sought, ""),
            with: None,
            in_with: false,
            text: Folded::new(self.editor.text()),
            hits: Vec::new(),
            at: 0,
            from,
        };
        seek.look(from);
        self.asked = None;
        self.seek = Some(seek);
        self.show_hit();
        Reply::stay()
    }

    pub(super) fn seek_key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        let Some(seek) = &mut self.seek else {
            return Reply::stay();
        };
        match key.code {
            Code::Esc => {
                let from = seek.from;
                self.close_seek();
                self.editor.put_caret(from);
            }
            Code::Enter if seek.with.is_some() && key.mods.alt => return self.replace_all(env),
            Code::Enter if seek.with.is_some() => self.replace_hit(env),
            Code::Enter => self.close_seek(),
            Code::F(3) if key.mods.shift => self.step_hit(-1),
            Code::F(3) | Code::Down => self.step_hit(1),
            Code::Char('f') if key.mods.ctrl => self.step_hit(1),
            Code::Up => self.step_hit(-1),
            Code::Tab | Code::BackTab => {
                seek.in_with = !seek.in_with;
                seek.with.get_or_insert_with(|| LineInput::new("", ""));
            }
            _ => {
                let in_wanted = !seek.in_with;
                if seek.line().input(key) == crate::ui::Reply::Changed && in_wanted {
                    return self.found_first(env);
                }
            }
        }
        Reply::stay()
    }

    /// The words looked for have changed: the first hit from where she was.
    pub(super) fn found_first(&mut self, _env: &Env<'_>) -> Reply {
        if let Some(seek) = &mut self.seek {
            seek.look(seek.from);
        }
        self.show_hit();
        Reply::stay()
    }

    fn step_hit(&mut self, by: isize) {
        if let Some(seek) = &mut self.seek {
            seek.step(by);
        }
        self.show_hit();
    }

    /// The hit she is at is selected and comes into sight; nothing found leaves her where she was.
    fn show_hit(&mut self) {
        let Some(seek) = &self.seek else {
            return;
        };
        match seek.hits.get(seek.at) {
            Some(hit) => self.editor.select(hit.clone()),
            None => self.editor.put_caret(seek.from),
        };
    }

    fn close_seek(&mut self) {
        if let Some(seek) = self.seek.take() {
            seek.wanted.text().clone_into(&mut self.sought);
        }
    }

    fn replace_hit(&mut self, env: &Env<'_>) {
        if !self.page().is_writable() {
            return;
        }
        let Some(seek) = &mut self.seek else {
            return;
        };
        let with = seek.with.as_ref().map_or("", LineInput::text).to_owned();
        let Some(hit) = seek.hits.get(seek.at).cloned() else {
            return;
        };
        self.editor.replace(hit, &with);
        seek.text = Folded::new(self.editor.text());
        // Behind what came in, or a word put into itself would be found for ever.
        seek.look(self.editor.caret());
        self.measure(env);
        self.show_hit();
    }

    fn replace_all(&mut self, env: &Env<'_>) -> Reply {
        if !self.page().is_writable() {
            return Self::only_read();
        }
        let Some(seek) = &mut self.seek else {
            return Reply::stay();
        };
        let with = seek.with.as_ref().map_or("", LineInput::text).to_owned();
        let count = seek.hits.len();
        self.editor.replace_all(&seek.hits, &with);
        self.close_seek();
        self.measure(env);
        let words = Words::new("seek-replaced").with("n", count);
        Reply::with(Effect::Toast(words, Weight::Plain))
    }
}
