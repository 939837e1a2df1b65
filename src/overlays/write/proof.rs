//! What is known about the text without asking on each key: short texts are measured at once, long ones by the proofreader,
//! who spells both.

use std::collections::HashSet;

use super::Write;
use crate::domain::spell::language;
use crate::domain::tally::{Measures, Tally};
use crate::domain::words::Words;
use crate::env::Env;
use crate::proofreader::{Order, Spelling, Spelt};

/// A text of so many bytes is measured before the next frame, for eight channels as well; a longer one a moment later.
const SHORT: usize = 1_000;

/// How far the text has been read.
#[derive(Debug, Default)]
pub(super) struct Proof {
    /// How it measures; of a long text, how it measured a moment ago.
    pub(super) tally: Tally,
    /// Words that no dictionary knows.
    pub(super) misspelt: HashSet<String>,
    /// Dictionaries that are missing.
    pub(super) lacking: Vec<Words>,
    /// The text has been spelt once.
    pub(super) is_spelt: bool,
    /// Where the caret stood after the last change: a word is not judged while it is typed.
    pub(super) typing_at: Option<usize>,
    /// Counts the changes.
    turn: u64,
    /// What was sent to be read last.
    sent: Option<(u64, Spelling)>,
    /// The text is long and has changed since it was measured.
    is_behind: bool,
}

impl Write {
    /// The text has changed.
    pub(super) fn measure(&mut self, env: &Env<'_>) {
        self.pages[self.at].touched = true;
        self.findings.changed();
        self.proof.turn += 1;
        self.proof.typing_at = Some(self.editor.caret());
        self.proof.is_behind = self.editor.text().len() > SHORT;
        if !self.proof.is_behind {
            self.proof.tally = Tally::of(self.editor.text(), &self.measures(env));
            self.count_again(env);
        }
    }

    /// The text or what it is measured by is another one: measured now, however long it is.
    pub(super) fn measure_now(&mut self, env: &Env<'_>) {
        self.proof.turn += 1;
        self.proof.is_behind = false;
        self.proof.tally = Tally::of(self.editor.text(), &self.measures(env));
        self.count(env);
    }

    /// What the proofreader must read, if it has not been sent yet.
    pub fn order(&mut self, env: &Env<'_>) -> Option<Order> {
        let turn = self.proof.turn;
        let spelling = self.spelling(env);
        let sent = self.proof.sent.as_ref();
        if sent.is_some_and(|(sent, by)| *sent == turn && *by == spelling) {
            return None;
        }
        self.proof.sent = Some((turn, spelling.clone()));
        Some(Order {
            turn,
            text: self.editor.text().to_owned(),
            measures: self.proof.is_behind.then(|| self.measures(env)),
            spelling,
        })
    }

    /// The proofreader has measured the text of this turn.
    pub fn counted(&mut self, turn: u64, tally: Tally, env: &Env<'_>) {
        if turn == self.proof.turn {
            self.proof.is_behind = false;
        }
        // An older count is better than a still older one.
        if turn <= self.proof.turn {
            self.proof.tally = tally;
            self.count_again(env);
        }
    }

    /// The proofreader has spelt the text.
    pub fn spelt(&mut self, spelt: Spelt) {
        self.proof.misspelt = spelt.misspelt;
        self.proof.lacking = spelt.lacking;
        self.proof.is_spelt = true;
    }

    fn measures(&self, env: &Env<'_>) -> Measures {
        let each = self.channels.iter();
        Measures {
            channels: each
                .filter_map(|channel| Some((*channel, env.roster.platform(*channel)?.clone())))
                .collect(),
            is_base: self.at == 0,
            has_media: self.has_media,
            avoid: self.avoid.clone(),
        }
    }

    /// By the client's languages; a client that names none is written for in the language of the program.
    pub(super) fn spelling(&self, env: &Env<'_>) -> Spelling {
        let card = env.roster.client(self.client).map(|client| &client.card);
        let tags = card.map_or(&[][..], |card| card.languages.as_slice());
        let mut languages: Vec<String> = tags.iter().filter_map(|tag| language(tag)).collect();
        if languages.is_empty() {
            languages.push(env.locale.lang().tag().to_owned());
        }
        let mut words = card.map_or_else(Vec::new, |card| card.words.clone());
        let names = card.map_or_else(String::new, |card| format!("{} {}", card.name, card.short));
        words.extend(names.split_whitespace().map(str::to_owned));
        Spelling {
            client: self.client,
            languages,
            words,
        }
    }
}
