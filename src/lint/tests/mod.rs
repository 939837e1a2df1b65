//! The rules at work: what each must find and must let pass, in five languages, and what no text may do to them.

mod cards;
mod hostile;
mod others;
mod pictures;
mod real;
mod texts;

use chrono::TimeZone;

use super::{Finding, Outlet, Picture, Subject, Text, check};
use crate::domain::ids::{PostId, VariantId};
use crate::domain::lint::{Ad, RuleId};
use crate::domain::platform::Platforms;
use crate::domain::post::Format;

/// A post with one text on these platforms, and nothing else.
pub(super) fn post(words: &str, platforms: &[&str]) -> Subject {
    let outlets = platforms.iter().zip(1..).map(|(id, n)| Outlet {
        variant: VariantId(n),
        platform: Platforms::in_force().by_id(id).unwrap(),
        text_max: 0,
        at: None,
    });
    Subject {
        post: PostId(1),
        now: chrono::Utc
            .with_ymd_and_hms(2026, 11, 24, 6, 12, 0)
            .unwrap(),
        zone: chrono_tz::Europe::Moscow,
        format: Format::Text,
        texts: vec![Text {
            owner: None,
            words: words.to_owned(),
            outlets: outlets.collect(),
        }],
        first_comment: String::new(),
        link: String::new(),
        media: Vec::new(),
        avoid: Vec::new(),
        languages: Vec::new(),
        ad: Ad::default(),
        utm: String::new(),
        near: Vec::new(),
        off: Vec::new(),
    }
}

/// A picture that shows this.
pub(super) fn picture(alt: &str) -> Picture {
    Picture {
        name: "fair.jpg".to_owned(),
        bytes: 120_000,
        alt: alt.to_owned(),
        facts: None,
    }
}

/// What one rule finds.
pub(super) fn by(rule: RuleId, post: &Subject) -> Vec<Finding> {
    check(post)
        .into_iter()
        .filter(|it| it.rule == rule)
        .collect()
}

/// The pieces of the text that one rule points at.
pub(super) fn pieces(rule: RuleId, post: &Subject) -> Vec<String> {
    let text = &post.texts[0].words;
    let ranges = by(rule, post).into_iter().filter_map(|it| it.place.range);
    ranges.map(|range| text[range].to_owned()).collect()
}
