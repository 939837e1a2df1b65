//! THE CHECKER: one engine over what goes out. A rule is a small file of its own that looks at a scope, here one post on
//! its channels, and says what is wrong, where, and how it may be mended.
//!
//! It knows only what it is told: no store, no clock, no chance. What it is told is a [`Subject`], and what it says are
//! [`Finding`]s. The same engine looks at any other scope that has rules.

mod finding;
mod mend;
mod near;
mod rules;
mod spans;
mod subject;
#[cfg(test)]
mod tests;

pub use finding::{Finding, Part, Place};
pub use mend::mended;
pub use near::{PRINTS, likeness, prints};
pub use subject::{Near, Outlet, Picture, Subject, Text};

use crate::domain::lint::{RuleId, Severity};

/// One rule for a scope.
pub struct Rule<S> {
    /// Its name.
    pub id: RuleId,
    /// How much its findings weigh, unless one of them says otherwise.
    pub severity: Severity,
    /// Where it comes from.
    pub source: &'static str,
    /// Looks, and says what it found.
    look: fn(&S, &mut Said),
}

/// What a rule has said so far.
#[derive(Default)]
pub(crate) struct Said(Vec<Hit>);

/// One thing that a rule has found, not yet under its name.
pub(crate) struct Hit {
    place: Place,
    words: crate::domain::words::Words,
    fix: Option<String>,
    severity: Option<Severity>,
}

impl Said {
    /// One more finding.
    fn say(&mut self, hit: Hit) {
        self.0.push(hit);
    }
}

/// Findings of one rule on one post: more of a kind than anybody reads are not told.
const MOST: usize = 40;

/// All rules for one post on its channels.
pub const fn rules() -> &'static [Rule<Subject>] {
    rules::POST
}

/// What the rules find, the heaviest first and then from the top of the text down; rules that are off say nothing.
pub fn check(post: &Subject) -> Vec<Finding> {
    let on = rules().iter().filter(|rule| !post.off.contains(&rule.id));
    let mut found: Vec<Finding> = on.flat_map(|rule| one(rule, post)).collect();
    found.sort_by_key(Finding::order);
    found
}

/// What the rules find that keeps a post from going out; nothing else is looked for.
pub fn blocking(post: &Subject) -> Vec<Finding> {
    let on = rules()
        .iter()
        .filter(|rule| rule.severity == Severity::Blocking && !post.off.contains(&rule.id));
    let mut found: Vec<Finding> = on.flat_map(|rule| one(rule, post)).collect();
    found.retain(|it| it.severity == Severity::Blocking);
    found.sort_by_key(Finding::order);
    found
}

/// What one rule finds in a scope.
fn one<S>(rule: &Rule<S>, scope: &S) -> Vec<Finding> {
    let mut said = Said::default();
    (rule.look)(scope, &mut said);
    let named = said.0.into_iter().take(MOST).map(|hit| Finding {
        rule: rule.id,
        severity: hit.severity.unwrap_or(rule.severity),
        place: hit.place,
        words: hit.words,
        fix: hit.fix,
    });
    named.collect()
}
