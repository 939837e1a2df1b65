//! Longer than a channel takes, counted as its platform counts: part by part where it goes out as a chain, and as it goes out
//! there where it follows the base text.

use super::{Hit, Rule, Said, Subject};
use crate::domain::chain::{standing, tails};
use crate::domain::count::over_limit_tail;
use crate::domain::lint::{RuleId, Severity};
use crate::domain::outgoing::Outgoing;
use crate::domain::words::Words;
use crate::lint::finding::{Part, Place};

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::OverLimit,
    severity: Severity::Blocking,
    source: "the limits in platforms.toml, each with its own source",
    look,
};

fn look(post: &Subject, said: &mut Said) {
    let has_media = !post.media.is_empty();
    for (text, outlet) in post.outlets() {
        let rules = outlet.rules();
        // What a channel makes of the base text is what has to fit there.
        let follows = text.owner.is_none();
        let goes = follows.then(|| Outgoing::inherited(&text.words, Some(&rules)).text);
        let stands = standing(goes.as_ref().unwrap_or(&text.words), &rules, has_media);
        let Some(max) = stands.max.filter(|_| stands.over) else {
            continue;
        };
        let end = text.words.len();
        let mut tails = tails(&text.words, &rules, has_media).into_iter();
        let place = text
            .place()
            .only(outlet.variant)
            .from(tails.next().unwrap_or(end..end));
        let words = Words::new("lint-over-limit").with("code", &rules.code);
        said.say(Hit::at(
            place,
            words
                .with("n", stands.used.saturating_sub(max))
                .with("max", max),
        ));
    }
    comments(post, said);
}

/// A first comment that is longer than the comments of a platform.
fn comments(post: &Subject, said: &mut Said) {
    for (_, outlet) in post.outlets() {
        let platform = outlet.platform;
        let Some(limit) = platform.comment_limit().filter(|_| platform.first_comment) else {
            continue;
        };
        let Some(from) = over_limit_tail(&post.first_comment, &limit) else {
            continue;
        };
        let place = Place {
            part: Part::FirstComment,
            owner: None,
            about: vec![outlet.variant],
            range: Some(from..post.first_comment.len()),
        };
        let words = Words::new("lint-over-limit-comment").with("code", &platform.code);
        said.say(Hit::at(place, words.with("max", limit.max)));
    }
}
