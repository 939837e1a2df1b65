//! Longer than a platform takes, counted as the platform counts.

use super::{Hit, Rule, Said, Subject};
use crate::domain::count::{over_limit_tail, standing};
use crate::domain::lint::{RuleId, Severity};
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
        let platform = outlet.platform;
        let stands = standing(&text.words, platform, has_media);
        let Some(max) = stands.max.filter(|_| stands.over) else {
            continue;
        };
        let tails = platform.text_limits(has_media);
        let tail = tails
            .filter_map(|limit| over_limit_tail(&text.words, &limit))
            .min();
        let from = tail.unwrap_or(text.words.len());
        let place = text
            .place()
            .only(outlet.variant)
            .from(from..text.words.len());
        let words = Words::new("lint-over-limit").with("code", &platform.code);
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
