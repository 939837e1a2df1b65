//! From "72 minutes ago" and "six days ago at 09:30" to moments, for the moment the demo is opened.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use chrono_tz::Tz;

use super::script::At;
use crate::domain::Moment;
use crate::domain::command::Planned;
use crate::domain::hours::Hours;
use crate::domain::zone::{Wall, resolve};

/// The script's slots are written for a desk opened on this day.
const WRITTEN_ON: Weekday = Weekday::Tue;

/// How far back a message may lie whose promise ends today: three weeks hold any run of closed days of the demo.
const FURTHEST_MIN: i64 = 21 * 24 * 60;

/// The day a client has, so many days ago.
pub(super) fn day_ago(now: Moment, zone: Tz, days: i64) -> NaiveDate {
    let today = Wall::at(now, zone).local.date();
    today
        .checked_sub_signed(Duration::days(days))
        .unwrap_or(today)
}

/// The planned moment, on the wall of the client's town.
pub(super) fn planned(at: At, now: Moment, zone: Tz) -> Planned {
    let local = match at {
        At::DaysAgo { days_ago, time } => day_ago(now, zone, days_ago).and_time(time),
        At::DaysAhead { days_ahead, time } => day_ago(now, zone, -days_ahead).and_time(time),
        At::MinutesAgo { minutes_ago } => {
            // Towards the past: what was late when the script was written must not come into its grace again.
            let wall = Wall::at(now - Duration::minutes(minutes_ago), zone).local;
            stepped(wall, minutes_ago)
        }
        At::MinutesAhead { minutes_ahead } => {
            let nearest = if minutes_ahead < 60 { 0 } else { 15 };
            let ahead = Duration::minutes(minutes_ahead + nearest);
            stepped(Wall::at(now + ahead, zone).local, minutes_ahead)
        }
    };
    Planned {
        local,
        zone: zone.name().to_owned(),
        at: resolve(local, zone).moment(),
    }
}

/// People plan for the half-hour, unless it is a matter of minutes.
fn stepped(wall: NaiveDateTime, distance_min: i64) -> NaiveDateTime {
    let minute = if distance_min < 60 {
        wall.minute()
    } else {
        wall.minute() / 30 * 30
    };
    let time = NaiveTime::from_hms_opt(wall.hour(), minute, 0);
    time.map_or(wall, |time| wall.date().and_time(time))
}

/// A weekday of the script, turned so that the day of opening is the one it was written on. 0 is Monday.
pub(super) fn turned(weekday: Weekday, now: Moment, zone: Tz) -> u8 {
    let today = Wall::at(now, zone).local.weekday();
    let turn = 7 + today.num_days_from_monday() - WRITTEN_ON.num_days_from_monday();
    ((weekday.num_days_from_monday() + turn) % 7) as u8
}

/// What a client promises to those who write.
pub(super) struct Promise {
    pub(super) hours: Hours,
    pub(super) minutes: u32,
    pub(super) zone: Tz,
}

impl Promise {
    /// When somebody must have written for the promise to end in `left_min`.
    ///
    /// Deadlines lie in working hours only. Where the wanted one does not, the promise ends at closing time, if that is
    /// still to come, and otherwise as soon as the client opens: the script's minutes may bend, but nobody becomes late.
    pub(super) fn received(&self, now: Moment, left_min: i64) -> Moment {
        let wanted = now + Duration::minutes(left_min);
        let ago = |minutes: i64| now - Duration::minutes(minutes);
        // The later they wrote, the later the promise ends: the first minute back that ends in time is found by halving.
        let (mut late, mut early) = (-1, FURTHEST_MIN);
        while early - late > 1 {
            let middle = i64::midpoint(late, early);
            if self.ends(ago(middle)) <= wanted {
                early = middle;
            } else {
                late = middle;
            }
        }
        if self.ends(ago(early)) > now {
            ago(early)
        } else {
            ago(late.max(0))
        }
    }

    /// Minutes left of the promise for what would be received so.
    pub(super) fn left_min(&self, now: Moment, left_min: i64) -> i64 {
        (self.ends(self.received(now, left_min)) - now).num_minutes()
    }

    fn ends(&self, received: Moment) -> Moment {
        self.hours.deadline(received, self.minutes, self.zone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn the_morning_of_the_screens_comes_out_as_drawn() {
        let now = moment("2026-11-24T06:12:30Z"); // 09:12 in Kazan
        let kazan = |at| {
            planned(at, now, Tz::Europe__Moscow)
                .local
                .format("%H:%M")
                .to_string()
        };
        let ahead = |minutes_ahead| kazan(At::MinutesAhead { minutes_ahead });
        assert_eq!(kazan(At::MinutesAgo { minutes_ago: 72 }), "08:00");
        let day: Vec<String> = [2, 108, 348, 408, 618].into_iter().map(ahead).collect();
        assert_eq!(day, ["09:14", "11:00", "15:00", "16:00", "19:30"]);
    }

    #[test]
    fn slots_meet_the_posts_on_every_day_of_the_week() {
        for days in 0..7 {
            let now = moment("2026-11-24T06:12:00Z") + Duration::days(days);
            let turned = u32::from(turned(Weekday::Thu, now, Tz::Europe__Moscow));
            let ahead = day_ago(now, Tz::Europe__Moscow, -2).weekday();
            assert_eq!(
                turned,
                ahead.num_days_from_monday(),
                "two days after a Tuesday"
            );
        }
    }

    #[test]
    fn a_promise_ends_when_the_script_says() {
        let promise = Promise {
            hours: Hours::default(),
            minutes: 120,
            zone: Tz::Europe__Moscow,
        };
        let now = moment("2026-11-24T06:12:30Z");
        assert_eq!(promise.received(now, 12), now - Duration::minutes(108));
        assert_eq!(promise.received(now, 120), now);
        assert_eq!(promise.left_min(now, 12), 12);
    }
}
