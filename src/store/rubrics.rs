//! Rubrics: changes, lookups, and what a month of a client is made of.

use std::ops::Range;

use rusqlite::{OptionalExtension, Row};

use super::clients::list;
use super::convert::{int, maybe_int, maybe_moment, text};
use super::error::{Result, StoreError};
use super::ledger::Ledger;
use super::reader::Reader;
use super::table::Noun;
use crate::domain::Moment;
use crate::domain::fold::fold;
use crate::domain::ids::{ClientId, PostId, RubricId};
use crate::domain::post::{Approval, Format, Outcome};
use crate::domain::rubric::{Mix, Outing, WHOLE};

/// A rubric with its target share of the month in per cent.
#[derive(Debug, Clone, PartialEq)]
pub struct Rubric {
    /// Key.
    pub id: RubricId,
    /// Name for everything outside.
    pub uid: String,
    /// Name.
    pub name: String,
    /// Target share, per cent.
    pub share: Option<u32>,
}

/// A month of one client has fewer posts on channels than this; beyond it the mix is that of its first ones.
const A_MONTH: i64 = 6000;

/// Adds a rubric under a name that the client has not given yet.
pub(super) fn add(
    ledger: &mut Ledger<'_>,
    client: ClientId,
    name: &str,
    share: Option<u32>,
) -> Result<i64> {
    if named(ledger, Noun::Rubric, client, name)?.is_some() {
        return Err(StoreError::NameTaken);
    }
    let row = [
        ("client", int(client.0)),
        ("name", text(name)),
        ("share", maybe_int(share.map(i64::from))),
    ];
    ledger.insert(Noun::Rubric, &row)
}

/// Renames a rubric or changes its share.
pub(super) fn edit(
    ledger: &mut Ledger<'_>,
    rubric: RubricId,
    name: &str,
    share: Option<u32>,
) -> Result<()> {
    may_be_called(ledger, Noun::Rubric, rubric.0, name)?;
    let row = [
        ("name", text(name)),
        ("share", maybe_int(share.map(i64::from))),
    ];
    ledger.update(Noun::Rubric, rubric.0, &row).map(drop)
}

/// Deletes a rubric; its posts have none any more.
pub(super) fn delete(ledger: &mut Ledger<'_>, rubric: RubricId) -> Result<()> {
    hand_over(ledger, rubric, None)?;
    ledger.bury(Noun::Rubric, rubric.0)
}

/// Makes one rubric part of another.
pub(super) fn merge(ledger: &mut Ledger<'_>, from: RubricId, into: RubricId) -> Result<()> {
    let (from_client, from_share) = standing(ledger, from)?;
    let (into_client, into_share) = standing(ledger, into)?;
    if from_client != into_client {
        return Err(StoreError::OtherClient);
    }
    if from == into {
        return Ok(());
    }
    hand_over(ledger, from, Some(into))?;
    ledger.bury(Noun::Rubric, from.0)?;
    if let Some(more) = from_share {
        let share = (into_share.unwrap_or(0) + more).min(WHOLE);
        ledger.update(Noun::Rubric, into.0, &[("share", int(share))])?;
    }
    Ok(())
}

/// Gives the posts of a rubric to another one, or leaves them without any.
fn hand_over(ledger: &mut Ledger<'_>, from: RubricId, into: Option<RubricId>) -> Result<()> {
    let sql = "SELECT id FROM post WHERE rubric = ? AND deleted_at IS NULL";
    let posts: Vec<PostId> = list(ledger.conn(), sql, [from], |row| row.get(0))?;
    let rubric = maybe_int(into.map(|into| into.0));
    posts.iter().try_for_each(|post| {
        let row = [("rubric", rubric.clone())];
        ledger.update(Noun::Post, post.0, &row).map(drop)
    })
}

