//! What a process tells its neighbours after a commit: twelve bytes that say which nouns have changed and who writes.

use crate::domain::command::Change;

/// Every letter is as long as this; anything else is not ours.
pub(super) const LENGTH: usize = 12;

/// The first bytes, with the number of this form.
const OURS: [u8; 4] = *b"PDN1";

/// A letter from this process.
pub(super) fn write(change: Change) -> [u8; LENGTH] {
    let mut letter = [0; LENGTH];
    letter[..4].copy_from_slice(&OURS);
    letter[4] = change.bits();
    letter[8..].copy_from_slice(&std::process::id().to_le_bytes());
    letter
}

/// What a letter says; none for bytes that are no letter, say nothing, or came from this process itself.
pub(super) fn read(bytes: &[u8]) -> Option<Change> {
    let letter: &[u8; LENGTH] = bytes.try_into().ok()?;
    let is_own = letter[8..] == std::process::id().to_le_bytes();
    let change = Change::from_bits(letter[4]);
    (letter[..4] == OURS && !is_own && !change.is_none()).then_some(change)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A letter as another process would write it.
    fn from_elsewhere(change: Change) -> [u8; LENGTH] {
        let mut letter = write(change);
        letter[8] ^= 1;
        letter
    }

    #[test]
    fn a_letter_says_what_changed() {
        for change in [
            Change::PLAN,
            Change::INBOX.and(Change::NUMBERS),
            Change::ALL,
        ] {
            assert_eq!(read(&from_elsewhere(change)), Some(change));
            assert_eq!(read(&write(change)), None, "heard itself");
        }
        assert_eq!(read(&from_elsewhere(Change::NONE)), None);
    }

    #[test]
    fn what_is_no_letter_says_nothing_and_unknown_nouns_are_everything() {
        let whole = from_elsewhere(Change::PLAN);
        for length in 0..LENGTH {
            assert_eq!(read(&whole[..length]), None);
        }
        assert_eq!(read(&[0; 4096]), None);
        assert_eq!(read(&[whole.as_slice(), &[0]].concat()), None);
        for at in 0..4 {
            let mut other = whole;
            other[at] ^= 0x20;
            assert_eq!(read(&other), None);
        }
        for bits in 0..=u8::MAX {
            let mut letter = whole;
            letter[4] = bits;
            let wanted = match bits {
                0 => None,
                1..=31 => Some(Change::from_bits(bits)),
                _ => Some(Change::ALL),
            };
            assert_eq!(read(&letter), wanted, "{bits}");
        }
    }
}
