//! What a word on the command line may mean: posts and conversations by the beginning or the end of their names, posts by
//! their topics, people by theirs. Names begin with the moment they were made at, so that many begin alike; their ends are
//! all different. Only the command line asks here, which may walk over all names once.

use std::collections::HashMap;

use super::clients::list;
use super::convert::maybe_moment;
use super::error::Result;
use super::reader::Reader;
use crate::domain::Moment;
use crate::domain::fold::fold;
use crate::domain::ids::{ClientId, PostId, SlotId, ThreadId, VariantId};

/// Fitting names that are told; more only say that it was unclear.
const TOLD: i64 = 6;

/// Posts whose topics are compared.
const TOPICS: i64 = 200;

/// What a name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Called {
    /// A post, on all its channels.
    Post(PostId),
    /// A post on one channel.
    Variant(PostId, VariantId),
}

impl Called {
    /// Which post it is, or belongs to.
    pub const fn post(self) -> PostId {
        match self {
            Called::Post(post) | Called::Variant(post, _) => post,
        }
    }
}

/// A conversation with its name for everything outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Talk {
    /// Which.
    pub thread: ThreadId,
    /// Its name.
    pub uid: String,
}

/// Somebody outside, with the newest conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Name for everything outside.
    pub uid: String,
    /// How they are called.
    pub name: String,
    /// Who they are on the platform.
    pub handle: String,
    /// Whose public, in the newest conversation.
    pub client: ClientId,
    /// The newest conversation.
    pub talk: Talk,
    /// When it began.
    pub at: Option<Moment>,
}

/// Live posts and variants whose names begin so.
const BEGIN: &str = "SELECT id, NULL FROM post WHERE uid >= ?1 AND uid < ?1 || 'g' AND deleted_at IS NULL UNION ALL \
    SELECT p.id, v.id FROM variant v JOIN post p ON p.id = v.post AND p.deleted_at IS NULL \
    WHERE v.uid >= ?1 AND v.uid < ?1 || 'g' AND v.deleted_at IS NULL LIMIT ?2";

impl Reader {
    /// For each of these, the live posts and variants whose names begin or end so, a few of each.
    pub fn posts_called_so(&self, asked: &[String]) -> Result<Vec<Vec<Called>>> {
        let mut found = Vec::with_capacity(asked.len());
        for word in asked {
            found.push(list(self.conn(), BEGIN, (word, TOLD), |row| {
                let post: PostId = row.get(0)?;
                let variant: Option<VariantId> = row.get(1)?;
                Ok(variant.map_or(Called::Post(post), |variant| Called::Variant(post, variant)))
            })?);
        }
        let open = || {
            asked
                .iter()
                .zip(&found)
                .filter(|(_, found)| found.is_empty())
        };
        let ends: Vec<&str> = open().map(|(word, _)| word.as_str()).collect();
        if ends.is_empty() {
            return Ok(found);
        }
        let posts = self.named_at_the_end("SELECT id, uid FROM post", &ends)?;
        let variants = self.named_at_the_end("SELECT id, uid FROM variant", &ends)?;
        for (word, found) in asked.iter().zip(&mut found).filter(|(_, it)| it.is_empty()) {
            for id in posts.get(word.as_str()).into_iter().flatten() {
                found.extend(self.live_post(*id)?);
            }
            for id in variants.get(word.as_str()).into_iter().flatten() {
                found.extend(self.live_variant(*id)?);
            }
        }
        Ok(found)
    }

    /// Conversations whose names begin or end so, a few.
    pub fn talks_called_so(&self, word: &str) -> Result<Vec<Talk>> {
        let sql = "SELECT id, uid FROM thread WHERE uid >= ?1 AND uid < ?1 || 'g' LIMIT ?2";
        let begin = list(self.conn(), sql, (word, TOLD), talk)?;
        if !begin.is_empty() {
            return Ok(begin);
        }
        let mut ends = self.named_at_the_end("SELECT id, uid FROM thread", &[word])?;
        let mut found = Vec::new();
        for id in ends.remove(word).unwrap_or_default() {
            found.extend(self.talk_named(ThreadId(id))?);
        }
        Ok(found)
    }

    /// A conversation with its name.
    pub fn talk_named(&self, thread: ThreadId) -> Result<Option<Talk>> {
        let sql = "SELECT id, uid FROM thread WHERE id = ?";
        Ok(list(self.conn(), sql, [thread], talk)?.pop())
    }

    /// The name of a post for everything outside.
    pub fn post_uid(&self, post: PostId) -> Result<String> {
        let sql = "SELECT uid FROM post WHERE id = ?";
        let found = list(self.conn(), sql, [post], |row| row.get(0))?.pop();
        Ok(found.unwrap_or_default())
    }

