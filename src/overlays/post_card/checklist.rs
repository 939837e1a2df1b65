//! The checklist under the card of a post: what its format asks for, what is there, and what she must look at herself.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::format::{Item, Mark};
use crate::domain::ids::PostId;
use crate::domain::platform::Platform;
use crate::domain::post::Format;
use crate::env::Env;
use crate::overlays::write;
use crate::store::{Reader, Result};
use crate::ui::width::width;
use crate::ui::{put_cut_to, rule};

/// Its rule and two lines.
const ROWS: u16 = 3;

/// A window with fewer rows keeps them for the fields.
const FROM: u16 = 12;

/// Cells between two entries.
const BETWEEN: u16 = 3;

/// How many rows it takes of an area.
pub(super) const fn rows(area: Rect) -> u16 {
    if area.height >= FROM { ROWS } else { 0 }
}

/// What goes out, and where: the card does not change it, its checklist asks about it.
#[derive(Debug, Default)]
pub(super) struct Goes {
    pub(super) text: String,
    pub(super) platforms: Vec<Platform>,
}

impl Goes {
    /// Reads the text as it lies on the desk, unfinished words included, and the platforms of the post.
    pub(super) fn read(reader: &Reader, post: PostId, env: &Env<'_>) -> Result<Self> {
        let Some(sheet) = reader.sheet(post)? else {
            return Ok(Self::default());
        };
        let channels = sheet.variants.iter().map(|it| it.channel);
        let platforms = channels.filter_map(|it| env.roster.platform(it).cloned());
        let kept = reader.draft(&write::owner(post, None))?;
        Ok(Self {
            platforms: platforms.collect(),
            text: kept.map_or(sheet.text, |draft| draft.text),
        })
    }
}

/// Draws the checklist of a format, entry after entry, as far as the area goes.
pub(super) fn draw_checklist(
    format: Format,
    items: &[Item],
    area: Rect,
    buf: &mut Buffer,
    env: &Env<'_>,
) {
    if area.height == 0 {
        return;
    }
    let title = env.locale.text(&format!("format-{}", format.word()));
    rule(
        buf,
        area,
        &title,
        &env.locale.text("checklist-note"),
        env.theme,
    );
    let (mut x, mut y) = (area.x, area.y + 1);
    for item in items {
        let style = match item.mark {
            Mark::Kept => env.theme.good,
            Mark::Lacks(_) => env.theme.warn,
            Mark::Look => env.theme.dim,
        };
        let text = format!("{} {}", item.mark.sign(), env.locale.words(&item.words));
        if x > area.x && usize::from(area.right() - x) < width(&text) {
            (x, y) = (area.x, y + 1);
        }
        if y >= area.bottom() {
            break;
        }
        x = put_cut_to(buf, x, y, area.right(), &text, style);
        x = x.saturating_add(BETWEEN).min(area.right());
    }
}
