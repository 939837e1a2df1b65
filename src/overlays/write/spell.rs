//! The spelling of one word: how it may be meant, and words that are right although no dictionary knows them.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Reply, Write};
use crate::domain::command::{ClientCommand, Command};
use crate::domain::spell::words;
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Weight};
use crate::env::Env;
use crate::keys::{Code, Key};
use crate::proofreader::Errand;
use crate::ui::put_to;

/// The footer while a word is looked at. No letters: she may write in any layout.
pub(super) const HINTS: &[(&str, &str)] = &[
    ("1-9", "spell-hint-take"),
    ("F7", "spell-hint-next"),
    ("+", "spell-hint-mine"),
    ("*", "spell-hint-theirs"),
    ("Esc", "hint-back"),
];

/// A misspelt word she looks at.
#[derive(Debug)]
pub(super) struct Asked {
    range: Range<usize>,
    word: String,
    /// None: the proofreader is still at it.
    meant: Option<Vec<String>>,
}

impl Write {
    /// Looks at the misspelt word at the caret, else at the next one.
    pub(super) fn spell_here(&mut self, env: &Env<'_>) -> Reply {
        let caret = self.editor.caret();
        self.spell_from(|word| word.end >= caret, env)
    }

    /// The first misspelt word that is far enough, or the first of the text.
    fn spell_from(&mut self, is_ahead: impl Fn(&Range<usize>) -> bool, env: &Env<'_>) -> Reply {
        self.asked = None;
        let text = self.editor.text();
        let mut wrong = words(text).into_iter().map(|word| word.range);
        let mut first = None;
        let next = wrong.find(|range| {
            let is_wrong = self.is_misspelt(text.get(range.clone()));
            if is_wrong && first.is_none() {
                first = Some(range.clone());
            }
            is_wrong && is_ahead(range)
        });
        let Some(range) = next.or(first) else {
            return Reply::with(Effect::Toast(self.all_well(), Weight::Note));
        };
        let word = text.get(range.clone()).unwrap_or_default().to_owned();
        self.editor.select(range.clone());
        self.asked = Some(Asked {
            range,
            word: word.clone(),
            meant: None,
        });
        let spelling = self.spelling(env);
        Reply::with(Effect::Proofread(Errand::Suggest { word, spelling }))
    }

    /// Nothing is misspelt, or it cannot be known.
    fn all_well(&self) -> Words {
        match self.proof.lacking.first() {
            Some(lacking) => lacking.clone(),
            None if self.proof.is_spelt => Words::new("spell-well"),
            None => Words::new("spell-reading"),
        }
    }

    /// The proofreader knows how a word may be meant.
    pub fn suggested(&mut self, word: &str, meant: Vec<String>) {
        if let Some(asked) = self.asked.as_mut().filter(|asked| asked.word == word) {
            asked.meant = Some(meant);
        }
    }

    /// A key while a word is looked at; none: it is a key like any other, and the word is left.
    pub(super) fn asked_key(&mut self, key: Key, env: &Env<'_>) -> Option<Reply> {
        let asked = self.asked.take()?;
        match key.code {
            Code::Esc => Some(Reply::stay()),
            Code::F(7) => Some(self.spell_from(|word| word.start >= asked.range.end, env)),
            Code::Char('+') => Some(self.learn(asked, env, true)),
            Code::Char('*') => Some(self.learn(asked, env, false)),
            Code::Char(digit @ '1'..='9') => {
                let index = digit as usize - '1' as usize;
                let Some(meant) = asked.meant.as_ref().and_then(|meant| meant.get(index)) else {
                    self.asked = Some(asked);
                    return Some(Reply::stay());
                };
                let changed = self.editor.replace(asked.range.clone(), meant);
                Some(self.changed(changed, env))
            }
            _ => None,
        }
    }

    /// The word is right: for her everywhere, or for this client.
    fn learn(&mut self, asked: Asked, env: &Env<'_>, mine: bool) -> Reply {
        let word = asked.word;
        self.proof.misspelt.remove(&word);
        self.editor.put_caret(asked.range.end);
        if mine {
            let said = Words::new("spell-learnt").with("word", &word);
            let toast = Effect::Toast(said, Weight::Plain);
            return Reply::with(Effects::one(Effect::Proofread(Errand::Learn(word))).then(toast));
        }
        let client = self.client;
        if env.roster.client(client).is_none() {
            return Reply::stay();
        }
        Reply::with(Effect::Apply(Command::Client(ClientCommand::LearnWord {
            client,
            word,
        })))
    }

    pub(super) fn draw_asked(&self, bar: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let Some(asked) = self.asked.as_ref().filter(|_| bar.height > 0) else {
            return;
        };
        let end = bar.right();
        let mut x = put_to(buf, bar.x + 1, bar.y, end, &asked.word, env.theme.misspelt) + 2;
        let Some(meant) = &asked.meant else {
            put_to(buf, x, bar.y, end, "…", env.theme.dim);
            return;
        };
        if meant.is_empty() {
            let words = env.locale.text("spell-nothing-like-it");
            put_to(buf, x, bar.y, end, &words, env.theme.dim);
        }
        for (number, word) in (1..).zip(meant) {
            x = put_to(
                buf,
                x,
                bar.y,
                end,
                &format!("{number} "),
                env.theme.hint_key,
            );
            x = put_to(buf, x, bar.y, end, word, env.theme.text) + 2;
        }
    }
}
