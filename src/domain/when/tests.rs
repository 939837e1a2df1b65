//! Phrases with hand-made answers, in five languages. Now is Tuesday 24 November 2026, 09:12 in Kazan.

use chrono::{NaiveDate, TimeZone};
use proptest::prelude::*;

use super::*;

const KAZAN: Tz = chrono_tz::Europe::Moscow;

fn now() -> Moment {
    KAZAN
        .with_ymd_and_hms(2026, 11, 24, 9, 12, 0)
        .unwrap()
        .to_utc()
}

/// Phrase, month, day, hour, minute; months before November are of the next year.
#[rustfmt::skip]
const PHRASES: &[(&str, u32, u32, u32, u32)] = &[
    ("сегодня 18:30", 11, 24, 18, 30),
    ("сегодня в 18:30", 11, 24, 18, 30),
    ("Завтра 9", 11, 25, 9, 0),
    ("завтра в 9", 11, 25, 9, 0),
    ("завтра в 9 утра", 11, 25, 9, 0),
    ("завтра в 7 вечера", 11, 25, 19, 0),
    ("послезавтра в 9:15", 11, 26, 9, 15),
    ("пн 10", 11, 30, 10, 0),
    ("понедельник 10:00", 11, 30, 10, 0),
    ("вт 8:00", 12, 1, 8, 0),
    ("вт 18:00", 11, 24, 18, 0),
    ("ср 9", 11, 25, 9, 0),
    ("в среду в 12", 11, 25, 12, 0),
    ("чт 19:30", 11, 26, 19, 30),
    ("пт 18:30", 11, 27, 18, 30),
    ("в пятницу в 18:30", 11, 27, 18, 30),
    ("пт через неделю в 9", 12, 4, 9, 0),
    ("пн на следующей неделе 10", 12, 7, 10, 0),
    ("сб 11", 11, 28, 11, 0),
    ("вс 11.30", 11, 29, 11, 30),
    ("24 ноября 19", 11, 24, 19, 0),
    ("25 дек 10:00", 12, 25, 10, 0),
    ("5 декабря в 9", 12, 5, 9, 0),
    ("25.12 10:00", 12, 25, 10, 0),
    ("25.12.2026 10:00", 12, 25, 10, 0),
    ("25.12.26 10:00", 12, 25, 10, 0),
    ("18:30", 11, 24, 18, 30),
    ("в 18:30", 11, 24, 18, 30),
    ("в 8", 11, 25, 8, 0),
    ("9:00", 11, 25, 9, 0),
    ("полдень", 11, 24, 12, 0),
    ("завтра в полдень", 11, 25, 12, 0),
    ("в полночь", 11, 25, 0, 0),
    ("через 20 минут", 11, 24, 9, 32),
    ("через час", 11, 24, 10, 12),
    ("через 2 часа", 11, 24, 11, 12),
    ("через 3 дня 12:00", 11, 27, 12, 0),
    ("через неделю 10", 12, 1, 10, 0),
    ("через 2 недели в 10", 12, 8, 10, 0),
    ("18ч", 11, 24, 18, 0),
    ("18ч30", 11, 24, 18, 30),
    ("10:00 завтра", 11, 25, 10, 0),
    ("1 января 12:00", 1, 1, 12, 0),
    ("15.03 9:00", 3, 15, 9, 0),
    ("now", 11, 24, 9, 12),
    ("today 18:30", 11, 24, 18, 30),
    ("tomorrow 9", 11, 25, 9, 0),
    ("tomorrow at 9", 11, 25, 9, 0),
    ("tomorrow 9am", 11, 25, 9, 0),
    ("tomorrow 6:30pm", 11, 25, 18, 30),
    ("tomorrow 6 pm", 11, 25, 18, 0),
    ("12am tomorrow", 11, 25, 0, 0),
    ("12pm", 11, 24, 12, 0),
    ("day after tomorrow 9:15", 11, 26, 9, 15),
    ("fri 18:30", 11, 27, 18, 30),
    ("Friday at 6pm", 11, 27, 18, 0),
    ("on friday at 18:30", 11, 27, 18, 30),
    ("mon 10", 11, 30, 10, 0),
    ("tue 8", 12, 1, 8, 0),
    ("wed next week 10", 12, 2, 10, 0),
    ("sat 11", 11, 28, 11, 0),
    ("sunday noon", 11, 29, 12, 0),
    ("nov 24 19:00", 11, 24, 19, 0),
    ("25 december 10:00", 12, 25, 10, 0),
    ("dec 25 2026 10:00", 12, 25, 10, 0),
    ("2026-12-25 10:00", 12, 25, 10, 0),
    ("25/12 10:00", 12, 25, 10, 0),
    ("12/25 10:00", 12, 25, 10, 0),
    ("5/5 10:00", 5, 5, 10, 0),
    ("in 20 minutes", 11, 24, 9, 32),
    ("in 2h", 11, 24, 11, 12),
    ("in 30m", 11, 24, 9, 42),
    ("+2h", 11, 24, 11, 12),
    ("+3d 12:00", 11, 27, 12, 0),
    ("+1w 9", 12, 1, 9, 0),
    ("2 hours from now", 11, 24, 11, 12),
    ("18:30", 11, 24, 18, 30),
    ("noon", 11, 24, 12, 0),
    ("midnight", 11, 25, 0, 0),
    ("jan 1 9:00", 1, 1, 9, 0),
    ("bây giờ", 11, 24, 9, 12),
    ("hôm nay 18:30", 11, 24, 18, 30),
    ("mai 9h", 11, 25, 9, 0),
    ("ngày mai 9h30", 11, 25, 9, 30),
    ("ngày mai lúc 9 giờ", 11, 25, 9, 0),
    ("ngày kia 8h", 11, 26, 8, 0),
    ("t6 8h", 11, 27, 8, 0),
    ("thứ 6 8h", 11, 27, 8, 0),
    ("thứ sáu 20h", 11, 27, 20, 0),
    ("thứ hai 9h", 11, 30, 9, 0),
    ("t2 9h15", 11, 30, 9, 15),
    ("chủ nhật 10h", 11, 29, 10, 0),
    ("cn 10h", 11, 29, 10, 0),
    ("thứ bảy 7 giờ tối", 11, 28, 19, 0),
    ("mai 8 giờ sáng", 11, 25, 8, 0),
    ("25 tháng 12 10h", 12, 25, 10, 0),
    ("ngày 25 tháng 12 10h", 12, 25, 10, 0),
    ("25/12 10h", 12, 25, 10, 0),
    ("20 phút nữa", 11, 24, 9, 32),
    ("2 tiếng nữa", 11, 24, 11, 12),
    ("sau 3 ngày 12:00", 11, 27, 12, 0),
    ("t3 tuần sau 9h", 12, 8, 9, 0),
    ("20h", 11, 24, 20, 0),
    ("8h", 11, 25, 8, 0),
    ("ახლა", 11, 24, 9, 12),
    ("დღეს 18:30", 11, 24, 18, 30),
    ("ხვალ 10", 11, 25, 10, 0),
    ("ხვალ 10 საათზე", 11, 25, 10, 0),
    ("ზეგ 9:15", 11, 26, 9, 15),
    ("პარ 18:30", 11, 27, 18, 30),
    ("პარასკევს 18:30", 11, 27, 18, 30),
    ("ორშაბათს 10", 11, 30, 10, 0),
    ("შაბათს 12", 11, 28, 12, 0),
    ("კვირას 11", 11, 29, 11, 0),
    ("ხვალ საღამოს 7", 11, 25, 19, 0),
    ("ხვალ დილის 9", 11, 25, 9, 0),
    ("25 დეკემბერს 10:00", 12, 25, 10, 0),
    ("20 წუთში", 11, 24, 9, 32),
    ("2 საათში", 11, 24, 11, 12),
    ("3 დღეში 12:00", 11, 27, 12, 0),
    ("სამ 8", 12, 1, 8, 0),
    ("ოთხ 9", 11, 25, 9, 0),
    ("ხუთ 9", 11, 26, 9, 0),
    ("ხვალ შუადღეს", 11, 25, 12, 0),
    ("18:30", 11, 24, 18, 30),
    ("nyt", 11, 24, 9, 12),
    ("tänään klo 18.30", 11, 24, 18, 30),
    ("huomenna klo 9", 11, 25, 9, 0),
    ("huomenna 9", 11, 25, 9, 0),
    ("ylihuomenna 9:15", 11, 26, 9, 15),
    ("ma klo 9", 11, 30, 9, 0),
    ("ti klo 8", 12, 1, 8, 0),
    ("ke 9", 11, 25, 9, 0),
    ("to 19.30", 11, 26, 19, 30),
    ("pe 18:30", 11, 27, 18, 30),
    ("perjantaina klo 18.30", 11, 27, 18, 30),
    ("la 11", 11, 28, 11, 0),
    ("su 11", 11, 29, 11, 0),
    ("ma ensi viikolla klo 9", 12, 7, 9, 0),
    ("25.12. klo 10", 12, 25, 10, 0),
    ("25. joulukuuta klo 10", 12, 25, 10, 0),
    ("6.12. klo 10", 12, 6, 10, 0),
    ("20 minuutin päästä", 11, 24, 9, 32),
    ("2 tunnin kuluttua", 11, 24, 11, 12),
    ("tunnin päästä", 11, 24, 10, 12),
    ("3 päivän päästä 12:00", 11, 27, 12, 0),
    ("klo 18", 11, 24, 18, 0),
    ("huomenna klo 7 illalla", 11, 25, 19, 0),
    ("keskiyöllä", 11, 25, 0, 0),
];

