//! Files that mean harm: to the terminal, to the eye, to the clock and to the memory.

use std::time::{Duration, Instant};

use super::*;
use crate::import::{messages, plan};

const HOSTILE: &str = "\u{1b}[2J\u{1b}]52;c;cm0=\u{7}Kolos\u{202e}\u{9b}31m\u{200b}\u{7f}";

fn plan_of(bytes: &[u8]) -> Imported<plan::PlanRow> {
    let read = plan::read(bytes, &Choices::default());
    sound(&read);
    read
}

/// Everything a report can show.
fn shown(report: &Report) -> String {
    let mut all = report.ignored_columns.join("\n");
    for problem in &report.problems {
        all.extend(problem.column.iter().map(String::as_str));
        for (_, detail) in problem.reason.args() {
            if let Detail::Words(words) = detail {
                all.push_str(&words);
            }
        }
    }
    all
}

#[test]
fn sequences_and_bidi_in_cells_become_harmless_text() {
    let file = format!(
        "date,client,channel,topic,text,link,rubric,format\n2026-05-09 10:00,{HOSTILE},\"{HOSTILE},vk\",{HOSTILE},\"a\n{HOSTILE}\",{HOSTILE},{HOSTILE},{HOSTILE}\n"
    );
    let read = plan_of(file.as_bytes());
    let row = &read.rows[0];
    // The divider inside the sequence cuts the cell: pieces that name no channel, and harm nobody.
    assert!(row.channels.iter().all(|it| harmless(it)), "{row:?}");
    for said in [
        &row.client,
        &row.topic,
        &row.text,
        &row.link,
        &row.rubric,
        &row.format,
    ] {
        assert!(harmless(said), "{said:?}");
        assert!(said.contains("Kolos‹U+202E›"), "{said:?}");
    }
    assert!(!row.topic.contains('\n') && row.text.starts_with("a\n"));
}

#[test]
fn a_report_about_hostile_text_is_harmless_itself() {
    for file in [
        format!("{HOSTILE},client,channel,text\n1,2,3,4\n"),
        format!("date,client,channel,text,{HOSTILE}\n{HOSTILE},a,vk,a,\n2026-05-09 {HOSTILE},a,vk,a,\n"),
        format!("date,client,channel,text,\"{HOSTILE}date\"\n{HOSTILE},a,vk,a,x\0\n"),
        format!("{{\"date\":{},\"client\":\"a\",\"channel\":\"vk\",\"text\":\"a\"}}", serde_json::to_string(HOSTILE).unwrap()),
        "{\"date\":1,\"client\":\"a\",\"channel\":\"vk\",\"text\":\"a\",\"\\u001b[2J\\u202e\":1,\"\\u001b[2J\\u202e\":2}".to_owned(),
    ] {
        let read = plan_of(file.as_bytes());
        assert!(read.rows.is_empty() && !read.report.is_clean(), "{file:?}");
        let shown = shown(&read.report);
        assert!(harmless(&shown), "{shown:?}");
        assert!(shown.chars().count() < 400, "{shown:?}");
    }
}

#[test]
fn the_hash_of_a_message_is_of_what_came_and_its_text_of_what_may_be_seen() {
    let read = |text: &str| {
        let file = format!("at,client,channel,text\n2026-05-09 10:00,Kolos,vk,{text}\n");
        let read = messages::read(file.as_bytes(), &Choices::default());
        sound(&read);
        read.rows.into_iter().next().unwrap()
    };
    let (plain, sly) = (read("Где заказ?"), read("Где\u{ad} заказ?"));
    assert_eq!(plain.text, sly.text);
    assert_ne!(plain.raw_hash, sly.raw_hash);
}

#[test]
fn a_cell_of_nothing_visible_is_empty() {
    let read = plan_of(
        "date,client,channel,text\n2026-05-09 10:00,\u{1b}[2J,vk,\u{feff}\u{ad}\n".as_bytes(),
    );
    assert_eq!(
        told(&read.report),
        ["2 text cell-empty", "2 client cell-empty"]
    );
}

#[test]
fn a_line_of_ten_megabytes_is_refused_and_the_next_one_read() {
    let good = "2026-05-09 10:00,Kolos,vk,a\n";
    for long in [
        "x",
        ",",
        "\"",
        "\"\"",
        ";\"",
        "\u{202e}",
        "\u{1b}]52;",
        "\",\"",
    ] {
        let long = long.repeat((10 << 20) / long.len());
        let file = format!("date,client,channel,text\n2026-05-09 10:00,Kolos,vk,{long}\n{good}");
        let begun = Instant::now();
        let read = plan_of(file.as_bytes());
        let took = begun.elapsed();
        assert_eq!(read.rows.len(), 1, "{:?}", read.report);
        assert_eq!(read.rows[0].row, 3);
        assert_eq!(read.report.problems[0].row, 2);
        assert!(took < Duration::from_secs(10), "{took:?}");
    }
}

/// How long a file of this many bytes takes, of the unit again and again.
fn time_of(head: &str, unit: &str, bytes: usize) -> Duration {
    let file = format!("{head}{}", unit.repeat(bytes / unit.len()));
    let begun = Instant::now();
    let read = plan_of(file.as_bytes());
    assert!(read.rows.is_empty());
    begun.elapsed()
}

#[test]
fn no_file_takes_the_square_of_its_length() {
    let header = "date,client,channel,text\n";
    for (head, unit) in [
        (header, "x\",\"y\n"),
        (header, "\"\n"),
        (header, "\",\"\n"),
        (header, "\"\"\"\n"),
        (header, "a,\"b\"\"\n"),
        (header, "\"a\"b\n\n"),
        (header, "x\",\"y\r"),
        (header, "\"\r\n"),
        ("", "{\"a\":\n"),
        ("", "{\"a\":[\n"),
        ("[", "{\"a\":[{\n"),
        ("[{\"a\":[", "{},\n"),
        ("{\"a\":", "{\"b\":1,\"c\":\n"),
        ("[", "{\"a\":1},{"),
        ("", "{\n          "),
        ("", "[{"),
    ] {
        // Ten times the bytes; the square would be a hundred times. A busy machine may stumble once, not three times.
        let mut told = Vec::new();
        let holds = (0..3).any(|_| {
            let small = time_of(head, unit, 20_000);
            let large = time_of(head, unit, 200_000);
            told.push((small, large));
            large.as_millis() <= small.as_millis() * 40 + 400
        });
        assert!(holds, "{head:?} {unit:?}: {told:?}");
    }
}
