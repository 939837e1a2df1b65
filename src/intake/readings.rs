//! Readings: one row, one measured value. A value that stands already is no news; another one takes its place.

use chrono::NaiveDate;

use super::resolve::Resolver;
use super::{Goods, Looked, words};
use crate::domain::command::NewReading;
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::zone::Wall;
use crate::import::readings::ReadingRow;
use crate::import::reason::quoted;
use crate::import::{Field, Reason, When};
use crate::store::Result;

/// Puts the rows to the desk.
pub(super) fn resolved(mut desk: Resolver<'_>, rows: &[ReadingRow]) -> Result<Looked> {
    let mut readings = Vec::with_capacity(rows.len());
    for row in rows {
        readings.extend(reading(&mut desk, row)?);
    }
    Ok(desk.looked(Goods::Readings(readings)))
}

fn reading(desk: &mut Resolver<'_>, row: &ReadingRow) -> Result<Option<NewReading>> {
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
    if desk
        .reader
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
