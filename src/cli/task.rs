//! `task WHICH`: the task for a contractor, as text to paste into a chat and as a file in the outbox.

use clap::Args;
use serde_json::json;

use super::brief::tongue;
use super::door::Door;
use super::stop::Stop;
use super::which::{self, Narrow};
use crate::app::tasks;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::media::task;
use crate::report::contractor;
use crate::store::StoreError;

/// For which post, and in which language.
#[derive(Debug, Args)]
pub(super) struct TaskOrder {
    #[arg(value_name = "WHICH")]
    which: String,
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

/// Says the task, and lays it into the outbox.
pub(super) fn run(door: &mut Door<'_>, order: &TaskOrder) -> Result<(), Stop> {
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let narrow = Narrow::default();
    let post = which::one(door, &reader, &roster, &order.which, &narrow)?.post;
    let mut asked = tasks::of(&reader, &roster, post, door.zone)?;
    if let Some(tag) = &order.lang {
        asked.tongue = tongue(tag)?;
    }
    let today = door.now.with_timezone(&door.zone).date_naive();
    let name = asked.file_name(today);
    let laid = task::lay_out(&door.desk()?, &name, &contractor::markdown(&asked));
    let file = laid.map_err(StoreError::from)?;
    let text = contractor::text(&asked);
    if door.manner.json {
        return door.say.json(&json!({
            "post": reader.post_uid(post)?,
            "client": asked.short,
            "language": asked.tongue.word(),
            "text": text,
            "file": file.display().to_string(),
        }));
    }
    door.say.raw(&text)?;
    door.remark(&Words::new("cli-as-it-is").with("line", file.display()));
    Ok(())
}
