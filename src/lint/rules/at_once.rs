//! The same words in many places at the same hour: whoever follows two of them reads them twice, and networks hide them.

use super::{Hit, Rule, Said, Subject};
use crate::domain::Moment;
use crate::domain::lint::{RuleId, Severity};
use crate::domain::words::Words;
use crate::lint::subject::{Outlet, Text};

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::AtOnce,
    severity: Severity::Hint,
    source: "the trade: never many identical posts at once",
    look,
};

/// One post on two different networks is everyday work; from so many on it is a flood.
const MANY: usize = 3;

fn look(post: &Subject, said: &mut Said) {
    let written = post.texts.iter();
    for text in written.filter(|text| !text.words.trim().is_empty()) {
        let mut told: Vec<i64> = Vec::new();
        for outlet in &text.outlets {
            let Some(hour) = outlet.at.map(hour_of).filter(|hour| !told.contains(hour)) else {
                continue;
            };
            told.push(hour);
            let those: Vec<&Outlet> = same_hour(text, hour);
            let twice = those.iter().any(|it| {
                let here = those
                    .iter()
                    .filter(|other| other.platform.id == it.platform.id);
                here.count() > 1
            });
            if those.len() >= MANY || twice {
                let codes: Vec<&str> = those.iter().map(|it| it.platform.code.as_str()).collect();
                let mut place = text.place();
                place.about = those.iter().map(|it| it.variant).collect();
                let words = Words::new("lint-at-once").with("codes", codes.join(" "));
                said.say(Hit::at(place, words));
            }
        }
    }
}

fn hour_of(at: Moment) -> i64 {
    at.timestamp().div_euclid(3_600)
}

fn same_hour(text: &Text, hour: i64) -> Vec<&Outlet> {
    let outlets = text.outlets.iter();
    outlets
        .filter(|it| it.at.map(hour_of) == Some(hour))
        .collect()
}
