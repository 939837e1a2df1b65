//! What would come in: in numbers, then what is to be known row by row.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Bring;
use crate::env::Env;
use crate::import::Reason;
use crate::intake::{Looked, Sum, told};
use crate::ui::{put_cut_to, rule, tint, wrapped};

impl Bring {
    /// The numbers at the top; returns how many rows they took.
    pub(super) fn draw_sum(
        &self,
        looked: &Looked,
        area: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) -> u16 {
        let sum = looked.goods.sum();
        let lines = sum_lines(&sum, looked, self.untold, env);
        for (line, y) in lines.iter().zip(area.y..area.bottom()) {
            put_cut_to(buf, area.x + 1, y, area.right(), line, env.theme.text);
        }
        u16::try_from(lines.len())
            .unwrap_or(area.height)
            .min(area.height)
    }

    /// Row by row what is wrong, and what is only good to know.
    pub(super) fn draw_problems(
        &self,
        looked: &Looked,
        area: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) {
        let problems = &looked.report.problems;
        let window = self
            .problems
            .window(usize::from(area.height), problems.len());
        for (at, y) in window.zip(area.y..area.bottom()) {
            let problem = &problems[at];
            let style = if is_only_told(&problem.reason) {
                env.theme.dim
            } else {
                env.theme.warn
            };
            let words = told::problem(env.locale, problem);
            put_cut_to(buf, area.x + 2, y, area.right(), &words, style);
            if at == self.problems.at {
                let row = Rect {
                    y,
                    height: 1,
                    ..area
                };
                tint(buf, row, env.theme.cursor_line);
            }
        }
    }
}

impl Bring {
    /// The problem under the cursor in full: it may be longer than a row.
    pub(super) fn draw_problem(
        &self,
        looked: &Looked,
        area: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) {
        let Some(problem) = looked.report.problems.get(self.problems.at) else {
            return;
        };
        rule(buf, Rect { height: 1, ..area }, "", "", env.theme);
        let words = told::problem(env.locale, problem);
        let lines = wrapped(&words, usize::from(area.width.saturating_sub(4)));
        for (line, y) in lines.into_iter().zip(area.y + 1..area.bottom()) {
            put_cut_to(
                buf,
                area.x + 2,
                y,
                area.right(),
                &words[line],
                env.theme.text,
            );
        }
    }
}

/// The file's rows, and what would come of them.
pub(super) fn sum_lines(sum: &Sum, looked: &Looked, untold: usize, env: &Env<'_>) -> Vec<String> {
    let report = &looked.report;
    let numbers = [
        ("rows", report.rows.into()),
        ("accepted", report.accepted.into()),
        ("rejected", report.rejected.into()),
    ];
    let mut lines = vec![env.locale.say("imported-summary", &numbers)];
    let badges = sum.clients.iter().map(|id| env.roster.badge(*id).0);
    let mut comes = vec![
        env.locale
            .say("bring-comes-posts", &[("n", sum.rows.into())]),
    ];
    if !sum.clients.is_empty() {
        comes.push(badges.collect::<Vec<_>>().join(", "));
    }
    if let (Some(first), Some(last)) = (sum.first, sum.last) {
        let day = |day| env.locale.day_short(day);
        comes.push(if first == last {
            day(first)
        } else {
            format!("{} – {}", day(first), day(last))
        });
    }
    for (key, n) in [
        ("bring-comes-undated", sum.undated),
        ("bring-comes-pictures", sum.pictures),
    ] {
        if n > 0 {
            comes.push(env.locale.say(key, &[("n", n.into())]));
        }
    }
    lines.push(comes.join(" · "));
    if untold > 0 {
        lines.push(env.locale.say("bring-untold", &[("n", untold.into())]));
    }
    lines
}

/// Whether the row comes in all the same.
const fn is_only_told(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::Past { .. }
            | Reason::HeldBack { .. }
            | Reason::TimeTwice { .. }
            | Reason::PictureAddress { .. }
            | Reason::PictureMissing { .. }
            | Reason::PictureUnfit { .. }
            | Reason::AlreadyThere { .. }
    )
}
