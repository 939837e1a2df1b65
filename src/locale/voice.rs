//! What only a client reads: days, times and lengths in full, as one writes them in a letter.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::Voice;

impl Voice {
    /// "28 November", "28 ноября".
    pub fn day(&self, date: NaiveDate) -> String {
        let args = [
            // Text: a count would be asked for its plural.
            ("day", date.day().to_string().into()),
            ("month", self.month_of_day(date).into()),
        ];
        self.say("client-day", &args)
    }

    /// "28 November 2026".
    pub fn day_year(&self, date: NaiveDate) -> String {
        let args = [
            ("day", self.day(date).into()),
            ("year", date.year().to_string().into()),
        ];
        self.say("client-day-year", &args)
    }

    /// "24–30 November", "28 November – 3 December"; a single day stands alone.
    pub fn days(&self, from: NaiveDate, to: NaiveDate) -> String {
        if from == to {
            return self.day(from);
        }
        if (from.year(), from.month()) == (to.year(), to.month()) {
            let args = [
                ("from", from.day().to_string().into()),
                ("to", to.day().to_string().into()),
                ("month", self.month_of_day(to).into()),
            ];
            return self.say("client-days-month", &args);
        }
        let args = [("from", self.day(from).into()), ("to", self.day(to).into())];
        self.say("client-days", &args)
    }

    /// "Fri 28 November, 18:30", "пт 28 ноября 18:30".
    pub fn when(&self, at: NaiveDateTime) -> String {
        let args = [
            ("weekday", self.weekday_short(at.weekday()).into()),
            ("day", self.day(at.date()).into()),
            ("clock", self.clock(at.time()).into()),
        ];
        self.say("client-when", &args)
    }

    /// "Friday 28 November, 18:30", "пятница, 28 ноября, 18:30".
    pub fn when_long(&self, at: NaiveDateTime) -> String {
        self.at_clock(self.day_long(at.date()), at)
    }

    /// "28 November, 18:30", for the middle of a sentence.
    pub fn day_clock(&self, at: NaiveDateTime) -> String {
        self.at_clock(self.day(at.date()), at)
    }

    fn at_clock(&self, day: String, at: NaiveDateTime) -> String {
        let args = [("day", day.into()), ("clock", self.clock(at.time()).into())];
        self.say("client-at-clock", &args)
    }

    /// "48 min", "3 h 10 min", "2 h".
    pub fn length_of_time(&self, minutes: i64) -> String {
        let say = |key: &str, n: i64| self.say(key, &[("n", n.into())]);
        match (minutes / 60, minutes % 60) {
            (0, minutes) => say("client-minutes", minutes),
            (hours, 0) => say("client-hours", hours),
            (hours, minutes) => format!(
                "{} {}",
                say("client-hours", hours),
                say("client-minutes", minutes)
            ),
        }
    }

    /// "9.1%", "9,1 %".
    pub fn percent(&self, n: f64, digits: usize) -> String {
        self.say("client-percent", &[("n", self.decimal(n, digits).into())])
    }

    /// Somebody's words in the quotation marks of the language.
    pub fn quoted(&self, words: &str) -> String {
        self.say("client-quoted", &[("words", words.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::tongue::Tongue;

    #[test]
    fn every_language_of_the_clients_counts_as_it_counts() {
        let posts = |tongue, n: i64| Voice::new(tongue).say("packet-posts", &[("n", n.into())]);
        assert_eq!(posts(Tongue::En, 1), "1 post");
        assert_eq!(posts(Tongue::En, 1_000), "1,000 posts");
        assert_eq!(posts(Tongue::Ru, 1), "1 пост");
        assert_eq!(posts(Tongue::Ru, 3), "3 поста");
        assert_eq!(posts(Tongue::Ru, 12), "12 постов");
        assert_eq!(posts(Tongue::Vi, 12), "12 bài");
        assert_eq!(posts(Tongue::Ka, 3), "3 პოსტი");
        assert_eq!(posts(Tongue::Fi, 1), "1 julkaisu");
        assert_eq!(posts(Tongue::Fi, 3), "3 julkaisua");
    }

    /// What each language says, in the order of `Tongue::ALL`.
    fn said(say: impl Fn(&Voice) -> String) -> Vec<String> {
        let voices = Tongue::ALL.iter().map(|tongue| Voice::new(*tongue));
        voices.map(|voice| say(&voice)).collect()
    }

    #[test]
    fn times_are_written_as_in_a_letter() {
        let at = "2026-11-28T08:05:00".parse::<NaiveDateTime>().unwrap();
        assert_eq!(
            said(|voice| voice.when(at)),
            [
                "Sat 28 November, 08:05",
                "сб 28 ноября 08:05",
                "T7, 28 tháng 11, 08:05",
                "შაბ, 28 ნოემბერი, 08:05",
                "la 28. marraskuuta klo 8.05",
            ]
        );
        assert_eq!(
            said(|voice| voice.when_long(at)),
            [
                "Saturday 28 November, 08:05",
                "суббота, 28 ноября, 08:05",
                "Thứ Bảy, 28 tháng 11, 08:05",
                "შაბათი, 28 ნოემბერი, 08:05",
                "lauantai 28. marraskuuta klo 8.05",
            ]
        );
        assert_eq!(
            said(|voice| voice.day_clock(at)),
            [
                "28 November, 08:05",
                "28 ноября, 08:05",
                "28 tháng 11, 08:05",
                "28 ნოემბერი, 08:05",
                "28. marraskuuta klo 8.05",
            ]
        );
    }

    #[test]
    fn days_are_written_as_in_a_letter() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (from, to, after) = (day("2026-11-24"), day("2026-11-30"), day("2026-12-03"));
        assert_eq!(
            said(|voice| voice.days(from, to)),
            [
                "24–30 November",
                "24–30 ноября",
                "24–30 tháng 11",
                "24–30 ნოემბერი",
                "24.–30. marraskuuta",
            ]
        );
        assert_eq!(
            said(|voice| voice.days(to, after)),
            [
                "30 November – 3 December",
                "30 ноября – 3 декабря",
                "30 tháng 11 – 3 tháng 12",
                "30 ნოემბერი – 3 დეკემბერი",
                "30. marraskuuta – 3. joulukuuta",
            ]
        );
        assert_eq!(
            said(|voice| format!("{} · {}", voice.day_year(to), voice.day_short(to))),
            [
                "30 November 2026 · Mon 30 Nov",
                "30 ноября 2026 · пн 30 ноя",
                "30 tháng 11, 2026 · T2 30/11",
                "30 ნოემბერი, 2026 · ორშ 30 ნოე",
                "30. marraskuuta 2026 · ma 30.11.",
            ]
        );
        let alone = said(|voice| voice.days(to, to));
        assert_eq!(alone[1], "30 ноября");
    }

    #[test]
    fn lengths_of_time_leave_out_what_is_nothing() {
        let ru = Voice::new(Tongue::Ru);
        let said = [0, 48, 60, 190].map(|minutes| ru.length_of_time(minutes));
        assert_eq!(said, ["0 мин", "48 мин", "1 ч", "3 ч 10 мин"]);
    }
}
