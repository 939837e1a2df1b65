//! Whether a moment that needs her hand falls outside her hours or on a day off of hers. A warning, never a refusal.

use chrono::{Datelike, NaiveDateTime, Timelike};
use chrono_tz::Tz;

use super::Days;
use crate::domain::Moment;
use crate::domain::channel::Mode;
use crate::domain::hours::Hours;
use crate::domain::ids::ClientId;

/// Where she has written no hours, nights before this hour are hers all the same.
const NIGHT_ENDS: u32 = 6;

/// When she works: her wall, her hours, her days off.
#[derive(Debug, Clone, Copy)]
pub struct Hers<'d> {
    /// Her zone.
    pub zone: Tz,
    /// Her hours; those that never close say nothing.
    pub hours: &'d Hours,
    /// Named days, days off among them.
    pub days: &'d Days,
}

/// A moment at which she does not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Off {
    /// What her wall shows then.
    pub local: NaiveDateTime,
    /// Why she does not work.
    pub why: OffReason,
}

/// Why she does not work at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OffReason {
    /// The day is off, by a mark of hers.
    DayOff {
        /// What it is called, if anything.
        name: String,
    },
    /// She never works on this weekday.
    Closed,
    /// It lies outside the hours of this day.
    Outside {
        /// The hours of the day: "7–23".
        hours: String,
    },
    /// It is night, and she has written no hours.
    Night,
}

/// Why a post of this client on a channel of this mode would find her away; none when it would not, or does not need her.
pub fn off_hours(at: Moment, client: ClientId, mode: Mode, hers: &Hers<'_>) -> Option<Off> {
    if !mode.is_by_hand() {
        return None;
    }
    let local = at.with_timezone(&hers.zone).naive_local();
    let weekday = local.weekday();
    let why = if let Some(mark) = hers.days.off(local.date(), client) {
        OffReason::DayOff {
            name: mark.name.clone(),
        }
    } else if hers.hours.is_always() {
        if local.hour() >= NIGHT_ENDS {
            return None;
        }
        OffReason::Night
    } else if hers.hours.is_open(at, hers.zone) {
        return None;
    } else {
        let hours = hers.hours.of(weekday);
        hours.map_or(OffReason::Closed, |hours| OffReason::Outside { hours })
    };
    Some(Off { local, why })
}
