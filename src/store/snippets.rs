//! Snippets: changes and lookups.

use rusqlite::types::Value;

use super::clients::list;
use super::convert::{int, text};
use super::error::Result;
use super::ledger::Ledger;
use super::reader::Reader;
use super::table::Noun;
use crate::domain::command::SnippetCommand;
use crate::domain::ids::SnippetId;
use crate::domain::snippet::{SnippetCard, SnippetKind};

/// A snippet as it stands in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// Key.
    pub id: SnippetId,
    /// Name for everything outside.
    pub uid: String,
    /// What is written on it.
    pub card: SnippetCard,
}

/// Nobody keeps more; a list of more than these could not be picked from.
const MOST: i64 = 2_000;

pub(super) fn apply(ledger: &mut Ledger<'_>, command: &SnippetCommand) -> Result<Option<i64>> {
    match command {
        SnippetCommand::Add(card) => ledger.insert(Noun::Snippet, &row(card)).map(Some),
        SnippetCommand::Edit(id, card) => {
            ledger.update(Noun::Snippet, id.0, &row(card))?;
            Ok(Some(id.0))
        }
        SnippetCommand::Delete { snippet, .. } => {
            ledger.bury(Noun::Snippet, snippet.0).map(|()| None)
        }
    }
}

fn row(card: &SnippetCard) -> [(&'static str, Value); 5] {
    [
        ("client", card.client.map_or(Value::Null, |id| int(id.0))),
        ("lang", text(&card.lang)),
        ("kind", text(card.kind.word())),
        ("name", text(&card.name)),
        ("text", text(&card.text)),
    ]
}

impl Reader {
    /// All snippets of live clients and of everybody, in the order in which she wrote them.
    pub fn snippets(&self) -> Result<Vec<Snippet>> {
        let sql = "SELECT s.id, s.uid, s.client, s.lang, s.kind, s.name, s.text FROM snippet s \
            LEFT JOIN client c ON c.id = s.client WHERE s.deleted_at IS NULL \
            AND (s.client IS NULL OR c.deleted_at IS NULL) ORDER BY s.id LIMIT ?";
        list(self.conn(), sql, [MOST], |row| {
            Ok(Snippet {
                id: row.get(0)?,
                uid: row.get(1)?,
                card: SnippetCard {
                    client: row.get(2)?,
                    lang: row.get(3)?,
                    kind: SnippetKind::from_word(&row.get::<_, String>(4)?)
                        .unwrap_or(SnippetKind::Other),
                    name: row.get(5)?,
                    text: row.get(6)?,
                },
            })
        })
    }
}
