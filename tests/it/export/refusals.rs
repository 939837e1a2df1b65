//! What is not exported, and what is said then; and what stands in the files that are.

use std::process::Stdio;

use crate::home::{Home, december, said};

fn home() -> Home {
    let home = Home::with_clients();
    let plan = home.write("plan.csv", december(30));
    home.well(&["import", "plan", &plan, "--yes"]);
    home
}

#[test]
fn a_file_appears_whole_and_replaces_none_unasked() {
    let home = home();
    let file = home.path().join("out.csv");
    let name = file.to_string_lossy().into_owned();
    let first = home.run(&["export", "plan", "--out", &name]);
    assert_eq!((first.code, first.out.as_str()), (0, ""));
    assert_eq!(
        first.err,
        format!("Exported: 30 rows of the plan, into {name}\n")
    );
    assert!(
        home.refused(1, &["export", "plan", "--out", &name])
            .contains("--force")
    );
    home.well(&[
        "export", "plan", "--out", &name, "--force", "--client", "Kolos",
    ]);
    assert_eq!(std::fs::read_to_string(&file).unwrap().lines().count(), 11);
    let nowhere = home.path().join("no/such/folder.csv");
    let nowhere = nowhere.to_string_lossy().into_owned();
    assert!(
        home.refused(1, &["export", "plan", "--out", &nowhere])
            .contains("cannot be written")
    );
    let left = std::fs::read_dir(home.path()).unwrap();
    let left = left.filter(|it| {
        it.as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .starts_with(".making")
    });
    assert_eq!(left.count(), 0);
}

#[test]
fn days_clients_and_the_filter_of_the_window_narrow_it() {
    let home = home();
    let rows = |args: &[&str]| {
        home.well(&[&["export", "plan", "--format", "jsonl"], args].concat())
            .lines()
            .count()
    };
    assert_eq!(rows(&[]), 30);
    assert_eq!(rows(&["--from", "2026-12-05", "--to", "7.12.2026"]), 3);
    assert_eq!(rows(&["--to", "2026-12-03"]), 5);
    assert_eq!(rows(&["--from", "2027-01-01"]), 0);
    assert_eq!(rows(&["--client", "Marani"]), 10);
    assert_eq!(rows(&["--filter", "fb"]), 10);
    assert_eq!(rows(&["--filter", "client:Lampo -vk"]), 0);
    assert_eq!(rows(&["--filter", "статус:черновик"]), 0);
}

#[test]
fn what_cannot_be_understood_is_misasked() {
    let home = home();
    for (args, words) in [
        (&["--format", "xls"][..], "There is no format"),
        (&["--out", "plan.doc"], "Known endings"),
        (&["--from", "2026-12-05", "--to", "2026-12-04"], "before"),
        (&["--from", "31.02.2026"], "no day 31"),
        (&["--client", "Nobody"], "Nobody"),
        (&["--filter", "#nosuch"], "nosuch"),
        (&["--from", "abc", "--to", "xyz"], "xyz"),
    ] {
        let told = home.refused(2, &[&["export", "plan"], args].concat());
        assert!(told.contains(words), "{args:?}: {told}");
    }
    home.refused(2, &["export", "clients", "--from", "2026-12-05"]);
    home.refused(2, &["export", "messages", "--filter", "vk"]);
    let nothing = Home::new();
    nothing.refused(1, &["export", "plan"]);
}

#[test]
fn a_full_disk_and_a_reader_that_leaves_are_told_apart() {
    let home = home();
    let full = std::fs::File::options().write(true).open("/dev/full");
    let Ok(full) = full else { return };
    let told = {
        let mut command = home.command(&["export", "plan"]);
        said_of(command.stdout(Stdio::from(full)))
    };
    assert_eq!(
        told,
        (
            1,
            "The disk is full; nothing of the file is left\n".to_owned()
        )
    );
    let told = home.refused(
        1,
        &["export", "plan", "--out", "/dev/full", "--format", "xlsx"],
    );
    assert_eq!(told, "The disk is full; nothing of the file is left\n");
    let mut command = home.command(&["export", "plan"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let left = child.wait_with_output().unwrap();
    assert_eq!((left.status.code(), left.stderr.len()), (Some(0), 0));
}

fn said_of(command: &mut std::process::Command) -> (i32, String) {
    let output = command
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
        .wait_with_output()
        .unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn nothing_of_a_client_is_locked_in() {
    let home = home();
    home.well(&[
        "client",
        "edit",
        "Kolos",
        "--hours",
        "daily 7-23",
        "--languages",
        "ru,en",
        "--tone",
        "=тепло",
        "--avoid",
        "дёшево,халява",
        "--contract-posts",
        "20",
        "--contract-money",
        "35 000 ₽",
    ]);
    home.well(&[
        "rubric", "add", "люди", "--client", "Kolos", "--share", "30",
    ]);
    home.well(&[
        "campaign",
        "add",
        "Завтраки",
        "--client",
        "Kolos",
        "--starts",
        "2026-12-01",
    ]);
    let all = home.json(&["export", "clients", "--format", "json", "--client", "Kolos"]);
    let kolos = &all[0];
    assert_eq!(all.as_array().unwrap().len(), 1);
    assert_eq!(
        (kolos["tone"].as_str(), kolos["contract_posts"].as_i64()),
        (Some("=тепло"), Some(20))
    );
    assert_eq!(kolos["avoid"], serde_json::json!(["дёшево", "халява"]));
    assert_eq!(kolos["rubrics"][1]["share"], 30);
    assert_eq!(kolos["campaigns"][0]["starts"], "2026-12-01");
    assert_eq!(kolos["channels"].as_array().unwrap().len(), 3);
    assert_eq!(kolos["channels"][0]["handle"], "@Kolos_vk");
    let csv = home.well(&["export", "clients"]);
    assert_eq!(csv.lines().count(), 10);
    assert!(
        csv.contains(",'=тепло,") && csv.contains(",'@Kolos_vk,") && csv.contains("люди 30%"),
        "{csv}"
    );
}

#[test]
fn help_shows_how_it_is_used() {
    let home = Home::new();
    for what in ["plan", "messages", "readings", "clients"] {
        let help = home.well(&["export", what, "--help"]);
        assert!(help.contains(&format!("postdesk export {what}")), "{help}");
    }
    assert_eq!(said(&mut home.command(&["export"])).code, 2);
}
