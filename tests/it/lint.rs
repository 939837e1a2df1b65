//! The checker from the command line: what it finds, its safe fixes in one step, what it holds back, and leave for a reason.

use serde_json::json;

use crate::home::Home;

/// A desk with one post in the autumn of 2030, and its id.
fn home(text: &str) -> (Home, String) {
    let home = Home::with_clients();
    let added = home.json(&[
        "add",
        "--json",
        &format!("kolos vk 29.11.2030 18:30 {text}"),
    ]);
    let id = added["ids"][0].as_str().unwrap().to_owned();
    (home, id)
}

#[test]
fn what_is_found_is_told_and_put_right_in_one_step() {
    let (home, id) = home("Kофе с собой");
    let found = home.json(&["lint", &id, "--json"]);
    let found = &found.as_array().unwrap()[0];
    assert_eq!(
        json!([
            found["rule"],
            found["severity"],
            found["channels"],
            found["fix"]
        ]),
        json!(["alphabets", "warning", ["VK"], "Кофе"])
    );
    assert!(found["source"].as_str().unwrap().contains("TR39"));
    assert!(
        home.well(&["lint", &id])
            .contains("mixes Latin and Cyrillic")
    );
    let within = ["lint", "--from", "2030-11-01", "--to", "2030-11-30"];
    assert!(home.well(&within).contains("alphabets"));
    let tried = home.json(&["lint", &id, "--fix", "--dry-run", "--json"]);
    assert_eq!(tried["done"], false);
    home.well(&["lint", &id, "--fix"]);
    assert_eq!(home.json(&["lint", &id, "--json"]), json!([]));
    home.well(&["undo"]);
    assert_eq!(
        home.json(&["lint", &id, "--json"])
            .as_array()
            .unwrap()
            .len(),
        1
    );
    home.well(&["client", "edit", "Kolos", "--lints-off", "alphabets"]);
    assert_eq!(home.json(&["lint", &id, "--json"]), json!([]));
}

#[test]
fn an_advertisement_without_its_mark_waits_for_it_or_for_a_reason() {
    let (home, id) = home("Тартин по акции");
    home.well(&["status", &id, "draft"]);
    home.well(&[
        "edit",
        &id,
        "--ad",
        "yes",
        "--advertiser",
        "ООО «Колос»",
        "--erid",
        "2VtzqwXyZ1",
    ]);
    let told = home.refused(1, &["status", &id, "approved"]);
    assert!(
        told.contains("Реклама") && told.contains("--anyway"),
        "{told}"
    );
    home.refused(1, &["lint", &id]);
    home.refused(2, &["lint", &id, "--pass", "nonsense", "--reason", "x"]);
    home.well(&[
        "status",
        &id,
        "approved",
        "--anyway",
        "the mark is on the picture",
    ]);
    assert_eq!(home.json(&["lint", &id, "--json"]), json!([]));
    home.well(&["lint", &id, "--mind", "ad"]);
    home.refused(1, &["lint", &id]);
    home.well(&["lint", &id, "--fix"]);
    let shown = home.json(&["show", &id, "--json"]);
    let text = shown["text"].as_str().unwrap();
    assert!(
        text.ends_with("\n\nРеклама. ООО «Колос». erid: 2VtzqwXyZ1"),
        "{text}"
    );
    assert_eq!(home.json(&["lint", &id, "--json"]), json!([]));
    assert_eq!(home.well(&["check"]), "The desk is sound\n");
}
