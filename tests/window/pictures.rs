//! The README's pictures and key table are made from the program; `POSTDESK_PICTURES=draw` draws them anew.

use std::fs;
use std::path::Path;

use postdesk::action::Action;
use postdesk::demo;
use postdesk::keys::Keymap;
use postdesk::locale::{Lang, Locale};

use crate::desk::{Desk, Setup};

/// The demo desk on a Tuesday morning in November.
fn demo_desk(lang: Lang) -> Desk {
    let mut desk = Setup::empty();
    demo::seed(&mut desk.store, desk.now).unwrap();
    desk.open_as(lang, 80, 24)
}

/// A picture of the screen after these keys.
fn picture(lang: Lang, keys: &str) -> String {
    let mut desk = demo_desk(lang);
    if !keys.is_empty() {
        desk.keys(keys);
    }
    // The way to a throw-away folder is another one each time.
    let folder = desk.folder.path().display().to_string();
    let screen = desk.screen().replace(&folder, "~/desk");
    format!("```text\n{screen}\n```\n")
}

/// Every action with its keys and its sentence.
fn keys_table() -> String {
    let keymap = Keymap::builtin();
    let locale = Locale::new(Lang::En);
    let mut table = String::from("| keys | action | what it does |\n|---|---|---|\n");
    for action in Action::ALL {
        let chords: Vec<String> = keymap
            .chords_of(*action)
            .map(|chord| format!("`{}`", chord.label()))
            .collect();
        let title = locale.text(&action.title_key()).into_owned();
        let sentence = locale
            .text(&format!("{}-long", action.title_key()))
            .into_owned();
        let row = format!("| {} | {title} | {sentence} |\n", chords.join(" "));
        table.push_str(&row);
    }
    table
}

/// Puts `text` between the marker that begins with `from` and the next end.
fn put_between(page: &str, from: &str, text: &str) -> String {
    let start = page.find(from).unwrap() + from.len();
    let end = start + page[start..].find("<!-- end -->").unwrap();
    format!("{}\n{text}{}", &page[..start], &page[end..])
}

#[test]
fn pictures_of_the_readme_are_fresh() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let page = fs::read_to_string(&file).unwrap();
    let mut fresh = page.clone();
    for (name, lang, keys) in [
        ("today", Lang::En, ""),
        ("publish", Lang::En, "down enter"),
        ("week", Lang::En, "2 right right"),
        ("month", Lang::Ru, "2 v c down enter"),
        ("drafts", Lang::En, "3"),
        ("inbox", Lang::En, "4 enter"),
        ("kpi", Lang::En, "5"),
        ("today-ru", Lang::Ru, ""),
    ] {
        let marker = format!("<!-- picture: {name} -->");
        fresh = put_between(&fresh, &marker, &picture(lang, keys));
    }
    fresh = put_between(&fresh, "<!-- keys -->", &keys_table());
    if std::env::var("POSTDESK_PICTURES").as_deref() == Ok("draw") {
        fs::write(&file, &fresh).unwrap();
    }
    let page = fs::read_to_string(&file).unwrap();
    assert!(
        page == fresh,
        "README.md is stale: POSTDESK_PICTURES=draw cargo test --test window pictures"
    );
}
