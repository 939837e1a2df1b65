//! Messages: a row for everything said, oldest first.

use super::cell::{Row, columns};
use super::when::clock;
use super::{Cell, Column, Names, Trouble, Wanted};
use crate::store::{Bookmark, ListedMessage, Reader};

/// Rows asked for at once.
const PAGE: usize = 1_000;

/// What the import takes back stands first; after the id comes what is only told.
pub(super) const COLUMNS: &[Column] = columns![
    "date" 11, "time" 9, "zone" 16, "client" 12, "channel" 10, "kind" 10, "direction" 9, "author" 18, "author_id" 18,
    "post" 14, "text" 60, "id" 14, "state" 10, "thread" 14,
];

/// Hands on every row that is wanted.
pub(super) fn each(
    reader: &Reader,
    names: &Names,
    wanted: &Wanted,
    row: &mut Row<'_>,
) -> Result<(), Trouble> {
    let moments = wanted.stretch.map(|it| it.moments());
    let mut place = moments
        .as_ref()
        .map_or(Bookmark::START, |it| Bookmark::from(it.start));
    loop {
        let until = moments.as_ref().map(|it| it.end);
        let page = reader.messages_after(place, wanted.client, until, PAGE)?;
        for message in &page {
            row(&cells(message, names))?;
        }
        match page.last() {
            Some(last) if page.len() == PAGE => place = last.place,
            _ => return Ok(()),
        }
    }
}

fn cells<'m>(message: &'m ListedMessage, names: &'m Names) -> Vec<Cell<'m>> {
    let zone = names.zone(message.client);
    let wall = message.at.with_timezone(&zone).naive_local();
    vec![
        Cell::Day(wall.date()),
        clock(wall, message.at, Some(zone)),
        Cell::text(zone.name()),
        Cell::text(names.client(message.client)),
        Cell::text(names.channel(message.channel)),
        Cell::text(&message.kind),
        Cell::text(if message.outgoing { "out" } else { "in" }),
        Cell::text(&message.person),
        Cell::text(&message.handle),
        Cell::text(message.post.as_deref().unwrap_or_default()),
        Cell::text(&message.text),
        Cell::text(message.external_id.as_deref().unwrap_or_default()),
        Cell::text(&message.state),
        Cell::text(&message.thread),
    ]
}
