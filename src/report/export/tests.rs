//! Whole files, as they lie on the disk, from rows of every kind.

use std::io::{self, Cursor, Write};

use calamine::{Data, DataType as _, Reader as _, Xlsx as Workbook};
use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::cell::{Column, Sheet, columns};
use super::xlsx::{LONGEST_CELL, Xlsx};
use super::*;
use crate::domain::formula::unguarded;
use crate::domain::sanitize;

const COLUMNS: &[Column] =
    columns!["date" 11, "time" 8, "topic" 30, "text" 60, "value" 9, "channel" 9];

fn day() -> Cell<'static> {
    Cell::Day(NaiveDate::from_ymd_opt(2026, 12, 1).unwrap())
}

fn row<'a>(topic: &'a str, text: &'a str) -> Vec<Cell<'a>> {
    let time = NaiveTime::from_hms_opt(9, 30, 0).unwrap();
    let channels = ["VK", "TG"].map(str::to_owned).to_vec();
    vec![
        day(),
        Cell::Clock(time),
        Cell::text(topic),
        Cell::text(text),
        Cell::Number(5.25),
        Cell::list(channels),
    ]
}

fn file(form: Form, rows: &[Vec<Cell<'_>>]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut sheet: Box<dyn Sheet + '_> = match form {
        Form::Csv => Box::new(csv::Csv::open(COLUMNS, &mut out).unwrap()),
        Form::Xlsx => Box::new(Xlsx::open("plan", COLUMNS, &mut out).unwrap()),
        Form::Md => Box::new(markdown::Markdown::open(COLUMNS, &mut out).unwrap()),
        Form::Json => Box::new(json::Json::list(COLUMNS, &mut out)),
        Form::Jsonl => Box::new(json::Json::lines(COLUMNS, &mut out)),
    };
    for row in rows {
        sheet.row(row).unwrap();
    }
    sheet.close().unwrap();
    out
}

fn text(form: Form, rows: &[Vec<Cell<'_>>]) -> String {
    String::from_utf8(file(form, rows)).unwrap()
}

/// The cells of the one row of a workbook, read by another hand than wrote them.
fn read_back(bytes: Vec<u8>) -> Vec<Data> {
    let mut book: Workbook<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let rows: Vec<_> = sheet.rows().collect();
    let names: Vec<String> = rows[0].iter().map(ToString::to_string).collect();
    assert_eq!(names, ["date", "time", "topic", "text", "value", "channel"]);
    assert_eq!(rows.len(), 2);
    rows[1].to_vec()
}

#[test]
fn a_table_for_spreadsheets_is_text_that_nothing_calculates() {
    let rows = [
        row("=1+1", "one, \"two\"\nthree"),
        row("'twas", "24.11"),
        row("", ""),
    ];
    assert_eq!(
        text(Form::Csv, &rows),
        "\u{feff}date,time,topic,text,value,channel\n\
         2026-12-01,09:30,'=1+1,\"one, \"\"two\"\"\nthree\",5.25,\"VK, TG\"\n\
         2026-12-01,09:30,'twas,'24.11,5.25,\"VK, TG\"\n\
         2026-12-01,09:30,,,5.25,\"VK, TG\"\n"
    );
}

#[test]
fn a_script_finds_every_field_in_every_row() {
    let rows = [row("=1+1", ""), row("'a", "b\n\u{202e}c")];
    let lines = text(Form::Jsonl, &rows);
    assert_eq!(
        lines,
        "{\"date\":\"2026-12-01\",\"time\":\"09:30\",\"topic\":\"=1+1\",\"text\":null,\"value\":5.25,\"channel\":[\"VK\",\"TG\"]}\n\
         {\"date\":\"2026-12-01\",\"time\":\"09:30\",\"topic\":\"'a\",\"text\":\"b\\n‹U+202E›c\",\"value\":5.25,\"channel\":[\"VK\",\"TG\"]}\n"
    );
    let list: serde_json::Value = serde_json::from_str(&text(Form::Json, &rows)).unwrap();
    assert_eq!(list[1]["topic"], "'a");
    assert_eq!(text(Form::Json, &[]), "[]\n");
    assert_eq!(text(Form::Jsonl, &[]), "");
    assert!(
        text(Form::Json, &[vec![Cell::Number(3.0)]]).contains(":3}"),
        "a whole number"
    );
}

#[test]
fn a_table_to_read_holds_no_markup_of_others() {
    let rows = [row("a | b", "<b>x</b>\n# y")];
    assert_eq!(
        text(Form::Md, &rows),
        "| date | time | topic | text | value | channel |\n| --- | --- | --- | --- | --- | --- |\n\
         | 2026-12-01 | 09:30 | a \\| b | \\<b\\>x\\</b\\><br>\\# y | 5.25 | VK, TG |\n"
    );
}

#[test]
fn a_workbook_has_real_dates_numbers_and_text() {
    let cells = read_back(file(
        Form::Xlsx,
        &[row("=HYPERLINK(\"x\")", " a\nb & <c> _x000D_ ")],
    ));
    let number = |cell: &Data| match cell {
        Data::DateTime(when) => when.as_f64(),
        other => panic!("{other:?} is no date"),
    };
    assert_eq!(
        (number(&cells[0]), number(&cells[1])),
        (46_357.0, 9.5 / 24.0)
    );
    assert_eq!(cells[2], Data::String("=HYPERLINK(\"x\")".into()));
    assert_eq!(cells[3], Data::String(" a\nb & <c> _x000D_ ".into()));
    assert_eq!(cells[4], Data::Float(5.25));
}

#[test]
fn a_cell_that_is_too_long_is_told_and_never_cut() {
    let fits = "ы".repeat(LONGEST_CELL);
    assert_eq!(
        read_back(file(Form::Xlsx, &[row("a", &fits)]))[3],
        Data::String(fits)
    );
    // A workbook counts an emoji twice.
    let too_long = "😀".repeat(LONGEST_CELL / 2 + 1);
    let mut out = Vec::new();
    let mut sheet = Xlsx::open("plan", COLUMNS, &mut out).unwrap();
    let trouble = sheet.row(&row("Syrniki", &too_long)).unwrap_err();
    let words = trouble.words();
    assert_eq!(words.key, "export-cell-too-long");
    assert_eq!(words.args["row"], "2026-12-01 · Syrniki");
    assert_eq!(
        (words.args["column"].as_str(), words.args["length"].as_str()),
        ("text", "32768")
    );
}

/// Takes so many bytes, then the disk is full.
struct Small(usize);

impl Write for Small {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let fits = bytes.len().min(self.0);
        self.0 -= fits;
        if fits == 0 {
            Err(io::ErrorKind::StorageFull.into())
        } else {
            Ok(fits)
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_disk_that_fills_is_an_error_wherever_it_happens() {
    for form in Form::ALL {
        let whole = file(*form, &[row("a", "b")]).len();
        for room in (0..whole).step_by(7) {
            let mut out = Small(room);
            let tried = (|| {
                let mut sheet: Box<dyn Sheet + '_> = match form {
                    Form::Csv => Box::new(csv::Csv::open(COLUMNS, &mut out)?),
                    Form::Xlsx => Box::new(Xlsx::open("plan", COLUMNS, &mut out)?),
                    Form::Md => Box::new(markdown::Markdown::open(COLUMNS, &mut out)?),
                    Form::Json => Box::new(json::Json::list(COLUMNS, &mut out)),
                    Form::Jsonl => Box::new(json::Json::lines(COLUMNS, &mut out)),
                };
                sheet.row(&row("a", "b"))?;
                sheet.close()
            })();
            let words = tried.unwrap_err().words();
            assert_eq!(
                words.key,
                "export-disk-full",
                "{} at {room} of {whole}",
                form.word()
            );
        }
    }
}

#[test]
fn a_file_is_there_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.csv");
    let names = || std::fs::read_dir(folder.path()).unwrap().count();
    let half = |out: &mut dyn Write| {
        out.write_all(&vec![b'x'; 1 << 20])?;
        Err::<(), _>(Trouble::from(io::Error::from(io::ErrorKind::StorageFull)))
    };
    assert!(file::whole(&path, false, half).is_err());
    assert_eq!(names(), 0, "a rest is left");
    let all = |out: &mut dyn Write| Ok(out.write_all(b"first")?);
    file::whole(&path, false, all).unwrap();
    let second = |out: &mut dyn Write| Ok(out.write_all(b"second")?);
    assert!(matches!(
        file::whole(&path, false, second),
        Err(Trouble::There(_))
    ));
    assert!(file::whole(&path, true, half).is_err());
    assert_eq!(std::fs::read(&path).unwrap(), b"first");
    file::whole(&path, true, second).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"second");
    assert_eq!(names(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_back_out_of_a_workbook(wild in "\\PC{0,20}[\n'=+@\"<&_x0-9]{0,6}\\PC{0,20}") {
        let clean = sanitize::text(&wild);
        let cells = read_back(file(Form::Xlsx, &[row("a", &clean)]));
        let found = cells[3].as_string().unwrap_or_default();
        prop_assert_eq!(unguarded(&found), &clean);
    }
}
