//! Times at the start of a line that goes on with the text of a post.

use super::*;

/// The line, its time on the wall, and the text that is left; no time, and all is text.
const LINES: &[(&str, &str, &str)] = &[
    (
        "сейчас Отключили воду, открыты до 15:00",
        "24 09:12",
        "Отключили воду, открыты до 15:00",
    ),
    (
        "завтра 9 Открываемся в десять",
        "25 09:00",
        "Открываемся в десять",
    ),
    ("завтра 9 открываемся", "25 09:00", "открываемся"),
    (
        "завтра 9 Пять причин прийти",
        "25 09:00",
        "Пять причин прийти",
    ),
    (
        "завтра в 9 Пять причин прийти",
        "25 09:00",
        "Пять причин прийти",
    ),
    (
        "завтра 9 30 идей для завтрака",
        "25 09:00",
        "30 идей для завтрака",
    ),
    (
        "завтра в 9 30 идей для завтрака",
        "25 09:00",
        "30 идей для завтрака",
    ),
    ("завтра 9 Утра не будет", "25 09:00", "Утра не будет"),
    ("завтра 9 утра Не проспите", "25 09:00", "Не проспите"),
    ("завтра 7 Вечера джаза", "25 07:00", "Вечера джаза"),
    (
        "завтра 9 Пятница — день пиццы",
        "25 09:00",
        "Пятница — день пиццы",
    ),
    (
        "завтра 9 25 декабря закрыты",
        "25 09:00",
        "25 декабря закрыты",
    ),
    (
        "завтра 9 Первого декабря открываемся",
        "25 09:00",
        "Первого декабря открываемся",
    ),
    (
        "завтра 9 в пятницу закрыты",
        "25 09:00",
        "в пятницу закрыты",
    ),
    (
        "завтра 9 через час закрываемся",
        "25 09:00",
        "через час закрываемся",
    ),
    ("завтра 9 Полдень в Колосе", "25 09:00", "Полдень в Колосе"),
    ("завтра полдевятого Завтрак", "25 08:30", "Завтрак"),
    ("пт без четверти семь Ужин", "27 06:45", "Ужин"),
    ("завтра в девять Ужин", "25 09:00", "Ужин"),
    ("завтра в пять раз больше скидок", "", ""),
    ("в пт в 18:30 Живая музыка", "27 18:30", "Живая музыка"),
    ("18:30 Завтра открываемся", "24 18:30", "Завтра открываемся"),
    ("18:30 завтра Открываемся", "25 18:30", "Открываемся"),
    ("18:30, Ужин", "24 18:30", "Ужин"),
    ("28.11 18:30 Ужин", "28 18:30", "Ужин"),
    ("28 ноября в 18:30 Ужин", "28 18:30", "Ужин"),
    ("через 20 минут Скидка", "24 09:32", "Скидка"),
    ("через полчаса Скидка", "24 09:42", "Скидка"),
    ("в 18 Ужин", "24 18:00", "Ужин"),
    ("7 вечера Ужин", "24 19:00", "Ужин"),
    ("пт 9 10 причин прийти", "27 09:00", "10 причин прийти"),
    ("пт 27 18:30 Ужин", "27 18:30", "Ужин"),
    ("fri 18:30 Live music", "27 18:30", "Live music"),
    (
        "fri 9 Half of the menu is new",
        "27 09:00",
        "Half of the menu is new",
    ),
    (
        "fri 9 Quarter to nine: our story",
        "27 09:00",
        "Quarter to nine: our story",
    ),
    ("fri 9 Am I ready?", "27 09:00", "Am I ready?"),
    ("fri 9 AM Am I ready?", "27 09:00", "Am I ready?"),
    ("fri 9 Nine reasons", "27 09:00", "Nine reasons"),
    ("fri 9 Next week we rest", "27 09:00", "Next week we rest"),
    ("fri half past six Live music", "27 06:30", "Live music"),
    ("fri at nine Live music", "27 09:00", "Live music"),
    ("6pm Friday Live music", "27 18:00", "Live music"),
    ("18:30 Fri Live music", "27 18:30", "Live music"),
    ("nov 28 6:30pm Live music", "28 18:30", "Live music"),
    ("now We are open", "24 09:12", "We are open"),
    ("t6 8h Lịch khai giảng", "27 08:00", "Lịch khai giảng"),
    ("t6 8h rưỡi Lịch khai giảng", "27 08:30", "Lịch khai giảng"),
    ("mai 9h sáng Lịch khai giảng", "25 09:00", "Lịch khai giảng"),
    ("mai 9h Sáng nay có gì", "25 09:00", "Sáng nay có gì"),
    ("mai 9h Năm lý do", "25 09:00", "Năm lý do"),
    ("tối nay 7h Nhạc sống", "24 19:00", "Nhạc sống"),
    ("ხვალ 10 ახალი მენიუ", "25 10:00", "ახალი მენიუ"),
    ("ხვალ 10 საათზე ახალი მენიუ", "25 10:00", "ახალი მენიუ"),
    ("ხვალ 9 ხუთი მიზეზი", "25 09:00", "ხუთი მიზეზი"),
    ("pe klo 18.30 Uusi lista", "27 18:30", "Uusi lista"),
    ("huomenna puoli 9 Aamiainen", "25 08:30", "Aamiainen"),
    (
        "huomenna 9 Puoli vuotta auki",
        "25 09:00",
        "Puoli vuotta auki",
    ),
    ("to 9 Aamiainen", "26 09:00", "Aamiainen"),
    ("завтра 9 Час пик", "25 09:00", "Час пик"),
    ("fri 9 H&M sale", "27 09:00", "H&M sale"),
    ("18:30 H&M sale", "24 18:30", "H&M sale"),
    ("завтра 9: Ужин", "25 09:00", ": Ужин"),
    ("завтра в 9 — Ужин", "25 09:00", "— Ужин"),
    ("сб 28.11 18:30 Живая музыка", "28 18:30", "Живая музыка"),
    ("thứ sáu tuần sau 9h Khai giảng", "04 09:00", "Khai giảng"),
    ("პარასკევს 9-ზე ახალი მენიუ", "27 09:00", "ახალი მენიუ"),
    (
        "ensi viikon perjantaina klo 9 Uusi lista",
        "04 09:00",
        "Uusi lista",
    ),
    // Nothing of these is a time.
    ("Отключили воду", "", ""),
    ("5 ошибок в плане", "", ""),
    ("Пять причин прийти завтра", "", ""),
    ("Завтра открываемся", "", ""),
    ("Сейчас открыто", "", ""),
    ("В 9 районах уже тепло", "", ""),
    ("В девять раз вкуснее", "", ""),
    ("Через час закрываемся", "", ""),
    ("Через 3 дня открытие", "", ""),
    ("Через неделю День города", "", ""),
    ("Полдень в Колосе", "", ""),
    ("Половина девятого: кто рано встаёт", "", ""),
    ("9 часов сна", "", ""),
    ("3 дня без сахара", "", ""),
    ("Через неделю 10 причин", "", ""),
    ("18:30-20:00 happy hour", "", ""),
    ("завтра 9-18 открыты", "", ""),
    ("пн-пт 9:00 Завтраки", "", ""),
    ("28 ноября концерт", "", ""),
    ("3.50 за кофе", "", ""),
    ("7.12 Корпоратив", "", ""),
    ("9.99 только сегодня", "", ""),
    ("24h delivery", "", ""),
    ("10 причин", "", ""),
    ("10-12 утра", "", ""),
    ("March with us", "", ""),
    ("May 9 lunches", "", ""),
    ("Now open", "", ""),
    ("To 10 winners we gave a cake", "", ""),
    ("Half past six, our story", "", ""),
    ("Noon special", "", ""),
    ("At 9 tables", "", ""),
    ("In 5 minutes you will know", "", ""),
    ("Next friday we rest", "", ""),
    ("Mai 5 tuổi", "", ""),
    ("Năm lý do", "", ""),
    ("Kuusi syytä tulla", "", ""),
    ("ცხრა მიზეზი", "", ""),
    ("5️⃣ ошибок", "", ""),
    ("", "", ""),
];

