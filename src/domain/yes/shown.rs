//! What a client was shown of a post, to the letter, and in what it differs from what stands now.

use serde::{Deserialize, Serialize};

use super::diff::{Piece, diff};
use crate::domain::hash::of_parts;
use crate::domain::ids::ChannelId;
use crate::domain::post::worded;

worded! {
    /// A part of a post that a client sees.
    Part {
        /// What it is about.
        Topic = "topic",
        /// Its wording on some channel.
        Text = "text",
        /// The first comment under it.
        FirstComment = "first-comment",
        /// The link that goes with it.
        Link = "link",
        /// Its pictures and their order.
        Pictures = "pictures",
    }
}

/// A post as a client sees it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Shown {
    /// What it is about.
    pub topic: String,
    /// Its wording on each of its channels, in their order.
    pub wordings: Vec<(ChannelId, String)>,
    /// First comment under it.
    pub first_comment: String,
    /// Link that goes with it.
    pub link: String,
    /// Pictures in order.
    pub pictures: Vec<ShownPicture>,
}

/// A picture or clip by its bytes, and the name it went by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownPicture {
    /// Hash of its bytes.
    pub hash: String,
    /// Its own name.
    pub name: String,
}

/// A part that is not as it was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Which part.
    pub part: Part,
    /// Whose wording it is; empty where it is that of all channels.
    pub channels: Vec<ChannelId>,
    /// What became of it, word by word; of pictures, name by name.
    pub pieces: Vec<Piece>,
}

impl Shown {
    /// A hash of all of it.
    pub fn hash(&self) -> String {
        let channels: Vec<String> = self.wordings.iter().map(|it| it.0.0.to_string()).collect();
        let wordings = channels.iter().zip(&self.wordings);
        let mut parts: Vec<&str> = vec![&self.topic, &self.first_comment, &self.link];
        parts.extend(wordings.flat_map(|(channel, (_, text))| [channel.as_str(), text]));
        parts.extend(self.pictures.iter().map(|picture| picture.hash.as_str()));
        of_parts(&parts)
    }

    /// Whether what is shown for this channel stands now as it was shown.
    pub fn stands_on(&self, channel: ChannelId, now: &Shown) -> bool {
        self.topic == now.topic
            && self.first_comment == now.first_comment
            && self.link == now.link
            && self.hashes().eq(now.hashes())
            && self.wording(channel) == now.wording(channel)
    }

    /// In what `now` differs from what was shown. Channels that are only in one of them do not count.
    pub fn changed(&self, now: &Shown) -> Vec<Changed> {
        let plain = |part, old: &str, new: &str| {
            (old != new).then(|| Changed {
                part,
                channels: Vec::new(),
                pieces: diff(old, new),
            })
        };
        let mut changed: Vec<Changed> = Vec::new();
        changed.extend(plain(Part::Topic, &self.topic, &now.topic));
        changed.extend(self.other_words(now));
        changed.extend(plain(
            Part::FirstComment,
            &self.first_comment,
            &now.first_comment,
        ));
        changed.extend(plain(Part::Link, &self.link, &now.link));
        if !self.hashes().eq(now.hashes()) {
            changed.push(Changed {
                part: Part::Pictures,
                channels: Vec::new(),
                pieces: self.other_pictures(now),
            });
        }
        changed
    }

    /// Wordings that differ; channels that went the same way are told together.
    fn other_words(&self, now: &Shown) -> Vec<Changed> {
        let mut ways: Vec<(&str, &str, Vec<ChannelId>)> = Vec::new();
        let mut shared = 0;
        for (channel, old) in &self.wordings {
            let Some(new) = now.wording(*channel) else {
                continue;
            };
            shared += 1;
            if old == new {
                continue;
            }
            match ways.iter_mut().find(|way| way.0 == old && way.1 == new) {
                Some(way) => way.2.push(*channel),
                None => ways.push((old, new, vec![*channel])),
            }
        }
        let told = ways.into_iter().map(|(old, new, channels)| Changed {
            part: Part::Text,
            channels: if channels.len() == shared {
                Vec::new()
            } else {
                channels
            },
            pieces: diff(old, new),
        });
        told.collect()
    }

