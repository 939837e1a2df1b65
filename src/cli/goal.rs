//! `goal list|set|delete`: what is promised to a client for a number, as on the score cards.

use clap::Subcommand;
use serde_json::{Value, json};

use super::change;
use super::door::Door;
use super::named::{self, shown};
use super::stop::Stop;
use crate::domain::command::{Command, KpiCommand};
use crate::domain::fold::fold;
use crate::domain::kpi::{Mistyped, Score, Unit, typed_number};
use crate::domain::slips;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::locale::{Lang, Locale};
use crate::store::Client;

/// What can be done with goals.
#[derive(Debug, Subcommand)]
pub(super) enum GoalOrder {
    Set {
        #[arg(value_name = "WHO")]
        client: String,
        #[arg(value_name = "SCORE")]
        score: String,
        #[arg(value_name = "VALUE", allow_hyphen_values = true)]
        value: String,
    },
    #[command(alias = "remove")]
    Delete {
        #[arg(value_name = "WHO")]
        client: String,
        #[arg(value_name = "SCORE")]
        score: String,
    },
    List {
        #[arg(long = "client", value_name = "WHO")]
        only: Option<String>,
        #[arg(long)]
        json: bool,
    },
}

/// Does what was asked about goals.
pub(super) fn run(door: &mut Door<'_>, what: &GoalOrder) -> Result<(), Stop> {
    match what {
        GoalOrder::Set {
            client,
            score,
            value,
        } => set(door, client, score, value),
        GoalOrder::Delete { client, score } => delete(door, client, score),
        GoalOrder::List { only, json } => list(door, only.as_deref(), *json),
    }
}

fn set(door: &mut Door<'_>, client: &str, asked: &str, value: &str) -> Result<(), Stop> {
    let score = score(asked)?;
    let value = amount(score, value)?;
    put(door, client, score, Some(value))
}

/// Drops a goal that is there.
fn delete(door: &mut Door<'_>, client: &str, asked: &str) -> Result<(), Stop> {
    put(door, client, score(asked)?, None)
}

fn put(door: &mut Door<'_>, client: &str, score: Score, value: Option<f64>) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let client = named::client(&roster, client)?;
    let goals = store.reader().targets(client.id)?;
    let was = goals.iter().find(|(metric, _)| metric == score.word());
    let was = was.map(|(_, value)| *value);
    if was == value {
        if value.is_some() {
            door.remark(&Words::new("goal-stands"));
            return Ok(());
        }
        let words = Words::new("goal-none").with("client", &client.card.short);
        let name = door.locale.text(&label(score)).into_owned();
        return Err(Stop::refused(words.with("score", name)));
    }
    door.ids.push(client.uid.clone());
    let command = KpiCommand::SetTarget {
        client: client.id,
        metric: score.word().to_owned(),
        value,
    };
    change::apply(door, &mut store, &Command::Kpi(command)).map(drop)
}

fn list(door: &mut Door<'_>, client: Option<&str>, as_json: bool) -> Result<(), Stop> {
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let scope = client.map(|who| named::client(&roster, who)).transpose()?;
    let mut told: Vec<Value> = Vec::new();
    for client in &roster.clients {
        if scope.is_some_and(|only| only.id != client.id) {
            continue;
        }
        let goals = reader.targets(client.id)?;
        for score in Score::ALL {
            let goal = goals.iter().find(|(metric, _)| metric == score.word());
            let Some((_, value)) = goal else {
                continue;
            };
            if as_json {
                told.push(object(client, *score, *value));
            } else {
                let name = door.locale.text(&label(*score)).into_owned();
                let (short, value) = (client.card.short.clone(), value.to_string());
                let line = [short, name, value, score.word().to_owned()];
                door.say.answer(&line.join("\t"))?;
            }
        }
    }
    if as_json {
        door.say.json(&told)?;
    }
    Ok(())
}

fn object(client: &Client, score: Score, value: f64) -> Value {
    json!({
        "client": client.card.short,
        "score": score.word(),
        "value": value,
        "at_most": score.is_better_low(),
    })
}

/// The score of this word: its own, or its name on the card in any language of the window.
fn score(asked: &str) -> Result<Score, Stop> {
    let wanted = fold(asked.trim());
    let name = |lang: Lang, score: Score| fold(&Locale::new(lang).text(&label(score)));
    let found = Score::ALL.iter().copied().find(|score| {
        fold(score.word()) == wanted || Lang::ALL.iter().any(|it| name(*it, *score) == wanted)
    });
    found.ok_or_else(|| {
        let known: Vec<&str> = Score::ALL.iter().map(|it| it.word()).collect();
        let words = match slips::nearest(asked, known.iter().copied()) {
            Some(near) => Words::new("goal-no-score-near").with("near", near),
            None => Words::new("goal-no-score"),
        };
        let words = words.with("found", shown(asked));
        Stop::misasked(words.with("known", known.join(", ")))
    })
}

/// The locale key of a score's name on its card.
fn label(score: Score) -> String {
    format!("kpi-score-{}", score.word().replace('_', "-"))
}

/// A goal as it is typed; of what is counted a whole number, per cents with or without their sign.
fn amount(score: Score, asked: &str) -> Result<f64, Stop> {
    let wrong = |key: &str| Stop::misasked(Words::new(key).with("found", shown(asked)));
    let typed = asked.trim();
    let typed = match score.unit() {
        Unit::Rate | Unit::Share => typed.strip_suffix('%').unwrap_or(typed),
        Unit::Count | Unit::Minutes | Unit::Money => typed,
    };
    match typed_number(typed, score.unit() == Unit::Count) {
        Ok(Some(value)) => Ok(value),
        Ok(None) | Err(Mistyped::NotANumber) => Err(wrong("goal-not-a-number")),
        Err(Mistyped::NotWhole) => Err(wrong("goal-not-whole")),
        Err(Mistyped::TooLarge) => Err(wrong("goal-too-large")),
    }
}
