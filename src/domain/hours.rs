//! Working hours of a client or of hers, and the promise that is counted on them.
//!
//! Written as people write them: "daily 7-23", "Mon-Fri 8-16; Sat 10:00-14:00", "Fri 22-2", "always", and in Russian
//! "ежедневно 7-23", "пн-пт 8-16; сб 10-14", "всегда". Nothing written means always: a promise without hours runs on
//! the calendar.

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, Weekday};
use chrono_tz::Tz;

use super::Moment;
use super::words::Words;
use super::zone::resolve;

/// Minutes in a day.
const DAY: u16 = 24 * 60;

/// How far a deadline is looked for: hours that open once a week keep any promise of up to a year.
const FARTHEST: u64 = 370;

/// Opening times of a week, on the wall of some zone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hours {
    /// Spans in minutes of each weekday, Monday first; a span may run past midnight (its end is then over 1440).
    week: [Vec<(u16, u16)>; 7],
}

/// What is wrong with written hours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("cannot read the hours at {place:?}")]
pub struct HoursError {
    /// The word that was not understood.
    pub place: String,
}

impl HoursError {
    /// The sentence for her.
    pub fn words(&self) -> Words {
        Words::new("hours-bad").with("place", &self.place)
    }
}

impl Hours {
    /// Reads written hours.
    pub fn parse(text: &str) -> Result<Self, HoursError> {
        let mut hours = Self::default();
        let lower = text.trim().to_lowercase();
        if lower.is_empty() || ["always", "всегда", "круглосуточно"].contains(&lower.as_str())
        {
            return Ok(hours);
        }
        for group in lower
            .split(';')
            .map(str::trim)
            .filter(|group| !group.is_empty())
        {
            let bad = |place: &str| HoursError {
                place: place.to_owned(),
            };
            let (days, spans) = group.split_once(' ').ok_or_else(|| bad(group))?;
            let days = weekdays(days).ok_or_else(|| bad(days))?;
            for span in spans.split(',').map(str::trim) {
                let read = self::span(span).ok_or_else(|| bad(span))?;
                for day in &days {
                    hours.week[*day].push(read);
                }
            }
        }
        for day in &mut hours.week {
            day.sort_unstable();
        }
        Ok(hours)
    }

    /// Whether the hours never close.
    pub fn is_always(&self) -> bool {
        self.week.iter().all(Vec::is_empty)
    }

    /// Whether it is open at this moment.
    pub fn is_open(&self, at: Moment, zone: Tz) -> bool {
        self.is_always()
            || self
                .spans_from(at, zone)
                .next()
                .is_some_and(|(from, to)| from <= at && at < to)
    }

    /// The hours that begin on a weekday, as they are written everywhere: "7–23", "9:30–12, 13–18". None: closed.
    pub fn of(&self, day: Weekday) -> Option<String> {
        let spans = &self.week[day.num_days_from_monday() as usize];
        let clock = |minute: u16| match (minute / 60, minute % 60) {
            // Midnight at the end of a day is 24; past it the clock begins anew.
            (hour @ ..=24, 0) => hour.to_string(),
            (hour, 0) => (hour % 24).to_string(),
            (hour, minute) => format!("{}:{minute:02}", hour % 24),
        };
        let each = spans
            .iter()
            .map(|(from, to)| format!("{}–{}", clock(*from), clock(*to)));
        let hours: Vec<String> = each.collect();
        (!hours.is_empty()).then(|| hours.join(", "))
    }

    /// The next moment it opens, or this one if it is open.
    pub fn next_opening(&self, at: Moment, zone: Tz) -> Moment {
        if self.is_always() {
            return at;
        }
        self.spans_from(at, zone)
            .next()
            .map_or(at, |(from, _)| from.max(at))
    }

    /// The moment by which an answer is promised: `promise_min` working minutes after `received`. Where the hours cannot
    /// hold the promise within a year it falls back to the calendar, so that nothing waits for ever.
    pub fn deadline(&self, received: Moment, promise_min: u32, zone: Tz) -> Moment {
        let mut left = Duration::minutes(i64::from(promise_min));
        if self.is_always() {
            return received + left;
        }
        for (from, to) in self.spans_from(received, zone) {
            let from = from.max(received);
            if to - from >= left {
                return from + left;
            }
            left -= to - from;
        }
        received + Duration::minutes(i64::from(promise_min))
    }

