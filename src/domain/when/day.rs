//! Days as people name them: "завтра", "в пятницу", "next friday", "thứ sáu tuần sau", "ensi perjantaina".

use super::lexicon::Line;
use super::part::part;
use super::words::{Role, Sense};

/// What a phrase says about the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// So many days from today.
    Ahead(i64),
    /// Monday is 0.
    Weekday(u32, Turn),
    /// Behind a weekday: which of them.
    Turn(Turn),
    /// The week that lies so many weeks ahead, from Monday.
    Week(u32),
    /// "Friday week": a week after the coming one.
    WeekAfter,
    /// "A week from Friday": the same.
    WeekFrom,
}

/// Which of the days with one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Nothing was said: the coming one.
    Any,
    /// "This Friday".
    Coming,
    /// "Next Friday".
    Next,
}

/// Words that name a day or a week by themselves.
const ALONE: &[(Role, Named)] = &[
    (Role::Yesterday, Named::Ahead(-1)),
    (Role::Today, Named::Ahead(0)),
    (Role::Tomorrow, Named::Ahead(1)),
    (Role::AfterTomorrow, Named::Ahead(2)),
    (Role::InThreeDays, Named::Ahead(3)),
    (Role::ThisWeek, Named::Week(0)),
    (Role::NextWeek, Named::Week(1)),
    (Role::WeekAfter, Named::WeekAfter),
    (Role::ComingAfter, Named::Turn(Turn::Coming)),
    (Role::NextAfter, Named::Turn(Turn::Next)),
];

/// Every day that may be named here, and where each ends.
pub(super) fn days(line: Line<'_>, at: usize) -> Vec<(Named, usize)> {
    let on = line.skip(at, Role::On);
    let mut found = Vec::new();
    for &(role, named) in ALONE {
        found.extend(
            line.role(at, role)
                .or(line.role(on, role))
                .map(|next| (named, next)),
        );
    }
    let weekday = |at| {
        line.senses(at)
            .any(|(sense, _)| matches!(sense, Sense::Weekday(_)))
    };
    let from_weekday = line.role(on, Role::WeekFrom).filter(|next| weekday(*next));
    found.extend(from_weekday.map(|next| (Named::WeekFrom, next)));
    // "This evening" is today's.
    if let Some(next) = line.role(on, Role::Coming)
        && part(line, next).is_some()
    {
        found.push((Named::Ahead(0), next));
    }
    let from = line.skip(on, Role::The);
    let coming = line.role(from, Role::Coming);
    for (start, turn) in [
        (Some(from), Turn::Any),
        (coming, Turn::Coming),
        (line.role(from, Role::Next), Turn::Next),
    ] {
        for (sense, next) in start.into_iter().flat_map(|start| line.senses(start)) {
            if let Sense::Weekday(day) = sense {
                found.push((Named::Weekday(day, turn), next));
            }
        }
    }
    found
}
