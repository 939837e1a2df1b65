//! Days and spans in words: "Tue 24 Nov", "вторник, 24 ноября", "1:35", "2 d". The words live in `dates.ftl`.

use chrono::{Datelike, Month, NaiveDate, NaiveTime, Timelike, Weekday};

use super::shelf::Clock;
use super::{Language, Locale};

const MINUTES_A_DAY: u64 = 24 * 60;

impl<L: Language> Locale<L> {
    /// "Tue", "вт".
    pub fn weekday_short(&self, day: Weekday) -> String {
        self.day_word(day, WEEKDAYS_SHORT)
    }

    /// "Tuesday", "вторник".
    pub fn weekday(&self, day: Weekday) -> String {
        self.day_word(day, WEEKDAYS)
    }

    /// The month standing alone: "November", "ноябрь".
    pub fn month(&self, month: Month) -> String {
        self.month_word(month.number_from_month(), MONTHS)
    }

    /// The month of a day, standing alone.
    pub fn month_of(&self, date: NaiveDate) -> String {
        self.month_word(date.month(), MONTHS)
    }

    /// The month of a grid's heading: "November 2026", "ноябрь 2026".
    pub fn month_year(&self, date: NaiveDate) -> String {
        let month = self.month_of(date);
        // The year is text: a grouped "2 026" is a count, not a year.
        let year = date.year().to_string();
        self.say(
            "date-month-year",
            &[("month", month.into()), ("year", year.into())],
        )
    }

    /// "Tue 24 Nov", "вт 24 ноя".
    pub fn day_short(&self, date: NaiveDate) -> String {
        let month = self.month_word(date.month(), MONTHS_SHORT);
        self.day_in(
            "date-short",
            self.weekday_short(date.weekday()),
            date,
            month,
        )
    }

    /// "24 Nov", "24 ноя".
    pub fn day_month(&self, date: NaiveDate) -> String {
        let month = self.month_word(date.month(), MONTHS_SHORT);
        let args = [("day", date.day().into()), ("month", month.into())];
        self.say("date-day-month", &args)
    }

    /// A day within a sentence: "24 November", "24 ноября".
    pub fn day_in_text(&self, date: NaiveDate) -> String {
        let month = self.month_of_day(date);
        let args = [("day", date.day().into()), ("month", month.into())];
        self.say("date-day-month", &args)
    }

    /// "Tuesday 24 November", "вторник, 24 ноября".
    pub fn day_long(&self, date: NaiveDate) -> String {
        let month = self.month_of_day(date);
        self.day_in("date-long", self.weekday(date.weekday()), date, month)
    }

    /// The time on the wall: "09:12", in a Finnish letter "9.12".
    pub fn clock(&self, time: NaiveTime) -> String {
        let (hour, minute) = (time.hour(), time.minute());
        match self.lang().shelf().clock {
            Clock::Colon => format!("{hour:02}:{minute:02}"),
            Clock::Dot => format!("{hour}.{minute:02}"),
        }
    }

    /// How long, in minutes: "0:12", "1:35", from a day on "2 d" (whole days, rounded down). Negative keeps its sign.
    pub fn span(&self, minutes: i64) -> String {
        let sign = if minutes < 0 { "-" } else { "" };
        let length = minutes.unsigned_abs();
        if length < MINUTES_A_DAY {
            format!("{sign}{}:{:02}", length / 60, length % 60)
        } else {
            let days = (length / MINUTES_A_DAY) as i64;
            format!("{sign}{}", self.say("span-days", &[("n", days.into())]))
        }
    }

    /// How long ago, in minutes: "just now", "12 min ago", "3 h ago", "2 d ago". What is not yet past counts as now.
    pub fn ago(&self, minutes: i64) -> String {
        match minutes {
            i64::MIN..1 => self.text("ago-now").into_owned(),
            1..60 => self.say("ago-minutes", &[("n", minutes.into())]),
            60..1440 => self.say("ago-hours", &[("n", (minutes / 60).into())]),
            _ => self.say("ago-days", &[("n", (minutes / 1440).into())]),
        }
    }

    fn day_in(&self, pattern: &str, weekday: String, date: NaiveDate, month: String) -> String {
        self.say(
            pattern,
            &[
                ("weekday", weekday.into()),
                ("day", date.day().into()),
                ("month", month.into()),
            ],
        )
    }

    fn day_word(&self, day: Weekday, keys: [&str; 7]) -> String {
        let place = day.num_days_from_monday() as usize;
        self.text(keys.get(place).copied().unwrap_or_default())
            .into_owned()
    }

    /// The month beside the number of a day: "November", "ноября".
    pub(super) fn month_of_day(&self, date: NaiveDate) -> String {
        self.month_word(date.month(), MONTHS_OF_DAY)
    }

    fn month_word(&self, number: u32, keys: [&str; 12]) -> String {
        let place = number.saturating_sub(1) as usize;
        self.text(keys.get(place).copied().unwrap_or_default())
            .into_owned()
    }