#[test]
fn the_start_of_a_line_is_read_and_the_text_is_left_alone() {
    let mut wrong = Vec::new();
    for &(line, wall, text) in LINES {
        let read = parse_prefix(line, now(), KAZAN);
        let said = read.as_ref().map_or(String::new(), |(when, _)| {
            when.local.format("%d %H:%M").to_string()
        });
        let left = read.as_ref().map_or("", |(_, taken)| {
            line[*taken..].trim_start_matches([' ', ','])
        });
        if (said.as_str(), left) != (wall, text) {
            wrong.push(format!("{line}: {said:?} {left:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(LINES.len() >= 90);
}

#[test]
fn what_can_be_read_two_ways_is_asked_before_it_becomes_text() {
    let asked = |line: &str| match parse_ahead(line, now(), KAZAN) {
        Some(Err(error)) => error.words().key,
        other => format!("{other:?}"),
    };
    for (line, key) in [
        ("next friday 9 Live music", "when-two-days"),
        ("18:30 next friday Live music", "when-two-days"),
        ("в след. пт 9 Ужин", "when-two-days"),
        ("03/04 10:00 Live music", "when-ambiguous"),
        ("пт в полночь Музыка", "when-two-moments"),
        ("завтра полпервого Обед", "when-two-times"),
        ("вт 1 Декабрь", "when-day-or-hour"),
    ] {
        assert_eq!(asked(line), key, "{line}");
    }
    for line in [
        "сегодня 8:00 Завтрак",
        "8:00 сегодня Завтрак",
        "31.02 10:00 Завтрак",
        "next friday we rest",
    ] {
        assert_eq!(parse_ahead(line, now(), KAZAN), None, "{line}");
    }
}

/// Whatever a line begins with, the rest of it is hers to the letter.
#[test]
fn every_phrase_of_the_table_with_a_day_and_an_hour_may_begin_a_line() {
    let mut taken = 0;
    for (_, phrase, _) in table() {
        let line = format!("{phrase} Живая музыка");
        if let Some((when, end)) = parse_prefix(&line, now(), KAZAN) {
            let whole = parse(&line[..end], now(), KAZAN).unwrap();
            assert_eq!(when, whole, "{phrase}");
            assert!(line[end..].ends_with(" Живая музыка"), "{line}");
            taken += 1;
        }
    }
    assert!(taken >= 300, "{taken}");
}
