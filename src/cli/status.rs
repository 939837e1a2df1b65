//! `status WHICH… STATUS`: how far posts have come, in the words of any of the five languages.

use clap::Args;

use super::change;
use super::door::Door;
use super::gate;
use super::named::shown;
use super::stop::Stop;
use super::which::{self, Narrow, Target};
use crate::domain::command::{Command, PlanCommand};
use crate::domain::filter::{self, Stage};
use crate::domain::fold::fold;
use crate::domain::post::Approval;
use crate::domain::sanitize;
use crate::domain::slips;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::locale::Locale;

/// What moves along, and where to.
#[derive(Debug, Args)]
pub(super) struct StatusOrder {
    #[arg(required = true, value_name = "WHICH… STATUS")]
    which: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    #[arg(long, value_name = "REASON")]
    anyway: Option<String>,
    #[command(flatten)]
    narrow: Narrow,
}

/// Moves what is meant along.
pub(super) fn run(door: &mut Door<'_>, order: &StatusOrder) -> Result<(), Stop> {
    let (status, which) = which::with_last(&order.which, "STATUS")?;
    let to = approval(status, &door.locale)?;
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let targets = which::targets(door, store.reader(), &roster, which, &order.narrow)?;
    let reason = sanitize::line(order.reason.as_deref().unwrap_or_default());
    let command = Command::Plan(PlanCommand::SetApproval {
        variants: targets.iter().flat_map(Target::open).collect(),
        to,
        reason: reason.trim().to_owned(),
    });
    let commands = gate::passed(door, store.reader(), command, order.anyway.as_deref())?;
    change::apply_all(door, &mut store, &commands).map(drop)
}

/// The standing of this word: ours in English, those of a filter line, or those of the window.
fn approval(asked: &str, locale: &Locale) -> Result<Approval, Stop> {
    let folded = fold(asked.trim());
    let window = |it: &&Approval| fold(&locale.text(&format!("approval-{}", it.word()))) == folded;
    if let Some(found) = Approval::ALL.iter().find(window) {
        return Ok(*found);
    }
    match filter::stage(&folded) {
        Some(Stage::Idea) => Ok(Approval::Idea),
        Some(Stage::Draft) => Ok(Approval::Draft),
        Some(Stage::Review) => Ok(Approval::Review),
        Some(Stage::Changes) => Ok(Approval::Changes),
        Some(Stage::Hold) => Ok(Approval::Hold),
        Some(Stage::Approved) => Ok(Approval::Approved),
        Some(Stage::Out) => Err(Stop::misasked(Words::new("status-is-stamped"))),
        Some(Stage::Skipped) => Err(Stop::misasked(Words::new("status-is-skipped"))),
        None => Err(unknown(asked)),
    }
}

fn unknown(asked: &str) -> Stop {
    let known: Vec<&str> = Approval::ALL.iter().map(|it| it.word()).collect();
    let words = match slips::nearest(asked, known.iter().copied()) {
        Some(near) => Words::new("status-unknown-near").with("near", near),
        None => Words::new("status-unknown"),
    };
    let words = words.with("found", shown(asked));
    Stop::misasked(words.with("known", known.join(", ")))
}
