//! A file of every tool and in every encoding, each with the account that is expected of it.
//!
//! The files lie in `tests/files/import`, the accounts beside them; the first line of an account says how the file is brought.
//! With `POSTDESK_ACCOUNTS=write` the accounts are written anew, to be read before they are kept.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use super::*;
use crate::import::{messages, plan, readings};

/// The folder of the files.
pub(super) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/import")
}

/// One file of the folder, and how it is brought.
pub(super) struct Brought {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) kind: Kind,
    pub(super) choices: Choices,
    /// The first line of its account.
    said: String,
    account: PathBuf,
    expected: String,
}

/// Every file with its account.
pub(super) fn all() -> Vec<Brought> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_none_or(|ending| ending != "account"))
        .collect();
    paths.sort();
    assert!(paths.len() > 25, "the files are not there");
    paths.iter().map(|path| brought(path)).collect()
}

fn brought(path: &Path) -> Brought {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let account = path.with_file_name(format!("{name}.account"));
    let expected = fs::read_to_string(&account).unwrap_or_default();
    let said = expected.lines().next().unwrap_or("plan").to_owned();
    let mut words = said.split(' ');
    let kind = match words.next() {
        Some("messages") => Kind::Messages,
        Some("readings") => Kind::Readings,
        _ => Kind::Plan,
    };
    let mut choices = Choices::default();
    for word in words {
        let (what, value) = word.split_once('=').unwrap();
        match what {
            "client" => choices.client = Some(value.to_owned()),
            "channel" => choices.channels.push(value.to_owned()),
            "encoding" => choices.encoding = Some(value.parse().unwrap()),
            "dates" => choices.order = Some(value.parse().unwrap()),
            other => panic!("{name}: what is {other}?"),
        }
    }
    Brought {
        bytes: fs::read(path).unwrap(),
        name,
        kind,
        choices,
        said,
        account,
        expected,
    }
}

/// Everything a person would be told about the file.
fn account_of(it: &Brought) -> String {
    let mut told = format!("{}\n\n", it.said);
    match sniff(&it.bytes, it.kind, &it.choices) {
        Err(problem) => writeln!(told, "refused: {}", problem.reason.code()).unwrap(),
        Ok(sniffed) => told.push_str(&looks(&sniffed)),
    }
    let (rows, report) = match it.kind {
        Kind::Plan => lines(plan::read(&it.bytes, &it.choices), plan_line),
        Kind::Messages => lines(messages::read(&it.bytes, &it.choices), |row| {
            let (out, who) = (if row.outgoing { "out" } else { "in" }, &row.author);
            format!(
                "{} {} {} {out} {who}: {}",
                when(Some(row.at)),
                row.client,
                row.channel,
                row.text
            )
        }),
        Kind::Readings => lines(readings::read(&it.bytes, &it.choices), |row| {
            format!(
                "{} {} {} = {}",
                when(Some(row.at)),
                row.client,
                row.metric,
                row.value
            )
        }),
    };
    told.push_str(&rows);
    for problem in told_of(&report) {
        writeln!(told, "! {problem}").unwrap();
    }
    writeln!(told, "{} rows, {} taken", report.rows, report.accepted).unwrap();
    told
}

fn told_of(report: &Report) -> Vec<String> {
    let told = report.problems.iter().map(|it| {
        let column = it.column.as_deref().unwrap_or("-");
        let words = it
            .reason
            .args()
            .into_iter()
            .map(|(_, detail)| match detail {
                Detail::Words(words) => words,
                Detail::Count(count) => count.to_string(),
            });
        let words: Vec<String> = words.collect();
        format!(
            "{} {column} {} {}",
            it.row,
            it.reason.code(),
            words.join(" / ")
        )
    });
    told.map(|line| line.trim_end().to_owned()).collect()
}

