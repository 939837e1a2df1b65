//! A client's answer to a packet, in the client's own words: what was said of each post, and what must be asked.

use super::Verdict;
use super::chat::parts;
use super::hearing::Hearing;
use super::pieces::Named;
use super::words::Lexicon;
use crate::domain::sanitize;
use crate::domain::words::Words;

/// Bytes of an answer that are read; nobody writes more on a packet.
const LONGEST: usize = 20_000;

/// Letters of a client's words that a sentence about them repeats.
const GLIMPSE: usize = 120;

/// What the reader needs to know about the packet.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Its letters: the A of A2.
    pub code: &'a str,
    /// The numbers of its posts.
    pub numbers: &'a [u32],
    /// The letters of the client's other packets.
    pub other_codes: &'a [String],
}

/// What was understood of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The verdicts, each post at most once, in the order of their numbers.
    pub items: Vec<Said>,
    /// What must be asked or looked at.
    pub doubts: Vec<Doubt>,
    /// The posts nothing was said of.
    pub silent: Vec<u32>,
}

/// A verdict on one post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The 2 of A2.
    pub number: u32,
    /// The verdict.
    pub verdict: Verdict,
    /// The client's own words for it; none for a yes.
    pub words: String,
}

/// What cannot be taken for a verdict without asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// The words on this post could mean more than one thing, or nothing that is known.
    Unclear {
        /// The post.
        number: u32,
        /// What was said of it.
        words: String,
    },
    /// The post is named, and nothing is said of it.
    Bare {
        /// The post.
        number: u32,
    },
    /// Two different verdicts on the same post.
    Twice {
        /// The post.
        number: u32,
        /// What was said of it.
        words: String,
    },
    /// A post of another packet.
    OtherPacket {
        /// Letters of that packet.
        code: String,
        /// The post.
        number: u32,
    },
    /// A post there is not.
    NoSuchItem {
        /// Letters as they were written.
        code: String,
        /// Number as it was written.
        number: u32,
    },
    /// Words that name no post.
    Nowhere {
        /// The words.
        words: String,
    },
    /// The text is longer than an answer can be; the end of it was not read.
    CutShort,
    /// There is no verdict in the text.
    NothingSaid,
}

impl Doubt {
    /// The sentence for her; `code` is the letters of the packet.
    pub fn words(&self, code: &str) -> Words {
        let post =
            |key, code: &str, number: &u32| Words::new(key).with("post", format!("{code}{number}"));
        match self {
            Doubt::Unclear { number, words } => {
                post("answer-unclear", code, number).with("words", glimpse(words))
            }
            Doubt::Bare { number } => post("answer-bare", code, number),
            Doubt::Twice { number, words } => {
                post("answer-twice", code, number).with("words", glimpse(words))
            }
            Doubt::OtherPacket { code, number } => post("answer-other-packet", code, number),
            Doubt::NoSuchItem { code, number } => post("answer-no-such-item", code, number),
            Doubt::Nowhere { words } => Words::new("answer-nowhere").with("words", glimpse(words)),
            Doubt::CutShort => Words::new("answer-cut-short"),
            Doubt::NothingSaid => Words::new("answer-nothing"),
        }
    }
}

/// Words on one line, as many as a sentence bears.
fn glimpse(words: &str) -> String {
    let line = words.replace('\n', " ");
    match line.char_indices().nth(GLIMPSE) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// Reads what a client answered to a packet. Nothing unclear is guessed: it becomes a doubt.
pub fn read_answer(text: &str, asked: &Asked) -> Answer {
    read_with(text, asked, Lexicon::in_force())
}

/// The same with these words.
pub(super) fn read_with(text: &str, asked: &Asked, lexicon: Option<&Lexicon>) -> Answer {
    let longest = text.len().min(LONGEST);
    let end = (0..=longest)
        .rev()
        .find(|end| text.is_char_boundary(*end))
        .unwrap_or_default();
    let clean = sanitize::text(&text[..end]);
    let mut hearing = Hearing::default();
    if let Some(lexicon) = lexicon {
        for part in parts(&clean) {
            hearing.listen(&part, asked, lexicon);
        }
    }
    let mut answer = hearing.answer(asked);
    if end < text.len() {
        answer.doubts.push(Doubt::CutShort);
    }
    if answer.items.is_empty() && answer.doubts.is_empty() {
        answer.doubts.push(Doubt::NothingSaid);
    }
    answer
}

impl Asked<'_> {
    /// Whether there is a packet of these letters.
    pub(super) fn knows(&self, code: &str) -> bool {
        self.is_own(code) || self.is_other(code)
    }

    /// The post of this number in this packet.
    pub(super) fn own(&self, number: u32) -> Named {
        if self.numbers.contains(&number) {
            Named::Item(number)
        } else {
            Named::Nowhere(self.code.to_owned(), number)
        }
    }

    /// The post of these letters and this number, if there is such a packet.
    pub(super) fn name(&self, code: &str, number: u32) -> Option<Named> {
        if self.is_own(code) {
            Some(self.own(number))
        } else {
            self.is_other(code)
                .then(|| Named::Elsewhere(code.to_owned(), number))
        }
    }

    fn is_own(&self, code: &str) -> bool {
        self.code.eq_ignore_ascii_case(code)
    }

    fn is_other(&self, code: &str) -> bool {
        self.other_codes
            .iter()
            .any(|other| other.eq_ignore_ascii_case(code))
    }
}
