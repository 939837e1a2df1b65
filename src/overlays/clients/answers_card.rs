//! The ready answers of a client: a text field for each, three fields for a new one, and what saving them means.

use super::card::{Card, Whose};
use super::check::Mistakes;
use crate::domain::command::{Command, InboxCommand};
use crate::domain::ids::ClientId;
use crate::env::Env;
use crate::overlays::blank::{self, Named};
use crate::store::ReadyAnswer;
use crate::ui::{Editor, Entry, Field};

/// The first field of a new answer.
const NEW: &str = "card-answer-name";

impl Card {
    /// The ready answers of a client, and room for one more.
    pub(super) fn answers(client: ClientId, answers: &[ReadyAnswer], env: &Env<'_>) -> Self {
        let mut fields: Vec<Named> = answers.iter().map(wording).collect();
        let lang = usual_language(client, env);
        fields.extend([
            blank::line(NEW, "", false, env),
            blank::line("card-answer-lang", &lang, false, env),
            blank::text("card-answer-text", "", false, env),
        ]);
        let mut made = Self::of(Whose::Answers(client), fields, env);
        made.answers = answers.to_vec();
        made
    }

    /// Goes to the new answer.
    pub(super) fn begin_answer(&mut self) {
        self.blank.go_to(NEW);
    }

    /// Changed wordings are kept, emptied answers dropped, and a new one added when it has a name and a text.
    pub(super) fn answer_commands(
        &self,
        client: ClientId,
        env: &Env<'_>,
    ) -> Result<Vec<Command>, Vec<(usize, String)>> {
        let standing = self.answers.iter().enumerate();
        let mut commands: Vec<InboxCommand> = standing
            .filter_map(|(place, answer)| changed(answer, self.blank.text(place)))
            .collect();
        let new = self.answers.len();
        let (name, text) = (self.blank.line(new), self.blank.text(new + 2));
        let mut mistakes = Mistakes::default();
        mistakes.unless(text.is_empty() || !name.is_empty(), new, || {
            env.locale.text("card-answer-name-missing").into_owned()
        });
        mistakes.unless(name.is_empty() || !text.is_empty(), new + 2, || {
            env.locale.text("card-answer-text-missing").into_owned()
        });
        mistakes.none()?;
        if !text.is_empty() {
            let lang = Some(self.blank.line(new + 1).to_lowercase());
            commands.push(InboxCommand::AddCanned {
                client,
                lang: lang
                    .filter(|lang| !lang.is_empty())
                    .unwrap_or_else(|| usual_language(client, env)),
                name,
                text,
            });
        }
        Ok(commands.into_iter().map(Command::Inbox).collect())
    }
}

fn wording(answer: &ReadyAnswer) -> Named {
    let field = Field {
        label: format!("{} · {}", answer.name, answer.lang),
        entry: Entry::Text(Editor::new(&answer.text), 2),
        error: String::new(),
        folded: false,
    };
    (format!("answer:{}", answer.id.0), field)
}

fn changed(answer: &ReadyAnswer, text: String) -> Option<InboxCommand> {
    if text.is_empty() {
        return Some(InboxCommand::DeleteCanned(answer.id));
    }
    (text != answer.text.trim()).then(|| InboxCommand::EditCanned {
        id: answer.id,
        lang: answer.lang.clone(),
        name: answer.name.clone(),
        text,
    })
}

/// The first language on the client's card, or the one of the window.
fn usual_language(client: ClientId, env: &Env<'_>) -> String {
    let card = env.roster.client(client).map(|client| &client.card);
    let first = card.and_then(|card| card.languages.first());
    first.map_or_else(
        || env.locale.lang().tag().to_owned(),
        |lang| lang.to_lowercase(),
    )
}
