//! Changing the text: every edit goes through one door that keeps rows, caret and history true.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::{
    Editor, Reply, clean,
    history::{Cause, Step},
    kills::Side,
};
use crate::domain::sanitize::may_be_typed;

impl Editor {
    /// Begins a new line, in place of the selection. What Enter means is the caller's decision.
    pub fn newline(&mut self) -> Reply {
        self.put_in("\n", Cause::Whole)
    }

    /// Puts in a text that the caller has sanitised, in place of the selection, as one step of undo.
    /// Line ends become newlines and tabs become spaces.
    pub fn paste_clean(&mut self, text: &str) -> Reply {
        match clean(text) {
            text if text.is_empty() => Reply::Ignored,
            text => self.put_in(&text, Cause::Whole),
        }
    }

    /// Replaces a range of bytes (a checker's fix, for instance) as one step of undo, and leaves the caret behind it.
    /// A range that cuts a grapheme takes the whole grapheme; one that leaves the text ends with it.
    pub fn replace(&mut self, range: Range<usize>, with: &str) -> Reply {
        let range = self.whole(range);
        self.edit(range, &clean(with), Cause::Whole)
    }

    /// Begins another stage with this text, as one step of undo: also where it reads the same as before.
    pub fn begin_stage(&mut self, text: &str) {
        if self.text == text {
            // The caret and what is seen stay.
            self.history.record(Step {
                at: self.caret,
                removed: String::new(),
                inserted: String::new(),
                caret: self.caret,
                cause: Cause::Stage,
            });
        } else {
            self.edit(0..self.text.len(), &clean(text), Cause::Stage);
        }
    }

    /// How many stages were begun and not taken back.
    pub const fn stage(&self) -> usize {
        self.history.stage()
    }

    /// Replaces each of these ranges, in order and without overlap, as one step of undo.
    pub fn replace_all(&mut self, ranges: &[Range<usize>], with: &str) -> Reply {
        let (Some(first), Some(last)) = (ranges.first(), ranges.last()) else {
            return Reply::Ignored;
        };
        let whole = self.whole(first.start..last.end);
        let with = clean(with);
        let mut new = String::new();
        let mut done = whole.start;
        for range in ranges {
            let Some(between) = self.text.get(done..range.start) else {
                continue;
            };
            new.push_str(between);
            new.push_str(&with);
            done = range.end;
        }
        new.push_str(self.text.get(done..whole.end).unwrap_or_default());
        self.edit(whole, &new, Cause::Whole)
    }

    /// Takes the selected text out and keeps it for ctrl-y; empty if nothing was selected.
    pub fn take_selected(&mut self) -> String {
        let taken = self.keep_selected();
        if let Some(range) = self.selection() {
            self.edit(range, "", Cause::Whole);
        }
        taken
    }

    /// Keeps the selected text for ctrl-y and returns it; empty if nothing is selected.
    pub fn keep_selected(&mut self) -> String {
        let kept = self.selected().to_owned();
        if !kept.is_empty() {
            self.kills.keep(&kept);
        }
        kept
    }

    /// Takes the newest step back.
    pub fn undo(&mut self) -> Reply {
        match self.history.undo() {
            None => Reply::Ignored,
            Some(step) => {
                let now = step.at..step.at + step.inserted.len();
                self.swap(now, &step.removed);
                self.caret = step.caret;
                self.follow();
                Reply::Changed
            }
        }
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self) -> Reply {
        match self.history.redo() {
            None => Reply::Ignored,
            Some(step) => {
                self.swap(step.at..step.at + step.removed.len(), &step.inserted);
                self.follow();
                Reply::Changed
            }
        }
    }

    pub(super) fn type_char(&mut self, c: char) -> Reply {
        let joint = self.joint.filter(|_| self.selection().is_none());
        let at = joint.unwrap_or(self.caret);
        if !may_be_typed(&self.text[..at], c) {
            return Reply::Ignored;
        }
        let (range, typed) = match self.selection() {
            Some(range) => (range, std::iter::once(c).nfc().collect()),
            None => self.composed(at, c),
        };
        let behind = range.start + typed.len();
        self.edit(range, &typed, Cause::Typed);
        self.joint = Some(behind).filter(|&behind| behind != self.caret);
        Reply::Changed
    }

