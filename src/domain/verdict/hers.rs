//! Words of her clients: what one of them says for a yes. Put to ours, never over them.

use serde::Deserialize;

use super::tokens::{Shape, tokens};
use super::words::Lexicon;
use crate::domain::page::Mistake;
use crate::domain::page::lists::{Cut, with_hers};
use crate::domain::words::Words;

/// The words of verdicts with hers among them.
#[derive(Debug)]
pub struct Hers(Lexicon);

impl Hers {
    /// Reads a page of hers: lists named as in ours. Refuses the whole page with all its mistakes.
    pub fn read(page: &str) -> Result<Self, Vec<Mistake>> {
        let ours = include_str!("../../../assets/words/verdict.toml");
        let lists = with_hers(page, ours, &AnswerWords)?;
        let lists = Deserialize::deserialize(toml::Value::Table(lists));
        let lists = lists.map_err(|error: toml::de::Error| {
            let words = Words::new("page-syntax").with("detail", error.message());
            vec![Mistake::whole(words)]
        })?;
        Ok(Self(Lexicon::new(lists)))
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

/// How words of an answer are cut. Hers count with marks and without.
struct AnswerWords;

impl Cut for AnswerWords {
    fn entry(&self, written: &str) -> String {
        // "Погнали!" is met without its mark as well.
        let speaks = |shape| !matches!(shape, Shape::Sign(sign) if sign.is_ascii_punctuation());
        let cut = tokens(written).into_iter();
        let cut = cut.filter(|token| speaks(token.shape));
        cut.map(|token| token.folded).collect::<Vec<_>>().join(" ")
    }

    fn words(&self, entry: &str) -> Vec<String> {
        let cut = tokens(entry);
        let met = |shape| matches!(shape, Shape::Word | Shape::Sign(_));
        if !cut.iter().all(|token| met(token.shape)) {
            return Vec::new();
        }
        cut.into_iter().map(|token| token.marked).collect()
    }
}
