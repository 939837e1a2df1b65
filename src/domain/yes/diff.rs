//! What became of a text, word by word: the longest common run of words stays, the rest went or came.

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

/// Pairs of words and blanks compared at most; beyond it everything between the common ends counts as rewritten.
const MOST: usize = 1_000_000;

/// The pieces of both texts in order.
pub fn diff(old: &str, new: &str) -> Vec<Piece> {
    let (old, new): (Vec<&str>, Vec<&str>) = (words(old).collect(), words(new).collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let ends = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = ends.take_while(|(a, b)| a == b).count();
    let mut pieces = Pieces::default();
    pieces.all(Kind::Same, &old[..head]);
    between(
        &old[head..old.len() - tail],
        &new[head..new.len() - tail],
        &mut pieces,
    );
    pieces.all(Kind::Same, &old[old.len() - tail..]);
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

/// Words and the blanks between them in turn. Joined they are the text again.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_blank = rest.chars().next()?.is_whitespace();
        let end = rest.find(|c: char| c.is_whitespace() != is_blank);
        let (taken, left) = rest.split_at(end.unwrap_or(rest.len()));
        rest = left;
        Some(taken)
    })
}

/// How much a word counts among those that stayed: blanks are alike everywhere and must not draw words apart.
fn weight(word: &str) -> u32 {
    if word.starts_with(char::is_whitespace) {
        1
    } else {
        3
    }
}

/// The part between the common ends: both walked along their longest common run.
fn between(old: &[&str], new: &[&str], pieces: &mut Pieces) {
    if old.is_empty() || new.is_empty() || old.len().saturating_mul(new.len()) > MOST {
        pieces.all(Kind::Gone, old);
        pieces.all(Kind::New, new);
        return;
    }
    let width = new.len() + 1;
    // How much the rests from here on have in common.
    let mut common = vec![0_u32; (old.len() + 1) * width];
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            common[a * width + b] = if old[a] == new[b] {
                common[(a + 1) * width + b + 1] + weight(old[a])
            } else {
                common[(a + 1) * width + b].max(common[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b) = (0, 0);
    while a < old.len() && b < new.len() {
        if old[a] == new[b] {
            pieces.add(Kind::Same, old[a]);
            (a, b) = (a + 1, b + 1);
        } else if common[(a + 1) * width + b] >= common[a * width + b + 1] {
            pieces.add(Kind::Gone, old[a]);
            a += 1;
        } else {
            pieces.add(Kind::New, new[b]);
            b += 1;
        }
    }
    pieces.all(Kind::Gone, &old[a..]);
    pieces.all(Kind::New, &new[b..]);
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
