//! What a platform will refuse of a post's pictures and films, and why: known before anybody tries.

use super::{Facts, Kind};
use crate::domain::format::{self, Rules};
use crate::domain::platform::{MediaRules, Platform};
use crate::domain::post::Format;
use crate::domain::words::Words;

/// How far a ratio may be from the wanted one: a pixel more or less is no other ratio.
pub(super) const NEAR: f64 = 0.01;

/// One picture or film of a post, as far as a platform asks about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// What its bytes tell; none where nobody has looked yet.
    pub facts: Option<Facts>,
    /// How heavy it is, in bytes.
    pub bytes: u64,
    /// How many characters its description has.
    pub alt_chars: usize,
}

impl Piece {
    fn kind(&self) -> Option<Kind> {
        self.facts.map(|facts| facts.kind)
    }

    fn is_film(&self) -> bool {
        self.kind().is_some_and(Kind::is_film)
    }
}

/// Why a refusal is not quite certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// No document confirms the rule.
    Memory,
    /// The rule binds programs; who publishes by hand may be let through.
    ByProgram,
    /// It is taken, but cut, or shown between bars.
    Cut,
    /// The file tells too little here; the platform may read more out of it.
    Unread,
}

impl Doubt {
    /// The word in the keys of its phrases.
    pub const fn word(self) -> &'static str {
        match self {
            Doubt::Memory => "memory",
            Doubt::ByProgram => "by-program",
            Doubt::Cut => "cut",
            Doubt::Unread => "unread",
        }
    }
}

/// One thing that a platform will not take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Which piece, from 0; none where it is about all of them.
    pub place: Option<usize>,
    /// Why, not yet with whom it is about: [`Refusal::words`] says the whole sentence.
    pub why: Words,
    /// Why it is not quite certain.
    pub doubt: Option<Doubt>,
    /// Whether nothing is there at all, rather than the wrong thing.
    pub is_lack: bool,
}

impl Refusal {
    /// The whole sentence: who refuses, as codes, which file where that is to be named, why, and how certain it is.
    pub fn words(&self, codes: &str, name: Option<&str>) -> Words {
        let of = if name.is_some() { "named" } else { "here" };
        let words = self.why.clone().with("codes", codes).with("of", of);
        let doubt = self.doubt.map_or("none", Doubt::word);
        words
            .with("name", name.unwrap_or_default())
            .with("doubt", doubt)
    }
}

/// Everything that a platform will refuse of these pieces in a post of this format; empty where it takes them all, or where
/// nothing is known. A piece that nobody has looked at yet is only counted.
pub fn refusals(platform: &Platform, format: Format, pieces: &[Piece]) -> Vec<Refusal> {
    let mut asked = Asked {
        platform,
        rules: format::rules(format),
        found: Vec::new(),
    };
    asked.all_together(pieces);
    for (place, piece) in pieces.iter().enumerate() {
        if let Some(facts) = piece.facts {
            asked.one(place, piece, &facts);
        }
    }
    asked.found
}

/// What was found so far.
struct Asked<'p> {
    platform: &'p Platform,
    rules: &'static Rules,
    found: Vec<Refusal>,
}

