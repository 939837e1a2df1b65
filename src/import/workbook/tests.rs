//! Workbooks as people save them, and archives that are none or mean harm.

use rust_xlsxwriter::{Format, Formula, Workbook as Writer};

use super::*;

/// A workbook of two sheets: a plan with a title, merged cells, dates, times and a formula, and notes.
fn plan() -> Vec<u8> {
    let day = Format::new().set_num_format("dd.mm.yyyy");
    let time = Format::new().set_num_format("hh:mm");
    let share = Format::new().set_num_format("0.0%");
    let mut book = Writer::new();
    let sheet = book.add_worksheet();
    sheet.set_name("План").unwrap();
    sheet.write(0, 0, "Контент-план").unwrap();
    for (column, name) in ["Дата", "Время", "Текст", "ER"].into_iter().enumerate() {
        sheet.write(2, column as u16, name).unwrap();
    }
    sheet.merge_range(3, 0, 5, 0, "", &day).unwrap();
    sheet.write_with_format(3, 0, 46_357, &day).unwrap();
    sheet
        .write_with_format(3, 1, 0.395_833_333_333, &time)
        .unwrap();
    sheet.write(3, 2, "Хлеб").unwrap();
    sheet.write_with_format(3, 3, 0.053, &share).unwrap();
    sheet.write_with_format(4, 1, 0.5, &time).unwrap();
    sheet
        .write_formula(4, 2, Formula::new("=A1&\"!\"").set_result("Сыр!"))
        .unwrap();
    sheet.write(8, 2, true).unwrap();
    book.add_worksheet().set_name("Notes").unwrap();
    book.save_to_buffer().unwrap()
}

fn told(book: &Workbook) -> Vec<String> {
    let rows = book.rows().map(|(line, cells)| {
        let cells = cells.iter().map(|(column, held, text)| {
            let mark = if *held == Held::Number { "#" } else { "" };
            format!("{column}:{mark}{text}")
        });
        format!("{line} {}", cells.collect::<Vec<_>>().join(" "))
    });
    rows.collect()
}

#[test]
fn dates_times_formulas_and_merged_cells_are_what_the_eye_sees() {
    let book = Workbook::open(&plan(), None).unwrap();
    assert_eq!(book.sheets, ["План", "Notes"]);
    assert_eq!((book.sheet.as_str(), book.from_1904), ("План", false));
    assert_eq!(
        told(&book),
        [
            "1 0:Контент-план",
            "3 0:Дата 1:Время 2:Текст 3:ER",
            "4 0:2026-12-01 1:09:30:00 2:Хлеб 3:#5.3",
            "5 0:2026-12-01 1:12:00:00 2:Сыр!",
            "9 2:TRUE",
        ]
    );
}

#[test]
fn a_sheet_is_found_by_its_name_in_any_case() {
    assert_eq!(Workbook::open(&plan(), Some("план")).unwrap().sheet, "План");
    assert!(told(&Workbook::open(&plan(), Some("NOTES")).unwrap()).is_empty());
    let missing = Workbook::open(&plan(), Some("Июнь")).unwrap_err();
    let found = vec!["План".to_owned(), "Notes".to_owned()];
    let name = "Июнь".to_owned();
    assert_eq!(missing, Reason::SheetMissing { name, found });
}

/// An archive of these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn an_archive_that_is_no_workbook_is_refused() {
    let refused = |bytes: &[u8]| Workbook::open(bytes, None).unwrap_err().code();
    let whole = plan();
    assert_eq!(refused(&whole[..whole.len() / 2]), "workbook-broken");
    assert_eq!(
        refused(&archive(&[("word/document.xml", b"<a/>")])),
        "not-a-table"
    );
    assert_eq!(
        refused(&archive(&[("xl/workbook.xml", b"<a/>")])),
        "workbook-broken"
    );
    assert_eq!(
        refused(&archive(&[("xl/workbook.xml", b"<!DOCTYPE a>")])),
        "workbook-broken"
    );
}

#[test]
fn what_unpacks_to_more_than_a_plan_is_refused_before_it_is_read() {
    let spaces = vec![b' '; 2 << 20];
    let bomb = archive(&[
        ("xl/workbook.xml", b"<a/>"),
        ("xl/worksheets/sheet1.xml", &spaces),
        ("xl/media/image1.png", &spaces),
    ]);
    assert!(bomb.len() < 64 << 10, "{}", bomb.len());
    let weighed = |most: usize| guard::weigh(&bomb, most);
    assert_eq!(weighed(5 << 20), Ok(()));
    for most_megabytes in [1, 3] {
        let refused = Err(Reason::UnpacksTooBig { most_megabytes });
        assert_eq!(weighed(most_megabytes << 20), refused);
    }
}
