//! Bringing together what drifted apart: the base text as it was when hers was made from it, as it is now, and hers. What
//! only one side changed is taken, what both changed alike is taken once, and what both changed differently is asked.

use super::aligned::{aligned, words};

/// A stretch of the three texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hunk {
    /// Nothing to ask: this is how it reads.
    Settled(String),
    /// Both changed it, and not alike.
    Apart(Apart),
}

/// What both changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Apart {
    /// How the base read then.
    pub then: String,
    /// How the base reads now.
    pub now: String,
    /// How hers reads.
    pub hers: String,
}

/// Whose words are taken where both changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// Hers.
    Hers,
    /// Those of the base.
    Base,
    /// Hers, and those of the base behind them.
    Both,
}

impl Apart {
    /// The words of a choice.
    pub fn chosen(&self, choice: Choice) -> String {
        match choice {
            Choice::Hers => self.hers.clone(),
            Choice::Base => self.now.clone(),
            Choice::Both => {
                let ends = self.hers.chars().next_back();
                let begins = self.now.chars().next();
                let touch = ends.zip(begins);
                let parted = touch.is_none_or(|(a, b)| a.is_whitespace() || b.is_whitespace());
                let gap = if parted { "" } else { " " };
                format!("{}{gap}{}", self.hers, self.now)
            }
        }
    }
}

/// The stretches of the three texts in order. The work is bounded as that of [`aligned`] is.
pub fn merge(then: &str, now: &str, hers: &str) -> Vec<Hunk> {
    let [then, now, hers] = [then, now, hers].map(|text| words(text).collect::<Vec<&str>>());
    let to_hers: Vec<Option<usize>> = places(&then, &hers);
    let mut hunks = Hunks::default();
    let (mut a, mut b, mut c) = (0, 0, 0);
    for (x, y) in aligned(&then, &now) {
        let Some(z) = to_hers[x] else { continue };
        hunks.stretch(&then[a..x], &now[b..y], &hers[c..z]);
        hunks.settle(then[x]);
        (a, b, c) = (x + 1, y + 1, z + 1);
    }
    hunks.stretch(&then[a..], &now[b..], &hers[c..]);
    hunks.0
}

/// The text with a choice made for each stretch that both changed, in order; where none is made hers stays.
pub fn together(hunks: &[Hunk], choices: &[Choice]) -> String {
    let mut choices = choices.iter().copied();
    let each = hunks.iter().map(|hunk| match hunk {
        Hunk::Settled(text) => text.clone(),
        Hunk::Apart(apart) => apart.chosen(choices.next().unwrap_or(Choice::Hers)),
    });
    each.collect()
}

/// Where each word of the old list stands in the new one, if it stayed.
fn places(old: &[&str], new: &[&str]) -> Vec<Option<usize>> {
    let mut places = vec![None; old.len()];
    for (x, y) in aligned(old, new) {
        places[x] = Some(y);
    }
    places
}

/// Stretches being laid.
#[derive(Default)]
struct Hunks(Vec<Hunk>);

impl Hunks {
    fn stretch(&mut self, then: &[&str], now: &[&str], hers: &[&str]) {
        let settled = match (now == then, hers == then) {
            (_, true) => now,
            (true, _) => hers,
            _ if now == hers => now,
            _ => return self.apart(then, now, hers),
        };
        for word in settled {
            self.settle(word);
        }
    }

    fn settle(&mut self, word: &str) {
        match self.0.last_mut() {
            Some(Hunk::Settled(text)) => text.push_str(word),
            _ => self.0.push(Hunk::Settled(word.to_owned())),
        }
    }

