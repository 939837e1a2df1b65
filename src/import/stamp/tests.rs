//! Dates as people write them, dates nobody could mean, and the ones that only the column can decide.

use chrono::TimeZone;

use super::*;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn local(h: u32, m: u32) -> When {
    When::Local(day(2026, 5, 9).and_hms_opt(h, m, 0).unwrap())
}

/// What a date cell and a time cell say together, or the code of the refusal and the cell it is about.
fn read(date: &str, time: &str, order: Option<Order>) -> Result<When, (Part, &'static str)> {
    match when(date, time, order) {
        Ok(Some(when)) => Ok(when),
        Ok(None) => panic!("{date:?} {time:?} says nothing"),
        Err((part, reason)) => Err((part, reason.code())),
    }
}

fn date_alone(cell: &str) -> Result<When, &'static str> {
    read(cell, "", None).map_err(|(part, code)| {
        assert_eq!(part, Part::Date, "{cell}");
        code
    })
}

fn dates_of(column: &[&str]) -> Dates {
    let mut proof = OrderProof::default();
    for cell in column {
        proof.see(cell);
    }
    proof.dates(None)
}

fn order_of(column: &[&str]) -> Option<Order> {
    dates_of(column).order()
}

#[test]
fn a_day_is_written_in_few_ways() {
    for cell in [
        "2026-05-09",
        "09.05.2026",
        "9.5.2026",
        "9.05.2026",
        "09.05.2026.",
        "  2026-05-09\t",
        "2026-5-9",
        "2026/05/09",
        "2026.05.09",
        "9 мая 2026",
        "May 9, 2026",
    ] {
        assert_eq!(date_alone(cell), Ok(When::Day(day(2026, 5, 9))), "{cell}");
    }
    assert_eq!(
        date_alone("29.02.2028"),
        Ok(When::Day(day(2028, 2, 29))),
        "leap"
    );
}

#[test]
fn a_day_and_a_time_share_a_cell() {
    for cell in [
        "2026-05-09T09:30",
        "2026-05-09t09:30:00",
        "2026-05-09 09:30",
        "2026-05-09 09:30:00.000",
        "2026-05-09, 9:30",
        "09.05.2026,9:30",
        "09.05.2026\u{a0}9.30",
        "9.5.2026 9h30",
        "9.5.2026 9:30 AM",
        "9.5.2026 9:30 a.m.",
    ] {
        assert_eq!(date_alone(cell), Ok(local(9, 30)), "{cell}");
    }
}

#[test]
fn a_time_has_a_cell_of_its_own() {
    for (cell, h, m) in [
        ("9:30", 9, 30),
        ("09:30:00", 9, 30),
        ("9.30", 9, 30),
        ("9h30", 9, 30),
        ("9h", 9, 0),
        ("9", 9, 0),
        ("9:30 PM", 21, 30),
        ("9:30pm", 21, 30),
        ("9:30 p.m.", 21, 30),
        ("12:15 AM", 0, 15),
        ("12:15 pm", 12, 15),
        ("9 PM", 21, 0),
        ("00:00", 0, 0),
        ("23:59", 23, 59),
    ] {
        assert_eq!(read("09.05.2026", cell, None), Ok(local(h, m)), "{cell}");
    }
}

#[test]
fn an_offset_makes_a_moment_and_keeps_the_wall() {
    for (cell, hour) in [
        ("2026-05-09T09:30Z", 9),
        ("2026-05-09T09:30z", 9),
        ("2026-05-09T09:30+03:00", 6),
        ("2026-05-09 09:30+0300", 6),
        ("2026-05-09 09:30:00 +03", 6),
        ("2026-05-09T09:30:00.123-02:30", 12),
        ("2026-05-09T09:30−07:00", 16),
    ] {
        let minute = if cell.contains(":30:00.123") { 0 } else { 30 };
        let moment = Utc
            .with_ymd_and_hms(2026, 5, 9, hour, minute, 0)
            .single()
            .unwrap();
        let wall = day(2026, 5, 9).and_hms_opt(9, 30, 0).unwrap();
        assert_eq!(date_alone(cell), Ok(When::Exact { moment, wall }), "{cell}");
    }
    let Ok(When::Exact { moment, wall }) = date_alone("2026-05-09T00:30+14:00") else {
        panic!("Kiritimati is a place");
    };
    assert_eq!(
        (moment.date_naive(), wall.date()),
        (day(2026, 5, 8), day(2026, 5, 9))
    );
    assert_eq!(
        date_alone("2026-05-09T00:30+14:00").map(|it| it.day()),
        Ok(day(2026, 5, 9))
    );
}

