//! Files of other tools and other ages: what was told of them, what is corrected, what is remembered.

use std::fs;

use crate::home::Home;

/// A semicolon file in windows-1251 whose dates prove no order.
fn spring() -> Vec<u8> {
    let text = "дата;время;клиент;канал;рубрика;тема\r\n\
        03/04/2099;09:30;Kolos;ВК;Меню;Сырники\r\n\
        05/06/2099;10:00;Кофейня;ВК;;Раф\r\n\
        07/08/2099;11:00;Kolos;ВКонтактик;;Хлеб\r\n";
    encoding_rs::WINDOWS_1251.encode(text).0.into_owned()
}

#[test]
fn a_trial_says_how_the_file_was_understood_and_asks_for_the_order_of_dates() {
    let home = Home::with_clients();
    let plan = home.write("plan.csv", spring());
    let said = home.run(&["import", "plan", &plan]);
    assert_eq!(said.code, 1, "{said:?}");
    for words in [
        "plan.csv: CSV · windows-1251 · semicolon ; · header in row 1 · 3 rows",
        "  дата → date, by name: 03/04/2099 · 05/06/2099 · 07/08/2099",
        "day first or month first?",
        "--dates day-first or --dates month-first",
    ] {
        assert!(said.out.contains(words), "{words}:\n{}", said.out);
    }
    let trial = home.well(&["import", "plan", &plan, "--dates", "day-first"]);
    assert!(trial.contains("--client-name \"Кофейня=NAME\""), "{trial}");
    assert!(trial.contains("--channel \"ВКонтактик=vk\""), "{trial}");
    assert!(trial.contains("Rubric “Меню” is new for Kolos"), "{trial}");
    assert!(trial.contains("right: 1"), "{trial}");
}

#[test]
fn what_names_and_columns_mean_is_remembered_once_it_was_written() {
    let home = Home::with_clients();
    let plan = home.write("plan.csv", spring());
    let said = [
        "import",
        "plan",
        &plan,
        "--dates",
        "day-first",
        "--client-name",
        "Кофейня=Kolos",
        "--channel",
        "ВКонтактик=vk",
        "--rubric",
        "Меню=Меню кафе",
        "--map",
        "тема=text",
        "--json",
    ];
    let trial = home.json(&said);
    assert_eq!(trial["accepted"], 3);
    assert_eq!(trial["sniffed"]["encoding"], "windows-1251");
    assert_eq!(trial["sniffed"]["dates"]["said"], "day-first");
    assert_eq!(trial["sniffed"]["columns"][5]["by"], "hand");
    assert_eq!(trial["brings"]["rows"], 3);
    assert_eq!(trial["remembered"]["columns"], 0);
    // A trial remembers nothing.
    let again = home.json(&["import", "plan", &plan, "--dates", "day-first", "--json"]);
    assert_eq!(again["unknown"].as_array().unwrap().len(), 3);

    let mut meant = said.to_vec();
    meant.push("--yes");
    assert_eq!(home.json(&meant)["written"], 3);
    home.well(&["undo"]);
    let next = home.json(&["import", "plan", &plan, "--dates", "month-first", "--json"]);
    assert_eq!(next["accepted"], 3, "{next}");
    assert_eq!(next["remembered"]["columns"], 1);
    assert_eq!(next["remembered"]["names"], 2);
    assert_eq!(next["sniffed"]["columns"][5]["field"], "text");
    // The order of dates is no matter of habit.
    let open = home.run(&["import", "plan", &plan, "--json"]);
    assert_eq!(open.code, 1, "{open:?}");
}

#[test]
fn a_plan_comes_through_a_pipe() {
    let home = Home::with_clients();
    let plan = "date,time,client,channel,topic\n2099-06-01,18:00,Kolos,vk,Rye\n";
    let said = home.fed(&["import", "plan", "-", "--yes", "--json"], plan.as_bytes());
    assert_eq!(said.code, 0, "{said:?}");
    let posts = home.json(&["list", "posts", "--json"]);
    assert_eq!(posts[0]["topic"], "Rye");
    assert_eq!(home.well(&["undo"]), "Taken back: 1 post from -\n");
}

