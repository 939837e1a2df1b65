//! When a moment finds her away: zones, nights, changes of the clocks, days off. Every answer is by hand.

use chrono::{NaiveDateTime, TimeZone};
use chrono_tz::Tz;

use super::*;
use crate::domain::channel::Mode;
use crate::domain::hours::Hours;

const MOSCOW: Tz = Tz::Europe__Moscow;
const HELSINKI: Tz = Tz::Europe__Helsinki;
const SAIGON: Tz = Tz::Asia__Ho_Chi_Minh;
const TBILISI: Tz = Tz::Asia__Tbilisi;

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

/// A wall and its time, her hours, and why she is away then; she lives in Moscow.
type Row = (Tz, &'static str, &'static str, &'static str);

const TABLE: &[Row] = &[
    // Her own wall, the ends of the hours included and not.
    (MOSCOW, "2026-11-27 18:30", "daily 7-23", "at work"),
    (MOSCOW, "2026-11-27 07:00", "daily 7-23", "at work"),
    (MOSCOW, "2026-11-27 06:59", "daily 7-23", "outside 7–23"),
    (MOSCOW, "2026-11-27 23:00", "daily 7-23", "outside 7–23"),
    // Planned on other walls: 07:30 in Đà Nẵng is 03:30 in Moscow, 10:00 in Telavi 09:00, 08:00 in Lahti 09:00.
    (SAIGON, "2026-11-27 07:30", "daily 7-23", "outside 7–23"),
    (SAIGON, "2026-11-27 11:00", "daily 7-23", "at work"),
    (SAIGON, "2026-11-28 03:30", "daily 7-23", "outside 7–23"),
    (SAIGON, "2026-11-28 02:59", "daily 7-23", "at work"),
    (TBILISI, "2026-11-27 08:00", "daily 7-23", "at work"),
    (TBILISI, "2026-11-27 07:59", "daily 7-23", "outside 7–23"),
    // In summer Lahti's wall is hers, in winter an hour behind: the change is on 25 October 2026.
    (HELSINKI, "2026-10-24 07:00", "daily 7-23", "at work"),
    (HELSINKI, "2026-10-24 06:30", "daily 7-23", "outside 7–23"),
    (HELSINKI, "2026-10-26 06:30", "daily 7-23", "at work"),
    (HELSINKI, "2026-10-26 22:30", "daily 7-23", "outside 7–23"),
    (HELSINKI, "2026-10-24 22:30", "daily 7-23", "at work"),
    (HELSINKI, "2027-03-27 22:30", "daily 7-23", "outside 7–23"),
    (HELSINKI, "2027-03-28 22:30", "daily 7-23", "at work"),
    // Hours by weekday: closed on Sunday, two spans on Monday, a night that runs into Saturday.
    (MOSCOW, "2026-11-29 12:00", "Mon-Fri 9-18", "closed"),
    (
        MOSCOW,
        "2026-11-30 12:30",
        "Mon-Fri 9:30-12, 13-18",
        "outside 9:30–12, 13–18",
    ),
    (
        MOSCOW,
        "2026-11-30 13:00",
        "Mon-Fri 9:30-12, 13-18",
        "at work",
    ),
    (MOSCOW, "2026-11-28 01:30", "Fri 22-2", "at work"),
    (MOSCOW, "2026-11-28 02:00", "Fri 22-2", "closed"),
    (MOSCOW, "2026-11-27 21:00", "Fri 22-2", "outside 22–2"),
    // No hours written: only the night is hers. Hours that never close say that even the night is not.
    (MOSCOW, "2026-11-27 05:59", "", "night"),
    (MOSCOW, "2026-11-27 06:00", "", "at work"),
    (MOSCOW, "2026-11-27 00:00", "", "night"),
    (SAIGON, "2026-11-27 09:00", "", "night"),
    (MOSCOW, "2026-11-27 03:00", "daily 0-24", "at work"),
    // Days off go by her wall: in Đà Nẵng it is the second already, or still the first.
    (MOSCOW, "2026-12-01 12:00", "daily 7-23", "day off отпуск"),
    (SAIGON, "2026-12-02 01:00", "daily 7-23", "day off отпуск"),
    (SAIGON, "2026-12-01 02:30", "daily 7-23", "at work"),
    (MOSCOW, "2026-12-01 03:00", "", "day off отпуск"),
    // A day off for another client, a name that is no day off.
    (MOSCOW, "2026-12-03 12:00", "daily 7-23", "at work"),
    (MOSCOW, "2026-12-04 12:00", "daily 7-23", "day off"),
    (MOSCOW, "2026-11-29 12:00", "daily 7-23", "at work"),
];

/// Why, in one word and what it is called.
fn said(why: Option<&OffReason>) -> String {
    match why {
        None => "at work".to_owned(),
        Some(OffReason::DayOff { name }) => format!("day off {name}").trim_end().to_owned(),
        Some(OffReason::Closed) => "closed".to_owned(),
        Some(OffReason::Outside { hours }) => format!("outside {hours}"),
        Some(OffReason::Night) => "night".to_owned(),
    }
}

fn days() -> Days {
    Days::new(vec![
        mark(1, None, "2026-12-01", "отпуск", true),
        mark(2, Some(2), "2026-12-03", "", true),
        mark(3, Some(1), "2026-12-04", "", true),
        mark(4, Some(1), "2026-11-29", "День матери", false),
    ])
}

#[test]
fn a_moment_finds_her_away_or_not() {
    let days = days();
    let mut wrong = Vec::new();
    for &(zone, wall, written, wanted) in TABLE {
        let at = zone.from_local_datetime(&local(wall)).unwrap().to_utc();
        let hours = Hours::parse(written).unwrap();
        let hers = Hers {
            zone: MOSCOW,
            hours: &hours,
            days: &days,
        };
        let found = off_hours(at, ClientId(1), Mode::Assisted, &hers);
        let hers_shows = at.with_timezone(&MOSCOW).naive_local();
        assert!(found.as_ref().is_none_or(|off| off.local == hers_shows));
        let found = said(found.as_ref().map(|off| &off.why));
        if found != wanted {
            wrong.push(format!("{zone} {wall} {written:?}: {found}, not {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn while_nobody_carries_posts_out_every_channel_needs_her() {
    let hours = Hours::parse("daily 7-23").unwrap();
    let days = Days::default();
    let hers = Hers {
        zone: MOSCOW,
        hours: &hours,
        days: &days,
    };
    let night = MOSCOW
        .from_local_datetime(&local("2026-11-27 03:30"))
        .unwrap();
    for mode in [Mode::Assisted, Mode::Auto, Mode::HandOff] {
        assert!(off_hours(night.to_utc(), ClientId(1), mode, &hers).is_some());
    }
}
