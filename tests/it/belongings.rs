//! What belongs to clients, channels and posts: posting times, goals, ready answers, pictures; given, changed, taken back.

use serde_json::{Value, json};

use crate::home::Home;

/// Kolos with a post of June 2099 on two channels.
fn with_a_post() -> Home {
    let home = Home::with_clients();
    let plan = home.write(
        "plan.csv",
        "date,time,client,channel,topic\n2099-06-01,18:00,Kolos,vk+telegram,Окрошка\n",
    );
    home.well(&["import", "plan", &plan, "--yes"]);
    home
}

fn slots(home: &Home) -> Vec<String> {
    let told = home.json(&["slot", "list", "--json"]);
    let each = told.as_array().unwrap().iter();
    each.map(|it| {
        let field = |name: &str| it[name].as_str().unwrap().to_owned();
        format!("{} {} {}", field("channel"), it["weekday"], field("time"))
    })
    .collect()
}

#[test]
fn posting_times_are_given_listed_and_dropped_and_come_back() {
    let home = Home::with_clients();
    let ids = home.well(&["slot", "add", "Kolos/vk", "Mon", "Wed", "09:30"]);
    home.well(&["slot", "add", "Kolos/telegram", "mon 9:30, sat 11"]);
    assert_eq!(
        slots(&home),
        [
            "@Kolos_vk 1 09:30",
            "@Kolos_vk 3 09:30",
            "@Kolos_telegram 1 09:30",
            "@Kolos_telegram 6 11:00"
        ]
    );
    let lines = home.well(&["slot", "list", "--channel", "Kolos/vk"]);
    assert!(lines.contains("@Kolos_vk\tMon 09:30\t"), "{lines}");

    let many = home.refused(2, &["slot", "delete", "Mon", "09:30"]);
    assert!(many.contains("@Kolos_vk, @Kolos_telegram"), "{many}");
    assert!(many.contains("--channel"), "{many}");
    home.well(&["slot", "delete", "Mon", "09:30", "--channel", "Kolos/vk"]);
    let wednesday = ids.lines().nth(1).unwrap();
    let short = &wednesday[wednesday.len() - 8..];
    home.well(&["slot", "remove", short]);
    assert_eq!(slots(&home).len(), 2);
    home.well(&["undo"]);
    home.well(&["undo"]);
    assert_eq!(slots(&home).len(), 4);

    let before = home.dump();
    let told = home.json(&["slot", "delete", short, "--dry-run", "--json"]);
    assert_eq!(told["done"], false);
    assert_eq!(told["ids"], json!([wednesday]));
    home.well(&["slot", "add", "Kolos/vk", "Mon", "09:30"]);
    assert_eq!(before, home.dump(), "it stands so already");
}

#[test]
fn what_is_no_posting_time_is_refused_by_name_and_nothing_is_added() {
    let home = Home::with_clients();
    let before = home.dump();
    for (asked, word) in [
        (vec!["Mon", "25:00"], "25:00"),
        (vec!["Mon", "09:60"], "09:60"),
        (vec!["09:30"], "09:30"),
        (vec!["Mon 9, Tue"], "Tue"),
        (vec!["Mon", "-1:00"], "1:00"),
        (vec!["Funday", "9"], "Funday"),
        (vec![" , "], "Mon Wed 09:30"),
        (vec!["Mon\u{1b}[31m", "9"], "Mon"),
    ] {
        let mut line = vec!["slot", "add", "Kolos/vk", "--"];
        line.extend(asked);
        let words = home.refused(2, &line);
        assert!(words.contains(word), "{words}");
        assert!(words.contains("Mon Wed 09:30"), "{words}");
        assert!(!words.contains('\u{1b}'), "{words:?}");
    }
    let none = home.refused(2, &["slot", "delete", "Sun", "23:59"]);
    assert!(
        none.contains("Sun 23:59") && none.contains("slot list"),
        "{none}"
    );
    let id = home.refused(2, &["slot", "delete", "deadbeef"]);
    assert!(id.contains("deadbeef"), "{id}");
    assert_eq!(before, home.dump());
}

