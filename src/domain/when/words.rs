//! The words of time, from their data file, and what each of them says.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::Deserialize;

pub(super) use super::token::{Token, tokens};

/// The data file as it is written: lists of entries by what they mean.
#[derive(Debug, Deserialize)]
pub(super) struct Words {
    pub(super) minute: Vec<String>,
    pub(super) hour: Vec<String>,
    pub(super) day: Vec<String>,
    pub(super) week: Vec<String>,
    pub(super) month: Vec<String>,
    /// Words that stand for two: "tonight" is "this evening".
    pub(super) means: HashMap<String, String>,
    pub(super) weekdays: Weekdays,
    pub(super) months: Months,
    pub(super) numbers: Numbered,
    pub(super) ordinals: Numbered,
    pub(super) hours_of: Numbered,
    /// All other lists; a name that is no role breaks the file.
    #[serde(flatten)]
    pub(super) roles: HashMap<Role, Vec<String>>,
}

/// Entries by their number.
pub(super) type Numbered = BTreeMap<String, Vec<String>>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Weekdays {
    mon: Vec<String>,
    tue: Vec<String>,
    wed: Vec<String>,
    thu: Vec<String>,
    fri: Vec<String>,
    sat: Vec<String>,
    sun: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Months {
    jan: Vec<String>,
    feb: Vec<String>,
    mar: Vec<String>,
    apr: Vec<String>,
    may: Vec<String>,
    jun: Vec<String>,
    jul: Vec<String>,
    aug: Vec<String>,
    sep: Vec<String>,
    oct: Vec<String>,
    nov: Vec<String>,
    dec: Vec<String>,
}

/// What a word does in a phrase about time; the lists of the data file are named after these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Role {
    Now,
    Yesterday,
    Today,
    Tomorrow,
    AfterTomorrow,
    InThreeDays,
    EveryOther,
    At,
    On,
    The,
    Of,
    ThisDay,
    EarlyDay,
    Next,
    Coming,
    ComingAfter,
    NextAfter,
    ThisWeek,
    NextWeek,
    WeekAfter,
    WeekFrom,
    ComingMonth,
    ThisMonth,
    NextMonth,
    FirstDay,
    LastDay,
    DayNumber,
    Year,
    In,
    InOrPast,
    After,
    Within,
    Alone,
    An,
    And,
    Half,
    HalfMore,
    OneAndHalf,
    Noon,
    Midnight,
    Oclock,
    HoursSaid,
    OneOclock,
    HalfTo,
    HalfPast,
    HalfOf,
    Quarter,
    To,
    Past,
    Without,
    Less,
    Lacks,
    Am,
    Pm,
    Morning,
    Daytime,
    Evening,
    Night,
    OfMorning,
    OfDay,
    OfEvening,
    OfNight,
    NumberTail,
    OrdinalTail,
    HourOfTail,
    Proper,
    Shy,
}

/// What distances are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
}

/// What an entry says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Plays(Role),
    Counts(Unit),
    /// Monday is 0.
    Weekday(u32),
    /// January is 1.
    Month(u32),
    Number(u32),
    Ordinal(u32),
    HourOf(u32),
}

impl Words {
    /// The words that come with the program; none if their file were broken, which a test excludes.
    pub(super) fn builtin() -> Option<&'static Words> {
        static WORDS: OnceLock<Option<Words>> = OnceLock::new();
        WORDS
            .get_or_init(|| toml::from_str(include_str!("../../../assets/words/when.toml")).ok())
            .as_ref()
    }

    /// Every list with what its entries say.
    pub(super) fn lists(&self) -> impl Iterator<Item = (Sense, &Vec<String>)> {
        let w = &self.weekdays;
        let weekdays = [&w.mon, &w.tue, &w.wed, &w.thu, &w.fri, &w.sat, &w.sun];
        let m = &self.months;
        let months = [
            &m.jan, &m.feb, &m.mar, &m.apr, &m.may, &m.jun, &m.jul, &m.aug, &m.sep, &m.oct, &m.nov,
            &m.dec,
        ];
        let units = [
            (Sense::Counts(Unit::Minute), &self.minute),
            (Sense::Counts(Unit::Hour), &self.hour),
            (Sense::Counts(Unit::Day), &self.day),
            (Sense::Counts(Unit::Week), &self.week),
            (Sense::Counts(Unit::Month), &self.month),
        ];
        let numbered = |sense: fn(u32) -> Sense| {
            move |(number, list): (&String, _)| Some((sense(number.parse().ok()?), list))
        };
        let roles = self.roles.iter();
        units
            .into_iter()
            .chain((0..).map(Sense::Weekday).zip(weekdays))
            .chain((1..).map(Sense::Month).zip(months))
            .chain(self.numbers.iter().filter_map(numbered(Sense::Number)))
            .chain(self.ordinals.iter().filter_map(numbered(Sense::Ordinal)))
            .chain(self.hours_of.iter().filter_map(numbered(Sense::HourOf)))
            .chain(roles.map(|(role, list)| (Sense::Plays(*role), list)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fold::fold;

    #[test]
    fn the_words_are_readable_and_written_folded() {
        let text = include_str!("../../../assets/words/when.toml");
        let words: Words = toml::from_str(text).unwrap();
        for quoted in text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| line.split('"').skip(1).step_by(2))
        {
            // An entry that keeps its marks has some to keep, or would be another word with them.
            let kept = quoted.strip_prefix('=');
            assert!(
                kept.is_some() || fold(quoted) == quoted,
                "{quoted:?} is not folded"
            );
        }
        for numbered in [&words.numbers, &words.ordinals, &words.hours_of] {
            for number in numbered.keys() {
                assert!(number.parse::<u32>().is_ok_and(|n| n <= 90), "{number}");
            }
        }
    }

    #[test]
    fn no_word_is_listed_twice_in_one_sense() {
        for (sense, list) in Words::builtin().unwrap().lists() {
            let mut seen: Vec<&String> = list.iter().collect();
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), list.len(), "{sense:?}");
        }
    }
}
