//! A filter as a question: which posts pass it, in SQL, with the words it looks for found already.
//!
//! The unit is the post: it passes as a whole, on all its channels, so that no verb ever takes half of one. What a
//! filter finds through an index (words, campaigns, rubrics that are not everywhere) becomes a short list of posts that
//! SQLite may begin with; everything else is tested on rows that are read in their order anyway.

mod late;
mod names;
mod narrow;
mod terms;
#[cfg(test)]
mod tests;

use rusqlite::types::Value;

use super::convert::int;
use super::error::Result;
use super::reader::Reader;
use crate::domain::Moment;
use crate::domain::filter::{Filter, Is};
use crate::domain::ids::ClientId;

/// Posts a filter may know by their keys; the newest ones, where words are found in more.
pub const MANY_POSTS: usize = 5000;

/// A variant of the post. The index is named, because the planner would rather go through all drafts for each row.
const VARIANT: &str = "SELECT 1 FROM agenda_sum x INDEXED BY agenda_sum_post WHERE x.post = a.post";

/// Keys bound as one JSON list.
const LISTED: &str = "(SELECT value FROM json_each(?))";

/// A filter made ready to be asked, again and again until something changes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sieve {
    /// Whether row `a` of the agenda with its post `p` passes; empty where everything does.
    test: String,
    bound: Vec<Value>,
    is_cut: bool,
}

impl Sieve {
    /// Whether everything passes.
    pub fn is_open(&self) -> bool {
        self.test.is_empty()
    }

    /// Whether the words are found in more posts than it knows: only the newest [`MANY_POSTS`] of them pass.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The test as a value: 1 for what passes.
    pub(super) fn passes(&self) -> String {
        if self.is_open() {
            "1".to_owned()
        } else {
            format!("({}) IS TRUE", self.test)
        }
    }

    /// What the test's question marks stand for.
    pub(super) fn bound(&self) -> &[Value] {
        &self.bound
    }

    fn and(&mut self, (test, bound): Test) {
        if !self.test.is_empty() {
            self.test.push_str(" AND ");
        }
        self.test.push_str(&test);
        self.bound.extend(bound);
    }
}

/// What is asked about: everybody or one client, everything or what passes a sieve.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The client, if it is about one.
    pub scope: Option<ClientId>,
    /// What must be passed, if anything.
    pub sieve: Option<&'a Sieve>,
}

impl From<Option<ClientId>> for Asked<'_> {
    fn from(scope: Option<ClientId>) -> Self {
        Self { scope, sieve: None }
    }
}

impl<'a> From<(Option<ClientId>, &'a Sieve)> for Asked<'a> {
    fn from((scope, sieve): (Option<ClientId>, &'a Sieve)) -> Self {
        let sieve = Some(sieve).filter(|sieve| !sieve.is_open());
        Self { scope, sieve }
    }
}

impl Asked<'_> {
    /// What follows a condition on the agenda's row `a` and its post `p`, and what its question marks stand for.
    pub(super) fn clause(&self) -> (String, Vec<Value>) {
        let mut clause = String::new();
        let mut bound = Vec::new();
        if let Some(client) = self.scope {
            clause.push_str("AND a.client = ?");
            bound.push(int(client.0));
        }
        if let Some(sieve) = self.sieve {
            clause.push_str(" AND ");
            clause.push_str(&sieve.test);
            bound.extend(sieve.bound.iter().cloned());
        }
        (clause, bound)
    }
}

/// One test and what its question marks stand for.
type Test = (String, Vec<Value>);

impl Reader {
    /// Makes a filter ready. What it names and is not there any more lets nothing pass.
    pub fn sieve(&self, filter: &Filter, now: Moment) -> Result<Sieve> {
        let mut sieve = Sieve::default();
        let wanted = filter.terms().iter().filter(|it| !it.not);
        let wanted: Vec<&Is> = wanted.map(|it| &it.is).collect();
        self.narrow(&wanted, &mut sieve)?;
        let mut of_variants: Vec<Test> = Vec::new();
        for group in groups(&wanted) {
            let on_variants = group.first().is_some_and(|is| terms::is_of_variants(is));
            let tests = group.into_iter().map(|is| self.test(is, now));
            let test = joined(tests.collect::<Result<_>>()?, " OR ");
            if on_variants {
                of_variants.push(test);
            } else {
                sieve.and(test);
            }
        }
        if !of_variants.is_empty() {
            // Of the same channel: "vk draft" is not a post that is a draft elsewhere and out on VK.
            let (test, bound) = joined(of_variants, " AND ");
            sieve.and((format!("EXISTS ({VARIANT} AND {test})"), bound));
        }
        for term in filter.terms().iter().filter(|it| it.not) {
            let (test, bound) = match &term.is {
                Is::Words(words) => {
                    let (posts, is_cut) = self.posts_with(&[words])?;
                    sieve.is_cut |= is_cut;
                    (format!("a.post IN {LISTED}"), vec![posts])
                }
                is => self.test(is, now)?,
            };
            if terms::is_of_variants(&term.is) {
                sieve.and((format!("NOT EXISTS ({VARIANT} AND {test})"), bound));
            } else {
                sieve.and((format!("({test}) IS NOT TRUE"), bound));
            }
        }
        Ok(sieve)
    }
}

/// Terms that widen each other stand together; each flag stands alone. Words were looked up before.
fn groups<'a>(wanted: &[&'a Is]) -> Vec<Vec<&'a Is>> {
    let mut groups: Vec<Vec<&Is>> = Vec::new();
    let tested = wanted.iter().filter(|is| !matches!(is, Is::Words(_)));
    for is in tested.copied() {
        let kind = std::mem::discriminant(is);
        let widens = |group: &&mut Vec<&Is>| {
            let mut same = group.iter().map(|it| std::mem::discriminant(*it));
            !matches!(is, Is::Flag(_)) && same.any(|it| it == kind)
        };
        match groups.iter_mut().find(widens) {
            Some(group) => group.push(is),
            None => groups.push(vec![is]),
        }
    }
    groups
}

fn joined(tests: Vec<Test>, with: &str) -> Test {
    let (texts, bound): (Vec<String>, Vec<Vec<Value>>) = tests.into_iter().unzip();
    (format!("({})", texts.join(with)), bound.concat())
}

fn listed(keys: &[i64]) -> Value {
    let keys: Vec<String> = keys.iter().map(i64::to_string).collect();
    Value::Text(format!("[{}]", keys.join(",")))
}