#[test]
fn phrases_mean_what_people_mean() {
    let mut wrong = Vec::new();
    for &(phrase, month, day, hour, minute) in PHRASES {
        let year = if month < 11 { 2027 } else { 2026 };
        let wanted = NaiveDate::from_ymd_opt(year, month, day)
            .unwrap()
            .and_hms_opt(hour, minute, 0)
            .unwrap();
        match parse(phrase, now(), KAZAN) {
            Ok(when) if when.local == wanted => {}
            other => wrong.push(format!("{phrase}: {other:?}, wanted {wanted}")),
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}: {wrong:#?}",
        wrong.len(),
        PHRASES.len()
    );
    assert!(PHRASES.len() >= 120);
}

#[test]
fn what_is_unclear_is_said_and_never_guessed() {
    let refused = |phrase: &str| parse(phrase, now(), KAZAN).unwrap_err();
    assert_eq!(
        refused("03/04 10:00"),
        WhenError::DayOrMonth {
            first: 3,
            second: 4
        }
    );
    assert_eq!(
        refused("31.02 10:00"),
        WhenError::NoSuchDay { day: 31, month: 2 }
    );
    assert_eq!(
        refused("30 февраля 10:00"),
        WhenError::NoSuchDay { day: 30, month: 2 }
    );
    assert_eq!(refused("завтра"), WhenError::NoHour);
    assert_eq!(refused("пт"), WhenError::NoHour);
    assert!(matches!(refused("24.11.2026 8:00"), WhenError::Past { .. }));
    assert!(matches!(refused("сегодня 8:00"), WhenError::Past { .. }));
    assert!(matches!(
        refused("2020-01-01 10:00"),
        WhenError::Past { .. }
    ));
    for phrase in [
        "",
        "blue",
        "завтра 25:00",
        "9 9",
        "fri 18:30 blue",
        "24:30",
        "12:60",
        "in blue",
    ] {
        assert!(
            matches!(refused(phrase), WhenError::NotATime { .. }),
            "{phrase}: {:?}",
            refused(phrase)
        );
    }
}

#[test]
fn the_start_of_a_line_is_read_and_the_text_is_left_alone() {
    for (line, text) in [
        (
            "сейчас Отключили воду, открыты до 15:00",
            " Отключили воду, открыты до 15:00",
        ),
        ("завтра 9 Открываемся в десять", " Открываемся в десять"),
        ("fri 18:30 Live music", " Live music"),
        ("через 20 минут Скидка", " Скидка"),
        ("18:30, Ужин", " Ужин"),
        ("t6 8h Lịch khai giảng", " Lịch khai giảng"),
    ] {
        let (_, taken) = parse_prefix(line, now(), KAZAN).unwrap();
        assert_eq!(&line[taken..], text);
    }
    for line in [
        "Отключили воду",
        "5 ошибок в плане",
        "Завтра открываемся",
        "10 причин",
        "March with us",
        "Now",
    ] {
        let read = parse_prefix(line, now(), KAZAN);
        assert!(read.is_none() || line == "Now", "{line}: {read:?}");
    }
}

#[test]
fn clock_changes_are_told() {
    let helsinki = chrono_tz::Europe::Helsinki;
    let gap = parse("28.3.2027 3:30", now(), helsinki).unwrap();
    assert!(matches!(gap.resolved, Resolved::Gap { .. }), "{gap:?}");
    let fold = parse("31.10.2027 3:30", now(), helsinki).unwrap();
    assert!(matches!(fold.resolved, Resolved::Fold { .. }), "{fold:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn nothing_typed_makes_it_panic(text in "\\PC{0,40}", number in 0u64..u64::MAX) {
        for line in [text.clone(), format!("+{number}d {text}"), format!("через {number} часов"), format!("{number}.{number} {text}")] {
            if let Some((_, taken)) = parse_prefix(&line, now(), KAZAN) {
                prop_assert!(line.is_char_boundary(taken));
            }
            drop(parse(&line, now(), KAZAN));
        }
    }
}
