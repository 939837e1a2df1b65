//! Hours and minutes that stand beside each other: "18:30", "9h30", "9 giờ 30", "девять тридцать", "в 9".

use super::super::lexicon::Line;
use super::super::number::{Number, number};
use super::super::words::{Role, Unit};
use super::{Clock, Form, hour};

/// Signs between hour and minute; behind a letter the minutes may have one digit.
const LETTERS: &[&str] = &["h", "g", "ч", "gio"];

/// Times whose hour stands first; `said` tells of a word like "at" before it.
pub(super) fn plain(line: Line<'_>, at: usize, said: bool, found: &mut Vec<(Clock, usize)>) {
    found.extend(joined(line, at));
    let Some(hour) = hour(line, at) else {
        return;
    };
    let bare = if said { Form::Said } else { Form::Bare };
    let (form, after) = oclock(line, hour, said).unwrap_or((bare, hour.next));
    let one = hour.worded && line.role(at, Role::OneOclock) == Some(after);
    // "Час" alone is how long, unless something says that it is when.
    let form = if one && !said { Form::Counted } else { form };
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

fn worded(hour: Number, minute: u32, form: Form, too: bool) -> Clock {
    Clock {
        worded: hour.worded || too,
        ..Clock::of(hour.value, minute, form)
    }
}

/// "18:30", "18.30", "9h30", "9-30", also with empty seconds.
fn joined(line: Line<'_>, at: usize) -> Option<(Clock, usize)> {
    let hour = line.digits(at, 2)?;
    let minute = line.digits(at + 2, 4);
    let two = line.word(at + 2).len() == 2;
    let form = if line.joins(at + 1, &[":"]) {
        Form::Sure
    } else if line.joins(at + 1, LETTERS) && line.word(at + 2).len() <= 2 {
        Form::Sure
    } else if line.joins(at + 1, &["."]) && two {
        Form::Dotted
    } else if line.joins(at + 1, &["-"]) && two && minute.is_some_and(no_hour) {
        Form::Dotted
    } else {
        return None;
    };
    let shown = minute.filter(|_| two || line.word(at + 1) != ":");
    let clock = Clock::of(hour, shown.unwrap_or(60), form);
    let seconds = line.joins(at + 3, &[":"]) && line.word(at + 4) == "00";
    let next = at + if seconds { 5 } else { 3 };
    // "18:30-ზე", "klo 18:30:ltä" end like hours do.
    let tail = line.joins(next, &["-", ":"]);
    let end = line.role(next + 1, Role::NumberTail).filter(|_| tail);
    Some((clock, end.unwrap_or(next)))
}

/// "9-30" is a time where "9-12" may be from nine to twelve.
fn no_hour(minute: u32) -> bool {
    minute.is_multiple_of(5) && (minute < 10 || minute > 24)
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
        && let Some((Unit::Minute, next)) = line.unit(minute.next)
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
