//! Twelve thousand broken files: five good ones, hurt by a seeded hand. Whatever is taken from them stands in them.

use std::time::{Duration, Instant};

use chrono::{Datelike, NaiveDateTime, Timelike};

use super::*;
use crate::import::{messages, plan, readings};

/// Broken files made of each good one.
const OF_EACH: usize = 2_400;

const GOOD: [(&str, &str); 5] = [
    (
        "plan",
        "date,time,client,channel,topic,text\n2026-05-09,09:30,Kolos,\"VK, TG\",Rye,\"One\n\"\"two\"\"\"\n\
         10.05.2026,9:15 PM,Marani,ig,Wine,\n2026-05-11T18:00+04:00,,Marani,fb,Supra,\"a, b\"\n,,Lampo,tg,Later,x\n",
    ),
    (
        "plan",
        "\u{feff}Дата;Время;Клиент;Каналы;Тема;Текст\r\n25/04/2026;9h30;Колос;вк;Хлеб;Ржаной\r\n\
         03/04/2026;;Колос;вк;Сыр;\"Сыр; свежий\r\nи мягкий\"\r\n07/12/2026 7.45;;Марани;тг;Вино;\r\n",
    ),
    (
        "messages",
        "at\tclient\tchannel\tauthor\ttext\tdirection\n2026-05-09 09:30\tKolos\tvk\tОльга\tГде?\tin\n\
         09.05.2026 21:31\tKolos\tvk\t\tТут 👍🏽\tout\n2026-05-09T23:59:59Z\tKolos\tvk\tИва\t\"две\nстроки\"\t\n",
    ),
    (
        "readings",
        r#"[{"date":"2026-05-09","client":"Kolos","metric":"reach","value":1234.5},
 {"date":"10.05.2026","client":"Kolos","metric":"er","value":"5,3 %","extra":{"a":[1,2]}},
 {"date":"2026-05-11T10:00Z","client":"Kolos","channel":["VK","TG"],"metric":"reach","value":"1 234"}]"#,
    ),
    (
        "plan",
        "{\"date\":\"2026-05-09\",\"time\":\"09:30\",\"client\":\"Kolos\",\"channel\":\"vk\",\"topic\":\"Rye\"}\n\
         {\"date\":\"10.05.2026 18:05\",\"client\":\"Kolos\",\"channel\":[\"vk\",\"tg\"],\"text\":\"a\\nb\"}\n\
         {\"date\":null,\"client\":\"Kolos\",\"channel\":\"vk\",\"topic\":\"Later\"}\n",
    ),
];

/// What one broken file gave: lines and times taken, and the account.
struct Taken {
    times: Vec<(usize, When)>,
    report: Report,
}

fn take(kind: &str, bytes: &[u8]) -> Taken {
    let choices = Choices::default();
    let (times, report) = match kind {
        "plan" => {
            let read = plan::read(bytes, &choices);
            sound(&read);
            for row in &read.rows {
                let words = [&row.client, &row.topic, &row.text, &row.link, &row.rubric];
                assert!(words.iter().all(|it| harmless(it)), "{row:?}");
            }
            let times = read.rows.iter().filter_map(|it| Some((it.row, it.when?)));
            (times.collect(), read.report)
        }
        "messages" => {
            let read = messages::read(bytes, &choices);
            sound(&read);
            for row in &read.rows {
                let words = [&row.client, &row.channel, &row.author, &row.text];
                assert!(words.iter().all(|it| harmless(it)), "{row:?}");
            }
            let times = read.rows.iter().map(|it| (it.row, it.at));
            (times.collect(), read.report)
        }
        _ => {
            let read = readings::read(bytes, &choices);
            sound(&read);
            assert!(read.rows.iter().all(|it| it.value.is_finite()));
            let times = read.rows.iter().map(|it| (it.row, it.at));
            (times.collect(), read.report)
        }
    };
    Taken { times, report }
}

/// SplitMix64: small, known, and the same on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) as usize % limit.max(1)
    }

    fn span(&mut self, bytes: &[u8]) -> std::ops::Range<usize> {
        let from = self.below(bytes.len() + 1);
        let length = self.below(24).min(bytes.len() - from);
        from..from + length
    }
}

/// What gets into files: separators, quotes, digits, brackets, bytes of no text, marks of every encoding.
const STRAY: [&[u8]; 20] = [
    b"\"",
    b"\"\"",
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r\n",
    b"\r",
    b"\0",
    b"\xff\xfe",
    b"\xEF\xBB\xBF",
    b"{",
    b"}",
    b"[",
    b"]",
    b"9",
    b"/",
    "\u{202e}".as_bytes(),
    b"\x1b[2J",
    b"\\u0032",
];

