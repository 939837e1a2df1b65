//! What went out and what did not: the clock's marks, her stamps, and the questions the scheduler asks.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, Row};

use super::clients::list;
use super::convert::{int, maybe_int, maybe_moment, moment, text};
use super::error::{Result, StoreError};
use super::ledger::Ledger;
use super::reader::Reader;
use super::table::Fact;
use crate::domain::Moment;
use crate::domain::command::{DeliveryCommand, Mark};
use crate::domain::ids::{ChannelId, ClientId, PostId, VariantId};
use crate::domain::post::{Approval, Outcome};

pub(super) fn apply(ledger: &mut Ledger<'_>, command: &DeliveryCommand) -> Result<Option<i64>> {
    let now = ledger.now();
    match command {
        DeliveryCommand::Mark { marks } => marks.iter().try_for_each(|it| mark(ledger, it))?,
        DeliveryCommand::Rang { variants } => variants
            .iter()
            .try_for_each(|(id, due_at)| once(ledger, *id, *due_at, "rang", ""))?,
        DeliveryCommand::Opened { variants } => {
            each(ledger, variants, |ledger, id, due_at| {
                claim(ledger, id, due_at, now, "opened", "")
            })?;
        }
        DeliveryCommand::Stamp {
            variants,
            at,
            permalink,
        } => {
            each(ledger, variants, |ledger, id, due_at| {
                claim(ledger, id, due_at, *at, "stamped", permalink)
            })?;
        }
        DeliveryCommand::Absent { variants } => absent(ledger, variants)?,
        DeliveryCommand::Link {
            variants,
            permalink,
        } => link(ledger, variants, permalink)?,
        DeliveryCommand::Skip { variants, reason } => {
            each(ledger, variants, |ledger, id, due_at| {
                claim(ledger, id, due_at, now, "skipped", reason)
            })?;
        }
    }
    Ok(None)
}