fn looks(sniffed: &Sniffed) -> String {
    let encoding = sniffed.encoding.map_or("-", Encoding::name);
    let separator = sniffed.separator.map(char::from);
    let separator = separator.map_or("-".to_owned(), |it| it.escape_debug().to_string());
    let header = sniffed
        .header_line
        .map_or("none".to_owned(), |it| it.to_string());
    let mut told = format!(
        "{} {encoding} separator {separator} header {header} rows {}\n",
        sniffed.form.id(),
        sniffed.rows
    );
    if let Some(sheet) = &sniffed.sheet {
        writeln!(told, "sheet {sheet} of {}", sniffed.sheets.join(", ")).unwrap();
    }
    writeln!(told, "dates {:?}", sniffed.dates).unwrap();
    for column in &sniffed.columns {
        let field = column.field.map_or("-", Field::id);
        let by = column.by.map_or(String::new(), |by| format!(" by {by:?}"));
        let samples = column.samples.join(" · ");
        writeln!(told, "  {} = {field}{by} | {samples}", column.name).unwrap();
    }
    if let Some(lacks) = &sniffed.lacks {
        writeln!(told, "lacks: {:?}", lacks.reason).unwrap();
    }
    told.push('\n');
    told
}

fn lines<T>(read: Imported<T>, line: impl Fn(&T) -> String) -> (String, Report) {
    sound(&read);
    let rows = read.rows.iter().map(|row| line(row) + "\n").collect();
    (rows, read.report)
}

fn when(when: Option<When>) -> String {
    match when {
        None => "shelf".to_owned(),
        Some(When::Day(day)) => day.to_string(),
        Some(When::Local(local)) => local.format("%Y-%m-%d %H:%M").to_string(),
        Some(When::Exact { moment, .. }) => moment.format("%Y-%m-%d %H:%MZ").to_string(),
    }
}

fn plan_line(row: &plan::PlanRow) -> String {
    let mut told = format!(
        "{}: {} {} [{}]",
        row.row,
        when(row.when),
        row.client,
        row.channels.join(", ")
    );
    let parts = [
        ("topic", row.topic.clone()),
        ("text", row.text.replace('\n', "⏎")),
        ("rubric", row.rubric.clone()),
        ("campaign", row.campaign.clone()),
        ("link", row.link.clone()),
        ("format", row.format.clone()),
        ("media", row.media.join(" & ")),
        ("alt", row.alt.join(" & ")),
        ("first comment", row.first_comment.replace('\n', "⏎")),
        ("cover", row.cover.clone()),
        ("script", row.script.replace('\n', "⏎")),
        ("shots", row.shots.replace('\n', "⏎")),
        ("client note", row.client_note.replace('\n', "⏎")),
    ];
    for (name, said) in parts {
        if !said.is_empty() {
            write!(told, " {name}: {said};").unwrap();
        }
    }
    told
}

#[test]
fn every_file_is_read_as_its_account_says() {
    let write = std::env::var("POSTDESK_ACCOUNTS").is_ok_and(|it| it == "write");
    for it in all() {
        let account = account_of(&it);
        if write {
            fs::write(&it.account, &account).unwrap();
        } else {
            assert_eq!(account, it.expected, "{}", it.name);
        }
    }
}

#[test]
fn one_plan_is_the_same_in_every_encoding() {
    let files = all();
    let read = |name: &str| {
        let it = files.iter().find(|it| it.name == name).unwrap();
        let rows = plan::read(&it.bytes, &it.choices).rows.into_iter();
        let rows = rows.map(|row| plan::PlanRow { row: 0, ..row });
        rows.collect::<Vec<_>>()
    };
    let wanted = read("utf8.csv");
    assert_eq!(wanted.len(), 2);
    for name in [
        "utf8-bom.csv",
        "utf16le-bom.tsv",
        "utf16be-bom.csv",
        "utf16le.tsv",
        "utf16be.csv",
        "windows-1251.csv",
        "nfd.csv",
    ] {
        assert_eq!(read(name), wanted, "{name}");
    }
}
