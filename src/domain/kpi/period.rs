//! Days that are counted together, and the days they are held against.

use chrono::{Datelike, Days, Months, NaiveDate};

/// Local days of a client, both ends counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Period {
    /// A day alone.
    pub const fn day(day: NaiveDate) -> Self {
        Self { from: day, to: day }
    }

    /// The whole calendar month that holds this day.
    pub fn month_of(day: NaiveDate) -> Self {
        let from = first_of_month(day);
        let next = from.checked_add_months(Months::new(1)).unwrap_or(from);
        Self {
            from,
            to: next.pred_opt().unwrap_or(day),
        }
    }

    /// Its days in order.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.from.iter_days().take_while(move |day| *day <= self.to)
    }

    /// How many days it has; none when it ends before it begins.
    pub fn len(self) -> usize {
        usize::try_from((self.to - self.from).num_days() + 1).unwrap_or(0)
    }

    /// Whether it ends before it begins.
    pub fn is_empty(self) -> bool {
        self.to < self.from
    }

    /// Whether the day is in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// The day before it begins: where a growth is measured from.
    pub fn eve(self) -> NaiveDate {
        self.from.pred_opt().unwrap_or(self.from)
    }
}

/// A period and the one it is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// The first of this month up to today.
    pub now: Period,
    /// The same days of the month before; where that month is shorter, all of it.
    pub before: Period,
}

impl Compared {
    /// This calendar month to date against the month before.
    pub fn month_to_date(today: NaiveDate) -> Self {
        let from = first_of_month(today);
        let back = Months::new(1);
        // Going back a month from the 31st lands on the last day of a shorter month: exactly the clipping we want.
        Self {
            now: Period { from, to: today },
            before: Period {
                from: from.checked_sub_months(back).unwrap_or(from),
                to: today.checked_sub_months(back).unwrap_or(today),
            },
        }
    }

    /// Whole days of the month that are behind us. Today is not: its numbers are still coming.
    pub fn days_gone(&self) -> usize {
        self.now.len().saturating_sub(1)
    }

    /// How much of the month is behind us, from 0 to 1.
    pub fn part_gone(&self) -> f64 {
        self.days_gone() as f64 / Period::month_of(self.now.to).len() as f64
    }

    /// From the first day that is asked about to the last.
    pub fn whole(&self) -> Period {
        Period {
            from: self.before.from,
            to: self.now.to,
        }
    }

    /// The newest day for which numbers can be whole.
    pub fn yesterday(&self) -> NaiveDate {
        self.now
            .to
            .checked_sub_days(Days::new(1))
            .unwrap_or(self.now.to)
    }
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn span(from: &str, to: &str) -> Period {
        Period {
            from: date(from),
            to: date(to),
        }
    }

    #[test]
    fn the_24th_is_held_against_the_24th() {
        let compared = Compared::month_to_date(date("2026-11-24"));
        assert_eq!(compared.now, span("2026-11-01", "2026-11-24"));
        assert_eq!(compared.before, span("2026-10-01", "2026-10-24"));
        assert_eq!(compared.days_gone(), 23);
        assert_eq!(compared.yesterday(), date("2026-11-23"));
        assert_eq!(
            compared.whole(),
            span("2026-10-01", "2026-11-24"),
            "one stretch of days"
        );
    }

    #[test]
    fn a_shorter_month_before_is_taken_whole() {
        let march = Compared::month_to_date(date("2027-03-31"));
        assert_eq!(march.before, span("2027-02-01", "2027-02-28"));
        let leap = Compared::month_to_date(date("2028-03-30"));
        assert_eq!(leap.before, span("2028-02-01", "2028-02-29"));
        let january = Compared::month_to_date(date("2027-01-31"));
        assert_eq!(january.before, span("2026-12-01", "2026-12-31"));
    }

    #[test]
    fn on_the_first_nothing_of_the_month_is_gone() {
        let first = Compared::month_to_date(date("2026-11-01"));
        assert_eq!(first.days_gone(), 0);
        assert_eq!(first.now.len(), 1);
        assert!(first.part_gone().abs() < f64::EPSILON);
        assert_eq!(first.now.eve(), date("2026-10-31"));
    }

    #[test]
    fn a_month_has_its_own_length() {
        assert_eq!(Period::month_of(date("2028-02-10")).len(), 29);
        assert_eq!(Period::month_of(date("2026-12-31")).len(), 31);
        assert_eq!(
            Period::month_of(date("2026-11-24")),
            span("2026-11-01", "2026-11-30")
        );
    }

    proptest! {
        #[test]
        fn the_two_never_overlap_and_never_differ_by_more_than_a_short_month(days in 0u64..40_000) {
            let today = date("1990-01-01") + Days::new(days);
            let compared = Compared::month_to_date(today);
            prop_assert!(compared.before.to < compared.now.from);
            prop_assert_eq!(compared.before.from.day(), 1);
            prop_assert_eq!(compared.now.from.day(), 1);
            prop_assert!(compared.before.len() <= compared.now.len());
            let month_before = Period::month_of(compared.before.from).len();
            prop_assert_eq!(compared.before.len(), compared.now.len().min(month_before));
            prop_assert!((0.0..1.0).contains(&compared.part_gone()));
            prop_assert_eq!(compared.now.days().count(), compared.now.len());
        }
    }
}