    /// What a typed character replaces and with what. Some keyboards (Vietnamese on Windows, for one) send a letter and
    /// then its marks: the letter before is taken back and typed anew as one, because text is NFC.
    fn composed(&self, at: usize, c: char) -> (Range<usize>, String) {
        let row = self.wrap.start(self.wrap.row_of(at, true));
        let sign = self.text[row..at].graphemes(true).next_back();
        let sign = sign.filter(|_| !c.is_ascii()).unwrap_or_default();
        let apart: String = sign.chars().chain([c]).collect();
        let whole: String = apart.nfc().collect();
        if whole == apart {
            (at..at, c.to_string())
        } else {
            (at - sign.len()..at, whole)
        }
    }

    pub(super) fn rub_left(&mut self) -> Reply {
        let caret = self.caret;
        match self.selection() {
            Some(range) => self.edit(range, "", Cause::Whole),
            None => self.edit(self.left_of(caret)..caret, "", Cause::Rubbed),
        }
    }

    pub(super) fn rub_right(&mut self) -> Reply {
        let caret = self.caret;
        let range = self.selection();
        let range = range.unwrap_or_else(|| caret..self.right_of(caret));
        self.edit(range, "", Cause::Whole)
    }

    pub(super) fn kill_left(&mut self, to: usize) -> Reply {
        self.kill(to..self.caret, Side::Before)
    }

    pub(super) fn kill_right(&mut self, to: usize) -> Reply {
        self.kill(self.caret..to, Side::Behind)
    }

    pub(super) fn yank(&mut self) -> Reply {
        match self.kills.newest().to_owned() {
            killed if killed.is_empty() => Reply::Ignored,
            killed => {
                let start = self.selection().map_or(self.caret, |range| range.start);
                let reply = self.put_in(&killed, Cause::Whole);
                self.kills.put_in(start..start + killed.len(), 0);
                reply
            }
        }
    }

    /// Right after a yank: the kill before takes the place of what came in.
    pub(super) fn yank_older(&mut self) -> Reply {
        let Some((range, older, number)) = self.kills.older() else {
            return Reply::Ignored;
        };
        let range = self.whole(range);
        let start = range.start;
        let reply = self.edit(range, &older, Cause::Whole);
        self.kills.put_in(start..start + older.len(), number);
        reply
    }

    /// Takes the selection out, or this range; kills that follow each other add up.
    fn kill(&mut self, range: Range<usize>, side: Side) -> Reply {
        if self.selection().is_some() {
            self.take_selected();
            return Reply::Changed;
        }
        if range.is_empty() {
            return Reply::Ignored;
        }
        let killed = self.text[range.clone()].to_owned();
        if self.kills.is_running() {
            self.kills.add(&killed, side);
        } else {
            self.kills.keep(&killed);
        }
        let reply = self.edit(range, "", Cause::Whole);
        self.kills.run();
        reply
    }

    fn put_in(&mut self, text: &str, cause: Cause) -> Reply {
        let range = self.selection().unwrap_or(self.caret..self.caret);
        self.edit(range, text, cause)
    }

    fn edit(&mut self, range: Range<usize>, with: &str, cause: Cause) -> Reply {
        if range.is_empty() && with.is_empty() {
            return Reply::Ignored;
        }
        self.history.record(Step {
            at: range.start,
            removed: self.text[range.clone()].to_owned(),
            inserted: with.to_owned(),
            caret: self.caret,
            cause,
        });
        self.swap(range, with);
        self.follow();
        Reply::Changed
    }

    /// The one door: changes text and rows together and puts the caret behind what came in.
    /// There, two neighbours may have become one grapheme; then the caret stands behind it.
    fn swap(&mut self, range: Range<usize>, with: &str) {
        let (at, removed) = (range.start, range.len());
        self.text.replace_range(range, with);
        self.wrap.mend(&self.text, at, removed, with.len());
        self.caret = self.boundary(at + with.len());
        self.upper = false;
        self.anchor = None;
        self.goal = None;
        self.joint = None;
        self.kills.pause();
    }
}
