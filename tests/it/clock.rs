//! `due`: what is due, missed and ringing, rehearsed and for real.

use serde_json::Value;

use crate::home::{Home, december};

fn topics(list: &Value) -> Vec<String> {
    let rows = list.as_array().unwrap().iter();
    rows.map(|row| {
        format!(
            "{} {}",
            row["topic"].as_str().unwrap(),
            row["platform"].as_str().unwrap()
        )
    })
    .collect()
}

/// Three clients, 300 posts, 400 variants. On 1 December the posts 0, 28, 56, 84 … 280 stand at 8:30, 9:30, 10:30, 11:30 …
/// 18:30, and 84 is a post of Kolos for two channels. At 11:30 the hour of grace of 10:30 is just not over.
#[test]
fn a_rehearsal_names_exactly_what_is_due_and_writes_nothing() {
    let home = Home::with_clients();
    let plan = home.write("plan.csv", december(300));
    home.well(&["import", "plan", &plan, "--yes"]);
    assert_eq!(
        home.json(&["list", "posts", "--json"])
            .as_array()
            .unwrap()
            .len(),
        400
    );
    let before = home.dump();

    let due = home.json(&["due", "--at", "2026-12-01 11:30", "--json"]);
    assert_eq!(
        topics(&due["due"]),
        ["Тема 56 vk", "Тема 84 vk", "Тема 84 telegram"]
    );
    assert_eq!(
        topics(&due["missed"]),
        ["Тема 0 vk", "Тема 0 telegram", "Тема 28 facebook"]
    );
    assert_eq!(topics(&due["ringing"]), [""; 0]);
    assert_eq!(due["at"], "2026-12-01T11:30:00+03:00");
    assert_eq!(due["due"][1]["at"], "2026-12-01T11:30:00+03:00");
    assert_eq!(due["missed"][0]["reason"], "missed-closed");

    let soon = home.json(&["due", "--at", "2026-12-01T08:21:00Z", "--json"]);
    assert_eq!(topics(&soon["ringing"]), ["Тема 84 vk", "Тема 84 telegram"]);
    let early = home.json(&["due", "--at", "2026-12-01 08:29", "--json"]);
    assert_eq!(topics(&early["due"]), [""; 0]);
    assert_eq!(topics(&early["ringing"]), ["Тема 0 vk", "Тема 0 telegram"]);
    assert!(home.dump() == before, "a rehearsal wrote");
}

#[test]
fn a_real_pass_records_once_and_cannot_be_taken_back() {
    let home = Home::with_clients();
    let plan = home.write(
        "plan.csv",
        "date,time,client,channel,topic,text\n2020-01-02,09:00,Kolos,vk,Old,Words\n2099-01-02,09:00,Kolos,vk,Far,Words\n",
    );
    home.well(&["import", "plan", &plan, "--yes"]);
    let first = home.json(&["due", "--json"]);
    assert_eq!(topics(&first["missed"]), ["Old vk"]);
    let recorded = home.dump();
    assert!(recorded.contains("missed-closed"));
    assert_eq!(topics(&home.json(&["due", "--json"])["missed"]), ["Old vk"]);
    assert!(home.dump() == recorded, "a second pass wrote");
    assert_eq!(home.well(&["undo"]), "Taken back: 2 posts from plan.csv\n");
}

#[test]
fn a_moment_is_read_strictly_and_a_change_of_clocks_is_told() {
    let home = Home::with_clients();
    for wrong in [
        "tomorrow",
        "2026-12-32 10:00",
        "",
        "2026-12-01 25:00",
        "\u{1b}[2J",
    ] {
        let words = home.refused(2, &["due", "--at", wrong]);
        assert!(
            words.contains("is not a moment") && !words.contains('\u{1b}'),
            "{words}"
        );
    }
    home.write("config/config.toml", "zone = \"Europe/Helsinki\"\n");
    let gap = home.run(&["due", "--at", "2026-03-29 03:30"]);
    assert_eq!(gap.code, 0);
    assert!(gap.err.contains("jump over"), "{gap:?}");
    let fold = home.run(&["due", "--at", "2026-10-25 03:30"]);
    assert!(fold.err.contains("twice"), "{fold:?}");
}
