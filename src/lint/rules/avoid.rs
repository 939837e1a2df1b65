//! Words that the client does not want to read about itself.

use std::ops::Range;

use super::{Hit, Rule, Said, Subject};
use crate::domain::fold::fold;
use crate::domain::lint::{RuleId, Severity};
use crate::domain::words::Words;
use crate::lint::spans::{Folded, accented, is_address, tokens};

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
        let addresses: Vec<Range<usize>> = tokens(text)
            .filter(|(_, token)| is_address(token))
            .map(|(from, token)| from..from + token.len())
            .collect();
        for word in &post.avoid {
            let is_in_address = |at: usize| addresses.iter().any(|it| it.contains(&at));
            for range in folded.find(word) {
                if is_in_address(range.start) || !is_meant(word, &text[range.clone()]) {
                    continue;
                }
                let words = Words::new("lint-avoid").with("word", &text[range.clone()]);
                said.say(Hit::at(place.from(range), words));
            }
        }
    }
}

/// Whether what was found is the word: one that she wrote with accents wants the same ones. "bán" is to sell and "bạn" is you.
fn is_meant(word: &str, found: &str) -> bool {
    let word = accented(word.trim());
    word == fold(&word) || word == accented(found)
}
