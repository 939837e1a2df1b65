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

#[test]
fn what_a_file_brings_ready_but_too_long_comes_in_as_a_draft_and_is_told() {
    let home = Home::with_clients();
    let long = "ж".repeat(17_000);
    let plan = home.write(
        "plan.csv",
        format!(
            "date,time,client,channel,topic,text\n2099-06-01,18:00,Kolos,vk,Long,{long}\n\
             2099-06-02,18:00,Kolos,vk,Short,Words\n2020-06-02,18:00,Kolos,vk,Gone,{long}\n"
        ),
    );
    let said = home.well(&["import", "plan", &plan, "--yes"]);
    let told = "row 2, text: VK: too long to go out there, so it comes in as a draft";
    assert!(said.contains(told), "{said}");
    assert_eq!(said.matches("comes in as a draft").count(), 1, "{said}");
    let posts = home.json(&["list", "posts", "--json"]);
    let stands: Vec<String> = posts
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            format!(
                "{} {}",
                it["topic"].as_str().unwrap(),
                it["status"].as_str().unwrap()
            )
        })
        .collect();
    assert!(stands.contains(&"Long draft".to_owned()), "{stands:?}");
    assert!(stands.contains(&"Short scheduled".to_owned()), "{stands:?}");
    assert_eq!(home.well(&["check"]), "The desk is sound\n");
}

#[test]
fn what_is_held_back_is_not_handed_out_without_a_reason_and_a_stamp_is_never_refused() {
    let (home, id) = home(&"ж".repeat(17_000));
    let told = home.refused(1, &["publish", &id]);
    assert!(
        told.contains("over the limit") && told.contains("--anyway"),
        "{told}"
    );
    let laid = home.well(&["publish", &id, "--anyway", "the client wants it long"]);
    assert!(laid.contains("жжж"), "{laid}");
    assert_eq!(home.json(&["lint", &id, "--json"]), json!([]));
    home.well(&["lint", &id, "--mind", "over-limit"]);
    home.well(&["publish", &id, "--stamp"]);
}
