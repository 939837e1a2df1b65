//! The plan: a row for each post and time. What a post says differently on one of its channels is a row of its own.

use super::cell::{Row, columns};
use super::when::{clock, outside};
use super::{Cell, Column, Names, Trouble, Wanted};
use crate::domain::Moment;
use crate::domain::zone::zone_by_name;
use crate::store::{Asked, PlannedPost, Reader};

/// What the import takes back stands first; after the uid comes what is only told.
pub(super) const COLUMNS: &[Column] = columns![
    "date" 11, "time" 8, "zone" 16, "client" 12, "channel" 12, "rubric" 14, "campaign" 14, "format" 10, "topic" 30,
    "text" 60, "link" 24, "first_comment" 24, "media" 20, "alt" 24, "cover" 6, "script" 40,
    "shots" 30, "client_note" 24, "status" 11, "uid" 14,
    "out" 20, "permalink" 24, "ready_by" 20, "brief" 24, "note" 24,
];

/// Hands on every row that is wanted.
pub(super) fn each(
    reader: &Reader,
    names: &Names,
    wanted: &Wanted,
    row: &mut Row<'_>,
) -> Result<(), Trouble> {
    let sieve = reader.sieve(&wanted.filter, wanted.now)?;
    let asked = Asked::from((wanted.client, &sieve));
    let stretch = wanted.stretch.map(|it| it.moments());
    reader.each_planned(asked, stretch.as_ref(), |post| {
        if wanted.only_waiting && !post.is_waiting() {
            return Ok(());
        }
        row(&cells(post, names, wanted.now))
    })
}

fn cells<'p>(post: &'p PlannedPost, names: &'p Names, now: Moment) -> Vec<Cell<'p>> {
    let [date, time, zone] = when(post);
    let own = post
        .wall
        .as_ref()
        .and_then(|(_, zone)| zone_by_name(zone).ok());
    let wall = own.unwrap_or(names.zone(post.client));
    let channels = post.channels.iter().map(|it| names.channel(*it).to_owned());
    let (media, alt): (Vec<String>, Vec<String>) = post.media.iter().cloned().unzip();
    let alt = if alt.iter().all(String::is_empty) {
        Vec::new()
    } else {
        alt
    };
    vec![
        date,
        time,
        zone,
        Cell::text(names.client(post.client)),
        Cell::list(channels.collect()),
        Cell::text(&post.rubric),
        Cell::text(&post.campaign),
        Cell::text(post.format.word()),
        Cell::text(&post.topic),
        Cell::text(&post.text),
        Cell::text(&post.link),
        Cell::text(&post.first_comment),
        Cell::said(media.join(LINES)),
        Cell::said(alt.join(BARS)),
        Cell::said(post.cover.map_or_else(String::new, |n| n.to_string())),
        Cell::text(&post.script),
        Cell::text(&post.shots),
        Cell::text(&post.client_note),
        Cell::text(post.status(now).word()),
        Cell::text(&post.uid),
        outside(post.out_at, wall),
        Cell::text(&post.permalink),
        outside(post.ready_by, wall),
        Cell::text(&post.brief),
        Cell::text(&post.note),
    ]
}

/// A picture is a line: names of files have commas of their own.
const LINES: &str = "\n";

/// What stands between the descriptions of pictures.
const BARS: &str = "||";

/// The day, the time and the zone of the wall a post was planned on.
fn when(post: &PlannedPost) -> [Cell<'_>; 3] {
    let (Some((wall, name)), Some(at)) = (&post.wall, post.at) else {
        return [Cell::Empty, Cell::Empty, Cell::Empty];
    };
    let time = clock(*wall, at, zone_by_name(name).ok());
    [Cell::Day(wall.date()), time, Cell::text(name)]
}
