//! What the checker says of the text being written: asked for when she pauses, never on a key. F8 reads one
//! finding after the other, and a safe fix is taken with one key.

use std::ops::Range;

use chrono::Duration;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::pages::Way;
use super::{Reply, Write};
use crate::domain::Moment;
use crate::domain::ids::{PostId, VariantId};
use crate::domain::lint::Severity;
use crate::domain::words::Words;
use crate::effect::{Effect, Weight};
use crate::env::Env;
use crate::keys::{Code, Key};
use crate::lint::{Finding, Outlet, Part, Subject, Text};
use crate::store::{Reader, Result};
use crate::ui::width::width;
use crate::ui::{clear, put_cut_to, wrapped};

/// The text is looked at this often at most while it is typed.
const EVERY: Duration = Duration::seconds(1);

/// The checker's word on the text being written.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// Everything around the texts that rules may know.
    around: Option<Subject>,
    /// What was found in it: what has a place in the text, from its top down, then what is said of it as a whole.
    found: Vec<Finding>,
    /// It was looked at as it reads now.
    is_answered: bool,
    /// The finding she reads, for as long as the caret stays where it was put for it.
    read: Option<(usize, usize)>,
    /// It has changed since it was looked at.
    is_behind: bool,
    /// When it was looked at last.
    asked: Option<Moment>,
}

impl Findings {
    /// Reads what the rules may know around the texts of a post.
    pub(super) fn read(&mut self, post: PostId, reader: &Reader, now: Moment) -> Result<()> {
        self.around = reader.subject(post, now)?.map(|subject| Subject {
            // The card has its own place to be looked at.
            first_comment: String::new(),
            ..subject
        });
        Ok(())
    }

    /// The text is another now: what was found in it no longer fits.
    pub(super) fn changed(&mut self) {
        (self.is_behind, self.is_answered) = (true, false);
        self.read = None;
        self.found.clear();
    }
}

impl Write {
    /// The text as the checker should see it now; none where it has seen it, or saw it a moment ago.
    pub fn to_check(&mut self, now: Moment) -> Option<Subject> {
        let findings = &mut self.findings;
        let is_fresh = findings
            .asked
            .is_some_and(|at| at <= now && now - at < EVERY);
        if !findings.is_behind || is_fresh {
            return None;
        }
        let mut subject = findings.around.clone()?;
        findings.is_behind = false;
        findings.asked = Some(now);
        subject.texts = vec![self.text_to_check(&subject)?];
        subject.now = now;
        Some(subject)
    }

    /// The text in hand with the channels that carry it; one that only shows the base has nothing of its own to check.
    fn text_to_check(&self, subject: &Subject) -> Option<Text> {
        let here = |outlet: &Outlet| match self.page().way {
            Way::Base => self.channel_follows(outlet.variant),
            Way::Follows => false,
            Way::Begun | Way::Own => Some(outlet.variant) == self.variant,
        };
        let outlets = subject.texts.iter().flat_map(|text| &text.outlets);
        let outlets: Vec<Outlet> = outlets.filter(|it| here(it)).copied().collect();
        (!outlets.is_empty()).then(|| Text {
            owner: self.variant,
            words: self.editor.text().to_owned(),
            outlets,
        })
    }

    fn channel_follows(&self, variant: VariantId) -> bool {
        let page = self.pages.iter().find(|page| page.variant == Some(variant));
        page.is_some_and(|page| page.way == Way::Follows)
    }

    /// What was found in the text, if it is still that text.
    pub fn take_found(&mut self, text: &str, mut found: Vec<Finding>) {
        if text == self.editor.text() {
            found.sort_by_key(|it| {
                let place = place_of(it);
                (place.is_none(), place.map(|range| (range.start, range.end)))
            });
            self.findings.found = found;
            self.findings.is_answered = true;
        }
    }

    /// The keys of the checker: to the next finding, to the one before, and the safe fix of the place under the caret or
    /// else of the first.
    pub(super) fn finding_key(&mut self, key: Key, env: &Env<'_>) -> Option<Reply> {
        match key.code {
            Code::F(8) => Some(self.walk(!key.mods.shift)),
            Code::F(12) => Some(self.mend(env)),
            Code::Enter if key.mods.alt => Some(self.mend(env)),
            _ => None,
        }
    }

    /// The finding she reads now.
    fn read(&self) -> Option<usize> {
        let (read, caret) = self.findings.read?;
        (caret == self.editor.caret()).then_some(read)
    }

    /// Whether a finding is being read: it goes before everything else that could stand there.
    pub(super) fn reads_finding(&self) -> bool {
        self.read().is_some()
    }

