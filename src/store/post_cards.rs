//! The card of a post: what it is about, and its pictures.

use super::clients::list;
use super::convert::maybe_moment;
use super::error::{Result, StoreError};
use super::parcels::Media;
use super::reader::Reader;
use crate::domain::command::PostCard;
use crate::domain::ids::{ClientId, PostId};
use crate::domain::lint::Ad;
use crate::domain::post::Format;

/// A post's card as it stands in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardOfPost {
    /// Which post.
    pub post: PostId,
    /// Whose.
    pub client: ClientId,
    /// The card.
    pub card: PostCard,
    /// Its pictures, in order.
    pub pictures: Vec<Media>,
}

impl Reader {
    /// The card of a live post.
    pub fn card_of_post(&self, post: PostId) -> Result<CardOfPost> {
        let sql = "SELECT p.client, p.topic, coalesce(r.name, ''), coalesce(k.name, ''), p.format, p.link, p.first_comment, \
            p.brief, p.note, p.ready_by, p.is_ad, p.advertiser, p.erid, p.script, p.shots, p.client_note FROM post p \
            LEFT JOIN rubric r ON r.id = p.rubric LEFT JOIN campaign k ON k.id = p.campaign \
            WHERE p.id = ? AND p.deleted_at IS NULL";
        let mut found = list(self.conn(), sql, [post], |row| {
            Ok(CardOfPost {
                post,
                client: row.get(0)?,
                card: PostCard {
                    topic: row.get(1)?,
                    rubric: row.get(2)?,
                    campaign: row.get(3)?,
                    format: Format::from_word(&row.get::<_, String>(4)?).unwrap_or(Format::Text),
                    link: row.get(5)?,
                    first_comment: row.get(6)?,
                    brief: row.get(7)?,
                    script: row.get(13)?,
                    shots: row.get(14)?,
                    note: row.get(8)?,
                    client_note: row.get(15)?,
                    ready_by: maybe_moment(row.get(9)?),
                    ad: Ad {
                        is_ad: row.get(10)?,
                        advertiser: row.get(11)?,
                        erid: row.get(12)?,
                    },
                },
                pictures: Vec::new(),
            })
        })?;
        let mut card = found.pop().ok_or(StoreError::Gone {
            table: "post",
            row: post.0,
        })?;
        card.pictures = self.media(post)?;
        Ok(card)
    }
}
