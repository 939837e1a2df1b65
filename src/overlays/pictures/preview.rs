//! The picture under the cursor, made small by somebody else: what is ready, what is asked for, and in which frame it is seen.

use std::collections::VecDeque;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Pictures;
use crate::domain::picture::{Cut, Doubt, Easel, Frame, Pixels, Thumb, Way, frames};
use crate::domain::words::Words;
use crate::env::Env;
use crate::media::looking;
use crate::store::Media;
use crate::ui::{Plate, blocks, put_to};

/// Bytes of pixels that are kept ready: a walk through the list and back asks nobody twice.
const KEPT: usize = 2 << 20;

/// Answers that are kept, however small.
const ANSWERS: usize = 40;

/// A picture made small, or why there is none.
type Seen = Result<Arc<Pixels>, Words>;

/// What is known of pictures, and how they are looked at.
#[derive(Debug, Default)]
pub(super) struct Preview {
    pub(super) easel: Easel,
    /// Where the one under the cursor stands.
    pub(super) at: Option<(Rect, Thumb)>,
    ready: VecDeque<(Thumb, Seen)>,
    asked: Option<Thumb>,
    /// In which frame, from 1; 0 for the whole picture.
    frame: usize,
}

impl Preview {
    /// Whether there is anything to be seen at all.
    pub(super) fn is_on(&self) -> bool {
        self.easel.way() != Way::Off
    }

    fn seen(&self, wanted: &Thumb) -> Option<&Seen> {
        let found = self.ready.iter().find(|(it, _)| it == wanted);
        found.map(|(_, seen)| seen)
    }

    /// Why a picture is not to be seen, in whatever size.
    pub(super) fn failed(&self, hash: &str) -> Option<&Words> {
        let found = self
            .ready
            .iter()
            .find(|(it, seen)| it.hash == hash && seen.is_err());
        found.and_then(|(_, seen)| seen.as_ref().err())
    }

    /// Keeps an answer, and of the oldest ones no more than there is room for.
    fn keep(&mut self, wanted: Thumb, seen: Seen) {
        if self.asked.as_ref() == Some(&wanted) {
            self.asked = None;
        }
        self.ready.retain(|(it, _)| *it != wanted);
        self.ready.push_back((wanted, seen));
        let weight = |seen: &Seen| seen.as_ref().map_or(0, |pixels| pixels.rgb().len());
        let mut held: usize = self.ready.iter().map(|(_, seen)| weight(seen)).sum();
        while self.ready.len() > 1 && (held > KEPT || self.ready.len() > ANSWERS) {
            held -= self.ready.pop_front().map_or(0, |(_, seen)| weight(&seen));
        }
    }
}

impl Pictures {
    /// On what it is drawn from now on.
    pub fn drawn_on(&mut self, easel: Easel) {
        self.preview.easel = easel;
    }

    /// The picture that somebody must make small for a window of this size; each is asked for once.
    pub fn asks(&mut self, area: Rect, env: &Env<'_>) -> Option<Thumb> {
        let (_, wanted) = self.sheet(area, env).picture?;
        let preview = &mut self.preview;
        if preview.seen(&wanted).is_some() || preview.asked.as_ref() == Some(&wanted) {
            return None;
        }
        preview.asked = Some(wanted.clone());
        Some(wanted)
    }

    /// Somebody has looked.
    pub fn seen(&mut self, wanted: Thumb, seen: Result<Pixels, Words>) {
        self.preview.keep(wanted, seen.map(Arc::new));
    }

    /// The picture in real pixels, where it is drawn with them.
    pub fn plate(&self) -> Option<Plate> {
        let (at, wanted) = self.preview.at.as_ref()?;
        let pixels = self.preview.seen(wanted)?.as_ref().ok()?;
        matches!(self.preview.easel.way(), Way::Kitty(_)).then(|| Plate {
            at: *at,
            picture: wanted.clone(),
            lit: self.cut().part(pixels.width(), pixels.height()),
            pixels: Arc::clone(pixels),
        })
    }

    /// The frames that the picture under the cursor is seen in.
    pub(super) fn frames(&self) -> Vec<Frame> {
        match self.size() {
            Some(_) => frames(&self.platforms, self.format, self.cursor.at == 0),
            None => Vec::new(),
        }
    }

    /// The next frame; after the last one the whole picture.
    pub(super) fn next_frame(&mut self) {
        let all = self.frames().len();
        self.preview.frame = if self.preview.frame < all {
            self.preview.frame + 1
        } else {
            0
        };
    }

    /// The chosen frame, where this picture has it.
    fn frame(&self) -> Option<Frame> {
        let chosen = self.preview.frame.checked_sub(1)?;
        self.frames().into_iter().nth(chosen)
    }

    /// What the chosen frame cuts off.
    fn cut(&self) -> Cut {
        let (frame, size) = (self.frame(), self.size());
        let cut = frame.zip(size).map(|(frame, size)| frame.cut(size));
        cut.unwrap_or(Cut::Nothing)
    }

    /// The size of the piece under the cursor.
    fn size(&self) -> Option<(u32, u32)> {
        self.picture()?.facts?.size
    }

    /// The chosen frame in words, and what it cuts off.
    pub(super) fn frame_told(&self, env: &Env<'_>) -> Option<String> {
        let frame = self.frame()?;
        let (whose, cut) = (frame.words(), self.cut().words());
        let told = Words::new("frame-told")
            .with("whose", env.locale.words(&whose))
            .with("cut", env.locale.words(&cut))
            .with("doubt", frame.doubt.map_or("none", Doubt::word));
        Some(env.locale.words(&told))
    }

    /// Why the picture under the cursor is not to be seen, where it might have been.
    pub(super) fn unseen(&self, env: &Env<'_>) -> Option<String> {
        if !self.preview.is_on() {
            return None;
        }
        let picture = self.picture()?;
        let kind = picture.facts?.kind;
        if kind.is_film() || !kind.is_seen() {
            return None;
        }
        let why = if looking::is_seen(kind) {
            env.locale.words(self.preview.failed(&picture.hash)?)
        } else {
            env.locale
                .say("unseen-kind", &[("kind", kind.name().into())])
        };
        Some(env.locale.say("pictures-unseen", &[("why", why.into())]))
    }

    /// The picture in its cells; with real pixels these stay empty.
    pub(super) fn draw_preview(&self, buf: &mut Buffer, env: &Env<'_>) {
        let Some((at, wanted)) = &self.preview.at else {
            return;
        };
        match (self.preview.seen(wanted), self.preview.easel.way()) {
            (Some(Ok(pixels)), Way::Blocks(ink)) => {
                let part = self.cut().part(pixels.width(), pixels.height());
                blocks(buf, *at, &pixels.lit(&part), ink);
            }
            (None, _) => {
                put_to(buf, at.x, at.y, at.right(), "…", env.theme.dim);
            }
            _ => {}
        }
    }
}

/// Whether this piece might be seen, and how large it is.
pub(super) fn seen_size(piece: &Media) -> Option<(u32, u32)> {
    let facts = piece.facts?;
    facts.size.filter(|_| looking::is_seen(facts.kind))
}
