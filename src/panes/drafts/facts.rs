//! Moments of a draft in words: when it is planned, whether that is agreed, and by when it must be ready.

use chrono::Datelike;

use super::queue::{Draft, Waits};
use crate::domain::Moment;
use crate::env::Env;

/// "today 19:30", "Sat 28 17:00", "28.01 17:00", "no date".
pub(super) fn when(at: Option<Moment>, env: &Env<'_>) -> String {
    let Some(at) = at else {
        return env.locale.text("drafts-no-date").into_owned();
    };
    let wall = env.wall(at);
    let clock = env.clock(at);
    let days = (wall.date_naive() - env.today()).num_days();
    match days {
        0 => env.locale.say("drafts-today", &[("clock", clock.into())]),
        -6..=27 => {
            let weekday = env.locale.weekday_short(wall.weekday());
            format!("{weekday} {} {clock}", wall.day())
        }
        _ => format!("{} {clock}", wall.format("%d.%m")),
    }
}

/// "suggested Fri 27 18:30": a time is only a suggestion until the post is agreed on.
pub(super) fn planned(draft: &Draft, env: &Env<'_>) -> String {
    let when = when(draft.at(), env);
    let key = match draft.waits {
        _ if draft.at().is_none() => return when,
        Waits::Moment => "drafts-scheduled",
        Waits::Late | Waits::ToWrite | Waits::Client | Waits::Changes | Waits::Idea => {
            "drafts-suggested"
        }
    };
    env.locale.say(key, &[("when", when.into())])
}

/// "ready by 18:00", "ready by Wed", "was due Mon".
pub(super) fn ready_by(by: Moment, env: &Env<'_>) -> String {
    let wall = env.wall(by);
    let days = (wall.date_naive() - env.today()).num_days();
    let when = match days {
        0 => env.clock(by),
        -6..=6 => env.locale.weekday_short(wall.weekday()),
        _ => wall.format("%d.%m").to_string(),
    };
    let key = if by < env.now {
        "drafts-ready-was"
    } else {
        "drafts-ready-by"
    };
    env.locale.say(key, &[("when", when.into())])
}
