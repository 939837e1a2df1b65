//! A new user's morning: the first client, a post from its line to its stamp, and taking things back, as she would type it.

use serde_json::Value;

use crate::home::{Home, Said, said};

/// A home whose language is Russian.
fn russian(home: &Home, args: &[&str]) -> Said {
    said(home.command(args).env("LANG", "ru_RU.UTF-8"))
}

/// Posts of June 2099 from a file, where days may lie that far away: day, client, channels, topic.
fn june(home: &Home, posts: &[(u32, &str, &str, &str)]) {
    let mut plan = "date,time,client,channel,topic,text\n".to_owned();
    for (day, client, channels, topic) in posts {
        let row = format!("2099-06-{day:02},10:00,{client},{channels},{topic},{topic}\n");
        plan.push_str(&row);
    }
    let plan = home.write("plan.csv", plan);
    home.well(&["import", "plan", &plan, "--yes"]);
}

/// The ids that a command says it was about.
fn ids(answer: &Value) -> Vec<String> {
    let ids = answer["ids"].as_array().unwrap().iter();
    ids.map(|id| id.as_str().unwrap().to_owned()).collect()
}

/// Kolos on VK and Telegram, with one post for tomorrow.
fn a_first_post() -> Home {
    let home = Home::new();
    home.well(&["client", "add", "Kolos", "--hours", "daily 7-23"]);
    for (platform, handle) in [("vk", "@kolos_vk"), ("telegram", "@kolos_tg")] {
        let add = [
            "channel",
            "add",
            "--client",
            "Kolos",
            "--platform",
            platform,
        ];
        home.well(&[&add[..], &["--handle", handle]].concat());
    }
    let said = home.run(&["add", "Kolos vk,tg tomorrow 9 We open at ten"]);
    assert!(
        said.out.ends_with("Kolos · VK TG · We open at ten\n"),
        "{said:?}"
    );
    assert!(
        said.err.contains("Done: new post “We open at ten”"),
        "{said:?}"
    );
    home
}

#[test]
fn a_post_is_planned_written_and_moved_along_in_words() {
    let home = a_first_post();
    let moved = home.run(&["move", "We open at ten", "in 3 days 18:30"]);
    assert!(moved.out.contains("18:30 Moscow"), "{moved:?}");
    // A distance moves it too, backwards without a quarrel over the dash.
    let moved = home.run(&["move", "we OPEN at ten", "-1d"]);
    assert!(moved.err.contains("another time"), "{moved:?}");
    let edited = home.run(&[
        "edit",
        "We open",
        "--text",
        "We open at nine.",
        "--rubric",
        "news",
    ]);
    assert!(edited.err.contains("text saved") && edited.err.contains("post “We open at ten”"));
    home.well(&["edit", "We open", "--channel", "tg", "--text", "Nine!"]);
    home.well(&[
        "status",
        "We open",
        "на паузе",
        "--reason",
        "the photo is late",
    ]);
    home.well(&["status", "We open", "luonnos"]);
    home.well(&["status", "We open", "approved"]);
    let shown = home.json(&["show", "We open at ten", "--json"]);
    assert_eq!(shown["text"], "We open at nine.");
    assert_eq!(shown["rubric"], "news");
    assert_eq!(shown["variants"][0]["status"], "scheduled");
    assert_eq!(shown["variants"][1]["own_text"], "Nine!");
    home.well(&["edit", "We open", "--channel", "tg", "--inherit"]);
    let shown = home.json(&["show", "We open at ten", "--json"]);
    assert_eq!(shown["variants"][1]["own_text"], Value::Null);
}

