//! A filter in words: short for the line above what it shows, spelt out while it is typed.

use super::Locale;
use crate::domain::filter::{Filter, Is};
use crate::domain::platform::Platforms;

/// What a filter does to what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sifted {
    /// Posts shown, and posts there are; none where nobody counts them.
    pub shown: Option<(usize, usize)>,
    /// Whether there are more than were counted.
    pub goes_on: bool,
    /// Late posts that do not pass.
    pub late_hidden: usize,
    /// Only so many posts with its words were looked at, the newest.
    pub cut_at: Option<usize>,
}

impl Locale {
    /// "VK · draft · люди · not “осень”".
    pub fn filter(&self, filter: &Filter) -> String {
        self.terms(filter, |is| self.term(is))
    }

    /// "channel VK · status draft · rubric люди · text not “осень”".
    pub fn filter_spelt(&self, filter: &Filter) -> String {
        self.terms(filter, |is| {
            let key = match is {
                Is::Client(_) => "filter-client",
                Is::Channel(_) => "filter-channel",
                Is::Stage(_) => "filter-stage",
                Is::Format(_) => "filter-format",
                Is::Rubric(_) => "filter-rubric",
                Is::Campaign(_) => "filter-campaign",
                Is::Flag(_) => return self.term(is),
                Is::Words(_) => "filter-text",
            };
            self.say(key, &[("what", self.term(is).into())])
        })
    }

    /// "filter: VK · draft", and what must not be cut off: " — 7 of 41 · 2 late hidden".
    pub fn filtered(&self, filter: &Filter, sifted: &Sifted) -> (String, String) {
        let line = self.say("filter-line", &[("what", self.filter(filter).into())]);
        let mut words = String::new();
        if let Some((shown, all)) = sifted.shown {
            let more = if sifted.goes_on { "+" } else { "" };
            let all = format!("{}{more}", self.number(all as i64));
            let shown = self.number(shown as i64);
            let args = [("shown", shown.into()), ("all", all.into())];
            words.push_str(" — ");
            words.push_str(&self.say("filter-shown", &args));
        }
        if sifted.late_hidden > 0 {
            let n = [("n", sifted.late_hidden.into())];
            words.push_str(" · ");
            words.push_str(&self.say("filter-late-hidden", &n));
        }
        if let Some(n) = sifted.cut_at {
            words.push_str(" · ");
            words.push_str(&self.say("filter-cut", &[("n", n.into())]));
        }
        (line, words)
    }

    fn terms(&self, filter: &Filter, say: impl Fn(&Is) -> String) -> String {
        let terms = filter.terms().iter().map(|term| {
            let words = say(&term.is);
            if term.not {
                self.say("filter-not", &[("what", words.into())])
            } else {
                words
            }
        });
        terms.collect::<Vec<_>>().join(" · ")
    }

    fn term(&self, is: &Is) -> String {
        match is {
            Is::Client(name) | Is::Rubric(name) | Is::Campaign(name) => name.clone(),
            Is::Channel(name) => Platforms::in_force()
                .by_id(name)
                .map_or_else(|| format!("@{name}"), |platform| platform.code.clone()),
            Is::Stage(stage) => self
                .text(&format!("filter-is-{}", stage.word()))
                .into_owned(),
            Is::Format(format) => self.text(&format!("format-{}", format.word())).into_owned(),
            Is::Flag(flag) => self
                .text(&format!("filter-is-{}", flag.word()))
                .into_owned(),
            Is::Words(words) => self.say("filter-quoted", &[("words", words.as_str().into())]),
        }
    }
}
