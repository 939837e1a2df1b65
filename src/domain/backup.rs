//! Backups: why one was made, what it is called, and which of many are kept.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::Moment;
use super::post::worded;

worded! {
    /// Why a backup was made.
    Why {
        /// She asked for it.
        Asked = "asked",
        /// The first look of the day.
        Daily = "daily",
        /// A newer program was about to change the schema.
        Schema = "schema",
        /// Much was about to come in from a file.
        Import = "import",
        /// Much was about to change at once.
        Bulk = "bulk",
        /// Another backup was about to take the desk's place.
        Restore = "restore",
    }
}

/// Daily backups kept: the newest of each of so many days, weeks and months.
const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;

/// Backups kept of every other reason.
const FEW: usize = 5;

/// How the moment is written in a name.
const STAMP: &str = "%Y-%m-%dT%H%MZ";

/// What a backup is called: `2026-11-24T0912Z-daily`; the second of one minute ends with `-2`.
pub fn name(at: Moment, why: Why, number: usize) -> String {
    let name = format!("{}-{}", at.format(STAMP), why.word());
    match number {
        0 | 1 => name,
        number => format!("{name}-{number}"),
    }
}

/// The moment and the reason in a name, if it is one of ours.
pub fn named(name: &str) -> Option<(Moment, Why)> {
    let (stamp, rest) = name.split_at_checked(16)?;
    let at = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?;
    let mut words = rest.strip_prefix('-')?.split('-');
    let why = Why::from_word(words.next()?)?;
    let number = words.next().map(str::parse::<usize>).transpose().ok()?;
    let at = DateTime::from_naive_utc_and_offset(at, chrono::Utc);
    // Only the exact spelling: what somebody else wrote by hand is not ours.
    (words.next().is_none() && self::name(at, why, number.unwrap_or(1)) == name)
        .then_some((at, why))
}

/// Which of these backups may go, by their place in the list. `day` tells on which day of hers a moment lies.
pub fn to_let_go(kept: &[(Moment, Why)], day: impl Fn(Moment) -> NaiveDate) -> Vec<usize> {
    let mut newest_first: Vec<usize> = (0..kept.len()).collect();
    newest_first.sort_by_key(|&at| std::cmp::Reverse(kept[at].0));
    let mut stays = BTreeSet::new();
    for why in Why::ALL {
        let of_it = newest_first
            .iter()
            .copied()
            .filter(|&at| kept[at].1 == *why);
        if *why != Why::Daily {
            stays.extend(of_it.take(FEW));
            continue;
        }
        let daily: Vec<usize> = of_it.collect();
        let first_day = |day: NaiveDate| (day.year(), day.ordinal());
        stays.extend(newest_of(&daily, DAYS, |at| first_day(day(kept[at].0))));
        stays.extend(newest_of(&daily, WEEKS, |at| {
            let day = day(kept[at].0);
            let monday = day - TimeDelta::days(i64::from(day.weekday().num_days_from_monday()));
            first_day(monday)
        }));
        stays.extend(newest_of(&daily, MONTHS, |at| {
            let day = day(kept[at].0);
            (day.year(), day.month())
        }));
    }
    (0..kept.len()).filter(|at| !stays.contains(at)).collect()
}

/// The newest of each of the first so many spans.
fn newest_of(
    newest_first: &[usize],
    most: usize,
    span: impl Fn(usize) -> (i32, u32),
) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    let newest = newest_first
        .iter()
        .copied()
        .filter(|&at| seen.insert(span(at)));
    newest.take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i64, hour: i64) -> Moment {
        let start = DateTime::from_timestamp(1_763_942_400, 0).unwrap();
        start + TimeDelta::days(day) + TimeDelta::hours(hour)
    }

    fn utc(at: Moment) -> NaiveDate {
        at.date_naive()
    }

    #[test]
    fn a_name_tells_when_and_why_and_nothing_else_is_a_name() {
        for why in Why::ALL {
            for number in [1, 2, 17] {
                let called = name(at(3, 9), *why, number);
                assert_eq!(named(&called), Some((at(3, 9), *why)), "{called}");
            }
        }
        assert_eq!(name(at(0, 9), Why::Daily, 1), "2025-11-24T0900Z-daily");
        for foreign in [
            "",
            "2025-11-24",
            "2025-11-24T0900Z",
            "2025-11-24T0900Z-",
            "2025-11-24T0900Z-mine",
            "2025-11-24T0900Z-daily-1",
            "2025-11-24T0900Z-daily-02",
            "2025-11-24T0900Z-daily-2-3",
            "2025-11-24T0900Z-daily ",
            "2025-13-24T0900Z-daily",
            "2025-11-24T0900Z/daily",
            "копия-2025-11-24-daily",
            ".making-2025-11-24T0900Z-daily",
        ] {
            assert_eq!(named(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn two_years_of_days_leave_seven_days_four_weeks_and_twelve_months() {
        let mut kept: Vec<(Moment, Why)> = Vec::new();
        for day in 0..730 {
            // Two windows on one day.
            kept.push((at(day, 8), Why::Daily));
            kept.push((at(day, 19), Why::Daily));
            for gone in to_let_go(&kept, utc).into_iter().rev() {
                kept.remove(gone);
            }
        }
        let days: BTreeSet<NaiveDate> = kept.iter().map(|it| utc(it.0)).collect();
        assert_eq!(days.len(), kept.len(), "one of each day");
        assert!(
            kept.iter()
                .all(|it| it.0 == at((it.0 - at(0, 0)).num_days(), 19))
        );
        let last = at(729, 19);
        let within = |days: i64| {
            kept.iter()
                .filter(|it| last - it.0 < TimeDelta::days(days))
                .count()
        };
        assert_eq!(within(7), 7);
        assert!((8..=11).contains(&within(28)), "{}", within(28));
        let months: BTreeSet<(i32, u32)> = days.iter().map(|it| (it.year(), it.month())).collect();
        assert_eq!(months.len(), 12, "{days:?}");
        assert!(kept.len() <= 23, "{}", kept.len());
    }

    #[test]
    fn of_every_other_reason_the_last_few_are_kept_and_days_do_not_crowd_them_out() {
        let mut kept: Vec<(Moment, Why)> = (0..9).map(|n| (at(n, 1), Why::Import)).collect();
        kept.extend((100..140).map(|n| (at(n, 1), Why::Daily)));
        kept.push((at(0, 0), Why::Asked));
        let gone = to_let_go(&kept, utc);
        assert_eq!(gone[..4], [0, 1, 2, 3]);
        assert!(gone.iter().all(|&it| kept[it].1 != Why::Asked));
        assert!(!gone.contains(&4) && !gone.contains(&8));
        assert!(to_let_go(&[], utc).is_empty());
    }
}