#[test]
fn a_post_goes_out_is_stamped_and_taken_back() {
    let home = a_first_post();
    let steps = home.well(&["publish", "We open", "--channel", "vk"]);
    assert!(
        steps.contains("1. open the page") && steps.contains("We open at ten"),
        "{steps}"
    );
    let mut lines = steps.lines();
    let folder = lines.find_map(|line| line.strip_prefix("files: ")).unwrap();
    let laid = std::fs::read_to_string(format!("{folder}/text.txt")).unwrap();
    assert_eq!(laid, "We open at ten");
    let link = "https://vk.com/wall-1_2";
    home.well(&["publish", "We open", "--channel", "vk", "--stamp", link]);
    let standing = || home.json(&["show", "We open at ten", "--json"])["variants"][0].clone();
    assert_eq!(standing()["status"], "published");
    assert_eq!(standing()["permalink"], link);
    let words = home.refused(1, &["move", "We open", "--channel", "vk", "+1d"]);
    assert!(words.contains("out already"), "{words}");
    assert_eq!(home.well(&["undo"]), "Taken back: stamped as published\n");
    assert_eq!(standing()["status"], "scheduled");
    assert!(home.well(&["find", "open"]).contains("We open at ten"));
    let words = home.refused(1, &["find", "nowhere"]);
    assert!(words.contains("Nothing was found"), "{words}");
    let brief = home.well(&["brief", "Kolos", "--lang", "fi"]);
    assert_eq!(brief.lines().count(), 7, "{brief}");
}

#[test]
fn the_same_morning_in_russian() {
    let home = Home::with_clients();
    let add = russian(&home, &["add", "Kolos vk завтра 9 Открываемся в десять"]);
    assert!(
        add.err
            .contains("Готово: новый пост «Открываемся в десять»"),
        "{add:?}"
    );
    let moved = russian(
        &home,
        &["move", "Открываемся в десять", "через 3 дня 18:30"],
    );
    assert!(moved.out.contains("18:30"), "{moved:?}");
    assert_eq!(
        russian(&home, &["status", "Открываемся", "черновик"]).code,
        0
    );
    assert_eq!(russian(&home, &["move", "Открываемся", "на полку"]).code, 0);
    let shown = russian(&home, &["show", "Открываемся"]);
    assert!(
        shown.out.contains("Формат: ") && shown.out.contains("— история —"),
        "{shown:?}"
    );
    let undone = russian(&home, &["undo"]);
    assert!(undone.out.starts_with("Отменено: "), "{undone:?}");
    let history = russian(&home, &["history", "--limit", "2"]);
    assert!(
        history.out.contains("командная строка\tотменено"),
        "{history:?}"
    );
    let wrong = russian(&home, &["staus", "x", "y"]);
    assert_eq!(wrong.code, 2);
    assert!(
        wrong
            .err
            .contains("Команды «staus» нет; может быть, status?"),
        "{wrong:?}"
    );
    assert!(!wrong.err.contains("error"), "{wrong:?}");
}

#[test]
fn a_post_is_shown_as_it_stood() {
    let home = Home::with_clients();
    june(&home, &[(1, "Kolos", "vk", "Окрошка")]);
    let made = home.json(&["history", "--limit", "1", "--json"])[0]["at"].clone();
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    home.well(&[
        "edit",
        "Окрошка",
        "--text",
        "Совсем другое",
        "--topic",
        "Суп",
    ]);
    home.well(&["move", "Суп", "+1d"]);
    home.well(&["status", "Суп", "draft"]);
    let then = home.json(&["show", "Суп", "--as-of", made.as_str().unwrap(), "--json"]);
    assert_eq!(
        (&then["topic"], &then["text"]),
        (&"Окрошка".into(), &"Окрошка".into())
    );
    assert_eq!(then["variants"][0]["local"], "2099-06-01 10:00");
    assert_eq!(then["variants"][0]["status"], "scheduled");
    let now = home.json(&["show", "Суп", "--as-of", "today", "--json"]);
    assert_eq!(now["text"], "Совсем другое");
    assert_eq!(now["variants"][0]["status"], "draft");
    assert!(
        home.refused(1, &["show", "Суп", "--as-of", "2020-01-01 10:00"])
            .contains("no such post")
    );
    assert!(
        home.refused(2, &["show", "Суп", "--as-of", "2098-01-01 10:00"])
            .contains("still to come")
    );
    assert!(
        home.refused(2, &["show", "Суп", "--as-of", "soon"])
            .contains("Tuesday")
    );
}

