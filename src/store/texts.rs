//! Wordings: every save is a revision, and approval freezes the exact bytes that will go out.

use rusqlite::OptionalExtension;
use rusqlite::types::Value;
use sha2::{Digest, Sha256};

use super::clients::list;
use super::convert::{hex, int, text};
use super::error::{Result, StoreError};
use super::ledger::Ledger;
use super::plan::payload;
use super::reader::Reader;
use super::table::{Fact, Noun};
use crate::domain::command::NewWording;
use crate::domain::ids::{PostId, RevId, VariantId};
use crate::domain::outgoing::Outgoing;

/// What approval freezes.
pub(super) struct Frozen {
    pub(super) hash: String,
    pub(super) text: String,
    pub(super) first_comment: String,
    pub(super) media: String,
}

/// Saves a wording of the post, or of a variant that from now on goes its own way. The same text again is no change.
pub(super) fn save(
    ledger: &mut Ledger<'_>,
    post: PostId,
    variant: Option<VariantId>,
    wording: &str,
) -> Result<()> {
    write(ledger, post, variant, wording)?;
    freeze_again(ledger, post)
}

/// Saves everything written in one sitting.
pub(super) fn save_all(ledger: &mut Ledger<'_>, post: PostId, texts: &[NewWording]) -> Result<()> {
    let before = base_rev(ledger, post)?;
    for new in texts {
        match (&new.text, new.variant) {
            (Some(wording), variant) => write(ledger, post, variant, wording)?,
            (None, Some(variant)) => follow_again(ledger, variant)?,
            (None, None) => {}
        }
        if let (Some(variant), Some(from)) = (new.variant, &new.came_from) {
            // A base that was never saved is no wording: then it came from the one before.
            let rev = rev_of(ledger, post, from)?.or(before);
            derive_from(ledger, variant, rev)?;
        }
    }
    freeze_again(ledger, post)
}

fn write(
    ledger: &mut Ledger<'_>,
    post: PostId,
    variant: Option<VariantId>,
    wording: &str,
) -> Result<()> {
    let (noun, id, column) = match variant {
        Some(variant) => (Noun::Variant, variant.0, "rev"),
        None => (Noun::Post, post.0, "base_rev"),
    };
    let (owner, standing) = owner(ledger, noun, id, column)?;
    if standing.as_deref() == Some(wording) {
        return Ok(());
    }
    let seq: i64 = ledger
        .conn()
        .prepare_cached("SELECT coalesce(max(seq), 0) + 1 FROM text_rev WHERE owner = ?")?
        .query_row([&owner], |row| row.get(0))?;
    let rev = ledger.fact(
        Fact::TextRev,
        &[
            ("owner", text(owner)),
            ("seq", int(seq)),
            ("hash", text(hash(&[wording]))),
            ("text", text(wording)),
            ("at", int(ledger.now().timestamp())),
            ("origin", text("typed")),
        ],
    )?;
    ledger.update(noun, id, &[(column, int(rev))])?;
    // What has a text of its own already came from the base it was made from, however often it is rewritten.
    if let Some(variant) = variant.filter(|_| standing.is_none()) {
        let base = base_rev(ledger, post)?;
        derive_from(ledger, variant, base)?;
    }
    Ok(())
}

/// Lets a variant follow the post's text again.
pub(super) fn inherit(ledger: &mut Ledger<'_>, variant: VariantId) -> Result<()> {
    follow_again(ledger, variant)?;
    let approved = ledger
        .conn()
        .prepare_cached("SELECT 1 FROM variant WHERE id = ? AND approval = 'approved'")?
        .exists([variant])?;
    if approved {
        freeze(ledger, variant)
    } else {
        Ok(())
    }
}

fn follow_again(ledger: &mut Ledger<'_>, variant: VariantId) -> Result<()> {
    let nothing = [("rev", Value::Null), ("derived_from", Value::Null)];
    ledger.update(Noun::Variant, variant.0, &nothing).map(drop)
}

/// Freezes what a variant would send now, unless exactly that is frozen already.
pub(super) fn freeze(ledger: &mut Ledger<'_>, variant: VariantId) -> Result<()> {
    let frozen = as_it_stands(ledger, variant)?;
    let same: Option<i64> = ledger
        .conn()
        .prepare_cached(
            "SELECT p.id FROM payload p JOIN variant v ON v.payload = p.id WHERE v.id = ? AND p.hash = ?",
        )?
        .query_row((variant, &frozen.hash), |row| row.get(0))
        .optional()?;
    if same.is_some() {
        return Ok(());
    }
    let id = payload(ledger, variant, &frozen)?;
    ledger
        .update(Noun::Variant, variant.0, &[("payload", int(id))])
        .map(drop)
}

/// She changed the text, card or pictures of something she had approved: what stands now is what she approves of.
/// What is out keeps the payload that went out.
pub(super) fn freeze_again(ledger: &mut Ledger<'_>, post: PostId) -> Result<()> {
    let approved: Vec<VariantId> = list(
        ledger.conn(),
        "SELECT v.id FROM variant v LEFT JOIN agenda_sum a ON a.variant = v.id WHERE v.post = ? \
         AND v.approval = 'approved' AND v.deleted_at IS NULL AND coalesce(a.outcome, 'none') NOT IN ('published', 'skipped')",
        [post],
        |row| row.get(0),
    )?;
    approved
        .into_iter()
        .try_for_each(|variant| freeze(ledger, variant))
}

/// Who owns the wording, and the wording that stands now.
fn owner(
    ledger: &Ledger<'_>,
    noun: Noun,
    id: i64,
    column: &str,
) -> Result<(String, Option<String>)> {
    let table = noun.name();
    let sql = format!(
        "SELECT o.uid, r.text FROM {table} o LEFT JOIN text_rev r ON r.id = o.{column} WHERE o.id = ? AND o.deleted_at IS NULL"
    );
    ledger
        .conn()
        .prepare_cached(&sql)?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or(StoreError::Gone { table, row: id })
}

