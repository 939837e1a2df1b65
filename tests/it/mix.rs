//! Rubrics and campaigns: begun, changed, listed, merged, deleted, taken back.

use serde_json::{Value, json};

use crate::home::Home;

/// Kolos with the rubrics «меню» and «люди», and three posts of June 2099.
fn a_home() -> Home {
    let home = Home::with_clients();
    home.well(&[
        "rubric", "add", "меню", "--client", "Kolos", "--share", "30",
    ]);
    home.well(&[
        "rubric", "add", "люди", "--client", "Kolos", "--share", "70%",
    ]);
    let plan = home.write(
        "plan.csv",
        "date,time,client,channel,rubric,campaign,topic\n\
         2099-06-01,18:00,Kolos,vk+telegram,меню,Лето,Окрошка\n\
         2099-06-02,18:00,Kolos,vk,Меню,,Мороженое\n\
         2099-06-03,18:00,Kolos,vk,люди,лето,Рустам\n",
    );
    home.well(&["import", "plan", &plan, "--yes"]);
    home
}

fn rubrics(home: &Home) -> Value {
    home.json(&[
        "rubric", "list", "--client", "Kolos", "--month", "2099-06", "--json",
    ])
}

fn campaigns(home: &Home) -> Value {
    home.json(&["campaign", "list", "--json"])
}

/// The campaign of each post of the plan, in order.
fn belongs(home: &Home) -> Vec<Value> {
    let posts = home.json(&["list", "posts", "--json"]);
    let posts = posts.as_array().unwrap();
    posts.iter().map(|post| post["campaign"].clone()).collect()
}

#[test]
fn the_standing_of_a_month_is_listed_for_eyes_and_for_scripts() {
    let home = a_home();
    let told = rubrics(&home);
    let facts = |it: &Value| {
        let field = |name: &str| it[name].clone();
        [
            field("name"),
            field("share"),
            field("posts"),
            field("percent"),
        ]
    };
    assert_eq!(
        facts(&told[0]),
        [json!("меню"), json!(30), json!(2), json!(67)]
    );
    assert_eq!(
        facts(&told[1]),
        [json!("люди"), json!(70), json!(1), json!(33)]
    );
    assert_eq!(told[0]["month"], "2099-06");
    let lines = home.well(&["rubric", "list", "--client", "Kolos", "--month", "2099-07"]);
    let id = told[0]["id"].as_str().unwrap();
    assert!(
        lines.starts_with(&format!("Kolos\tменю\t30\t—\t0\t{id}\n")),
        "{lines}"
    );
    assert_eq!(
        home.well(&["rubric", "list", "--client", "Marani", "--json"]),
        "[]\n"
    );
}

