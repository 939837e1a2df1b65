//! Moments in cells: a day and a time of a wall, or one moment with its offset.

use chrono::{NaiveDateTime, SecondsFormat, TimeZone};
use chrono_tz::Tz;

use super::Cell;
use crate::domain::Moment;

/// The time of day of a moment on the wall of a zone. One that alone would mean another moment, because it comes twice that
/// day or the zone has changed its mind since, says its offset.
pub(super) fn clock(wall: NaiveDateTime, at: Moment, zone: Option<Tz>) -> Cell<'static> {
    let meant = zone.and_then(|zone| zone.from_local_datetime(&wall).single());
    if meant.is_some_and(|meant| meant == at) {
        return Cell::Clock(wall.time());
    }
    let minutes = (wall - at.naive_utc()).num_minutes();
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    let time = wall.format("%H:%M:%S");
    Cell::said(format!("{time}{sign}{hours:02}:{minutes:02}"))
}

/// A moment as scripts read it: RFC 3339 on the wall of a zone.
pub(super) fn outside(at: Option<Moment>, zone: Tz) -> Cell<'static> {
    at.map_or(Cell::Empty, |at| {
        let wall = at.with_timezone(&zone);
        Cell::said(wall.to_rfc3339_opts(SecondsFormat::Secs, true))
    })
}
