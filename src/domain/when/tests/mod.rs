//! Phrases with hand-made answers, in five languages. Now is Tuesday 24 November 2026, 09:12 in Kazan.

mod hers;
mod hostile;
mod lines;
mod rules;

use chrono::TimeZone;

use super::*;

const KAZAN: Tz = chrono_tz::Europe::Moscow;

/// Her Tuesday morning.
fn now() -> Moment {
    at(2026, 11, 24, 9, 12)
}

/// A moment of another day of hers.
fn at(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> Moment {
    let wall = KAZAN.with_ymd_and_hms(year, month, day, hour, minute, 0);
    wall.unwrap().to_utc()
}

/// A phrase as the table has it: its time on the wall, or the key of its refusal with all that the sentence names.
fn said(phrase: &str, now: Moment) -> String {
    match parse(phrase, now, KAZAN) {
        Ok(when) => when.local.format("%Y-%m-%d %H:%M").to_string(),
        Err(error) => {
            let words = error.words();
            let args: Vec<&str> = words.args.values().map(String::as_str).collect();
            format!("{} {}", words.key, args.join(" "))
        }
    }
}

/// Language, phrase and answer of every line.
fn table() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    include_str!("phrases.tsv")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().unwrap();
            (cell(), cell(), cell())
        })
}

/// A refusal is met by its key and all that it must name; a time to the letter.
fn meets(said: &str, wanted: &str) -> bool {
    let mut wanted_words = wanted.split(' ');
    if wanted.starts_with("when-") {
        let (key, args) = said.split_once(' ').unwrap_or((said, ""));
        wanted_words.next() == Some(key) && wanted_words.all(|word| args.contains(word))
    } else {
        said == wanted
    }
}

#[test]
fn phrases_mean_what_people_mean() {
    let wrong: Vec<String> = table()
        .map(|(language, phrase, wanted)| (language, phrase, wanted, said(phrase, now())))
        .filter(|(_, _, wanted, said)| !meets(said, wanted))
        .map(|(language, phrase, wanted, said)| {
            format!("{language} {phrase}: {said}, wanted {wanted}")
        })
        .collect();
    assert!(wrong.is_empty(), "{}: {wrong:#?}", wrong.len());
}

#[test]
fn the_table_is_wide_enough_to_mean_something() {
    assert!(table().count() >= 800);
    assert!(
        table()
            .filter(|(_, _, wanted)| wanted.starts_with("when-"))
            .count()
            >= 180
    );
    for language in ["ru", "en", "vi", "ka", "fi"] {
        let own = table().filter(|(it, _, _)| *it == language);
        assert!(own.count() >= 100, "{language}");
    }
    let mut rows: Vec<_> = table()
        .map(|(language, phrase, _)| (language, phrase))
        .collect();
    rows.sort_unstable();
    let twice = rows.windows(2).find(|pair| pair[0] == pair[1]);
    assert_eq!(twice, None);
}

/// People leave marks out, and some keyboards send them as letters of their own.
#[test]
fn marks_may_be_taken_apart_or_case_raised_and_nothing_changes() {
    use unicode_normalization::UnicodeNormalization;
    for (_, phrase, _) in table() {
        let wanted = parse(phrase, now(), KAZAN).ok();
        if wanted.is_some() {
            let apart: String = phrase.nfd().collect();
            assert_eq!(parse(&apart, now(), KAZAN).ok(), wanted, "{phrase}");
            let loud = phrase.to_uppercase();
            assert_eq!(parse(&loud, now(), KAZAN).ok(), wanted, "{loud}");
            let wide = phrase.replace(' ', "\u{a0} ");
            assert_eq!(parse(&wide, now(), KAZAN).ok(), wanted, "{phrase}");
        }
    }
}
