//! Changes to snippets.

use crate::domain::ids::SnippetId;
use crate::domain::snippet::SnippetCard;
use crate::domain::words::Words;

/// A change to a piece of text that comes again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SnippetCommand {
    /// Keep one.
    Add(SnippetCard),
    /// Change it, whose it is too.
    Edit(SnippetId, SnippetCard),
    /// Drop it; texts it was put into stay.
    Delete { snippet: SnippetId, name: String },
}

impl SnippetCommand {
    pub(super) fn title(&self) -> Words {
        match self {
            SnippetCommand::Add(card) => Words::new("did-snippet-add").with("name", &card.name),
            SnippetCommand::Edit(_, card) => {
                Words::new("did-snippet-edit").with("name", &card.name)
            }
            SnippetCommand::Delete { name, .. } => {
                Words::new("did-snippet-delete").with("name", name)
            }
        }
    }
}
