//! "This post as of Tuesday": a post as it stood at a moment, walked back to from how it stands now along the images of the
//! journal, newest first. A channel that it was taken off by an undo since is not among what it had.

use std::collections::BTreeMap;

use rusqlite::OptionalExtension;
use rusqlite::types::Value;

use super::clients::list;
use super::convert::{maybe_moment, moment, wall};
use super::error::Result;
use super::image;
use super::ledger::whole_row;
use super::reader::Reader;
use super::table::Noun;
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, PostId, VariantId};
use crate::domain::post::{Approval, Format, Outcome};

/// A post as it stood.
#[derive(Debug, Clone, PartialEq)]
pub struct PostThen {
    /// What it was about.
    pub topic: String,
    /// Its rubric; empty where it had none.
    pub rubric: String,
    /// Its campaign; empty where it had none.
    pub campaign: String,
    /// What kind of thing it was.
    pub format: Format,
    /// Link that went with it.
    pub link: String,
    /// First comment under it.
    pub first_comment: String,
    /// What was said and shown in it.
    pub script: String,
    /// Its shots, one a line.
    pub shots: String,
    /// The note its client read beside it.
    pub client_note: String,
    /// The base wording.
    pub text: String,
    /// Whether it lay deleted.
    pub is_deleted: bool,
    /// Its pictures by name, in order.
    pub pictures: Vec<String>,
    /// Where it went.
    pub variants: Vec<VariantThen>,
}

/// A post on one channel as it stood.
#[derive(Debug, Clone, PartialEq)]
pub struct VariantThen {
    /// Which.
    pub variant: VariantId,
    /// Where.
    pub channel: ChannelId,
    /// Its own wording; none inherited the post's.
    pub own: Option<String>,
    /// The wall time it was planned for, with the zone of that wall.
    pub planned: Option<(chrono::NaiveDateTime, String)>,
    /// The moment of that.
    pub at: Option<Moment>,
    /// How far it had come.
    pub approval: Approval,
    /// Why it was sent back or parked.
    pub reason: String,
    /// What had come of its moment.
    pub outcome: Outcome,
    /// When it was stamped or let go.
    pub out_at: Option<Moment>,
}

/// A row at a moment: its columns, or none where there was no such row.
type Row = Option<BTreeMap<String, Value>>;

/// More channels and pictures than a post has.
const CHILDREN: i64 = 300;

/// What was claimed of a variant by then, newest first.
const EVENTS: &str = "SELECT e.kind, e.at, e.id, d.due_at FROM delivery d JOIN delivery_event e ON e.delivery = d.id \
    WHERE d.variant = ? AND e.at <= ? AND e.kind IN ('due', 'missed', 'stamped', 'skipped') ORDER BY e.id DESC LIMIT 200";

/// How deep in the chain the newest void of a claim lies: every void laid on it, and every void laid on one of those, turns
/// round whether it counts.
const LAST_VOID: &str = "WITH RECURSIVE chain (id, depth) AS ( \
    SELECT id, 1 FROM fact_void WHERE tbl = 'delivery_event' AND fact = ?1 AND at <= ?2 UNION ALL \
    SELECT v.id, chain.depth + 1 FROM fact_void v JOIN chain ON v.tbl = 'fact_void' AND v.fact = chain.id WHERE v.at <= ?2) \
    SELECT depth FROM chain ORDER BY id DESC LIMIT 1";

impl Reader {
    /// The post as it stood at a moment; none where it was not there yet.
    pub fn post_as_of(&self, post: PostId, at: Moment) -> Result<Option<PostThen>> {
        let Some(row) = self.row_as_of(Noun::Post, post.0, at)? else {
            return Ok(None);
        };
        let mut pictures: Vec<(i64, String)> = Vec::new();
        for picture in self.children("media", post)? {
            if let Some(row) = self.row_as_of(Noun::Media, picture, at)?
                && is_live(&row)
            {
                pictures.push((number(&row, "position").unwrap_or(0), text(&row, "name")));
            }
        }
        pictures.sort();
        let mut variants = Vec::new();
        for variant in self.children("variant", post)? {
            if let Some(row) = self.row_as_of(Noun::Variant, variant, at)?
                && is_live(&row)
            {
                variants.push(self.variant_then(VariantId(variant), &row, at)?);
            }
        }
        Ok(Some(PostThen {
            topic: text(&row, "topic"),
            rubric: self.name_of("rubric", number(&row, "rubric"))?,
            campaign: self.name_of("campaign", number(&row, "campaign"))?,
            format: Format::from_word(&text(&row, "format")).unwrap_or(Format::Text),
            link: text(&row, "link"),
            first_comment: text(&row, "first_comment"),
            script: text(&row, "script"),
            shots: text(&row, "shots"),
            client_note: text(&row, "client_note"),
            text: self
                .wording_of(number(&row, "base_rev"))?
                .unwrap_or_default(),
            is_deleted: !is_live(&row),
            pictures: pictures.into_iter().map(|(_, name)| name).collect(),
            variants,
        }))
    }

