//! What an import answers: how the file was understood, row by row what is wrong, and what was or would be written.

use super::super::door::Door;
use super::super::stop::Stop;
use super::Outcome;
use crate::domain::words::Words;
use crate::import::{Column, Dates, Problem, Reason, Report};
use crate::intake::{Unknown, told};
use crate::locale::Arg;

/// Problems said on a screen; JSON has them all.
const SAID: usize = 40;

/// Columns and unknown names said on a screen.
const LISTED: usize = 60;

/// Says all of it for eyes.
pub(super) fn say(door: &mut Door<'_>, outcome: &Outcome) -> Result<(), Stop> {
    understood(door, outcome)?;
    let report = &outcome.report;
    for problem in report.problems.iter().take(SAID) {
        let line = told::problem(&door.locale, problem);
        door.say.answer(&line)?;
    }
    let more = report.problems.len().saturating_sub(SAID) + report.untold;
    if more > 0 {
        door.answer(&Words::new("imported-more").with("n", more))?;
    }
    for unknown in outcome.unknown.iter().take(LISTED) {
        let line = unknown_line(door, unknown);
        door.say.answer(&line)?;
    }
    let numbers = [
        ("rows", Arg::from(report.rows)),
        ("accepted", Arg::from(report.accepted)),
        ("rejected", Arg::from(report.rejected)),
    ];
    let summary = door.locale.say("imported-summary", &numbers);
    door.say.answer(&summary)
}

/// How the file was read, column by column.
fn understood(door: &mut Door<'_>, outcome: &Outcome) -> Result<(), Stop> {
    let Some(sniffed) = &outcome.sniffed else {
        return Ok(());
    };
    let what = told::file(&door.locale, sniffed);
    let args = [
        ("file", outcome.file.as_str().into()),
        ("what", what.into()),
    ];
    let line = door.locale.say("intake-file", &args);
    door.say.answer(&line)?;
    for column in sniffed.columns.iter().take(LISTED) {
        let line = column_line(door, column);
        door.say.answer(&line)?;
    }
    if sniffed.dates != Dates::Unneeded {
        let what = told::dates(&door.locale, &sniffed.dates);
        let line = door.locale.say("intake-dates", &[("what", what.into())]);
        door.say.answer(&line)?;
    }
    if matches!(sniffed.dates, Dates::Open { .. }) {
        door.answer(&Words::new("intake-dates-ask"))?;
    }
    let before = outcome.remembered;
    for (key, n) in [
        ("intake-remembered-columns", before.columns),
        ("intake-remembered-names", before.names),
    ] {
        if n > 0 {
            door.answer(&Words::new(key).with("n", n))?;
        }
    }
    Ok(())
}

/// "  дата → date, by its name: 03/04/2027 · 05/04/2027".
fn column_line(door: &Door<'_>, column: &Column) -> String {
    let some = |words: String| {
        if words.is_empty() {
            "none".to_owned()
        } else {
            words
        }
    };
    let args = [
        ("column", column.name.as_str().into()),
        ("field", told::field(&door.locale, column.field).into()),
        ("by", some(told::by(&door.locale, column.by)).into()),
        ("samples", some(column.samples.join(" · ")).into()),
    ];
    format!("  {}", door.locale.say("intake-column", &args))
}

fn unknown_line(door: &Door<'_>, unknown: &Unknown) -> String {
    let key = format!("intake-unknown-{}", unknown.what.word());
    let anybody = || door.locale.text("intake-anybody").into_owned();
    let near = unknown.near.clone().unwrap_or_else(anybody);
    let args = [
        ("n", unknown.rows.into()),
        ("name", unknown.name.as_str().into()),
        (
            "client",
            unknown.client_name.clone().unwrap_or_default().into(),
        ),
        ("near", near.into()),
    ];
    door.locale.say(&key, &args)
}

/// The last word, and whether it is one of failure.
pub(super) fn end(door: &mut Door<'_>, outcome: &Outcome, wrote: bool) -> Result<(), Stop> {
    if is_known(&outcome.report) {
        door.remark(&Words::new("imported-known"));
        return Ok(());
    }
    if outcome.report.accepted == 0 {
        return Err(Stop::refused(Words::new("imported-nothing")));
    }
    let end = if wrote {
        Words::new("imported-written").with("n", outcome.written)
    } else {
        Words::new("imported-trial")
    };
    door.remark(&end);
    Ok(())
}

/// Whether the desk has every row already: bringing a file twice is no failure.
fn is_known(report: &Report) -> bool {
    // What is only told is told of rows that are there as well.
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
