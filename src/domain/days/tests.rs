//! What lines that name days mean, by hand in five languages, and when a moment finds her away.

mod away;
mod lines;

use chrono::NaiveDate;

use super::*;

/// "2026-11-29".
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A mark as it would come from the desk.
fn mark(id: i64, client: Option<i64>, on: &str, name: &str, is_off: bool) -> NamedDay {
    NamedDay {
        id: HolidayId(id),
        uid: format!("u{id}"),
        client: client.map(ClientId),
        day: day(on),
        name: name.to_owned(),
        is_off,
    }
}

#[test]
fn days_are_found_by_day_and_by_whom_they_matter_to() {
    let days = Days::new(vec![
        mark(1, Some(1), "2026-11-29", "День матери", false),
        mark(2, None, "2026-12-06", "дача", true),
        mark(3, Some(4), "2026-12-06", "Itsenäisyyspäivä", false),
        mark(4, None, "2026-11-29", "", true),
    ]);
    let names = |on: &str, scope: Option<i64>| -> Vec<String> {
        let found = days.on(day(on), scope.map(ClientId));
        found.map(|it| it.name.clone()).collect()
    };
    assert_eq!(
        names("2026-11-29", None),
        ["", "День матери"],
        "off comes first"
    );
    assert_eq!(names("2026-11-29", Some(2)), [""]);
    assert_eq!(names("2026-12-06", Some(4)), ["дача", "Itsenäisyyspäivä"]);
    assert_eq!(names("2026-12-07", None), [""; 0]);
    let between = days.between(day("2026-11-29"), day("2026-12-06"), Some(ClientId(1)));
    assert_eq!(between.count(), 2, "the last day is not among them");
    let exactly = |client| days.exactly(day("2026-11-29"), client).map(|it| it.id.0);
    assert_eq!(exactly(None), Some(4));
    assert_eq!(exactly(Some(ClientId(1))), Some(1));
    assert_eq!(exactly(Some(ClientId(2))), None);
    assert!(days.off(day("2026-12-06"), ClientId(1)).is_some());
    assert!(days.off(day("2026-11-30"), ClientId(1)).is_none());
}
