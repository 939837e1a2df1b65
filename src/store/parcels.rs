//! What goes out: the frozen payload of a variant, or what stands now where nothing was frozen.

use rusqlite::OptionalExtension;

use super::clients::list;
use super::error::{Result, StoreError};
use super::pictures;
use super::reader::Reader;
use crate::domain::ids::{MediaId, PostId, VariantId};
use crate::domain::outgoing::Outgoing;
use crate::domain::picture::{Facts, Piece};

/// A picture or clip of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Media {
    /// Key.
    pub id: MediaId,
    /// Hash of its bytes, its name in the desk.
    pub hash: String,
    /// Its own name.
    pub name: String,
    /// Description for those who do not see it.
    pub alt: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Whether it was chosen as the cover; where none was it is the first.
    pub is_cover: bool,
    /// What its bytes tell; none where nobody has looked yet.
    pub facts: Option<Facts>,
}

impl Media {
    /// As a platform asks about it.
    pub fn piece(&self) -> Piece {
        Piece {
            facts: self.facts,
            bytes: self.bytes,
            alt_chars: self.alt.chars().count(),
        }
    }
}

/// Everything that must get onto the channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// Which variant.
    pub variant: VariantId,
    /// Of which post.
    pub post: PostId,
    /// One line that names the post.
    pub topic: String,
    /// Exact text.
    pub text: String,
    /// First comment under it.
    pub first_comment: String,
    /// Link that goes with it.
    pub link: String,
    /// Pictures in order.
    pub media: Vec<Media>,
    /// Whether this is what was approved, frozen.
    pub approved: bool,
}

impl Reader {
    /// What goes out for this variant.
    pub fn parcel(&self, variant: VariantId) -> Result<Parcel> {
        let sql = "SELECT p.id, p.topic, coalesce(f.text, own.text), coalesce(base.text, ''), c.platform, \
            f.first_comment, p.first_comment, p.link FROM variant v JOIN post p ON p.id = v.post \
            JOIN channel c ON c.id = v.channel LEFT JOIN payload f ON f.id = v.payload LEFT JOIN text_rev own ON own.id = v.rev LEFT JOIN text_rev base ON base.id = p.base_rev WHERE v.id = ?";
        let mut parcel = self
            .conn()
            .prepare_cached(sql)?
            .query_row([variant], |row| {
                let (letter, base): (Option<String>, String) = (row.get(2)?, row.get(3)?);
                let goes = Outgoing::of(letter.as_deref(), &base, row.get_ref(4)?.as_str()?);
                let frozen: Option<String> = row.get(5)?;
                let hers: String = row.get(6)?;
                Ok(Parcel {
                    variant,
                    post: row.get(0)?,
                    topic: row.get(1)?,
                    approved: frozen.is_some(),
                    first_comment: frozen.unwrap_or_else(|| goes.first_comment(&hers)),
                    text: goes.text,
                    link: row.get(7)?,
                    media: Vec::new(),
                })
            })
            .optional()?
            .ok_or(StoreError::Gone {
                table: "variant",
                row: variant.0,
            })?;
        parcel.media = self.media(parcel.post)?;
        Ok(parcel)
    }

    /// The pictures of a post, in order.
    pub fn media(&self, post: PostId) -> Result<Vec<Media>> {
        let sql = "SELECT m.id, m.hash, m.name, m.alt, m.bytes, f.kind, f.width, f.height, f.seconds, m.is_cover FROM media m \
            LEFT JOIN media_facts f ON f.hash = m.hash WHERE m.post = ? AND m.deleted_at IS NULL ORDER BY m.position, m.id";
        list(self.conn(), sql, [post], |row| {
            Ok(Media {
                id: row.get(0)?,
                hash: row.get(1)?,
                name: row.get(2)?,
                alt: row.get(3)?,
                bytes: u64::try_from(row.get::<_, i64>(4)?).unwrap_or_default(),
                facts: pictures::facts(row, 5)?,
                is_cover: row.get(9)?,
            })
        })
    }
}
