//! Words that would like to be more than words: in a chat, in Markdown, in a page.

use proptest::prelude::*;

use super::page::{page_of, tags};
use super::stage::{item, packet_of, picture, place};
use crate::domain::brief::NamedPost;
use crate::domain::packet::{Packet, Wording};
use crate::domain::post::Format;
use crate::domain::tongue::Tongue;
use crate::report;
use crate::report::contractor::Order;

/// What people paste without meaning any harm, and what others write who do.
const HOSTILE: &[&str] = &[
    "<script>document.title='owned'</script>",
    "</title></style></script><img src=http://evil.example/a.png onerror=alert(1)>",
    "\" onload=\"alert(1)\" x=\"",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "[click](javascript:alert(1))",
    "![](http://evil.example/pixel.png)",
    "[ref]: http://evil.example \"x\"",
    "<https://evil.example> www.evil.example a@evil.example",
    "https://evil.example/\"><script>alert(1)</script>",
    "\u{202e}gnp.exe\u{2066}\u{200b}",
    "\u{1b}]0;owned\u{7}\u{1b}[31m\u{0}\u{9b}2J",
    "]]><!--<![CDATA[-->",
    "# not a heading",
    "not a heading either\n===\nnor this\n---",
    "> not\n>> a quotation",
    "1. not\n2) a\n- list\n+ at\n* all",
    "    not code\n```\nnor this\n~~~",
    "|a|b|\n|---|---|\n|c|d|",
    "&lt;b&gt; &#60;script&#62; &nbsp;",
    "*a* **b** _c_ __d__ ~~e~~ `f` $g$ ^h^ ==i==",
    "ends in a backslash \\\nand goes on \\",
    "\n\n\n  empty lines\n\n\n\nand spaces  \n",
    "{ $n } { packet-title } {{ x }} %s \\u003c",
];

/// Every field of a packet holds these words.
fn all_of(words: &str) -> Packet {
    let mut post = item(1, words, words);
    post.rubric = words.to_owned();
    post.first_comment = words.to_owned();
    post.link = words.to_owned();
    post.client_note = words.to_owned();
    post.pictures = vec![picture(words, words), picture(words, "")];
    post.pictures[1].is_cover = true;
    post.places = vec![
        place("vk", words, Tongue::Ru),
        place("vk", words, Tongue::Ru),
    ];
    post.places[1].name = words.to_owned();
    post.wordings.push(Wording {
        places: vec![words.to_owned()],
        text: words.to_owned(),
    });
    let mut packet = packet_of(Tongue::Ru, vec![post.clone(), post]);
    packet.client = words.to_owned();
    packet.zone = words.to_owned();
    packet.code = words.to_owned();
    packet
}

/// A task for a contractor of which every field holds these words.
fn task_of(words: &str) -> Order {
    let words = || words.to_owned();
    Order {
        tongue: Tongue::Ru,
        client: words(),
        short: words(),
        voice: words(),
        topic: words(),
        format: Format::Video,
        brief: words(),
        script: words(),
        shots: words(),
        text: words(),
        link: words(),
        pictures: vec![(words(), false), (words(), true)],
        ..Order::default()
    }
}

/// What may stand in any of the three: no control byte, nothing that turns the line around.
fn is_harmless(text: &str) -> bool {
    let is_odd = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    !text.contains(is_odd)
}

/// Markdown without its escapes: what is left could mean something.
fn meaning(markdown: &str) -> String {
    let mut left = String::new();
    let mut chars = markdown.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.peek().is_some_and(char::is_ascii_punctuation) => drop(chars.next()),
            _ => left.push(c),
        }
    }
    left
}

#[test]
fn no_byte_in_a_letter_commands_a_terminal_or_turns_a_line() {
    for words in HOSTILE {
        let packet = all_of(words);
        let mut brief = super::stage::brief(Tongue::Ru);
        brief.client = (*words).to_owned();
        brief.money = (*words).to_owned();
        brief.late.oldest = Some(NamedPost {
            topic: (*words).to_owned(),
            when: super::stage::at("2026-11-24 08:00"),
        });
        for told in [
            report::packet::text(&packet),
            report::packet::markdown(&packet),
            page_of(&packet, |_| None),
            report::brief::text(&brief),
            report::contractor::text(&task_of(words)),
            report::contractor::markdown(&task_of(words)),
        ] {
            assert!(is_harmless(&told), "{words:?}\n{told}");
        }
        assert_eq!(report::brief::text(&brief).lines().count(), 7, "{words:?}");
    }
}

/// Whether nothing of a page in Markdown means anything but what we meant.
fn means_nothing(told: &str, words: &str) {
    for line in told.lines() {
        // What is left without its escapes is ours: a quotation, a heading, a break, spaces in front, bold.
        let left = meaning(line);
        let left = left.trim_start_matches(['>', '#', ' ']);
        let left = left.strip_suffix('\\').unwrap_or(left);
        let left = left.replace("&nbsp;", "").replace("**", "");
        let is_bad = |c: char| "`*_[]<&|#~=$^{}\\@".contains(c);
        let is_rule = line == "---" || line == ">";
        assert!(is_rule || !left.contains(is_bad), "{words:?} in {line:?}");
        assert!(!left.contains("://") && !left.contains("www."), "{line}");
        assert!(!line.starts_with("    "), "{line:?} is code");
    }
}

