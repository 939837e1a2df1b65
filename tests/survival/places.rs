//! Where she types: how to come there, where the text is kept, and how it stands there.

use std::collections::BTreeMap;

use super::desk::{BASE, Home};
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
}

pub(crate) const PLACES: [Place; 6] = [
    Place::Post,
    Place::Channel,
    Place::Answer,
    Place::FastLane,
    Place::Card,
    Place::Pasted,
];

const PASTED: &str = "Kolos vk Анна: есть безлактозное молоко?";

impl Place {
    /// Goes there in an open window.
    pub(crate) fn enter(self, window: &mut Window) {
        window.sees("Сырники");
        match self {
            Place::Post => {
                window.send("e");
                window.sees("kept as you type");
            }
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
        }
    }

    /// What stands there before a key is pressed.
    pub(crate) const fn start(self) -> &'static str {
        match self {
            Place::Post | Place::Channel => BASE,
            Place::Answer | Place::FastLane => "",
            Place::Card => "Kolos",
            Place::Pasted => PASTED,
        }
    }

    /// The text in the desk: kept as it was typed, or what stood there before.
    pub(crate) fn survived(self, home: &Home) -> String {
        let owner = match self {
            Place::Post => "post:1",
            Place::Channel => "variant:1",
            Place::Answer => "answer:1",
            Place::FastLane => "add",
            Place::Card => "card:client:1",
            Place::Pasted => "message",
        };
        let kept = home.kept(owner);
        match (self, kept) {
            (Place::Card, Some(answers)) => {
                let answers: BTreeMap<String, String> = serde_json::from_str(&answers).unwrap();
                let name = answers.get("card-name").map(String::as_str);
                name.unwrap_or(self.start()).to_owned()
            }
            (_, Some(text)) => text,
            // What was pasted is nowhere else.
            (Place::Pasted, None) => String::new(),
            (_, None) => self.start().to_owned(),
        }
    }
}
