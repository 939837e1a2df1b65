//! Parts of the day, and the hour they make of an hour: "7 вечера" is 19:00, "12 trưa" is noon.

use super::lexicon::Line;
use super::words::{Role, Sense};

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Am,
    Pm,
    Morning,
    Day,
    Evening,
    Night,
}

/// What becomes of an hour in a part of the day, in minutes of that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// This minute.
    At(u32),
    /// The midnight of that day, its first or its last.
    Midnight,
    /// There is no such hour then: "18 утра".
    Never,
}

/// The part of the day said here, where it ends, and whether it can only stand behind an hour.
pub(super) fn part(line: Line<'_>, at: usize) -> Option<(Part, usize, bool)> {
    let (found, next) = line.longest(at, |sense| match sense {
        Sense::Plays(Role::Am) => Some((Part::Am, true)),
        Sense::Plays(Role::Pm) => Some((Part::Pm, true)),
        Sense::Plays(Role::OfMorning) => Some((Part::Morning, true)),
        Sense::Plays(Role::OfDay) => Some((Part::Day, true)),
        Sense::Plays(Role::OfEvening) => Some((Part::Evening, true)),
        Sense::Plays(Role::OfNight) => Some((Part::Night, true)),
        Sense::Plays(Role::Morning) => Some((Part::Morning, false)),
        Sense::Plays(Role::Daytime) => Some((Part::Day, false)),
        Sense::Plays(Role::Evening) => Some((Part::Evening, false)),
        Sense::Plays(Role::Night) => Some((Part::Night, false)),
        _ => None,
    })?;
    Some((found.0, next, found.1))
}

impl Part {
    /// Whether both may be said of one hour: "8 pm tonight".
    pub(super) fn agrees(self, other: Self) -> bool {
        let halves = |part: Self, other: Self| match part {
            Part::Am => matches!(other, Part::Morning | Part::Night),
            Part::Pm => matches!(other, Part::Day | Part::Evening | Part::Night),
            _ => false,
        };
        self == other || halves(self, other) || halves(other, self)
    }

    /// Minutes since midnight as the part of the day means them.
    pub(super) fn tell(self, minutes: u32) -> Told {
        let half_day = 12 * 60;
        let (late, early) = (Told::At(minutes + half_day), Told::At(minutes % half_day));
        let same = Told::At(minutes);
        match (self, minutes / 60) {
            (Part::Night, 12) if minutes == half_day => Told::Midnight,
            (Part::Am | Part::Night, 12) => early,
            // Midnight after an evening is its end, and nothing comes after that.
            (Part::Evening, 12) if minutes > half_day => Told::Never,
            (Part::Am | Part::Morning, 0..12)
            | (Part::Pm, 12..24)
            | (Part::Day, 9..=18)
            | (Part::Evening, 16..=24)
            | (Part::Night, 0..6 | 18..=24) => same,
            (Part::Pm, 0..12)
            | (Part::Day, 0..9)
            | (Part::Evening, 4..=12)
            | (Part::Night, 6..12) => late,
            _ => Told::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_is_what_people_call_it() {
        let told = |part: Part, hour: u32, minute: u32| match part.tell(hour * 60 + minute) {
            Told::At(at) => Some((at / 60, at % 60)),
            _ => None,
        };
        for (part, hour, minute, meant) in [
            (Part::Am, 12, 0, Some((0, 0))),
            (Part::Am, 12, 30, Some((0, 30))),
            (Part::Am, 9, 15, Some((9, 15))),
            (Part::Am, 13, 0, None),
            (Part::Pm, 12, 30, Some((12, 30))),
            (Part::Pm, 6, 30, Some((18, 30))),
            (Part::Pm, 18, 30, Some((18, 30))),
            (Part::Morning, 9, 0, Some((9, 0))),
            (Part::Morning, 12, 0, None),
            (Part::Morning, 18, 0, None),
            (Part::Day, 12, 0, Some((12, 0))),
            (Part::Day, 11, 0, Some((11, 0))),
            (Part::Day, 3, 0, Some((15, 0))),
            (Part::Day, 0, 30, Some((12, 30))),
            (Part::Day, 20, 0, None),
            (Part::Evening, 7, 0, Some((19, 0))),
            (Part::Evening, 12, 0, Some((24, 0))),
            (Part::Evening, 2, 0, None),
            (Part::Night, 11, 45, Some((23, 45))),
            (Part::Night, 2, 0, Some((2, 0))),
            (Part::Night, 12, 30, Some((0, 30))),
            (Part::Night, 14, 0, None),
        ] {
            assert_eq!(told(part, hour, minute), meant, "{part:?} {hour}:{minute}");
        }
        assert_eq!(Part::Night.tell(720), Told::Midnight);
    }
}
