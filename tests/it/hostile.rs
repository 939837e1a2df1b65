//! Files and names that mean harm, or only are harm.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use crate::home::{Home, said};

const ESCAPES: &str = "\u{1b}[2J\u{1b}]0;owned\u{7}Kolos\u{202e}\u{9b}31m";

fn harmless(text: &str) {
    let bad = |c: &char| (c.is_control() && !matches!(c, '\n' | '\t')) || *c == '\u{202e}';
    let found: Vec<char> = text.chars().filter(bad).collect();
    assert!(found.is_empty(), "{found:?} in {text:?}");
}

#[test]
fn escape_sequences_never_reach_the_terminal() {
    let home = Home::with_clients();
    let args: [&[&str]; 9] = [
        &[
            "client", "add", ESCAPES, "--short", "Evil", "--tone", ESCAPES,
        ],
        &[
            "channel",
            "add",
            "--client",
            "Evil",
            "--platform",
            "vk",
            "--handle",
            ESCAPES,
        ],
        &["channel", "add", "--client", ESCAPES, "--platform", ESCAPES],
        &["list", "posts", "--client", ESCAPES],
        &["due", "--at", ESCAPES],
        &["import", "plan", ESCAPES],
        &["import", "plan", "x", "--map", ESCAPES],
        &["add", "--dry-run", ESCAPES],
        &[ESCAPES],
    ];
    for args in args {
        let said = home.run(args);
        harmless(&said.out);
        harmless(&said.err);
    }
    for list in [["list", "clients"], ["list", "channels"]] {
        harmless(&home.well(&list));
    }
    harmless(&home.well(&["list", "clients", "--json"]));
}

#[test]
fn a_cell_with_escapes_becomes_harmless_text() {
    let home = Home::with_clients();
    let plan = home.write(
        "plan\u{1b}[2J.csv",
        format!("date,time,client,channel,topic,text\n2099-01-01,10:00,Kolos,vk,{ESCAPES},{ESCAPES}\n2099-01-01,10:00,{ESCAPES},vk,a,a\n"),
    );
    let said = home.run(&["import", "plan", &plan, "--yes"]);
    harmless(&said.out);
    harmless(&said.err);
    harmless(&home.well(&["list", "posts"]));
    harmless(&home.well(&["list", "posts", "--json"]));
    harmless(&home.well(&["undo"]));
}

#[test]
fn files_that_are_no_tables_are_refused_and_leave_no_trace() {
    let home = Home::with_clients();
    let before = home.dump();
    let long = format!(
        "date,client,channel,text\n2099-01-01 10:00,Kolos,vk,{}\n",
        "x".repeat(10 << 20)
    );
    let files: [(&str, Vec<u8>); 7] = [
        ("empty.csv", Vec::new()),
        ("long.csv", long.into_bytes()),
        (
            "latin.csv",
            b"date,client,channel,text\n2099-01-01 10:00,Kolos,vk,caf\xe9\n".to_vec(),
        ),
        (
            "nul.csv",
            b"date,client,channel,text\n2099-01-01 10:00,Kolos,vk,a\0b\n".to_vec(),
        ),
        ("zip.xlsx", b"PK\x03\x04\x14\0\0\0garbage".to_vec()),
        ("half.json", b"[{\"date\":\"2099-01-01\"".to_vec()),
        ("one-line.csv", vec![b'x'; 10 << 20]),
    ];
    for (name, bytes) in files {
        let path = home.write(name, bytes);
        for kind in ["plan", "messages", "readings"] {
            let said = home.run(&["import", kind, &path, "--yes"]);
            assert_eq!(said.code, 1, "{name} as {kind}: {}", said.err);
            harmless(&said.out);
            assert!(said.out.len() < 4_000, "{name} as {kind} floods the screen");
        }
    }
    assert_eq!(home.run(&["import", "plan", "/"]).code, 1);
    assert!(home.dump() == before, "something was written");
}

#[test]
fn arguments_that_are_no_text_are_refused() {
    let home = Home::with_clients();
    let wrong = OsStr::from_bytes(b"Kol\xffos");
    let said = home.run(&[OsStr::new("client"), OsStr::new("add"), wrong]);
    assert_eq!(said.code, 2, "{said:?}");
    // A file may be called anything.
    let said = home.run(&[OsStr::new("import"), OsStr::new("plan"), wrong]);
    assert_eq!(said.code, 1, "{said:?}");
    harmless(&said.err);
}

#[test]
fn a_hostile_environment_changes_nothing() {
    let home = Home::with_clients();
    let mut command = home.command(&["doctor"]);
    command
        .env("TERM", ESCAPES)
        .env("LANG", ESCAPES)
        .env("TZ", "../../etc/passwd")
        .env("COLORFGBG", ESCAPES);
    let said = said(&mut command);
    assert_eq!(said.code, 0, "{said:?}");
    harmless(&said.out);
}
