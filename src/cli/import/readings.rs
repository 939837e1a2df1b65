//! Readings: one row, one measured value. A value that stands already is no news; another one takes its place.

use chrono::NaiveDate;

use super::super::change;
use super::super::door::Door;
use super::super::stop::Stop;
use super::resolve::Resolver;
use super::{Asked, Outcome, words};
use crate::domain::command::{Command, KpiCommand, NewReading};
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::zone::Wall;
use crate::env::Roster;
use crate::import::readings::{ReadingRow, read};
use crate::import::reason::quoted;
use crate::import::{Field, Imported, Reason, Report, When};
use crate::store::Reader;

/// Values written in one transaction: well below a tenth of a second.
const AT_ONCE: usize = 1_000;

/// Reads the values and writes those that are right and new.
pub(super) fn run(door: &mut Door<'_>, asked: &Asked<'_>) -> Result<Outcome, Stop> {
    let read = read(&asked.bytes, &asked.choices);
    if !asked.from.yes {
        let (report, _) = resolved(&door.reader()?, asked, read)?;
        return Ok(Outcome { report, written: 0 });
    }
    let mut store = door.store()?;
    let (report, readings) = resolved(store.reader(), asked, read)?;
    for some in readings.chunks(AT_ONCE) {
        let command = Command::Kpi(KpiCommand::TypeReadings {
            readings: some.to_vec(),
            origin: asked.file.clone(),
        });
        change::apply_quietly(door, &mut store, &command)?;
    }
    let written = readings.len();
    Ok(Outcome { report, written })
}

fn resolved(
    reader: &Reader,
    asked: &Asked<'_>,
    read: Imported<ReadingRow>,
) -> Result<(Report, Vec<NewReading>), Stop> {
    let roster = Roster::read(reader)?;
    let mut desk = Resolver::new(reader, &roster, asked.zone, read.report);
    let mut readings = Vec::with_capacity(read.rows.len());
    for row in &read.rows {
        readings.extend(reading(&mut desk, reader, row)?);
    }
    Ok((desk.report, readings))
}

fn reading(
    desk: &mut Resolver<'_>,
    reader: &Reader,
    row: &ReadingRow,
) -> Result<Option<NewReading>, Stop> {
    let Some(client) = desk.client(row.row, &row.client) else {
        return Ok(None);
    };
    let metric = words::metric(&row.metric);
    if metric.is_none() {
        let name = quoted(&row.metric);
        desk.reject(row.row, Field::Metric, Reason::UnknownMetric { name });
    }
    let (Some(channel), Some(metric)) = (channel(desk, row, client), metric) else {
        return Ok(None);
    };
    let post = match row.post.as_str() {
        "" => None,
        name => {
            let post = desk.post(channel, name)?;
            if post.is_none() {
                let name = quoted(name);
                desk.reject(row.row, Field::Post, Reason::UnknownPost { name });
                return Ok(None);
            }
            post
        }
    };
    let new = NewReading {
        channel,
        post,
        metric,
        day: day(desk, row, client),
        value: row.value,
    };
    if reader
        .standing_value(&new)?
        .is_some_and(|stands| stands.to_bits() == new.value.to_bits())
    {
        desk.reject(row.row, Field::Value, Reason::AlreadyThere {});
        return Ok(None);
    }
    Ok(Some(new))
}

/// The channel of a row; a client with one channel need not name it.
fn channel(desk: &mut Resolver<'_>, row: &ReadingRow, client: ClientId) -> Option<ChannelId> {
    if !row.channel.is_empty() {
        return desk.channel(row.row, client, &row.channel).map(|it| it.id);
    }
    let mut theirs = desk.roster.channels_of(client);
    let only = theirs.next().filter(|_| theirs.next().is_none());
    if only.is_none() {
        desk.reject(row.row, Field::Channel, Reason::CellEmpty {});
    }
    only.map(|it| it.id)
}

/// The client's local day a value stands for.
fn day(desk: &Resolver<'_>, row: &ReadingRow, client: ClientId) -> NaiveDate {
    match row.at {
        When::Exact { moment, .. } => Wall::at(moment, desk.zone(client)).local.date(),
        When::Day(_) | When::Local(_) => row.date,
    }
}
