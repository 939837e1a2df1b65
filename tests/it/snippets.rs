//! Snippets on the command line: kept, changed, dropped, taken back, and refused with the way out.

use serde_json::{Value, json};

use crate::home::Home;

fn snippets(home: &Home) -> Value {
    home.json(&["snippet", "list", "--json"])
}

#[test]
fn snippets_are_kept_changed_and_dropped_for_a_client_and_for_everybody() {
    let home = Home::with_clients();
    let id = home.well(&[
        "snippet",
        "add",
        "запись",
        "Записаться:",
        "{ссылка}",
        "--client",
        "Kolos",
        "--kind",
        "призыв",
        "--lang",
        "RU",
    ]);
    home.well(&[
        "snippet",
        "add",
        "sign-off",
        "— {client}",
        "--kind",
        "signature",
    ]);
    let told = snippets(&home);
    assert_eq!(
        told[0],
        json!({
            "id": id.trim(), "client": "Kolos", "lang": "ru", "kind": "call",
            "name": "запись", "text": "Записаться: {ссылка}",
        })
    );
    assert_eq!(told[1]["client"], Value::Null);
    let lines = home.well(&["snippet", "list", "--client", "Marani"]);
    assert!(
        lines.starts_with("—\t—\tsignature\tsign-off\t— {client}\t"),
        "{lines}"
    );

    let short = &id.trim()[id.trim().len() - 8..];
    home.well(&[
        "snippet",
        "edit",
        short,
        "--lang",
        "",
        "--text",
        "{{{link}}",
    ]);
    assert_eq!(snippets(&home)[0]["text"], "{{{link}}");
    assert_eq!(snippets(&home)[0]["lang"], "");
    let before = home.dump();
    home.well(&["snippet", "delete", "ЗАПИСЬ", "--dry-run"]);
    home.well(&["snippet", "edit", "запись", "--kind", "call"]);
    assert_eq!(before, home.dump());
    home.well(&["snippet", "delete", "ЗАПИСЬ"]);
    assert_eq!(snippets(&home).as_array().unwrap().len(), 1);
    home.well(&["undo"]);
    assert_eq!(snippets(&home)[0]["text"], "{{{link}}");
    // With its client it leaves the list, and comes back with it.
    home.well(&["client", "delete", "Kolos"]);
    assert_eq!(snippets(&home).as_array().unwrap().len(), 1);
    home.well(&["undo"]);
    assert_eq!(snippets(&home).as_array().unwrap().len(), 2);
}

#[test]
fn a_snippet_with_an_unknown_variable_or_of_no_kind_is_refused_with_the_way_out() {
    let home = Home::with_clients();
    let before = home.dump();
    let refused = |text: &str| home.refused(2, &["snippet", "add", "x", text]);
    let near = refused("{linc}");
    assert!(
        near.contains("{linc}") && near.contains("did you mean {link}?"),
        "{near}"
    );
    assert!(refused("{хозяйка}").contains("{client} {channel} {handle} {date}"));
    assert!(refused("{link").contains("not closed"));
    assert!(refused(" ").contains("needs a text"));
    let long = "я".repeat(8_001);
    assert!(refused(&long).contains("is longer than"), "too long");
    let both = home.refused(2, &["snippet", "add", " ", "{x}", "--kind", "tags"]);
    for word in ["needs a name", "{x}", "hashtags"] {
        assert!(both.contains(word), "{both}");
    }
    home.refused(2, &["snippet", "add", "x", "y", "--lang", "русский"]);
    home.refused(2, &["snippet", "delete", "nobody"]);
    assert_eq!(before, home.dump());
}
