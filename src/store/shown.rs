//! What clients were shown of posts: kept to the letter, compared with what stands now, and what an edit does to a yes.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

use super::clients::list;
use super::convert::{int, moment, text};
use super::error::Result;
use super::ledger::Ledger;
use super::reader::Reader;
use super::table::{Fact, Noun};
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, PacketItemId, PostId, VariantId};
use crate::domain::outgoing::Outgoing;
use crate::domain::post::Approval;
use crate::domain::verdict::Verdict;
use crate::domain::yes::{CHANGED_MEANWHILE, Changed, Shown, ShownPicture, TAKEN_BACK};

/// A variant that is not out and not let go.
pub(super) struct Open {
    pub(super) variant: VariantId,
    pub(super) channel: ChannelId,
    pub(super) approval: Approval,
}

/// What a client was shown last of a post.
pub(super) struct Recorded {
    pub(super) item: PacketItemId,
    /// "A2".
    pub(super) code: String,
    pub(super) verdict: Option<Verdict>,
    pub(super) at: Moment,
    pub(super) shown: Shown,
}

/// How a post has changed since its client saw it.
#[derive(Debug, Clone, PartialEq)]
pub struct SinceShown {
    /// The code it was shown under: "A2".
    pub code: String,
    /// When it was shown.
    pub at: Moment,
    /// What the client said to what was shown.
    pub verdict: Option<Verdict>,
    /// What is not as it was; at least one part.
    pub changed: Vec<Changed>,
}

const OPEN: &str = "SELECT v.id, v.channel, v.approval FROM variant v \
    JOIN channel c ON c.id = v.channel AND c.deleted_at IS NULL JOIN agenda_sum a ON a.variant = v.id \
    WHERE v.post = ? AND v.deleted_at IS NULL AND a.outcome IN ('none', 'due', 'missed') ORDER BY c.position, v.id";

const WORDINGS: &str = "SELECT v.channel, own.text, coalesce(base.text, ''), c.platform FROM variant v \
    JOIN channel c ON c.id = v.channel AND c.deleted_at IS NULL JOIN agenda_sum a ON a.variant = v.id \
    JOIN post p ON p.id = v.post LEFT JOIN text_rev own ON own.id = v.rev LEFT JOIN text_rev base ON base.id = p.base_rev \
    WHERE v.post = ? AND v.deleted_at IS NULL AND a.outcome IN ('none', 'due', 'missed') ORDER BY c.position, v.id";

const RECORDED: &str = "SELECT i.id, k.code || i.number, i.verdict, s.at, s.body FROM packet_item i \
    JOIN packet k ON k.id = i.packet AND k.deleted_at IS NULL JOIN shown s ON s.id = i.shown \
    WHERE i.post = ? AND i.deleted_at IS NULL ORDER BY i.id DESC LIMIT 1";

/// The variants of a post that can still go out, in the order of the client's channels.
pub(super) fn open_variants(conn: &Connection, post: PostId) -> Result<Vec<Open>> {
    list(conn, OPEN, [post], |row| {
        Ok(Open {
            variant: row.get(0)?,
            channel: row.get(1)?,
            approval: Approval::from_word(&row.get::<_, String>(2)?).unwrap_or(Approval::Draft),
        })
    })
}

/// What its client would be shown of a post now: the wordings of what can still go out. None if the post is gone.
pub(super) fn as_it_stands(conn: &Connection, post: PostId) -> Result<Option<Shown>> {
    let about = "SELECT topic, first_comment, link, client_note FROM post WHERE id = ? AND deleted_at IS NULL";
    let shown = conn
        .prepare_cached(about)?
        .query_row([post], |row| {
            Ok(Shown {
                topic: row.get(0)?,
                first_comment: row.get(1)?,
                link: row.get(2)?,
                client_note: row.get(3)?,
                ..Shown::default()
            })
        })
        .optional()?;
    let Some(mut shown) = shown else {
        return Ok(None);
    };
    shown.wordings = list(conn, WORDINGS, [post], |row| {
        let (own, base): (Option<String>, String) = (row.get(1)?, row.get(2)?);
        let goes = Outgoing::of(own.as_deref(), &base, row.get_ref(3)?.as_str()?);
        Ok((row.get(0)?, goes.whole))
    })?;
    let pictures = "SELECT hash, name, is_cover FROM media WHERE post = ? AND deleted_at IS NULL \
        ORDER BY position, id";
    shown.pictures = list(conn, pictures, [post], |row| {
        Ok(ShownPicture {
            hash: row.get(0)?,
            name: row.get(1)?,
            is_cover: row.get(2)?,
        })
    })?;
    Ok(Some(shown))
}

