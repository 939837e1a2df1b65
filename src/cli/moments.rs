//! Moments as they are written on the command line: exact ones, and ones gone by in words of time ("Tuesday", "вчера 10:00").

use chrono::{DateTime, Duration, NaiveDateTime, Utc};

use super::door::Door;
use super::named::shown;
use super::stop::Stop;
use crate::domain::Moment;
use crate::domain::campaign;
use crate::domain::when::{self, WhenError};
use crate::domain::words::Words;
use crate::domain::zone::{Resolved, day_start, resolve};

/// How a moment can be written.
const WALLS: [&str; 4] = [
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%dT%H:%M:%S",
];

/// The last minute of a day: as of a day is as of its end.
const END_OF_DAY: &str = "23:59";

/// A moment as she wrote it: RFC 3339, or a date and time on her wall. What the wall shows twice or never is said.
pub(super) fn exact(door: &mut Door<'_>, asked: &str) -> Result<Moment, Stop> {
    let asked = asked.trim();
    let Some(resolved) = written(asked, door) else {
        return Err(Stop::misasked(
            Words::new("due-no-moment").with("found", shown(asked)),
        ));
    };
    match resolved {
        Resolved::Plain(_) => {}
        Resolved::Gap { .. } => door.remark(&Words::new("due-gap").with("zone", door.zone.name())),
        Resolved::Fold { .. } => {
            door.remark(&Words::new("due-fold").with("zone", door.zone.name()));
        }
    }
    Ok(resolved.moment())
}

fn written(asked: &str, door: &Door<'_>) -> Option<Resolved> {
    if let Ok(exact) = DateTime::parse_from_rfc3339(asked) {
        return Some(Resolved::Plain(exact.with_timezone(&Utc)));
    }
    let mut forms = WALLS.iter();
    let local = forms.find_map(|form| NaiveDateTime::parse_from_str(asked, form).ok())?;
    Some(resolve(local, door.zone))
}

/// A moment gone by: an exact one, or words of time, of which the last one before now is meant. Of a day its end.
pub(super) fn past(door: &Door<'_>, asked: &str) -> Result<Moment, Stop> {
    let asked = asked.trim();
    if asked.is_empty() {
        return Err(misasked("past-no-moment", asked));
    }
    let found = written(asked, door).map(Resolved::moment);
    let found = found.or_else(|| spoken(asked, door)).or_else(|| {
        let end = spoken(&format!("{asked} {END_OF_DAY}"), door)?;
        // Of today only what has been counts.
        let day = |at: Moment| at.with_timezone(&door.zone).date_naive();
        Some(if day(end) == day(door.now) {
            end.min(door.now)
        } else {
            end
        })
    });
    let found = found.or_else(|| {
        let day = campaign::day(asked, door.now, door.zone).ok()?;
        Some(resolve(day.and_hms_opt(23, 59, 0)?, door.zone).moment())
    });
    match found {
        Some(at) if at <= door.now => Ok(at),
        Some(_) => Err(misasked("past-not-yet", asked)),
        None => Err(misasked("past-no-moment", asked)),
    }
}

/// One end of a stretch: a moment, or a day, which counts as a whole.
pub(super) fn bound(door: &Door<'_>, asked: &str, is_end: bool) -> Result<Moment, Stop> {
    let asked = asked.trim();
    if let Some(exact) = written(asked, door) {
        return Ok(exact.moment());
    }
    let day =
        campaign::day(asked, door.now, door.zone).map_err(|error| Stop::misasked(error.words()))?;
    let day = if is_end {
        day.succ_opt().unwrap_or(day)
    } else {
        day
    };
    Ok(day_start(day, door.zone))
}

/// Words of time that are over, or that name a day of the week: then the last one, and not the next.
fn spoken(asked: &str, door: &Door<'_>) -> Option<Moment> {
    let read = |now: Moment| when::parse(asked, now, door.zone).map(|it| it.resolved.moment());
    match read(door.now) {
        Err(WhenError::Past { at } | WhenError::JustPassed { at }) => {
            Some(resolve(at, door.zone).moment())
        }
        Err(_) => None,
        Ok(next) => {
            // A weekday stays where it is when it is read a day earlier, and comes a week earlier when it is read then.
            let names_a_day = read(door.now - Duration::days(1)) == Ok(next);
            let last = read(door.now - Duration::days(7)).ok();
            let last = last.filter(|last| names_a_day && *last <= door.now);
            Some(last.unwrap_or(next))
        }
    }
}

fn misasked(key: &str, asked: &str) -> Stop {
    Stop::misasked(Words::new(key).with("found", shown(asked)))
}
