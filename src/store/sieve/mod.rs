//! A filter as a question: which posts pass it, in SQL, with the words it looks for found already.
//!
//! The unit is the post: it passes as a whole, on all its channels, so that no verb ever takes half of one. What a
//! filter finds through an index (words, campaigns, rubrics that are not everywhere) becomes a short list of posts that
//! SQLite may begin with; everything else is tested on rows that are read in their order anyway.

mod late;
mod names;
mod terms;
#[cfg(test)]
mod tests;

use rusqlite::types::Value;

use super::clients::list;
use super::convert::int;
use super::error::Result;
use super::reader::Reader;
use crate::domain::Moment;
use crate::domain::filter::{Filter, Is};
use crate::domain::fold::fold;
use crate::domain::ids::ClientId;

/// Posts a filter may know by their keys; the newest ones, where words are found in more.
pub const MANY_POSTS: usize = 5000;

/// A variant of the post.
const VARIANT: &str = "SELECT 1 FROM agenda_sum x WHERE x.post = a.post";

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
        let wanted = filter.terms().iter().filter(|it| !it.not).map(|it| &it.is);
        self.narrow(wanted.clone(), &mut sieve)?;
        let mut of_variants: Vec<Test> = Vec::new();
        for group in groups(wanted) {
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

    /// What an index knows: the one client, and the posts that have all the words, or else those of a campaign or of a
    /// rubric, where they are few.
    fn narrow<'a>(
        &self,
        wanted: impl Iterator<Item = &'a Is> + Clone,
        sieve: &mut Sieve,
    ) -> Result<()> {
        let mut clients = wanted.clone().filter_map(|is| match is {
            Is::Client(name) => Some(name),
            _ => None,
        });
        if let (Some(name), None) = (clients.next(), clients.next())
            && let [client] = self.clients_called(name)?.as_slice()
        {
            sieve.and(("a.client = ?".to_owned(), vec![int(*client)]));
        }
        let words = wanted.clone().filter_map(|is| match is {
            Is::Words(words) => Some(words.as_str()),
            _ => None,
        });
        let words: Vec<&str> = words.collect();
        if !words.is_empty() {
            let (posts, is_cut) = self.posts_with(&words)?;
            sieve.is_cut = is_cut;
            sieve.and((format!("a.post IN {LISTED}"), vec![posts]));
            return Ok(());
        }
        for column in ["campaign", "rubric"] {
            let mut keys = Vec::new();
            let mut is_asked = false;
            for is in wanted.clone() {
                match (is, column) {
                    (Is::Campaign(name), "campaign") | (Is::Rubric(name), "rubric") => {
                        is_asked = true;
                        keys.extend(self.keys_of(column, name)?);
                    }
                    _ => {}
                }
            }
            let posts = if is_asked {
                self.posts_in(column, &keys)?
            } else {
                None
            };
            if let Some(posts) = posts {
                sieve.and((format!("a.post IN {LISTED}"), vec![listed(&posts)]));
                return Ok(());
            }
        }
        Ok(())
    }

    /// The posts of these campaigns or rubrics; none if they are too many to be listed.
    fn posts_in(&self, column: &str, keys: &[i64]) -> Result<Option<Vec<i64>>> {
        let sql = format!(
            "SELECT id FROM post WHERE {column} IS NOT NULL AND {column} IN {LISTED} LIMIT ?"
        );
        let limit = MANY_POSTS as i64 + 1;
        let posts = list(self.conn(), &sql, (listed(keys), limit), |row| row.get(0))?;
        Ok(Some(posts).filter(|posts| posts.len() <= MANY_POSTS))
    }

    /// The newest posts with all these wordings, and whether there are more than are listed. Every wording is one
    /// quoted phrase, so that no operator of the search language gets through.
    fn posts_with(&self, words: &[&str]) -> Result<(Value, bool)> {
        let phrase = |words: &&str| format!("\"{}\"*", fold(words).replace('"', "\"\""));
        let question: Vec<String> = words.iter().map(phrase).collect();
        let sql = "SELECT rowid FROM post_fts WHERE post_fts MATCH ? ORDER BY rowid DESC LIMIT ?";
        let asked = (question.join(" "), MANY_POSTS as i64 + 1);
        let mut posts: Vec<i64> = list(self.conn(), sql, asked, |row| row.get(0))?;
        let is_cut = posts.len() > MANY_POSTS;
        posts.truncate(MANY_POSTS);
        Ok((listed(&posts), is_cut))
    }
}

/// Terms that widen each other stand together; each flag stands alone. Words were looked up before.
fn groups<'a>(wanted: impl Iterator<Item = &'a Is>) -> Vec<Vec<&'a Is>> {
    let mut groups: Vec<Vec<&Is>> = Vec::new();
    for is in wanted.filter(|is| !matches!(is, Is::Words(_))) {
        let kind = std::mem::discriminant(is);
        let widens = |group: &&mut Vec<&Is>| {
            let same = group
                .first()
                .is_some_and(|it| std::mem::discriminant(*it) == kind);
            same && !matches!(is, Is::Flag(_))
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
