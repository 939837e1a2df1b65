//! Links marked, texts cut into chains, and a channel's own limit, all from the command line.

use crate::home::Home;

/// A post on VK and Mastodon with a link and a text of so many sentences.
fn desk(sentences: usize) -> Home {
    let home = Home::with_clients();
    for platform in ["mastodon", "x"] {
        home.well(&[
            "channel",
            "add",
            "--client",
            "Kolos",
            "--platform",
            platform,
        ]);
    }
    home.well(&["add", "Kolos vk,mastodon tomorrow 9 Bread"]);
    let each = (1..=sentences).map(|n| format!("This is sentence number {n} about bread."));
    let text = format!(
        "https://kolos.ru/menu\n\n{}",
        each.collect::<Vec<_>>().join(" ")
    );
    home.well(&["edit", "Bread", "--text", &text]);
    home
}

#[test]
fn links_are_shown_first_then_marked_once_and_taken_back() {
    let home = desk(1);
    let marked = "https://kolos.ru/menu?utm_source=vk&utm_medium=social&utm_content=bread";
    let shown = home.well(&["links", "Bread", "--dry-run"]);
    assert!(shown.contains(&format!("VK\t{marked}\n")), "{shown}");
    assert!(
        !home
            .json(&["show", "Bread", "--json"])
            .to_string()
            .contains("utm_source")
    );
    home.well(&["links", "Bread", "--channel", "vk"]);
    let shown = home.json(&["show", "Bread", "--json"]).to_string();
    assert!(
        shown.contains(marked) && !shown.contains("utm_source=mastodon"),
        "{shown}"
    );
    home.well(&["links", "Bread"]);
    assert!(
        home.json(&["show", "Bread", "--json"])
            .to_string()
            .contains("utm_source=mastodon")
    );
    let again = home.run(&["links", "Bread"]);
    assert!(
        again.err.contains("Every link has its marks"),
        "{}",
        again.err
    );
    home.well(&["undo"]);
    assert!(
        !home
            .json(&["show", "Bread", "--json"])
            .to_string()
            .contains("utm_source=mastodon")
    );
}

#[test]
fn a_template_of_a_channel_is_read_or_refused() {
    let home = desk(1);
    home.well(&["channel", "edit", "Kolos/vk", "--utm", "ref={client}"]);
    let shown = home.well(&["links", "Bread", "--dry-run"]);
    assert!(
        shown.contains("https://kolos.ru/menu?ref=kolos\n"),
        "{shown}"
    );
    home.well(&["channel", "edit", "Kolos/vk", "--utm", "-"]);
    assert!(!home.well(&["links", "Bread", "--dry-run"]).contains("VK"));
    let refused = home.refused(2, &["channel", "edit", "Kolos/vk", "--utm", "a={moon}"]);
    assert!(refused.contains("Nobody knows {moon}"), "{refused}");
}

#[test]
fn a_long_text_is_cut_for_one_channel_and_joined_again() {
    let home = desk(15);
    let refused = home.refused(2, &["chain", "Bread"]);
    assert!(refused.contains("for one channel"), "{refused}");
    let cut = ["chain", "Bread", "--channel", "mastodon"];
    let shown = home.well(&cut);
    assert!(
        shown.contains("\n1/2\n---\n") && shown.trim_end().ends_with("\n2/2"),
        "{shown}"
    );
    let refused = home.refused(1, &["chain", "Bread", "--channel", "vk"]);
    assert!(refused.contains("It fits"), "{refused}");
    let joined = home.well(&["chain", "Bread", "--channel", "mastodon", "--join"]);
    assert!(
        !joined.contains("---") && joined.contains("number 15"),
        "{joined}"
    );
    // A server that takes more needs no chain.
    home.well(&["channel", "edit", "Kolos/mastodon", "--text-max", "5000"]);
    assert!(home.refused(1, &cut).contains("It fits"));
    let channels = home.json(&["list", "channels", "--json"]);
    let own = channels
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["platform"] == "mastodon");
    assert_eq!(own.unwrap()["text_max"], 5000);
}