    /// Changes that only a blank parts are asked about together.
    fn apart(&mut self, then: &[&str], now: &[&str], hers: &[&str]) {
        let new = Apart {
            then: then.concat(),
            now: now.concat(),
            hers: hers.concat(),
        };
        let blank = match self.0.as_slice() {
            [.., Hunk::Apart(_), Hunk::Settled(text)]
                if text.chars().all(|c| c.is_whitespace() && c != '\n') =>
            {
                text.clone()
            }
            _ => return self.0.push(Hunk::Apart(new)),
        };
        self.0.pop();
        if let Some(Hunk::Apart(last)) = self.0.last_mut() {
            last.then.extend([blank.as_str(), &new.then]);
            last.now.extend([blank.as_str(), &new.now]);
            last.hers.extend([blank.as_str(), &new.hers]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::chance::Rng;

    fn apart(hunks: &[Hunk]) -> Vec<&Apart> {
        let asked = hunks.iter().filter_map(|hunk| match hunk {
            Hunk::Apart(apart) => Some(apart),
            Hunk::Settled(_) => None,
        });
        asked.collect()
    }

    fn settled(then: &str, now: &str, hers: &str) -> String {
        let hunks = merge(then, now, hers);
        assert_eq!(apart(&hunks), Vec::<&Apart>::new());
        together(&hunks, &[])
    }

    #[test]
    fn what_only_one_side_changed_is_taken_and_what_both_changed_alike_is_taken_once() {
        let then = "Завтрак за 199 ₽ до полудня. Ждём вас!";
        let now = "Завтрак за 249 ₽ до полудня. Ждём вас!";
        let hers = "Друзья, завтрак за 199 ₽ до полудня. Ждём!";
        let hers = hers.replace("Друзья, завтрак", "Друзья! Завтрак");
        assert_eq!(
            settled(then, now, &hers),
            "Друзья! Завтрак за 249 ₽ до полудня. Ждём!"
        );
        let both = hers.replace("199", "249");
        assert_eq!(settled(then, now, &both), both);
    }

    #[test]
    fn what_both_changed_differently_is_asked_once_for_each_place() {
        let then = "Завтрак за 199 ₽ до полудня\n\nс любовью, Колос";
        let now = "Завтрак за 249 ₽ до полудня\n\nс уважением, Колос";
        let hers = "Завтрак за 229 ₽ до полудня\n\nс теплом, Колос";
        let hunks = merge(then, now, hers);
        let asked = apart(&hunks);
        assert_eq!(asked.len(), 2);
        assert_eq!(
            (&*asked[0].then, &*asked[0].now, &*asked[0].hers),
            ("199", "249", "229")
        );
        assert_eq!(
            together(&hunks, &[Choice::Base, Choice::Both]),
            "Завтрак за 249 ₽ до полудня\n\nс теплом, уважением, Колос"
        );
        assert_eq!(together(&hunks, &[]), hers);
        let beside = merge("мы ждём", "вы ждали", "они придут");
        assert_eq!(
            apart(&beside).len(),
            1,
            "a blank does not part two questions"
        );
    }

    #[test]
    fn whatever_the_texts_are_no_word_vanishes_unasked() {
        let alphabet = [
            "кот",
            "ёж",
            " ",
            "  ",
            "\n",
            "\n\n",
            "👨‍👩‍👧",
            "ა",
            "e\u{301}",
            "\u{200d}",
            "\u{202e}x",
            "#тег",
            "и",
        ];
        let mut chance = Rng::seeded(11);
        let mut any = |sides: usize| (chance.next() % sides as u64) as usize;
        for _ in 0..1_500 {
            let [a, b, c] = [0, 1, 2].map(|_| {
                let length = any(14);
                (0..length)
                    .map(|_| alphabet[any(alphabet.len())])
                    .collect::<String>()
            });
            assert_eq!(settled(&a, &a, &b), b);
            assert_eq!(settled(&a, &b, &a), b);
            assert_eq!(settled(&a, &b, &b), b);
            let hunks = merge(&a, &b, &c);
            let hers = together(&hunks, &[]);
            let both = together(&hunks, &vec![Choice::Both; hunks.len()]);
            // Every word of hers or of the base now is in what both together say, or stood in the base then and was
            // taken out by the other side.
            let words_of = |text: &str| words(text).map(str::to_owned).collect::<Vec<_>>();
            let (then, there) = (words_of(&a), both);
            for word in words_of(&b).iter().chain(&words_of(&c)) {
                let word = word.trim();
                assert!(
                    word.is_empty() || there.contains(word) || then.iter().any(|it| it == word),
                    "{word:?} of {a:?} {b:?} {c:?} is not in {there:?}"
                );
            }
            assert!(apart(&hunks).is_empty() || apart(&hunks).iter().all(|it| it.now != it.hers));
            assert_eq!(apart(&merge(&a, &a, &hers)).len(), 0);
        }
    }

    #[test]
    fn long_texts_are_brought_together_without_end_nowhere() {
        let page = |word: &str| format!("{word} слово раз ").repeat(5_500);
        let (then, now, hers) = (page("а"), page("б"), page("в"));
        assert!(then.chars().count() > 65_000);
        let hunks = merge(&then, &now, &hers);
        assert_eq!(together(&hunks, &[]), hers);
        let all = vec![Choice::Base; hunks.len()];
        assert_eq!(together(&hunks, &all), now);
    }
}
