//! Today in words: what a post needs, why a slot stayed empty, what must be done before tonight.

use super::lines::{Contract, Gap, Look};
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, PostId};
use crate::domain::post::{Approval, Status};
use crate::domain::yes::{CHANGED_MEANWHILE, OF_A_DRAFT};
use crate::env::Env;
use crate::lint::Finding;
use crate::store::{AgendaLine, PostLine, WithClient};

/// The clock, and the day where it is not today.
pub(super) fn time_words(at: Moment, env: &Env<'_>) -> String {
    let wall = env.wall(at);
    if wall.date_naive() == env.today() {
        env.clock(at)
    } else {
        let days = (wall.date_naive() - env.today()).num_days();
        if days == 1 {
            format!("+{}", env.clock(at))
        } else {
            wall.format("%d.%m").to_string()
        }
    }
}

/// As many codes as fit; more say so.
pub(super) fn codes_words(codes: &[&str], fit: usize) -> String {
    match codes {
        [one, rest @ ..] if codes.len() > fit => format!("{one} +{}", rest.len()),
        _ => codes.join(" "),
    }
}

/// What the post needs, in words, and what is to be seen to before it goes out.
pub(super) fn need(line: &PostLine, env: &Env<'_>) -> String {
    let marks = line.marks().filter(|_| !line.is_out());
    let marks: Vec<_> = marks.map(|key| env.locale.text(key)).collect();
    let first = needed(line, env);
    let all = std::iter::once(first.as_str()).chain(marks.iter().map(AsRef::as_ref));
    all.filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

fn needed(line: &PostLine, env: &Env<'_>) -> String {
    let first = line.first();
    let say = |key: &str, args: &[(&str, crate::locale::Arg)]| env.locale.say(key, args);
    let since_planned = line.at().map_or(0, |at| -env.minutes_until(at));
    match line.status {
        Status::Published => match first.out_at {
            Some(at) => say("today-need-out", &[("clock", env.clock(at).into())]),
            None => String::new(),
        },
        Status::Missed => say(
            "today-need-missed",
            &[
                ("ago", env.locale.span(since_planned).into()),
                ("why", why(first, env).into()),
            ],
        ),
        Status::Unsure => env.locale.text("today-need-unsure").into_owned(),
        Status::Due => say(
            "today-need-due",
            &[("ago", env.locale.span(since_planned).into())],
        ),
        Status::Review if first.reason == CHANGED_MEANWHILE => {
            env.locale.reason(&first.reason).into_owned()
        }
        Status::Review => say(
            "today-need-review",
            &[(
                "day",
                env.locale
                    .weekday_short(weekday(first.approval_at, env))
                    .into(),
            )],
        ),
        Status::Changes => say(
            "today-need-changes",
            &[("what", env.locale.reason(&first.reason).into())],
        ),
        Status::Hold => say(
            "today-need-hold",
            &[("why", env.locale.reason(&first.reason).into())],
        ),
        Status::Draft if OF_A_DRAFT.contains(&first.reason.as_str()) => {
            env.locale.reason(&first.reason).into_owned()
        }
        Status::Draft | Status::Idea => say("today-need-draft", &[("n", first.chars.into())]),
        Status::Approved | Status::Scheduled | Status::Skipped if first.chars == 0 => {
            env.locale.text("today-need-text").into_owned()
        }
        Status::Approved | Status::Scheduled | Status::Skipped => match line.lacks_media() {
            Some(lack) => {
                let what = env.locale.words(&lack.words());
                say("today-need-media", &[("what", what.into())])
            }
            None => by_hand(line, env),
        },
    }
}

/// "by hand", with how soon, or what the other wall shows where it differs.
fn by_hand(line: &PostLine, env: &Env<'_>) -> String {
    let Some(at) = line.at() else {
        return env.locale.text("today-need-by-hand").into_owned();
    };
    // Within the hour the countdown matters more than the other wall.
    let other = env
        .other_time(line.first().client, at)
        .filter(|_| env.minutes_until(at) >= 60);
    match other {
        Some(other) => {
            let key = match env.scope {
                None => "today-need-by-hand-theirs",
                Some(_) => "today-need-by-hand-yours",
            };
            env.locale.say(key, &[("clock", other.into())])
        }
        None => env.locale.say(
            "today-need-by-hand-in",
            &[("in", env.locale.span(env.minutes_until(at)).into())],
        ),
    }
}

/// Why a slot stayed empty. The clock's reasons are locale keys; anything else is said as it is.
fn why(line: &AgendaLine, env: &Env<'_>) -> String {
    if line.reason.starts_with("missed-") {
        return env.locale.text(&line.reason).into_owned();
    }
    let key = match line.approval {
        Approval::Draft | Approval::Idea => "missed-draft",
        Approval::Review => "missed-review",
        Approval::Changes => "missed-changes",
        Approval::Hold => "missed-hold",
        Approval::Approved => "missed-not-stamped",
    };
    env.locale.text(key).into_owned()
}

fn weekday(at: Moment, env: &Env<'_>) -> chrono::Weekday {
    use chrono::Datelike;
    env.wall(at).weekday()
}

/// "Lämpö A 2 posts since Fri · Kolos B 5 posts since Mon".
pub(super) fn with_client_words(waits: &[WithClient], env: &Env<'_>) -> String {
    let each: Vec<String> = waits
        .iter()
        .map(|it| {
            env.locale.say(
                "with-client-since",
                &[
                    ("client", env.roster.badge(it.client).0.into()),
                    ("code", it.code.as_str().into()),
                    ("n", it.posts.into()),
                    ("day", since(it.since, env).into()),
                ],
            )
        })
        .collect();
    each.join(" · ")
}

/// "Kolos Осенний хлеб: VK: 120 over the limit of 280 · +2".
pub(super) fn blocked_words(blocked: &[(AgendaLine, Finding)], env: &Env<'_>) -> String {
    let mut posts: Vec<PostId> = blocked.iter().map(|(line, _)| line.post).collect();
    posts.dedup();
    let first = blocked.first().map_or_else(String::new, |(line, found)| {
        let client = env.roster.badge(line.client).0;
        let why = env.locale.words(&found.words);
        format!("{client} {}: {why}", line.topic)
    });
    match posts.len() {
        0 | 1 => first,
        several => format!("{first} · +{}", several - 1),
    }
}

/// The weekday within a week, the date before it.
fn since(at: Moment, env: &Env<'_>) -> String {
    let day = env.wall(at).date_naive();
    if (env.today() - day).num_days() < 7 {
        env.locale.weekday_short(weekday(at, env))
    } else {
        env.locale.day_short(day)
    }
}

pub(super) fn looks_words(looks: &[Look], env: &Env<'_>) -> String {
    let each: Vec<String> = looks
        .iter()
        .map(|look| {
            let ago = look.minutes_ago.map_or_else(
                || env.locale.text("today-look-never").into_owned(),
                |minutes| env.locale.ago(minutes),
            );
            format!(
                "{} {} {ago}",
                env.roster.code(look.channel),
                env.roster.badge(look.client).0
            )
        })
        .collect();
    env.locale
        .say("today-looks-words", &[("list", each.join(" · ").into())])
}

pub(super) fn numbers_words(missing: &[(ClientId, ChannelId)], env: &Env<'_>) -> String {
    env.locale
        .say("today-numbers-words", &[("n", missing.len().into())])
}

pub(super) fn gaps_words(gaps: &[Gap], env: &Env<'_>) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for gap in gaps {
        let day = env.locale.weekday_short(weekday(gap.at, env));
        match words.last_mut() {
            Some(entry) if last == Some(gap.client) => {
                if !entry.ends_with(&day) {
                    entry.push_str(", ");
                    entry.push_str(&day);
                }
            }
            _ => words.push(format!("{} {day}", env.roster.badge(gap.client).0)),
        }
        last = Some(gap.client);
    }
    words.join(" · ")
}

pub(super) fn contract_words(contracts: &[Contract], env: &Env<'_>) -> String {
    let each: Vec<String> = contracts
        .iter()
        .map(|it| {
            env.locale.say(
                "today-contract-words",
                &[
                    ("client", env.roster.badge(it.client).0.into()),
                    ("out", it.out.into()),
                    ("planned", it.planned.into()),
                    ("promised", it.promised.into()),
                ],
            )
        })
        .collect();
    each.join(" · ")
}