#[test]
fn an_entry_goes_alone_while_nothing_stands_on_it_and_with_the_rest_when_asked() {
    let home = Home::with_clients();
    june(&home, &[(1, "Kolos", "vk", "Окрошка")]);
    home.well(&["edit", "Окрошка", "--rubric", "меню"]);
    home.well(&["move", "Окрошка", "+1d"]);
    home.well(&["move", "Окрошка", "+1d"]);
    let history = home.json(&["history", "--post", "Окрошка", "--json"]);
    let entry = |nth: usize| history[nth]["entry"].to_string();
    assert_eq!(history.as_array().unwrap().len(), 4);
    let (first_move, card) = (entry(1), entry(2));
    let before = home.dump();
    let words = home.refused(1, &["undo", &first_move]);
    assert!(words.contains("changed since") && words.contains(&format!("Entry {}", entry(0))));
    assert!(
        words.contains(&format!("postdesk undo {first_move} --down-to")),
        "{words}"
    );
    let tried = home.run(&["undo", &first_move, "--down-to", "--dry-run"]);
    assert_eq!(tried.out.lines().count(), 2, "{tried:?}");
    assert!(home.dump() == before, "something was written");
    // The card stands under nothing: it goes from between.
    assert!(home.well(&["undo", &card]).contains("Taken back: post"));
    assert_eq!(home.json(&["show", "Окрошка", "--json"])["rubric"], "");
    assert_eq!(
        home.well(&["undo", &first_move, "--down-to"])
            .lines()
            .count(),
        2
    );
    let at = home.json(&["show", "Окрошка", "--json"])["variants"][0]["at"].clone();
    assert!(at.as_str().unwrap().starts_with("2099-06-01T10:00"), "{at}");
    assert!(home.refused(1, &["undo", &card]).contains("already"));
    assert!(home.refused(2, &["undo", "9999"]).contains("no entry 9999"));
    assert!(home.refused(2, &["undo", "x"]).contains("postdesk history"));
    for _ in 0..3 {
        home.well(&["redo"]);
    }
    assert!(home.refused(1, &["redo"]).contains("nothing to do again"));
}

#[test]
fn trying_writes_nothing_and_says_what_would_be_done() {
    let home = Home::with_clients();
    june(&home, &[(1, "Kolos", "vk+tg", "Окрошка")]);
    home.well(&["message", "Kolos vk Ольга: когда откроетесь?"]);
    let thread = home.json(&["list", "messages", "--json"])[0]["thread"].clone();
    let thread = thread.as_str().unwrap();
    let before = home.dump();
    let orders: &[&[&str]] = &[
        &["add", "Marani vk in 3 days 10:00 Вино"],
        &["add", "--draft", "Marani vk Вино"],
        &["edit", "Окрошка", "--text", "иначе"],
        &["move", "Окрошка", "+2d"],
        &["status", "Окрошка", "draft"],
        &["publish", "Окрошка"],
        &["publish", "Окрошка", "--stamp"],
        &["publish", "Окрошка", "--skip", "дождь"],
        &["copy", "Окрошка", "--at", "in 3 days 10:00"],
        &["delete", "Окрошка"],
        &["answer", thread, "В семь"],
        &["decide", thread, "done"],
        &["tone", thread, "+"],
        &["topic", thread, "часы"],
        &["lead", thread, "стол"],
        &["idea", thread],
        &["message", "Kolos tg Аня: спасибо"],
        &["look", "Kolos/vk", "2"],
        &["reading", "add", "Kolos/vk", "followers", "100"],
        &["packet", "send", "Окрошка"],
        &["client", "add", "Новый"],
        &["client", "edit", "Kolos", "--promise", "5"],
        &["channel", "add", "--client", "Kolos", "--platform", "ok"],
        &["channel", "edit", "Kolos/vk", "--grace", "5"],
        &["rubric", "add", "меню", "--client", "Kolos"],
        &["campaign", "add", "лето", "--client", "Kolos"],
        &["day", "add", "30.12", "ёлка"],
        &["undo"],
    ];
    for order in orders {
        let tried = home.run(&[order, &["--dry-run"][..]].concat());
        assert_eq!(tried.code, 0, "{order:?}: {tried:?}");
        assert!(tried.err.contains("Only tried"), "{order:?}: {tried:?}");
        assert!(home.dump() == before, "{order:?} wrote something");
        let told = home.run(&[order, &["--dry-run", "--json"][..]].concat());
        let told: Value =
            serde_json::from_str(&told.out).unwrap_or_else(|_| panic!("{order:?}: {told:?}"));
        assert!(
            told.is_array() || told["done"] == false,
            "{order:?}: {told}"
        );
    }
    // What could not be done is refused when it is tried.
    assert!(
        home.run(&["publish", "Окрошка", "--skip", "", "--dry-run"])
            .code
            == 2
    );
    assert_eq!(
        home.run(&["status", "Окрошка", "hold", "--dry-run"]).code,
        1
    );
}

