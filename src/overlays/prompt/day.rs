//! A line that names days: what it says, what it would replace, and what it would take away.

use super::Meaning;
use super::understand::names;
use crate::domain::command::{Command, DayCommand};
use crate::domain::days::{self, Named, NamedDay, Stretch};
use crate::domain::words::Words;
use crate::env::Env;

/// Names of what was there that are said; more are only hinted at.
const SAID: usize = 3;

/// "Kolos 29.11 День матери" names a day, "off 30.12–8.01 отпуск" takes days off, "Kolos 29.11" takes the name away.
pub(super) fn day(line: &str, env: &Env<'_>) -> Meaning {
    if line.trim().is_empty() {
        return Meaning::Not(Words::new("prompt-day-help"));
    }
    let named = match days::read(line, &names(env), env.today()) {
        Ok(named) => named,
        Err(trouble) => return Meaning::Not(trouble.words()),
    };
    let was: Vec<&NamedDay> = named
        .stretch
        .days()
        .filter_map(|day| env.roster.days.exactly(day, named.client))
        .collect();
    let (client, stretch) = (named.client, named.stretch);
    if named.is_nothing() {
        if was.is_empty() {
            return Meaning::Not(Words::new("day-nothing-there"));
        }
        return Meaning::Ready {
            shown: vec![understood("day-understood-away", &named, &was, env)],
            effects: Command::Day(DayCommand::TakeAway { client, stretch }).into(),
        };
    }
    let key = match (named.is_off, named.name.is_empty()) {
        (false, _) => "day-understood-name",
        (true, true) => "day-understood-off",
        (true, false) => "day-understood-off-named",
    };
    let mut shown = vec![understood(key, &named, &was, env)];
    let differs = |mark: &&NamedDay| (&mark.name, mark.is_off) != (&named.name, named.is_off);
    if was.iter().any(differs) {
        let args = [("was", names_of(&was, env).into())];
        shown.push(env.locale.say("day-instead", &args));
    }
    Meaning::Ready {
        shown,
        effects: Command::Day(DayCommand::Name {
            client,
            stretch,
            name: named.name,
            is_off: named.is_off,
        })
        .into(),
    }
}

fn understood(key: &str, named: &Named, was: &[&NamedDay], env: &Env<'_>) -> String {
    let whose = match named.client {
        None => env.locale.text("day-everybody").into_owned(),
        Some(client) => {
            let client = env.roster.badge(client).0;
            if named.is_off {
                env.locale.say("day-only", &[("client", client.into())])
            } else {
                client.to_owned()
            }
        }
    };
    let args = [
        ("days", days_words(named.stretch, env).into()),
        ("whose", whose.into()),
        ("name", named.name.as_str().into()),
        ("was", names_of(was, env).into()),
    ];
    env.locale.say(key, &args)
}

/// "Sun 29 Nov", "Wed 30 Dec – Fri 8 Jan 2027, 10 days".
fn days_words(stretch: Stretch, env: &Env<'_>) -> String {
    let first = env.day_of_year(stretch.first());
    match stretch.count() {
        1 => first,
        n => {
            let last = env.day_of_year(stretch.last());
            let args = [
                ("first", first.into()),
                ("last", last.into()),
                ("n", n.into()),
            ];
            env.locale.say("day-span", &args)
        }
    }
}

/// What the days are called now, each name once.
fn names_of(marks: &[&NamedDay], env: &Env<'_>) -> String {
    let mut names: Vec<String> = Vec::new();
    for mark in marks {
        let name = if mark.name.is_empty() {
            env.locale.text("day-off").into_owned()
        } else {
            mark.name.clone()
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.len() > SAID {
        names.truncate(SAID);
        names.push("…".to_owned());
    }
    names.join(", ")
}
