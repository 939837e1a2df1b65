//! The checker in words: its rules by name, and what stands in the way of a post.

use super::{Lang, Locale};
use crate::domain::fold::fold;
use crate::domain::lint::RuleId;
use crate::domain::words::Words;

impl Locale<Lang> {
    /// The name of a rule.
    pub fn rule(&self, rule: RuleId) -> String {
        self.text(&format!("lint-rule-{}", rule.word()))
            .into_owned()
    }

    /// The rule of this name, or of this fixed word.
    pub fn rule_named(&self, said: &str) -> Option<RuleId> {
        let said = fold(said.trim());
        let is_it = |rule: &&RuleId| fold(rule.word()) == said || fold(&self.rule(**rule)) == said;
        RuleId::ALL.iter().find(is_it).copied()
    }

    /// All rules by their fixed words, for a refusal that names them.
    pub fn rule_words() -> String {
        let words: Vec<&str> = RuleId::ALL.iter().map(|rule| rule.word()).collect();
        words.join(", ")
    }

    /// Why a post is held back: the first reason, and how many more there are.
    pub fn held<'w>(&self, topic: &str, mut why: impl Iterator<Item = &'w Words>) -> Words {
        let first = why
            .next()
            .map_or_else(String::new, |words| self.words(words));
        Words::new("lint-held")
            .with("topic", topic)
            .with("why", first)
            .with("n", why.count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The client's card joins them with commas and takes them apart again.
    #[test]
    fn names_of_rules_can_stand_in_a_list() {
        for lang in Lang::ALL {
            let locale = Locale::new(*lang);
            for rule in RuleId::ALL {
                let name = locale.rule(*rule);
                assert!(!name.contains([',', ';']), "{name}");
                assert_eq!(locale.rule_named(&name), Some(*rule), "{name}");
            }
        }
    }
}
