//! A picture in real pixels, to be laid over cells that nothing is written in.

use std::sync::Arc;

use ratatui::layout::Rect;

use crate::domain::picture::{Part, Pixels, Thumb};

/// What lies where. The pixels follow from the rest, so that two of them are compared without looking at any.
#[derive(Debug, Clone)]
pub struct Plate {
    /// The cells it covers.
    pub at: Rect,
    /// Which picture, in which size.
    pub picture: Thumb,
    /// The part that is lit.
    pub lit: Part,
    /// The picture.
    pub pixels: Arc<Pixels>,
}

impl PartialEq for Plate {
    fn eq(&self, other: &Self) -> bool {
        (self.at, self.lit) == (other.at, other.lit) && self.picture == other.picture
    }
}
