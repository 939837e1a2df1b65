//! What became of a text, word by word: the longest common run of words stays, the rest went or came.

use crate::domain::aligned::{aligned, words};

/// A stretch of text that stayed, went or came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// Only in the old one.
    Gone(String),
    /// Only in the new one.
    New(String),
}

/// What stood in one place and what stands there now; one of them may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Swap {
    /// The old words.
    pub gone: String,
    /// The new words.
    pub new: String,
}

/// The pieces of both texts in order.
pub fn diff(old: &str, new: &str) -> Vec<Piece> {
    let (old, new): (Vec<&str>, Vec<&str>) = (words(old).collect(), words(new).collect());
    let mut pieces = Pieces::default();
    let (mut a, mut b) = (0, 0);
    for (x, y) in aligned(&old, &new) {
        pieces.all(Kind::Gone, &old[a..x]);
        pieces.all(Kind::New, &new[b..y]);
        pieces.add(Kind::Same, old[x]);
        (a, b) = (x + 1, y + 1);
    }
    pieces.all(Kind::Gone, &old[a..]);
    pieces.all(Kind::New, &new[b..]);
    pieces.0.into_iter().map(Into::into).collect()
}

/// Only what changed: what went beside what came in its place. Blanks alone do not part two changes.
pub fn swaps(pieces: &[Piece]) -> Vec<Swap> {
    let mut swaps: Vec<Swap> = Vec::new();
    // Blanks since the last change; none where words have stayed since.
    let mut between: Option<&str> = None;
    for piece in pieces {
        let (gone, new) = match piece {
            Piece::Same(text) => {
                let is_blank = text.chars().all(char::is_whitespace);
                between = between.filter(|_| is_blank).map(|_| text.as_str());
                continue;
            }
            Piece::Gone(text) => (text.as_str(), ""),
            Piece::New(text) => ("", text.as_str()),
        };
        let blanks = between.replace("");
        match swaps.last_mut().zip(blanks) {
            Some((swap, blanks)) => {
                swap.gone.extend([blanks, gone]);
                swap.new.extend([blanks, new]);
            }
            None => swaps.push(Swap {
                gone: gone.to_owned(),
                new: new.to_owned(),
            }),
        }
    }
    swaps
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Same,
    Gone,
    New,
}

/// Pieces being laid: words of one kind in a row become one.
#[derive(Default)]
struct Pieces(Vec<(Kind, String)>);

impl Pieces {
    fn add(&mut self, kind: Kind, word: &str) {
        match self.0.last_mut() {
            Some((last, text)) if *last == kind => text.push_str(word),
            _ => self.0.push((kind, word.to_owned())),
        }
    }

    fn all(&mut self, kind: Kind, words: &[&str]) {
        for word in words {
            self.add(kind, word);
        }
    }
}

impl From<(Kind, String)> for Piece {
    fn from((kind, text): (Kind, String)) -> Self {
        match kind {
            Kind::Same => Piece::Same(text),
            Kind::Gone => Piece::Gone(text),
            Kind::New => Piece::New(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::chance::Rng;

    fn swapped(old: &str, new: &str) -> Vec<(String, String)> {
        let swaps = swaps(&diff(old, new));
        swaps.into_iter().map(|it| (it.gone, it.new)).collect()
    }

    fn pair(gone: &str, new: &str) -> (String, String) {
        (gone.to_owned(), new.to_owned())
    }

    #[test]
    fn a_price_stands_out_among_words_that_stayed() {
        assert_eq!(
            swapped("Завтрак за 199 ₽ до полудня", "Завтрак за 249 ₽ до полудня"),
            [pair("199", "249")]
        );
        assert_eq!(
            swapped("раз два три", "раз три четыре"),
            [pair("два ", ""), pair("", " четыре")]
        );
        assert_eq!(
            swapped("мы ждём вас утром", "вы ждёте нас утром"),
            [pair("мы ждём вас", "вы ждёте нас")],
            "blanks that stayed do not part what changed"
        );
        assert_eq!(swapped("то же", "то же"), []);
        assert_eq!(swapped("", "впервые"), [pair("", "впервые")]);
        assert_eq!(swapped("навсегда", ""), [pair("навсегда", "")]);
    }

    #[test]
    fn two_books_are_not_compared_word_by_word() {
        let book = |word: &str| format!("{word} ").repeat(4_000);
        let pieces = diff(&book("раз"), &book("два"));
        let lengths: Vec<usize> = pieces
            .iter()
            .map(|(Piece::Same(text) | Piece::Gone(text) | Piece::New(text))| text.len())
            .collect();
        let whole = book("раз").len() - 1;
        assert_eq!(
            lengths,
            [whole, whole, 1],
            "only the blank at the end stayed"
        );
    }

    #[test]
    fn whatever_changed_both_texts_can_be_put_together_again() {
        let mut chance = Rng::seeded(3);
        let mut any = |sides: usize| (chance.next() % sides as u64) as usize;
        let alphabet = ["кот", "ёж", "  ", "\n", "👨‍👩‍👧", "ა", " "];
        for _ in 0..2_000 {
            let [old, new] = [0, 1].map(|_| {
                let length = any(12);
                (0..length).map(|_| alphabet[any(7)]).collect::<String>()
            });
            let pieces = diff(&old, &new);
            let put = |left_out: fn(&Piece) -> bool| -> String {
                let kept = pieces.iter().filter(|piece| !left_out(piece));
                kept.map(|(Piece::Same(text) | Piece::Gone(text) | Piece::New(text))| &**text)
                    .collect()
            };
            assert_eq!(put(|piece| matches!(piece, Piece::New(_))), old);
            assert_eq!(put(|piece| matches!(piece, Piece::Gone(_))), new);
        }
    }
}
