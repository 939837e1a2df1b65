//! Clients and channels: taken on, changed, listed, taken back.

use crate::home::Home;

#[test]
fn a_client_is_taken_on_with_all_fields_and_told_as_json() {
    let home = Home::new();
    let uid = home.well(&[
        "client",
        "add",
        "Kolos bakery",
        "--short",
        "Kolos",
        "--zone",
        "europe/moscow",
        "--hours",
        "daily 7-23",
        "--languages",
        "ru,en",
        "--tone",
        "warm",
        "--avoid",
        "дёшево,халява",
        "--promise",
        "90",
        "--contract-posts",
        "20",
        "--contract-money",
        "35 000 ₽",
        "--colour",
        "3",
    ]);
    let clients = home.json(&["list", "clients", "--json"]);
    let card = &clients[0];
    assert_eq!(card["id"], uid.trim());
    assert_eq!(card["short"], "Kolos");
    assert_eq!(card["zone"], "Europe/Moscow");
    assert_eq!(card["languages"], serde_json::json!(["ru", "en"]));
    assert_eq!(card["avoid"], serde_json::json!(["дёшево", "халява"]));
    assert_eq!(card["promise_min"], 90);
    assert_eq!(card["contract_posts"], 20);
    assert_eq!(card["colour"], 3);
}

#[test]
fn a_card_is_changed_by_short_name_or_uid_and_taken_back() {
    let home = Home::with_clients();
    home.well(&[
        "client",
        "edit",
        "kolos",
        "--promise",
        "60",
        "--name",
        "Kolos & Co",
    ]);
    let clients = home.json(&["client", "list", "--json"]);
    assert_eq!(clients[0]["promise_min"], 60);
    assert_eq!(clients[0]["name"], "Kolos & Co");
    let uid = clients[0]["id"].as_str().unwrap().to_owned();
    home.well(&["client", "edit", &uid, "--tone", "calm"]);
    assert_eq!(home.well(&["undo"]), "Taken back: card of Kolos & Co\n");
    assert_eq!(home.json(&["client", "list", "--json"])[0]["tone"], "");
    assert_eq!(home.well(&["redo"]), "Done again: card of Kolos & Co\n");
    assert_eq!(home.json(&["client", "list", "--json"])[0]["tone"], "calm");
}

#[test]
fn every_mistake_on_a_card_is_told_at_once() {
    let home = Home::new();
    let words = home.refused(
        2,
        &[
            "client",
            "add",
            "Kolos",
            "--zone",
            "Europe/Moskow",
            "--colour",
            "8",
        ],
    );
    assert!(words.contains("Europe/Moscow"), "{words}");
    assert!(words.contains("0 to 7"), "{words}");
    assert!(!home.database().exists());
    home.well(&["client", "add", "Kolos"]);
    assert!(
        home.refused(2, &["client", "add", "Kolos two"])
            .contains("belongs to Kolos")
    );
    assert!(
        home.refused(2, &["client", "add", "  "])
            .contains("needs a name")
    );
    assert!(
        home.refused(2, &["client", "edit", "Kolso", "--tone", "x"])
            .contains("did you mean Kolos?")
    );
}

#[test]
fn a_channel_takes_what_is_usual_on_its_platform() {
    let home = Home::new();
    home.well(&["client", "add", "Kolos"]);
    home.well(&[
        "channel",
        "add",
        "--client",
        "Kolos",
        "--platform",
        "вк",
        "--handle",
        "@kolos",
    ]);
    let channels = home.json(&["list", "channels", "--json"]);
    assert_eq!(channels[0]["platform"], "vk");
    assert_eq!(channels[0]["mode"], "assisted");
    assert_eq!(channels[0]["grace_min"], 60);
    home.well(&[
        "channel",
        "edit",
        "Kolos/vk",
        "--mode",
        "auto",
        "--link",
        "https://vk.com/kolos",
    ]);
    let channels = home.json(&["channel", "list", "--json"]);
    assert_eq!(channels[0]["mode"], "auto");
    assert_eq!(channels[0]["grace_min"], 15);
    assert_eq!(channels[0]["link"], "https://vk.com/kolos");
}

#[test]
fn a_channel_that_cannot_be_is_refused_with_the_way_out() {
    let home = Home::new();
    home.well(&["client", "add", "Kolos"]);
    let near = home.refused(
        2,
        &[
            "channel",
            "add",
            "--client",
            "Kolos",
            "--platform",
            "instgram",
        ],
    );
    assert!(near.contains("did you mean instagram?"), "{near}");
    let mode = home.refused(
        2,
        &[
            "channel",
            "add",
            "--client",
            "Kolos",
            "--platform",
            "vk",
            "--mode",
            "magic",
        ],
    );
    assert!(mode.contains("assisted"), "{mode}");
    let link = home.refused(
        2,
        &[
            "channel",
            "add",
            "--client",
            "Kolos",
            "--platform",
            "vk",
            "--link",
            "javascript:alert(1)",
        ],
    );
    assert!(link.contains("not a web address"), "{link}");
    assert!(
        home.refused(
            2,
            &["channel", "add", "--client", "Nobody", "--platform", "vk"]
        )
        .contains("No client")
    );
    assert_eq!(home.well(&["list", "channels", "--json"]), "[]\n");
}
