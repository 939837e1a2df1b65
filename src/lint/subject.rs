//! What the checker is told: one post as it goes out, and everything around it that a rule may know.

use std::borrow::Cow;
use std::ops::Range;

use chrono_tz::Tz;

use super::finding::{Part, Place};
use crate::domain::Moment;
use crate::domain::ids::{PostId, VariantId};
use crate::domain::lint::{Ad, RuleId};
use crate::domain::picture::{Facts, Piece};
use crate::domain::platform::Platform;
use crate::domain::post::Format;

/// One post on its channels, as the checker sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// Which post.
    pub post: PostId,
    /// The moment of the look.
    pub now: Moment,
    /// The client's wall.
    pub zone: Tz,
    /// What kind of thing it is.
    pub format: Format,
    /// The texts that still go out, each with where it goes.
    pub texts: Vec<Text>,
    /// The first comment under it.
    pub first_comment: String,
    /// The link that goes with it.
    pub link: String,
    /// Its pictures and films, in order.
    pub media: Vec<Picture>,
    /// Words the client does not want to read.
    pub avoid: Vec<String>,
    /// Languages the client speaks with its public, as tags.
    pub languages: Vec<String>,
    /// What it says of itself as an advertisement.
    pub ad: Ad,
    /// The name of its campaign in links; empty where it is counted by none.
    pub utm: String,
    /// Other posts of its client that may say nearly the same.
    pub near: Vec<Near>,
    /// Rules that say nothing here.
    pub off: Vec<RuleId>,
}

/// One text, and the channels that carry it.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The variant whose own it is; none: the post's.
    pub owner: Option<VariantId>,
    /// The words.
    pub words: String,
    /// Where it goes.
    pub outlets: Vec<Outlet>,
}

/// One channel of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outlet {
    /// Which variant.
    pub variant: VariantId,
    /// The rules of the place.
    pub platform: &'static Platform,
    /// Longest text on this channel, where it is another than the platform's; 0 leaves it to the platform.
    pub text_max: usize,
    /// When.
    pub at: Option<Moment>,
}

impl Outlet {
    /// The rules of the place, with what holds on this channel alone.
    pub(super) fn rules(&self) -> Cow<'static, Platform> {
        match self.text_max {
            0 => Cow::Borrowed(self.platform),
            max => Cow::Owned(self.platform.with_longest_text(max)),
        }
    }
}

/// Another post that may say nearly the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// What it is about.
    pub topic: String,
    /// When it went out, or is planned to.
    pub at: Moment,
    /// Its words.
    pub words: String,
}

/// A picture or a film.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The name it came under.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// What its bytes tell; none where nobody has looked yet.
    pub facts: Option<Facts>,
}

impl Picture {
    /// As a platform asks about it.
    pub(super) fn piece(&self) -> Piece {
        Piece {
            facts: self.facts,
            bytes: self.bytes,
            alt_chars: self.alt.chars().count(),
        }
    }
}

impl Subject {
    /// Every channel it still goes to, each with its text.
    pub(super) fn outlets(&self) -> impl Iterator<Item = (&Text, &Outlet)> {
        let each = self.texts.iter();
        each.flat_map(|text| text.outlets.iter().map(move |outlet| (text, outlet)))
    }

    /// The channels of which something is true, as a place on the card; none where it is true of no channel.
    pub(super) fn card_of(&self, is_so: impl Fn(&Outlet) -> bool) -> Option<(Place, String)> {
        let those: Vec<&Outlet> = self
            .outlets()
            .map(|it| it.1)
            .filter(|it| is_so(it))
            .collect();
        let codes: Vec<&str> = those.iter().map(|it| it.platform.code.as_str()).collect();
        let place = Place {
            part: Part::Card,
            owner: None,
            about: those.iter().map(|it| it.variant).collect(),
            range: None,
        };
        (!those.is_empty()).then(|| (place, codes.join(" ")))
    }

    /// The texts and the first comment, each with the place where it is found.
    pub(super) fn written(&self) -> impl Iterator<Item = (&str, Place)> {
        let texts = self
            .texts
            .iter()
            .map(|text| (text.words.as_str(), text.place()));
        let all = self.outlets().map(|it| it.1.variant).collect();
        let comment = Place {
            part: Part::FirstComment,
            owner: None,
            about: all,
            range: None,
        };
        let comment = (self.first_comment.as_str(), comment);
        texts
            .chain([comment])
            .filter(|(words, _)| !words.is_empty())
    }

    /// Whether its readers read Russian, as far as is known: the marks of Russian law are for them.
    pub(super) fn is_russian(&self) -> bool {
        self.languages.is_empty() || self.languages.iter().any(|it| it.starts_with("ru"))
    }
}

impl Text {
    /// The whole of it, on all its channels.
    pub(super) fn place(&self) -> Place {
        Place {
            part: Part::Text,
            owner: self.owner,
            about: self.outlets.iter().map(|it| it.variant).collect(),
            range: None,
        }
    }
}

impl Place {
    /// A piece of it.
    pub(super) fn from(&self, range: Range<usize>) -> Self {
        Self {
            range: Some(range),
            ..self.clone()
        }
    }

    /// The same for one channel alone.
    pub(super) fn only(mut self, variant: VariantId) -> Self {
        self.about = vec![variant];
        self
    }
}