#[test]
fn no_place_is_so_far_away() {
    for cell in [
        "2026-05-09T09:30+14:01",
        "2026-05-09T09:30+15:00",
        "2026-05-09T09:30+03:60",
        "2026-05-09T09:30+3",
        "2026-05-09T09:30+030",
        "2026-05-09T09:30 MSK",
        "2026-05-09T09:30ZZ",
        "2026-05-09 9 -3",
    ] {
        assert_eq!(date_alone(cell), Err("time-unreadable"), "{cell}");
    }
}

#[test]
fn a_date_that_is_none_has_its_own_sentence() {
    for (cell, code) in [
        ("31.02.2026", "no-such-day"),
        ("29.02.2027", "no-such-day"),
        ("2026-13-01", "no-such-day"),
        ("00.05.2026", "no-such-day"),
        ("2026-02-31T10:00", "no-such-day"),
        ("09.05", "year-missing"),
        ("09.05.", "year-missing"),
        ("9/5", "year-missing"),
        ("05-09", "year-missing"),
        ("09.05 10:00", "year-missing"),
        ("09.05.26", "year-short"),
        ("9/5/26", "year-short"),
        ("09.05.226", "date-unreadable"),
        ("09.05.0026", "year-far"),
        ("1989-12-31", "year-far"),
        ("2101-01-01", "year-far"),
        ("46151", "day-number"),
        ("46151.5", "date-unreadable"),
        ("20260509", "date-unreadable"),
        ("завтра", "date-unreadable"),
        ("now", "date-unreadable"),
        ("today", "date-unreadable"),
        ("-", "date-unreadable"),
        ("?", "date-unreadable"),
        ("٠٩.٠٥.٢٠٢٦", "date-unreadable"),
        ("09.05.2026x", "date-unreadable"),
        ("09..05.2026", "date-unreadable"),
        ("2026-05-09T", "date-unreadable"),
        ("2026-05-09,", "date-unreadable"),
        ("2026-05-09 10:00 2026-05-10", "time-unreadable"),
        ("2026-05-09 soon", "time-unreadable"),
        ("2026-05-09 25:00", "no-such-time"),
    ] {
        assert_eq!(date_alone(cell), Err(code), "{cell}");
    }
}

#[test]
fn a_time_that_is_none_is_about_its_own_cell() {
    for (cell, code) in [
        ("24:00", "no-such-time"),
        ("9:60", "no-such-time"),
        ("21:30 PM", "no-such-time"),
        ("0:30 AM", "no-such-time"),
        ("9:5", "time-unreadable"),
        ("930", "time-unreadable"),
        ("9:30:0", "time-unreadable"),
        ("утром", "time-unreadable"),
        ("9:30 xm", "time-unreadable"),
        ("-9:30", "time-unreadable"),
        ("9:30:15.", "time-unreadable"),
        (":", "time-unreadable"),
        ("h", "time-unreadable"),
    ] {
        assert_eq!(
            read("2026-05-09", cell, None),
            Err((Part::Time, code)),
            "{cell}"
        );
    }
    assert_eq!(read("", "9:30", None), Err((Part::Time, "date-missing")));
    assert_eq!(when(" ", "\t", None), Ok(None), "empty is empty, not now");
}

#[test]
fn two_cells_that_both_tell_the_time_must_agree() {
    assert_eq!(read("2026-05-09 09:30", "9:30 AM", None), Ok(local(9, 30)));
    assert_eq!(
        read("2026-05-09 09:30", "10:30", None),
        Err((Part::Time, "two-times"))
    );
    assert_eq!(
        read("2026-05-09 09:30+03:00", "09:30", None),
        Err((Part::Time, "two-times")),
        "one knows its offset and the other does not"
    );
}

#[test]
fn slashes_mean_what_the_column_proves() {
    assert_eq!(
        order_of(&["03/04/2026", "25/04/2026", "01/05/2026 9:30"]),
        Some(Order::DayFirst)
    );
    assert_eq!(
        order_of(&["03/04/2026", "04/25/2026"]),
        Some(Order::MonthFirst)
    );
    assert_eq!(order_of(&["03/04/2026", "01/02/2026", "12/12/2026"]), None);
    assert_eq!(
        read("03/04/2026", "", Some(Order::DayFirst)),
        Ok(When::Day(day(2026, 4, 3)))
    );
    assert_eq!(
        read("03/04/2026", "", Some(Order::MonthFirst)),
        Ok(When::Day(day(2026, 3, 4)))
    );
    assert_eq!(date_alone("03/04/2026"), Err("date-ambiguous"));
    assert_eq!(
        read("04/25/2026", "", Some(Order::DayFirst)),
        Err((Part::Date, "no-such-day"))
    );
}