    /// Reads the next finding, or the one before, and goes to its place if it has one.
    fn walk(&mut self, forward: bool) -> Reply {
        let Some(last) = self.findings.found.len().checked_sub(1) else {
            return self.nothing_to_read();
        };
        let next = match (self.read(), forward) {
            (Some(read), true) if read == last => 0,
            (Some(read), true) => read + 1,
            (Some(0), false) => last,
            (Some(read), false) => read - 1,
            (None, _) => self.nearest(forward),
        };
        if let Some(range) = self.findings.found.get(next).and_then(place_of) {
            let start = range.start;
            self.editor.put_caret(start);
        }
        self.findings.read = Some((next, self.editor.caret()));
        Reply::stay()
    }

    /// The first finding at the caret or behind it, or before it; else the first of all, or the last.
    fn nearest(&self, forward: bool) -> usize {
        let here = self.editor.caret();
        let found = &self.findings.found;
        let begins = |it: &Finding| place_of(it).map(|range| range.start);
        if forward {
            let after = |it: &Finding| begins(it).is_none_or(|start| start >= here);
            found.iter().position(after).unwrap_or(0)
        } else {
            let before = |it: &Finding| begins(it).is_some_and(|start| start < here);
            let last = found.len().saturating_sub(1);
            found.iter().rposition(before).unwrap_or(last)
        }
    }

    /// Says that nothing was found, or why nobody knows.
    fn nothing_to_read(&self) -> Reply {
        if !self.page().is_writable() {
            return Self::only_read();
        }
        let key = if self.findings.is_answered {
            "lint-nothing-here"
        } else {
            "lint-not-read-yet"
        };
        Reply::with(Effect::Toast(Words::new(key), Weight::Note))
    }

    fn mend(&mut self, env: &Env<'_>) -> Reply {
        let here = self.editor.caret();
        let fix = |it: &Finding| place_of(it).cloned().zip(it.fix.clone());
        let fixes: Vec<(Range<usize>, String)> =
            self.findings.found.iter().filter_map(fix).collect();
        let under = fixes
            .iter()
            .rfind(|(range, _)| range.start <= here && here <= range.end);
        let Some((range, fix)) = under.or(fixes.first()).cloned() else {
            return Reply::stay();
        };
        let done = self.editor.replace(range, &fix);
        self.changed(done, env)
    }

    /// The finding she reads, the one under the caret, or the heaviest; says whether it is read.
    fn shown(&self) -> Option<(&Finding, Option<usize>)> {
        let found = &self.findings.found;
        if let Some(read) = self.read() {
            return found.get(read).map(|it| (it, Some(read)));
        }
        let here = self.editor.caret();
        // Where two meet, the one that begins nearest before the caret.
        let begins = |it: &&Finding| {
            let range = place_of(it)?;
            (range.start <= here && here <= range.end).then_some(range.start)
        };
        let under = found
            .iter()
            .filter(|it| begins(it).is_some())
            .max_by_key(begins);
        let heaviest = || found.iter().min_by_key(|it| it.severity);
        under.or_else(heaviest).map(|it| (it, None))
    }

    /// One line with what was found and what can be done with it. A finding that is read is said in full, in more rows and
    /// over what stands there if need be. Says whether there is one.
    pub(super) fn draw_finding(&self, row: Rect, buf: &mut Buffer, env: &Env<'_>) -> bool {
        let Some((shown, read)) = self.shown() else {
            return false;
        };
        let style = match shown.severity {
            Severity::Blocking => env.theme.bad,
            Severity::Warning => env.theme.warn,
            Severity::Hint => env.theme.dim,
        };
        let words = env.locale.words(&shown.words);
        let mut text = format!("{} {words}", shown.severity.mark());
        let count = self.findings.found.len();
        if let Some(read) = read.filter(|_| count > 1) {
            text = format!("{}/{count} {text}", read + 1);
        } else if count > 1 {
            let n = [("n", (count - 1).into())];
            text = format!("{text} {}", env.locale.say("lint-more", &n));
        }
        let room = usize::from(row.width.saturating_sub(2)).max(1);
        if read.is_some() && width(&text) > room {
            draw_in_full(&text, row, buf, style);
            return true;
        }
        let key = match (&shown.fix, count > 1 || shown.place.range.is_some()) {
            (Some(_), _) => "lint-keys-fix",
            (None, true) => "lint-keys",
            (None, false) => "",
        };
        if !key.is_empty() {
            text = format!("{text} · {}", env.locale.text(key));
        }
        put_cut_to(buf, row.x + 1, row.y, row.right(), &text, style);
        true
    }
}

/// Where in the text something was found.
fn place_of(found: &Finding) -> Option<&Range<usize>> {
    let is_in_text = found.place.part == Part::Text;
    found.place.range.as_ref().filter(|_| is_in_text)
}

/// A sentence with all its words, from this row down.
fn draw_in_full(text: &str, row: Rect, buf: &mut Buffer, style: Style) {
    let room = usize::from(row.width.saturating_sub(2)).max(1);
    let bottom = buf.area.bottom();
    for (part, y) in wrapped(text, room).into_iter().zip(row.y..bottom) {
        clear(buf, Rect { y, ..row });
        put_cut_to(buf, row.x + 1, y, row.right(), &text[part], style);
    }
}
