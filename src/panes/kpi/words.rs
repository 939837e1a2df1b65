//! Numbers, changes, days and reasons in her words.

use chrono::{Datelike, NaiveDate};

use crate::domain::kpi::{Change, Metric, Period, Score, Unit, Why};
use crate::env::Env;

/// The short words of the months, by number.
const MONTHS: [&str; 12] = [
    "month-jan-short",
    "month-feb-short",
    "month-mar-short",
    "month-apr-short",
    "month-may-short",
    "month-jun-short",
    "month-jul-short",
    "month-aug-short",
    "month-sep-short",
    "month-oct-short",
    "month-nov-short",
    "month-dec-short",
];

/// What is shown where nothing is known.
pub(super) const UNKNOWN: &str = "—";

/// The name of a score.
pub(super) fn title(env: &Env<'_>, score: Score) -> String {
    env.locale
        .text(&key("kpi-score", score.word()))
        .into_owned()
}

/// How a score is worked out, in a sentence.
pub(super) fn formula(env: &Env<'_>, score: Score) -> String {
    env.locale
        .text(&key("kpi-formula", score.word()))
        .into_owned()
}

/// The name of a measured quantity in a sentence.
pub(super) fn metric(env: &Env<'_>, metric: Metric) -> String {
    env.locale
        .text(&key("kpi-metric", metric.word()))
        .into_owned()
}

/// The same over a column of the grid, nine cells at most.
pub(super) fn short_metric(env: &Env<'_>, metric: Metric) -> String {
    env.locale
        .text(&key("kpi-column", metric.word()))
        .into_owned()
}

/// A value of a score with its unit.
pub(super) fn amount(env: &Env<'_>, score: Score, value: f64, sign: &str) -> String {
    let locale = env.locale;
    match score.unit() {
        Unit::Count => locale.decimal(value, 0),
        Unit::Minutes => locale.span(value.round() as i64),
        Unit::Rate => per_cent(env, locale.decimal(value, 1)),
        Unit::Share => per_cent(env, locale.decimal(value, 0)),
        Unit::Money => money(env, value, sign),
    }
}

/// A goal; a ceiling says so.
pub(super) fn goal(env: &Env<'_>, score: Score, value: f64, sign: &str) -> String {
    let amount = amount(env, score, value, sign);
    if score.is_better_low() {
        format!("≤ {amount}")
    } else {
        amount
    }
}

/// A change with its direction: "+272", "+15 %", "+1.2 pt", "-2:22".
pub(super) fn change(env: &Env<'_>, score: Score, change: Change, sign: &str) -> String {
    let locale = env.locale;
    let words = match change {
        Change::By(by) => amount(env, score, by, sign),
        Change::Percent(by) => per_cent(env, locale.decimal(by, 0)),
        Change::Points(by) => {
            let digits = usize::from(score.unit() == Unit::Rate);
            let n = locale.decimal(by, digits);
            locale.say("kpi-points", &[("n", n.into())])
        }
    };
    // What rounds to nothing has no direction.
    let moved = words.contains(|c: char| ('1'..='9').contains(&c));
    if moved && change.amount() > 0.0 {
        format!("+{words}")
    } else {
        words
    }
}

/// A reading as it stands: whole where things are counted.
pub(super) fn plain(env: &Env<'_>, metric: Metric, value: f64) -> String {
    let digits = if metric.is_whole() || value.fract() == 0.0 {
        0
    } else {
        2
    };
    env.locale.decimal(value, digits)
}

/// Why a number is not known.
pub(super) fn reason(env: &Env<'_>, why: Why) -> String {
    let say = |key: &str, of: Metric| {
        let args = [("metric", metric(env, of).into())];
        env.locale.say(key, &args)
    };
    let plain = |key: &str| env.locale.text(key).into_owned();
    match why {
        Why::NeverMeasured(of) => say("kpi-why-never", of),
        Why::NotMeasured(of) => say("kpi-why-not-now", of),
        Why::ChannelWithout(of, channel) => env.locale.say(
            "kpi-why-channel",
            &[
                ("metric", metric(env, of).into()),
                ("channel", env.roster.code(channel).into()),
            ],
        ),
        Why::NotTogether(one, other) => env.locale.say(
            "kpi-why-apart",
            &[
                ("one", metric(env, one).into()),
                ("other", metric(env, other).into()),
            ],
        ),
        Why::NobodyWrote => plain("kpi-why-nobody-wrote"),
        Why::NobodyAnswered => plain("kpi-why-nobody-answered"),
        Why::NoTone => plain("kpi-why-no-tone"),
        Why::NoLeads => plain("kpi-why-no-leads"),
        Why::NobodyCame => plain("kpi-why-nobody-came"),
    }
}

/// "24 Nov".
pub(super) fn day(env: &Env<'_>, day: NaiveDate) -> String {
    let args = [
        ("day", day.day().to_string().into()),
        ("month", month(env, day).into()),
    ];
    env.locale.say("kpi-day", &args)
}

/// "1–24 Nov"; a single day stands alone.
pub(super) fn days(env: &Env<'_>, period: Period) -> String {
    if period.from == period.to {
        return day(env, period.to);
    }
    if period.from.month() == period.to.month() {
        return format!("{}–{}", period.from.day(), day(env, period.to));
    }
    format!("{} – {}", day(env, period.from), day(env, period.to))
}

fn month(env: &Env<'_>, day: NaiveDate) -> String {
    let key = MONTHS.get(day.month0() as usize).copied();
    env.locale.text(key.unwrap_or_default()).into_owned()
}

fn per_cent(env: &Env<'_>, n: String) -> String {
    env.locale.say("kpi-percent", &[("n", n.into())])
}

/// Small sums keep their fraction: half a unit of a price of two is much.
fn money(env: &Env<'_>, value: f64, sign: &str) -> String {
    let digits = if value.abs() < 10.0 && value.fract() != 0.0 {
        2
    } else {
        0
    };
    let n = env.locale.decimal(value, digits);
    if sign.is_empty() {
        n
    } else {
        format!("{n}\u{a0}{sign}")
    }
}

/// Words of the store have underscores, keys have dashes.
fn key(area: &str, word: &str) -> String {
    format!("{area}-{}", word.replace('_', "-"))
}
