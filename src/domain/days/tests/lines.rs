//! Lines and what they mean, each answered by hand. It is Tuesday 24 November 2026.

use proptest::prelude::*;

use super::*;
use crate::domain::lane::Names;

const TODAY: &str = "2026-11-24";

const KOLOS: i64 = 1;
const SAO_MAI: i64 = 2;

fn names() -> Names {
    let client = |id, names: &[&str]| {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        (ClientId(id), names)
    };
    Names {
        clients: vec![
            client(KOLOS, &["Kolos", "Кафе-пекарня «Колос»", "Колос"]),
            client(SAO_MAI, &["Sao Mai"]),
        ],
        channels: Vec::new(),
    }
}

fn read_line(line: &str) -> Result<Named, DayTrouble> {
    read(line, &names(), day(TODAY))
}

/// The table; a line of it is one case.
const LINES: &str = include_str!("lines.txt");

/// A row of the table: what is typed, and what it means.
fn case(row: &'static str) -> (&'static str, Named) {
    let cells: Vec<&str> = row.split('|').map(str::trim).collect();
    let [line, whose, first, last, off, name] = cells[..] else {
        panic!("{row}")
    };
    let client = match whose {
        "-" => None,
        "Kolos" => Some(ClientId(KOLOS)),
        "Sao Mai" => Some(ClientId(SAO_MAI)),
        other => panic!("nobody is called {other}"),
    };
    let named = Named {
        client,
        stretch: Stretch::new(day(first), day(last)).unwrap(),
        name: name.to_owned(),
        is_off: off == "off",
    };
    (line, named)
}

#[test]
fn lines_mean_what_people_mean() {
    let rows = LINES
        .lines()
        .filter(|row| !row.is_empty() && !row.starts_with('#'));
    let cases: Vec<_> = rows.map(case).collect();
    assert!(cases.len() >= 55, "{}", cases.len());
    let mut wrong = Vec::new();
    for (line, wanted) in cases {
        match read_line(line) {
            Ok(named) if named == wanted => {}
            other => wrong.push(format!("{line}: {other:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}: {wrong:#?}", wrong.len());
}

#[test]
fn a_day_without_a_name_loses_what_it_has() {
    for line in ["Kolos 29.11", "29.11 ", "1–7 декабря", "29.11:"] {
        assert!(read_line(line).unwrap().is_nothing(), "{line}");
    }
    for line in ["29.11 off", "29.11 День матери", "отпуск 29.11"] {
        assert!(!read_line(line).unwrap().is_nothing(), "{line}");
    }
}

#[test]
fn what_is_unclear_is_said_and_never_guessed() {
    let refused = |line: &str| read_line(line).unwrap_err();
    for line in [
        "",
        "Kolos",
        "off",
        "День матери",
        "Колосс 29.11 x",
        "18:30 обед",
        "7 декабрь-не-день",
    ] {
        assert_eq!(refused(line), DayTrouble::NoDay, "{line}");
    }
    let unclear = |line: &str| matches!(refused(line), DayTrouble::Unclear(_));
    assert!(
        unclear("03/04 что-то"),
        "the third of April or the fourth of March"
    );
    assert!(unclear("31.02 нет такого дня"));
    assert!(unclear("31–2 декабря"), "there is no 31 November");
    let passed = day("2026-11-23");
    assert_eq!(
        refused("23.11 გიორგობა"),
        DayTrouble::JustPassed { day: passed }
    );
    assert_eq!(
        refused("8.01.2027–30.12.2026 отпуск"),
        DayTrouble::Backwards
    );
    assert_eq!(
        refused("1.12.2026–2.12.2027 отпуск"),
        DayTrouble::TooLong { most: 366 }
    );
    let year = read_line("1.12.2026–1.12.2027 отпуск").unwrap().stretch;
    assert_eq!(year.count(), 366);
    let long = format!("29.11 {}", "ы".repeat(61));
    assert_eq!(refused(&long), DayTrouble::LongName { most: 60 });
    assert!(read_line(&format!("29.11 {}", "ы".repeat(60))).is_ok());
}

#[test]
fn a_stretch_alone_is_read_whole_or_not_at_all() {
    let read = |text| Stretch::read(text, day(TODAY));
    assert_eq!(read(" 30.12–8.01 ").unwrap().count(), 10);
    assert_eq!(read("29.11").unwrap(), Stretch::of(day("2026-11-29")));
    assert_eq!(read("29.11 День матери"), Err(DayTrouble::NoDay));
    assert_eq!(read(""), Err(DayTrouble::NoDay));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_typed_makes_it_panic_or_name_more_than_a_year(text in "\\PC{0,40}", a in 0u32..99, b in 0u32..9999) {
        for line in [
            text.clone(),
            format!("{a}.{b}–{text}"),
            format!("{a}–{b}.{a} {text}"),
            format!("off с {a} по {b} {text}"),
            format!("{b}-{a}-{a}-{text}"),
            format!("29.11–{text}"),
        ] {
            if let Ok(named) = read_line(&line) {
                prop_assert!((1..=366).contains(&named.stretch.count()), "{line}");
                prop_assert!(named.name.chars().count() <= 60);
            }
        }
    }
}
