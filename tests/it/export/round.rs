//! Out of one desk, into an empty one with the same clients, out again: nothing has changed.

use serde_json::Value;

use super::desk::{cases, clients, filled, plan};
use crate::home::Home;

/// A desk with hostile posts, and how many rows they make.
fn hostile() -> (Home, Vec<Value>) {
    let home = filled(cases(), |_| true);
    let rows = plan(&home);
    assert!(rows.len() as u64 > cases(), "some posts go their own ways");
    (home, rows)
}

/// Takes the plan out in this form and into an empty desk; that desk and the file.
fn carried(from: &Home, form: &str) -> (Home, String) {
    let file = from.path().join(format!("plan.{form}"));
    let file = file.to_string_lossy().into_owned();
    from.well(&["export", "plan", "--out", &file, "--force"]);
    let into = clients(8);
    let report = into.json(&["import", "plan", &file, "--yes", "--json"]);
    assert_eq!(report["rejected"], 0, "{form}: {}", report["problems"]);
    (into, file)
}

#[track_caller]
fn same(form: &str, was: &[Value], is: &[Value]) {
    for (nth, (was, is)) in was.iter().zip(is).enumerate() {
        assert_eq!(was, is, "{form}: row {nth}");
    }
    assert_eq!(was.len(), is.len(), "{form}");
}

#[test]
fn a_plan_comes_back_equal_from_every_form_and_makes_no_doubles() {
    let (from, rows) = hostile();
    for form in ["csv", "xlsx", "json", "jsonl"] {
        let (into, file) = carried(&from, form);
        same(form, &rows, &plan(&into));
        if form == "xlsx" {
            continue;
        }
        // The file of the file is the same file but for its names.
        let second = into.path().join("again").to_string_lossy().into_owned();
        into.well(&["export", "plan", "--format", form, "--out", &second]);
        let read = |path: &str| unnamed(&std::fs::read_to_string(path).unwrap());
        assert_eq!(read(&file), read(&second), "{form}");
    }
}

#[test]
fn a_file_that_was_taken_in_makes_no_doubles() {
    let (from, _) = hostile();
    let (into, file) = carried(&from, "csv");
    // Its own desk has it already, post for post; and so has the new one.
    for home in [&from, &into] {
        let before = home.dump();
        let again = home.run(&["import", "plan", &file, "--yes", "--json"]);
        assert_eq!(again.code, 0, "{again:?}");
        assert!(home.dump() == before, "something was written");
    }
}

/// A file with all names of posts taken for one.
fn unnamed(file: &str) -> String {
    let mut out = String::with_capacity(file.len());
    let mut rest = file;
    while let Some(at) = rest.find("01") {
        let is_name = rest.get(at..at + 36).is_some_and(|it| {
            it.bytes().enumerate().all(|(nth, b)| match nth {
                8 | 13 | 18 | 23 => b == b'-',
                _ => b.is_ascii_hexdigit(),
            })
        });
        let taken = if is_name { 36 } else { 2 };
        out.push_str(&rest[..at]);
        out.push_str(if is_name { "…" } else { "01" });
        rest = &rest[at + taken..];
    }
    out + rest
}

#[test]
fn a_plan_in_markdown_comes_back_with_the_spaces_of_its_lines_aside() {
    let (from, rows) = hostile();
    let (into, _) = carried(&from, "md");
    let trimmed = |rows: Vec<Value>| -> Vec<Value> {
        let mut rows = rows;
        for row in &mut rows {
            for (field, by_line) in [
                ("topic", true),
                ("first_comment", true),
                ("script", true),
                ("shots", true),
                ("client_note", true),
                ("text", false),
            ] {
                let Some(text) = row[field].as_str() else {
                    continue;
                };
                let lines: Vec<&str> = text
                    .lines()
                    .map(str::trim)
                    .filter(|it| !it.is_empty())
                    .collect();
                let text = text.trim_matches('\n').trim_end();
                let kept = if by_line {
                    lines.join("\n")
                } else {
                    text.to_owned()
                };
                row[field] = if kept.is_empty() {
                    Value::Null
                } else {
                    kept.into()
                };
            }
        }
        rows
    };
    same("md", &trimmed(rows), &trimmed(plan(&into)));
}

#[test]
fn messages_and_readings_come_back_and_make_no_doubles() {
    let from = clients(7);
    let mut messages =
        "date,time,client,channel,author,author_id,text,id,direction,kind\n".to_owned();
    let mut readings = "date,client,channel,metric,value\n".to_owned();
    for i in 0..112 {
        let text = [
            "=сколько?",
            "'24.11",
            "+7 900",
            "да",
            "«a, b»",
            "😀",
            "@kolos",
        ][i % 7];
        let (day, hour, minute) = (1 + i % 28, i / 60, i % 60);
        let (id, out) = (
            [format!("{i}"), String::new()][i % 2].clone(),
            ["in", "out"][i % 5 / 4],
        );
        messages.extend([format!(
            "2026-10-{day:02},{hour:02}:{minute:02}:07,Kolos,vk,Ольга {i},=u{i},\"{text} {i}\",{id},{out},comment\n"
        )]);
        readings.extend([format!(
            "2026-10-{day:02},Kolos,{},reach,{}\n",
            ["vk", "tg"][i / 28 % 2],
            i as f64 / 4.0
        )]);
    }
    for (what, file) in [("messages", messages), ("readings", readings)] {
        let path = from.write(&format!("{what}.csv"), &file);
        from.well(&["import", what, &path, "--yes"]);
        let told = from.json(&["export", what, "--format", "json"]);
        for form in ["csv", "xlsx", "jsonl"] {
            let file = from
                .path()
                .join(format!("out.{form}"))
                .to_string_lossy()
                .into_owned();
            from.well(&["export", what, "--out", &file, "--force"]);
            let into = clients(8);
            into.well(&["import", what, &file, "--yes"]);
            let back = into.json(&["export", what, "--format", "json"]);
            let known = |all: &Value| -> Vec<Value> {
                let mut all = all.as_array().unwrap().clone();
                for row in &mut all {
                    for own in ["thread", "typed_at", "origin"] {
                        row.as_object_mut().unwrap().remove(own);
                    }
                }
                all
            };
            same(form, &known(&told), &known(&back));
            for home in [&from, &into] {
                let again = home.run(&["import", what, &file, "--yes", "--json"]).out;
                let again: Value = serde_json::from_str(&again).unwrap();
                assert_eq!(again["written"], 0, "{what} {form}");
            }
        }
    }
}
