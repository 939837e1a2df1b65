//! What a place cuts off a picture: the frames that are known, and how much of it falls outside. A frame that nobody has
//! confirmed says so; where nothing is known there is none.

use super::pixels::Part;
use super::refusal::{Doubt, NEAR, span};
use crate::domain::format;
use crate::domain::platform::Platform;
use crate::domain::post::Format;
use crate::domain::words::Words;

/// Where a picture is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Among the posts of others.
    Feed,
    /// Among the covers on the page of who posts.
    Grid,
    /// Full on a phone.
    Phone,
}

impl Place {
    /// The word in the keys of its phrases.
    pub const fn word(self) -> &'static str {
        match self {
            Place::Feed => "feed",
            Place::Grid => "grid",
            Place::Phone => "phone",
        }
    }
}

/// One frame a picture is seen in.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Where.
    pub place: Place,
    /// The code of the platform; empty where phones do so for all.
    pub code: String,
    /// Width to height as the tables write it: "4:5–1.91:1".
    pub written: String,
    /// Why it is not quite certain.
    pub doubt: Option<Doubt>,
    ratio: (f64, f64),
}

/// The frames of one picture of a post, in the order in which they are looked at. Only the first one is a cover.
pub fn frames(platforms: &[Platform], format: Format, is_first: bool) -> Vec<Frame> {
    let rules = format::rules(format);
    let mut found = Vec::new();
    let mut frame = |place, code: &str, written: &str, doubt| {
        if let Some(ratio) = span(written) {
            found.push(Frame {
                place,
                code: code.to_owned(),
                written: written.to_owned(),
                doubt,
                ratio,
            });
        }
    };
    for platform in platforms {
        let Some(own) = rules.on.get(&platform.id) else {
            continue;
        };
        let doubt = |field| platform.is_from_memory(field).then_some(Doubt::Memory);
        frame(Place::Feed, &platform.code, &own.ratio, doubt("ratio"));
        if is_first {
            frame(Place::Grid, &platform.code, &own.grid, doubt("grid"));
        }
    }
    frame(Place::Phone, "", &rules.ratio, None);
    found
}

impl Frame {
    /// What it cuts off a picture of this size, from the middle outwards.
    pub fn cut(&self, size: (u32, u32)) -> Cut {
        let ratio = f64::from(size.0) / f64::from(size.1.max(1));
        let (from, to) = self.ratio;
        if ratio > to * (1.0 + NEAR) {
            Cut::Sides((1.0 - to / ratio) / 2.0)
        } else if ratio > 0.0 && ratio < from * (1.0 - NEAR) {
            Cut::Ends((1.0 - ratio / from) / 2.0)
        } else {
            Cut::Nothing
        }
    }

    /// Whose frame it is.
    pub fn words(&self) -> Words {
        let words = Words::new(&format!("frame-{}", self.place.word()));
        words.with("code", &self.code).with("ratio", &self.written)
    }
}

/// What falls outside of a frame, as a share of the picture on each of two sides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cut {
    /// It is seen whole.
    Nothing,
    /// At the left and at the right.
    Sides(f64),
    /// At the top and at the bottom.
    Ends(f64),
}

impl Cut {
    /// The part that stays of so many pixels.
    pub fn part(self, width: u16, height: u16) -> Part {
        let within = |all: u16, share: f64| {
            let off = (f64::from(all) * share).round() as u16;
            (off, all.saturating_sub(off))
        };
        let (across, down) = match self {
            Cut::Nothing => (0.0, 0.0),
            Cut::Sides(share) => (share, 0.0),
            Cut::Ends(share) => (0.0, share),
        };
        Part {
            across: within(width, across),
            down: within(height, down),
        }
    }

