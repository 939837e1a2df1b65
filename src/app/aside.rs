//! Text that finds no place in the desk: a file beside it, never lost.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::command::{Command, InboxCommand, PlanCommand};
use crate::domain::file_name;
use crate::effect::Effect;
use crate::store::Memo;

/// What somebody typed, if this is about it.
pub(super) fn typed(effect: &Effect) -> Option<String> {
    let text = match effect {
        Effect::Apply(
            Command::Plan(PlanCommand::SaveText { text, .. })
            | Command::Inbox(InboxCommand::Answer { text, .. }),
        ) => text.clone(),
        Effect::Apply(Command::Plan(PlanCommand::SaveTexts { texts, .. })) => {
            let texts: Vec<&str> = texts.iter().filter_map(|it| it.text.as_deref()).collect();
            texts.join("\n\n")
        }
        Effect::Apply(Command::Plan(PlanCommand::AddPost(post))) => {
            format!("{}\n\n{}", post.topic, post.text)
        }
        Effect::Apply(Command::Inbox(InboxCommand::Receive { messages, .. })) => {
            let texts: Vec<&str> = messages.iter().map(|it| it.text.as_str()).collect();
            texts.join("\n\n")
        }
        Effect::Remember(Memo::Keep(draft)) => draft.text.clone(),
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// Writes it into a file of this name, whole or not at all.
pub(super) fn write(desk: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    let folder = desk.join("unsaved");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{}.txt", file_name::plain(name, 80, "text")));
    let making = file.with_extension("making");
    fs::write(&making, text)?;
    fs::File::open(&making)?.sync_all()?;
    fs::rename(&making, &file)?;
    Ok(file)
}
