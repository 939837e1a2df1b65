//! The key that does things, told apart from the same key held down: what comes thirty times a second is one press.

use chrono::Duration;

use crate::domain::Moment;

/// Enter counts after this much silence; key repeat is ten times faster.
const SILENCE: Duration = Duration::milliseconds(300);

/// When it was pressed last.
#[derive(Debug, Default)]
pub(super) struct Enter(Option<Moment>);

impl Enter {
    /// A window opens: the press that opened it may still be held.
    pub(super) fn wait(&mut self, now: Moment) {
        self.0 = Some(now);
    }

    /// Whether a press at this moment is a new one. A clock that was set back makes none a held one.
    pub(super) fn is_new(&mut self, now: Moment) -> bool {
        let before = self.0.replace(now);
        before.is_none_or(|before| before > now || now - before >= SILENCE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_key_is_pressed_once_until_it_is_let_go() {
        let at = |millis| Moment::from_timestamp_millis(millis).unwrap();
        let mut enter = Enter::default();
        enter.wait(at(0));
        let pressed: Vec<bool> = [33, 66, 299, 350, 660, 700]
            .map(|millis| enter.is_new(at(millis)))
            .to_vec();
        assert_eq!(pressed, [false, false, false, false, true, false]);
        assert!(enter.is_new(at(100)), "the clock was set back");
    }
}