    /// Written hours in this language: "daily 7-23" is "ежедневно 7-23". What is not a word of hours stays as it is.
    pub fn hours(&self, written: &str) -> String {
        const ENGLISH: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let mut said = String::with_capacity(written.len());
        let mut rest = written;
        while !rest.is_empty() {
            let end = rest.find(|c: char| !c.is_alphabetic());
            let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
            let lower = word.to_lowercase();
            match (lower.as_str(), ENGLISH.iter().position(|day| *day == lower)) {
                (_, Some(day)) => said.push_str(&self.text(WEEKDAYS_SHORT[day])),
                ("daily", _) => said.push_str(&self.text("hours-daily")),
                ("always", _) => said.push_str(&self.text("hours-always")),
                _ => said.push_str(word),
            }
            let mark = after.chars().next();
            said.extend(mark);
            rest = &after[mark.map_or(0, char::len_utf8)..];
        }
        said
    }
}

/// The keys of twelve months or seven weekdays in one form of the word.
macro_rules! keys {
    ($($name:literal)* + $form:literal) => { [$(concat!($name, $form)),*] };
}
macro_rules! weekdays {
    ($form:literal) => {
        keys!("weekday-mon" "weekday-tue" "weekday-wed" "weekday-thu" "weekday-fri" "weekday-sat" "weekday-sun" + $form)
    };
}
macro_rules! months {
    ($form:literal) => {
        keys!("month-jan" "month-feb" "month-mar" "month-apr" "month-may" "month-jun"
            "month-jul" "month-aug" "month-sep" "month-oct" "month-nov" "month-dec" + $form)
    };
}

const WEEKDAYS: [&str; 7] = weekdays!("");
const WEEKDAYS_SHORT: [&str; 7] = weekdays!("-short");
const MONTHS: [&str; 12] = months!("");
const MONTHS_SHORT: [&str; 12] = months!("-short");
/// Beside the number of a day, where Russian wants the genitive.
const MONTHS_OF_DAY: [&str; 12] = months!("-of-day");

#[cfg(test)]
mod tests {
    use chrono::{Month, NaiveDate, NaiveTime, Weekday};

    use super::super::{Lang, Locale};

    fn both() -> (Locale, Locale) {
        (Locale::new(Lang::En), Locale::new(Lang::Ru))
    }

    fn date(day: u32, month: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn a_day_is_short_in_a_row_and_long_in_a_sentence() {
        let (en, ru) = both();
        let tuesday = date(24, 11);
        assert_eq!(en.day_short(tuesday), "Tue 24 Nov");
        assert_eq!(ru.day_short(tuesday), "вт 24 ноя");
        assert_eq!(en.day_month(tuesday), "24 Nov");
        assert_eq!(ru.day_month(tuesday), "24 ноя");
        assert_eq!(en.day_long(tuesday), "Tuesday 24 November");
        assert_eq!(ru.day_long(tuesday), "вторник, 24 ноября");
        assert_eq!(ru.day_short(date(5, 5)), "вт 5 мая");
    }

    #[test]
    fn a_month_alone_is_not_in_the_genitive() {
        let (en, ru) = both();
        assert_eq!(ru.month(Month::May), "май");
        assert_eq!(en.month_year(date(24, 11)), "November 2026");
        assert_eq!(ru.month_year(date(24, 11)), "ноябрь 2026");
    }

    #[test]
    fn every_day_and_month_has_words() {
        for locale in [both().0, both().1] {
            for month in 1..=12 {
                let words = format!(
                    "{} {}",
                    locale.day_long(date(1, month)),
                    locale.day_short(date(1, month))
                );
                assert!(!words.contains(['⟦', '{']), "{words}");
            }
            for weekday in [Weekday::Mon, Weekday::Sun] {
                assert!(
                    locale.weekday(weekday).chars().count()
                        > locale.weekday_short(weekday).chars().count()
                );
            }
        }
    }

    #[test]
    fn time_left_is_hours_and_minutes_until_it_is_days() {
        let (en, ru) = both();
        assert_eq!(en.span(12), "0:12");
        assert_eq!(en.span(95), "1:35");
        assert_eq!(en.span(1439), "23:59");
        assert_eq!(en.span(2 * 1440 + 700), "2 d");
        assert_eq!(ru.span(2 * 1440), "2 дн");
        assert_eq!(en.span(-142), "-2:22");
        assert!(en.span(i64::MIN).starts_with('-'));
    }

    #[test]
    fn ago_grows_from_minutes_to_days() {
        let (en, ru) = both();
        assert_eq!(en.ago(-5), "just now");
        assert_eq!(en.ago(0), "just now");
        assert_eq!(ru.ago(12), "12 мин назад");
        assert_eq!(en.ago(200), "3 h ago");
        assert_eq!(ru.ago(3 * 1440), "3 дн назад");
    }

    #[test]
    fn written_hours_are_said_in_her_language() {
        let (en, ru) = both();
        assert_eq!(ru.hours("daily 7-23"), "ежедневно 7-23");
        assert_eq!(ru.hours("Mon-Fri 8-16; Sat 10-14"), "пн-пт 8-16; сб 10-14");
        assert_eq!(en.hours("mon,sun 8-16"), "Mon,Sun 8-16");
        assert_eq!(ru.hours("always"), "круглосуточно");
        assert_eq!(
            ru.hours("как‹U+202E›получится 7–8"),
            "как‹U+202E›получится 7–8"
        );
        assert_eq!(ru.hours(""), "");
    }

    #[test]
    fn the_clock_has_two_digits_each() {
        let nine = NaiveTime::from_hms_opt(9, 5, 59).unwrap();
        assert_eq!(both().0.clock(nine), "09:05");
    }
}
