//! More hashtags, mentions or links than a platform takes seriously.

use super::{Hit, Rule, Said, Subject};
use crate::domain::lint::{RuleId, Severity};
use crate::domain::words::Words;
use crate::lint::spans::tokens;

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::TooMany,
    severity: Severity::Warning,
    source: "hashtags_max, mentions_max and links_max in platforms.toml",
    look,
};

fn look(post: &Subject, said: &mut Said) {
    for (text, outlet) in post.outlets() {
        let rules = &outlet.platform.text;
        let counted = [
            (
                "lint-hashtags",
                rules.hashtags_max,
                is_hashtag as fn(&str) -> bool,
            ),
            ("lint-mentions", rules.mentions_max, is_mention),
            ("lint-links-many", rules.links_max, is_link),
        ];
        for (key, max, is_one) in counted {
            let mut those = tokens(&text.words).filter(|(_, token)| is_one(token));
            let Some((from, token)) = those.nth(max).filter(|_| max > 0) else {
                continue;
            };
            let n = max + 1 + those.count();
            let place = text.place().only(outlet.variant);
            let words = Words::new(key).with("code", &outlet.platform.code);
            let hit = words.with("n", n).with("max", max);
            said.say(Hit::at(place.from(from..from + token.len()), hit));
        }
    }
}

fn is_hashtag(token: &str) -> bool {
    let name = token.strip_prefix('#');
    name.is_some_and(|name| name.chars().any(char::is_alphabetic))
}

fn is_mention(token: &str) -> bool {
    let name = token.strip_prefix('@');
    name.is_some_and(|name| name.chars().any(char::is_alphanumeric))
}

fn is_link(token: &str) -> bool {
    token.starts_with("https://") || token.starts_with("http://")
}
