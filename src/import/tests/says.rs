//! Whether a text says a day and a time, found out in another way than the reader does: by the numbers that stand in it.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use super::When;

/// How the months begin in the languages of the files, in lower case.
const STEMS: [[&str; 4]; 12] = [
    ["jan", "янв", "tammi", "იან"],
    ["feb", "фев", "helmi", "თებ"],
    ["mar", "мар", "maalis", "მარ"],
    ["apr", "апр", "huhti", "აპრ"],
    ["may", "ма", "touko", "მაი"],
    ["jun", "июн", "kesä", "ივნ"],
    ["jul", "июл", "heinä", "ივლ"],
    ["aug", "авг", "elo", "აგვ"],
    ["sep", "сен", "syys", "სექ"],
    ["oct", "окт", "loka", "ოქტ"],
    ["nov", "ноя", "marras", "ნოე"],
    ["dec", "дек", "joulu", "დეკ"],
];

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

/// Whether the text says this day, in numbers with one divider or with a month in words, and an hour and a minute that
/// fit the clock.
pub(super) fn says(text: &str, when: When) -> bool {
    let numbers = numbers(text);
    says_day(text, &numbers, when.day())
        && match when {
            When::Day(_) => true,
            When::Local(wall) | When::Exact { wall, .. } => says_time(&numbers, wall),
        }
}

fn says_day(text: &str, numbers: &[(u32, char)], day: NaiveDate) -> bool {
    let (y, m, d) = (day.year().cast_unsigned(), day.month(), day.day());
    let in_numbers = numbers.windows(3).any(|run| {
        let (values, divider) = ([run[0].0, run[1].0, run[2].0], run[0].1);
        run[1].1 == divider
            && match divider {
                '.' => values == [d, m, y] || values == [y, m, d],
                '-' | '/' => [[y, m, d], [d, m, y], [m, d, y]].contains(&values),
                _ => false,
            }
    });
    let lower = text.to_lowercase();
    let named = STEMS[day.month0() as usize]
        .iter()
        .any(|stem| lower.contains(stem));
    let counted = lower.contains("th") && numbers.iter().any(|(value, _)| *value == m);
    let both = [y, d]
        .iter()
        .all(|part| numbers.iter().any(|(value, _)| value == part));
    in_numbers || both && (named || counted)
}

fn says_time(numbers: &[(u32, char)], at: NaiveDateTime) -> bool {
    let hours = [at.hour(), at.hour12().1];
    numbers.iter().enumerate().any(|(place, (hour, behind))| {
        let next = numbers.get(place + 1).map(|(minute, _)| *minute);
        let minute = matches!(behind, ':' | '.' | 'h') && next == Some(at.minute());
        hours.contains(hour) && (minute || at.minute() == 0)
    })
}

/// Whether the parts of a workbook say this day and this time: in words of a cell, or in numbers of days since its
/// beginning.
pub(super) fn says_in_workbook(parts: &[(String, Vec<u8>)], when: When) -> bool {
    let texts: Vec<String> = parts
        .iter()
        .map(|(_, part)| String::from_utf8_lossy(part).into_owned())
        .collect();
    let all = texts.join("\n");
    let values: Vec<f64> = all
        .split(['<', '>'])
        .filter_map(|value| value.trim().parse().ok())
        .collect();
    let day_since = |first: NaiveDate| (when.day() - first).num_days() as f64;
    let beginnings = [(1899, 12, 30), (1904, 1, 1)];
    let first = beginnings.map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap());
    let numbers = numbers(&all);
    let day = says_day(&all, &numbers, when.day())
        || first.iter().any(|first| {
            let day = day_since(*first);
            // A second before midnight is midnight for a sheet's reader.
            values
                .iter()
                .any(|value| (*value - day).floor() == 0.0 || (day - *value).abs() < 1e-5)
        });
    let timed = |at: NaiveDateTime| {
        let minute = f64::from(at.hour() * 60 + at.minute());
        let near = |value: &f64| (value.rem_euclid(1.0) * 1440.0 - minute).abs() < 1.0;
        values.iter().any(near) || minute == 0.0 || says_time(&numbers, at)
    };
    day && match when {
        When::Day(_) => true,
        When::Local(wall) | When::Exact { wall, .. } => timed(wall),
    }
}
