//! What is with the clients: who waits since when, what was asked under which code, and what was said to it.

use rusqlite::Row;

use super::clients::list;
use super::convert::{maybe_moment, moment};
use super::error::Result;
use super::reader::Reader;
use super::shown::{as_it_stands, from_body};
use super::yes::next_code;
use crate::domain::Moment;
use crate::domain::ids::{ClientId, PacketId, PacketItemId, PostId};
use crate::domain::verdict::Verdict;
use crate::domain::yes::Changed;

/// A packet that waits for the client's word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithClient {
    /// Whose word.
    pub client: ClientId,
    /// Which packet.
    pub packet: PacketId,
    /// Its letter.
    pub code: String,
    /// Posts of it that still wait.
    pub posts: u32,
    /// Since when.
    pub since: Moment,
}

/// One post of a packet: what was asked about it and what was said.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedItem {
    /// Key.
    pub item: PacketItemId,
    /// Of which packet.
    pub packet: PacketId,
    /// The letters of the packet.
    pub letters: String,
    /// Its number there.
    pub number: u32,
    /// Which post.
    pub post: PostId,
    /// What it is about.
    pub topic: String,
    /// Its nearest moment that is still to come out.
    pub at: Option<Moment>,
    /// When it was shown.
    pub shown_at: Moment,
    /// What the client said.
    pub verdict: Option<Verdict>,
    /// In which words.
    pub words: String,
    /// When that was taken down.
    pub said_at: Option<Moment>,
    /// What is not as it was shown.
    pub changed: Vec<Changed>,
}

impl AskedItem {
    /// What the client answers with: "A2".
    pub fn code(&self) -> String {
        format!("{}{}", self.letters, self.number)
    }
}

/// What is asked about every post of a packet. Its nearest moment is that of a variant that can still go out.
const ASKED: &str = "SELECT i.id, i.packet, k.code, i.number, i.post, p.topic, \
    (SELECT min(a.at) FROM agenda_sum a WHERE a.post = i.post AND a.outcome IN ('none', 'due', 'missed')), \
    s.at, i.verdict, i.words, i.said_at, s.body \
    FROM packet k JOIN packet_item i ON i.packet = k.id AND i.deleted_at IS NULL \
    JOIN post p ON p.id = i.post AND p.deleted_at IS NULL JOIN shown s ON s.id = i.shown";

/// Only what was not shown again since, and can still go out.
const ANSWERABLE: &str = "i.id = (SELECT max(j.id) FROM packet_item j JOIN packet q ON q.id = j.packet \
    AND q.deleted_at IS NULL WHERE j.post = i.post AND j.deleted_at IS NULL) \
    AND EXISTS (SELECT 1 FROM agenda_sum a WHERE a.post = i.post AND a.outcome IN ('none', 'due', 'missed'))";

impl Reader {
    /// Packets whose posts wait for their client, the longest waiting first. AskedItem from what is with the clients now, so
    /// that years of answered packets cost nothing.
    pub fn with_client(&self, scope: Option<ClientId>, limit: usize) -> Result<Vec<WithClient>> {
        let (index, scoped) = match scope {
            None => ("agenda_sum_waits", "?2 IS NULL"),
            Some(_) => ("agenda_sum_client_waits", "client = ?2"),
        };
        let sql = format!(
            "SELECT k.client, k.id, k.code, count(*), k.made_at FROM (SELECT DISTINCT post FROM agenda_sum INDEXED BY {index} \
             WHERE approval = 'review' AND outcome IN ('none', 'due', 'missed') AND {scoped} LIMIT ?1) w \
             CROSS JOIN packet_item i ON i.id = (SELECT max(j.id) FROM packet_item j JOIN packet q ON q.id = j.packet \
             AND q.deleted_at IS NULL WHERE j.post = w.post AND j.deleted_at IS NULL) \
             CROSS JOIN packet k ON k.id = i.packet WHERE i.verdict = '' GROUP BY k.id ORDER BY k.made_at, k.id"
        );
        list(self.conn(), &sql, (limit as i64, scope), |row| {
            Ok(WithClient {
                client: row.get(0)?,
                packet: row.get(1)?,
                code: row.get(2)?,
                posts: row.get(3)?,
                since: moment(row.get(4)?),
            })
        })
    }

    /// The packets of a client that wait for a word, with all their posts in order: what was said so far among them.
    pub fn asked(&self, client: ClientId, limit: usize) -> Result<Vec<AskedItem>> {
        let sql = format!(
            "{ASKED} WHERE k.client = ? AND k.deleted_at IS NULL AND {ANSWERABLE} ORDER BY i.packet DESC, i.number DESC LIMIT ?"
        );
        let mut all = self.compared(&sql, (client, limit as i64))?;
        let open: Vec<PacketId> = all
            .iter()
            .filter(|it| it.verdict.is_none())
            .map(|it| it.packet)
            .collect();
        all.retain(|it| open.contains(&it.packet));
        all.reverse();
        Ok(all)
    }

    /// All that a client was shown of a post, the newest first.
    pub fn shown_of(&self, post: PostId, limit: usize) -> Result<Vec<AskedItem>> {
        let sql =
            format!("{ASKED} WHERE i.post = ? AND k.deleted_at IS NULL ORDER BY i.id DESC LIMIT ?");
        self.compared(&sql, (post, limit as i64))
    }

    /// The live packet of a client under these letters.
    pub fn packet_under(&self, client: ClientId, code: &str) -> Result<Option<PacketId>> {
        let sql = "SELECT id FROM packet WHERE client = ? AND code = ? AND deleted_at IS NULL";
        Ok(list(self.conn(), sql, (client, code), |row| row.get(0))?.pop())
    }

    /// The letters of the client's packets, the newest first.
    pub fn letters_of(&self, client: ClientId, limit: usize) -> Result<Vec<String>> {
        let sql = "SELECT code FROM packet WHERE client = ? AND deleted_at IS NULL ORDER BY id DESC LIMIT ?";
        list(self.conn(), sql, (client, limit as i64), |row| row.get(0))
    }

    /// The letters of the client's next packet.
    pub fn next_letters(&self, client: ClientId) -> Result<String> {
        next_code(self.conn(), client)
    }

    /// Posts of packets, each compared with what stands now.
    fn compared(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<AskedItem>> {
        let read = list(self.conn(), sql, params, |row| {
            Ok((asked(row)?, from_body(&row.get::<_, String>(11)?)))
        })?;
        let mut all = Vec::with_capacity(read.len());
        for (mut asked, shown) in read {
            if let Some(now) = as_it_stands(self.conn(), asked.post)? {
                asked.changed = shown.changed(&now);
            }
            all.push(asked);
        }
        Ok(all)
    }
}

fn asked(row: &Row<'_>) -> rusqlite::Result<AskedItem> {
    Ok(AskedItem {
        item: row.get(0)?,
        packet: row.get(1)?,
        letters: row.get(2)?,
        number: row.get(3)?,
        post: row.get(4)?,
        topic: row.get(5)?,
        at: maybe_moment(row.get(6)?),
        shown_at: moment(row.get(7)?),
        verdict: Verdict::from_word(&row.get::<_, String>(8)?),
        words: row.get(9)?,
        said_at: maybe_moment(row.get(10)?),
        changed: Vec::new(),
    })
}