/// Puts on record what a client is shown of a post, and under which letter.
pub(super) fn record(
    ledger: &mut Ledger<'_>,
    client: ClientId,
    code: &str,
    post: PostId,
    shown: &Shown,
) -> Result<i64> {
    ledger.fact(
        Fact::Shown,
        &[
            ("post", int(post.0)),
            ("hash", text(shown.hash())),
            ("body", text(body(shown))),
            ("at", int(ledger.now().timestamp())),
            ("client", int(client.0)),
            ("code", text(code)),
        ],
    )
}

/// What the client was shown last of a post; none where it was never shown.
pub(super) fn recorded(conn: &Connection, post: PostId) -> Result<Option<Recorded>> {
    Ok(conn
        .prepare_cached(RECORDED)?
        .query_row([post], read_recorded)
        .optional()?)
}

fn read_recorded(row: &Row<'_>) -> rusqlite::Result<Recorded> {
    Ok(Recorded {
        item: row.get(0)?,
        code: row.get(1)?,
        verdict: Verdict::from_word(&row.get::<_, String>(2)?),
        at: moment(row.get(3)?),
        shown: from_body(&row.get::<_, String>(4)?),
    })
}

fn body(shown: &Shown) -> String {
    serde_json::to_string(shown).unwrap_or_else(|_| "{}".to_owned())
}

/// A body that cannot be read was never written by us; then nothing was shown, and everything counts as changed.
pub(super) fn from_body(body: &str) -> Shown {
    serde_json::from_str(body).unwrap_or_default()
}

/// Changes a post. Where what the client said yes to stands no longer the yes is taken back, and where the client is still
/// reading it is noted that this is another text now. What she approved herself, and what is out, is none of its business.
pub(super) fn edited<T>(
    ledger: &mut Ledger<'_>,
    post: PostId,
    edit: impl FnOnce(&mut Ledger<'_>) -> Result<T>,
) -> Result<T> {
    let before = Before::read(ledger, post)?;
    let done = edit(ledger)?;
    if let Some(before) = before {
        before.carry_out(ledger)?;
    }
    Ok(done)
}

/// Variants that hang on what the client was shown: they wait for a word on it, or go out on the strength of it.
struct Before {
    post: PostId,
    shown: Shown,
    variants: Vec<Open>,
}

impl Before {
    fn read(ledger: &Ledger<'_>, post: PostId) -> Result<Option<Self>> {
        let conn = ledger.conn();
        let (Some(last), Some(now)) = (recorded(conn, post)?, as_it_stands(conn, post)?) else {
            return Ok(None);
        };
        let shown = last.shown;
        let mut variants = open_variants(conn, post)?;
        variants.retain(|it| match last.verdict {
            None => it.approval == Approval::Review,
            Some(Verdict::Yes) => {
                it.approval == Approval::Approved && shown.stands_on(it.channel, &now)
            }
            Some(Verdict::Changes | Verdict::No) => false,
        });
        Ok((!variants.is_empty()).then_some(Self {
            post,
            shown,
            variants,
        }))
    }

    fn carry_out(&self, ledger: &mut Ledger<'_>) -> Result<()> {
        let Some(now) = as_it_stands(ledger.conn(), self.post)? else {
            return Ok(());
        };
        for it in &self.variants {
            match (it.approval, self.shown.stands_on(it.channel, &now)) {
                (Approval::Approved, false) => {
                    moved(ledger, it.variant, Approval::Draft, TAKEN_BACK)?;
                }
                (Approval::Review, stands) => {
                    let reason = if stands { "" } else { CHANGED_MEANWHILE };
                    let row = [("reason", text(reason))];
                    ledger.update(Noun::Variant, it.variant.0, &row)?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// Puts a variant elsewhere, with a reason; nothing stays frozen.
pub(super) fn moved(
    ledger: &mut Ledger<'_>,
    variant: VariantId,
    to: Approval,
    reason: &str,
) -> Result<()> {
    let row = [
        ("approval", text(to.word())),
        ("approval_at", int(ledger.now().timestamp())),
        ("reason", text(reason)),
        ("payload", Value::Null),
    ];
    ledger.update(Noun::Variant, variant.0, &row).map(drop)
}

impl Reader {
    /// How a post has changed since its client saw it; none where it was never shown, stands as shown, or is out.
    pub fn since_shown(&self, post: PostId) -> Result<Option<SinceShown>> {
        let Some(recorded) = recorded(self.conn(), post)? else {
            return Ok(None);
        };
        let now = as_it_stands(self.conn(), post)?.filter(|now| !now.wordings.is_empty());
        let changed = now.map_or_else(Vec::new, |now| recorded.shown.changed(&now));
        Ok((!changed.is_empty()).then_some(SinceShown {
            code: recorded.code,
            at: recorded.at,
            verdict: recorded.verdict,
            changed,
        }))
    }
}
