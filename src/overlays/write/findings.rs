//! What the checker says of the text being written: asked for when she pauses, never on a key. F8 walks the places, and a
//! safe fix is taken with one key.

use std::ops::Range;

use chrono::Duration;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Write;
use super::pages::Way;
use crate::domain::Moment;
use crate::domain::ids::{PostId, VariantId};
use crate::domain::lint::Severity;
use crate::env::Env;
use crate::keys::{Code, Key};
use crate::lint::{Finding, Outlet, Part, Subject, Text};
use crate::store::{Reader, Result};
use crate::ui::{Reply, put_cut_to};

/// The text is looked at this often at most while it is typed.
const EVERY: Duration = Duration::seconds(1);

/// The checker's word on the text being written.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// Everything around the texts that rules may know.
    around: Option<Subject>,
    /// What was found in it.
    found: Vec<Finding>,
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
        self.is_behind = true;
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
    pub fn take_found(&mut self, text: &str, found: Vec<Finding>) {
        if text == self.editor.text() {
            self.findings.found = found;
        }
    }

    /// The keys of the checker: to the next place, to the one before, and the safe fix of the place under the caret or
    /// else of the first.
    pub(super) fn finding_key(&mut self, key: Key) -> Option<Reply> {
        match key.code {
            Code::F(8) => Some(self.walk(!key.mods.shift)),
            Code::F(12) => Some(self.mend()),
            Code::Enter if key.mods.alt => Some(self.mend()),
            _ => None,
        }
    }

    /// Places in the text, from its top down.
    fn places(&self) -> Vec<Range<usize>> {
        let found = self.findings.found.iter();
        let of_text = found.filter(|it| it.place.part == Part::Text);
        let mut places: Vec<Range<usize>> =
            of_text.filter_map(|it| it.place.range.clone()).collect();
        places.sort_by_key(|range| (range.start, range.end));
        places
    }

    fn walk(&mut self, forward: bool) -> Reply {
        let here = self.editor.caret();
        let places = self.places();
        let next = if forward {
            let after = places.iter().find(|range| range.start > here);
            after.or(places.first())
        } else {
            let before = places.iter().rfind(|range| range.start < here);
            before.or(places.last())
        };
        match next {
            Some(range) => self.editor.put_caret(range.start),
            None => Reply::Ignored,
        }
    }

    fn mend(&mut self) -> Reply {
        let here = self.editor.caret();
        let with_fix = self
            .findings
            .found
            .iter()
            .filter(|it| it.place.part == Part::Text);
        let mut fixes: Vec<(Range<usize>, String)> = with_fix
            .filter_map(|it| it.place.range.clone().zip(it.fix.clone()))
            .collect();
        fixes.sort_by_key(|(range, _)| range.start);
        let under = fixes
            .iter()
            .rfind(|(range, _)| range.start <= here && here <= range.end);
        match under.or(fixes.first()).cloned() {
            Some((range, fix)) => self.editor.replace(range, &fix),
            None => Reply::Ignored,
        }
    }

    /// One line with the finding under the caret, or the heaviest; what can be done with it stands behind.
    /// Says whether there is one.
    pub(super) fn draw_finding(&self, row: Rect, buf: &mut Buffer, env: &Env<'_>) -> bool {
        let here = self.editor.caret();
        let found = &self.findings.found;
        // Where two meet, the one that begins nearest before the caret.
        let begins = |it: &&Finding| {
            let range = it.place.range.as_ref()?;
            (range.start <= here && here <= range.end).then_some(range.start)
        };
        let under = found
            .iter()
            .filter(|it| begins(it).is_some())
            .max_by_key(begins);
        let Some(shown) = under.or(found.first()) else {
            return false;
        };
        let style = match shown.severity {
            Severity::Blocking => env.theme.bad,
            Severity::Warning => env.theme.warn,
            Severity::Hint => env.theme.dim,
        };
        let words = env.locale.words(&shown.words);
        let mut text = format!("{} {words}", shown.severity.mark());
        if found.len() > 1 {
            let n = [("n", (found.len() - 1).into())];
            text = format!("{text} {}", env.locale.say("lint-more", &n));
        }
        let key = match (&shown.fix, &shown.place.range) {
            (Some(_), _) => "lint-keys-fix",
            (None, Some(_)) => "lint-keys",
            (None, None) => "",
        };
        if !key.is_empty() {
            text = format!("{text} · {}", env.locale.text(key));
        }
        put_cut_to(buf, row.x + 1, row.y, row.right(), &text, style);
        true
    }
}
