//! Clock times as people write them: "18:30", "9h30", "9 утра", "klo 9", "6pm".

use chrono::NaiveTime;

use super::words::{Token, Words, matched};

/// A time at the start of the tokens, and how many it takes. A bare number counts only where `bare` allows it: after a
/// day or a word like "at".
pub(super) fn clock(tokens: &[Token], bare: bool, words: &Words) -> Option<(NaiveTime, usize)> {
    let named = matched(tokens, &words.noon);
    if named > 0 {
        return Some((NaiveTime::from_hms_opt(12, 0, 0)?, named));
    }
    let named = matched(tokens, &words.midnight);
    if named > 0 {
        return Some((NaiveTime::MIN, named));
    }
    let at = matched(tokens, &words.at);
    let early = half_before(&tokens[at..], words);
    let (skip, half) = early.map_or((at, None), |(taken, half)| (at + taken, Some(half)));
    let first = tokens.get(skip)?;
    let (hour, minute, sure) = digits(&first.word, words)?;
    let mut used = skip + 1;
    let mut half = half;
    let oclock = matched(&tokens[used..], &words.oclock);
    used += oclock;
    if let Some((taken, later)) = half_after(&tokens[used..], words) {
        used += taken;
        half = Some(later);
    } else if !(sure || bare || at > 0 || oclock > 0 || half.is_some()) {
        return None;
    }
    let hour = match half {
        Some(Half::Evening) if hour < 12 => hour + 12,
        Some(Half::Morning) if hour == 12 => 0,
        _ => hour,
    };
    Some((NaiveTime::from_hms_opt(hour, minute, 0)?, used))
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Evening,
}

/// "9 утра", "7 вечера", "6 pm".
fn half_after(tokens: &[Token], words: &Words) -> Option<(usize, Half)> {
    let morning = matched(tokens, &words.morning);
    let evening = matched(tokens, &words.evening);
    match (morning, evening) {
        (0, 0) => None,
        (taken, 0) => Some((taken, Half::Morning)),
        (_, taken) => Some((taken, Half::Evening)),
    }
}

/// "საღამოს 7": the half of the day before the hour.
fn half_before(tokens: &[Token], words: &Words) -> Option<(usize, Half)> {
    let (taken, half) = half_after(tokens, words)?;
    let number = tokens
        .get(taken)
        .is_some_and(|token| token.word.starts_with(|c: char| c.is_ascii_digit()));
    number.then_some((taken, half))
}

/// Hour and minute of one word, and whether its form alone says that it is a time.
fn digits(word: &str, words: &Words) -> Option<(u32, u32, bool)> {
    let glued = |ends: &[String], plus: u32| {
        ends.iter().find_map(|end| {
            let number = word.strip_suffix(end.as_str())?;
            let (hour, minute) = number.split_once([':', '.']).unwrap_or((number, "0"));
            let hour: u32 = hour.parse().ok()?;
            let hour = if plus == 12 && hour < 12 {
                hour + 12
            } else if plus == 0 && hour == 12 {
                0
            } else {
                hour
            };
            Some((hour, minute.parse().ok()?, true))
        })
    };
    let latin = |end: &str| vec![end.to_owned()];
    if let Some(found) = glued(&latin("am"), 0).or_else(|| glued(&latin("pm"), 12)) {
        return Some(found);
    }
    for sign in [":", "h", "ч", "."] {
        if let Some((hour, minute)) = word.split_once(sign)
            && let (Ok(hour), Ok(minute)) = (hour.parse(), minute.parse())
            && minute < 60
            && hour < 25
        {
            return (hour < 24).then_some((hour, minute, true));
        }
    }
    let hour = words
        .oclock
        .iter()
        .find_map(|end| word.strip_suffix(end.as_str())?.parse::<u32>().ok())
        .map(|hour| (hour, true))
        .or_else(|| word.parse().ok().map(|hour| (hour, false)));
    hour.filter(|(hour, _)| *hour < 24)
        .map(|(hour, sure)| (hour, 0, sure))
}
