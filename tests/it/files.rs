//! Plans, messages and readings from files.

use crate::home::{Home, december};

#[test]
fn a_plan_of_three_hundred_rows_comes_in_whole_and_only_once() {
    let home = Home::with_clients();
    let plan = home.write("plan.csv", december(300));
    let before = home.dump();
    let trial = home.json(&["import", "plan", &plan, "--json"]);
    assert_eq!(trial["rows"], 300);
    assert_eq!(trial["accepted"], 300);
    assert_eq!(trial["written"], 0);
    assert!(home.dump() == before, "something was written");

    let done = home.json(&["import", "plan", &plan, "--json", "--yes"]);
    assert_eq!(done["written"], 300);
    let after = home.dump();
    let again = home.run(&["import", "plan", &plan, "--yes", "--json"]);
    assert_eq!(again.code, 0, "{again:?}");
    let again: serde_json::Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!(again["accepted"], 0);
    assert_eq!(again["problems"][0]["reason"], "already-there");
    assert!(home.dump() == after, "something was written");
    assert_eq!(
        home.well(&["undo"]),
        "Taken back: 300 posts from plan.csv\n"
    );
    assert_eq!(home.well(&["list", "posts", "--json"]), "[]\n");
    assert_eq!(home.well(&["check"]), "The desk is sound\n");
}

#[test]
fn posts_are_told_with_everything_a_script_needs() {
    let home = Home::with_clients();
    home.well(&["client", "edit", "Marani", "--zone", "Asia/Tbilisi"]);
    let plan = home.write(
        "plan.csv",
        "date,time,client,channel,rubric,topic,text,format\n2099-06-01,18:00,Marani,facebook,wine,Saperavi,\"One\ntwo\",reels\n\
         ,,Marani,@Marani_vk,,Later,,\n",
    );
    home.well(&["import", "plan", &plan, "--yes"]);
    let posts = home.json(&["list", "posts", "--client", "Marani", "--json"]);
    let (dated, shelf) = (&posts[0], &posts[1]);
    assert_eq!(dated["client"], "Marani");
    assert_eq!(dated["channel"], "@Marani_facebook");
    assert_eq!(dated["platform"], "facebook");
    assert_eq!(dated["status"], "scheduled");
    assert_eq!(dated["at"], "2099-06-01T18:00:00+04:00");
    assert_eq!(dated["rubric"], "wine");
    assert_eq!(dated["format"], "short");
    assert_eq!(dated["topic"], "Saperavi");
    assert_eq!(dated["text"], "One\ntwo");
    assert_ne!(dated["id"], dated["post"]);
    assert!(shelf["at"].is_null() && shelf["rubric"].is_null());
    assert_eq!(shelf["status"], "draft");
    assert_eq!(
        home.json(&["list", "posts", "--client", "Kolos", "--json"])
            .as_array()
            .unwrap()
            .len(),
        0
    );
}

