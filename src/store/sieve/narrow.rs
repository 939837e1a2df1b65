//! Where a filter may begin: the posts that an index finds for it, as long as they are few enough to be listed.

use rusqlite::types::Value;

use super::{LISTED, MANY_POSTS, Sieve, listed};
use crate::domain::filter::{Flag, Is, Stage};
use crate::domain::fold::fold;
use crate::domain::post::Approval;
use crate::store::clients::list;
use crate::store::convert::int;
use crate::store::error::Result;
use crate::store::reader::Reader;

/// What an index can be asked for, the most telling first.
const KINDS: [fn(&Is) -> bool; 6] = [
    |is| matches!(is, Is::Campaign(_)),
    |is| matches!(is, Is::Rubric(_)),
    |is| matches!(is, Is::Stage(_)),
    |is| matches!(is, Is::Flag(Flag::NoTime)),
    |is| matches!(is, Is::Flag(flag) if !matches!(flag, Flag::NoTime | Flag::NoRubric)),
    |is| matches!(is, Is::Channel(_)),
];

/// The posts on the shelf whose outcome is …
const SHELVED: &str = "SELECT DISTINCT post FROM agenda_sum INDEXED BY agenda_sum_shelf \
    WHERE at IS NULL AND outcome = 'none' AND outcome";

/// The posts that are not out and whose approval is …
const WAITING: &str = "SELECT DISTINCT post FROM agenda_sum INDEXED BY agenda_sum_waits \
    WHERE outcome IN ('none', 'due', 'missed') AND approval";

impl Reader {
    /// The one client, and the posts that have all the words; without words those of the first kind that are few.
    pub(super) fn narrow(&self, wanted: &[&Is], sieve: &mut Sieve) -> Result<()> {
        let mut clients = wanted.iter().filter_map(|is| match is {
            Is::Client(name) => Some(name),
            _ => None,
        });
        if let (Some(name), None) = (clients.next(), clients.next())
            && let [client] = self.clients_called(name)?.as_slice()
        {
            sieve.and(("a.client = ?".to_owned(), vec![int(*client)]));
        }
        let words = wanted.iter().filter_map(|is| match is {
            Is::Words(words) => Some(words.as_str()),
            _ => None,
        });
        let words: Vec<&str> = words.collect();
        if !words.is_empty() {
            let (posts, is_cut) = self.posts_with(&words)?;
            sieve.is_cut = is_cut;
            sieve.and((format!("a.post IN {LISTED}"), vec![posts]));
            return Ok(());
        }
        for kind in KINDS {
            let terms: Vec<&Is> = wanted.iter().copied().filter(|is| kind(is)).collect();
            if let Some(posts) = self.posts_of(&terms)? {
                sieve.and((format!("a.post IN {LISTED}"), vec![listed(&posts)]));
                break;
            }
        }
        Ok(())
    }

    /// The newest posts with all these wordings, and whether there are more than are listed. Every wording is one
    /// quoted phrase, so that no operator of the search language gets through.
    pub(super) fn posts_with(&self, words: &[&str]) -> Result<(Value, bool)> {
        let phrase = |words: &&str| format!("\"{}\"*", fold(words).replace('"', "\"\""));
        let question: Vec<String> = words.iter().map(phrase).collect();
        let sql = "SELECT rowid FROM post_fts WHERE post_fts MATCH ? ORDER BY rowid DESC LIMIT ?";
        let asked = (question.join(" "), MANY_POSTS as i64 + 1);
        let mut posts: Vec<i64> = list(self.conn(), sql, asked, |row| row.get(0))?;
        let is_cut = posts.len() > MANY_POSTS;
        posts.truncate(MANY_POSTS);
        Ok((listed(&posts), is_cut))
    }

    /// The posts that may be what these terms of one kind ask for; none where no index knows or they are too many.
    fn posts_of(&self, terms: &[&Is]) -> Result<Option<Vec<i64>>> {
        let Some(first) = terms.first() else {
            return Ok(None);
        };
        let mut keys = Vec::new();
        let mut stages: Vec<&str> = Vec::new();
        for is in terms {
            match is {
                Is::Campaign(name) => keys.extend(self.keys_of("campaign", name)?),
                Is::Rubric(name) => keys.extend(self.keys_of("rubric", name)?),
                Is::Channel(name) => keys.extend(self.channels_called(name)?),
                // What is out is most of the desk.
                Is::Stage(Stage::Out | Stage::Skipped) => return Ok(None),
                Is::Stage(stage) => stages.push(stage.word()),
                _ => stages.extend(Approval::ALL.iter().map(|it| it.word())),
            }
        }
        let (question, among) = match first {
            Is::Campaign(_) => (
                "SELECT id FROM post WHERE campaign IS NOT NULL AND campaign",
                listed(&keys),
            ),
            Is::Rubric(_) => (
                "SELECT id FROM post WHERE rubric IS NOT NULL AND rubric",
                listed(&keys),
            ),
            Is::Channel(_) => (
                "SELECT DISTINCT post FROM agenda_sum WHERE channel",
                listed(&keys),
            ),
            Is::Flag(Flag::NoTime) => (SHELVED, Value::Text("[\"none\"]".to_owned())),
            _ => {
                let words = serde_json::to_string(&stages).unwrap_or_default();
                (WAITING, Value::Text(words))
            }
        };
        self.few(question, &among)
    }

    /// The posts of a question that goes on with "among these"; none if they are too many to be listed.
    fn few(&self, question: &str, among: &Value) -> Result<Option<Vec<i64>>> {
        let sql = format!("{question} IN {LISTED} LIMIT ?");
        let limit = MANY_POSTS as i64 + 1;
        let posts = list(self.conn(), &sql, (among, limit), |row| row.get(0))?;
        Ok(Some(posts).filter(|posts: &Vec<i64>| posts.len() <= MANY_POSTS))
    }
}
