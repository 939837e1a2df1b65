//! Readings: a row for every value that stands, channel by channel.

use super::cell::{Row, columns};
use super::when::outside;
use super::{Cell, Column, Names, Trouble, Wanted};
use crate::domain::ids::ClientId;
use crate::store::{Reader, StandingReading};

/// What the import takes back stands first; after the value comes what is only told.
pub(super) const COLUMNS: &[Column] = columns![
    "date" 11, "client" 12, "channel" 10, "post" 14, "metric" 14, "value" 12, "typed_at" 24, "origin" 14,
];

/// Hands on every row that is wanted.
pub(super) fn each(
    reader: &Reader,
    names: &Names,
    wanted: &Wanted,
    row: &mut Row<'_>,
) -> Result<(), Trouble> {
    let days = wanted
        .stretch
        .map_or((None, None), |it| (it.first, it.last));
    let theirs = names
        .channels
        .iter()
        .filter(|it| wanted.client.is_none_or(|client| it.card.client == client));
    for channel in theirs {
        let client = channel.card.client;
        reader.each_reading(channel.id, days, |it| row(&cells(it, client, names)))?;
    }
    Ok(())
}

fn cells<'r>(it: &'r StandingReading, client: ClientId, names: &'r Names) -> Vec<Cell<'r>> {
    vec![
        Cell::Day(it.day),
        Cell::text(names.client(client)),
        Cell::text(names.channel(it.channel)),
        Cell::text(it.post.as_deref().unwrap_or_default()),
        Cell::text(&it.metric),
        Cell::Number(it.value),
        outside(Some(it.typed_at), names.zone(client)),
        Cell::text(&it.origin),
    ]
}
