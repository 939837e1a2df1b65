//! `reading add CHANNEL METRIC VALUE`: one number, as it is typed among the numbers.

use clap::{Args, Subcommand};

use super::change;
use super::door::Door;
use super::named::{self, shown};
use super::stop::Stop;
use super::which::{self, Narrow};
use crate::domain::campaign;
use crate::domain::command::{Command, KpiCommand, NewReading};
use crate::domain::kpi::{Metric, typed_number};
use crate::domain::words::Words;
use crate::env::Roster;
use crate::intake::words;

/// What can be done with numbers.
#[derive(Debug, Subcommand)]
pub(super) enum ReadingOrder {
    Add(Typed),
}

/// A number that was measured.
#[derive(Debug, Args)]
pub(super) struct Typed {
    #[arg(value_name = "CHANNEL")]
    channel: String,
    #[arg(value_name = "METRIC")]
    metric: String,
    #[arg(value_name = "VALUE")]
    value: String,
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
    #[arg(long, value_name = "WHICH")]
    post: Option<String>,
}

/// Takes the number down.
pub(super) fn run(door: &mut Door<'_>, order: &ReadingOrder) -> Result<(), Stop> {
    let ReadingOrder::Add(typed) = order;
    let metric = words::metric(&typed.metric).ok_or_else(|| {
        let known: Vec<&str> = Metric::ALL.iter().map(|it| it.word()).collect();
        let words = Words::new("reading-no-metric").with("found", shown(&typed.metric));
        Stop::misasked(words.with("known", known.join(", ")))
    })?;
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let channel = named::channel(&roster, &typed.channel)?;
    let zone = roster.zone(channel.card.client);
    let today = door.now.with_timezone(&zone).date_naive();
    let day = match &typed.day {
        None => today,
        Some(asked) => {
            campaign::day(asked, door.now, zone).map_err(|error| Stop::misasked(error.words()))?
        }
    };
    let mut wrong = Vec::new();
    if day > today {
        wrong.push(Words::new("past-not-yet").with("found", day));
    }
    let value = typed_number(&typed.value, metric.is_whole()).ok().flatten();
    if value.is_none() {
        wrong.push(Words::new("prompt-not-a-number"));
    }
    Stop::unless_right(wrong)?;
    let post = match &typed.post {
        None => None,
        Some(asked) => {
            let narrow = Narrow::default();
            Some(which::one(door, store.reader(), &roster, asked, &narrow)?.post)
        }
    };
    door.ids.push(channel.uid.clone());
    let reading = NewReading {
        channel: channel.id,
        post,
        metric,
        day,
        value: value.unwrap_or_default(),
    };
    let command = Command::Kpi(KpiCommand::TypeReadings {
        readings: vec![reading],
        origin: "typed".to_owned(),
    });
    change::apply(door, &mut store, &command).map(drop)
}
