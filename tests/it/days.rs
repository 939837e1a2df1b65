//! Named days from the command line: added, listed, taken away, taken back; and her hours, where she can see them.

use serde_json::{Value, json};

use crate::home::{Home, said};

/// What matters of a listed day.
fn told(days: &Value) -> Vec<Value> {
    let days = days.as_array().unwrap().iter();
    days.map(|it| json!([it["day"], it["client"], it["off"], it["name"]]))
        .collect()
}

#[test]
fn a_day_is_named_listed_called_otherwise_and_taken_away() {
    let home = Home::with_clients();
    let line = home.well(&[
        "day",
        "add",
        "2030-11-29",
        "День матери",
        "--client",
        "kolos",
    ]);
    let columns: Vec<&str> = line.trim_end().split('\t').collect();
    assert_eq!(columns[..4], ["2030-11-29", "Kolos", "—", "День матери"]);
    assert!(columns[4].len() > 30, "{line}");
    home.well(&["day", "add", "2030-11-29", "--off"]);
    let all = home.json(&["day", "list", "--json"]);
    assert_eq!(
        told(&all),
        [
            json!(["2030-11-29", null, true, ""]),
            json!(["2030-11-29", "Kolos", false, "День матери"]),
        ]
    );
    let theirs = home.json(&["day", "list", "--client", "Marani", "--json"]);
    assert_eq!(told(&theirs), [json!(["2030-11-29", null, true, ""])]);
    // The same day again is the same day, called otherwise.
    let uid = |days: &Value| days[1]["id"].clone();
    home.well(&["day", "add", "2030-11-29", "День мам", "--client", "Kolos"]);
    let again = home.json(&["day", "list", "--json"]);
    assert_eq!(
        (uid(&again), &again[1]["name"]),
        (uid(&all), &json!("День мам"))
    );
    let gone = home.json(&["day", "delete", "2030-11-29", "--client", "Kolos", "--json"]);
    assert_eq!(
        told(&gone),
        [json!(["2030-11-29", "Kolos", false, "День мам"])]
    );
    assert_eq!(
        home.json(&["day", "list", "--json"])
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        home.well(&["undo"]),
        "Taken back: 29.11 without a name again\n"
    );
    assert_eq!(
        home.json(&["day", "list", "--json"])
            .as_array()
            .unwrap()
            .len(),
        2
    );
    assert_eq!(home.well(&["check"]), "The desk is sound\n");
}

#[test]
fn a_leave_is_several_days_and_one_step() {
    let home = Home::with_clients();
    let days = home.json(&["day", "add", "30.12.2030–8.01.2031", "отпуск", "--json"]);
    let days = told(&days);
    assert_eq!(days.len(), 10);
    assert_eq!(
        days[0],
        json!(["2030-12-30", null, true, "отпуск"]),
        "the word says it"
    );
    assert_eq!(days[9], json!(["2031-01-08", null, true, "отпуск"]));
    assert_eq!(
        home.well(&["undo"]),
        "Taken back: day off 30.12–8.01, отпуск\n"
    );
    assert_eq!(home.well(&["day", "list"]), "");
    assert_eq!(home.well(&["day", "list", "--json"]), "[]\n");
}

#[test]
fn what_is_unclear_is_refused_and_nothing_is_written() {
    let home = Home::new();
    for (args, words) in [
        (vec!["day", "add", "someday", "x"], "Which day?"),
        (vec!["day", "add", "2030-11-29"], "needs a name, or --off"),
        (vec!["day", "add", "2030-11-29 party", "x"], "Which day?"),
        (
            vec!["day", "add", "8.01.2031–30.12.2030", "x"],
            "before the first",
        ),
        (vec!["day", "add", "1.01.2030–31.12.2031", "x"], "366 days"),
        (vec!["day", "delete", "31.02"], "31"),
    ] {
        assert!(home.refused(2, &args).contains(words), "{args:?}");
    }
    let long = "ы".repeat(61);
    let args = ["day", "add", "2030-11-29", &long];
    assert!(home.refused(2, &args).contains("longer than 60"));
    let args = ["day", "add", "2030-11-29", "x", "--client", "Nobody"];
    assert!(home.refused(2, &args).contains("No client is called"));
    home.well(&["client", "add", "Kolos"]);
    let before = home.dump();
    let args = ["day", "delete", "2030-11-29"];
    assert!(home.refused(1, &args).contains("no name there"));
    assert_eq!(home.dump(), before);
}

#[test]
fn a_hostile_name_comes_out_as_words() {
    let home = Home::with_clients();
    let name = "\u{1b}]0;owned\u{7}праздник\u{202e}\t'); DROP TABLE holiday_mark; --";
    let line = home.well(&["day", "add", "2030-11-29", name]);
    assert_eq!(line.matches('\t').count(), 4, "{line:?}");
    assert!(!line.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{line:?}");
    assert_eq!(
        home.json(&["day", "list", "--json"])
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn her_hours_are_said_by_the_doctor_and_warned_about_in_the_fast_lane() {
    let home = Home::with_clients();
    let hours = |home: &Home| {
        let told = home.well(&["doctor"]);
        let line = told.lines().find(|line| line.starts_with("hours\t"));
        line.unwrap().to_owned()
    };
    assert_eq!(hours(&home), "hours\t—");
    let config = "zone = \"Europe/Moscow\"\nhours = \"daily 7-23\"\n";
    home.write("config/config.toml", config);
    assert_eq!(hours(&home), "hours\tdaily 7-23");
    let lane = |when: &str| {
        let line = format!("Kolos vk {when} Хлеб");
        home.well(&["add", "--dry-run", &line])
    };
    let night = lane("2030-11-29 03:30");
    assert!(
        night.contains("2030 03:30 Moscow\n▲ 03:30 yours is outside your hours 7–23\n"),
        "{night}"
    );
    assert!(!lane("2030-11-29 12:00").contains('▲'));
    home.well(&["day", "add", "2030-11-29", "--off"]);
    assert!(lane("2030-11-29 12:00").contains("▲ Fri 29 Nov is your day off\n"));
    let mut russian = home.command(&["add", "--dry-run", "Kolos vk 2030-11-29 12:00 Хлеб"]);
    let russian = said(russian.env("LANG", "ru_RU.UTF-8"));
    assert!(
        russian.out.contains("▲ пт 29 ноя у вас выходной\n"),
        "{russian:?}"
    );
}