    /// Names of pictures that went or came; the same ones in another order all went and came.
    fn other_pictures(&self, now: &Shown) -> Vec<Piece> {
        let missing = |from: &Shown, picture: &&ShownPicture| {
            let mut others = from.pictures.iter();
            others.all(|other| other.hash != picture.hash)
        };
        let names = |pictures: Vec<&ShownPicture>| {
            let names: Vec<&str> = pictures.iter().map(|it| it.name.as_str()).collect();
            names.join(", ")
        };
        let gone: Vec<_> = self.pictures.iter().filter(|it| missing(now, it)).collect();
        let new: Vec<_> = now.pictures.iter().filter(|it| missing(self, it)).collect();
        let (gone, new) = if gone.is_empty() && new.is_empty() {
            (
                self.pictures.iter().collect(),
                now.pictures.iter().collect(),
            )
        } else {
            (gone, new)
        };
        vec![Piece::Gone(names(gone)), Piece::New(names(new))]
    }

    fn wording(&self, channel: ChannelId) -> Option<&str> {
        let mut wordings = self.wordings.iter();
        let found = wordings.find(|(of, _)| *of == channel);
        found.map(|(_, text)| text.as_str())
    }

    fn hashes(&self) -> impl Iterator<Item = &str> {
        self.pictures.iter().map(|picture| picture.hash.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::yes::{Swap, swaps};

    const VK: ChannelId = ChannelId(1);
    const TG: ChannelId = ChannelId(2);

    fn shown(vk: &str, tg: &str) -> Shown {
        Shown {
            topic: "Завтрак".into(),
            wordings: vec![(VK, vk.into()), (TG, tg.into())],
            pictures: vec![picture("1"), picture("2")],
            ..Shown::default()
        }
    }

    fn picture(hash: &str) -> ShownPicture {
        ShownPicture {
            hash: hash.into(),
            name: format!("{hash}.jpg"),
        }
    }

    #[test]
    fn another_wording_on_one_channel_leaves_the_other_standing() {
        let was = shown("за 199", "за 199");
        let now = shown("за 249", "за 199");
        assert!(!was.stands_on(VK, &now));
        assert!(was.stands_on(TG, &now));
        let changed = was.changed(&now);
        assert_eq!(changed.len(), 1);
        assert_eq!(
            (changed[0].part, &changed[0].channels),
            (Part::Text, &vec![VK])
        );
        let swap = Swap {
            gone: "199".into(),
            new: "249".into(),
        };
        assert_eq!(swaps(&changed[0].pieces), [swap]);
        assert_ne!(was.hash(), now.hash());
    }

    #[test]
    fn the_same_change_on_all_channels_is_told_once() {
        let changed = shown("за 199", "за 199").changed(&shown("за 249", "за 249"));
        assert_eq!(changed.len(), 1);
        assert!(changed[0].channels.is_empty());
    }

    #[test]
    fn a_picture_taken_off_or_moved_is_a_change_and_a_name_is_none() {
        let was = shown("а", "а");
        let mut now = was.clone();
        now.pictures[0].name = "другое.jpg".into();
        assert_eq!(was.changed(&now), []);
        assert_eq!(was.hash(), now.hash());
        now.pictures.reverse();
        assert_eq!(was.changed(&now)[0].part, Part::Pictures);
        now.pictures.truncate(1);
        let pieces = &was.changed(&now)[0].pieces;
        assert_eq!(pieces[0], Piece::Gone("1.jpg".into()));
        assert!(!was.stands_on(VK, &now));
    }

    #[test]
    fn a_channel_that_came_or_went_is_no_change_of_what_was_shown() {
        let was = shown("а", "б");
        let mut now = was.clone();
        now.wordings = vec![(ChannelId(3), "в".into()), (TG, "б".into())];
        assert_eq!(was.changed(&now), []);
    }

    #[test]
    fn every_other_part_is_told_by_its_name() {
        let was = shown("а", "а");
        let mut now = was.clone();
        now.topic = "Ужин".into();
        now.link = "https://kolos.example".into();
        now.first_comment = "Ждём".into();
        let parts: Vec<Part> = was.changed(&now).iter().map(|it| it.part).collect();
        assert_eq!(parts, [Part::Topic, Part::FirstComment, Part::Link]);
    }
}
