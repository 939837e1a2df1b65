//! Posts put once more somewhere: another day, another channel, another client.

use rusqlite::OptionalExtension;
use rusqlite::types::Value;

use super::clients::list;
use super::convert::{int, maybe_int};
use super::error::{Result, StoreError};
use super::ledger::Ledger;
use super::plan::{add_variant, check_channels};
use super::rubrics::rubric_named;
use super::table::Noun;
use super::texts;
use crate::domain::command::{Landing, PostCopy};
use crate::domain::ids::{ChannelId, ClientId, PostId, VariantId};
use crate::domain::post::Approval;

/// Columns that a copy takes over as they are.
const SAME: [&str; 8] = [
    "topic",
    "format",
    "link",
    "first_comment",
    "brief",
    "script",
    "shots",
    "note",
];

/// Columns that it takes over only for the same client: another one pays for itself, under a token of its own, and reads no
/// note that was written to somebody else.
const THEIRS: [&str; 4] = ["is_ad", "advertiser", "erid", "client_note"];

/// Makes the copies; answers the last post that was made or grew.
pub(super) fn apply(ledger: &mut Ledger<'_>, copies: &[PostCopy]) -> Result<Option<i64>> {
    let mut last = None;
    for copy in copies {
        let channels: Vec<ChannelId> = copy.onto.iter().map(|landing| landing.channel).collect();
        check_channels(ledger, copy.client, &channels)?;
        let post = if copy.joins && !is_on_any(ledger, copy.post, &channels)? {
            copy.post
        } else {
            again(ledger, copy)?
        };
        copy.onto
            .iter()
            .try_for_each(|landing| land(ledger, post, landing))?;
        last = Some(post.0);
    }
    Ok(last)
}

/// Whether the post goes to one of these channels already.
fn is_on_any(ledger: &Ledger<'_>, post: PostId, channels: &[ChannelId]) -> Result<bool> {
    let sql = "SELECT channel FROM variant WHERE post = ? AND deleted_at IS NULL";
    let on: Vec<ChannelId> = list(ledger.conn(), sql, [post], |row| row.get(0))?;
    Ok(channels.iter().any(|channel| on.contains(channel)))
}

/// The same post once more, without its channels.
fn again(ledger: &mut Ledger<'_>, copy: &PostCopy) -> Result<PostId> {
    let source = Source::read(ledger, copy.post)?;
    let rubric = rubric_named(ledger, copy.client, &source.rubric)?;
    let campaign = source.campaign.filter(|_| source.client == copy.client);
    let mut row = vec![
        ("client", int(copy.client.0)),
        ("rubric", maybe_int(rubric)),
        ("campaign", maybe_int(campaign)),
    ];
    row.extend(SAME.into_iter().zip(source.same));
    if source.client == copy.client {
        row.extend(THEIRS.into_iter().zip(source.theirs));
    }
    let post = PostId(ledger.insert(Noun::Post, &row)?);
    if !source.text.is_empty() {
        texts::save(ledger, post, None, &source.text)?;
    }
    for picture in pictures(ledger, copy.post)? {
        let mut row = vec![("post", int(post.0))];
        row.extend(PICTURE.into_iter().zip(picture));
        ledger.insert(Noun::Media, &row)?;
    }
    Ok(post)
}

/// What a post is, apart from its channels and pictures.
struct Source {
    client: ClientId,
    rubric: String,
    campaign: Option<i64>,
    text: String,
    same: Vec<Value>,
    theirs: Vec<Value>,
}

impl Source {
    fn read(ledger: &Ledger<'_>, post: PostId) -> Result<Self> {
        let taken: Vec<String> = SAME
            .iter()
            .chain(&THEIRS)
            .map(|it| format!("p.{it}"))
            .collect();
        let taken = taken.join(", ");
        let sql = format!(
            "SELECT p.client, coalesce(r.name, ''), p.campaign, coalesce(t.text, ''), {taken} FROM post p \
             LEFT JOIN rubric r ON r.id = p.rubric AND r.deleted_at IS NULL LEFT JOIN text_rev t ON t.id = p.base_rev \
             WHERE p.id = ? AND p.deleted_at IS NULL"
        );
        ledger
            .conn()
            .prepare_cached(&sql)?
            .query_row([post], |row| {
                let same = (4..4 + SAME.len()).map(|at| row.get(at));
                let theirs = (0..THEIRS.len()).map(|at| row.get(4 + SAME.len() + at));
                Ok(Self {
                    client: row.get(0)?,
                    rubric: row.get(1)?,
                    campaign: row.get(2)?,
                    text: row.get(3)?,
                    same: same.collect::<rusqlite::Result<_>>()?,
                    theirs: theirs.collect::<rusqlite::Result<_>>()?,
                })
            })
            .optional()?
            .ok_or(StoreError::Gone {
                table: "post",
                row: post.0,
            })
    }
}

/// Columns of a picture that a copy takes over.
const PICTURE: [&str; 6] = ["position", "hash", "name", "bytes", "alt", "is_cover"];

fn pictures(ledger: &Ledger<'_>, post: PostId) -> Result<Vec<Vec<Value>>> {
    let sql = format!(
        "SELECT {} FROM media WHERE post = ? AND deleted_at IS NULL ORDER BY position, id",
        PICTURE.join(", ")
    );
    list(ledger.conn(), &sql, [post], |row| {
        (0..PICTURE.len()).map(|at| row.get(at)).collect()
    })
}

/// Puts the post on a channel, with the own wording of the variant it is like.
fn land(ledger: &mut Ledger<'_>, post: PostId, landing: &Landing) -> Result<()> {
    let planned = landing.planned.as_ref();
    let variant = add_variant(ledger, post, landing.channel, Approval::Draft, planned)?;
    match own_wording(ledger, landing.like)? {
        Some(wording) => texts::save(ledger, post, Some(variant), &wording),
        None => Ok(()),
    }
}

fn own_wording(ledger: &Ledger<'_>, variant: VariantId) -> Result<Option<String>> {
    let sql = "SELECT r.text FROM variant v JOIN text_rev r ON r.id = v.rev WHERE v.id = ?";
    Ok(list(ledger.conn(), sql, [variant], |row| row.get(0))?.pop())
}
