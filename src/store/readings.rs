//! Numbers: values as they were typed or imported, and goals.

use rusqlite::OptionalExtension;
use rusqlite::types::Value;

use super::convert::{int, maybe_int, text};
use super::error::Result;
use super::ledger::Ledger;
use super::table::{Fact, Noun};
use crate::domain::command::{KpiCommand, NewReading};
use crate::domain::ids::ClientId;

pub(super) fn apply(ledger: &mut Ledger<'_>, command: &KpiCommand) -> Result<Option<i64>> {
    match command {
        KpiCommand::TypeReadings { readings, origin } => {
            readings
                .iter()
                .try_for_each(|reading| append(ledger, reading, origin))?;
            Ok(None)
        }
        KpiCommand::SetTarget {
            client,
            metric,
            value,
        } => set_target(ledger, *client, metric, *value),
    }
}

fn append(ledger: &mut Ledger<'_>, reading: &NewReading, origin: &str) -> Result<()> {
    ledger.there(Noun::Channel, reading.channel.0)?;
    if let Some(post) = reading.post {
        ledger.there(Noun::Post, post.0)?;
    }
    ledger
        .fact(
            Fact::Reading,
            &[
                ("channel", int(reading.channel.0)),
                ("post", maybe_int(reading.post.map(|id| id.0))),
                ("metric", text(reading.metric.word())),
                ("day", text(reading.day.to_string())),
                ("value", Value::Real(reading.value)),
                ("typed_at", int(ledger.now().timestamp())),
                ("origin", text(origin)),
            ],
        )
        .map(drop)
}

fn set_target(
    ledger: &mut Ledger<'_>,
    client: ClientId,
    metric: &str,
    value: Option<f64>,
) -> Result<Option<i64>> {
    let found: Option<i64> = ledger
        .conn()
        .prepare_cached(
            "SELECT id FROM target WHERE client = ? AND metric = ? AND deleted_at IS NULL",
        )?
        .query_row((client, metric), |row| row.get(0))
        .optional()?;
    match (found, value) {
        (Some(id), Some(value)) => {
            ledger.update(Noun::Target, id, &[("value", Value::Real(value))])?;
            Ok(Some(id))
        }
        (Some(id), None) => ledger.bury(Noun::Target, id).map(|()| None),
        (None, Some(value)) => {
            let row = [
                ("client", int(client.0)),
                ("metric", text(metric)),
                ("value", Value::Real(value)),
            ];
            ledger.insert(Noun::Target, &row).map(Some)
        }
        (None, None) => Ok(None),
    }
}