#[test]
fn one_command_goes_on_where_another_ended() {
    let home = Home::with_clients();
    june(
        &home,
        &[
            (1, "Kolos", "vk", "Один"),
            (2, "Kolos", "vk", "Два"),
            (3, "Kolos", "vk", "Три"),
            (1, "Marani", "facebook", "Вино"),
        ],
    );
    let piped = |list: &[&str], order: &[&str]| {
        let ids = home.well(list);
        let mut command = home.command(order);
        command.stdin(std::process::Stdio::piped());
        command.stdout(std::process::Stdio::piped());
        let mut child = command
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), ids.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        (
            output.status.code().unwrap(),
            String::from_utf8(output.stdout).unwrap(),
        )
    };
    let days = [
        "list", "posts", "--client", "Kolos", "--from", "2.6.2099", "--to", "3.6.2099",
    ];
    let (code, told) = piped(&days, &["status", "-", "draft", "--json"]);
    assert_eq!(code, 0);
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!((told["done"].clone(), ids(&told).len()), (true.into(), 2));
    let ready = ["list", "posts", "--filter", "kolos черновик", "--json"];
    assert_eq!(piped(&ready, &["move", "-", "+1w"]).0, 0);
    let listed = home.json(&ready);
    let at = |nth: usize| listed[nth]["at"].as_str().unwrap()[..10].to_owned();
    assert_eq!([at(0), at(1)], ["2099-06-09", "2099-06-10"]);
    // All of them or none: what is out does not move, and so nothing does.
    home.well(&["publish", "Один", "--stamp"]);
    let before = home.dump();
    let all = ["list", "posts", "--client", "Kolos", "--json"];
    assert_eq!(piped(&all, &["move", "-", "shelf"]).0, 1);
    assert!(home.dump() == before, "some of them moved");
    assert_eq!(
        piped(&["list", "posts", "--filter", "skipped"], &["delete", "-"]).0,
        2
    );
    assert!(
        home.refused(2, &["list", "posts", "--filter", "client:nobody"])
            .contains("nobody")
    );
}

#[test]
fn ids_are_taken_from_either_end_and_what_fits_several_is_listed() {
    let home = Home::with_clients();
    june(
        &home,
        &[
            (1, "Kolos", "vk+tg", "Окрошка"),
            (2, "Marani", "vk", "Окрошка"),
        ],
    );
    let shown = home.json(&["show", "Окрошка", "--client", "Kolos", "--json"]);
    let uid = shown["id"].as_str().unwrap();
    let one = shown["variants"][1]["id"].as_str().unwrap();
    for part in [uid, &uid[uid.len() - 6..], &uid.to_uppercase()] {
        assert_eq!(home.json(&["show", part, "--json"])["id"], uid, "{part}");
    }
    let narrow = home.json(&["show", &one[one.len() - 8..], "--json"]);
    assert_eq!(narrow["variants"].as_array().unwrap().len(), 1);
    let words = home.refused(2, &["move", "Окрошка", "+1d"]);
    assert!(words.contains("fits several"), "{words}");
    assert_eq!(words.matches("Окрошка").count(), 3, "{words}");
    assert!(words.contains(&uid[uid.len() - 8..]), "{words}");
    // An id of one channel does not delete the whole post.
    assert!(home.refused(2, &["delete", one]).contains("VK TG"));
    let words = home.refused(2, &["delete", "00000000", "нет такого"]);
    assert!(
        words.contains("00000000") && words.contains("нет такого"),
        "{words}"
    );
    assert!(
        home.refused(
            2,
            &[
                "edit",
                "Окрошка",
                "--channel",
                "fb",
                "--text",
                "x",
                "--client",
                "Kolos"
            ]
        )
        .contains("does not go to fb")
    );
    assert!(home.refused(2, &["edit", one]).contains("--text"));
}
