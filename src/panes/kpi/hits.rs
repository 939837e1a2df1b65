//! The posts that hit and those that missed, below the cards.

use chrono_tz::Tz;
use ratatui::{buffer::Buffer, layout::Rect};

use super::Shown;
use super::view::line;
use crate::env::Env;
use crate::store::Hit;
use crate::ui::{put_cut, put_right, rule};

/// Draws the heading and as many posts as fit, the best first, the worst below them.
pub(super) fn draw(shown: &Shown, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let hits = &shown.hits;
    let zone = env.roster.zone(shown.client);
    let Some(ranked) = &hits.ranked else {
        let title = env.locale.text("kpi-hits-none");
        rule(buf, line(area, 0), &title, "", env.theme);
        let words = env.locale.text("kpi-hits-too-few");
        put_cut(
            buf,
            area.x + 1,
            area.y + 1,
            area.width.saturating_sub(2),
            &words,
            env.theme.dim,
        );
        return;
    };
    let title = env
        .locale
        .say("kpi-hits", &[("n", hits.posts.len().into())]);
    let median = env.locale.decimal(ranked.median, 1);
    let note = env.locale.say("kpi-hits-median", &[("n", median.into())]);
    rule(buf, line(area, 0), &title, &note, env.theme);
    let room = usize::from(area.height) - 1;
    let worst = ranked
        .worst
        .len()
        .min((room / 2).max(room.saturating_sub(ranked.best.len())));
    let best = ranked.best.iter().take(room - worst).map(|at| (at, "▲"));
    let worst = ranked.worst.iter().take(worst).map(|at| (at, "▼"));
    for (down, (at, sign)) in best.chain(worst).enumerate() {
        draw_hit(
            &hits.posts[*at],
            (sign, zone),
            line(area, 1 + down),
            buf,
            env,
        );
    }
}

fn draw_hit(hit: &Hit, (sign, zone): (&str, Tz), row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let theme = env.theme;
    let style = if sign == "▲" { theme.good } else { theme.bad };
    put_cut(
        buf,
        row.x + 1,
        row.y,
        row.width.saturating_sub(1),
        sign,
        style,
    );
    let rate = env.locale.decimal(hit.rate.unwrap_or(0.0), 1);
    let rate = env.locale.say("kpi-percent", &[("n", rate.into())]);
    put_cut(
        buf,
        row.x + 3,
        row.y,
        7.min(row.width.saturating_sub(3)),
        &rate,
        theme.strong,
    );
    let mut x = row.x + 11;
    if row.width >= 44 {
        let day = env
            .locale
            .day_short(hit.post.at.with_timezone(&zone).date_naive());
        put_cut(buf, x, row.y, 11, &day, theme.dim);
        x += 12;
    }
    if row.width >= 64 {
        put_cut(buf, x, row.y, 10, &hit.post.rubric, theme.dim);
        x += 11;
    }
    let codes: Vec<&str> = hit.channels.iter().map(|id| env.roster.code(*id)).collect();
    let codes = codes.join(" ");
    let right = put_right(
        buf,
        Rect {
            x: x.min(row.right()),
            width: row.right().saturating_sub(x + 1),
            ..row
        },
        &codes,
        theme.dim,
    );
    put_cut(
        buf,
        x,
        row.y,
        right.saturating_sub(x + 1),
        &hit.post.topic,
        theme.text,
    );
}
