//! What is wrong with a card: every mistake with the number of its field, all at once.

use crate::domain::fold::fold;
use crate::domain::lint::RuleId;
use crate::domain::rubric::read_share;
use crate::domain::zone::zone_by_name;
use crate::env::Env;

/// What is wrong, each with the number of its field.
#[derive(Default)]
pub(super) struct Mistakes(Vec<(usize, String)>);

impl Mistakes {
    pub(super) fn add(&mut self, field: usize, words: String) {
        self.0.push((field, words));
    }

    pub(super) fn unless(&mut self, fine: bool, field: usize, words: impl FnOnce() -> String) {
        if !fine {
            self.add(field, words());
        }
    }

    /// A whole number; an empty field means the usual one.
    pub(super) fn number(&mut self, text: &str, field: usize, usual: u32, env: &Env<'_>) -> u32 {
        if text.is_empty() {
            return usual;
        }
        text.parse().unwrap_or_else(|_| {
            self.add(field, env.locale.text("prompt-not-a-number").into_owned());
            usual
        })
    }

    /// "меню 30, люди 30": names, each with its share of the month in per cent or without one.
    pub(super) fn rubrics(
        &mut self,
        text: &str,
        field: usize,
        env: &Env<'_>,
    ) -> Vec<(String, Option<u32>)> {
        let parts = text
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty());
        let mut rubrics: Vec<(String, Option<u32>)> = Vec::new();
        for part in parts {
            let number = |word: &str| word.trim_end_matches('%').parse::<u32>().is_ok();
            let (name, share) = match part.rsplit_once(' ') {
                Some((name, share)) if number(share) => (name.trim(), share),
                _ => (part, ""),
            };
            if rubrics.iter().any(|(other, _)| fold(other) == fold(name)) {
                self.add(field, env.locale.text("rubric-name-taken").into_owned());
            }
            match read_share(share) {
                Ok(share) => rubrics.push((name.to_owned(), share)),
                Err(refused) => self.add(field, env.locale.words(&refused.words())),
            }
        }
        rubrics
    }

    /// A zone by its name.
    pub(super) fn zone(&mut self, named: &str, field: usize, env: &Env<'_>) -> String {
        match zone_by_name(named) {
            Ok(zone) => zone.name().to_owned(),
            Err(error) => {
                self.add(field, env.locale.words(&error.words()));
                String::new()
            }
        }
    }

    /// Rules of the checker by their names.
    pub(super) fn lints(&mut self, names: &[String], field: usize, env: &Env<'_>) -> Vec<RuleId> {
        let mut rules = Vec::new();
        for name in names {
            match env.locale.rule_named(name) {
                Some(rule) if rules.contains(&rule) => {}
                Some(rule) => rules.push(rule),
                None => {
                    let args = [("found", name.as_str().into())];
                    self.add(field, env.locale.say("card-lints-unknown", &args));
                }
            }
        }
        rules
    }

    pub(super) fn none(self) -> Result<(), Vec<(usize, String)>> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(self.0)
        }
    }
}
