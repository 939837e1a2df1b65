//! Letters borrowed from mathematics to look bold: no search finds them, and whoever listens hears each by its name.

use unicode_normalization::UnicodeNormalization;

use super::{Hit, Rule, Said, Subject};
use crate::domain::lint::{RuleId, Severity};
use crate::domain::words::Words;

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::Letters,
    severity: Severity::Warning,
    source: "Unicode 16, 22.2: mathematical alphanumerics are for formulas; WCAG 2.2, 1.3.1",
    look,
};

fn look(post: &Subject, said: &mut Said) {
    for (text, place) in post.written() {
        for run in text
            .split(|c: char| !is_borrowed(c))
            .filter(|run| !run.is_empty())
        {
            let from = run.as_ptr() as usize - text.as_ptr() as usize;
            let plain: String = run.nfkc().collect();
            let words = Words::new("lint-letters").with("word", &plain);
            let hit = Hit::at(place.from(from..from + run.len()), words);
            said.say(
                hit.mended_by(Some(plain).filter(|plain| plain.chars().all(char::is_alphanumeric))),
            );
        }
    }
}

/// Mathematical letters and digits, and the wide Latin ones.
const fn is_borrowed(c: char) -> bool {
    matches!(c, '\u{1d400}'..='\u{1d7ff}' | '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}')
}
