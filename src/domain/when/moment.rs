//! From a reading to the moment it means, or what is missing for one.

use chrono::{Duration, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use chrono_tz::Tz;

use super::When;
use super::calendar::{Frame, at};
use super::clock::{Clock, Doubt};
use super::error::WhenError;
use super::part::{Part, Told};
use super::reading::Reading;
use super::span::Span;
use crate::domain::Moment;
use crate::domain::zone::{Resolved, resolve};

/// Whoever writes a later year has slipped.
const FARTHEST_YEARS: u32 = 10;

/// "Fri 13" may be the day only while that day is near; of a later one people name the month.
const NEAR_DAYS: i64 = 14;

/// Where and when a line is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene {
    pub(super) now: Moment,
    pub(super) zone: Tz,
}

/// What a reading comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    /// A moment.
    Moment(When),
    /// A day whose hour is missing; none if only the part of a day was said.
    Hourless(Option<NaiveDate>),
    /// No moment.
    Refused(WhenError),
}

/// The time of day that was said.
#[derive(Debug, Clone, Copy)]
enum Hour {
    At(u32),
    /// The midnight a day begins or ends with.
    Midnight,
}

impl Scene {
    fn wall(self) -> NaiveDateTime {
        self.now.with_timezone(&self.zone).naive_local()
    }

    /// What a reading comes to; `said` are the words of its hour.
    pub(super) fn outcome(self, reading: &Reading, said: &str) -> Outcome {
        self.local(reading, said).unwrap_or_else(Outcome::Refused)
    }

    fn local(self, reading: &Reading, said: &str) -> Result<Outcome, WhenError> {
        let wall = self.wall();
        if reading.now {
            return Ok(Outcome::Moment(When {
                local: wall,
                resolved: Resolved::Plain(self.now),
                now: true,
            }));
        }
        if let Some(Span::Minutes(minutes)) = reading.span {
            return self.after(minutes).map(Outcome::Moment);
        }
        let hour = reading
            .clock
            .map(|clock| hour(clock, reading.part, said))
            .transpose()?;
        let minutes = hour.map(|hour| match hour {
            Hour::At(minutes) => minutes,
            Hour::Midnight => 24 * 60,
        });
        let today = wall.date();
        let frame = Frame {
            today,
            minutes,
            passed: minutes.is_some_and(|minutes| self.has_passed(at(today, minutes))),
        };
        let day = frame.day(reading)?;
        let local = match (day, hour) {
            // "Сегодня ночью в 2" is said before that night.
            (Some(day), Some(Hour::At(minutes))) if frame.passed && reading.is_tonight(minutes) => {
                at(day, minutes) + Duration::days(1)
            }
            (Some(day), Some(Hour::At(minutes))) => at(day, minutes),
            (Some(day), Some(Hour::Midnight)) => midnight(day, wall)?,
            (Some(day), None) if reading.keeps_the_hour() => {
                at(day, wall.hour() * 60 + wall.minute())
            }
            (None, Some(_)) => {
                at(today, minutes.unwrap_or(0)) + Duration::days(i64::from(frame.passed))
            }
            (day, None) => {
                let near = |day: &NaiveDate| {
                    !reading.has_bare_date() || (*day - today).num_days() < NEAR_DAYS
                };
                return Ok(Outcome::Hourless(day.filter(near)));
            }
        };
        self.on_the_clock(local).map(Outcome::Moment)
    }

    /// A distance on the clock.
    fn after(self, minutes: u32) -> Result<When, WhenError> {
        let moment = self.now + Duration::minutes(i64::from(minutes));
        let local = moment.with_timezone(&self.zone).naive_local();
        if minutes == 0 {
            return Err(WhenError::Past { at: local });
        }
        Ok(When {
            local,
            resolved: Resolved::Plain(moment),
            now: false,
        })
    }

    /// Whether the wall has shown this for the last time.
    fn has_passed(self, local: NaiveDateTime) -> bool {
        match resolve(local, self.zone) {
            Resolved::Fold { second, .. } => second <= self.now,
            resolved => resolved.moment() <= self.now,
        }
    }

    /// The moment the wall shows this; it must lie ahead, and not too far.
    fn on_the_clock(self, local: NaiveDateTime) -> Result<When, WhenError> {
        let last = self
            .wall()
            .checked_add_months(Months::new(12 * FARTHEST_YEARS));
        if last.is_none_or(|last| local > last) {
            return Err(WhenError::TooFar);
        }
        let resolved = match resolve(local, self.zone) {
            // The first of the two has gone by, so it is the second.
            Resolved::Fold { first, second } if first <= self.now && second > self.now => {
                Resolved::Plain(second)
            }
            resolved => resolved,
        };
        if resolved.moment() <= self.now {
            return Err(WhenError::Past { at: local });
        }
        Ok(When {
            local,
            resolved,
            now: false,
        })
    }
}

/// The midnight of a day that is still ahead; if both are, she must say which.
fn midnight(day: NaiveDate, wall: NaiveDateTime) -> Result<NaiveDateTime, WhenError> {
    let (first, second) = (at(day, 0), at(day, 24 * 60));
    if first > wall {
        Err(WhenError::TwoMoments { first, second })
    } else {
        Ok(second)
    }
}

/// The hour a clock and a part of the day say together.
fn hour(clock: Clock, part: Option<Part>, said: &str) -> Result<Hour, WhenError> {
    let never = || WhenError::NoSuchTime {
        word: said.to_owned(),
    };
    let minutes = clock.minutes;
    match (clock.doubt, clock.part.or(part)) {
        (Doubt::HalfSix, _) => Err(two_times(minutes, minutes - 60)),
        (Doubt::FirstHour, None) => Err(two_times(minutes, minutes + 12 * 60)),
        (Doubt::Midnight, Some(Part::Evening)) => Ok(Hour::At(24 * 60)),
        (Doubt::Midnight, None | Some(Part::Night)) => Ok(Hour::Midnight),
        (Doubt::Midnight, Some(_)) | (Doubt::Wrong, _) => Err(never()),
        (Doubt::None, None) => Ok(Hour::At(minutes)),
        (Doubt::None | Doubt::FirstHour, Some(part)) => match part.tell(minutes) {
            Told::At(minutes) => Ok(Hour::At(minutes)),
            Told::Midnight => Ok(Hour::Midnight),
            Told::Never => Err(never()),
        },
    }
}

fn two_times(first: u32, second: u32) -> WhenError {
    let time = |minutes: u32| {
        NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0).unwrap_or_default()
    };
    WhenError::TwoTimes {
        first: time(first),
        second: time(second),
    }
}
