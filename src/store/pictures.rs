//! What the bytes of pictures and films tell, kept by their hash; and the order of a post's pictures.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Connection, Row};

use super::clients::list;
use super::convert::{int, text};
use super::error::{Result, StoreError};
use super::ledger::Ledger;
use super::lint;
use super::plan::column;
use super::reader::Reader;
use super::shown::edited;
use super::table::Noun;
use super::texts;
use crate::domain::command::NewMedia;
use crate::domain::ids::{MediaId, PostId};
use crate::domain::picture::{Facts, Kind};

/// Keeps what was measured, and has the checker look at the posts that carry it. The same bytes always tell the same, but a
/// newer program may read more out of them.
pub(super) fn keep(conn: &Connection, measured: &[(String, Facts)]) -> Result<()> {
    let sql = "INSERT INTO media_facts (hash, kind, width, height, seconds) VALUES (?, ?, ?, ?, ?) ON CONFLICT (hash) DO UPDATE \
        SET kind = excluded.kind, width = excluded.width, height = excluded.height, seconds = excluded.seconds";
    let mut insert = conn.prepare_cached(sql)?;
    for (hash, facts) in measured {
        let (width, height) = facts.size.unzip();
        insert.execute((hash, facts.kind.word(), width, height, facts.seconds))?;
    }
    let carry = "SELECT DISTINCT post FROM media WHERE hash = ? AND deleted_at IS NULL";
    let mut posts = BTreeSet::new();
    for (hash, _) in measured {
        posts.extend(list(conn, carry, [hash], |row| row.get::<_, i64>(0))?);
    }
    lint::queue(conn, &posts, &[])
}

/// The facts in four columns from this one on; none where the kind is missing.
pub(super) fn facts(row: &Row<'_>, from: usize) -> rusqlite::Result<Option<Facts>> {
    let Some(kind) = row.get::<_, Option<String>>(from)? else {
        return Ok(None);
    };
    let width: Option<u32> = row.get(from + 1)?;
    Ok(Some(Facts {
        kind: Kind::from_word(&kind),
        size: width.zip(row.get(from + 2)?),
        seconds: row.get(from + 3)?,
    }))
}

/// Hangs a picture on its post, behind the others.
pub(super) fn attach(
    ledger: &mut Ledger<'_>,
    post: PostId,
    hash: &str,
    name: &str,
    bytes: u64,
    alt: &str,
) -> Result<i64> {
    let picture = NewMedia {
        hash: hash.to_owned(),
        name: name.to_owned(),
        bytes,
        alt: alt.to_owned(),
        is_cover: false,
    };
    let sql =
        "SELECT coalesce(max(position), 0) + 1 FROM media WHERE post = ? AND deleted_at IS NULL";
    let position = column(ledger, sql, post.0)?;
    let row = row_of(post, position, &picture);
    edited(ledger, post, |ledger| {
        let id = ledger.insert(Noun::Media, &row)?;
        texts::freeze_again(ledger, post)?;
        Ok(id)
    })
}

/// A picture as a row of its post.
pub(super) fn row_of(
    post: PostId,
    position: i64,
    picture: &NewMedia,
) -> [(&'static str, Value); 7] {
    [
        ("post", int(post.0)),
        ("position", int(position)),
        ("hash", text(&picture.hash)),
        ("name", text(&picture.name)),
        (
            "bytes",
            int(i64::try_from(picture.bytes).unwrap_or(i64::MAX)),
        ),
        ("alt", text(&picture.alt)),
        ("is_cover", int(picture.is_cover)),
    ]
}

/// Whose picture it is.
fn post_of(ledger: &Ledger<'_>, media: MediaId) -> Result<PostId> {
    let sql = "SELECT post FROM media WHERE id = ?";
    column(ledger, sql, media.0).map(PostId)
}

/// Takes a picture off its post.
pub(super) fn detach(ledger: &mut Ledger<'_>, media: MediaId) -> Result<()> {
    let post = post_of(ledger, media)?;
    edited(ledger, post, |ledger| {
        ledger.bury(Noun::Media, media.0)?;
        texts::freeze_again(ledger, post)
    })
}

/// Says what a picture shows. What is frozen are the pictures; how they are described is read as it stands when they go out.
pub(super) fn describe(ledger: &mut Ledger<'_>, media: MediaId, alt: &str) -> Result<i64> {
    ledger.update(Noun::Media, media.0, &[("alt", text(alt))])?;
    Ok(media.0)
}

/// Puts the pictures of a post into this order. Those that are not named keep theirs behind them.
pub(super) fn arrange(ledger: &mut Ledger<'_>, post: PostId, order: &[MediaId]) -> Result<()> {
    let stand = standing(ledger, post)?;
    edited(ledger, post, |ledger| {
        let named = order.iter().filter(|id| stand.contains(id));
        let rest = stand.iter().filter(|id| !order.contains(id));
        for (position, id) in (1i64..).zip(named.chain(rest)) {
            ledger.update(Noun::Media, id.0, &[("position", int(position))])?;
        }
        texts::freeze_again(ledger, post)
    })
}

/// Makes a picture the cover of its post, and no other; none makes it the first again. Taken off, it is the cover no more,
/// and comes back as what it was.
pub(super) fn choose_cover(
    ledger: &mut Ledger<'_>,
    post: PostId,
    cover: Option<MediaId>,
) -> Result<()> {
    let stand = standing(ledger, post)?;
    if cover.is_some_and(|it| !stand.contains(&it)) {
        return Err(StoreError::Missing);
    }
    edited(ledger, post, |ledger| {
        for id in stand {
            let is_cover = int(cover == Some(id));
            ledger.update(Noun::Media, id.0, &[("is_cover", is_cover)])?;
        }
        Ok(())
    })
}

/// The pictures of a live post, in order.
fn standing(ledger: &Ledger<'_>, post: PostId) -> Result<Vec<MediaId>> {
    let live = "SELECT 1 FROM post WHERE id = ? AND deleted_at IS NULL";
    if !ledger.conn().prepare_cached(live)?.exists([post])? {
        return Err(StoreError::Missing);
    }
    let sql = "SELECT id FROM media WHERE post = ? AND deleted_at IS NULL ORDER BY position, id";
    list(ledger.conn(), sql, [post], |row| row.get(0))
}

/// Puts other bytes in the place of a picture; its description stays.
pub(super) fn swap(
    ledger: &mut Ledger<'_>,
    media: MediaId,
    hash: &str,
    name: &str,
    bytes: u64,
) -> Result<()> {
    let post = post_of(ledger, media)?;
    edited(ledger, post, |ledger| {
        let bytes = Value::Integer(i64::try_from(bytes).unwrap_or(i64::MAX));
        let row = [("hash", text(hash)), ("name", text(name)), ("bytes", bytes)];
        ledger.update(Noun::Media, media.0, &row)?;
        texts::freeze_again(ledger, post)
    })
}

impl Reader {
    /// Hashes of live pictures that nobody has measured: those of a post, or all.
    pub fn unmeasured(&self, post: Option<PostId>) -> Result<Vec<String>> {
        let sql = "SELECT DISTINCT hash FROM media WHERE (?1 IS NULL OR post = ?1) AND deleted_at IS NULL \
            AND NOT EXISTS (SELECT 1 FROM media_facts f WHERE f.hash = media.hash)";
        list(self.conn(), sql, [post], |row| row.get(0))
    }
}