    /// What is cut off. Less than one in a hundred is still something.
    pub fn words(self) -> Words {
        let percent = |share: f64| ((share * 100.0).round() as u32).max(1);
        match self {
            Cut::Nothing => Words::new("cut-nothing"),
            Cut::Sides(share) => Words::new("cut-sides").with("n", percent(share)),
            Cut::Ends(share) => Words::new("cut-ends").with("n", percent(share)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::platform::Platforms;

    fn platforms(ids: &[&str]) -> Vec<Platform> {
        let book = Platforms::builtin();
        ids.iter()
            .map(|id| book.by_id(id).unwrap().clone())
            .collect()
    }

    /// The frames of a post, as "IG feed 4:5–1.91:1".
    fn told(ids: &[&str], format: Format, is_first: bool) -> Vec<String> {
        let found = frames(&platforms(ids), format, is_first);
        let one = |it: Frame| {
            let sure = if it.doubt.is_some() { " ?" } else { "" };
            format!("{} {} {}{sure}", it.code, it.place.word(), it.written)
        };
        found.into_iter().map(one).collect()
    }

    #[test]
    fn only_what_is_known_is_a_frame() {
        let (feed, grid) = ("IG feed 4:5–1.91:1", "IG grid 3:4 ?");
        assert_eq!(
            told(&["instagram", "vk"], Format::Photo, true),
            [feed, grid]
        );
        assert_eq!(told(&["instagram", "vk"], Format::Carousel, false), [feed]);
        assert_eq!(
            told(&["pinterest"], Format::Carousel, true),
            ["PI feed 2:3 ?"]
        );
        assert_eq!(told(&["vk"], Format::Short, true), [" phone 9:16"]);
        assert_eq!(
            told(&["instagram"], Format::Short, true),
            [grid, " phone 9:16"]
        );
        assert_eq!(told(&["instagram"], Format::Story, true), [" phone 9:16"]);
        assert_eq!(told(&["vk", "telegram", "x"], Format::Photo, true), [""; 0]);
        assert_eq!(told(&["instagram"], Format::Text, true), [""; 0]);
    }

    /// What the frame of this kind cuts off, as its sentence's key and number.
    fn cut(written: &str, size: (u32, u32)) -> (String, Option<String>) {
        let frame = Frame {
            place: Place::Feed,
            code: String::new(),
            written: written.to_owned(),
            doubt: None,
            ratio: span(written).unwrap(),
        };
        let words = frame.cut(size).words();
        (words.key, words.args.get("n").cloned())
    }

    #[test]
    fn what_falls_outside_is_said_for_each_of_two_sides() {
        let span = "4:5–1.91:1";
        for (written, size, key, n) in [
            (span, (1080, 1350), "cut-nothing", None),
            (span, (1080, 1080), "cut-nothing", None),
            (span, (1910, 1000), "cut-nothing", None),
            (span, (1080, 1920), "cut-ends", Some("15")),
            (span, (4000, 1000), "cut-sides", Some("26")),
            ("3:4", (1080, 1080), "cut-sides", Some("13")),
            ("3:4", (1080, 1350), "cut-sides", Some("3")),
            ("3:4", (1080, 1920), "cut-ends", Some("13")),
            ("9:16", (1920, 1080), "cut-sides", Some("34")),
            ("9:16", (1080, 1920), "cut-nothing", None),
            // A pixel more or less is no other shape, and less than a hundredth is still something.
            ("9:16", (1081, 1920), "cut-nothing", None),
            ("1:1", (1015, 1000), "cut-sides", Some("1")),
            ("1:1", (1_000_000, 1), "cut-sides", Some("50")),
            ("1:1", (1, 1_000_000), "cut-ends", Some("50")),
            ("1:1", (0, 0), "cut-nothing", None),
        ] {
            let wanted = (key.to_owned(), n.map(str::to_owned));
            assert_eq!(cut(written, size), wanted, "{size:?} in {written}");
        }
    }

    #[test]
    fn the_part_that_stays_is_the_middle_one() {
        let whole = Part {
            across: (0, 40),
            down: (0, 20),
        };
        assert_eq!(Cut::Nothing.part(40, 20), whole);
        assert_eq!(
            Cut::Sides(0.25).part(40, 20),
            Part {
                across: (10, 30),
                ..whole
            }
        );
        assert_eq!(
            Cut::Ends(0.1).part(40, 20),
            Part {
                down: (2, 18),
                ..whole
            }
        );
        let part = Cut::Sides(0.5).part(1, 1);
        assert!(!part.holds(0, 0) && !part.holds(9, 9));
    }
}
