//! All that was heard in an answer, weighed post by post.

use std::collections::{BTreeMap, BTreeSet};

use super::Verdict;
use super::answer::{Answer, Asked, Doubt};
use super::chat::Part;
use super::heard::{Heard, without_greetings};
use super::lists::gather;
use super::mention::{Mention, said, weigh};
use super::pieces::{Named, Piece, pieces};
use super::reading::{Reading, read};
use super::segments::{Of, Segment, segments};
use super::words::Lexicon;

/// Everything heard so far.
#[derive(Default)]
pub(super) struct Hearing {
    posts: BTreeMap<u32, Vec<Mention>>,
    /// Verdicts on all posts nobody named.
    others: Vec<(Verdict, String)>,
    /// Yeses to all, said after posts had been named.
    late: Vec<String>,
    /// Posts that are not of this packet.
    strangers: Vec<Doubt>,
    nowhere: Vec<String>,
}

impl Hearing {
    /// Hears one part of an answer.
    pub(super) fn listen(&mut self, part: &Part, asked: &Asked, lexicon: &Lexicon) {
        let read_pieces = |text: &str| gather(&pieces(text, asked, lexicon), asked);
        let only = match asked.numbers {
            [only] => Some(*only),
            _ => one_quoted(&read_pieces(&part.quoted.join("\n"))),
        };
        let heard = Heard {
            text: &part.text,
            pieces: read_pieces(&part.text),
        };
        let segments = segments(&heard.pieces, asked, only);
        if asked.numbers.len() == 1 {
            self.hear_of_one(&heard, &segments);
        } else {
            self.hear_of_many(&heard, &segments);
        }
    }

    /// In a packet of one post all words are on that post.
    fn hear_of_one(&mut self, heard: &Heard, segments: &[Segment]) {
        let mut all = Vec::new();
        let mut words = Vec::new();
        let mut tangled = false;
        let mut number = None;
        for segment in segments {
            let own = match &segment.of {
                Of::Posts(named) => named.iter().find_map(|named| self.place(named)),
                Of::Others { .. } | Of::Nobody => number,
            };
            if own.is_some() {
                number = own;
                tangled |= segment.tangled;
                all.extend(heard.pieces_of(segment));
                words.push(heard.words(segment));
            }
        }
        let Some(number) = number else {
            return;
        };
        let reading = if tangled {
            Reading::Unclear
        } else {
            read(&without_greetings(&all), false)
        };
        words.retain(|words| !words.is_empty());
        if !matches!(reading, Reading::Empty | Reading::Quiet) {
            self.mention(number, reading, words.join("\n"), false);
        }
    }

    fn hear_of_many(&mut self, heard: &Heard, segments: &[Segment]) {
        let mut readings: Vec<Reading> = Vec::with_capacity(segments.len());
        for segment in segments {
            let words = heard.words(segment);
            let on_others = matches!(segment.of, Of::Others { .. });
            let reading = match read(&heard.pieces_of(segment), on_others) {
                Reading::Empty => Reading::Empty,
                _ if segment.tangled => Reading::Unclear,
                Reading::Same => match readings.last() {
                    Some(Reading::Said(verdict)) if *verdict != Verdict::Changes => {
                        Reading::Said(*verdict)
                    }
                    _ => Reading::Unclear,
                },
                reading => reading,
            };
            readings.push(reading);
            match &segment.of {
                Of::Posts(named) => {
                    self.hear_of_posts(named, segment, reading, &heard.apart(segment, words));
                }
                Of::Others { rest_of, late } => {
                    let of_post = rest_of.is_some_and(|at| {
                        !matches!(readings[at], Reading::Said(Verdict::Yes | Verdict::No))
                    });
                    self.hear_of_others(reading, words, of_post, *late);
                }
                Of::Nobody => {
                    let rest = without_greetings(&heard.pieces_of(segment));
                    if !matches!(read(&rest, false), Reading::Empty | Reading::Quiet) {
                        self.nowhere.push(heard.between(&rest));
                    }
                }
            }
        }
    }

    fn hear_of_posts(&mut self, named: &[Named], segment: &Segment, reading: Reading, words: &str) {
        for named in named {
            if let Some(number) = self.place(named)
                && !(segment.quoted && matches!(reading, Reading::Empty | Reading::Quiet))
            {
                self.mention(number, reading, words.to_owned(), segment.apart.is_some());
            }
        }
    }

    /// The number of a post of this packet; a stranger is noted.
    fn place(&mut self, named: &Named) -> Option<u32> {
        let doubt = match named {
            Named::Item(number) => return Some(*number),
            Named::Elsewhere(code, number) => Doubt::OtherPacket {
                code: code.clone(),
                number: *number,
            },
            Named::Nowhere(code, number) => Doubt::NoSuchItem {
                code: code.clone(),
                number: *number,
            },
        };
        if !self.strangers.contains(&doubt) {
            self.strangers.push(doubt);
        }
        None
    }

    fn mention(&mut self, number: u32, reading: Reading, words: String, apart: bool) {
        let mention = Mention {
            reading,
            words,
            apart,
        };
        self.posts.entry(number).or_default().push(mention);
    }

    fn hear_of_others(&mut self, reading: Reading, words: String, of_post: bool, late: bool) {
        match reading {
            Reading::Empty | Reading::Quiet => {}
            Reading::Said(verdict @ (Verdict::Yes | Verdict::No)) if !of_post && !late => {
                self.others.push((verdict, words));
            }
            Reading::Said(Verdict::Yes) if late => self.late.push(words),
            _ => self.nowhere.push(words),
        }
    }

    /// The verdicts and doubts of all that was heard.
    pub(super) fn answer(mut self, asked: &Asked) -> Answer {
        let mut answer = Answer::default();
        let agreed = self.others.windows(2).all(|pair| pair[0].0 == pair[1].0);
        if !agreed {
            self.nowhere
                .extend(self.others.drain(..).map(|(_, words)| words));
        }
        let numbers: BTreeSet<u32> = asked.numbers.iter().copied().collect();
        for &number in &numbers {
            let mentions = self
                .posts
                .get(&number)
                .map(Vec::as_slice)
                .unwrap_or_default();
            match (weigh(number, mentions), self.others.first()) {
                (Some(Ok(said)), _) => answer.items.push(said),
                (Some(Err(doubt)), _) => answer.doubts.push(doubt),
                (None, Some((verdict, words))) => {
                    answer.items.push(said(number, *verdict, words.clone()));
                }
                (None, None) => answer.silent.push(number),
            }
        }
        let yeses = answer
            .items
            .iter()
            .filter(|said| said.verdict == Verdict::Yes);
        if yeses.count() < numbers.len() {
            self.nowhere.append(&mut self.late);
        }
        answer.doubts.append(&mut self.strangers);
        let nowhere = self.nowhere.into_iter();
        answer
            .doubts
            .extend(nowhere.map(|words| Doubt::Nowhere { words }));
        answer
    }
}

/// The one post that quoted lines name.
fn one_quoted(pieces: &[Piece]) -> Option<u32> {
    let mut named = pieces
        .iter()
        .filter_map(Piece::heads)
        .flat_map(|heads| &heads.named);
    match (named.next(), named.next()) {
        (Some(Named::Item(number)), None) => Some(*number),
        _ => None,
    }
}