/// Headings of this level.
fn headings(told: &str, level: &str) -> usize {
    told.lines().filter(|line| line.starts_with(level)).count()
}

#[test]
fn no_words_become_a_part_of_the_markdown() {
    for words in HOSTILE {
        let told = report::packet::markdown(&all_of(words));
        let count = (headings(&told, "# "), headings(&told, "## "));
        assert_eq!(count, (1, 2), "{told}");
        means_nothing(&told, words);
    }
}

#[test]
fn no_words_become_a_part_of_a_task() {
    for words in HOSTILE {
        let told = report::contractor::markdown(&task_of(words));
        let count = (headings(&told, "# "), headings(&told, "## "));
        // Words of which nothing is left when they are clean are no part of it, and pictures have names of their own.
        let parts = if report::text(words).is_empty() { 1 } else { 4 };
        assert_eq!(count, (1, parts), "{told}");
        means_nothing(&told, words);
    }
}

#[test]
fn no_words_become_a_part_of_the_page() {
    for words in HOSTILE {
        let told = page_of(&all_of(words), |_| None);
        for (name, attributes) in tags(&told) {
            let known = "html head meta link title style body header main section nav article footer \
                         p h1 h2 h3 ol li a aside div span strong figure figcaption img";
            assert!(known.split_whitespace().any(|it| it == name), "{name}");
            for (attribute, value) in attributes {
                let fine = match attribute.as_str() {
                    "href" => {
                        value.starts_with("https://")
                            || value.starts_with("http://")
                            || value.starts_with("#post-")
                            || value == "data:,"
                    }
                    "src" => value.starts_with("data:image/"),
                    _ => [
                        "lang",
                        "charset",
                        "http-equiv",
                        "content",
                        "name",
                        "rel",
                        "class",
                        "dir",
                        "id",
                        "target",
                        "alt",
                    ]
                    .contains(&attribute.as_str()),
                };
                assert!(fine, "{name} {attribute}={value} from {words:?}");
            }
        }
    }
}

#[test]
fn a_hundred_kilobytes_of_title_are_cut_and_the_text_is_not() {
    let long = "Щ".repeat(50_000);
    let mut post = item(1, &long, &long);
    post.rubric = long.clone();
    let packet = packet_of(Tongue::Ru, vec![post]);
    for told in [
        report::packet::text(&packet),
        report::packet::markdown(&packet),
        page_of(&packet, |_| None),
    ] {
        assert_eq!(told.matches(&long).count(), 1, "the text, whole");
        let titles = told.len() - long.len();
        assert!(titles < 20_000, "{titles} bytes of other things");
        assert!(told.contains(&format!("{}…", "Щ".repeat(200))));
    }
}

/// The quotation of a text in Markdown, read back as a reader would.
fn read_back(markdown: &str) -> Vec<String> {
    let from = markdown.find("\n> ").map_or(markdown.len(), |at| at + 1);
    let quotation = markdown[from..]
        .lines()
        .take_while(|line| line.starts_with('>'));
    let mut lines = Vec::new();
    for line in quotation {
        let line = line.strip_prefix('>').unwrap_or(line);
        let line = line.strip_prefix(' ').unwrap_or(line);
        let mut words = String::new();
        let mut chars = line.chars().peekable();
        while let Some(c) = chars.next() {
            // A backslash at the end of a line is its break.
            match (c, chars.peek()) {
                ('\\', Some(next)) if next.is_ascii_punctuation() => words.extend(chars.next()),
                ('\\', None) => {}
                _ => words.push(c),
            }
        }
        lines.push(words.replace("&nbsp;", " "));
    }
    lines
}

proptest! {
    #[test]
    fn every_text_can_be_read_back_out_of_the_markdown(
        text in "[a-я0-9 \\n\\\\`*_\\[\\]<>&|#~=$^{}.)+:/@w-]{0,60}"
    ) {
        let packet = packet_of(Tongue::Ru, vec![item(1, "", &text)]);
        let clean = report::text(&text);
        prop_assume!(!clean.is_empty() && !clean.contains("&nbsp;"));
        let told = report::packet::markdown(&packet);
        let told: Vec<String> = read_back(&told).into_iter().filter(|it| !it.trim().is_empty()).collect();
        let expected: Vec<&str> = clean.lines().map(str::trim_end).filter(|it| !it.is_empty()).collect();
        prop_assert_eq!(told, expected);
    }

    #[test]
    fn every_text_can_be_read_back_out_of_the_page(
        text in "([a-я0-9 \\n<>&\"'/=;#!-]|https://a\\.example/|</?script>|&lt;|<!--){0,40}"
    ) {
        let packet = packet_of(Tongue::Ru, vec![item(1, "", &text)]);
        let clean = report::text(&text);
        prop_assume!(!clean.is_empty());
        let page = page_of(&packet, |_| None);
        let opening = "<div class=\"text\" dir=\"auto\">";
        let words = &page[page.find(opening).unwrap() + opening.len()..];
        let words = &words[..words.find("</div>").unwrap()];
        prop_assert_eq!(super::page::words(words), clean);
    }
}
