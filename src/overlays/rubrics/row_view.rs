//! How one row looks: a rubric with a bar that shows share and target, a campaign with its days, a format with its needs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::rows::Row;
use super::{Rubrics, today, words};
use crate::domain::campaign::Stage;
use crate::domain::ids::{CampaignId, RubricId};
use crate::domain::post::Format;
use crate::env::Env;
use crate::ui::width::pad_left;
use crate::ui::{put_cut, put_cut_to};

/// A window this wide says things in words that a narrow one says in marks.
const WIDE: u16 = 110;

/// Where the columns of the rows begin.
#[derive(Debug, Clone, Copy)]
struct Columns {
    /// Cells of a name.
    name: u16,
    /// Cells of a bar.
    bar: u16,
    is_wide: bool,
}

impl Columns {
    fn of(area: Rect) -> Self {
        let is_wide = area.width >= WIDE;
        Self {
            name: if is_wide { 28 } else { 18 },
            bar: if is_wide { 30 } else { 12 },
            is_wide,
        }
    }
}

impl Rubrics {
    pub(super) fn draw_row(&self, row: Row, at: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let columns = Columns::of(at);
        let plain = |key: &str, style: Style, buf: &mut Buffer| {
            let text = env.locale.text(key);
            put_cut_to(buf, at.x + 2, at.y, at.right(), &text, style);
        };
        match row {
            Row::Rubric(id) => self.draw_rubric(Some(id), columns, at, buf, env),
            Row::NoRubric => self.draw_rubric(None, columns, at, buf, env),
            Row::NewRubric => plain("rubrics-new", env.theme.accent, buf),
            Row::Campaign(id) => self.draw_campaign(id, columns, at, buf, env),
            Row::NewCampaign => plain("campaigns-new", env.theme.accent, buf),
            Row::Format(format) => self.draw_format(format, at, buf, env),
        }
    }

    fn draw_rubric(
        &self,
        id: Option<RubricId>,
        columns: Columns,
        at: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) {
        let mix = &self.sheet.mix;
        let rubric = id.and_then(|id| self.sheet.rubric(id));
        let posts = rubric.map_or(self.sheet.without_rubric(), |_| mix.posts_of(id));
        let (cent, share) = (mix.per_cent(posts), rubric.and_then(|it| it.share));
        let mut pen = Pen::new(at);
        let none = env.locale.text("rubrics-none");
        match rubric {
            Some(rubric) => pen.put(buf, columns.name, &rubric.name, env.theme.text),
            None => pen.put(buf, columns.name, &none, env.theme.dim),
        }
        let bar = self.bar(cent.unwrap_or(0), share, columns.bar);
        pen.put(buf, columns.bar, &bar, env.theme.accent);
        let cent_text = cent.map_or_else(
            || "—".to_owned(),
            |cent| env.locale.say("kpi-percent", &[("n", cent.into())]),
        );
        pen.put(buf, 5, &pad_left(&cent_text, 5), env.theme.text);
        let target = share.map_or_else(String::new, |share| {
            env.locale.say("rubrics-target", &[("share", share.into())])
        });
        pen.put(buf, 6, &target, env.theme.dim);
        let difference = cent.zip(share).map(|(cent, share)| difference(cent, share));
        let difference = difference.unwrap_or_default();
        let style = if share.is_some_and(|share| mix.is_far(posts, share)) {
            env.theme.warn
        } else {
            env.theme.dim
        };
        pen.put(buf, 4, &pad_left(&difference, 4), style);
        let posts = env.locale.say("rubrics-posts", &[("n", posts.into())]);
        pen.put(buf, 9, &posts, env.theme.text);
        let channels = words::channels(mix, rubric.map(|it| it.id), env);
        pen.rest(buf, &channels, env.theme.dim);
    }

    /// The share filled, the target as a stroke: `████│███░░░`. All bars are drawn to the same scale.
    fn bar(&self, cent: u32, share: Option<u32>, cells: u16) -> String {
        let targets = self.sheet.rubrics.iter().filter_map(|it| it.share);
        let mix = &self.sheet.mix;
        let each = self
            .sheet
            .rubrics
            .iter()
            .map(|it| mix.posts_of(Some(it.id)));
        let shares = each
            .chain([self.sheet.without_rubric()])
            .filter_map(|posts| mix.per_cent(posts));
        let most = targets.chain(shares).max().unwrap_or(0).max(1);
        let place = |value: u32| {
            value
                .saturating_mul(u32::from(cells))
                .saturating_add(most / 2)
                / most
        };
        let last = u32::from(cells).saturating_sub(1);
        let target = share
            .filter(|it| *it > 0)
            .map(|it| place(it).saturating_sub(1).min(last));
        let filled = place(cent);
        (0..u32::from(cells))
            .map(|cell| match cell {
                cell if Some(cell) == target => '│',
                cell if cell < filled => '█',
                _ => '░',
            })
            .collect()
    }

    fn draw_campaign(
        &self,
        id: CampaignId,
        columns: Columns,
        at: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) {
        let Some((campaign, progress)) = self.sheet.campaign(id) else {
            return;
        };
        let card = &campaign.card;
        let today = today(self.client, env);
        let stage = card.stage(today);
        let dim = matches!(stage, Stage::Over | Stage::Undated);
        let style = if dim { env.theme.dim } else { env.theme.text };
        let mut pen = Pen::new(at);
        pen.put(buf, columns.name, &card.name, style);
        let wide = u16::from(columns.is_wide);
        pen.put(buf, 18 + 4 * wide, &words::days(card, today, env), style);
        pen.put(buf, 15, &words::stage(stage, env), env.theme.dim);
        let style = if progress.late > 0 {
            env.theme.warn
        } else {
            style
        };
        let said = if columns.is_wide {
            words::progress(*progress, env)
        } else {
            words::marks(*progress)
        };
        pen.rest(buf, &said, style);
    }

    fn draw_format(&self, format: Format, at: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let posts = self.sheet.mix.posts_in(format);
        let style = if posts > 0 {
            env.theme.text
        } else {
            env.theme.dim
        };
        let mut pen = Pen::new(at);
        let name = env.locale.text(&format!("format-{}", format.word()));
        pen.put(buf, 15, &name, style);
        let said = if posts > 0 {
            env.locale.say("rubrics-posts", &[("n", posts.into())])
        } else {
            "—".to_owned()
        };
        pen.put(buf, 10, &said, style);
        let needs = words::needs(format, &self.sheet.platforms, env);
        pen.rest(buf, &needs, env.theme.dim);
    }
}

/// Writes the columns of one row, each in its own cells, one cell apart.
struct Pen {
    row: Rect,
    x: u16,
}

impl Pen {
    fn new(row: Rect) -> Self {
        Self { row, x: row.x + 2 }
    }

    fn put(&mut self, buf: &mut Buffer, cells: u16, text: &str, style: Style) {
        let room = self.row.right().saturating_sub(self.x).min(cells);
        put_cut(buf, self.x, self.row.y, room, text, style);
        self.x = self.x.saturating_add(cells + 1).min(self.row.right());
    }

    fn rest(&self, buf: &mut Buffer, text: &str, style: Style) {
        put_cut_to(buf, self.x, self.row.y, self.row.right(), text, style);
    }
}

/// How many points a share lies above or below its target.
fn difference(cent: u32, share: u32) -> String {
    match i64::from(cent) - i64::from(share) {
        0 => "=".to_owned(),
        by => format!("{by:+}"),
    }
}
