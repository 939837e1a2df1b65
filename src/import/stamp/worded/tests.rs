//! Months in words of five languages, and what only looks like one.

use super::*;

fn said(cell: &str) -> Result<Option<(String, String)>, &'static str> {
    match read(cell) {
        Ok(found) => Ok(found.map(|(day, rest)| (day.to_string(), rest.to_owned()))),
        Err(reason) => Err(reason.code()),
    }
}

#[test]
fn months_are_read_in_five_languages() {
    for cell in [
        "1 декабря 2026",
        "1 дек. 2026 г.",
        "вт, 1 декабря 2026 года",
        "1-го декабря 2026",
        "Dec 1, 2026",
        "December 1st, 2026",
        "Tue, 1 Dec 2026",
        "01-Dec-2026",
        "2026 Dec 1",
        "1 Th12 2026",
        "1 thg 12, 2026",
        "Ngày 1 tháng 12 năm 2026",
        "Thứ Ba, 1 tháng mười hai 2026",
        "1. joulukuuta 2026",
        "ti 1. joulukuuta 2026",
        "1 დეკემბერი 2026",
        "2026 წლის 1 დეკემბერი",
        "1 დეკ. 2026",
        "1 ДЕКАБРЯ 2026",
    ] {
        assert_eq!(
            said(cell),
            Ok(Some(("2026-12-01".into(), String::new()))),
            "{cell}"
        );
    }
    let decomposed: String =
        unicode_normalization::UnicodeNormalization::nfd("1 tháng 12 năm 2026").collect();
    assert_eq!(said(&decomposed).unwrap().unwrap().0, "2026-12-01");
    assert_eq!(said("1 tháng sáu 2026").unwrap().unwrap().0, "2026-06-01");
    assert_eq!(said("Thu 2 Apr 2026").unwrap().unwrap().0, "2026-04-02");
}

#[test]
fn a_time_may_follow() {
    for cell in [
        "1 декабря 2026, 09:30",
        "1 декабря 2026 г. в 09:30",
        "Dec 1, 2026 09:30",
        "Dec 1, 2026 at 09:30",
        "1. joulukuuta 2026 klo 09:30",
        "1 Th12 2026 lúc 09:30",
    ] {
        assert_eq!(
            said(cell),
            Ok(Some(("2026-12-01".into(), "09:30".into()))),
            "{cell}"
        );
    }
}

#[test]
fn what_is_missing_has_its_own_sentence() {
    for (cell, code) in [
        ("1 декабря", "year-missing"),
        ("Dec 1", "year-missing"),
        ("Dec 1 09:30", "year-missing"),
        ("1 Dec 26", "year-short"),
        ("1-дек-26", "year-short"),
        ("31 февраля 2026", "no-such-day"),
        ("Feb 30, 2026", "no-such-day"),
        ("1 декабря 3026", "year-far"),
        ("декабрь 2026", "date-unreadable"),
        ("около 1 декабря 2026", "date-unreadable"),
    ] {
        let told = said(cell);
        let plain = told == Ok(None) && code == "date-unreadable";
        assert!(plain || told == Err(code), "{cell}: {told:?}");
    }
    for other in [
        "2026-12-01T09:30",
        "09:30 PM",
        "завтра",
        "",
        "12.2026",
        "x".repeat(900).as_str(),
    ] {
        assert_eq!(said(other), Ok(None), "{other}");
    }
}

#[test]
fn every_name_of_the_book_is_read_with_a_day_and_a_year() {
    assert!(NAMES.len() > 100);
    let months = NAMES.iter().filter_map(|name| Some((name, name.month?)));
    for (name, month) in months {
        let words = name.marked.as_ref().unwrap_or(&name.words).join(" ");
        let cell = format!("5 {words} 2026");
        let wanted = format!("2026-{month:02}-05");
        assert_eq!(said(&cell).unwrap().unwrap().0, wanted, "{cell}");
    }
}
