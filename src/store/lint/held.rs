//! What keeps variants from going out, found at the very moment it is asked: nothing slips by an old look.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::gather::{self, Of};
use crate::domain::Moment;
use crate::domain::command::{Command, PacketCommand, PlanCommand};
use crate::domain::ids::{ClientId, PostId, VariantId};
use crate::domain::post::Approval;
use crate::domain::verdict::Verdict;
use crate::lint::{Finding, Subject, blocking};
use crate::store::agenda::AgendaLine;
use crate::store::clients::list;
use crate::store::error::Result;
use crate::store::reader::Reader;

/// A post that must not go out like this.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldBack {
    /// Which post.
    pub post: PostId,
    /// What it is about.
    pub topic: String,
    /// Those of its variants that were asked about and are held back.
    pub variants: Vec<VariantId>,
    /// Why.
    pub why: Vec<Finding>,
}

/// Those variants of a post that something keeps from going out.
pub(in crate::store) fn held(
    conn: &Connection,
    post: PostId,
    now: Moment,
) -> Result<Vec<VariantId>> {
    let Some((_, subject)) = gather::subject(conn, post, Of::All, now)? else {
        return Ok(Vec::new());
    };
    let found = blocking(&subject);
    let outlets = subject.texts.iter().flat_map(|text| &text.outlets);
    let is_held = |it: &VariantId| found.iter().any(|found| found.blocks(*it));
    Ok(outlets.map(|it| it.variant).filter(is_held).collect())
}

/// Those of the asked variants of a post that are held back, with the reasons.
fn held_of(
    conn: &Connection,
    post: PostId,
    asked: &[VariantId],
    now: Moment,
) -> Result<Option<HeldBack>> {
    let Some((_, subject)) = gather::subject(conn, post, Of::All, now)? else {
        return Ok(None);
    };
    let mut why = blocking(&subject);
    why.retain(|it| asked.iter().any(|variant| it.blocks(*variant)));
    let is_held = |variant: &&VariantId| why.iter().any(|it| it.blocks(**variant));
    let variants: Vec<VariantId> = asked.iter().filter(is_held).copied().collect();
    if variants.is_empty() {
        return Ok(None);
    }
    let sql = "SELECT topic FROM post WHERE id = ?";
    let topic = list(conn, sql, [post], |row| row.get(0))?.pop();
    Ok(Some(HeldBack {
        post,
        topic: topic.unwrap_or_default(),
        variants,
        why,
    }))
}

impl Reader {
    /// What the checker is told of a post, ideas included.
    pub fn subject(&self, post: PostId, now: Moment) -> Result<Option<Subject>> {
        let found = gather::subject(self.conn(), post, Of::All, now)?;
        Ok(found.map(|(_, subject)| subject))
    }

    /// Those of these variants that something keeps from going out, post by post.
    pub fn held_back(&self, variants: &[VariantId], now: Moment) -> Result<Vec<HeldBack>> {
        let mut posts: BTreeMap<PostId, Vec<VariantId>> = BTreeMap::new();
        for variant in variants {
            let sql = "SELECT post FROM agenda_sum WHERE variant = ?";
            for post in list(self.conn(), sql, [variant], |row| row.get(0))? {
                posts.entry(post).or_default().push(*variant);
            }
        }
        let mut held = Vec::new();
        for (post, asked) in posts {
            held.extend(held_of(self.conn(), post, &asked, now)?);
        }
        Ok(held)
    }

    /// Those that this Command would send on their way though something keeps them from it: what it approves, and what
    /// is approved and gets its first time.
    pub fn held_by(&self, command: &Command, now: Moment) -> Result<Vec<HeldBack>> {
        match command {
            Command::Plan(PlanCommand::SetApproval {
                variants,
                to: Approval::Approved,
                ..
            }) => self.held_back(variants, now),
            Command::Plan(PlanCommand::Reschedule { moves }) => {
                let mut sent = Vec::new();
                let waits = "SELECT 1 FROM agenda_sum WHERE variant = ? AND approval = 'approved' AND at IS NULL";
                for (variant, planned) in moves {
                    if planned.is_some() && self.conn().prepare_cached(waits)?.exists([variant])? {
                        sent.push(*variant);
                    }
                }
                self.held_back(&sent, now)
            }
            _ => Ok(Vec::new()),
        }
    }

    /// Posts whose clients say yes in this Command though something keeps them from going out.
    pub fn held_yes(&self, command: &Command, now: Moment) -> Result<Vec<HeldBack>> {
        let Command::Packet(PacketCommand::Answer { told }) = command else {
            return Ok(Vec::new());
        };
        let sql = "SELECT a.variant FROM packet_item i JOIN agenda_sum a ON a.post = i.post WHERE i.id = ? \
            AND a.approval NOT IN ('approved', 'hold') AND a.outcome IN ('none', 'due', 'missed')";
        let mut variants = Vec::new();
        for said in told.iter().filter(|it| it.verdict == Verdict::Yes) {
            variants.extend(list(self.conn(), sql, [said.item], |row| {
                row.get::<_, VariantId>(0)
            })?);
        }
        self.held_back(&variants, now)
    }

    /// What is planned in `from .. to`, is ready, and must not go out like this by the last look; earliest first, each
    /// with the first thing in its way.
    pub fn blocked(
        &self,
        from: Moment,
        to: Moment,
        scope: Option<ClientId>,
        limit: usize,
    ) -> Result<Vec<(AgendaLine, Finding)>> {
        let planned = "a.at IS NOT NULL AND a.at >= ? AND a.at < ? AND a.outcome IN ('none', 'due') \
            AND a.approval = 'approved' \
            AND EXISTS (SELECT 1 FROM lint_found f WHERE f.post = a.post AND f.severity = 'blocking')";
        let order = "ORDER BY a.at, a.variant LIMIT ?";
        let bounds = [&from.timestamp() as &dyn rusqlite::ToSql, &to.timestamp()];
        let mut blocked = Vec::new();
        for line in self.lines(planned, order, &bounds, scope, limit)? {
            let found = self.findings(line.post)?.into_iter();
            let first = found.into_iter().find(|it| it.blocks(line.variant));
            blocked.extend(first.map(|it| (line, it)));
        }
        Ok(blocked)
    }
}
