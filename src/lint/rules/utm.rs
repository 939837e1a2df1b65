//! A link of a campaign that nobody will be able to count.

use super::{Hit, Rule, Said, Subject};
use crate::domain::lint::{RuleId, Severity};
use crate::domain::words::Words;
use crate::lint::spans::tokens;

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
        let bare = tokens(text).filter(|(_, token)| is_uncounted(token));
        for (from, token) in bare {
            let words = Words::new("lint-utm").with("link", token);
            said.say(Hit::at(place.from(from..from + token.len()), words));
        }
    }
    if is_uncounted(&post.link)
        && let Some((place, _)) = post.card_of(|_| true)
    {
        said.say(Hit::at(
            place,
            Words::new("lint-utm").with("link", &post.link),
        ));
    }
}

/// A web address without a name for the counters in its query.
fn is_uncounted(token: &str) -> bool {
    let is_link = token.starts_with("https://") || token.starts_with("http://");
    let query = token.split_once('?').map_or("", |it| it.1);
    is_link && !query.contains("utm_source=") && !query.contains("utm_campaign=")
}
