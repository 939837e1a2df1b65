//! Moving planned times together: by days on the wall, by minutes on the clock, every post by the same.

use chrono::{NaiveDateTime, TimeDelta};
use chrono_tz::Tz;

use super::command::Planned;
use super::zone::{Resolved, resolve};

/// How far times move. Days keep the hour on the wall, whatever the clocks do in between; minutes pass as they pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shift {
    /// Whole days of the calendar; negative is earlier.
    pub days: i64,
    /// Minutes of the clock; negative is earlier.
    pub minutes: i64,
}

impl Shift {
    /// Whole days.
    pub const fn days(days: i64) -> Self {
        Self { days, minutes: 0 }
    }

    /// What takes one wall time to another: the days between them, and the difference of the hours.
    pub fn between(from: NaiveDateTime, to: NaiveDateTime) -> Self {
        Self {
            days: (to.date() - from.date()).num_days(),
            minutes: (to.time() - from.time()).num_minutes(),
        }
    }

    /// Whether it moves nothing.
    pub const fn is_nothing(self) -> bool {
        self.days == 0 && self.minutes == 0
    }

    /// Where a planned time lands, and what a change of the clocks does to it there. None beyond the calendar.
    pub fn land(self, local: NaiveDateTime, zone: Tz) -> Option<(Planned, Resolved)> {
        let day = local.checked_add_signed(TimeDelta::try_days(self.days)?)?;
        let mut resolved = resolve(day, zone);
        let mut local = day;
        if self.minutes != 0 {
            let at = resolved
                .moment()
                .checked_add_signed(TimeDelta::try_minutes(self.minutes)?)?;
            local = at.with_timezone(&zone).naive_local();
            resolved = Resolved::Plain(at);
        }
        let at = resolved.moment();
        let zone = zone.name().to_owned();
        Some((Planned { local, zone, at }, resolved))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn days_keep_the_hour_over_a_change_of_the_clocks_and_hours_do_not() {
        let helsinki = chrono_tz::Europe::Helsinki;
        let land = |shift: Shift, from: &str| shift.land(at(from), helsinki).unwrap();
        let (kept, _) = land(Shift::days(1), "2026-10-24 12:00");
        assert_eq!(kept.local, at("2026-10-25 12:00"));
        let (passed, _) = land(
            Shift {
                days: 0,
                minutes: 24 * 60,
            },
            "2026-10-24 12:00",
        );
        assert_eq!(
            passed.local,
            at("2026-10-25 11:00"),
            "that night is an hour longer"
        );
        let (back, _) = land(Shift::days(-1), "2026-10-25 12:00");
        assert_eq!(back.local, at("2026-10-24 12:00"));
    }

    #[test]
    fn an_hour_that_is_skipped_is_told() {
        let (_, resolved) = Shift::days(1)
            .land(at("2027-03-27 03:30"), chrono_tz::Europe::Helsinki)
            .unwrap();
        assert!(matches!(resolved, Resolved::Gap { .. }));
    }

    #[test]
    fn what_lies_beyond_the_calendar_is_refused() {
        assert_eq!(
            Shift::days(i64::MAX).land(at("2026-10-24 12:00"), Tz::UTC),
            None
        );
        assert_eq!(
            Shift::days(300_000_000).land(at("2026-10-24 12:00"), Tz::UTC),
            None
        );
    }

    #[test]
    fn the_way_between_two_walls_leads_from_one_to_the_other() {
        let (from, to) = (at("2026-11-24 19:30"), at("2026-11-27 09:15"));
        let (landed, _) = Shift::between(from, to).land(from, Tz::UTC).unwrap();
        assert_eq!(landed.local, to);
    }
}
