//! A link of a campaign that nobody will be able to count.

use super::{Hit, Rule, Said, Subject};
use crate::domain::links::untagged_links;
use crate::domain::lint::{RuleId, Severity};
use crate::domain::words::Words;

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::Utm,
    severity: Severity::Warning,
    source: "the campaign's name in links (utm_campaign)",
    look,
};

fn look(post: &Subject, said: &mut Said) {
    if post.utm.is_empty() {
        return;
    }
    for (text, place) in post.written() {
        for bare in untagged_links(text) {
            let words = Words::new("lint-utm").with("link", &text[bare.clone()]);
            said.say(Hit::at(place.from(bare), words));
        }
    }
    if !untagged_links(&post.link).is_empty()
        && let Some((place, _)) = post.card_of(|_| true)
    {
        said.say(Hit::at(
            place,
            Words::new("lint-utm").with("link", &post.link),
        ));
    }
}