/// What the clock found, once: a second process may have been faster.
fn mark(ledger: &mut Ledger<'_>, mark: &Mark) -> Result<()> {
    if mark.outcome == Outcome::Unsure {
        return doubt(ledger, mark);
    }
    let standing: Option<(Option<i64>, String)> = ledger
        .conn()
        .prepare_cached("SELECT at, outcome FROM agenda_sum WHERE variant = ?")?
        .query_row([mark.variant], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let still = standing.is_some_and(|(at, outcome)| {
        let before = match mark.outcome {
            Outcome::Due => outcome == "none",
            Outcome::Missed => outcome == "none" || outcome == "due",
            Outcome::None | Outcome::Unsure | Outcome::Published | Outcome::Skipped => false,
        };
        before && at == Some(mark.due_at.timestamp())
    });
    if !still {
        return Ok(());
    }
    once(
        ledger,
        mark.variant,
        mark.due_at,
        mark.outcome.word(),
        &mark.reason,
    )
}

/// Nobody knows what came of this moment: noted where nothing final is known of the variant. It may be noted again after
/// she has settled it, because a second backup knows no more than the first.
fn doubt(ledger: &mut Ledger<'_>, mark: &Mark) -> Result<()> {
    let standing: Option<(Option<i64>, String)> = ledger
        .conn()
        .prepare_cached("SELECT at, outcome FROM agenda_sum WHERE variant = ?")?
        .query_row([mark.variant], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let open = standing.is_some_and(|(at, outcome)| {
        at.is_none_or(|at| at == mark.due_at.timestamp())
            && matches!(outcome.as_str(), "none" | "due" | "missed")
    });
    if !open {
        return Ok(());
    }
    let (now, kind) = (ledger.now(), mark.outcome.word());
    claim(ledger, mark.variant, mark.due_at, now, kind, &mark.reason)
}

/// She says that these did not go out: only what is unsure can be said so.
fn absent(ledger: &mut Ledger<'_>, variants: &[VariantId]) -> Result<()> {
    let variants: BTreeSet<VariantId> = variants.iter().copied().collect();
    for id in variants {
        // The moment in doubt, also of one that has gone to the shelf since.
        let doubted: Option<i64> = ledger
            .conn()
            .prepare_cached(
                "SELECT d.due_at FROM agenda_sum a JOIN delivery d ON d.variant = a.variant \
                 AND (a.at IS NULL OR d.due_at = a.at) \
                 JOIN delivery_event e ON e.delivery = d.id AND e.kind = 'unsure' \
                 WHERE a.variant = ? AND a.outcome = 'unsure' ORDER BY e.id DESC LIMIT 1",
            )?
            .query_row([id], |row| row.get(0))
            .optional()?;
        let due_at = doubted.ok_or(StoreError::Gone {
            table: "variant",
            row: id.0,
        })?;
        let now = ledger.now();
        claim(ledger, id, moment(due_at), now, "absent", "")?;
    }
    Ok(())
}

/// Notes what the clock did about a moment, unless that is noted already.
fn once(
    ledger: &mut Ledger<'_>,
    variant: VariantId,
    due_at: Moment,
    kind: &str,
    detail: &str,
) -> Result<()> {
    let noted = ledger
        .conn()
        .prepare_cached(
            "SELECT 1 FROM delivery d JOIN delivery_event e ON e.delivery = d.id \
             WHERE d.variant = ? AND d.due_at = ? AND e.kind = ?",
        )?
        .exists((variant, due_at.timestamp(), kind))?;
    if noted {
        return Ok(());
    }
    let now = ledger.now();
    claim(ledger, variant, due_at, now, kind, detail)
}

/// Runs for each variant that is not out yet, with the moment it was planned for (or now, from the shelf).
fn each(
    ledger: &mut Ledger<'_>,
    variants: &[VariantId],
    mut claim: impl FnMut(&mut Ledger<'_>, VariantId, Moment) -> Result<()>,
) -> Result<()> {
    // The same one twice in one list is one.
    let variants: BTreeSet<VariantId> = variants.iter().copied().collect();
    for id in variants {
        let (at, outcome): (Option<i64>, String) = ledger
            .conn()
            .prepare_cached("SELECT at, outcome FROM agenda_sum WHERE variant = ?")?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?
            .ok_or(StoreError::Gone {
                table: "variant",
                row: id.0,
            })?;
        if outcome == "published" || outcome == "skipped" {
            return Err(StoreError::AlreadyOut);
        }
        let due_at = maybe_moment(at).unwrap_or(ledger.now());
        claim(ledger, id, due_at)?;
    }
    Ok(())
}

/// Says where things that are out can be seen: one more stamp at the moment of the first, with the address.
fn link(ledger: &mut Ledger<'_>, variants: &[VariantId], permalink: &str) -> Result<()> {
    for &id in variants {
        let stamped: Option<(i64, i64)> = ledger
            .conn()
            .prepare_cached(
                "SELECT d.due_at, a.out_at FROM agenda_sum a JOIN delivery d ON d.variant = a.variant \
                 JOIN delivery_event e ON e.delivery = d.id AND e.kind = 'stamped' \
                 WHERE a.variant = ? AND a.outcome = 'published' ORDER BY e.id DESC LIMIT 1",
            )?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (due_at, out_at) = stamped.ok_or(StoreError::Gone {
            table: "variant",
            row: id.0,
        })?;
        claim(
            ledger,
            id,
            moment(due_at),
            moment(out_at),
            "stamped",
            permalink,
        )?;
    }
    Ok(())
}

fn claim(
    ledger: &mut Ledger<'_>,
    variant: VariantId,
    due_at: Moment,
    at: Moment,
    kind: &str,
    detail: &str,
) -> Result<()> {
    let delivery = delivery(ledger, variant, due_at)?;
    ledger
        .fact(
            Fact::DeliveryEvent,
            &[
                ("delivery", int(delivery)),
                ("at", int(at.timestamp())),
                ("kind", text(kind)),
                ("detail", text(detail)),
            ],
        )
        .map(drop)
}

/// The delivery of a variant for one planned moment, made at the first event about it.
fn delivery(ledger: &mut Ledger<'_>, variant: VariantId, due_at: Moment) -> Result<i64> {
    let found: Option<i64> = ledger
        .conn()
        .prepare_cached("SELECT id FROM delivery WHERE variant = ? AND due_at = ?")?
        .query_row((variant, due_at.timestamp()), |row| row.get(0))
        .optional()?;
    if let Some(id) = found {
        return Ok(id);
    }
    let payload: Option<i64> = ledger
        .conn()
        .prepare_cached("SELECT payload FROM variant WHERE id = ?")?
        .query_row([variant], |row| row.get(0))?;
    let uid = ledger.uid();
    ledger.fact(
        Fact::Delivery,
        &[
            ("uid", text(uid)),
            ("variant", int(variant.0)),
            ("due_at", int(due_at.timestamp())),
            ("payload", maybe_int(payload)),
        ],
    )
}

/// A planned variant that has not gone out, as the scheduler looks at it.
#[derive(Debug, Clone, PartialEq)]
pub struct Pending {
    /// Which variant.
    pub variant: VariantId,
    /// Of which post.
    pub post: PostId,
    /// Whose.
    pub client: ClientId,
    /// Where.
    pub channel: ChannelId,
    /// Planned moment.
    pub at: Moment,
    /// How far it had come.
    pub approval: Approval,
    /// What the clock has recorded so far.
    pub outcome: Outcome,
    /// The channel's grace in minutes.
    pub grace_min: u32,
}

const PENDING: &str = "SELECT a.variant, a.post, a.client, a.channel, a.at, a.approval, a.outcome, c.grace_min \
    FROM agenda_sum a";

/// What the clock can do something about. The words are those of the partial indexes, or SQLite would not see that they fit;
/// `INDEXED BY` makes a statement that has drifted away from its index an error and not a slow morning.
const GOES_OUT: &str = "a.at IS NOT NULL AND a.approval NOT IN ('idea', 'hold')";

impl Reader {
    /// Planned variants with nothing out whose moment lies in `from ..= to`, earliest first, at most `limit`.
    pub fn pending(&self, from: Moment, to: Moment, limit: usize) -> Result<Vec<Pending>> {
        let sql = format!(
            "{PENDING} INDEXED BY agenda_sum_pending JOIN channel c ON c.id = a.channel \
             WHERE a.outcome IN ('none', 'due', 'missed') AND a.at IS NOT NULL AND a.at BETWEEN ? AND ? \
             ORDER BY a.at, a.variant LIMIT ?"
        );
        list(
            self.conn(),
            &sql,
            (from.timestamp(), to.timestamp(), limit as i64),
            pending,
        )
    }

    /// Variants whose moment has come and of which the clock has recorded nothing yet, or only that they were due.
    /// A recorded miss stays on the screen, but there is nothing left to record about it; ideas and parked posts never
    /// become due and would only fill the list.
    pub fn unmarked(&self, now: Moment, limit: usize) -> Result<Vec<Pending>> {
        let mut found = Vec::new();
        for (outcome, index) in [("none", "agenda_sum_fresh"), ("due", "agenda_sum_due")] {
            let sql = format!(
                "{PENDING} INDEXED BY {index} JOIN channel c ON c.id = a.channel \
                 WHERE a.outcome = '{outcome}' AND {GOES_OUT} AND a.at <= ? ORDER BY a.at, a.variant LIMIT ?"
            );
            found.extend(list(
                self.conn(),
                &sql,
                (now.timestamp(), limit as i64),
                pending,
            )?);
        }
        Ok(found)
    }

    /// The next planned moment after `now` of anything that can go out.
    pub fn next_planned(&self, now: Moment) -> Result<Option<Moment>> {
        let at: Option<i64> = self
            .conn()
            .prepare_cached(&format!(
                "SELECT min(a.at) FROM agenda_sum a INDEXED BY agenda_sum_fresh \
                 WHERE a.outcome = 'none' AND {GOES_OUT} AND a.at > ?"
            ))?
            .query_row([now.timestamp()], |row| row.get(0))?;
        Ok(maybe_moment(at))
    }

    /// Whether the bell has rung for this variant at this planned moment.
    pub fn has_rung(&self, variant: VariantId, due_at: Moment) -> Result<bool> {
        let sql = "SELECT 1 FROM delivery d JOIN delivery_event e ON e.delivery = d.id \
             WHERE d.variant = ? AND d.due_at = ? AND e.kind = 'rang'";
        Ok(self
            .conn()
            .prepare_cached(sql)?
            .exists((variant, due_at.timestamp()))?)
    }
}

fn pending(row: &Row<'_>) -> rusqlite::Result<Pending> {
    Ok(Pending {
        variant: row.get(0)?,
        post: row.get(1)?,
        client: row.get(2)?,
        channel: row.get(3)?,
        at: moment(row.get(4)?),
        approval: Approval::from_word(&row.get::<_, String>(5)?).unwrap_or(Approval::Draft),
        outcome: Outcome::from_word(&row.get::<_, String>(6)?).unwrap_or(Outcome::None),
        grace_min: row.get(7)?,
    })
}
