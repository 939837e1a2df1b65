//! Pictures that nobody has described, where the platform reads descriptions out to those who do not see.

use super::{Hit, Rule, Said, Subject};
use crate::domain::lint::{RuleId, Severity};
use crate::domain::words::Words;

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::NoAlt,
    severity: Severity::Warning,
    source: "alt_text in platforms.toml; WCAG 2.2, 1.1.1",
    look,
};

fn look(post: &Subject, said: &mut Said) {
    let bare = post
        .media
        .iter()
        .filter(|it| it.alt.trim().is_empty())
        .count();
    if bare == 0 {
        return;
    }
    if let Some((place, codes)) = post.card_of(|it| it.platform.alt_text) {
        let words = Words::new("lint-no-alt").with("n", bare);
        said.say(Hit::at(place, words.with("codes", codes)));
    }
}
