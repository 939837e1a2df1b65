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

/// Before the name of a cover.
const COVER: &str = "★ ";

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
    /// What was said to the client beside it. It is on record and no part of the post: whatever becomes of it, a yes stands.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub client_note: String,
}

/// A picture or clip by its bytes, and the name it went by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownPicture {
    /// Hash of its bytes.
    pub hash: String,
    /// Its own name.
    pub name: String,
    /// Whether it was chosen as the cover.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_cover: bool,
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
        parts.extend(self.pictures.iter().flat_map(|it| {
            let cover = it.is_cover.then_some("cover");
            std::iter::once(it.hash.as_str()).chain(cover)
        }));
        of_parts(&parts)
    }

    /// Whether what is shown for this channel stands now as it was shown.
    pub fn stands_on(&self, channel: ChannelId, now: &Shown) -> bool {
        self.topic == now.topic
            && self.first_comment == now.first_comment
            && self.link == now.link
            && self.seen().eq(now.seen())
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
        if !self.seen().eq(now.seen()) {
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

    /// Names of pictures that went or came; the same ones in another order, or under another cover, all went and came.
    fn other_pictures(&self, now: &Shown) -> Vec<Piece> {
        let missing = |from: &Shown, picture: &&ShownPicture| {
            let mut others = from.pictures.iter();
            others.all(|other| other.hash != picture.hash)
        };
        let names = |pictures: Vec<&ShownPicture>| {
            let names: Vec<String> = pictures.iter().map(|it| it.told()).collect();
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

    /// What is seen of its pictures: which, in which order, and which of them is the cover.
    fn seen(&self) -> impl Iterator<Item = (&str, bool)> {
        let pictures = self.pictures.iter();
        pictures.map(|picture| (picture.hash.as_str(), picture.is_cover))
    }
}

impl ShownPicture {
    /// Its name; that of a cover is marked.
    fn told(&self) -> String {
        let mark = if self.is_cover { COVER } else { "" };
        format!("{mark}{}", self.name)
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
            is_cover: false,
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
    fn another_cover_is_a_change_of_what_was_seen() {
        let was = shown("а", "а");
        let mut now = was.clone();
        now.pictures[1].is_cover = true;
        assert!(!was.stands_on(VK, &now));
        assert_ne!(was.hash(), now.hash());
        let changed = was.changed(&now);
        assert_eq!(changed[0].part, Part::Pictures);
        let pieces = ["1.jpg, 2.jpg", "1.jpg, ★ 2.jpg"];
        let [gone, new] = pieces.map(str::to_owned);
        assert_eq!(changed[0].pieces, [Piece::Gone(gone), Piece::New(new)]);
    }

    #[test]
    fn a_note_beside_it_is_on_record_and_takes_no_yes_back() {
        let was = shown("а", "а");
        let mut now = was.clone();
        now.client_note = "Фото пришлём в среду".into();
        assert!(was.stands_on(VK, &now) && was.changed(&now).is_empty());
        assert_eq!(was.hash(), now.hash());
        let kept = serde_json::to_string(&now).unwrap();
        assert_eq!(serde_json::from_str::<Shown>(&kept).unwrap(), now);
        // What was put on record before there were notes and covers is read as it was meant.
        let old = serde_json::to_string(&was).unwrap();
        assert!(!old.contains("client_note") && !old.contains("is_cover"));
        assert_eq!(serde_json::from_str::<Shown>(&old).unwrap(), was);
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
