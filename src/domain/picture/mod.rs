//! A picture or a film as its bytes tell of it: what kind it is, how large, how long. What a file is called says nothing.

mod crop;
mod fit;
mod pixels;
mod refusal;
#[cfg(test)]
mod tests;
mod way;

use serde::Deserialize;

pub use crop::{Cut, Frame, Place, frames};
pub use fit::{Fit, fit};
pub use pixels::{Part, Pixels, Thumb};
pub use way::{Colours, Easel, Ink, Way, Wish};

pub use refusal::{Doubt, Piece, Refusal, refusals};

/// What kind of file it is, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The photo of every camera.
    Jpeg,
    /// Drawings and screenshots.
    Png,
    /// A picture of few colours, often moving.
    Gif,
    /// The picture of the web.
    Webp,
    /// The photo of newer phones.
    Heic,
    /// The small picture of newer browsers.
    Avif,
    /// A picture nobody has packed.
    Bmp,
    /// The picture of scanners and printers.
    Tiff,
    /// The film of most.
    Mp4,
    /// The film of Apple's cameras.
    Mov,
    /// The film of the web.
    Webm,
    /// A film in Matroska.
    Mkv,
    /// A film of old.
    Avi,
    /// A document.
    Pdf,
    /// None of these.
    Unknown,
}

impl Kind {
    /// All that have a name.
    pub const ALL: [Kind; 14] = [
        Kind::Jpeg,
        Kind::Png,
        Kind::Gif,
        Kind::Webp,
        Kind::Heic,
        Kind::Avif,
        Kind::Bmp,
        Kind::Tiff,
        Kind::Mp4,
        Kind::Mov,
        Kind::Webm,
        Kind::Mkv,
        Kind::Avi,
        Kind::Pdf,
    ];

    /// The word in tables and in the store; empty for none of these.
    pub const fn word(self) -> &'static str {
        match self {
            Kind::Jpeg => "jpeg",
            Kind::Png => "png",
            Kind::Gif => "gif",
            Kind::Webp => "webp",
            Kind::Heic => "heic",
            Kind::Avif => "avif",
            Kind::Bmp => "bmp",
            Kind::Tiff => "tiff",
            Kind::Mp4 => "mp4",
            Kind::Mov => "mov",
            Kind::Webm => "webm",
            Kind::Mkv => "mkv",
            Kind::Avi => "avi",
            Kind::Pdf => "pdf",
            Kind::Unknown => "",
        }
    }

    /// The kind of this word; a word that no kind has means none of them.
    pub fn from_word(word: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|kind| kind.word() == word)
            .unwrap_or(Kind::Unknown)
    }

    /// The kind that a file of this name says it is, by what stands behind its last dot.
    pub fn said_by(name: &str) -> Option<Self> {
        let (_, end) = name.rsplit_once('.')?;
        let kind = match end.to_ascii_lowercase().as_str() {
            "jpg" | "jpe" | "jfif" => Kind::Jpeg,
            "heif" => Kind::Heic,
            "tif" => Kind::Tiff,
            "m4v" => Kind::Mp4,
            "qt" => Kind::Mov,
            word => Self::from_word(word),
        };
        (kind != Kind::Unknown).then_some(kind)
    }

    /// Whether it moves and has a length.
    pub const fn is_film(self) -> bool {
        matches!(
            self,
            Kind::Mp4 | Kind::Mov | Kind::Webm | Kind::Mkv | Kind::Avi
        )
    }

    /// Whether it is looked at, film or not.
    pub const fn is_seen(self) -> bool {
        !matches!(self, Kind::Pdf | Kind::Unknown)
    }

    /// As people write it: "JPEG", "WebP"; empty for none of these.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Jpeg => "JPEG",
            Kind::Png => "PNG",
            Kind::Gif => "GIF",
            Kind::Webp => "WebP",
            Kind::Heic => "HEIC",
            Kind::Avif => "AVIF",
            Kind::Bmp => "BMP",
            Kind::Tiff => "TIFF",
            Kind::Mp4 => "MP4",
            Kind::Mov => "MOV",
            Kind::Webm => "WebM",
            Kind::Mkv => "MKV",
            Kind::Avi => "AVI",
            Kind::Pdf => "PDF",
            Kind::Unknown => "",
        }
    }
}

/// What the bytes of a file tell. What they do not tell, or tell as nothing, is missing and never a guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// What kind of file it is.
    pub kind: Kind,
    /// How many pixels wide and high, as it is shown.
    pub size: Option<(u32, u32)>,
    /// How many seconds a film takes, to the nearest.
    pub seconds: Option<u32>,
}

impl Facts {
    /// Nothing is known.
    pub const UNKNOWN: Facts = Facts {
        kind: Kind::Unknown,
        size: None,
        seconds: None,
    };

    /// Width to height.
    pub fn ratio(&self) -> Option<f64> {
        self.size.map(|(w, h)| f64::from(w) / f64::from(h))
    }

    /// Whether it is called a kind that it is not: some places go by the name and refuse it.
    pub fn belies(&self, name: &str) -> bool {
        Kind::said_by(name).is_some_and(|said| said != self.kind && self.kind != Kind::Unknown)
    }
}