#[test]
fn goals_are_set_by_the_words_of_the_cards_and_dropped() {
    let home = Home::with_clients();
    home.well(&["goal", "set", "Kolos", "followers", "7 000"]);
    home.well(&["goal", "set", "Kolos", "Answered on time", "95%"]);
    home.well(&["goal", "set", "Kolos", "Расходы на рекламу", "30000,50"]);
    let goals = || home.json(&["goal", "list", "--client", "Kolos", "--json"]);
    let told = goals();
    assert_eq!(
        told[0],
        json!({ "client": "Kolos", "score": "followers", "value": 7000.0, "at_most": false })
    );
    assert_eq!(told[1]["score"], "answered_in_time_percent");
    assert_eq!(
        (&told[2]["value"], &told[2]["at_most"]),
        (&json!(30000.5), &json!(true))
    );
    let lines = home.well(&["goal", "list"]);
    assert!(
        lines.starts_with("Kolos\tFollowers\t7000\tfollowers\n"),
        "{lines}"
    );

    home.well(&["goal", "delete", "Kolos", "followers"]);
    assert_eq!(goals().as_array().unwrap().len(), 2);
    home.well(&["undo"]);
    assert_eq!(goals(), told);
    let gone = home.refused(1, &["goal", "delete", "Marani", "followers"]);
    assert!(
        gone.contains("Marani") && gone.contains("Followers"),
        "{gone}"
    );
    let before = home.dump();
    home.well(&["goal", "set", "Kolos", "followers", "7000"]);
    home.well(&["goal", "set", "Kolos", "followers", "8000", "--dry-run"]);
    assert_eq!(before, home.dump());
}

#[test]
fn a_goal_that_is_no_number_is_refused() {
    let home = Home::with_clients();
    let before = home.dump();
    for (score, value) in [
        ("followers", "NaN"),
        ("followers", "inf"),
        ("followers", "-5"),
        ("followers", "12.5"),
        ("followers", ""),
        ("spend", "1e9"),
        ("spend", "99999999999999999999"),
        ("spend", "5%"),
    ] {
        let words = home.refused(2, &["goal", "set", "Kolos", score, value]);
        assert!(words.contains(value.trim_start_matches('-')), "{words}");
    }
    let near = home.refused(2, &["goal", "set", "Kolos", "folowers", "1"]);
    assert!(near.contains("did you mean followers?"), "{near}");
    assert_eq!(before, home.dump());
}

fn answers(home: &Home) -> Value {
    home.json(&["ready", "list", "--json"])
}

#[test]
fn ready_answers_are_written_changed_and_dropped() {
    let home = Home::with_clients();
    home.well(&["client", "edit", "Kolos", "--languages", "RU,en"]);
    let id = home.well(&[
        "ready",
        "add",
        "часы",
        "Открыты",
        "с 7 до 23",
        "--client",
        "Kolos",
    ]);
    let piped = [
        "ready", "add", "delivery", "-", "--client", "Kolos", "--lang", "EN",
    ];
    assert_eq!(
        home.fed(&piped, "We deliver.\r\nEvery day.\n".as_bytes())
            .code,
        0
    );
    let told = answers(&home);
    assert_eq!(
        told[0],
        json!({
            "id": id.trim(), "client": "Kolos", "lang": "ru", "name": "часы",
            "text": "Открыты с 7 до 23",
        })
    );
    assert_eq!(told[1]["text"], "We deliver.\nEvery day.");
    assert_eq!(told[1]["lang"], "en");

    home.well(&["ready", "edit", "ЧАСЫ", "--text", "Открыты с 8 до 23"]);
    assert_eq!(answers(&home)[0]["text"], "Открыты с 8 до 23");
    home.well(&["reply", "delete", &id.trim()[..13]]);
    assert_eq!(answers(&home).as_array().unwrap().len(), 1);
    home.well(&["undo"]);
    assert_eq!(answers(&home)[0]["name"], "часы");
}

#[test]
fn a_ready_answer_without_words_or_of_no_language_is_refused_and_control_bytes_never_come_in() {
    let home = Home::with_clients();
    let before = home.dump();
    home.refused(2, &["ready", "add", " ", "text", "--client", "Kolos"]);
    home.refused(2, &["ready", "add", "hours", " ", "--client", "Kolos"]);
    let lang = home.refused(
        2,
        &[
            "ready", "add", "x", "y", "--client", "Kolos", "--lang", "r\u{7}u",
        ],
    );
    assert!(
        lang.contains("pt-br") && !lang.contains('\u{7}'),
        "{lang:?}"
    );
    let none = home.refused(2, &["ready", "edit", "hours", "--text", "x"]);
    assert!(
        none.contains("hours") && none.contains("ready list"),
        "{none}"
    );
    assert_eq!(before, home.dump());
    home.well(&[
        "ready",
        "add",
        "a\u{1b}[2Jb",
        "c\u{1b}]0;x\u{7}d",
        "--client",
        "Kolos",
    ]);
    let told = answers(&home).to_string();
    assert!(!told.contains("u001b") && !told.contains("u0007"), "{told}");
}