    /// Working minutes between two moments; none when `to` is not after `from`.
    pub fn worked_minutes(&self, from: Moment, to: Moment, zone: Tz) -> i64 {
        if to <= from {
            return 0;
        }
        if self.is_always() {
            return (to - from).num_minutes();
        }
        let worked = self
            .spans_from(from, zone)
            .take_while(|(start, _)| *start < to)
            .fold(Duration::zero(), |sum, (start, end)| {
                sum + (end.min(to) - start.max(from))
            });
        worked.num_minutes()
    }

    /// Open spans that end after `at`, in order, without overlaps, for a year.
    fn spans_from(&self, at: Moment, zone: Tz) -> impl Iterator<Item = (Moment, Moment)> + '_ {
        let first = at.with_timezone(&zone).date_naive();
        let first = first.checked_sub_days(Days::new(2)).unwrap_or(first);
        let mut reached = DateTime::<chrono::Utc>::MIN_UTC;
        (0..FARTHEST)
            .filter_map(move |n| first.checked_add_days(Days::new(n)))
            .flat_map(move |day| {
                let spans = &self.week[day.weekday().num_days_from_monday() as usize];
                spans
                    .iter()
                    .map(move |(from, to)| (moment(day, *from, zone), moment(day, *to, zone)))
            })
            .filter_map(move |(from, to)| {
                // Overnight spans and generous typing may overlap; no minute counts twice.
                let from = from.max(reached);
                reached = reached.max(to);
                (from < to && to > at).then_some((from, to))
            })
    }
}

/// A minute of a day on the wall of a zone; minutes past midnight belong to the next day.
fn moment(day: NaiveDate, minute: u16, zone: Tz) -> Moment {
    let day = day
        .checked_add_days(Days::new(u64::from(minute / DAY)))
        .unwrap_or(day);
    let minute = u32::from(minute % DAY);
    let local = day
        .and_hms_opt(minute / 60, minute % 60, 0)
        .unwrap_or_default();
    resolve(local, zone).moment()
}

/// "daily", "mon-fri", "sat,sun", "fri", "пн-пт".
fn weekdays(text: &str) -> Option<Vec<usize>> {
    if ["daily", "ежедневно"].contains(&text) {
        return Some((0..7).collect());
    }
    let mut days = Vec::new();
    for part in text.split(',') {
        match part.split_once('-') {
            Some((from, to)) => {
                let (from, to) = (weekday(from)?, weekday(to)?);
                let count = (to + 7 - from) % 7;
                days.extend((0..=count).map(|n| (from + n) % 7));
            }
            None => days.push(weekday(part)?),
        }
    }
    Some(days)
}

fn weekday(text: &str) -> Option<usize> {
    const NAMES: [[&str; 2]; 7] = [
        ["mon", "пн"],
        ["tue", "вт"],
        ["wed", "ср"],
        ["thu", "чт"],
        ["fri", "пт"],
        ["sat", "сб"],
        ["sun", "вс"],
    ];
    NAMES.iter().position(|names| names.contains(&text))
}

/// "8-16", "10:00-14:30", "22-2"; an end not after its start is on the next day.
fn span(text: &str) -> Option<(u16, u16)> {
    let (from, to) = text.split_once(['-', '–'])?;
    let (from, to) = (minute(from)?, minute(to)?);
    let to = if to <= from { to + DAY } else { to };
    (from < DAY).then_some((from, to))
}

fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':').unwrap_or((text.trim(), "0"));
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour <= 24 && minute < 60 && hour * 60 + minute <= DAY).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::chance::Rng;
    use chrono::TimeZone;

    const HELSINKI: Tz = chrono_tz::Europe::Helsinki;

    fn at(zone: Tz, y: i32, m: u32, d: u32, h: u32, min: u32) -> Moment {
        zone.with_ymd_and_hms(y, m, d, h, min, 0)
            .earliest()
            .unwrap()
            .to_utc()
    }

    #[test]
    fn a_promise_waits_for_the_next_opening() {
        let hours = Hours::parse("Mon-Fri 8-16").unwrap();
        // Friday 15:00 plus eight working hours: Monday 15:00.
        let friday = at(HELSINKI, 2026, 11, 20, 15, 0);
        assert_eq!(
            hours.deadline(friday, 480, HELSINKI),
            at(HELSINKI, 2026, 11, 23, 15, 0)
        );
        // Saturday night starts counting on Monday at eight.
        let saturday = at(HELSINKI, 2026, 11, 21, 23, 30);
        assert_eq!(
            hours.deadline(saturday, 60, HELSINKI),
            at(HELSINKI, 2026, 11, 23, 9, 0)
        );
        assert_eq!(
            hours.next_opening(saturday, HELSINKI),
            at(HELSINKI, 2026, 11, 23, 8, 0)
        );
        assert!(!hours.is_open(saturday, HELSINKI) && hours.is_open(friday, HELSINKI));
        assert_eq!(
            hours.worked_minutes(friday, at(HELSINKI, 2026, 11, 23, 9, 0), HELSINKI),
            120
        );
    }

    #[test]
    fn the_hours_of_a_day_are_said_shortly() {
        let hours = Hours::parse("Mon-Fri 9:30-12, 13-18; Sat 22-2; Sun 0-24").unwrap();
        let of = |day| hours.of(day);
        assert_eq!(of(Weekday::Mon).as_deref(), Some("9:30–12, 13–18"));
        assert_eq!(of(Weekday::Sat).as_deref(), Some("22–2"));
        assert_eq!(of(Weekday::Sun).as_deref(), Some("0–24"));
        assert_eq!(Hours::default().of(Weekday::Mon), None);
    }

    #[test]
    fn nights_and_clock_changes_count_real_minutes() {
        let night = Hours::parse("daily 22-6").unwrap();
        // The night of 28 to 29 March 2026 has one hour less in Helsinki.
        let evening = at(HELSINKI, 2026, 3, 28, 22, 0);
        assert_eq!(
            night.worked_minutes(evening, at(HELSINKI, 2026, 3, 29, 12, 0), HELSINKI),
            7 * 60
        );
        assert_eq!(
            night.deadline(evening, 7 * 60, HELSINKI),
            at(HELSINKI, 2026, 3, 29, 6, 0)
        );
    }

    #[test]
    fn unreadable_hours_name_the_place() {
        for (text, place) in [
            ("Mo 8-16", "mo"),
            ("Mon 8", "8"),
            ("Mon-Fri 8-25", "8-25"),
            ("daily", "daily"),
            ("Sat 9-12, x", "x"),
        ] {
            assert_eq!(Hours::parse(text).unwrap_err().place, place, "{text}");
        }
        assert!(Hours::parse("").unwrap().is_always());
    }

    #[test]
    fn a_deadline_is_what_counting_minute_by_minute_says() {
        let mut rng = Rng::seeded(5);
        let weeks = [
            "daily 7-23",
            "Mon-Fri 8-16",
            "Sat 10:00-14:00; Sun 22-2",
            "daily 22-2",
            "Wed 9-10, 9:30-11",
            "daily 0-24",
        ];
        for round in 0..60 {
            let hours = Hours::parse(weeks[(rng.next() % 6) as usize]).unwrap();
            // Around both clock changes of 2026, and anywhere in between.
            let day = [
                at(HELSINKI, 2026, 3, 27, 0, 0),
                at(HELSINKI, 2026, 10, 23, 0, 0),
                at(HELSINKI, 2026, 6, 1, 0, 0),
            ][round % 3];
            let received = day + Duration::minutes((rng.next() % 6000) as i64);
            let promise = (rng.next() % 900) as u32 + 1;
            let mut left = promise;
            let mut now = received;
            while left > 0 {
                let open = hours.is_open(now, HELSINKI);
                now += Duration::minutes(1);
                left -= u32::from(open);
            }
            assert_eq!(
                hours.deadline(received, promise, HELSINKI),
                now,
                "{hours:?} {received} {promise}"
            );
        }
    }

    #[test]
    fn hours_are_read_in_russian_too() {
        for (russian, english) in [
            ("ежедневно 7-23", "daily 7-23"),
            ("Пн-Пт 8-16; сб 10-14", "Mon-Fri 8-16; Sat 10-14"),
            ("вс,вт 10-12", "sun,tue 10-12"),
            ("Всегда", "always"),
            ("круглосуточно", ""),
        ] {
            assert_eq!(Hours::parse(russian), Hours::parse(english), "{russian}");
        }
        assert_eq!(Hours::parse("птн 8-16").unwrap_err().place, "птн");
    }
}
