//! Words that the client does not want to read about itself.

use super::{Hit, Rule, Said, Subject};
use crate::domain::lint::{RuleId, Severity};
use crate::domain::words::Words;
use crate::lint::spans::Folded;

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::Avoid,
    severity: Severity::Warning,
    source: "the client's card",
    look,
};

fn look(post: &Subject, said: &mut Said) {
    if post.avoid.is_empty() {
        return;
    }
    for (text, place) in post.written() {
        let folded = Folded::of(text);
        for word in &post.avoid {
            for range in folded.find(word) {
                let words = Words::new("lint-avoid").with("word", &text[range.clone()]);
                said.say(Hit::at(place.from(range), words));
            }
        }
    }
}
