//! The card of one snippet: what it says, what it is for, whose it is, in which language.

use crate::domain::command::{Command, SnippetCommand};
use crate::domain::ids::{ClientId, SnippetId};
use crate::domain::snippet::{SnippetCard, SnippetKind};
use crate::env::Env;
use crate::overlays::blank::{self, Blank};
use crate::store::Snippet;

/// The beginning of every owner of a kept card.
pub(super) const KIND: &str = "card:snippet:";

// Field numbers of the card.
const NAME: usize = 0;
const TEXT: usize = 1;
const WHAT: usize = 2;
const WHOSE: usize = 3;
const LANG: usize = 4;

/// A card being filled in.
#[derive(Debug)]
pub(super) struct Card {
    id: Option<SnippetId>,
    client: ClientId,
    was: Option<SnippetCard>,
    pub(super) blank: Blank,
}

impl Card {
    /// The card of a snippet, empty for a new one of this client.
    pub(super) fn of(snippet: Option<&Snippet>, client: ClientId, env: &Env<'_>) -> Self {
        let was = snippet.map(|it| it.card.clone());
        let text = |part: fn(&SnippetCard) -> &str| was.as_ref().map_or("", part);
        let kind = was.as_ref().map_or(SnippetKind::Signature, |it| it.kind);
        let everybody = was.as_ref().is_some_and(|it| it.client.is_none());
        let kinds = SnippetKind::ALL
            .iter()
            .map(|kind| kind_name(*kind, env))
            .collect();
        let whose = vec![
            env.roster.badge(client).0.to_owned(),
            env.locale.text("snippet-of-all").into_owned(),
        ];
        let at = SnippetKind::ALL.iter().position(|it| *it == kind);
        let fields = vec![
            blank::line("snippet-name", text(|it| &it.name), false, env),
            blank::text("snippet-text", text(|it| &it.text), false, env),
            blank::choice("snippet-kind", kinds, at.unwrap_or(0), env),
            blank::choice("snippet-whose", whose, usize::from(everybody), env),
            blank::line("snippet-lang", text(|it| &it.lang), false, env),
        ];
        Self {
            id: snippet.map(|it| it.id),
            client,
            blank: Blank::new(fields, env),
            was,
        }
    }

    /// Whose text is kept.
    pub(super) fn owner(&self) -> String {
        let id = self.id.map_or(0, |id| id.0);
        format!("{KIND}{}:{id}", self.client.0)
    }

    /// What it is the card of.
    pub(super) fn title(&self, env: &Env<'_>) -> String {
        match &self.was {
            Some(card) => card.name.clone(),
            None => env.locale.text("snippet-new").into_owned(),
        }
    }

    /// What saving means: none where nothing changed. Refused with every mistake under its field.
    pub(super) fn command(&mut self, env: &Env<'_>) -> Result<Option<Command>, ()> {
        let kind = SnippetKind::ALL.get(self.blank.choice(WHAT));
        let card = SnippetCard {
            client: (self.blank.choice(WHOSE) == 0).then_some(self.client),
            lang: self.blank.line(LANG).to_lowercase(),
            kind: kind.copied().unwrap_or(SnippetKind::Other),
            name: self.blank.line(NAME),
            text: self.blank.text(TEXT),
        };
        let troubles = card.troubles();
        if !troubles.is_empty() {
            let each = troubles.iter().map(|trouble| {
                let field = if trouble.is_of_the_name() { NAME } else { TEXT };
                (field, env.locale.words(&trouble.words()))
            });
            self.blank.show_mistakes(each.collect());
            return Err(());
        }
        if self.was.as_ref() == Some(&card) {
            return Ok(None);
        }
        let command = match self.id {
            Some(id) => SnippetCommand::Edit(id, card),
            None => SnippetCommand::Add(card),
        };
        Ok(Some(Command::Snippet(command)))
    }
}

/// What a kind is called.
pub(super) fn kind_name(kind: SnippetKind, env: &Env<'_>) -> String {
    let key = format!("snippet-kind-{}", kind.word());
    env.locale.text(&key).into_owned()
}
