//! One conversation with what the person wrote elsewhere, and the answers that lie ready for it.

use rusqlite::{OptionalExtension, Row};

use super::{COUNTED, list, moment, tone};
use crate::domain::Moment;
use crate::domain::ids::{CannedId, ChannelId, ClientId, PersonId, ThreadId};
use crate::domain::inbox::{ThreadKind, ThreadState, Tone};
use crate::store::{MANY, Reader, Result};

/// A conversation, open on the desk.
#[derive(Debug, Clone, PartialEq)]
pub struct Conversation {
    /// Which.
    pub thread: ThreadId,
    /// Whose public.
    pub client: ClientId,
    /// Where.
    pub channel: ChannelId,
    /// What kind.
    pub kind: ThreadKind,
    /// Who; empty when nobody knows.
    pub person: String,
    /// Whose turn it is.
    pub state: ThreadState,
    /// How it sounds.
    pub tone: Tone,
    /// What it is about, in her words.
    pub topic: String,
    /// The topic of the post it is under.
    pub post: Option<String>,
    /// Where that post can be seen on this channel, as she stamped it; empty when unknown.
    pub link: String,
    /// What was said here and what the person said in other conversations with this client, oldest first.
    pub said: Vec<Said>,
    /// How many messages of the person lie in those other conversations, counted up to `MANY`.
    pub elsewhere: u32,
}

/// One utterance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// In which conversation.
    pub thread: ThreadId,
    /// On which channel.
    pub channel: ChannelId,
    /// When.
    pub at: Moment,
    /// Said by us.
    pub outgoing: bool,
    /// The words: the first 4 000 characters.
    pub text: String,
}

/// An answer that lies ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyAnswer {
    /// Key.
    pub id: CannedId,
    /// Name for everything outside.
    pub uid: String,
    /// Language tag.
    pub lang: String,
    /// What she calls it.
    pub name: String,
    /// The words.
    pub text: String,
}

/// So many messages of one conversation are read, the newest.
const MESSAGES: usize = 50;
/// So many of a person's other conversations are looked into, the newest.
const OTHERS: usize = 12;
/// So many messages are taken from all of them together.
const ELSEWHERE: usize = 20;
/// Longer shelves of ready answers are not offered key by key.
const READY: usize = 60;

pub(super) const TALK: &str = "SELECT t.client, t.channel, t.kind, t.person, coalesce(p.name, ''), coalesce(s.state, 'open'), \
    coalesce(s.tone, ''), coalesce(k.topic, ''), o.topic, coalesce((SELECT a.link FROM agenda_sum a WHERE a.post = t.post \
    AND a.channel = t.channel AND a.link <> '' LIMIT 1), '') FROM thread t JOIN thread_sum s ON s.thread = t.id \
    LEFT JOIN person p ON p.id = t.person LEFT JOIN thread_mark k ON k.thread = t.id AND k.deleted_at IS NULL \
    LEFT JOIN post o ON o.id = t.post WHERE t.id = ?";

/// By the person: the planner would rather walk through all conversations of the client, because they lie in order.
pub(super) const OTHER_TALKS: &str = "SELECT t.id FROM thread t INDEXED BY thread_of_person WHERE t.person = ? \
    AND t.client = ? AND t.id <> ? ORDER BY t.id DESC LIMIT ?";

pub(super) const READY_ANSWERS: &str = "SELECT id, uid, lang, name, text FROM canned_reply WHERE client = ? AND deleted_at IS NULL \
    ORDER BY id LIMIT ?";

/// The newest messages of one conversation.
pub(super) fn newest() -> String {
    format!(
        "SELECT m.thread, t.channel, m.at, m.outgoing, substr(m.text, 1, 4000) FROM message m \
         CROSS JOIN thread t ON t.id = m.thread WHERE m.thread = ? AND {COUNTED} ORDER BY m.at DESC, m.id DESC LIMIT ?"
    )
}

/// How many of theirs lie in one conversation.
pub(super) fn theirs() -> String {
    format!(
        "SELECT count(*) FROM (SELECT 1 FROM message m WHERE m.thread = ? AND NOT m.outgoing AND {COUNTED} LIMIT {MANY})"
    )
}

impl Reader {
    /// A conversation of a live client on a live channel, with the person's history; none when it is gone.
    pub fn conversation(&self, thread: ThreadId) -> Result<Option<Conversation>> {
        let head = self
            .conn()
            .prepare_cached(TALK)?
            .query_row([thread], |row| head(thread, row))
            .optional()?;
        let Some((mut talk, person)) = head else {
            return Ok(None);
        };
        let mut elsewhere = Vec::new();
        if let Some(person) = person {
            let others = (person, talk.client, thread, OTHERS as i64);
            let others: Vec<ThreadId> = list(self.conn(), OTHER_TALKS, others, |row| row.get(0))?;
            for other in others {
                elsewhere.extend(self.said_in(other, ELSEWHERE)?);
                talk.elsewhere += self.count_theirs(other)?;
            }
        }
        elsewhere.sort_by_key(|said| std::cmp::Reverse(said.at));
        elsewhere.truncate(ELSEWHERE);
        talk.elsewhere = talk.elsewhere.min(MANY);
        talk.said = self.said_in(thread, MESSAGES)?;
        talk.said.reverse();
        elsewhere.reverse();
        talk.said.extend(elsewhere);
        // Stable: what was said in one second stays in the order in which it came.
        talk.said.sort_by_key(|said| said.at);
        Ok(Some(talk))
    }

    /// The answers that lie ready for a client, in the order in which she wrote them.
    pub fn ready_answers(&self, client: ClientId) -> Result<Vec<ReadyAnswer>> {
        list(self.conn(), READY_ANSWERS, (client, READY as i64), |row| {
            Ok(ReadyAnswer {
                id: row.get(0)?,
                uid: row.get(1)?,
                lang: row.get(2)?,
                name: row.get(3)?,
                text: row.get(4)?,
            })
        })
    }

    /// Newest first.
    fn said_in(&self, thread: ThreadId, limit: usize) -> Result<Vec<Said>> {
        list(self.conn(), &newest(), (thread, limit as i64), |row| {
            Ok(Said {
                thread: row.get(0)?,
                channel: row.get(1)?,
                at: moment(row.get(2)?),
                outgoing: row.get(3)?,
                text: row.get(4)?,
            })
        })
    }

    fn count_theirs(&self, thread: ThreadId) -> Result<u32> {
        Ok(self
            .conn()
            .prepare_cached(&theirs())?
            .query_row([thread], |row| row.get(0))?)
    }
}

fn head(thread: ThreadId, row: &Row<'_>) -> rusqlite::Result<(Conversation, Option<PersonId>)> {
    let talk = Conversation {
        thread,
        client: row.get(0)?,
        channel: row.get(1)?,
        kind: ThreadKind::from_word(&row.get::<_, String>(2)?).unwrap_or(ThreadKind::Comment),
        person: row.get(4)?,
        state: ThreadState::from_word(&row.get::<_, String>(5)?).unwrap_or(ThreadState::Open),
        tone: tone(&row.get::<_, String>(6)?),
        topic: row.get(7)?,
        post: row.get(8)?,
        link: row.get(9)?,
        said: Vec::new(),
        elsewhere: 0,
    };
    Ok((talk, row.get(3)?))
}
