//! Every dialect of a table, and every way a table can be broken.

use super::*;
use crate::import::Choices;

/// What a table of these bytes shows, or why it is none.
fn seen<T>(
    bytes: &[u8],
    choices: &Choices,
    see: impl FnOnce(&Table<'_>) -> T,
) -> Result<T, Problem> {
    let file = File::open(bytes, choices)?;
    let table = Table::open(&file, Kind::Plan, choices)?;
    Ok(see(&table))
}

fn shown<T>(bytes: &[u8], see: impl FnOnce(&Table<'_>) -> T) -> T {
    seen(bytes, &Choices::default(), see).unwrap()
}

fn header(bytes: &[u8]) -> Vec<String> {
    shown(bytes, |table| table.header().to_vec())
}

fn plain(bytes: &[u8]) -> (Vec<String>, Vec<(usize, Vec<String>)>) {
    let rows = shown(bytes, |table| {
        let rows = table.rows().map(Result::unwrap);
        rows.map(|row| {
            let cells = row.cells.iter().map(|it| it.text().to_owned()).collect();
            (row.line, cells)
        })
        .collect()
    });
    (header(bytes), rows)
}

/// Good rows by line and cells, bad ones by line, column and code.
fn told(bytes: &[u8]) -> Vec<String> {
    shown(bytes, |table| table.rows().map(tell).collect())
}

fn tell(row: Result<Row<'_>, Problem>) -> String {
    match row {
        Ok(Row { line, cells }) => {
            let said = |cell: &Cell| match cell {
                Cell::Refused(reason) => format!("!{}", reason.code()),
                cell => cell.text().to_owned(),
            };
            let cells: Vec<String> = cells.iter().map(said).collect();
            format!("{line} {}", cells.join("|"))
        }
        Err(Problem {
            row,
            column,
            reason,
        }) => format!("{row} {}!{}", column.unwrap_or_default(), reason.code()),
    }
}

fn refused(bytes: &[u8]) -> (usize, &'static str) {
    let problem = seen(bytes, &Choices::default(), |_| ()).unwrap_err();
    (problem.row, problem.reason.code())
}

#[test]
fn the_separator_is_the_one_that_divides_the_rows_evenly() {
    for (file, separator) in [
        ("a,b,c\n1,2,3\n", b','),
        ("a;b;c\n1;2;3\n", b';'),
        ("a\tb\tc\n1\t2\t3\n", b'\t'),
        ("a|b|c\n1|2|3\n", b'|'),
        ("\"a\";\"b,,,\";c\n1;2;3\n", b';'),
        ("\n  \na;b;c\n1;2;3", b';'),
        ("sep=;\na;b,x;c\n1;2;3\n", b';'),
        ("sep=|\na|b,x|c\n1|2|3\n", b'|'),
        ("\u{feff}sep=\t\r\na\tb\tc\r\n1\t2\t3", b'\t'),
        ("a;b,b,b;c\n1;2;3\n1;2;3\n1;2;3\n", b';'),
        ("only\n1\n", b','),
    ] {
        shown(file.as_bytes(), |table| {
            assert_eq!(table.separator(), Some(separator), "{file:?}");
            let row = table.rows().next().unwrap().unwrap();
            assert_eq!(row.cells[0].text(), "1", "{file:?}");
        });
    }
    let said = Choices {
        separator: Some(b';'),
        ..Choices::default()
    };
    let names = seen(b"a,b;c,d\n1,2;3,4\n", &said, |table| {
        table.header().to_vec()
    });
    assert_eq!(names.unwrap(), ["a,b", "c,d"]);
}

#[test]
fn cells_behind_the_last_column_that_say_nothing_are_no_length() {
    assert_eq!(
        told(b"a,b\n1,2,,\n1,2, ,\n1,2,,x\n"),
        ["2 1|2", "3 1|2", "4 !row-length"]
    );
}

#[test]
fn any_line_end_and_a_byte_order_mark() {
    for end in ["\n", "\r\n", "\r"] {
        let file = ["\u{feff}date,text", "1,a", "", "2,\"b", "c\"", ",", "3,d"].join(end);
        let (header, rows) = plain(file.as_bytes());
        assert_eq!(header, ["date", "text"]);
        let text = format!("b{end}c");
        let wanted = [(2, "1", "a"), (4, "2", text.as_str()), (7, "3", "d")];
        let wanted = wanted.map(|(line, a, b)| (line, vec![a.to_owned(), b.to_owned()]));
        assert_eq!(rows, wanted, "{end:?}");
    }
}

#[test]
fn quotes_hold_separators_line_ends_and_themselves() {
    let (_, rows) = plain(b"a,b\n\"x,\n\"\"y\"\"\",\"\"\n5\" pipe,\"\"\"\"\n");
    assert_eq!(rows[0], (2, vec!["x,\n\"y\"".into(), String::new()]));
    assert_eq!(rows[1], (4, vec!["5\" pipe".into(), "\"".into()]));
}

#[test]
fn a_broken_quote_costs_its_own_line() {
    assert_eq!(
        told(b"a,b\n1,\"half\n2,x\n3,\"y\"z\n4,w\n5,\"end"),
        [
            "2 !stray-quote",
            "3 2|x",
            "4 !stray-quote",
            "5 4|w",
            "6 !half-quote"
        ]
    );
    assert_eq!(
        told(b"a,b\n1,\"half\n2,x\n3,y\n"),
        ["2 !half-quote", "3 2|x", "4 3|y"]
    );
    assert_eq!(
        told(b"a,b\n1,\"x\",\"half\n2,\"many\nlines\"\n3,y\n"),
        ["2 !stray-quote", "3 2|many\nlines", "5 3|y"]
    );
    assert_eq!(refused(b"a,\"b\n1,2\n"), (1, "half-quote"));
}

#[test]
fn a_row_of_another_length_is_told_and_the_rest_read() {
    assert_eq!(
        told(b"a,b,c\n1,2\n1,2,3\n1,2,3,4\n\"x\ny\",2\n4,5,6\n"),
        [
            "2 !row-length",
            "3 1|2|3",
            "4 !row-length",
            "5 !row-length",
            "7 4|5|6"
        ]
    );
    let long = format!("a,b\n{}\n1,2\n", ",x".repeat(100_000));
    let first = shown(long.as_bytes(), |table| {
        table.rows().next().unwrap().unwrap_err()
    });
    let reason = Reason::RowLength {
        expected: 2,
        found: 100_001,
    };
    assert_eq!(first, Problem::of_row(2, reason));
}

#[test]
fn a_cell_that_is_no_text_is_named() {
    assert_eq!(
        told(b"a,b\n1,x\0y\n2,\xff\xfe\n3,caf\xe9\n4,ok\n"),
        ["2 b!nul-byte", "3 b!not-utf8", "4 b!not-utf8", "5 4|ok"]
    );
    let long = format!(
        "a,b\n1,{}\n2,\"{}\"\n3,ok\n",
        "x".repeat(LARGEST_CELL + 1),
        "y".repeat(LARGEST_CELL)
    );
    let said = told(long.as_bytes());
    assert_eq!(said[0], "2 b!cell-too-long");
    assert_eq!(said[1].len(), "3 2|".len() + LARGEST_CELL);
    assert_eq!(said[2], "4 3|ok");
}

#[test]
fn what_is_no_table_is_refused_whole() {
    for (bytes, code) in [
        (b"".to_vec(), "file-empty"),
        (b"\xEF\xBB\xBF".to_vec(), "file-empty"),
        (b" \r\n\t\n".to_vec(), "file-empty"),
        (b",,\n , \n".to_vec(), "file-empty"),
        (b"\xFF\xFE".to_vec(), "file-empty"),
        (b"\xFF\xFE\0\0d\0\0\0".to_vec(), "encoding"),
        (b"PK\x03\x04\x14\0".to_vec(), "workbook-broken"),
        (b"%PDF-1.7".to_vec(), "not-a-table"),
        (b"\x89PNG\r\n".to_vec(), "not-a-table"),
        (b"\xD0\xCF\x11\xE0".to_vec(), "old-workbook"),
        (b"\x7fELF\x02\x01\x01\0\0,\0".to_vec(), "nul-byte"),
        (vec![b','; 5_000], "file-empty"),
        (b"a,".repeat(300), "too-many-columns"),
        (vec![b'x'; 10 << 20], "cell-too-long"),
    ] {
        assert_eq!(
            refused(&bytes),
            (1, code),
            "{:?}",
            &bytes[..bytes.len().min(20)]
        );
    }
    assert_eq!(refused(&vec![0; LARGEST_FILE + 1]).1, "file-too-big");
}

#[test]
fn a_list_of_objects_and_objects_one_after_another() {
    let list = br#" [ {"a":"1","b":"x"}, {"b":2.50,"a":true},{"a":null,"c":["VK","TG",3]} ] "#;
    let lines = b"\xEF\xBB\xBF{\"a\":\"1\",\"b\":\"x\"}\r\n{\"b\":2.50,\"a\":true}\n\n{\"a\":null,\"c\":[\"VK\",\"TG\",3]}";
    for bytes in [&list[..], &lines[..]] {
        assert_eq!(header(bytes), ["a", "b", "c"]);
        assert_eq!(told(bytes), ["1 1|x|", "2 true|2.5|", "3 ||VK, TG, 3"]);
        shown(bytes, |table| {
            assert_eq!(table.form, Form::Json);
            let second = table.rows().nth(1).unwrap().unwrap();
            assert_eq!(second.cells[1], Cell::Number("2.5".into()));
        });
    }
    assert_eq!(told(b"[]"), [""; 0]);
    assert_eq!(
        told(br#"{"a":"line\nline \"q\" \u0434\ud83d\ude00"}"#),
        ["1 line\nline \"q\" д😀"]
    );
}

#[test]
fn an_object_that_is_broken_is_named_and_the_rest_read() {
    let lines = b"{\"a\":1}\n{\"a\":2\n{\"a\":\"3}\n{\"a\":4} x\n{\"a\":\"\xff\"}\n{\"a\":6}\n";
    assert_eq!(
        told(lines),
        [
            "1 1",
            "2 !bad-json",
            "3 !bad-json",
            "4 4",
            "5 !bad-json",
            "6 !not-utf8",
            "7 6"
        ]
    );
    let list = br#"[{"a":1},{"a":},{"a":3} {"a":4},{"a":5},"#;
    assert_eq!(
        told(list),
        [
            "1 1",
            "2 !bad-json",
            "3 3",
            "4 !bad-json",
            "5 5",
            "6 !file-cut"
        ]
    );
    assert_eq!(told(br#"[{"a":1}"#), ["1 1", "2 !file-cut"]);
    assert_eq!(told(b"{\"a\":1}\n{\"a\":2"), ["1 1", "2 !file-cut"]);
    assert_eq!(told(b"[1,2]"), ["1 !bad-json"]);
    assert_eq!(told(b"[{\"a\":\"x\0\"}]"), ["1 !nul-byte"]);
}

#[test]
fn a_value_that_is_no_cell_is_named() {
    let file = br#"{"a":[["VK"],"TG"]}
{"a":12345678901234567890123}
{"a":1,"a":2}
{"a":"x\u0000y"}
{"a":18446744073709551615}
{"a":-0.5}
{"a":[{"x":1},2]}
{"a":1e2}"#;
    assert_eq!(
        told(file),
        [
            "1 !nested-value",
            "2 !number-too-long",
            "3 a!duplicate-column",
            "4 a!nul-byte",
            "5 18446744073709551615",
            "6 -0.5",
            "7 !nested-value",
            "8 100"
        ]
    );
    let long = format!(
        "{{\"a\":\"{}\"}}\n{{\"a\":1}}",
        "x".repeat(LARGEST_CELL + 1)
    );
    assert_eq!(told(long.as_bytes()), ["1 a!cell-too-long", "2 1"]);
}

#[test]
fn what_is_nested_has_columns_of_its_own() {
    let file = br#"{"a":{"x":1,"y":{"z":"deep"}},"b":[{"u":"one"},{"u":"two"}]}
{"a":{"x":[1,2]},"b":[]}
{"a":{"y":{"z":{"q":{"r":1}}}}}"#;
    assert_eq!(
        header(file),
        ["a.x", "a.y.z", "b.u", "b.2.u", "b", "a.y.z.q"]
    );
    assert_eq!(
        told(file),
        ["1 1|deep|one|two||", "2 1, 2|||||", "3 |||||!nested-value"]
    );
    let many = format!("{{\"a\":[{}]}}", vec!["{\"u\":1}"; 30].join(","));
    assert_eq!(header(many.as_bytes()).len(), 21);
    assert!(told(many.as_bytes())[0].ends_with("!nested-too-big"));
    let twice = br#"{"a.x":1,"a":{"x":2}}"#;
    assert_eq!(told(twice), ["1 a.x!duplicate-column"]);
}

#[test]
fn posts_within_an_object_are_rows_of_their_own() {
    let file =
        br#"{"date":"2026-12-01","type":"draft","posts":[{"t":"a"},{"t":"b","date":"2026-12-02"}]}
{"posts":[],"t":"c"}"#;
    assert_eq!(header(file), ["t", "date", "plan.type", "posts"]);
    assert_eq!(
        told(file),
        ["1 a|2026-12-01|draft|", "2 b|2026-12-02|draft|", "3 c|||"]
    );
    // What is said for all is said again for each: a megabyte of it would be a megabyte for every post.
    let long = format!(
        "{{\"d\":\"{}\",\"posts\":[{{\"t\":1}}]}}",
        "x".repeat(5_000)
    );
    assert_eq!(told(long.as_bytes()), ["1 1|!nested-too-big"]);
}

#[test]
fn objects_with_ever_new_names_are_no_table() {
    use std::fmt::Write as _;
    let mut lines = String::new();
    for i in 0..300 {
        writeln!(lines, "{{\"c{i}\":{i}}}").unwrap();
    }
    assert_eq!(refused(lines.as_bytes()), (257, "too-many-columns"));
}