fn hurt(bytes: &mut Vec<u8>, chance: &mut Chance) {
    match chance.below(6) {
        0 => {
            let at = chance.below(bytes.len());
            let bit = 1 << chance.below(8);
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= bit;
            }
        }
        1 => bytes.truncate(chance.below(bytes.len() + 1)),
        2 => drop(bytes.drain(chance.span(bytes))),
        3 => {
            let at = chance.below(bytes.len() + 1);
            let stray = STRAY[chance.below(STRAY.len())];
            bytes.splice(at..at, stray.iter().copied());
        }
        4 => {
            let copied = bytes[chance.span(bytes)].to_vec();
            let at = chance.below(bytes.len() + 1);
            bytes.splice(at..at, copied);
        }
        _ => {
            let [from, to] = [
                (b'"', b'\''),
                (b',', b'"'),
                (b'"', b','),
                (b'\n', b'"'),
                (b'{', b'['),
            ][chance.below(5)]
            .into();
            let places: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] == from).collect();
            if let Some(at) = places.get(chance.below(places.len())) {
                bytes[*at] = to;
            }
        }
    }
}

/// Numbers of a text with the character behind each; escapes of JSON are undone first, as far as digits need it.
fn numbers(text: &str) -> Vec<(u32, char)> {
    let text = text.replace("\\u0032", "2").replace("\\/", "/");
    let mut found = Vec::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let run = &rest[at..];
        let end = run.find(|c: char| !c.is_ascii_digit()).unwrap_or(run.len());
        let behind = run[end..].chars().next().unwrap_or(' ');
        found.push((run[..end].parse().unwrap_or(u32::MAX), behind));
        rest = &run[end..];
    }
    found
}

/// Whether the text says this day with one divider, and an hour and a minute that fit the clock.
fn says(text: &str, when: When) -> bool {
    let numbers = numbers(text);
    let day = when.day();
    let (y, m, d) = (day.year().cast_unsigned(), day.month(), day.day());
    let dated = numbers.windows(3).any(|run| {
        let (values, divider) = ([run[0].0, run[1].0, run[2].0], run[0].1);
        run[1].1 == divider
            && match divider {
                '-' => values == [y, m, d],
                '.' => values == [d, m, y],
                '/' => values == [d, m, y] || values == [m, d, y],
                _ => false,
            }
    });
    let timed = |at: NaiveDateTime| {
        let hours = [at.hour(), at.hour12().1];
        numbers.iter().enumerate().any(|(place, (hour, behind))| {
            let next = numbers.get(place + 1).map(|(minute, _)| *minute);
            let minute = matches!(behind, ':' | '.' | 'h') && next == Some(at.minute());
            hours.contains(hour) && (minute || at.minute() == 0)
        })
    };
    dated
        && match when {
            When::Day(_) => true,
            When::Local(wall) | When::Exact { wall, .. } => timed(wall),
        }
}

/// The text of each row by its number: for a table from its line to the next row's, for objects between braces.
fn row_text(bytes: &[u8], row: usize, next: Option<usize>) -> String {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    let lines = text.split(['\n', '\r']).skip(row - 1);
    let length = next.map_or(usize::MAX, |next| next - row);
    lines.take(length).collect::<Vec<_>>().join("\n")
}

fn check(kind: &str, bytes: &[u8]) -> usize {
    let taken = take(kind, bytes);
    let shown = String::from_utf8_lossy(bytes);
    let start = shown.trim_start_matches('\u{feff}').trim_start();
    let objects = start.starts_with(['{', '[']);
    let lines = row_text(bytes, 1, None).lines().count().max(1);
    let most = if objects {
        taken.report.rows.max(1)
    } else {
        lines
    };
    for problem in &taken.report.problems {
        assert!(
            (1..=most).contains(&problem.row),
            "{problem:?} of {shown:?}"
        );
        assert!(
            problem.column.as_deref().is_none_or(harmless),
            "{problem:?}"
        );
    }
    let mut rows: Vec<usize> = taken.report.problems.iter().map(|it| it.row).collect();
    rows.extend(taken.times.iter().map(|(row, _)| row));
    for (row, when) in &taken.times {
        let stands = if objects {
            shown.split('{').any(|object| says(object, *when))
        } else {
            let next = rows.iter().filter(|it| *it > row).min();
            says(&row_text(bytes, *row, next.copied()), *when)
        };
        assert!(stands, "row {row} says {when:?}; the file is {shown:?}");
    }
    taken.report.accepted
}

#[test]
fn the_good_files_are_good() {
    for (kind, file) in GOOD {
        let taken = take(kind, file.as_bytes());
        assert!(taken.report.is_clean(), "{:?}", taken.report);
        assert_eq!(check(kind, file.as_bytes()), taken.report.rows);
    }
}

#[test]
fn broken_files_never_stop_the_reader_and_nothing_is_made_up() {
    let mut accepted = 0;
    let mut slowest = Duration::ZERO;
    for (which, (kind, file)) in GOOD.into_iter().enumerate() {
        let mut chance = Chance(0x0031_2026 + which as u64);
        for _ in 0..OF_EACH {
            let mut bytes = file.as_bytes().to_vec();
            for _ in 0..=chance.below(4) {
                hurt(&mut bytes, &mut chance);
            }
            let begun = Instant::now();
            accepted += check(kind, &bytes);
            slowest = slowest.max(begun.elapsed());
        }
    }
    // Breaking that leaves nothing to accept would test nothing.
    assert!(accepted > OF_EACH * GOOD.len() / 2, "{accepted}");
    assert!(slowest < Duration::from_secs(2), "{slowest:?}");
}