/// Whose a live rubric is, and its share.
fn standing(ledger: &Ledger<'_>, rubric: RubricId) -> Result<(ClientId, Option<u32>)> {
    ledger
        .conn()
        .prepare_cached("SELECT client, share FROM rubric WHERE id = ? AND deleted_at IS NULL")?
        .query_row([rubric], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or(StoreError::Gone {
            table: "rubric",
            row: rubric.0,
        })
}

/// The rubric of this name, made when the client has none; an empty name means none.
pub(super) fn rubric_named(
    ledger: &mut Ledger<'_>,
    client: ClientId,
    name: &str,
) -> Result<Option<i64>> {
    if name.is_empty() {
        return Ok(None);
    }
    match named(ledger, Noun::Rubric, client, name)? {
        Some(id) => Ok(Some(id)),
        None => add(ledger, client, name, None).map(Some),
    }
}

/// The live rubric or campaign of a client that is called so, letter for letter or as words are compared.
pub(super) fn named(
    ledger: &Ledger<'_>,
    noun: Noun,
    client: ClientId,
    name: &str,
) -> Result<Option<i64>> {
    let table = noun.name();
    let sql = format!("SELECT id, name FROM {table} WHERE client = ? AND deleted_at IS NULL");
    let known: Vec<(i64, String)> = list(ledger.conn(), &sql, [client], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    let exactly = known.iter().find(|(_, other)| other == name);
    let wanted = fold(name);
    let alike = || known.iter().find(|(_, other)| fold(other) == wanted);
    Ok(exactly.or_else(alike).map(|(id, _)| *id))
}

/// Refuses a new name that another rubric or campaign of the same client has.
pub(super) fn may_be_called(ledger: &Ledger<'_>, noun: Noun, id: i64, name: &str) -> Result<()> {
    let table = noun.name();
    let sql = format!("SELECT client, name FROM {table} WHERE id = ?");
    let (client, now): (ClientId, String) = ledger
        .conn()
        .prepare_cached(&sql)?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or(StoreError::Gone { table, row: id })?;
    let others = named(ledger, noun, client, name)?.filter(|other| *other != id);
    if now != name && others.is_some() {
        Err(StoreError::NameTaken)
    } else {
        Ok(())
    }
}

impl Reader {
    /// The live rubrics of a client.
    pub fn rubrics(&self, client: ClientId) -> Result<Vec<Rubric>> {
        let sql = "SELECT id, uid, name, share FROM rubric WHERE client = ? AND deleted_at IS NULL ORDER BY id";
        list(self.conn(), sql, [client], |row| {
            Ok(Rubric {
                id: row.get(0)?,
                uid: row.get(1)?,
                name: row.get(2)?,
                share: row.get(3)?,
            })
        })
    }

    /// How many live posts a rubric has, in all months and on the shelf.
    pub fn posts_of_rubric(&self, rubric: RubricId) -> Result<u32> {
        let sql = "SELECT count(*) FROM post WHERE rubric = ? AND deleted_at IS NULL";
        Ok(self
            .conn()
            .prepare_cached(sql)?
            .query_row([rubric], |row| row.get(0))?)
    }

    /// What a month of a client is made of; what counts into it is [`Outing::counts_in`]'s to say.
    pub fn mix(&self, client: ClientId, month: &Range<Moment>) -> Result<Mix> {
        let sql = "SELECT a.post, p.rubric, p.format, a.channel, a.at, a.out_at, a.approval, a.outcome FROM (\
            SELECT * FROM agenda_sum WHERE client = ?1 AND at >= ?2 AND at < ?3 UNION ALL \
            SELECT * FROM agenda_sum WHERE client = ?1 AND outcome = 'published' AND out_at >= ?2 AND out_at < ?3 AND at IS NULL) a \
            JOIN post p ON p.id = a.post LIMIT ?4";
        let bounds = (
            client,
            month.start.timestamp(),
            month.end.timestamp(),
            A_MONTH,
        );
        Ok(Mix::of(&list(self.conn(), sql, bounds, outing)?, month))
    }
}

fn outing(row: &Row<'_>) -> rusqlite::Result<Outing> {
    Ok(Outing {
        post: row.get(0)?,
        rubric: row.get(1)?,
        format: Format::from_word(&row.get::<_, String>(2)?).unwrap_or(Format::Text),
        channel: row.get(3)?,
        at: maybe_moment(row.get(4)?),
        out_at: maybe_moment(row.get(5)?),
        approval: Approval::from_word(&row.get::<_, String>(6)?).unwrap_or(Approval::Draft),
        outcome: Outcome::from_word(&row.get::<_, String>(7)?).unwrap_or(Outcome::None),
    })
}
