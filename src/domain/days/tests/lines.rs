//! Lines and what they mean, each answered by hand. It is Tuesday 24 November 2026.

use proptest::prelude::*;

use super::*;
use crate::domain::lane::Names;

const TODAY: &str = "2026-11-24";

const EVERYBODY: i64 = 0;
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

/// Line, whose, first day, last day, off, name.
type Row = (
    &'static str,
    i64,
    &'static str,
    &'static str,
    bool,
    &'static str,
);

const LINES: &[Row] = &[
    // Russian
    (
        "Kolos 29.11 День матери",
        KOLOS,
        "2026-11-29",
        "2026-11-29",
        false,
        "День матери",
    ),
    (
        "Колос 29 ноября День матери",
        KOLOS,
        "2026-11-29",
        "2026-11-29",
        false,
        "День матери",
    ),
    (
        "29.11: День матери",
        EVERYBODY,
        "2026-11-29",
        "2026-11-29",
        false,
        "День матери",
    ),
    (
        "29.11 — День матери",
        EVERYBODY,
        "2026-11-29",
        "2026-11-29",
        false,
        "День матери",
    ),
    (
        "выходной 8.03",
        EVERYBODY,
        "2027-03-08",
        "2027-03-08",
        true,
        "",
    ),
    (
        "8.03 выходной",
        EVERYBODY,
        "2027-03-08",
        "2027-03-08",
        true,
        "",
    ),
    (
        "8 марта выходной Женский день",
        EVERYBODY,
        "2027-03-08",
        "2027-03-08",
        true,
        "Женский день",
    ),
    (
        "off 30.12–8.01 отпуск",
        EVERYBODY,
        "2026-12-30",
        "2027-01-08",
        true,
        "отпуск",
    ),
    (
        "off 1.12–7.12 отпуск",
        EVERYBODY,
        "2026-12-01",
        "2026-12-07",
        true,
        "отпуск",
    ),
    (
        "отпуск 30.12-8.01",
        EVERYBODY,
        "2026-12-30",
        "2027-01-08",
        true,
        "отпуск",
    ),
    (
        "30.12 — 8.01 отпуск",
        EVERYBODY,
        "2026-12-30",
        "2027-01-08",
        true,
        "отпуск",
    ),
    (
        "отпуск с 1 по 7 декабря",
        EVERYBODY,
        "2026-12-01",
        "2026-12-07",
        true,
        "отпуск",
    ),
    (
        "отпуск с 1 по 7 декабря Крым",
        EVERYBODY,
        "2026-12-01",
        "2026-12-07",
        true,
        "Крым",
    ),
    (
        "с 28 ноября по 3 декабря ярмарка",
        EVERYBODY,
        "2026-11-28",
        "2026-12-03",
        false,
        "ярмарка",
    ),
    (
        "1–7 декабря неделя хлеба",
        EVERYBODY,
        "2026-12-01",
        "2026-12-07",
        false,
        "неделя хлеба",
    ),
    (
        "28–3 января каникулы",
        EVERYBODY,
        "2026-12-28",
        "2027-01-03",
        true,
        "каникулы",
    ),
    (
        "завтра не работаю",
        EVERYBODY,
        "2026-11-25",
        "2026-11-25",
        true,
        "",
    ),
    (
        "не работаю завтра",
        EVERYBODY,
        "2026-11-25",
        "2026-11-25",
        true,
        "",
    ),
    (
        "пн-пт отгул",
        EVERYBODY,
        "2026-11-30",
        "2026-12-04",
        true,
        "отгул",
    ),
    (
        "выходные 5–6.12",
        EVERYBODY,
        "2026-12-05",
        "2026-12-06",
        true,
        "",
    ),
    (
        "Kolos выходной 1.12 инвентаризация",
        KOLOS,
        "2026-12-01",
        "2026-12-01",
        true,
        "инвентаризация",
    ),
    (
        "выходной Kolos 1.12",
        KOLOS,
        "2026-12-01",
        "2026-12-01",
        true,
        "",
    ),
    (
        "все 12.06 День России",
        EVERYBODY,
        "2027-06-12",
        "2027-06-12",
        false,
        "День России",
    ),
    (
        "23.11.2026 день рождения Колоса",
        EVERYBODY,
        "2026-11-23",
        "2026-11-23",
        false,
        "день рождения Колоса",
    ),
    (
        "30.12–8.01.2027 отпуск",
        EVERYBODY,
        "2026-12-30",
        "2027-01-08",
        true,
        "отпуск",
    ),
    (
        "1.12–7.12.2027 отпуск",
        EVERYBODY,
        "2027-12-01",
        "2027-12-07",
        true,
        "отпуск",
    ),
    (
        "29.11 отпуск мамы",
        EVERYBODY,
        "2026-11-29",
        "2026-11-29",
        false,
        "отпуск мамы",
    ),
    // English
    (
        "Kolos 29.11 Mother's Day",
        KOLOS,
        "2026-11-29",
        "2026-11-29",
        false,
        "Mother's Day",
    ),
    (
        "off nov 30",
        EVERYBODY,
        "2026-11-30",
        "2026-11-30",
        true,
        "",
    ),
    (
        "day off 30 nov",
        EVERYBODY,
        "2026-11-30",
        "2026-11-30",
        true,
        "",
    ),
    (
        "dec 1–7 vacation",
        EVERYBODY,
        "2026-12-01",
        "2026-12-07",
        true,
        "vacation",
    ),
    (
        "off from dec 30 to jan 8 skiing",
        EVERYBODY,
        "2026-12-30",
        "2027-01-08",
        true,
        "skiing",
    ),
    (
        "from 1 to 7 december off",
        EVERYBODY,
        "2026-12-01",
        "2026-12-07",
        true,
        "",
    ),
    (
        "all 2026-12-25 Christmas",
        EVERYBODY,
        "2026-12-25",
        "2026-12-25",
        false,
        "Christmas",
    ),
    (
        "2026-12-30 - 2027-01-08 leave",
        EVERYBODY,
        "2026-12-30",
        "2027-01-08",
        true,
        "leave",
    ),
    (
        "2026-12-30..2027-01-08",
        EVERYBODY,
        "2026-12-30",
        "2027-01-08",
        false,
        "",
    ),
    (
        "fri until sun fair",
        EVERYBODY,
        "2026-11-27",
        "2026-11-29",
        false,
        "fair",
    ),
    (
        "12/25 Christmas",
        EVERYBODY,
        "2026-12-25",
        "2026-12-25",
        false,
        "Christmas",
    ),
    (
        "Sao Mai today open day",
        SAO_MAI,
        "2026-11-24",
        "2026-11-24",
        false,
        "open day",
    ),
    // Vietnamese
    (
        "Sao Mai 20/11 ngày Nhà giáo",
        SAO_MAI,
        "2027-11-20",
        "2027-11-20",
        false,
        "ngày Nhà giáo",
    ),
    (
        "nghỉ 25 tháng 12",
        EVERYBODY,
        "2026-12-25",
        "2026-12-25",
        true,
        "",
    ),
    (
        "ngày nghỉ t6",
        EVERYBODY,
        "2026-11-27",
        "2026-11-27",
        true,
        "",
    ),
    (
        "nghỉ phép từ 28 tháng 12 đến 31 tháng 12",
        EVERYBODY,
        "2026-12-28",
        "2026-12-31",
        true,
        "nghỉ phép",
    ),
    (
        "25/12–28/12 nghỉ lễ",
        EVERYBODY,
        "2026-12-25",
        "2026-12-28",
        true,
        "nghỉ lễ",
    ),
    (
        "Sao Mai 29/11 nghỉ: khai giảng",
        SAO_MAI,
        "2026-11-29",
        "2026-11-29",
        true,
        "khai giảng",
    ),
    // Georgian
    (
        "23 ნოემბერს გიორგობა",
        EVERYBODY,
        "2027-11-23",
        "2027-11-23",
        false,
        "გიორგობა",
    ),
    (
        "შვებულება 1–7 დეკემბერს",
        EVERYBODY,
        "2026-12-01",
        "2026-12-07",
        true,
        "შვებულება",
    ),
    (
        "უქმე დღე 6.12",
        EVERYBODY,
        "2026-12-06",
        "2026-12-06",
        true,
        "",
    ),
    (
        "ხვალ დასვენება",
        EVERYBODY,
        "2026-11-25",
        "2026-11-25",
        true,
        "",
    ),
    (
        "ყველა 14.01 ძველი ახალი წელი",
        EVERYBODY,
        "2027-01-14",
        "2027-01-14",
        false,
        "ძველი ახალი წელი",
    ),
    // Finnish
    (
        "6.12. Itsenäisyyspäivä",
        EVERYBODY,
        "2026-12-06",
        "2026-12-06",
        false,
        "Itsenäisyyspäivä",
    ),
    (
        "vapaa 6.12. Itsenäisyyspäivä",
        EVERYBODY,
        "2026-12-06",
        "2026-12-06",
        true,
        "Itsenäisyyspäivä",
    ),
    (
        "loma 21.–27.12.",
        EVERYBODY,
        "2026-12-21",
        "2026-12-27",
        true,
        "loma",
    ),
    (
        "lomalla 30.12.–8.1.",
        EVERYBODY,
        "2026-12-30",
        "2027-01-08",
        true,
        "lomalla",
    ),
    (
        "ma–pe vapaata",
        EVERYBODY,
        "2026-11-30",
        "2026-12-04",
        true,
        "",
    ),
    (
        "kaikki 24. joulukuuta jouluaatto",
        EVERYBODY,
        "2026-12-24",
        "2026-12-24",
        false,
        "jouluaatto",
    ),
];

#[test]
fn lines_mean_what_people_mean() {
    assert!(LINES.len() >= 40);
    let mut wrong = Vec::new();
    for &(line, whose, first, last, is_off, name) in LINES {
        let wanted = Named {
            client: (whose != EVERYBODY).then_some(ClientId(whose)),
            stretch: Stretch::new(day(first), day(last)).unwrap(),
            name: name.to_owned(),
            is_off,
        };
        match read_line(line) {
            Ok(named) if named == wanted => {}
            other => wrong.push(format!("{line}: {other:?}")),
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}: {wrong:#?}",
        wrong.len(),
        LINES.len()
    );
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
    #![proptest_config(ProptestConfig::with_cases(3000))]

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