#[test]
fn what_the_desk_does_not_know_is_told_row_by_row() {
    let home = Home::with_clients();
    home.well(&["client", "add", "Talo", "--zone", "Europe/Helsinki"]);
    home.well(&["channel", "add", "--client", "Talo", "--platform", "vk"]);
    let plan = home.write(
        "plan.csv",
        "date,time,client,channel,topic,text,format\n\
         2027-02-01,09:00,Nobody,vk,a,a,\n\
         2027-02-01,09:00,Kolos,youtube,b,b,\n\
         2027-02-01,,Kolos,vk,c,c,\n\
         2027-02-01,09:00,Kolos,vk,d,d,opera\n\
         2027-03-28,03:30,Talo,vk,e,e,\n\
         2027-10-31,03:30,Talo,vk,f,f,\n\
         2027-02-01,09:00,Kolos,vk,g,g,\n\
         2027-02-01,09:00,Kolos,vk,g,g,\n",
    );
    let report = home.json(&["import", "plan", &plan, "--json", "--yes"]);
    let problems = report["problems"].as_array().unwrap();
    let told: Vec<(u64, &str)> = problems
        .iter()
        .map(|it| (it["row"].as_u64().unwrap(), it["reason"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            (2, "unknown-client"),
            (3, "unknown-channel"),
            (4, "time-missing"),
            (5, "unknown-format"),
            (6, "time-in-gap"),
            (7, "time-twice"),
            (9, "duplicate-row"),
        ]
    );
    assert_eq!(
        (report["accepted"].as_u64(), report["written"].as_u64()),
        (Some(2), Some(2))
    );
}

#[test]
fn a_column_is_named_by_hand_and_a_client_for_all_rows() {
    let home = Home::with_clients();
    let plan = home.write("plan.csv", "wann,wo,was\n2099-01-05 10:00,vk,Hallo\n");
    let args = [
        "import",
        "plan",
        &plan,
        "--client",
        "Kolos",
        "--map",
        "wann=at",
        "--map",
        "wo=channel",
    ];
    let mut mapped = args.to_vec();
    mapped.extend(["--map", "was=text", "--zone", "Europe/Berlin", "--yes"]);
    home.well(&mapped);
    let posts = home.json(&["list", "posts", "--json"]);
    assert_eq!(posts[0]["at"], "2099-01-05T12:00:00+03:00");
    assert!(
        home.refused(2, &["import", "plan", &plan, "--map", "wann"])
            .contains("COLUMN=FIELD")
    );
    assert!(
        home.refused(2, &["import", "plan", &plan, "--zone", "Berlin/Europe"])
            .contains("No time zone")
    );
    assert!(
        home.refused(1, &["import", "plan", "/nowhere.csv"])
            .contains("cannot be read")
    );
}

#[test]
fn messages_come_in_once_and_can_be_listed() {
    let home = Home::with_clients();
    let mut file = "date,time,client,channel,author,text,id,direction\n".to_owned();
    for i in 0..600 {
        let (hour, minute) = (8 + i / 60, i % 60);
        let who = i % 7;
        file.extend([format!(
            "2026-11-01,{hour:02}:{minute:02},Kolos,vk,Ольга {who},Вопрос {i},m{i},in\n"
        )]);
    }
    let path = home.write("messages.csv", &file);
    let trial = home.json(&["import", "messages", &path, "--json"]);
    assert_eq!(trial["accepted"], 600);
    assert_eq!(
        home.json(&["import", "messages", &path, "--json", "--yes"])["written"],
        600
    );
    assert_eq!(
        home.json(&["import", "messages", &path, "--json", "--yes"])["written"],
        0
    );
    let messages = home.json(&["list", "messages", "--json"]);
    assert_eq!(messages.as_array().unwrap().len(), 600);
    assert_eq!(messages[0]["text"], "Вопрос 0");
    assert_eq!(messages[0]["author"], "Ольга 0");
    assert_eq!(messages[0]["direction"], "in");
    assert_eq!(messages[0]["kind"], "comment");
    assert_eq!(messages[0]["at"], "2026-11-01T08:00:00+03:00");
    assert_eq!(home.well(&["check"]), "The desk is sound\n");
}

#[test]
fn readings_come_in_and_a_value_that_stands_is_no_news() {
    let home = Home::with_clients();
    let path = home.write(
        "readings.csv",
        "date,client,channel,metric,value\n2026-11-01,Kolos,vk,подписчики,6 214\n2026-11-02,Kolos,vk,followers,6 486\n\
         2026-11-02,Kolos,vk,karma,5\n2026-11-02,Kolos,,reach,5\n",
    );
    let report = home.json(&["import", "readings", &path, "--json", "--yes"]);
    assert_eq!(report["written"], 2);
    assert_eq!(report["problems"][0]["reason"], "unknown-metric");
    assert_eq!(report["problems"][1]["reason"], "cell-empty");
    let before = home.dump();
    let again = home.run(&["import", "readings", &path, "--json", "--yes"]);
    assert_eq!(again.code, 1, "{again:?}");
    assert!(home.dump() == before, "something was written");
}
