//! Words of time of her own: "обед" for noon, "пятничка" for Friday. Put to ours, never over them.

use serde::Deserialize;

use super::lexicon::{LONGEST, Lexicon};
use super::words::{Words, tokens};
use crate::domain::fold::fold;
use crate::domain::page::Mistake;
use crate::domain::page::lists::{Cut, with_hers};
use crate::domain::words::Words as Said;

/// The words of time with hers among them.
#[derive(Debug)]
pub struct Hers(Lexicon);

impl Hers {
    /// Reads a page of hers: lists named as in ours. Refuses the whole page with all its mistakes.
    pub fn read(page: &str) -> Result<Self, Vec<Mistake>> {
        let ours = include_str!("../../../assets/words/when.toml");
        let lists = with_hers(page, ours, &TimeWords)?;
        let words = Words::deserialize(toml::Value::Table(lists)).map_err(|error| {
            let words = Said::new("page-syntax").with("detail", error.message());
            vec![Mistake::whole(words)]
        })?;
        Ok(Self(Lexicon::of(&words)))
    }

    /// Puts hers in force, or ours alone again.
    pub fn put_in_force(hers: Option<Self>) {
        Lexicon::put_in_force(hers.map(|hers| hers.0));
    }

    /// The lexicon, for reading without putting it in force.
    #[cfg(test)]
    pub(super) const fn lexicon(&self) -> &Lexicon {
        &self.0
    }
}

/// How words of time are cut: `=` before an entry says that its marks count.
struct TimeWords;

impl Cut for TimeWords {
    fn entry(&self, written: &str) -> String {
        match written.strip_prefix('=') {
            Some(exact) => format!("={}", exact.to_lowercase()),
            None => fold(written),
        }
    }

    fn words(&self, entry: &str) -> Vec<String> {
        let cut = tokens(entry.strip_prefix('=').unwrap_or(entry), LONGEST + 1);
        if cut.len() > LONGEST {
            return Vec::new();
        }
        cut.into_iter().map(|token| token.word).collect()
    }
}