    /// The name of a posting time for everything outside.
    pub fn slot_uid(&self, slot: SlotId) -> Result<String> {
        let sql = "SELECT uid FROM slot WHERE id = ?";
        let found = list(self.conn(), sql, [slot], |row| row.get(0))?.pop();
        Ok(found.unwrap_or_default())
    }

    /// Live posts of this topic; where there are none, those whose topics begin so. Each with its topic.
    pub fn posts_about(&self, words: &str) -> Result<Vec<(PostId, String)>> {
        let Some(question) = super::search::question(words) else {
            return Ok(Vec::new());
        };
        let sql = "SELECT p.id, p.topic FROM (SELECT rowid AS id FROM post_fts WHERE post_fts MATCH ? \
            ORDER BY rowid DESC LIMIT ?) f JOIN post p ON p.id = f.id AND p.deleted_at IS NULL";
        let posts: Vec<(PostId, String)> = list(self.conn(), sql, (question, TOPICS), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        let wanted = fold(words.trim());
        let fitting = |fits: &dyn Fn(&str) -> bool| -> Vec<(PostId, String)> {
            let each = posts.iter().filter(|(_, topic)| fits(&fold(topic)));
            each.cloned().collect()
        };
        let same = fitting(&|topic| topic == wanted);
        Ok(if same.is_empty() {
            fitting(&|topic| topic.starts_with(&wanted))
        } else {
            same
        })
    }

    /// People whose names or handles hold these words, with their newest conversations.
    pub fn people_called(&self, words: &str, limit: usize) -> Result<Vec<Person>> {
        let wanted = fold(words.trim());
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let sql = "SELECT p.uid, p.name, p.handle, p.id FROM person p WHERE p.deleted_at IS NULL ORDER BY p.id DESC";
        let mut statement = self.conn().prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (name, handle): (String, String) = (row.get(1)?, row.get(2)?);
            if fold(&name).contains(&wanted) || fold(&handle).contains(&wanted) {
                found.extend(self.newest_talk(row.get(3)?, row.get(0)?, name, handle)?);
            }
            if found.len() == limit {
                break;
            }
        }
        Ok(found)
    }

    fn newest_talk(
        &self,
        person: i64,
        uid: String,
        name: String,
        handle: String,
    ) -> Result<Option<Person>> {
        let sql = "SELECT t.id, t.uid, t.client, t.opened_at FROM thread t INDEXED BY thread_of_person \
            JOIN client c ON c.id = t.client AND c.deleted_at IS NULL WHERE t.person = ? ORDER BY t.id DESC LIMIT 1";
        let newest = list(self.conn(), sql, [person], |row| {
            Ok((talk(row)?, row.get(2)?, maybe_moment(row.get(3)?)))
        })?;
        Ok(newest.into_iter().next().map(|(talk, client, at)| Person {
            uid,
            name,
            handle,
            client,
            talk,
            at,
        }))
    }

    /// The rows whose names end in one of these words. One walk over the names, however many are asked for.
    fn named_at_the_end(&self, sql: &str, ends: &[&str]) -> Result<HashMap<String, Vec<i64>>> {
        let mut lengths: Vec<usize> = ends.iter().map(|end| end.len()).collect();
        lengths.sort_unstable();
        lengths.dedup();
        let mut found: HashMap<String, Vec<i64>> = ends
            .iter()
            .map(|end| ((*end).to_owned(), Vec::new()))
            .collect();
        let mut statement = self.conn().prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let uid: String = row.get(1)?;
            for length in &lengths {
                let tail = uid.len().checked_sub(*length).and_then(|at| uid.get(at..));
                if let Some(ids) = tail.and_then(|tail| found.get_mut(tail))
                    && (ids.len() as i64) < TOLD
                {
                    ids.push(row.get(0)?);
                }
            }
        }
        Ok(found)
    }

    fn live_post(&self, id: i64) -> Result<Option<Called>> {
        let sql = "SELECT id FROM post WHERE id = ? AND deleted_at IS NULL";
        let found = list(self.conn(), sql, [id], |row| row.get(0))?.pop();
        Ok(found.map(Called::Post))
    }

    fn live_variant(&self, id: i64) -> Result<Option<Called>> {
        let sql = "SELECT p.id, v.id FROM variant v JOIN post p ON p.id = v.post AND p.deleted_at IS NULL \
            WHERE v.id = ? AND v.deleted_at IS NULL";
        Ok(list(self.conn(), sql, [id], |row| {
            Ok(Called::Variant(row.get(0)?, row.get(1)?))
        })?
        .pop())
    }
}

fn talk(row: &rusqlite::Row<'_>) -> rusqlite::Result<Talk> {
    Ok(Talk {
        thread: row.get(0)?,
        uid: row.get(1)?,
    })
}