impl Asked<'_> {
    /// How many there are, and whether they go together.
    fn all_together(&mut self, pieces: &[Piece]) {
        let media = self.media();
        let count = |is: &dyn Fn(&Piece) -> bool| pieces.iter().filter(|it| is(it)).count();
        let films = count(&Piece::is_film);
        let gifs = count(&|it| it.kind() == Some(Kind::Gif));
        let pictures = pieces.len() - films;
        let (pictures_max, films_max, gifs_max) =
            (media.images_max, media.films_max, media.gifs_max);
        let is_apart = media.apart && films > 0 && pictures > 0;
        if media.required && pieces.is_empty() {
            self.say(None, "required", Words::new("refused-no-media"));
            self.found.iter_mut().for_each(|it| it.is_lack = true);
        }
        for (has, most, field, key) in [
            (
                pictures,
                pictures_max,
                "images_max",
                "refused-many-pictures",
            ),
            (films, films_max, "films_max", "refused-many-films"),
            (gifs, gifs_max, "gifs_max", "refused-many-gifs"),
        ] {
            if most > 0 && has > most {
                self.say(
                    None,
                    field,
                    Words::new(key).with("has", has).with("n", most),
                );
            }
        }
        if is_apart {
            self.say(None, "apart", Words::new("refused-mixed"));
        }
        // What nobody has looked at may be a film where a picture was counted.
        if count(&|it| it.facts.is_none()) > 0 {
            let counted = self.found.iter_mut().filter(|it| !it.is_lack);
            counted.for_each(|it| it.doubt = it.doubt.or(Some(Doubt::Unread)));
        }
    }

    /// What is wrong with one piece.
    fn one(&mut self, place: usize, piece: &Piece, facts: &Facts) {
        if !self.kind(place, facts.kind) {
            return;
        }
        let is_still = !facts.kind.is_film() && facts.kind.is_seen();
        if is_still && facts.size.is_none() {
            self.unread(place, Words::new("refused-broken"));
        }
        self.weight(place, piece.bytes, facts.kind);
        if let Some((width, height)) = facts.size {
            self.sides(place, facts.kind, width, height);
            self.ratio(place, facts);
        }
        if let Some(seconds) = facts.seconds {
            self.length(place, seconds);
        }
        let alt_max = self.media().alt_max;
        if alt_max > 0 && piece.alt_chars > alt_max {
            let words = Words::new("refused-alt-long")
                .with("has", piece.alt_chars)
                .with("n", alt_max);
            self.say(Some(place), "alt_max", words);
        }
    }

    /// Whether it takes this kind at all; what it does not take needs no second reason.
    fn kind(&mut self, place: usize, kind: Kind) -> bool {
        let media = self.media();
        let (field, taken) = if kind.is_film() {
            ("film_kinds", &media.film_kinds)
        } else {
            ("image_kinds", &media.image_kinds)
        };
        let (field, words) = match kind {
            Kind::Unknown => {
                self.unread(place, Words::new("refused-kind-unknown"));
                return false;
            }
            Kind::Pdf if media.documents => return true,
            Kind::Pdf => ("documents", Words::new("refused-document")),
            _ if taken.is_empty() || taken.contains(&kind) => return true,
            _ => {
                let names: Vec<&str> = taken.iter().map(|it| it.name()).collect();
                let words = Words::new("refused-kind")
                    .with("kind", kind.name())
                    .with("taken", names.join(", "));
                (field, words)
            }
        };
        self.say(Some(place), field, words);
        // Where only programs are bound by it, the rest counts too.
        self.found.last().is_some_and(|it| it.doubt.is_some())
    }

    fn weight(&mut self, place: usize, bytes: u64, kind: Kind) {
        let media = self.media();
        let (field, most) = match kind {
            Kind::Pdf => return,
            Kind::Gif if media.gif_bytes > 0 => ("gif_bytes", media.gif_bytes),
            kind if kind.is_film() => ("film_bytes", media.film_bytes),
            _ => ("image_bytes", media.image_bytes),
        };
        if most > 0 && bytes > most {
            // Rounded away from each other, so that they never look the same.
            let (has, most) = (bytes.div_ceil(100_000), most / 100_000);
            let words = Words::new("refused-heavy")
                .with("has", has / 10)
                .with("has_tenth", has % 10)
                .with("most", most / 10)
                .with("most_tenth", most % 10);
            self.say(Some(place), field, words);
        }
    }

    fn sides(&mut self, place: usize, kind: Kind, width: u32, height: u32) {
        if kind.is_film() {
            return;
        }
        let media = self.media();
        let (least, sum, times) = (media.width_min, media.sides_sum_max, media.side_ratio_max);
        if least > 0 && width < least {
            let words = Words::new("refused-narrow")
                .with("has", width)
                .with("most", least);
            self.say(Some(place), "width_min", words);
        }
        let both = u64::from(width) + u64::from(height);
        if sum > 0 && both > u64::from(sum) {
            let words = Words::new("refused-large")
                .with("has", both)
                .with("most", sum);
            self.say(Some(place), "sides_sum_max", words);
        }
        let (long, short) = (width.max(height), width.min(height));
        if times > 0 && u64::from(long) > u64::from(short) * u64::from(times) {
            let words = Words::new("refused-stripe").with("most", times);
            self.say(Some(place), "side_ratio_max", words);
        }
    }

    fn ratio(&mut self, place: usize, facts: &Facts) {
        let own = self.rules.on.get(&self.platform.id).map(|it| &it.ratio);
        let own = own.filter(|it| !it.is_empty());
        // What a format wants everywhere is a custom: other ratios are taken, and cut.
        let (wanted, doubt) = match own {
            Some(own) if self.platform.is_from_memory("ratio") => (own, Some(Doubt::Memory)),
            Some(own) => (own, None),
            None => (&self.rules.ratio, Some(Doubt::Cut)),
        };
        let (Some((from, to)), Some(ratio)) = (span(wanted), facts.ratio()) else {
            return;
        };
        if ratio < from * (1.0 - NEAR) || ratio > to * (1.0 + NEAR) {
            let why = Words::new("refused-ratio")
                .with("has", format!("{ratio:.2}:1"))
                .with("wanted", wanted);
            self.note(Some(place), why, doubt);
        }
    }

    fn length(&mut self, place: usize, seconds: u32) {
        let own = self.rules.on.get(&self.platform.id);
        let Some((from, to)) = own.and_then(|own| own.seconds) else {
            return;
        };
        let clock = |seconds: u32| format!("{}:{:02}", seconds / 60, seconds % 60);
        let words = if seconds > to {
            Words::new("refused-long").with("most", clock(to))
        } else if seconds < from {
            Words::new("refused-short").with("most", clock(from))
        } else {
            return;
        };
        self.say(Some(place), "seconds", words.with("has", clock(seconds)));
    }

    /// Notes a refusal by the rule of this name.
    fn say(&mut self, place: Option<usize>, field: &str, why: Words) {
        let doubt = if self.platform.is_from_memory(field) {
            Some(Doubt::Memory)
        } else {
            let by_program = self.media().by_program.iter().any(|it| it == field);
            by_program.then_some(Doubt::ByProgram)
        };
        self.note(place, why, doubt);
    }

    /// Notes what is refused of a file that tells too little.
    fn unread(&mut self, place: usize, why: Words) {
        self.note(Some(place), why, Some(Doubt::Unread));
    }

    fn note(&mut self, place: Option<usize>, why: Words, doubt: Option<Doubt>) {
        self.found.push(Refusal {
            place,
            why,
            doubt,
            is_lack: false,
        });
    }

    fn media(&self) -> &MediaRules {
        &self.platform.media
    }
}

/// From one ratio to another, as tables write them: "4:5–1.91:1", "9:16".
pub(super) fn span(written: &str) -> Option<(f64, f64)> {
    let one = |it: &str| {
        let (w, h) = it.split_once(':')?;
        let (w, h): (f64, f64) = (w.trim().parse().ok()?, h.trim().parse().ok()?);
        (w > 0.0 && h > 0.0).then_some(w / h)
    };
    match written.split_once('–') {
        Some((from, to)) => Some((one(from)?, one(to)?)),
        None => one(written).map(|it| (it, it)),
    }
}