#[test]
fn a_sum_that_is_not_a_whole_is_said_and_a_share_that_is_none_refused() {
    let home = a_home();
    let said = home.run(&["rubric", "edit", "меню", "--share", "50"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.err.contains("add up to 120%"), "{said:?}");
    let said = home.run(&["rubric", "edit", "люди", "--share", ""]);
    assert!(said.err.contains("add up to 50%"), "{said:?}");
    assert_eq!(rubrics(&home)[1]["share"], Value::Null);
    for share in ["101", "2.5", "a lot"] {
        let words = home.refused(2, &["rubric", "edit", "меню", "--share", share]);
        assert!(words.contains("0 to 100"), "{words}");
    }
    let add = |name, client| ["rubric", "add", name, "--client", client];
    assert!(
        home.refused(2, &add("  ", "Kolos"))
            .contains("needs a name")
    );
    assert!(home.refused(1, &add("МЕНЮ", "Kolos")).contains("taken"));
    assert!(home.refused(2, &add("x", "Nobody")).contains("No client"));
    let near = home.refused(2, &["rubric", "edit", "мену", "--share", "1"]);
    assert!(near.contains("did you mean меню?"), "{near}");
    let month = home.refused(2, &["rubric", "list", "--month", "June"]);
    assert!(month.contains("2026-11"), "{month}");
}

#[test]
fn a_rubric_goes_alone_or_into_another_and_its_posts_are_counted() {
    let home = a_home();
    let said = home.run(&["rubric", "delete", "меню"]);
    assert!(
        said.err.contains("2 posts stay without a rubric"),
        "{said:?}"
    );
    assert_eq!(rubrics(&home)[0]["name"], "люди");
    assert_eq!(rubrics(&home)[0]["percent"], 33);
    assert_eq!(home.well(&["undo"]), "Taken back: rubric меню deleted\n");
    let said = home.run(&[
        "rubric", "delete", "меню", "--into", "люди", "--client", "kolos",
    ]);
    assert!(said.err.contains("2 posts went into люди"), "{said:?}");
    assert_eq!(rubrics(&home)[0]["posts"], 3);
    assert_eq!(rubrics(&home)[0]["share"], 100);
    home.well(&["undo"]);
    assert_eq!(rubrics(&home)[0]["posts"], 2);
    // Two clients may have one of the same name: then she says whose.
    home.well(&["rubric", "add", "меню", "--client", "Marani"]);
    let words = home.refused(2, &["rubric", "delete", "меню"]);
    assert!(words.contains("меню"), "{words}");
    home.well(&["rubric", "delete", "меню", "--client", "Marani"]);
}

#[test]
fn a_campaign_is_begun_changed_listed_and_deleted() {
    let home = a_home();
    let uid = home.well(&[
        "campaign",
        "add",
        "Новый год",
        "--client",
        "Marani",
        "--starts",
        "2099-12-01",
        "--ends",
        "10.01.2100",
        "--goal",
        "20 заказов",
        "--utm",
        "novy-god",
    ]);
    let told = campaigns(&home);
    let made = &told[1];
    assert_eq!(made["id"], uid.trim());
    assert_eq!(made["client"], "Marani");
    assert_eq!(
        (&made["starts"], &made["ends"], &made["stage"]),
        (&json!("2099-12-01"), &json!("2100-01-10"), &json!("ahead"))
    );
    assert_eq!(
        (&made["goal"], &made["utm"]),
        (&json!("20 заказов"), &json!("novy-god"))
    );
    let summer = &told[0];
    assert_eq!(summer["stage"], "undated");
    let posts = json!({ "out": 0, "planned": 2, "late": 0, "open": 0 });
    assert_eq!(summer["posts"], posts);
    home.well(&[
        "campaign",
        "edit",
        uid.trim(),
        "--ends",
        "",
        "--name",
        "Рождество",
    ]);
    assert_eq!(campaigns(&home)[1]["ends"], Value::Null);
    home.well(&["undo"]);
    assert_eq!(campaigns(&home)[1]["name"], "Новый год");
    let said = home.run(&["campaign", "delete", "лето"]);
    assert!(
        said.err.contains("2 posts stay, in no campaign"),
        "{said:?}"
    );
    assert_eq!(belongs(&home), vec![Value::Null; 4]);
    home.well(&["undo"]);
    let line = home.well(&["campaign", "list", "--client", "Kolos"]);
    assert!(
        line.starts_with("Kolos\tЛето\t—\t—\tundated\t0/2\t\t"),
        "{line}"
    );
}

#[test]
fn every_mistake_of_a_campaign_is_told_at_once_with_a_name_that_would_do() {
    let home = a_home();
    let words = home.refused(
        2,
        &[
            "campaign",
            "add",
            " ",
            "--client",
            "Kolos",
            "--starts",
            "2099-02-01",
            "--ends",
            "2099-01-01",
            "--utm",
            "Осень 2099",
        ],
    );
    for part in ["needs a name", "ends before", "osen-2099"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    let words = home.refused(
        2,
        &[
            "campaign", "add", "x", "--client", "Kolos", "--starts", "someday",
        ],
    );
    assert!(words.contains("someday"), "{words}");
    assert!(
        home.refused(1, &["campaign", "add", "лето", "--client", "Kolos"])
            .contains("taken")
    );
    let none = home.refused(2, &["campaign", "edit", "Zima", "--goal", "x"]);
    assert!(none.contains("No campaign"), "{none}");
}

#[test]
fn posts_are_put_into_a_campaign_and_taken_out_by_either_id() {
    let home = a_home();
    let told = home.json(&["list", "posts", "--json"]);
    let ids: Vec<&str> = (0..4).map(|n| told[n]["post"].as_str().unwrap()).collect();
    let variant = told[2]["id"].as_str().unwrap();
    home.well(&["campaign", "leave", ids[0], ids[1], ids[3]]);
    assert_eq!(belongs(&home), vec![Value::Null; 4]);
    home.well(&["campaign", "put", "лето", ids[0], variant, ids[0]]);
    let [yes, no] = [json!("Лето"), Value::Null];
    assert_eq!(belongs(&home), [&yes, &yes, &yes, &no].map(Clone::clone));
    assert_eq!(home.well(&["undo"]), "Taken back: 2 posts into Лето\n");
    let words = home.refused(2, &["campaign", "put", "лето", "01", "0000000000"]);
    assert!(
        words.contains("“01”") && words.contains("“0000000000”"),
        "{words}"
    );
    home.well(&["campaign", "add", "Rtveli", "--client", "Marani"]);
    let words = home.refused(1, &["campaign", "put", "Rtveli", ids[0]]);
    assert!(words.contains("another client"), "{words}");
}
