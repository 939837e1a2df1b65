//! Named days in words: what a day is called, whose that is, and the line that would name it so.

use chrono::{Datelike, NaiveDate};

use super::Env;
use crate::domain::days::{NamedDay, Stretch};
use crate::domain::ids::ClientId;

impl Env<'_> {
    /// What a day is called for whoever is in scope: "day off: отпуск", "День матери (Kolos)". Days off come first.
    pub fn day_names(&self, day: NaiveDate) -> Vec<String> {
        let marks = self.roster.days.on(day, self.scope);
        marks.map(|mark| self.day_name(mark)).collect()
    }

    /// What one mark says: that it is off, its name, and where all clients are shown whose it is.
    fn day_name(&self, mark: &NamedDay) -> String {
        let name = match (mark.is_off, mark.name.is_empty()) {
            (false, _) => mark.name.clone(),
            (true, true) => self.locale.text("day-off").into_owned(),
            (true, false) => {
                let name = ("name", mark.name.as_str().into());
                self.locale.say("day-off-called", &[name])
            }
        };
        match mark.client.filter(|_| self.scope.is_none()) {
            None => name,
            Some(client) => {
                let client = ("client", self.roster.badge(client).0.into());
                let name = ("name", name.into());
                self.locale.say("day-named-of", &[name, client])
            }
        }
    }

    /// "Sun 29 Nov", with the year where it is not this one.
    pub fn day_of_year(&self, day: NaiveDate) -> String {
        let short = self.locale.day_short(day);
        if day.year() == self.today().year() {
            short
        } else {
            format!("{short} {}", day.year())
        }
    }

    /// The line that names a day as it is named already, ready to be changed; for a day without a name its beginning.
    pub fn day_line(&self, day: NaiveDate, client: Option<ClientId>) -> String {
        let days = &self.roster.days;
        let mut all = days.on(day, self.scope.or(client));
        let only = all.next().filter(|_| all.next().is_none());
        let mark = days.exactly(day, client);
        let mark = mark.or_else(|| days.exactly(day, None)).or(only);
        let whose = mark.map_or(client, |mark| mark.client);
        let off = self.locale.text("day-off-typed");
        let words = [
            whose.map_or("", |client| self.roster.badge(client).0),
            mark.filter(|mark| mark.is_off).map_or("", |_| off.as_ref()),
            &self.typed_day(day),
            mark.map_or("", |mark| mark.name.as_str()),
        ];
        let mut line: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        if mark.is_none() {
            // A blank behind the day: the name can be typed at once.
            line.push("");
        }
        line.join(" ")
    }

    /// "29.11", with its year where the coming one is another day.
    pub fn typed_day(&self, day: NaiveDate) -> String {
        let short = day.format("%-d.%m").to_string();
        if Stretch::read(&short, self.today()) == Ok(Stretch::of(day)) {
            short
        } else {
            day.format("%-d.%m.%Y").to_string()
        }
    }
}
