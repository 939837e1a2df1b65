//! Two spaces or more where one belongs.

use super::{Hit, Rule, Said, Subject};
use crate::domain::lint::{RuleId, Severity};
use crate::domain::words::Words;

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::Spaces,
    severity: Severity::Hint,
    source: "typography: one space between words",
    look,
};

const NO_BREAK: char = '\u{a0}';

fn look(post: &Subject, said: &mut Said) {
    for (text, place) in post.written() {
        for (from, run) in runs(text) {
            let one = if run.contains(NO_BREAK) {
                NO_BREAK
            } else {
                ' '
            };
            let hit = Hit::at(
                place.from(from..from + run.len()),
                Words::new("lint-spaces"),
            );
            said.say(hit.mended_by(Some(one.to_string())));
        }
    }
}

/// Runs of spaces inside a line; how a line begins and ends is left alone.
fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    text.split_inclusive('\n').flat_map(move |line| {
        let start = from;
        from += line.len();
        let inner = line.trim_end();
        let indent = inner.len() - inner.trim_start().len();
        runs_in(&inner[indent..]).map(move |(at, run)| (start + indent + at, run))
    })
}

fn runs_in(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_space = |c: char| c == ' ' || c == NO_BREAK;
    line.split(move |c: char| !is_space(c))
        .filter(|run| run.chars().nth(1).is_some())
        .map(move |run| (run.as_ptr() as usize - line.as_ptr() as usize, run))
}
