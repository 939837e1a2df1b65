//! Where a text stands with everybody it goes to: its lengths, the tail nobody has room for, words the client avoids.

use std::collections::BTreeMap;
use std::ops::Range;

use super::chain::{self, standing};
use super::count::Standing;
use super::ids::ChannelId;
use super::outgoing::Outgoing;
use super::platform::Platform;
use super::seek::Folded;

/// What a text is measured by.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Measures {
    /// The channels it goes to, with their platforms.
    pub channels: Vec<(ChannelId, Platform)>,
    /// Whether it is the base text, of which each channel makes its own.
    pub is_base: bool,
    /// Whether pictures go with it: some limits depend on that.
    pub has_media: bool,
    /// Words the client never wants to read.
    pub avoid: Vec<String>,
}

/// How a text measures.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tally {
    standings: Vec<(ChannelId, Standing)>,
    /// What somebody has no room for, of each part of the text; nothing where it fits everywhere.
    pub tails: Vec<Range<usize>>,
    /// The words to avoid that are in it.
    pub avoided: Vec<String>,
}

impl Tally {
    /// Measures a text. The time is linear in its length and in the number of channels.
    #[must_use]
    pub fn of(text: &str, by: &Measures) -> Self {
        let has_media = by.has_media;
        let standings: Vec<(ChannelId, Standing)> = by
            .channels
            .iter()
            .map(|(channel, platform)| {
                let goes = by
                    .is_base
                    .then(|| Outgoing::inherited(text, Some(platform)));
                let text = goes.as_ref().map_or(text, |goes| goes.text.as_str());
                (*channel, standing(text, platform, has_media))
            })
            .collect();
        // Only where something is over can there be a tail. By where each part ends: the strictest begins first.
        let mut tails = BTreeMap::new();
        let over = standings.iter().zip(&by.channels);
        for (_, (_, platform)) in over.filter(|((_, standing), _)| standing.over) {
            for tail in chain::tails(text, platform, has_media) {
                let from = tails.entry(tail.end).or_insert(tail.start);
                *from = tail.start.min(*from);
            }
        }
        let tails = tails.into_iter().map(|(end, from)| from..end).collect();
        let avoided = if by.avoid.is_empty() {
            Vec::new()
        } else {
            let folded = Folded::new(text);
            let is_in = |word: &&String| !folded.hits(word).is_empty();
            by.avoid.iter().filter(is_in).cloned().collect()
        };
        Self {
            standings,
            tails,
            avoided,
        }
    }

    /// Where it stands on a channel.
    pub fn standing(&self, channel: ChannelId) -> Option<&Standing> {
        let mut each = self.standings.iter();
        each.find(|(id, _)| *id == channel).map(|(_, it)| it)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::platform::Platforms;

    fn measures(platforms: &[&str], avoid: &[&str]) -> Measures {
        let platform = |id: &&str| Platforms::builtin().by_id(id).unwrap().clone();
        Measures {
            channels: (1..)
                .map(ChannelId)
                .zip(platforms.iter().map(platform))
                .collect(),
            is_base: false,
            has_media: false,
            avoid: avoid.iter().map(|&word| word.to_owned()).collect(),
        }
    }

    #[test]
    fn every_channel_counts_and_the_strictest_says_where_the_tail_begins() {
        let by = measures(&["x", "telegram", "vk"], &[]);
        let text = "ж".repeat(300);
        let tally = Tally::of(&text, &by);
        assert!(tally.standing(ChannelId(1)).unwrap().over);
        assert!(!tally.standing(ChannelId(2)).unwrap().over);
        let tail = 280 * 'ж'.len_utf8()..text.len();
        assert_eq!(tally.tails, [tail]);
        assert_eq!(tally.standing(ChannelId(9)), None);
    }

    #[test]
    fn what_fits_has_no_tail_and_words_to_avoid_are_found_in_any_case() {
        let by = measures(&["telegram"], &["дешево", "скидка"]);
        let tally = Tally::of("ДЁШЕВО и сердито", &by);
        assert_eq!(tally.tails, []);
        assert_eq!(tally.avoided, ["дешево"]);
    }
}
