//! Every time a post was spoken of, and what that comes to.

use super::Verdict;
use super::answer::{Doubt, Said};
use super::reading::Reading;

/// One time a post was spoken of.
pub(super) struct Mention {
    pub(super) reading: Reading,
    pub(super) words: String,
    /// Whether it was only set apart from all others.
    pub(super) apart: bool,
}

/// What all mentions of a post come to; nothing, if there are none.
pub(super) fn weigh(number: u32, mentions: &[Mention]) -> Option<Result<Said, Doubt>> {
    let joined = |mentions: &[&Mention]| {
        let words = mentions.iter().map(|mention| mention.words.as_str());
        words
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    };
    let spoken: Vec<&Mention> = mentions
        .iter()
        .filter(|mention| mention.reading != Reading::Empty)
        .collect();
    let Some(first) = spoken.first() else {
        let apart: Vec<&Mention> = mentions.iter().filter(|mention| mention.apart).collect();
        return match (mentions.is_empty(), apart.is_empty()) {
            (true, _) => None,
            (false, true) => Some(Err(Doubt::Bare { number })),
            (false, false) => Some(Err(Doubt::Unclear {
                number,
                words: joined(&apart),
            })),
        };
    };
    let words = joined(&spoken);
    let verdicts = spoken.iter().map(|mention| match mention.reading {
        Reading::Said(verdict) => Some(verdict),
        _ => None,
    });
    let Some(verdicts) = verdicts.collect::<Option<Vec<Verdict>>>() else {
        return Some(Err(Doubt::Unclear { number, words }));
    };
    let same = verdicts.windows(2).all(|pair| pair[0] == pair[1]);
    Some(match first.reading {
        Reading::Said(verdict) if same => Ok(said(number, verdict, words)),
        _ => Err(Doubt::Twice { number, words }),
    })
}

/// A verdict with its words; a yes needs none.
pub(super) fn said(number: u32, verdict: Verdict, words: String) -> Said {
    let words = if verdict == Verdict::Yes {
        String::new()
    } else {
        words
    };
    Said {
        number,
        verdict,
        words,
    }
}
