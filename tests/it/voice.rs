//! Help, languages, exit codes, and readers that leave early.

use std::io::Read;
use std::process::Stdio;

use crate::home::{Home, december, said};

#[test]
fn the_window_is_refused_without_a_terminal() {
    let home = Home::new();
    assert!(home.refused(2, &[]).contains("needs a terminal"));
    assert!(home.refused(2, &["demo"]).contains("needs a terminal"));
    assert!(!home.database().exists());
}

#[test]
fn help_shows_commands_and_examples_in_her_language() {
    let home = Home::new();
    let help = home.well(&["--help"]);
    for command in [
        "demo", "due", "add", "import", "list", "client", "channel", "undo", "redo", "check",
        "config", "doctor", "paths",
    ] {
        assert!(help.contains(&format!("  {command} ")), "{command}: {help}");
    }
    assert!(help.contains("Examples:\n"), "{help}");
    let russian = said(home.command(&["due", "--help"]).env("LANG", "ru_RU.UTF-8"));
    assert_eq!(russian.code, 0);
    assert!(
        russian.out.contains("Примеры:") && russian.out.contains("Запуск:"),
        "{russian:?}"
    );
    home.write("config/config.toml", "language = \"ru\"\n");
    assert!(
        home.refused(1, &["list", "posts"])
            .contains("ещё нет стола")
    );
}

#[test]
fn what_cannot_be_understood_is_exit_code_two() {
    let home = Home::new();
    for args in [
        &["lits"] as &[&str],
        &["list"],
        &["due", "--json", "x"],
        &["client", "add"],
        &["import", "plan"],
    ] {
        let said = home.run(args);
        assert_eq!(said.code, 2, "{args:?}: {said:?}");
        assert!(said.out.is_empty() && !said.err.is_empty(), "{said:?}");
    }
    assert!(home.well(&["--version"]).starts_with("postdesk "));
}

#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let home = Home::with_clients();
    let plan = home.write("plan.csv", december(300));
    home.well(&["import", "plan", &plan, "--yes"]);
    let mut command = home.command(&["list", "posts", "--json"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut words = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut words)
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(words, "");
}

#[test]
fn paths_are_lines_for_scripts() {
    let home = Home::new();
    let paths = home.well(&["paths"]);
    let desk = format!("desk\t{}", home.path().join("data/desk").display());
    assert!(paths.lines().any(|line| line == desk), "{paths}");
    assert_eq!(paths.lines().count(), 4);
}

#[test]
fn nothing_to_take_back_is_said() {
    let home = Home::new();
    assert!(home.refused(1, &["undo"]).contains("nothing to take back"));
    assert!(home.refused(1, &["redo"]).contains("nothing to do again"));
}

#[test]
fn a_line_is_tried_without_being_written() {
    let home = Home::with_clients();
    let before = home.dump();
    let tried = home.run(&[
        "add",
        "--dry-run",
        "Kolos vk Отключили воду, открыты до 15:00",
    ]);
    assert_eq!(tried.code, 0, "{tried:?}");
    assert!(
        tried.out.contains("Kolos · VK · Отключили воду"),
        "{tried:?}"
    );
    assert!(home.dump() == before, "something was written");
    home.well(&["add", "Kolos", "vk", "Отключили", "воду"]);
    assert_eq!(
        home.json(&["list", "posts", "--json"])[0]["topic"],
        "Отключили воду"
    );
    assert!(
        home.refused(1, &["add", "somebody vk text"])
            .contains("Which client")
    );
}

#[test]
fn facts_about_the_desk_are_told_to_scripts_too() {
    let home = Home::with_clients();
    let paths = home.json(&["paths", "--json"]);
    let desk = paths["desk"].as_str().unwrap();
    assert!(home.database().starts_with(desk), "{paths}");
    let facts = home.json(&["doctor", "--json"]);
    assert_eq!(facts["desk"], paths["desk"]);
    assert_eq!(facts["daemon"], "—");
    assert!(facts["desk.bytes"].as_str().is_some(), "{facts}");
}
