//! Thousands of broken files: good ones of every form and encoding, hurt by a seeded hand. Whatever is taken from them
//! stands in them.
//!
//! `POSTDESK_BROKEN` says how many; the usual run takes fewer than the long one.

use std::{
    io::{Cursor, Read, Write},
    time::{Duration, Instant},
};

use super::files;
use super::says::{says, says_in_workbook};
use super::*;
use crate::import::{encoding, messages, plan, readings};

/// Broken files of the usual run.
const USUAL: usize = 1_500;

/// Files written here, because each has something that no tool writes.
const GOOD: [(Kind, &str); 5] = [
    (
        Kind::Plan,
        "date,time,client,channel,topic,text\n2026-05-09,09:30,Kolos,\"VK, TG\",Rye,\"One\n\"\"two\"\"\"\n\
         10.05.2026,9:15 PM,Marani,ig,Wine,\n2026-05-11T18:00+04:00,,Marani,fb,Supra,\"a, b\"\n,,Lampo,tg,Later,x\n",
    ),
    (
        Kind::Plan,
        "\u{feff}Дата;Время;Клиент;Каналы;Тема;Текст\r\n25/04/2026;9h30;Колос;вк;Хлеб;Ржаной\r\n\
         03/04/2026;;Колос;вк;Сыр;\"Сыр; свежий\r\nи мягкий\"\r\n07/12/2026 7.45;;Марани;тг;Вино;\r\n",
    ),
    (
        Kind::Messages,
        "at\tclient\tchannel\tauthor\ttext\tdirection\n2026-05-09 09:30\tKolos\tvk\tОльга\tГде?\tin\n\
         09.05.2026 21:31\tKolos\tvk\t\tТут 👍🏽\tout\n2026-05-09T23:59:59Z\tKolos\tvk\tИва\t\"две\nстроки\"\t\n",
    ),
    (
        Kind::Readings,
        r#"[{"date":"2026-05-09","client":"Kolos","metric":"reach","value":1234.5},
 {"date":"10.05.2026","client":"Kolos","metric":"er","value":"5,3 %","extra":{"a":[1,2]}},
 {"date":"2026-05-11T10:00Z","client":"Kolos","channel":["VK","TG"],"metric":"reach","value":"1 234"}]"#,
    ),
    (
        Kind::Plan,
        "{\"date\":\"2026-05-09\",\"time\":\"09:30\",\"client\":\"Kolos\",\"channel\":\"vk\",\"topic\":\"Rye\"}\n\
         {\"date\":\"10.05.2026 18:05\",\"client\":\"Kolos\",\"channel\":[\"vk\",\"tg\"],\"text\":\"a\\nb\"}\n\
         {\"date\":null,\"client\":\"Kolos\",\"channel\":\"vk\",\"topic\":\"Later\"}\n",
    ),
];

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

/// One good file.
struct Good {
    name: String,
    bytes: Vec<u8>,
    kind: Kind,
    choices: Choices,
}

fn good() -> Vec<Good> {
    let own = GOOD.iter().enumerate().map(|(place, (kind, text))| Good {
        name: format!("own {place}"),
        bytes: text.as_bytes().to_vec(),
        kind: *kind,
        choices: Choices::default(),
    });
    let files = files::all().into_iter().map(|it| Good {
        name: it.name,
        bytes: it.bytes,
        kind: it.kind,
        choices: it.choices,
    });
    own.chain(files).collect()
}

/// What one broken file gave: rows and times taken, and the account.
struct Taken {
    times: Vec<(usize, When)>,
    report: Report,
}

fn take(it: &Good, bytes: &[u8]) -> Taken {
    let (times, report) = match it.kind {
        Kind::Plan => {
            let read = plan::read(bytes, &it.choices);
            sound(&read);
            for row in &read.rows {
                let words = [&row.client, &row.topic, &row.text, &row.link, &row.rubric];
                let lists = [&row.channels, &row.media, &row.alt].into_iter().flatten();
                let all = words.into_iter().chain(lists).chain([
                    &row.first_comment,
                    &row.cover,
                    &row.script,
                    &row.shots,
                    &row.client_note,
                ]);
                assert!(all.into_iter().all(|it| harmless(it)), "{row:?}");
            }
            let times = read.rows.iter().filter_map(|it| Some((it.row, it.when?)));
            (times.collect(), read.report)
        }
        Kind::Messages => {
            let read = messages::read(bytes, &it.choices);
            sound(&read);
            for row in &read.rows {
                let words = [&row.client, &row.channel, &row.author, &row.text];
                assert!(words.iter().all(|it| harmless(it)), "{row:?}");
            }
            let times = read.rows.iter().map(|it| (it.row, it.at));
            (times.collect(), read.report)
        }
        Kind::Readings => {
            let read = readings::read(bytes, &it.choices);
            sound(&read);
            assert!(read.rows.iter().all(|it| it.value.is_finite()));
            let times = read.rows.iter().map(|it| (it.row, it.at));
            (times.collect(), read.report)
        }
    };
    Taken { times, report }
}

