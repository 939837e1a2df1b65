//! Halves and quarters: "полдевятого", "без четверти семь", "half past six", "puoli yhdeksän", "9 giờ kém 15",
//! "ცხრის ნახევარი", "ათს აკლია 15 წუთი".

use super::super::lexicon::Line;
use super::super::number::{Number, hour_of, number};
use super::super::words::Role;
use super::{Clock, Doubt, minute_unit};

/// Minutes of an hour that were named.
#[derive(Clone, Copy)]
struct Amount {
    minutes: u32,
    next: usize,
    /// "15 минут", "четверть": not only a number.
    sure: bool,
}

/// Every time said by way of an hour that is near.
pub(super) fn spoken(line: Line<'_>, at: usize, found: &mut Vec<(Clock, usize)>) {
    let ways = [
        half_to(line, at),
        half_past(line, at),
        before_or_past(line, at),
        without(line, at),
        of_the_hour(line, at),
        of_the_hour_before_it(line, at),
        lacking(line, at),
        lacking_before_it(line, at),
        hour_less(line, at),
    ];
    found.extend(ways.into_iter().flatten());
}

/// "половина девятого", "пол 9", "puoli yhdeksän": half an hour before it.
fn half_to(line: Line<'_>, at: usize) -> Option<(Clock, usize)> {
    let half = line.role(at, Role::HalfTo)?;
    let from = half + usize::from(line.joins(half, &["-"]));
    let hour = hour_of(line, from).or_else(|| hour(line, from))?;
    before(hour, 30, hour.next)
}

/// "half past six"; "half six" is asked about.
fn half_past(line: Line<'_>, at: usize) -> Option<(Clock, usize)> {
    if let Some(from) = line.role(at, Role::HalfPast) {
        let hour = hour(line, from)?;
        return past(hour, 30, hour.next);
    }
    let from = line
        .role(at, Role::Half)
        .filter(|_| line.word(at) == "half")?;
    let hour = hour(line, from)?;
    let clock = Clock::spoken(hour.value * 60 + 30, Doubt::HalfSix);
    (1..=12).contains(&hour.value).then_some((clock, hour.next))
}

/// "quarter to nine", "10 past 9", "varttia vaille 9", "kymmenen yli yhdeksän".
fn before_or_past(line: Line<'_>, at: usize) -> Option<(Clock, usize)> {
    let amount = amount(line, at)?;
    if let Some(from) = line.role(amount.next, Role::To) {
        let hour = hour(line, from)?;
        return before(hour, amount.minutes, hour.next);
    }
    let hour = hour(line, line.role(amount.next, Role::Past)?)?;
    past(hour, amount.minutes, hour.next)
}

/// "без четверти семь", "без 5 минут 9".
fn without(line: Line<'_>, at: usize) -> Option<(Clock, usize)> {
    let amount = amount(line, line.role(at, Role::Without)?)?;
    let hour = hour(line, amount.next)?;
    before(hour, amount.minutes, hour.next)
}

/// "четверть девятого", "15 минут девятого": of the hour that ends at nine.
fn of_the_hour(line: Line<'_>, at: usize) -> Option<(Clock, usize)> {
    let amount = amount(line, at).filter(|amount| amount.sure)?;
    let hour = hour_of(line, amount.next)?;
    before(hour, 60 - amount.minutes, hour.next)
}

/// "ცხრის ნახევარი", "ათის 15 წუთი".
fn of_the_hour_before_it(line: Line<'_>, at: usize) -> Option<(Clock, usize)> {
    let hour = hour_of(line, at)?;
    if let Some(next) = line.role(hour.next, Role::HalfOf) {
        return before(hour, 30, next);
    }
    let amount = amount(line, hour.next).filter(|amount| amount.sure)?;
    before(hour, 60 - amount.minutes, amount.next)
}

/// "ათს აკლია 15 წუთი", "ათს 15 აკლია".
fn lacking(line: Line<'_>, at: usize) -> Option<(Clock, usize)> {
    let hour = hour(line, at)?;
    if let Some(from) = line.role(hour.next, Role::Lacks) {
        let amount = amount(line, from)?;
        return before(hour, amount.minutes, amount.next);
    }
    let amount = amount(line, hour.next)?;
    before(hour, amount.minutes, line.role(amount.next, Role::Lacks)?)
}

/// "15 წუთი აკლია ათს".
fn lacking_before_it(line: Line<'_>, at: usize) -> Option<(Clock, usize)> {
    let amount = amount(line, at)?;
    let hour = hour(line, line.role(amount.next, Role::Lacks)?)?;
    before(hour, amount.minutes, hour.next)
}

/// "9 giờ kém 15", "девять без пяти".
fn hour_less(line: Line<'_>, at: usize) -> Option<(Clock, usize)> {
    let hour = hour(line, at)?;
    let less = line.role(hour.next, Role::Less);
    let from = less.or_else(|| line.role(hour.next, Role::Without))?;
    let amount = amount(line, from)?;
    before(hour, amount.minutes, amount.next)
}

/// An hour, with the word that may follow it.
fn hour(line: Line<'_>, at: usize) -> Option<Number> {
    let hour = super::hour(line, at).filter(|hour| (1..=24).contains(&hour.value))?;
    let said = line.skip(hour.next, Role::Oclock);
    Some(Number {
        next: line.skip(said, Role::HoursSaid),
        ..hour
    })
}

fn amount(line: Line<'_>, at: usize) -> Option<Amount> {
    if let Some(next) = line.role(at, Role::Quarter) {
        return Some(Amount {
            minutes: 15,
            next,
            sure: true,
        });
    }
    let number = number(line, at).filter(|number| (1..60).contains(&number.value))?;
    let unit = minute_unit(line, number.next);
    Some(Amount {
        minutes: number.value,
        next: unit.unwrap_or(number.next),
        sure: unit.is_some(),
    })
}

/// So many minutes before an hour. Before one o'clock it is half the day that is not said.
fn before(hour: Number, minutes: u32, next: usize) -> Option<(Clock, usize)> {
    let at = (hour.value * 60).checked_sub(minutes)?;
    let doubt = if at < 60 {
        Doubt::FirstHour
    } else {
        Doubt::None
    };
    Some((Clock::spoken(at, doubt), next))
}

fn past(hour: Number, minutes: u32, next: usize) -> Option<(Clock, usize)> {
    let clock = Clock::spoken(hour.value * 60 + minutes, Doubt::None);
    (hour.value < 24).then_some((clock, next))
}
