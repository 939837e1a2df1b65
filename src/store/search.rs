//! Finding posts and messages by words, as she types: folded on both sides, prefixes count, newest first.

use std::ops::Range;

use rusqlite::InterruptHandle;

use super::clients::list;
use super::convert::moment;
use super::derive::PIECES_OF_POST;
use super::error::Result;
use super::reader::Reader;
use crate::domain::Moment;
use crate::domain::fold::fold;
use crate::domain::found::{Piece, shown};
use crate::domain::ids::{ChannelId, ClientId, PostId, ThreadId, VariantId};

/// Where something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundIn {
    /// In a post.
    Post {
        /// Which.
        post: PostId,
        /// The channel and the variant with words of its own, if they are in those.
        own: Option<(ChannelId, VariantId)>,
    },
    /// In a conversation.
    Thread(ThreadId),
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where.
    pub place: FoundIn,
    /// In which piece of it.
    pub piece: Piece,
    /// Whose.
    pub client: ClientId,
    /// What the post is about, or who wrote; empty where nobody knows.
    pub title: String,
    /// When it goes out first, or was written; none without a time.
    pub at: Option<Moment>,
    /// The line that shows it.
    pub line: String,
    /// The words in that line, as byte ranges.
    pub lit: Vec<Range<usize>>,
}

/// All that was found, as far as the index has got.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Haul {
    /// Posts, then messages.
    pub found: Vec<Found>,
    /// Messages that could not be looked through yet.
    pub unindexed: u64,
}

/// Breaks off what a reader is looking up, from another thread.
pub struct Breaker(InterruptHandle);

impl Breaker {
    /// Breaks it off: the question fails, with [`is_broken_off`](super::StoreError::is_broken_off). Where nothing is being
    /// looked up nothing happens.
    pub fn break_off(&self) {
        self.0.interrupt();
    }
}

impl Reader {
    /// What breaks off its questions.
    pub fn breaker(&self) -> Breaker {
        Breaker(self.conn().get_interrupt_handle())
    }

    /// Posts and messages that hold all these words, at most `limit` of each, newest first.
    pub fn find(&self, words: &str, limit: usize) -> Result<Vec<Found>> {
        let Some(question) = question(words) else {
            return Ok(Vec::new());
        };
        let mut found = self.found_posts(&question, words, limit)?;
        found.extend(self.found_messages(&question, words, limit)?);
        Ok(found)
    }

    fn found_posts(&self, question: &str, words: &str, limit: usize) -> Result<Vec<Found>> {
        let sql = "SELECT p.id, p.client, p.topic, (SELECT min(at) FROM agenda_sum WHERE post = p.id) \
            FROM (SELECT rowid AS id FROM post_fts WHERE post_fts MATCH ? ORDER BY rowid DESC LIMIT ?) f \
            JOIN post p ON p.id = f.id AND p.deleted_at IS NULL";
        let posts: Vec<(PostId, ClientId, String, Option<i64>)> =
            list(self.conn(), sql, (question, limit as i64), |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })?;
        let with = |(post, client, title, at): (PostId, ClientId, String, Option<i64>)| {
            let pieces = self.pieces(post)?;
            let texts: Vec<&str> = pieces.iter().map(|it| it.text.as_str()).collect();
            let shown = shown(&texts, words);
            let piece = pieces.get(shown.piece);
            Ok(Found {
                place: FoundIn::Post {
                    post,
                    own: piece.and_then(|it| it.own),
                },
                piece: piece.map_or(Piece::Topic, |it| it.piece),
                client,
                title,
                at: at.map(moment),
                line: shown.line,
                lit: shown.lit,
            })
        };
        posts.into_iter().map(with).collect()
    }

    /// All there is to find of a post.
    fn pieces(&self, post: PostId) -> Result<Vec<PieceOfPost>> {
        list(self.conn(), PIECES_OF_POST, [post], |row| {
            let (channel, variant): (Option<ChannelId>, Option<VariantId>) =
                (row.get(1)?, row.get(2)?);
            let word: String = row.get(0)?;
            Ok(PieceOfPost {
                piece: Piece::from_word(&word).unwrap_or(Piece::Text),
                own: channel.zip(variant),
                text: row.get(3)?,
            })
        })
    }

    fn found_messages(&self, question: &str, words: &str, limit: usize) -> Result<Vec<Found>> {
        let sql = "SELECT m.thread, t.client, coalesce(p.name, ''), m.at, m.text \
            FROM (SELECT rowid AS id FROM message_fts WHERE message_fts MATCH ? ORDER BY rowid DESC LIMIT ?) f \
            JOIN message m ON m.id = f.id JOIN thread t ON t.id = m.thread LEFT JOIN person p ON p.id = t.person";
        list(self.conn(), sql, (question, limit as i64), |row| {
            let text: String = row.get(4)?;
            let shown = shown(&[&text], words);
            Ok(Found {
                place: FoundIn::Thread(row.get(0)?),
                piece: Piece::Message,
                client: row.get(1)?,
                title: row.get(2)?,
                at: Some(moment(row.get(3)?)),
                line: shown.line,
                lit: shown.lit,
            })
        })
    }
}

/// A piece of a post that can be found.
struct PieceOfPost {
    piece: Piece,
    own: Option<(ChannelId, VariantId)>,
    text: String,
}

/// User words as an FTS5 question: each quoted, so that no operator gets through, the last one open-ended.
pub(super) fn question(words: &str) -> Option<String> {
    let folded = fold(words);
    let quoted: Vec<String> = folded
        .split_whitespace()
        .map(|word| format!("\"{}\"*", word.replace('"', "\"\"")))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect();
    (!quoted.is_empty()).then(|| quoted.join(" "))
}

#[cfg(test)]
mod tests {
    use super::question;

    #[test]
    fn operators_of_the_search_language_are_only_words() {
        assert_eq!(
            question("NEAR( a\"b").as_deref(),
            Some("\"near(\"* \"a\"\"b\"*")
        );
        assert_eq!(question("  \"* - "), None);
    }
}
