//! Nearly what the same readers have read not long ago, or will on another day.

use super::{Hit, Rule, Said, Subject};
use crate::domain::lint::{RuleId, Severity};
use crate::domain::words::Words;
use crate::lint::near::likeness;

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::Near,
    severity: Severity::Warning,
    source: "shared runs of three words (w-shingling, Broder 1997); our threshold",
    look,
};

/// From so much on two texts are nearly the same.
const NEARLY: u32 = 60;

fn look(post: &Subject, said: &mut Said) {
    for text in &post.texts {
        let goes_out = text
            .outlets
            .iter()
            .filter_map(|it| it.at)
            .min()
            .unwrap_or(post.now);
        let alike = post
            .near
            .iter()
            .map(|near| (likeness(&text.words, &near.words), near));
        let Some((_, near)) = alike.filter(|it| it.0 >= NEARLY).max_by_key(|it| it.0) else {
            continue;
        };
        let days = (goes_out - near.at).num_days().abs();
        let words = Words::new("lint-near").with("topic", &near.topic);
        said.say(Hit::at(text.place(), words.with("n", days)));
    }
}
