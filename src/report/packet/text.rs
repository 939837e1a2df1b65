//! A packet as plain text to paste into any chat: nothing in it but words, numbers and a thin line, so that no messenger
//! finds markup to bend.

use super::card::{Card, Head, Shown};
use crate::domain::packet::Packet;
use crate::locale::Voice;

/// Between two posts.
const RULE: &str = "──────────";

/// The packet as text. Every post comes whole, however long it is: the client says yes to all of it.
pub fn text(packet: &Packet) -> String {
    let voice = Voice::new(packet.tongue);
    let head = Head::new(packet, &voice);
    let mut out = String::new();
    for words in [&head.client, &head.title, &head.facts] {
        push_line(&mut out, words);
    }
    if packet.items.is_empty() {
        push_line(&mut out, "");
        push_line(&mut out, &voice.text("packet-empty"));
        return out;
    }
    for item in &packet.items {
        push_rule(&mut out);
        push_item(&mut out, &Card::new(packet, item, &voice), &voice);
    }
    push_rule(&mut out);
    push_line(&mut out, &head.answer);
    if !head.reply_by.is_empty() {
        push_line(&mut out, &head.reply_by);
    }
    out
}

fn push_item(out: &mut String, card: &Card<'_>, voice: &Voice) {
    push_line(out, &card.heading());
    for words in [&card.topic, &card.kind] {
        if !words.is_empty() {
            push_line(out, words);
        }
    }
    for said in &card.wordings {
        push_line(out, "");
        if !said.places.is_empty() {
            push_line(out, &format!("{}:", said.places));
        }
        push_line(out, &said.text);
    }
    let names: Vec<String> = card.pictures.iter().map(Shown::told).collect();
    let rest = [
        ("packet-first-comment", card.first_comment.as_str()),
        ("packet-link", &card.link),
        ("packet-pictures", &names.join(", ")),
    ];
    for (number, (label, words)) in rest.iter().filter(|it| !it.1.is_empty()).enumerate() {
        if number == 0 {
            push_line(out, "");
        }
        // What has lines of its own begins on one.
        let between = if words.contains('\n') { '\n' } else { ' ' };
        push_line(out, &format!("{}:{between}{words}", voice.text(label)));
    }
    if !card.client_note.is_empty() {
        push_line(out, "");
        push_line(out, &format!("{}:", voice.text("packet-client-note")));
        push_line(out, &card.client_note);
    }
}

fn push_rule(out: &mut String) {
    push_line(out, "");
    push_line(out, RULE);
}

fn push_line(out: &mut String, words: &str) {
    out.push_str(words);
    out.push('\n');
}
