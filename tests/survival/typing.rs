//! Somebody types: which keys, how fast, and what the text is after each of them.

use std::time::{Duration, Instant};

/// Chance that can be told again: the same number gives the same sitting.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn thrown(number: u64) -> Self {
        Self(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// From 0 up to, not including, `sides`.
    pub(crate) fn below(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }
}

const TEXTS: [&str; 4] = [
    " Рустам встаёт в четыре. В пять тесто уже на столе, в семь первый хлеб в печи, а в восемь вы едите его с мёдом. ",
    " Học phí lớp buổi tối bao nhiêu ạ? Lớp cho bé sáu tuổi còn chỗ không, em muốn đăng ký sớm. ",
    " Ждём 🥐 вас 👩‍🍳 завтра ❤️ утром 🇷🇺 за углом 👍🏽 приходите ",
    " Ждем йогурт и ещё чай ე ძალიან გემრიელი plain words too ",
];

/// What was pressed, when, and what the text had become.
pub(crate) struct Log {
    pub(crate) states: Vec<(Instant, String)>,
}

impl Log {
    /// Types at a fast person's pace for `span`, thinking now and then.
    pub(crate) fn typed(
        start: &str,
        span: Duration,
        dice: &mut Dice,
        mut press: impl FnMut(&str),
    ) -> Self {
        let end = Instant::now() + span;
        let text = TEXTS[dice.below(TEXTS.len() as u64) as usize];
        let mut now = start.to_owned();
        let mut states = Vec::new();
        for c in text.chars().cycle() {
            let key = if dice.below(40) == 0 && now.ends_with(is_plain) {
                now.pop();
                "\x7f".to_owned()
            } else {
                now.push(c);
                c.to_string()
            };
            states.push((Instant::now(), now.clone()));
            press(&key);
            let thinks = dice.below(60) == 0;
            let pause = if thinks {
                300 + dice.below(1_300)
            } else {
                5 + dice.below(16)
            };
            let left = end.saturating_duration_since(Instant::now());
            std::thread::sleep(Duration::from_millis(pause).min(left));
            if Instant::now() >= end {
                break;
            }
        }
        Self { states }
    }

    /// For how long what is missing from `survived` had been typed at the moment of the kill; none: it never stood so.
    pub(crate) fn loss(&self, start: &str, survived: &str, killed: Instant) -> Option<Duration> {
        let last = self.states.iter().rposition(|(_, text)| text == survived);
        let next = match last {
            Some(at) => at + 1,
            None if survived == start => 0,
            None => return None,
        };
        Some(self.states.get(next).map_or(Duration::ZERO, |(at, _)| {
            killed.saturating_duration_since(*at)
        }))
    }
}

/// Whether Backspace takes exactly this character.
fn is_plain(c: char) -> bool {
    matches!(c, 'a'..='z' | 'а'..='я' | '.' | ',')
}
