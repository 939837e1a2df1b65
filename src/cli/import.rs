//! `import`: a file becomes rows, names become clients and channels, and what is right becomes Commands.
//!
//! Without `--yes` nothing is written: the report is the answer. Every row that is wrong is told with its place.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use chrono_tz::Tz;
use serde::Serialize;

use super::change;
use super::client::no_zone;
use super::door::Door;
use super::line::{ImportFrom, ImportOrder};
use super::stop::Stop;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::domain::zone::zone_by_name;
use crate::import::header::Kind;
use crate::import::table::LARGEST_FILE;
use crate::import::{Choices, Detail, Problem, Reason, Report};
use crate::intake::{Asked, Goods, StandIns, look};
use crate::locale::{Arg, Locale};

/// Messages made searchable in one transaction.
const INDEXED: i64 = 1_000;

/// Problems said on a screen; JSON has them all.
const SAID: usize = 40;

/// What came of it.
#[derive(Serialize)]
struct Outcome {
    #[serde(flatten)]
    report: Report,
    /// Rows written; of messages only those that were new.
    written: usize,
}

/// Reads the file, says what is in it, and writes what is right when that was asked for.
pub(super) fn run(door: &mut Door<'_>, what: &ImportOrder) -> Result<(), Stop> {
    let (kind, from) = match what {
        ImportOrder::Plan(from) => (Kind::Plan, from),
        ImportOrder::Messages(from) => (Kind::Messages, from),
        ImportOrder::Readings(from) => (Kind::Readings, from),
    };
    let asked = Asked {
        kind,
        zone: from.zone.as_deref().map(zone).transpose()?,
        bytes: bytes(&from.file)?,
        file: name(&from.file),
        folder: from.file.parent().map(Path::to_owned),
        choices: Choices {
            client: from.client.clone(),
            map: from.map.clone(),
            ..Choices::default()
        },
        names: StandIns::default(),
    };
    let outcome = if from.yes {
        write(door, &asked)?
    } else {
        let looked = look(&door.reader()?, &asked, door.now)?;
        let report = looked.report;
        Outcome { report, written: 0 }
    };
    tell(door, from, &outcome)
}

/// Writes what is right.
fn write(door: &mut Door<'_>, asked: &Asked) -> Result<Outcome, Stop> {
    // A trial must not even begin a desk, and neither must a file that cannot be read; this is no trial.
    let mut store = door.store()?;
    let looked = look(store.reader(), asked, door.now)?;
    let mut report = looked.report;
    let is_plan = matches!(looked.goods, Goods::Plan(_));
    let (mut written, is_messages) = match &looked.goods {
        Goods::Messages(_) => (0, true),
        other => (other.len(), false),
    };
    let packed = looked.goods.packed(store.folder(), &asked.file);
    for problem in packed.problems {
        report.note(problem);
    }
    for command in &packed.commands {
        let done = if is_plan {
            change::apply(door, &mut store, command)?
        } else {
            change::apply_quietly(door, &mut store, command)?
        };
        if is_messages {
            // Of messages only those count that were new.
            let new = done.id.and_then(|new| usize::try_from(new).ok());
            written += new.unwrap_or(0);
        }
    }
    if is_messages {
        while store.index_some(INDEXED)? > 0 {}
    }
    Ok(Outcome { report, written })
}

fn tell(door: &mut Door<'_>, from: &ImportFrom, outcome: &Outcome) -> Result<(), Stop> {
    let report = &outcome.report;
    if from.json {
        door.say.json(outcome)?;
    } else {
        for problem in report.problems.iter().take(SAID) {
            let line = sentence(&door.locale, problem);
            door.say.answer(&line)?;
        }
        let more = report.problems.len().saturating_sub(SAID) + report.untold;
        if more > 0 {
            door.answer(&Words::new("imported-more").with("n", more))?;
        }
        let numbers = [
            ("rows", Arg::from(report.rows)),
            ("accepted", Arg::from(report.accepted)),
            ("rejected", Arg::from(report.rejected)),
        ];
        let summary = door.locale.say("imported-summary", &numbers);
        door.say.answer(&summary)?;
    }
    if is_known(report) {
        door.remark(&Words::new("imported-known"));
        return Ok(());
    }
    if report.accepted == 0 {
        return Err(Stop::refused(Words::new("imported-nothing")));
    }
    let end = if from.yes {
        Words::new("imported-written").with("n", outcome.written)
    } else {
        Words::new("imported-trial")
    };
    door.remark(&end);
    Ok(())
}

/// Whether the desk has every row already: bringing a file twice is no failure.
fn is_known(report: &Report) -> bool {
    // That a time comes twice is told of rows that are there as well.
    let known = |it: &Problem| {
        matches!(
            it.reason,
            Reason::AlreadyThere {} | Reason::TimeTwice { .. }
        )
    };
    report.accepted == 0
        && report.rows > 0
        && report.untold == 0
        && report.problems.iter().all(known)
}

/// "row 12, дата: there is no such day".
fn sentence(locale: &Locale, problem: &Problem) -> String {
    let args: Vec<(&str, Arg)> = problem
        .reason
        .args()
        .into_iter()
        .map(|(name, detail)| match detail {
            Detail::Words(words) => (name, Arg::from(words)),
            Detail::Count(count) => (name, Arg::from(count)),
        })
        .collect();
    let what = locale.say(problem.reason.key(), &args);
    let row = problem.row.to_string();
    match &problem.column {
        Some(column) => locale.say(
            "imported-cell",
            &[
                ("row", row.into()),
                ("column", column.as_str().into()),
                ("what", what.into()),
            ],
        ),
        None => locale.say(
            "imported-row",
            &[("row", row.into()), ("what", what.into())],
        ),
    }
}

fn zone(asked: &str) -> Result<Tz, Stop> {
    zone_by_name(asked).map_err(|error| Stop::misasked(no_zone(asked, &error.nearest)))
}

/// The whole file, or standard input for `-`; one byte over the largest size is enough to know that it is too large.
fn bytes(file: &Path) -> Result<Vec<u8>, Stop> {
    let limit = LARGEST_FILE as u64 + 1;
    let mut bytes = Vec::new();
    let read = if file == Path::new("-") {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|open| open.take(limit).read_to_end(&mut bytes))
    };
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => Err(Stop::refused(
            Words::new("imported-unreadable")
                .with("file", sanitize::line(&file.to_string_lossy()))
                .with("detail", error),
        )),
    }
}

fn name(file: &Path) -> String {
    let name = file.file_name().unwrap_or(file.as_os_str());
    sanitize::line(&name.to_string_lossy())
}