    fn variant_then(
        &self,
        variant: VariantId,
        row: &BTreeMap<String, Value>,
        at: Moment,
    ) -> Result<VariantThen> {
        let (outcome, out_at) = self.outcome_as_of(variant, number(row, "at"), at)?;
        let local = Some(text(row, "local")).filter(|local| !local.is_empty());
        Ok(VariantThen {
            variant,
            channel: ChannelId(number(row, "channel").unwrap_or_default()),
            own: self.wording_of(number(row, "rev"))?,
            planned: local.and_then(|local| Some((wall(&local)?, text(row, "zone")))),
            at: maybe_moment(number(row, "at")),
            approval: Approval::from_word(&text(row, "approval")).unwrap_or(Approval::Draft),
            reason: text(row, "reason"),
            outcome,
            out_at,
        })
    }

    /// A row as it stood: how it stands now, with everything done to it since put back.
    fn row_as_of(&self, noun: Noun, id: i64, at: Moment) -> Result<Row> {
        let there = whole_row(self.conn(), noun.name(), id).optional()?;
        let mut row: Row = there.map(|columns| columns.into_iter().collect());
        let sql = "SELECT r.op, r.before FROM journal_row r JOIN journal_entry e ON e.id = r.entry \
            WHERE r.tbl = ? AND r.row = ? AND e.at > ? ORDER BY r.entry DESC, r.seq DESC";
        let since: Vec<(String, Option<String>)> =
            list(self.conn(), sql, (noun.name(), id, at.timestamp()), |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        for (op, before) in since {
            let before = before.as_deref().and_then(image::read).unwrap_or_default();
            match (op.as_str(), &mut row) {
                ("insert", _) => row = None,
                ("delete", _) => row = Some(before.into_iter().collect()),
                (_, Some(columns)) => columns.extend(before),
                (_, None) => {}
            }
        }
        Ok(row)
    }

    fn children(&self, table: &str, post: PostId) -> Result<Vec<i64>> {
        let sql = format!("SELECT id FROM {table} WHERE post = ? ORDER BY id LIMIT ?");
        list(self.conn(), &sql, (post, CHILDREN), |row| row.get(0))
    }

    /// What had come by then of a variant planned for this moment, by the rule of `agenda_sum`: what is out is out, and the
    /// rest is about the moment it was planned for.
    fn outcome_as_of(
        &self,
        variant: VariantId,
        planned: Option<i64>,
        at: Moment,
    ) -> Result<(Outcome, Option<Moment>)> {
        let then = at.timestamp();
        let claims: Vec<(String, i64, i64, i64)> =
            list(self.conn(), EVENTS, (variant, then), |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })?;
        let mut newest: BTreeMap<String, i64> = BTreeMap::new();
        for (kind, when, id, due_at) in claims {
            let about_it = match kind.as_str() {
                "stamped" => true,
                "skipped" => planned.is_none_or(|at| at == due_at),
                _ => planned == Some(due_at),
            };
            if about_it && !newest.contains_key(&kind) && self.is_counted_by(id, then)? {
                newest.insert(kind, when);
            }
        }
        let of = |kind: &str| newest.get(kind).copied();
        Ok(if let Some(when) = of("stamped") {
            (Outcome::Published, Some(moment(when)))
        } else if let Some(when) = of("skipped") {
            (Outcome::Skipped, Some(moment(when)))
        } else if of("missed").is_some() {
            (Outcome::Missed, None)
        } else if of("due").is_some() {
            (Outcome::Due, None)
        } else {
            (Outcome::None, None)
        })
    }

    /// Whether a claim counted by then.
    fn is_counted_by(&self, event: i64, then: i64) -> Result<bool> {
        let depth: Option<i64> = self
            .conn()
            .prepare_cached(LAST_VOID)?
            .query_row((event, then), |row| row.get(0))
            .optional()?;
        Ok(depth.is_none_or(|depth| depth % 2 == 0))
    }

    /// A saved wording by its key.
    pub(super) fn wording_of(&self, rev: Option<i64>) -> Result<Option<String>> {
        let sql = "SELECT text FROM text_rev WHERE id = ?";
        Ok(list(self.conn(), sql, [rev], |row| row.get(0))?.pop())
    }

    /// The name of a rubric or campaign, buried or not.
    pub(super) fn name_of(&self, table: &str, id: Option<i64>) -> Result<String> {
        let sql = format!("SELECT name FROM {table} WHERE id = ?");
        let found = list(self.conn(), &sql, [id], |row| row.get(0))?.pop();
        Ok(found.unwrap_or_default())
    }
}

fn is_live(row: &BTreeMap<String, Value>) -> bool {
    number(row, "deleted_at").is_none()
}

fn text(row: &BTreeMap<String, Value>, name: &str) -> String {
    match row.get(name) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

fn number(row: &BTreeMap<String, Value>, name: &str) -> Option<i64> {
    match row.get(name) {
        Some(Value::Integer(number)) => Some(*number),
        _ => None,
    }
}
