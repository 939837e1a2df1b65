//! Distances from now: "in 2h", "через полчаса", "1 tiếng rưỡi nữa", "kahden päivän päästä", "ნახევარ საათში".

use super::lexicon::Line;
use super::number::number;
use super::words::{Role, Unit};

/// A distance in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    /// Minutes and hours run on the clock.
    Minutes(u32),
    /// Days, weeks and months run on the calendar and keep the hour.
    Days(u32),
    Weeks(u32),
    Months(u32),
    /// "Через день": in one day or every other day.
    EveryOther,
}

/// A count with its unit, and where it ends.
struct Counted {
    span: Span,
    next: usize,
    /// Whether the unit carries its "in" within itself: "წუთში".
    within: bool,
}

/// The distance said here. Without "in" before it or "from now" behind it a count is how long, not when.
pub(super) fn span(line: Line<'_>, at: usize) -> Option<(Span, usize)> {
    if let Some(next) = line.role(at, Role::EveryOther) {
        return Some((Span::EveryOther, next));
    }
    let past = line.skip(at, Role::InOrPast);
    let from = line.skip(past, Role::In);
    let counted = parts_of_an_hour(line, from)
        .or_else(|| hours_and_minutes(line, from))
        .or_else(|| counted(line, from))?;
    let next = line.skip(counted.next, Role::After);
    let oclock = line.role(counted.next - 1, Role::Oclock).is_some();
    if past > at && oclock && next == counted.next {
        return None;
    }
    let when = from > at || next > counted.next || counted.within;
    when.then_some((counted.span, next))
}

/// "полчаса", "half an hour", "полтора часа", "четверть часа", "vartin päästä".
fn parts_of_an_hour(line: Line<'_>, at: usize) -> Option<Counted> {
    let unit = |from: usize| line.unit(line.skip(line.skip(from, Role::Of), Role::An));
    for (role, minutes) in [
        (Role::OneAndHalf, 90),
        (Role::Half, 30),
        (Role::Quarter, 15),
    ] {
        let Some(from) = line.role(at, role) else {
            continue;
        };
        if let Some((Unit::Hour, next)) = unit(from) {
            return Some(Counted {
                span: Span::Minutes(minutes),
                next,
                within: line.role(next - 1, Role::Within).is_some(),
            });
        }
        if role == Role::Quarter && line.role(from, Role::After).is_some() {
            return Some(Counted {
                span: Span::Minutes(minutes),
                next: from,
                within: false,
            });
        }
    }
    None
}

/// "1 час 30 минут", "1h30", "2 tiếng rưỡi", "1,5 часа", "два с половиной часа".
fn hours_and_minutes(line: Line<'_>, at: usize) -> Option<Counted> {
    let (count, mut from) = count(line, at)?;
    let tenths = line.joins(from, &[".", ","]) && line.word(from + 1) == "5";
    let mut half = tenths;
    if tenths {
        from += 2;
    } else if let Some(next) = line.role(from, Role::HalfMore) {
        (half, from) = (true, next);
    }
    let (Unit::Hour, mut next) = line.unit(from)? else {
        return None;
    };
    let within = line.role(from, Role::Within).is_some();
    let mut minutes = count * 60 + if half { 30 } else { 0 };
    if let Some(more) = line.role(next, Role::HalfMore).filter(|_| !half) {
        (minutes, next) = (minutes + 30, more);
    } else if let Some((more, end, inside)) = minutes_more(line, next).filter(|_| !half) {
        return Some(Counted {
            span: Span::Minutes(minutes + more),
            next: end,
            within: within || inside,
        });
    }
    Some(Counted {
        span: Span::Minutes(minutes),
        next,
        within,
    })
}

/// The minutes behind hours: "30 минут", "и 30 минут", glued "30".
fn minutes_more(line: Line<'_>, at: usize) -> Option<(u32, usize, bool)> {
    let from = line.skip(at, Role::And);
    let more = number(line, from).filter(|more| more.value < 60)?;
    match line.unit(more.next) {
        Some((Unit::Minute, next)) => {
            let within = line.role(more.next, Role::Within).is_some();
            Some((more.value, next, within))
        }
        _ => line.glued(at).then_some((more.value, more.next, false)),
    }
}

/// "20 минут", "3 дня", "неделю".
fn counted(line: Line<'_>, at: usize) -> Option<Counted> {
    let (count, from) = count(line, at)?;
    let (unit, next) = line.unit(from)?;
    let span = match unit {
        Unit::Minute => Span::Minutes(count),
        Unit::Hour => Span::Minutes(count * 60),
        Unit::Day => Span::Days(count),
        Unit::Week => Span::Weeks(count),
        Unit::Month => Span::Months(count),
    };
    let within = line.role(from, Role::Within).is_some();
    Some(Counted { span, next, within })
}

/// How many, and where its unit begins. Some units alone are one: "через час".
fn count(line: Line<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some(number) = number(line, at) {
        return Some((number.value, number.next));
    }
    if let Some(next) = line.role(at, Role::An) {
        return Some((1, next));
    }
    let halved = |(_, next)| line.role(next, Role::HalfMore).is_some();
    let alone = line.role(at, Role::Alone).is_some() || line.unit(at).is_some_and(halved);
    alone.then_some((1, at))
}