fn base_rev(ledger: &Ledger<'_>, post: PostId) -> Result<Option<i64>> {
    let sql = "SELECT base_rev FROM post WHERE id = ?";
    let mut asked = ledger.conn().prepare_cached(sql)?;
    Ok(asked.query_row([post], |row| row.get(0))?)
}

/// The newest saved base wording of a post that reads like this.
fn rev_of(ledger: &Ledger<'_>, post: PostId, wording: &str) -> Result<Option<i64>> {
    let sql = "SELECT r.id FROM post p JOIN text_rev r ON r.owner = p.uid WHERE p.id = ? AND r.hash = ? \
        ORDER BY r.seq DESC LIMIT 1";
    let mut asked = ledger.conn().prepare_cached(sql)?;
    let found = asked.query_row((post, hash(&[wording])), |row| row.get(0));
    Ok(found.optional()?)
}

fn derive_from(ledger: &mut Ledger<'_>, variant: VariantId, base: Option<i64>) -> Result<()> {
    let from = base.map_or(Value::Null, Value::Integer);
    ledger
        .update(Noun::Variant, variant.0, &[("derived_from", from)])
        .map(drop)
}

fn as_it_stands(ledger: &Ledger<'_>, variant: VariantId) -> Result<Frozen> {
    let sql = "SELECT p.id, own.text, coalesce(base.text, ''), c.platform, p.first_comment FROM variant v \
        JOIN post p ON p.id = v.post JOIN channel c ON c.id = v.channel LEFT JOIN text_rev own ON own.id = v.rev \
        LEFT JOIN text_rev base ON base.id = p.base_rev WHERE v.id = ?";
    let (post, goes, hers): (i64, Outgoing, String) = ledger
        .conn()
        .prepare_cached(sql)?
        .query_row([variant], |row| {
            let (own, base): (Option<String>, String) = (row.get(1)?, row.get(2)?);
            let goes = Outgoing::of(own.as_deref(), &base, row.get_ref(3)?.as_str()?);
            Ok((row.get(0)?, goes, row.get(4)?))
        })?;
    let first_comment = goes.first_comment(&hers);
    let hashes: Vec<String> = list(
        ledger.conn(),
        "SELECT hash FROM media WHERE post = ? AND deleted_at IS NULL ORDER BY position, id",
        [post],
        |row| row.get(0),
    )?;
    let media = serde_json::to_string(&hashes).unwrap_or_else(|_| "[]".to_owned());
    Ok(Frozen {
        hash: hash(&[&goes.text, &first_comment, &media]),
        text: goes.text,
        first_comment,
        media,
    })
}

/// Hash of parts, each with its length so that no two splits meet.
fn hash(parts: &[&str]) -> String {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update((part.len() as u64).to_le_bytes());
        sha.update(part.as_bytes());
    }
    hex(&sha.finalize())
}

/// One saved wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRev {
    /// Key.
    pub id: RevId,
    /// The wording.
    pub text: String,
}

impl Reader {
    /// How a wording reads, if it is one of this owner's: the post's, or a variant's own.
    pub fn wording_was(
        &self,
        post: PostId,
        variant: Option<VariantId>,
        rev: RevId,
    ) -> Result<Option<String>> {
        let owner = match variant {
            Some(_) => "SELECT uid FROM variant WHERE id = ?2",
            None => "SELECT uid FROM post WHERE id = ?1 AND ?2 IS NULL",
        };
        let sql = format!("SELECT text FROM text_rev WHERE id = ?3 AND owner = ({owner})");
        let read = |row: &rusqlite::Row<'_>| row.get(0);
        Ok(list(self.conn(), &sql, (post, variant, rev), read)?.pop())
    }

    /// The wording that stands: the post's, or a variant's own when it has one, else the post's as its platform takes it.
    pub fn wording(&self, post: PostId, variant: Option<VariantId>) -> Result<Option<TextRev>> {
        let read = |row: &rusqlite::Row<'_>| {
            Ok(TextRev {
                id: row.get(0)?,
                text: row.get(1)?,
            })
        };
        if let Some(variant) = variant {
            let sql =
                "SELECT r.id, r.text FROM variant v JOIN text_rev r ON r.id = v.rev WHERE v.id = ?";
            if let Some(own) = list(self.conn(), sql, [variant], read)?.pop() {
                return Ok(Some(own));
            }
            let sql = "SELECT r.id, r.text, c.platform FROM variant v JOIN channel c ON c.id = v.channel \
                JOIN post p ON p.id = v.post JOIN text_rev r ON r.id = p.base_rev WHERE v.id = ?";
            let inherited = |row: &rusqlite::Row<'_>| {
                let base: String = row.get(1)?;
                Ok(TextRev {
                    id: row.get(0)?,
                    text: Outgoing::of(None, &base, row.get_ref(2)?.as_str()?).whole,
                })
            };
            return Ok(list(self.conn(), sql, [variant], inherited)?.pop());
        }
        let sql =
            "SELECT r.id, r.text FROM post p JOIN text_rev r ON r.id = p.base_rev WHERE p.id = ?";
        Ok(list(self.conn(), sql, [post], read)?.pop())
    }

    /// What a post should do and how it should sound.
    pub fn brief(&self, post: PostId) -> Result<String> {
        let sql = "SELECT brief FROM post WHERE id = ?";
        Ok(list(self.conn(), sql, [post], |row| row.get(0))?
            .pop()
            .unwrap_or_default())
    }
}
