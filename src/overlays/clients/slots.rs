//! Posting times as one types them: "Mon Wed 09:30, Fri 19:30". Weekdays in English or in the language of the window.

use chrono::Weekday;

use crate::domain::fold::fold;
use crate::locale::Locale;
use crate::store::Slot;

const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// Reads posting times: weekdays, then a time; commas between groups. The word that is not understood comes back.
pub fn parse(text: &str, locale: &Locale) -> Result<Vec<(u8, u16)>, String> {
    let mut times = Vec::new();
    let mut days: Vec<u8> = Vec::new();
    for word in text.split([' ', ',', ';']).filter(|word| !word.is_empty()) {
        if let Some(day) = weekday(word, locale) {
            days.push(day);
        } else if let Some(minute) = minute(word) {
            if days.is_empty() {
                return Err(word.to_owned());
            }
            times.extend(days.drain(..).map(|day| (day, minute)));
        } else {
            return Err(word.to_owned());
        }
    }
    if days.is_empty() {
        Ok(times)
    } else {
        Err(text.rsplit(' ').next().unwrap_or(text).to_owned())
    }
}

/// Writes posting times so that `parse` reads them.
pub(super) fn write(slots: &[Slot], locale: &Locale) -> String {
    let each = slots
        .iter()
        .map(|slot| time((slot.weekday, slot.minute), locale));
    each.collect::<Vec<_>>().join(", ")
}

/// One posting time, weekday and minute of the day: "Mon 09:30".
pub fn time((weekday, minute): (u8, u16), locale: &Locale) -> String {
    let day = locale.weekday_short(WEEK[usize::from(weekday % 7)]);
    format!("{day} {:02}:{:02}", minute / 60, minute % 60)
}

fn weekday(word: &str, locale: &Locale) -> Option<u8> {
    let wanted = fold(word);
    let fits = |day: &Weekday| {
        let english = day.to_string().to_lowercase();
        wanted == fold(&locale.weekday_short(*day))
            || wanted == fold(&locale.weekday(*day))
            || wanted == english
    };
    WEEK.iter()
        .position(fits)
        .and_then(|at| u8::try_from(at).ok())
}

fn minute(word: &str) -> Option<u16> {
    let (hour, minute) = word.split_once([':', '.']).unwrap_or((word, "0"));
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[test]
    fn days_share_a_time_and_read_in_both_languages() {
        let english = Locale::new(Lang::En);
        assert_eq!(
            parse("Mon Wed 09:30, Fri 19:30", &english),
            Ok(vec![(0, 570), (2, 570), (4, 1170)])
        );
        let russian = Locale::new(Lang::Ru);
        assert_eq!(
            parse("пн ср 9, fri 19:30", &russian),
            Ok(vec![(0, 540), (2, 540), (4, 1170)])
        );
    }

    #[test]
    fn what_is_not_understood_is_named() {
        let english = Locale::new(Lang::En);
        assert_eq!(parse("09:30", &english), Err("09:30".into()));
        assert_eq!(parse("Mon 25:00", &english), Err("25:00".into()));
        assert_eq!(parse("Mon 9, Tue", &english), Err("Tue".into()));
        assert_eq!(parse("", &english), Ok(Vec::new()));
    }
}
