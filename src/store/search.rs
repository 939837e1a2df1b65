//! Finding posts and messages by words, as she types: folded on both sides, prefixes count, newest first.

use super::clients::list;
use super::error::Result;
use super::reader::Reader;
use crate::domain::fold::fold;
use crate::domain::ids::{ClientId, PostId, ThreadId};

/// Where something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundIn {
    /// In a post.
    Post(PostId),
    /// In a conversation.
    Thread(ThreadId),
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where.
    pub place: FoundIn,
    /// Whose.
    pub client: ClientId,
    /// The line that shows it.
    pub text: String,
}

impl Reader {
    /// Posts and messages that hold all these words, at most `limit` of each, newest first.
    pub fn find(&self, words: &str, limit: usize) -> Result<Vec<Found>> {
        let Some(question) = question(words) else {
            return Ok(Vec::new());
        };
        let limit = limit as i64;
        let posts = "SELECT p.id, p.client, p.topic FROM (SELECT rowid AS id FROM post_fts WHERE post_fts MATCH ? \
            ORDER BY rowid DESC LIMIT ?) f JOIN post p ON p.id = f.id AND p.deleted_at IS NULL";
        let mut found = list(self.conn(), posts, (&question, limit), |row| {
            Ok(Found {
                place: FoundIn::Post(row.get(0)?),
                client: row.get(1)?,
                text: row.get(2)?,
            })
        })?;
        let messages = "SELECT m.thread, t.client, m.text FROM (SELECT rowid AS id FROM message_fts \
            WHERE message_fts MATCH ? ORDER BY rowid DESC LIMIT ?) f JOIN message m ON m.id = f.id \
            JOIN thread t ON t.id = m.thread";
        found.extend(list(self.conn(), messages, (&question, limit), |row| {
            let text: String = row.get(2)?;
            Ok(Found {
                place: FoundIn::Thread(row.get(0)?),
                client: row.get(1)?,
                text: text.lines().next().unwrap_or_default().to_owned(),
            })
        })?);
        Ok(found)
    }
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
