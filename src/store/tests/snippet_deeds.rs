//! The fifth part of the deal: snippets, of a client and of everybody.

use super::deeds::Dealer;
use crate::domain::command::SnippetCommand;
use crate::domain::ids::{ClientId, SnippetId};
use crate::domain::snippet::{SnippetCard, SnippetKind};
use crate::store::Store;

impl Dealer {
    pub(super) fn of_snippet(&mut self, store: &Store, kind: usize) -> SnippetCommand {
        let snippet = SnippetId(self.pick(store, "snippet"));
        let card = SnippetCard {
            client: (self.roll(3) > 0).then(|| ClientId(self.pick(store, "client"))),
            lang: ["", "ru", "ka"][self.roll(3)].to_owned(),
            kind: SnippetKind::ALL[self.roll(SnippetKind::ALL.len())],
            name: self.word(),
            text: self.word(),
        };
        match kind {
            55 => SnippetCommand::Add(card),
            56 => SnippetCommand::Edit(snippet, card),
            _ => SnippetCommand::Delete {
                snippet,
                name: card.name,
            },
        }
    }
}
