//! A packet as Markdown to keep beside the text: whatever a post holds stays a quotation and never becomes part of the page.

use std::fmt::Write as _;

use super::card::{Card, Head, Said};
use crate::domain::packet::Packet;
use crate::locale::Voice;

/// The packet as Markdown (CommonMark, and the links that GitHub makes by itself).
pub fn markdown(packet: &Packet) -> String {
    let voice = Voice::new(packet.tongue);
    let head = Head::new(packet, &voice);
    let mut out = String::new();
    push_block(&mut out, &format!("# {}", escaped(&head.client)));
    push_block(&mut out, &escaped(&head.title));
    push_block(&mut out, &escaped(&head.facts));
    if packet.items.is_empty() {
        push_block(&mut out, &escaped(&voice.text("packet-empty")));
        return out;
    }
    push_block(&mut out, &strong(&head.answer));
    if !head.reply_by.is_empty() {
        push_block(&mut out, &escaped(&head.reply_by));
    }
    for item in &packet.items {
        push_item(&mut out, &Card::new(packet, item, &voice), &voice);
    }
    let made = voice.day_year(packet.made);
    let made = voice.say("packet-made", &[("day", made.into())]);
    push_block(&mut out, "---");
    push_block(&mut out, &escaped(&made));
    out
}

fn push_item(out: &mut String, card: &Card<'_>, voice: &Voice) {
    push_block(out, &format!("## {}", escaped(&card.heading())));
    if !card.topic.is_empty() {
        push_block(out, &strong(&card.topic));
    }
    if !card.kind.is_empty() {
        push_block(out, &escaped(&card.kind));
    }
    for said in &card.wordings {
        push_said(out, said);
    }
    if !card.first_comment.is_empty() {
        let said = Said {
            places: voice.text("packet-first-comment").into_owned(),
            text: card.first_comment.clone(),
        };
        push_said(out, &said);
    }
    if !card.link.is_empty() {
        let label = voice.text("packet-link");
        push_block(out, &format!("{label}: {}", escaped(&card.link)));
    }
    if !card.pictures.is_empty() {
        push_block(out, &format!("{}:", voice.text("packet-pictures")));
        for (number, shown) in card.pictures.iter().enumerate() {
            let words = [shown.told(), shown.alt.clone()];
            let words: Vec<String> = words
                .iter()
                .filter(|it| !it.is_empty())
                .map(|it| escaped(it))
                .collect();
            // Writing to a String cannot fail.
            writeln!(out, "{}. {}", number + 1, words.join(" — ")).ok();
        }
        out.push('\n');
    }
    if !card.client_note.is_empty() {
        push_block(out, &strong(&voice.text("packet-client-note")));
        push_block(out, &quoted(&card.client_note));
    }
}

/// A text under the name of its places, as a quotation.
fn push_said(out: &mut String, said: &Said) {
    if !said.places.is_empty() {
        push_block(out, &format!("{}:", escaped(&said.places)));
    }
    push_block(out, &quoted(&said.text));
}

fn push_block(out: &mut String, block: &str) {
    out.push_str(block);
    out.push_str("\n\n");
}

fn strong(words: &str) -> String {
    format!("**{}**", escaped(words))
}

/// A text as a quotation, line for line. A line that goes on below ends in a backslash, which breaks it there.
pub(in crate::report) fn quoted(text: &str) -> String {
    let mut out = String::new();
    let mut lines = text.lines().map(str::trim_end).peekable();
    let mut is_in_paragraph = false;
    while let Some(line) = lines.next() {
        let goes_on = lines.peek().is_some_and(|next| !next.is_empty());
        if !line.is_empty() {
            out.push_str("> ");
            out.push_str(&escaped(line));
            out.push_str(if goes_on { "\\" } else { "" });
        } else if is_in_paragraph {
            out.push('>');
        } else {
            // A second empty line would be swallowed.
            out.push_str("> &nbsp;\n>");
        }
        is_in_paragraph = !line.is_empty();
        out.push('\n');
    }
    out.trim_end().to_owned()
}

/// One line in which every sign that could mean something means itself.
pub(in crate::report) fn escaped(line: &str) -> String {
    let words = line.trim_start_matches(' ');
    // Spaces in front would be dropped, and four of them would make code.
    let mut out = "&nbsp;".repeat(line.len() - words.len());
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, c) in words.char_indices() {
        let first = at == 0 && matches!(c, '+' | '-');
        let numbers =
            at == digits && digits > 0 && matches!(c, '.' | ')') && ends_word(&words[at + 1..]);
        if first || numbers || has_meaning(c) || makes_a_link(words, at, c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Whether a word ends here: "1. x" begins a list, "01.jpg" does not.
fn ends_word(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(char::is_whitespace)
}

/// Signs that begin something wherever they stand: emphasis, code, links, HTML, entities, tables, headings, formulas.
fn has_meaning(c: char) -> bool {
    matches!(
        c,
        '\\' | '`'
            | '*'
            | '_'
            | '['
            | ']'
            | '<'
            | '>'
            | '&'
            | '|'
            | '#'
            | '~'
            | '='
            | '$'
            | '^'
            | '{'
            | '}'
    )
}

/// Signs by which some readers make a link of a bare address.
fn makes_a_link(words: &str, at: usize, c: char) -> bool {
    match c {
        '@' => true,
        ':' => words[at..].starts_with("://"),
        '.' => {
            let before = at.checked_sub(3).and_then(|from| words.get(from..at));
            before.is_some_and(|it| it.eq_ignore_ascii_case("www"))
        }
        _ => false,
    }
}
