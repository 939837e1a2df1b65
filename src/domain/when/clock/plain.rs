//! Hours and minutes that stand beside each other: "18:30", "9h30", "9 giờ 30", "девять тридцать", "в 9".

use super::super::lexicon::Line;
use super::super::number::{Number, number};
use super::super::words::Role;
use super::{Clock, Form, hour, minute_unit};

/// Signs between hour and minute; behind a letter the minutes may have one digit.
const LETTERS: &[&str] = &["h", "g", "ч", "gio"];

/// Times whose hour stands first; `said` tells of a word like "at" before it.
pub(super) fn plain(line: Line<'_>, at: usize, said: bool, found: &mut Vec<(Clock, usize)>) {
    joined(line, at, said, found);
    let Some(hour) = hour(line, at) else {
        return;
    };
    let one = hour.worded && line.role(at, Role::OneOclock) == Some(hour.next);
    // "Час" alone is how long, unless something says that it is when.
    let bare = match (said, one) {
        (true, _) => Form::Said,
        (_, true) => Form::Counted,
        _ => Form::Bare,
    };
    let oclock = oclock(line, hour, said);
    for (form, after) in oclock.into_iter().chain([(bare, hour.next)]) {
        if let Some(next) = line.role(after, Role::HalfMore) {
            found.push((worded(hour, 30, Form::Hour, true), next));
        }
        if let Some((minute, next)) = minutes(line, after, hour, form) {
            let digits = !hour.worded && !minute.worded && form == Form::Said;
            let form = if digits { Form::Spaced } else { form };
            found.push((worded(hour, minute.value, form, minute.worded), next));
        }
        found.push((worded(hour, 0, form, false), after));
    }
}

fn worded(hour: Number, minute: u32, form: Form, too: bool) -> Clock {
    Clock {
        worded: hour.worded || too,
        ..Clock::of(hour.value, minute, form)
    }
}

/// "18:30", "18.30", "9h30", "9h30p", "9-30", also with empty seconds and with the word for hours behind.
fn joined(line: Line<'_>, at: usize, said: bool, found: &mut Vec<(Clock, usize)>) {
    let Some((hour, form)) = line.digits(at, 2).zip(sign(line, at + 1, said)) else {
        return;
    };
    let two = line.word(at + 2).len() == 2 || line.word(at + 1) != ":";
    let minute = line.digits(at + 2, 2).filter(|_| two);
    let clock = Clock::of(hour, minute.unwrap_or(60), form);
    let seconds = line.joins(at + 3, &[":"]) && line.word(at + 4) == "00";
    let mark = line.glued(at + 3) && ["p", "ph", "'"].contains(&line.word(at + 3));
    let next = if seconds {
        at + 5
    } else {
        at + 3 + usize::from(mark && form == Form::Sure)
    };
    let tail = line.role(next + 1, Role::NumberTail);
    let next = tail
        .filter(|_| line.joins(next, &["-", ":"]))
        .unwrap_or(next);
    let oclock = line.role(next, Role::Oclock);
    let oclock = oclock.or_else(|| line.role(next, Role::HoursSaid));
    found.extend(oclock.map(|next| (clock, next)));
    found.push((clock, next));
}

/// What the sign between hour and minute makes of them, if it is one.
fn sign(line: Line<'_>, at: usize, said: bool) -> Option<Form> {
    let minute = line.digits(at + 1, 4)?;
    let places = line.word(at + 1).len();
    // "9.12." is a day.
    let dotted = line.tokens.get(at + 1).is_some_and(|token| token.dotted);
    let day = dotted && !said && minute <= 12;
    // "9-30" is a time where "9-12" may be from nine to twelve.
    let range = !minute.is_multiple_of(5) || (10..25).contains(&minute);
    let letters = line.joins(at, LETTERS) && places <= 2;
    let dot = line.joins(at, &["."]) && places == 2 && !day;
    let dash = line.joins(at, &["-"]) && places == 2 && !range;
    if line.joins(at, &[":"]) || letters {
        Some(Form::Sure)
    } else {
        (dot || dash).then_some(Form::Dotted)
    }
}

/// The word that makes an hour of a number, and where it ends.
fn oclock(line: Line<'_>, hour: Number, said: bool) -> Option<(Form, usize)> {
    if let Some(next) = line.role(hour.next, Role::Oclock) {
        return Some((Form::Hour, next));
    }
    let next = line.role(hour.next, Role::HoursSaid)?;
    let sure = said || line.glued(hour.next);
    Some((if sure { Form::Hour } else { Form::Counted }, next))
}

/// Minutes behind an hour: "30 минут", "30", "тридцать". Digits without any word beside them need two places.
fn minutes(line: Line<'_>, at: usize, hour: Number, form: Form) -> Option<(Number, usize)> {
    let joined = line.skip(at, Role::And);
    if let Some(minute) = number(line, joined).filter(|minute| minute.value < 60)
        && let Some(next) = minute_unit(line, minute.next)
        && matches!(form, Form::Hour | Form::Counted)
    {
        return Some((minute, next));
    }
    let minute = number(line, at).filter(|minute| minute.value < 60 && !line.glued(at))?;
    let two = line.word(at).len() == 2;
    let fits = match (minute.worded, hour.worded) {
        // "Nine five" is no time; "nine oh five" is.
        (true, true) => minute.value >= 10 || minute.value == 0 || minute.next > at + 1,
        (true, false) => matches!(form, Form::Hour) && minute.value >= 10,
        (false, true) => two,
        (false, false) => two && matches!(form, Form::Hour | Form::Said),
    };
    fits.then_some((minute, minute.next))
}
