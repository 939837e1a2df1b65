//! What the three layouts share: the head of a packet and each post of it in the reader's words, clean and cut to size.

use crate::domain::packet::{Packet, PacketItem, Picture, Place};
use crate::domain::post::Format;
use crate::locale::Voice;
use crate::report::{facts, line, text};

/// What stands above the posts, and what is asked below them.
pub(super) struct Head {
    pub(super) client: String,
    /// "Posts for your approval · batch A".
    pub(super) title: String,
    /// "24–30 November · 3 posts · times: Kazan".
    pub(super) facts: String,
    /// How to answer; empty where there is nothing to answer to.
    pub(super) answer: String,
    /// By when; empty when nothing was said.
    pub(super) reply_by: String,
}

impl Head {
    pub(super) fn new(packet: &Packet, voice: &Voice) -> Self {
        let code = [("code", line(&packet.code).into())];
        let days = packet.days();
        let days = days.map_or_else(String::new, |(from, to)| voice.days(from, to));
        let posts = voice.say("packet-posts", &[("n", packet.items.len().into())]);
        let by = packet.reply_by.filter(|_| !packet.items.is_empty());
        Self {
            client: line(&packet.client),
            title: facts(&[
                &voice.text("packet-title"),
                &voice.say("packet-code", &code),
            ]),
            facts: facts(&[&days, &posts, &zone(packet, voice)]),
            answer: answer(packet, voice),
            reply_by: by.map_or_else(String::new, |by| {
                voice.say("packet-reply-by", &[("when", voice.day_clock(by).into())])
            }),
        }
    }
}

/// Whose wall the times are on. Where nothing has a time there is no wall.
fn zone(packet: &Packet, voice: &Voice) -> String {
    let zone = line(&packet.zone);
    if zone.is_empty() || packet.days().is_none() {
        return String::new();
    }
    voice.say("packet-zone", &[("zone", zone.into())])
}

/// How to answer, with the codes of this very packet.
fn answer(packet: &Packet, voice: &Voice) -> String {
    let keys = [
        "packet-sample-yes",
        "packet-sample-change",
        "packet-sample-no",
    ];
    let sample = |item: &PacketItem, key: &str| {
        let code = line(&packet.code_of(item));
        voice.say(key, &[("code", code.into())])
    };
    match packet.items.as_slice() {
        [] => String::new(),
        [only] => {
            let quoted = |key| voice.quoted(&sample(only, key)).into();
            let args = [("yes", quoted(keys[0])), ("no", quoted(keys[2]))];
            voice.say("packet-answer-one", &args)
        }
        items => {
            let samples: Vec<String> = items
                .iter()
                .zip(keys)
                .map(|(item, key)| sample(item, key))
                .collect();
            let sample = voice.quoted(&samples.join(", "));
            voice.say("packet-answer", &[("sample", sample.into())])
        }
    }
}

/// One post in the reader's words.
pub(super) struct Card<'a> {
    /// The 1 of A1.
    pub(super) number: u32,
    /// "A1".
    pub(super) code: String,
    /// "Fri 28 November, 18:30", or that there is no date.
    pub(super) when: String,
    /// The same in full.
    pub(super) when_long: String,
    /// Names of the places, told apart by their pages where two are of one platform.
    pub(super) places: Vec<String>,
    pub(super) topic: String,
    /// "carousel · menu"; empty for plain words without a rubric.
    pub(super) kind: String,
    pub(super) wordings: Vec<Said>,
    pub(super) first_comment: String,
    pub(super) link: String,
    /// What is said to the reader beside it.
    pub(super) client_note: String,
    pub(super) pictures: Vec<Shown<'a>>,
}

/// A wording and whom it is for; nobody where it is for all.
pub(super) struct Said {
    pub(super) places: String,
    pub(super) text: String,
}

impl Shown<'_> {
    /// Its name; that of the cover says so.
    pub(super) fn told(&self) -> String {
        if self.cover.is_empty() {
            self.name.clone()
        } else {
            format!("{} ({})", self.name, self.cover)
        }
    }
}

/// A picture by its name and its description.
pub(super) struct Shown<'a> {
    pub(super) name: String,
    pub(super) alt: String,
    /// "cover"; empty for any other.
    pub(super) cover: String,
    pub(super) picture: &'a Picture,
}

impl<'a> Card<'a> {
    pub(super) fn new(packet: &Packet, item: &'a PacketItem, voice: &Voice) -> Self {
        let undated = || voice.text("packet-undated").into_owned();
        // That a post of words is one, everybody sees.
        let format = match item.format {
            Format::Text => "".into(),
            format => voice.text(&format!("format-{}", format.word())),
        };
        Self {
            number: item.number,
            code: line(&packet.code_of(item)),
            when: item.when.map_or_else(undated, |at| voice.when(at)),
            when_long: item.when.map_or_else(undated, |at| voice.when_long(at)),
            places: places(&item.places),
            topic: line(&item.topic),
            kind: facts(&[&format, &line(&item.rubric)]),
            wordings: wordings(item, voice),
            first_comment: text(&item.first_comment),
            link: line(&item.link),
            client_note: text(&item.client_note),
            pictures: item.pictures.iter().map(|it| shown(it, voice)).collect(),
        }
    }

    /// "A1 · Fri 28 November, 18:30 · VK, Telegram".
    pub(super) fn heading(&self) -> String {
        facts(&[&self.code, &self.when, &self.places.join(", ")])
    }
}

fn wordings(item: &PacketItem, voice: &Voice) -> Vec<Said> {
    let said = |places: &[String], words: &str| {
        let names: Vec<String> = places.iter().map(|name| line(name)).collect();
        let words = text(words);
        let words = if words.is_empty() {
            voice.text("packet-no-text").into_owned()
        } else {
            words
        };
        Said {
            places: names.join(", "),
            text: words,
        }
    };
    if item.wordings.is_empty() {
        return vec![said(&[], "")];
    }
    let all = item.wordings.iter();
    all.map(|wording| said(&wording.places, &wording.text))
        .collect()
}

/// "VK, Telegram"; two pages of one platform bring their own names along.
fn places(places: &[Place]) -> Vec<String> {
    let named = |place: &Place| {
        let alike = places.iter().filter(|other| other.name == place.name);
        let (name, handle) = (line(&place.name), line(&place.handle));
        if alike.count() > 1 && !handle.is_empty() {
            format!("{name} ({handle})")
        } else {
            name
        }
    };
    places.iter().map(named).collect()
}

fn shown<'a>(picture: &'a Picture, voice: &Voice) -> Shown<'a> {
    let cover = || voice.text("packet-cover").into_owned();
    Shown {
        cover: picture.is_cover.then(cover).unwrap_or_default(),
        name: line(&picture.name),
        alt: line(&picture.alt),
        picture,
    }
}
