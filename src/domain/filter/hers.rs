//! Words of a filter line of her own: what she calls a draft, a reel, late. Put to ours, never over them.

use super::words::Words;
use crate::domain::fold::fold;
use crate::domain::page::lists::{Cut, with_hers};
use crate::domain::page::{Mistake, quote};
use crate::domain::platform::Platforms;
use crate::domain::words::Words as Said;

/// The words of filters with hers among them.
#[derive(Debug)]
pub struct Hers(Words);

impl Hers {
    /// Reads a page of hers: lists named as in ours; no word of hers may mean one of these platforms. Refuses the whole
    /// page with all its mistakes.
    pub fn read(page: &str, platforms: &Platforms) -> Result<Self, Vec<Mistake>> {
        let ours = include_str!("../../../assets/words/filter.toml");
        let cut = FilterWords { platforms };
        let lists = with_hers(page, ours, &cut)?;
        let words = Words::of(lists).map_err(|error| {
            let words = Said::new("page-syntax").with("detail", quote(error.message()));
            vec![Mistake::whole(words)]
        })?;
        Ok(Self(words))
    }

    /// Puts hers in force, or ours alone again.
    pub fn put_in_force(hers: Option<Self>) {
        Words::put_in_force(hers.map(|hers| hers.0));
    }

    /// The words, for reading without putting them in force.
    #[cfg(test)]
    pub(super) const fn words(&self) -> &Words {
        &self.0
    }
}

/// How words of a filter are cut: between spaces, folded.
struct FilterWords<'p> {
    platforms: &'p Platforms,
}

impl Cut for FilterWords<'_> {
    fn entry(&self, written: &str) -> String {
        let folded = fold(written);
        folded.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn words(&self, entry: &str) -> Vec<String> {
        // A platform is found before any word of a list.
        if self.platforms.by_word(entry).is_some() {
            return Vec::new();
        }
        entry.split_whitespace().map(str::to_owned).collect()
    }
}
