//! Cutting a text into parts that a platform takes, each with its number.

use std::fmt::Write;

use super::seams::{Break, Seam, seams};
use super::{SEAM, join};
use crate::domain::count::standing;
use crate::domain::platform::Platform;
use crate::domain::words::Words;

/// Why a text was not cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uncut {
    /// It fits as it is.
    Fits,
    /// Nobody knows how much the platform takes.
    NoLimit,
    /// A link, a hashtag or a name alone is longer than a part may be.
    TooTight,
}

impl Uncut {
    /// The sentence that says it.
    pub fn words(self) -> Words {
        Words::new(match self {
            Uncut::Fits => "chain-fits",
            Uncut::NoLimit => "chain-no-limit",
            Uncut::TooTight => "chain-too-tight",
        })
    }
}

/// Most digits of the number of parts: nobody reads ten thousand posts in a row.
const DIGITS: usize = 4;

/// Cuts a text into a chain for a platform: at paragraphs, else at the end of lines and sentences, else between words, else
/// within a word, and never within a link, a hashtag, a name or a letter. A chain is put together first.
pub fn cut(text: &str, platform: &Platform, has_media: bool) -> Result<String, Uncut> {
    let whole = join(text);
    let whole = whole.trim();
    if platform.text_limits(has_media).next().is_none() {
        return Err(Uncut::NoLimit);
    }
    if !standing(whole, platform, has_media).over {
        return Err(Uncut::Fits);
    }
    let cutter = Cutter {
        text: whole,
        seams: seams(whole),
        platform,
        has_media,
    };
    // The number of parts is known only when they are cut: room is left for as many digits as it turns out to have.
    let fitting = |digits: usize| {
        let parts = cutter.parts(10_usize.pow(u32::try_from(digits).ok()?) - 1)?;
        (parts.len().to_string().len() <= digits).then_some(parts)
    };
    let parts = (1..=DIGITS).find_map(fitting).ok_or(Uncut::TooTight)?;
    Ok(cutter.chain(&parts))
}

/// A text with the places where it may be cut.
struct Cutter<'t> {
    text: &'t str,
    seams: Vec<Seam>,
    platform: &'t Platform,
    has_media: bool,
}

impl Cutter<'_> {
    /// Where each part but the last ends, when there are at most so many.
    fn parts(&self, most: usize) -> Option<Vec<usize>> {
        let mut ends = Vec::new();
        let (mut start, mut first) = (0, 0);
        while !self.fits(start, self.text.len(), ends.len(), most) {
            let end = self.end(start, first, ends.len(), most)?;
            start = self.seams[end].next;
            first = end + 1;
            ends.push(end);
            if ends.len() >= most {
                return None;
            }
        }
        ends.push(self.seams.len());
        Some(ends)
    }

    /// The seam at which a part ends that begins here, `first` being the first seam after its beginning.
    fn end(&self, start: usize, first: usize, nth: usize, most: usize) -> Option<usize> {
        let fits = |seam: usize| self.fits(start, self.seams[seam].at, nth, most);
        let mut reach = 1;
        while first + reach < self.seams.len() && fits(first + reach) {
            reach *= 2;
        }
        let stretch = self
            .seams
            .get(first..(first + reach).min(self.seams.len()))?;
        let mut count = stretch.partition_point(|seam| self.fits(start, seam.at, nth, most));
        // A longer text is hardly ever the cheaper one, but it may be.
        while count > 0 && !fits(first + count - 1) {
            count -= 1;
        }
        let within = &stretch[..count];
        let furthest = within.last()?.at - start;
        // A part that is nearly empty looks like a mistake: rather a lesser break further on.
        let is_full = |seam: &Seam| (seam.at - start) * 3 >= furthest;
        let best = |kind: Break| {
            let found = within
                .iter()
                .rposition(|seam| seam.kind >= kind && is_full(seam));
            found.map(|place| first + place)
        };
        [Break::Paragraph, Break::Sentence, Break::Word]
            .into_iter()
            .find_map(best)
            .or_else(|| {
                within
                    .iter()
                    .rposition(|seam| seam.kind >= Break::Word)
                    .map(|at| first + at)
            })
            .or(Some(first + count - 1))
    }

    /// Whether a part takes this stretch and its number.
    fn fits(&self, start: usize, end: usize, nth: usize, most: usize) -> bool {
        let part = format!("{}\n{most}/{most}", &self.text[start..end]);
        !standing(&part, self.platform, self.has_media && nth == 0).over
    }

    /// The parts with their numbers and seams; blank lines behind a seam keep the breaks that stood there.
    fn chain(&self, ends: &[usize]) -> String {
        let mut out = String::with_capacity(self.text.len() + ends.len() * 16);
        let mut start = 0;
        for (end, nth) in ends.iter().zip(1..) {
            let seam = self.seams.get(*end);
            let at = seam.map_or(self.text.len(), |seam| seam.at);
            out.push_str(&self.text[start..at]);
            // A String takes everything.
            write!(out, "\n{nth}/{}", ends.len()).ok();
            if let Some(seam) = seam {
                let breaks = self.text[seam.at..seam.next].matches('\n').count();
                write!(out, "\n{SEAM}\n{}", "\n".repeat(breaks)).ok();
                start = seam.next;
            }
        }
        out
    }
}
