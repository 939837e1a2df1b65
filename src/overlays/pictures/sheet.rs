//! Where everything stands in the window: the list, what is said below it, and the picture at the side where there is room
//! that no word needs.

use ratatui::layout::Rect;

use super::preview::seen_size;
use super::{Pictures, Typing};
use crate::domain::picture::{Thumb, fit};
use crate::env::Env;
use crate::ui::wrapped;

/// Rows of the part below, at least.
const BELOW: u16 = 8;

/// From so many columns on the picture has a column of its own.
const WIDE: u16 = 110;

/// Fewer rows show nothing.
const LEAST: u16 = 3;

/// The parts of the window.
pub(super) struct Sheet {
    pub(super) top: Rect,
    pub(super) list: Rect,
    /// The line over the part below.
    pub(super) title: Rect,
    /// What is said or typed there.
    pub(super) text: Rect,
    /// The picture, and the size it must be made for that.
    pub(super) picture: Option<(Rect, Thumb)>,
}

impl Pictures {
    /// Lays the window out.
    pub(super) fn sheet(&self, area: Rect, env: &Env<'_>) -> Sheet {
        let pieces = self.shown.len();
        let has_pictures =
            self.preview.is_on() && self.shown.iter().any(|it| seen_size(it).is_some());
        if has_pictures && area.width >= WIDE {
            let side = area.width * 2 / 5;
            let plain = Sheet::plain(
                Rect {
                    width: area.width - side,
                    ..area
                },
                pieces,
            );
            let room = Rect {
                x: plain.list.right() + 1,
                y: plain.list.y,
                width: side - 2,
                height: area.height.saturating_sub(2),
            };
            let picture = self.placed(room);
            return Sheet {
                top: first(area),
                picture,
                ..plain
            };
        }
        let plain = Sheet::plain(area, pieces);
        self.beside(&plain, env).unwrap_or(plain)
    }

    /// The picture at the right of what is said, if all of that has room beside it.
    fn beside(&self, plain: &Sheet, env: &Env<'_>) -> Option<Sheet> {
        let text = plain.text;
        let room = Rect {
            width: text.width * 2 / 5,
            ..text
        };
        let (at, wanted) = self.placed(room)?;
        let at = Rect {
            x: text.right().saturating_sub(at.width),
            ..at
        };
        let narrow = Rect {
            width: text.width.saturating_sub(at.width + 2),
            ..text
        };
        let has_room = match &self.typing {
            Typing::Nothing => self.rows_of_about(narrow.width, env) <= usize::from(text.height),
            Typing::Alt(_) => true,
            Typing::Path { .. } => false,
        };
        has_room.then_some(Sheet {
            text: narrow,
            picture: Some((at, wanted)),
            ..*plain
        })
    }

    /// The piece under the cursor as large as the room allows, at its left.
    fn placed(&self, room: Rect) -> Option<(Rect, Thumb)> {
        let piece = self.picture()?;
        if room.height < LEAST || self.preview.failed(&piece.hash).is_some() {
            return None;
        }
        let fit = fit(
            seen_size(piece)?,
            (room.width, room.height),
            &self.preview.easel,
        )?;
        let at = Rect {
            width: fit.cols,
            height: fit.rows,
            ..room
        };
        let (width, height) = fit.pixels;
        let hash = piece.hash.clone();
        Some((
            at,
            Thumb {
                hash,
                width,
                height,
            },
        ))
    }

    /// How many rows everything said takes in so many columns.
    fn rows_of_about(&self, cols: u16, env: &Env<'_>) -> usize {
        let room = usize::from(cols).max(1);
        let said = self.about(env).into_iter();
        said.map(|(text, _)| wrapped(&text, room).len()).sum()
    }
}

impl Sheet {
    /// Without a picture.
    fn plain(area: Rect, pieces: usize) -> Self {
        let top = first(area);
        let rest = area.height - top.height;
        let wanted = u16::try_from(pieces).unwrap_or(u16::MAX).max(1) + 1;
        let rows = wanted.min(rest.saturating_sub(BELOW).max(rest / 2));
        let list = Rect {
            y: top.bottom(),
            height: rows,
            ..area
        };
        let below = Rect {
            y: list.bottom(),
            height: rest - rows,
            ..area
        };
        let title = first(below);
        let text = Rect {
            x: below.x + 1.min(below.width),
            y: title.bottom(),
            width: below.width.saturating_sub(2),
            height: below.height - title.height,
        };
        Self {
            top,
            list,
            title,
            text,
            picture: None,
        }
    }

    /// Where is typed: long lines are tiring.
    pub(super) fn typed(&self) -> Rect {
        Rect {
            width: self.text.width.min(100),
            ..self.text
        }
    }
}

/// The first row of an area.
fn first(area: Rect) -> Rect {
    Rect {
        height: 1.min(area.height),
        ..area
    }
}