#[test]
fn a_column_that_contradicts_itself_proves_nothing() {
    assert_eq!(order_of(&["25/04/2026", "04/25/2026", "03/04/2026"]), None);
    for cell in ["25/04/2026", "04/25/2026", "03/04/2026"] {
        assert_eq!(date_alone(cell), Err("date-ambiguous"), "{cell}");
    }
    assert_eq!(
        date_alone("31/02/2026"),
        Err("no-such-day"),
        "in neither order"
    );
}

#[test]
fn only_a_day_that_can_be_meant_proves_an_order() {
    for cell in [
        "31/02/2026",
        "13/13/2026",
        "25/04/26",
        "25/04",
        "25.04.2026",
        "25/04/0026",
        "025/04/2026",
        "25/04/2026 soon",
        "25/04/2026x",
    ] {
        assert_eq!(order_of(&[cell]), None, "{cell}");
    }
}

#[test]
fn nothing_makes_the_reader_stumble() {
    for piece in [
        "9", ".", "/", "-", ":", "T", " ", ",", "h", "Z", "+", "−", "ё", "\u{a0}", "\0", "😀",
    ] {
        for times in [1, 2, 3, 5, 100_000] {
            let cell = piece.repeat(times);
            for (date, time) in [
                (cell.clone(), String::new()),
                ("2026-05-09".to_owned(), cell.clone()),
                (format!("2026-05-09 {cell}"), String::new()),
                (format!("2026-05-09T09:30{cell}"), String::new()),
            ] {
                OrderProof::default().see(&date);
                if let Ok(Some(read)) = when(&date, &time, Some(Order::DayFirst)) {
                    assert_eq!(read.day(), day(2026, 5, 9), "{piece:?} x {times}");
                }
            }
        }
    }
}

#[test]
fn a_day_and_a_month_that_are_the_same_need_no_order() {
    assert_eq!(date_alone("05/05/2026"), Ok(When::Day(day(2026, 5, 5))));
    assert_eq!(dates_of(&["05/05/2026", "2026-05-09"]), Dates::Unneeded);
}

#[test]
fn what_is_open_is_told_with_an_example() {
    let open = |example: &str| Dates::Open {
        example: example.to_owned(),
    };
    assert_eq!(dates_of(&["2026-05-09", "03-04-2026"]), open("03-04-2026"));
    assert_eq!(dates_of(&["25/04/2026", "04/25/2026"]), open("25/04/2026"));
    assert_eq!(
        dates_of(&["25-04-2026", "03/04/2026"]),
        Dates::Proven(Order::DayFirst)
    );
    assert_eq!(
        dates_of(&["03.04.2026", "3 апреля 2026", ""]),
        Dates::Unneeded
    );
    let mut proof = OrderProof::default();
    proof.see("25/04/2026");
    let said = Some(Order::MonthFirst);
    assert_eq!(proof.dates(said), Dates::Said(Order::MonthFirst));
    assert_eq!("day-first".parse(), Ok(Order::DayFirst));
    assert!("first".parse::<Order>().is_err());
}

#[test]
fn halves_of_the_day_have_names_in_several_languages() {
    for (cell, hour) in [
        ("9:30 SA", 9),
        ("9:30 CH", 21),
        ("9.30 ap.", 9),
        ("9.30 ip.", 21),
    ] {
        assert_eq!(
            read("2026-05-09", cell, None),
            Ok(local(hour, 30)),
            "{cell}"
        );
    }
}

#[test]
fn a_number_of_a_workbook_is_a_day_or_a_time() {
    assert_eq!(serial("46357", false).as_deref(), Some("2026-12-01"));
    assert_eq!(serial("44895", true).as_deref(), Some("2026-12-01"));
    assert_eq!(
        serial("46357.395833333336", false).as_deref(),
        Some("2026-12-01 09:30")
    );
    assert_eq!(serial("0.395833333", false).as_deref(), Some("09:30"));
    for none in ["-1", "1e9", "NaN", "x"] {
        assert_eq!(serial(none, false), None, "{none}");
    }
}