/// A hurt copy; of a workbook mostly a part of it, because its archive would only be found broken.
fn hurt_copy(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    if !bytes.starts_with(b"PK") || chance.below(4) == 0 {
        for _ in 0..=chance.below(4) {
            hurt(&mut bytes, chance);
        }
        return bytes;
    }
    let mut parts = parts_of(&bytes);
    let sheets = parts
        .iter()
        .position(|(name, _)| name.ends_with("sheet1.xml"));
    for _ in 0..=chance.below(4) {
        let place = if chance.below(2) == 0 {
            sheets.unwrap_or(0)
        } else {
            chance.below(parts.len())
        };
        hurt(&mut parts[place].1, chance);
    }
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let plain =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in &parts {
        zip.start_file(name.as_str(), plain).unwrap();
        zip.write_all(part).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a workbook's archive.
fn parts_of(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return Vec::new();
    };
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let Ok(mut part) = archive.by_index(place) else {
            continue;
        };
        let mut bytes = Vec::new();
        let name = part.name().unwrap().into_owned();
        if part.read_to_end(&mut bytes).is_ok() {
            parts.push((name, bytes));
        }
    }
    parts
}

/// The lines of a row by its number, up to the next row that is known.
fn row_text(text: &str, row: usize, next: Option<usize>) -> String {
    let text = text.replace("\r\n", "\n");
    let lines = text.split(['\n', '\r']).skip(row - 1);
    let length = next.map_or(usize::MAX, |next| next - row);
    lines.take(length).collect::<Vec<_>>().join("\n")
}

fn check(it: &Good, bytes: &[u8]) -> usize {
    let taken = take(it, bytes);
    let report = &taken.report;
    for problem in &report.problems {
        assert!(problem.row > 0, "{problem:?}");
        assert!(
            problem.column.as_deref().is_none_or(harmless),
            "{problem:?}"
        );
    }
    let Ok(sniffed) = sniff(bytes, it.kind, &it.choices) else {
        assert_eq!((report.rows, report.problems.len()), (0, 1));
        return 0;
    };
    // A file is refused whole, with the reason, or every row of it is in the account.
    if sniffed.lacks.is_some() {
        assert_eq!((report.rows, report.problems.len()), (0, 1));
    } else {
        assert_eq!(report.rows, sniffed.rows);
    }
    for column in &sniffed.columns {
        assert!(harmless(&column.name) && column.samples.iter().all(|it| harmless(it)));
    }
    let by_lines = matches!(sniffed.form, Form::Csv | Form::Markdown);
    let text = if sniffed.form == Form::Xlsx {
        String::new()
    } else {
        let (text, _) = encoding::decode(bytes, it.choices.encoding).unwrap();
        String::from_utf8_lossy(&text).into_owned()
    };
    let mut rows: Vec<usize> = report.problems.iter().map(|it| it.row).collect();
    rows.extend(taken.times.iter().map(|(row, _)| *row));
    let parts = if sniffed.form == Form::Xlsx {
        parts_of(bytes)
    } else {
        Vec::new()
    };
    for (row, when) in &taken.times {
        let stands = if sniffed.form == Form::Xlsx {
            says_in_workbook(&parts, *when)
        } else if by_lines {
            let next = rows.iter().filter(|it| *it > row).min();
            says(&row_text(&text, *row, next.copied()), *when)
        } else {
            says(&text, *when)
        };
        assert!(
            stands,
            "{}: row {row} says {when:?}; the file is {text:?}",
            it.name
        );
    }
    report.accepted
}

#[test]
fn the_good_files_are_good() {
    for it in good() {
        let accepted = check(&it, &it.bytes);
        assert!(accepted > 0, "{}", it.name);
    }
}

#[test]
fn broken_files_never_stop_the_reader_and_nothing_is_made_up() {
    let asked = std::env::var("POSTDESK_BROKEN").ok();
    let many = asked.map_or(USUAL, |many| many.parse().unwrap());
    let good = good();
    let (mut accepted, mut broken) = (0, 0);
    let mut slowest = Duration::ZERO;
    for (which, it) in good.iter().enumerate() {
        let mut chance = Chance(0x0031_2026 + which as u64);
        for _ in 0..=many / good.len() {
            let bytes = hurt_copy(&it.bytes, &mut chance);
            let begun = Instant::now();
            accepted += check(it, &bytes);
            broken += 1;
            slowest = slowest.max(begun.elapsed());
        }
    }
    // Breaking that leaves nothing to accept would test nothing.
    assert!(
        broken >= many && accepted > many / 2,
        "{accepted} rows of {broken} files"
    );
    assert!(slowest < Duration::from_secs(5), "{slowest:?}");
}