#[test]
fn a_file_may_be_read_otherwise_than_it_was_told() {
    let home = Home::with_clients();
    let plan = home.write(
        "plan.txt",
        "2099-06-01|18:00|Kolos|vk|Rye\n2099-06-02|18:00|Kolos|vk|Oat\n",
    );
    let args = [
        "import",
        "plan",
        &plan,
        "--no-header",
        "--separator",
        "bar",
        "--form",
        "csv",
        "--encoding",
        "utf-8",
        "--map",
        "1=date",
        "--map",
        "2=time",
        "--map",
        "3=client",
        "--map",
        "4=channel",
        "--map",
        "5=topic",
        "--json",
    ];
    let read = home.json(&args);
    assert_eq!(
        (&read["accepted"], &read["rows"]),
        (&2.into(), &2.into()),
        "{read}"
    );
}

#[test]
fn what_cannot_be_meant_is_refused_all_at_once() {
    let home = Home::with_clients();
    let plan = home.write("plan.csv", "x");
    let wrong = home.refused(
        2,
        &[
            "import",
            "plan",
            &plan,
            "--separator",
            "long",
            "--encoding",
            "morse",
            "--form",
            "docx",
            "--dates",
            "moonwise",
            "--header",
            "--no-header",
        ],
    );
    for said in ["long", "morse", "docx", "moonwise", "--no-header"] {
        assert!(wrong.contains(said), "{said}: {wrong}");
    }
    let nobody = [
        "import",
        "plan",
        &plan,
        "--channel",
        "x=nowhere",
        "--client-name",
        "x=Nobody",
    ];
    let wrong = home.refused(2, &nobody);
    assert!(
        wrong.contains("nowhere") && wrong.contains("Nobody"),
        "{wrong}"
    );
}

#[test]
fn pictures_come_along_from_beside_the_plan_and_nothing_else_does() {
    let home = Home::with_clients();
    let plan = home.write(
        "plan.csv",
        "date,time,client,channel,topic,text,media,alt,first_comment\n\
         2099-06-01,18:00,Kolos,vk,Rye,Fresh,rye.jpg,A loaf,Order here\n\
         2099-06-02,18:00,Kolos,vk,Oat,Fresh,https://example.com/oat.png,,\n\
         2099-06-03,18:00,Kolos,vk,Bun,Fresh,/etc/passwd,,\n\
         2099-06-04,18:00,Kolos,vk,Bap,Fresh,gone.png,,\n",
    );
    home.write("rye.jpg", b"bytes of a picture");
    let done = home.json(&["import", "plan", &plan, "--yes", "--json"]);
    assert_eq!(done["written"], 4);
    assert_eq!(done["brings"]["pictures"], 1);
    let told: Vec<&str> = done["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["reason"].as_str().unwrap())
        .collect();
    assert_eq!(
        told,
        ["picture-address", "picture-unfit", "picture-missing"]
    );
    let dump = home.dump();
    assert!(dump.contains("https://example.com/oat.png"));
    assert!(dump.contains("A loaf") && dump.contains("Order here"));
    assert_eq!(home.well(&["check"]), "The desk is sound\n");
    assert_eq!(home.well(&["undo"]), "Taken back: 4 posts from plan.csv\n");
    assert_eq!(home.well(&["check"]), "The desk is sound\n");
}

#[test]
fn a_pipe_beside_the_plan_is_never_waited_for() {
    let home = Home::with_clients();
    let plan = home.write(
        "plan.csv",
        "date,time,client,channel,topic,media\n2099-06-01,18:00,Kolos,vk,Rye,pipe.jpg\n",
    );
    let pipe = std::path::Path::new(&plan).with_file_name("pipe.jpg");
    rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RWXU).unwrap();
    let done = home.json(&["import", "plan", &plan, "--yes", "--json"]);
    assert_eq!(done["problems"][0]["reason"], "picture-unfit");
    assert_eq!(done["written"], 1);
    fs::remove_file(pipe).unwrap();
}

#[test]
fn many_messages_of_one_file_are_one_entry() {
    let home = Home::with_clients();
    let line = |n: usize| {
        format!(
            "2026-11-24 12:{:02},Kolos,vk,guest {n},question {n}\n",
            n % 60
        )
    };
    let body: String = (0..350).map(line).collect();
    let file = home.write(
        "comments.csv",
        format!("date,client,channel,author,text\n{body}"),
    );
    home.well(&["import", "messages", &file, "--yes"]);
    let entries = home.json(&["history", "--json"]);
    assert_eq!(entries[0]["words"], "350 messages came in", "{entries}");
    assert_eq!(
        home.json(&["list", "messages", "--json"])
            .as_array()
            .unwrap()
            .len(),
        350
    );
    home.well(&["undo"]);
    assert_eq!(
        home.json(&["list", "messages", "--json"]),
        serde_json::json!([])
    );
}
