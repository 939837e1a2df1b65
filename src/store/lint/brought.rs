//! What would keep a post from going out that is not in the desk yet: a file brings it.

use rusqlite::OptionalExtension;

use super::gather;
use crate::domain::Moment;
use crate::domain::command::NewPost;
use crate::domain::ids::{PostId, VariantId};
use crate::domain::platform::Platforms;
use crate::lint::{Finding, Outlet, Picture, Text, blocking};
use crate::store::clients::list;
use crate::store::error::Result;
use crate::store::reader::Reader;

/// A client's wishes in the order in which a post's are read, with nothing of a post.
const WISHES: &str = "SELECT k.id, 'text', '', '', '', 0, '', '', k.zone, k.avoid, k.languages, k.lints_off, '' \
    FROM client k WHERE k.id = ? AND k.deleted_at IS NULL";

impl Reader {
    /// What would keep this new post with these pictures from going out.
    pub fn would_hold(
        &self,
        post: &NewPost,
        pictures: &[(String, String)],
        now: Moment,
    ) -> Result<Vec<Finding>> {
        let wishes = self
            .conn()
            .prepare_cached(WISHES)?
            .query_row([post.client], |row| gather::about(row, PostId(0), now))
            .optional()?;
        let Some((_, _, mut subject)) = wishes else {
            return Ok(Vec::new());
        };
        let sql = "SELECT platform, text_max FROM channel WHERE id = ?";
        let mut outlets = Vec::new();
        for channel in &post.channels {
            let found = list(self.conn(), sql, [channel], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, u32>(1)?))
            })?;
            let known = found
                .into_iter()
                .filter_map(|(platform, max)| Some((Platforms::in_force().by_id(&platform)?, max)));
            outlets.extend(known.map(|(platform, max)| Outlet {
                variant: VariantId(channel.0),
                platform,
                text_max: max as usize,
                at: post.planned.as_ref().map(|it| it.at),
            }));
        }
        subject.format = post.format;
        subject.link.clone_from(&post.link);
        subject.first_comment.clone_from(&post.first_comment);
        subject.texts = vec![Text {
            owner: None,
            words: post.text.clone(),
            outlets,
        }];
        subject.media = pictures
            .iter()
            .map(|(name, alt)| Picture {
                name: name.clone(),
                bytes: 0,
                alt: alt.clone(),
                facts: None,
            })
            .collect();
        Ok(blocking(&subject))
    }
}
