//! Whole files, from bytes to typed rows and the account of them.

mod files;
mod golden;
mod hostile;
mod mutation;
mod says;

use super::*;

/// Row, column and code of every problem, as a person would point at them.
fn told(report: &Report) -> Vec<String> {
    let told = report.problems.iter().map(|it| {
        let column = it.column.as_deref().unwrap_or("-");
        format!("{} {column} {}", it.row, it.reason.code())
    });
    told.collect()
}

/// What holds of every import, whatever the file was.
fn sound<T>(read: &Imported<T>) {
    let report = &read.report;
    assert_eq!(report.rows, report.accepted + report.rejected);
    assert_eq!(read.rows.len(), report.accepted);
    assert!(
        report.rejected == 0 || !report.is_clean(),
        "rows are lost without a word"
    );
}

/// Whether a terminal and an eye may see it.
fn harmless(text: &str) -> bool {
    let hidden = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}'..='\u{200f}' | '\u{feff}');
    !text
        .chars()
        .any(|c| (c.is_control() && c != '\n') || hidden(c))
}
