//! Where she types: how to come there, where the text is kept, and how it stands there.

use std::collections::BTreeMap;

use super::desk::{BASE, Home, SNIPPET};
use super::window::Window;

/// A place for text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Post,
    /// The text of its channel, from the drafts.
    Channel,
    Answer,
    FastLane,
    Card,
    /// Somebody's message, pasted over a room.
    Pasted,
    FirstComment,
    Brief,
    /// A note for herself.
    Note,
    /// A picture described on the card of its post.
    AltOnCard,
    /// A picture described among the pictures.
    Alt,
    NewSnippet,
    OldSnippet,
}

pub(crate) const PLACES: [Place; 13] = [
    Place::Post,
    Place::Channel,
    Place::Answer,
    Place::FastLane,
    Place::Card,
    Place::Pasted,
    Place::FirstComment,
    Place::Brief,
    Place::Note,
    Place::AltOnCard,
    Place::Alt,
    Place::NewSnippet,
    Place::OldSnippet,
];

const PASTED: &str = "Kolos vk Анна: есть безлактозное молоко?";

// Keys as the terminal sends them.
const F2: &str = "\x1bOQ";
const F3: &str = "\x1bOR";
const F5: &str = "\x1b[15~";
const F9: &str = "\x1b[20~";

impl Place {
    /// Goes there in an open window.
    pub(crate) fn enter(self, window: &mut Window) {
        window.sees("Сырники");
        match self {
            Place::Post => write(window),
            Place::Channel => {
                window.send("3");
                window.sees("Enter write");
                window.send("\t");
                window.sees("Enter write VK");
                window.send("\r");
                window.sees("[VK ");
            }
            Place::Answer => {
                window.send("4");
                window.sees("ANSWER FIRST");
                window.send("\r");
                window.sees("YOUR ANSWER");
            }
            Place::FastLane => {
                window.send("a");
                window.sees("›");
            }
            Place::Card => {
                window.send("C");
                window.sees("+ client");
                window.send("\r");
                window.sees("Enter save");
            }
            Place::Pasted => {
                window.send(&format!("\x1b[200~{PASTED}\x1b[201~"));
                window.sees("›");
            }
            Place::FirstComment => on_the_card(window, "First comment"),
            Place::Brief => on_the_card(window, "Brief"),
            Place::Note => on_the_card(window, "Note to self"),
            Place::AltOnCard => on_the_card(window, "Alt 1"),
            Place::Alt => {
                write(window);
                window.send(F9);
                window.sees("bread.jpg");
                // What was left half described is open already.
                if !window.picture().contains("Enter save, next") {
                    window.send("e");
                    window.sees("Enter save, next");
                }
            }
            Place::NewSnippet => in_a_snippet(window, F3),
            Place::OldSnippet => in_a_snippet(window, F2),
        }
    }

    /// What stands there before a key is pressed.
    pub(crate) const fn start(self) -> &'static str {
        match self {
            Place::Post | Place::Channel => BASE,
            Place::Card => "Kolos",
            Place::Pasted => PASTED,
            Place::OldSnippet => SNIPPET,
            Place::Answer
            | Place::FastLane
            | Place::FirstComment
            | Place::Brief
            | Place::Note
            | Place::AltOnCard
            | Place::Alt
            | Place::NewSnippet => "",
        }
    }

    /// The text in the desk: kept as it was typed, or what stood there before.
    pub(crate) fn survived(self, home: &Home) -> String {
        let (owner, field) = self.kept_as();
        match (home.kept(owner), field) {
            (Some(answers), Some(field)) => {
                let answers: BTreeMap<String, String> = serde_json::from_str(&answers).unwrap();
                answers
                    .get(field)
                    .map_or(self.start(), String::as_str)
                    .to_owned()
            }
            (Some(text), None) => text,
            // What was pasted is nowhere else.
            (None, _) if self == Place::Pasted => String::new(),
            (None, _) => self.start().to_owned(),
        }
    }

    /// Under which owner the text is kept, and in which field where it is one of several.
    const fn kept_as(self) -> (&'static str, Option<&'static str>) {
        match self {
            Place::Post => ("post:1", None),
            Place::Channel => ("variant:1", None),
            Place::Answer => ("answer:1", None),
            Place::FastLane => ("add", None),
            Place::Card => ("card:client:1", Some("card-name")),
            Place::Pasted => ("message", None),
            Place::FirstComment => ("post-card:1", Some("post-card-first-comment")),
            Place::Brief => ("post-card:1", Some("post-card-brief")),
            Place::Note => ("post-card:1", Some("post-card-note")),
            Place::AltOnCard => ("post-card:1", Some("alt:1")),
            Place::Alt => ("alt:1", None),
            Place::NewSnippet => ("card:snippet:1:0", Some("snippet-text")),
            Place::OldSnippet => ("card:snippet:1:1", Some("snippet-text")),
        }
    }
}

/// Into the text of the post.
fn write(window: &mut Window) {
    window.send("e");
    window.sees("kept as you type");
}

/// Onto the card of the post, into the field of this name.
fn on_the_card(window: &mut Window, field: &str) {
    write(window);
    window.send(F2);
    window.sees("Enter save");
    window.goes_to(field);
}

/// Into the text of a snippet, from the list of them over the text of the post.
fn in_a_snippet(window: &mut Window, key: &str) {
    write(window);
    window.send(F5);
    window.sees("F3 new");
    window.send(key);
    window.sees("Enter save");
    window.goes_to("Text");
}