#[test]
fn a_client_and_a_channel_are_let_go_and_come_back() {
    let home = with_a_post();
    let before = home.json(&["list", "posts", "--json"]);
    home.well(&["client", "delete", "Kolos", "--dry-run"]);
    let said = home.run(&["client", "delete", "Kolos"]);
    assert!(said.err.contains("3 channels"), "{said:?}");
    assert_eq!(home.json(&["list", "posts", "--json"]), json!([]));
    assert_eq!(
        home.json(&["list", "clients", "--json"])
            .as_array()
            .unwrap()
            .len(),
        2
    );
    home.well(&["undo"]);
    assert_eq!(home.json(&["list", "posts", "--json"]), before);

    let told = home.json(&["channel", "delete", "Kolos/vk", "--json"]);
    assert_eq!(told["done"], true);
    assert_eq!(
        home.json(&["list", "posts", "--json"])
            .as_array()
            .unwrap()
            .len(),
        1
    );
    home.well(&["undo"]);
    assert_eq!(home.json(&["list", "posts", "--json"]), before);
    assert!(
        home.refused(2, &["channel", "delete", "Kolos/x"])
            .contains("Kolos/x")
    );
}

/// The pictures of the post, as their names.
fn pictures(home: &Home) -> Vec<String> {
    let told = home.json(&["picture", "Окрошка", "list", "--json"]);
    let each = told.as_array().unwrap().iter();
    each.map(|it| it["name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn pictures_are_put_to_a_post_described_moved_and_taken_off() {
    let home = with_a_post();
    let files = ["суп.jpg", "зал.jpg", "хлеб.jpg"].map(|name| home.write(name, name));
    let [soup, hall, bread] = files.each_ref();
    home.well(&["picture", "Окрошка", "add", soup, hall, bread]);
    for file in &files {
        std::fs::remove_file(file).unwrap();
    }
    home.well(&["picture", "Окрошка", "alt", "1", "Окрошка", "в миске"]);
    home.well(&["picture", "Окрошка", "move", "3", "1"]);
    assert_eq!(pictures(&home), ["хлеб.jpg", "суп.jpg", "зал.jpg"]);
    assert_eq!(
        home.well(&["picture", "Окрошка", "list"]),
        "1\tхлеб.jpg\t—\n2\tсуп.jpg\tОкрошка в миске\n3\tзал.jpg\t—\n"
    );
    home.well(&["picture", "Окрошка", "remove", "3", "1", "3"]);
    assert_eq!(pictures(&home), ["суп.jpg"]);
    home.well(&["undo"]);
    home.well(&["undo"]);
    assert_eq!(pictures(&home), ["хлеб.jpg", "суп.jpg", "зал.jpg"]);
    home.well(&["undo"]);
    assert_eq!(pictures(&home), ["суп.jpg", "зал.jpg", "хлеб.jpg"]);
    let told = home.json(&["picture", "Окрошка", "list", "--json"]);
    assert_eq!(told[0]["alt"], "Окрошка в миске");
}

#[test]
fn files_that_cannot_be_taken_are_all_told_before_one_is() {
    let home = with_a_post();
    let good = home.write("хлеб.jpg", "хлеб");
    let folder = home.path().to_string_lossy().into_owned();
    let empty = home.write("пусто.jpg", "");
    let before = home.dump();
    let asked = [
        "picture",
        "Окрошка",
        "add",
        &good,
        "gone.jpg",
        &folder,
        &empty,
    ];
    let words = home.refused(1, &asked);
    for word in ["gone.jpg", "is a folder", "is empty"] {
        assert!(words.contains(word), "{words}");
    }
    assert_eq!(before, home.dump());
    assert!(
        !home
            .database()
            .with_file_name("media")
            .join("хлеб.jpg")
            .exists()
    );
    let taken = std::fs::read_dir(home.database().with_file_name("media"));
    assert_eq!(taken.map_or(0, Iterator::count), 0, "nothing was copied");

    home.well(&["picture", "Окрошка", "add", &good, "--dry-run"]);
    assert_eq!(before, home.dump());
    for n in ["0", "1", "-1", "NaN", "99999999999999999999"] {
        let words = home.refused(2, &["picture", "Окрошка", "alt", "--", n, "x"]);
        assert!(words.contains("has none yet"), "{words}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_at_once_and_an_alt_text_keeps_no_control_bytes() {
    let home = with_a_post();
    let pipe = home.path().join("pipe.jpg");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let pipe = pipe.to_string_lossy().into_owned();
    let words = home.refused(1, &["picture", "Окрошка", "add", &pipe]);
    assert!(words.contains("not an ordinary file"), "{words}");

    let good = home.write("хлеб.jpg", "хлеб");
    home.well(&[
        "picture",
        "Окрошка",
        "add",
        &good,
        "--alt",
        "a\u{1b}[31mb\u{7}c",
    ]);
    let alt = |home: &Home| home.json(&["picture", "Окрошка", "list", "--json"])[0]["alt"].clone();
    assert!(!alt(&home).as_str().unwrap().contains(char::is_control));
    home.well(&["picture", "Окрошка", "alt", "1", "две\nстроки\u{202e}"]);
    assert_eq!(alt(&home), "две строки‹U+202E›");
    home.well(&["picture", "Окрошка", "alt", "1", ""]);
    assert_eq!(alt(&home), "");
}

#[test]
fn a_script_a_note_to_the_client_and_a_cover_are_given_and_the_task_lies_in_the_outbox() {
    let home = with_a_post();
    let files = ["суп.jpg", "зал.jpg"].map(|name| home.write(name, name));
    let [soup, hall] = files.each_ref();
    home.well(&["picture", "Окрошка", "add", soup, hall]);
    home.well(&["picture", "Окрошка", "cover", "2"]);
    assert_eq!(
        home.well(&["picture", "Окрошка", "list"]),
        "1\tсуп.jpg\t—\n2\tзал.jpg\t—\t★\n"
    );
    assert!(
        home.refused(2, &["picture", "Окрошка", "cover", "3"])
            .contains('3')
    );
    let (script, shots) = ("Повар: «Квас!»\n\nЛьёт.", "Миска\nКвас");
    let given = [
        ("--format", "video"),
        ("--script", script),
        ("--shots", shots),
        ("--client-note", "Фото в среду"),
        ("--note", "тайна"),
    ];
    let mut order = vec!["edit", "Окрошка"];
    order.extend(given.iter().flat_map(|(option, text)| [*option, *text]));
    home.well(&order);
    let told = home.json(&["show", "Окрошка", "--json"]);
    assert_eq!(told["script"], script);
    assert_eq!(told["shots"], shots);
    assert_eq!(told["client_note"], "Фото в среду");
    let read = home.well(&["show", "Окрошка"]);
    for part in ["Note to client: Фото в среду", script, shots] {
        assert!(read.contains(part), "{part} is not in:\n{read}");
    }
    let task = home.json(&["task", "Окрошка", "--lang", "en", "--json"]);
    let file = task["file"].as_str().unwrap();
    let paper = std::fs::read_to_string(file).unwrap();
    for part in [
        "1. Миска\n2. Квас",
        "- зал.jpg (cover)\n- суп.jpg",
        "> Льёт.",
    ] {
        assert!(paper.contains(part), "{part} is not in:\n{paper}");
    }
    assert!(!paper.contains("тайна") && !paper.contains("в среду"));
    assert!(home.well(&["task", "Окрошка"]).contains("1. Миска"));
    assert_eq!(std::fs::read_to_string(file).unwrap(), paper);
    assert!(std::path::Path::new(&file.replace(".md", "-2.md")).exists());
    home.well(&["picture", "Окрошка", "cover", "-"]);
    let told = home.json(&["picture", "Окрошка", "list", "--json"]);
    assert_eq!(
        (&told[0]["cover"], &told[1]["cover"]),
        (&false.into(), &false.into())
    );
    home.well(&["undo"]);
    let told = home.json(&["picture", "Окрошка", "list", "--json"]);
    assert_eq!(told[1]["cover"], true);
    home.well(&["packet", "send", "Окрошка"]);
}
