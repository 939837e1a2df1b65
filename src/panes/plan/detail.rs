//! The block under the list: what the post under the cursor is, how long its texts are, and when exactly it goes out.

use chrono::NaiveDateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::rows::Row;
use super::verbs::clock_change;
use super::warnings::{self, Mix};
use super::{Plan, Result};
use crate::domain::chain::standing;
use crate::domain::command::Planned;
use crate::domain::count::Standing;
use crate::domain::ids::{PostId, VariantId};
use crate::domain::post::Approval;
use crate::domain::words::Words;
use crate::domain::zone::{Resolved, resolve, zone_by_name};
use crate::env::Env;
use crate::store::{PostLine, Reader, Sheet, SinceShown};
use crate::ui::{put, put_cut, put_cut_to, rule};

/// Rows it takes: its rule and three lines.
pub(super) const ROWS: u16 = 4;

/// A post read closely, its texts already counted.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Detail {
    sheet: Sheet,
    counters: Vec<Counter>,
    warnings: Vec<Words>,
    /// How it has changed since its client saw it.
    since_shown: Option<SinceShown>,
}

/// How long the text for one channel is.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Counter {
    variant: VariantId,
    code: &'static str,
    standing: Standing,
}

impl Detail {
    /// Reads and counts it; nothing if it is gone.
    pub(super) fn read(
        line: &PostLine,
        mix: &mut Option<Mix>,
        reader: &Reader,
        env: &Env<'_>,
    ) -> Result<Option<Self>> {
        let Some(mut sheet) = reader.sheet(line.post())? else {
            return Ok(None);
        };
        let warnings = warnings::find(line, &sheet, mix, reader, env)?;
        let since_shown = reader.since_shown(line.post())?;
        let counters = sheet
            .variants
            .iter()
            .filter_map(|it| {
                let platform = env.roster.platform(it.channel)?;
                Some(Counter {
                    variant: it.variant,
                    code: env.roster.code(it.channel),
                    standing: standing(sheet.wording(it), platform, sheet.pictures > 0),
                })
            })
            .collect();
        // Counted texts are not shown here: they need not stay in memory.
        sheet.text = String::new();
        for variant in &mut sheet.variants {
            variant.own = None;
        }
        Ok(Some(Self {
            sheet,
            counters,
            warnings,
            since_shown,
        }))
    }

    pub(super) fn post(&self) -> PostId {
        self.sheet.post
    }

    /// Whether it was planned on another wall than the one shown, or for an hour that the clocks skip or repeat.
    fn is_on_another_wall(&self, line: &PostLine, env: &Env<'_>) -> bool {
        self.planned(line).is_some_and(|(local, zone)| {
            let tz = zone_by_name(zone).unwrap_or_else(|_| env.shown_zone());
            tz != env.shown_zone() || !matches!(resolve(*local, tz), Resolved::Plain(_))
        })
    }

    /// The wall time of the post under the cursor, with the zone of that wall.
    fn planned(&self, line: &PostLine) -> Option<&(NaiveDateTime, String)> {
        let mut variants = self.sheet.variants.iter();
        let first = variants.find(|it| it.variant == line.first().variant)?;
        first.planned.as_ref()
    }

    /// When it goes out on the wall it was planned on, and what the clocks do there.
    fn planned_words(&self, line: &PostLine, env: &Env<'_>) -> String {
        let Some((local, zone)) = self.planned(line).cloned() else {
            return env.locale.text("plan-no-time").into_owned();
        };
        let day = env.locale.day_short(local.date());
        let clock = env.locale.clock(local.time());
        let args = [
            ("when", format!("{day} {clock}").into()),
            ("zone", zone.as_str().into()),
        ];
        // Until it is agreed on, a time is only a suggestion.
        let key = match line.approval() {
            Some(Approval::Approved) | None => "plan-planned",
            Some(_) => "plan-suggested",
        };
        let mut words = env.locale.say(key, &args);
        if let Ok(tz) = zone_by_name(&zone) {
            let resolved = resolve(local, tz);
            let at = resolved.moment();
            let planned = Planned { local, zone, at };
            if let Some(change) = clock_change(&resolved, &planned, env) {
                let args: Vec<(&str, crate::locale::Arg)> = change
                    .args
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_str().into()))
                    .collect();
                let change = env.locale.say(&change.key, &args);
                words = format!("{change} · {words}");
            }
        }
        words
    }

    /// Topic, rubric, channels, pictures.
    fn about(&self, line: &PostLine, env: &Env<'_>) -> String {
        let sheet = &self.sheet;
        let codes: Vec<&str> = line
            .variants
            .iter()
            .map(|it| env.roster.code(it.channel))
            .collect();
        let mut parts = vec![sheet.topic.clone()];
        if !sheet.rubric.is_empty() {
            let args = [("name", sheet.rubric.as_str().into())];
            parts.push(env.locale.say("plan-rubric", &args));
        }
        parts.push(codes.join(" "));
        let args = [("n", sheet.pictures.into())];
        parts.push(env.locale.say("plan-pictures", &args));
        parts.join(" · ")
    }

    fn draw_counters(&self, line: &PostLine, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let mut x = row.x + 1;
        let here = |it: &&Counter| line.variants.iter().any(|v| v.variant == it.variant);
        for (n, counter) in self.counters.iter().filter(here).enumerate() {
            let (sign, style) = match counter.standing {
                Standing { over: true, .. } => ("▲", env.theme.bad),
                Standing { warn: true, .. } => ("▲", env.theme.warn),
                _ => ("", env.theme.dim),
            };
            if n > 0 {
                x = put(
                    buf,
                    x,
                    row.y,
                    row.right().saturating_sub(x),
                    " · ",
                    env.theme.dim,
                );
            }
            let length = env.locale.length(&counter.standing);
            let text = format!("{sign}{} {length}", counter.code);
            x = put_cut(buf, x, row.y, row.right().saturating_sub(x), &text, style);
        }
    }
}

impl Plan {
    /// Draws the block over `ROWS` rows.
    pub(super) fn draw_detail(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let row = |n: u16| Rect {
            y: area.y + n,
            height: 1,
            ..area
        };
        let Some(line) = self.row().and_then(Row::post) else {
            return self.draw_day(area, buf, env);
        };
        let status = format!("plan-status-{}", line.status.word());
        let when = line.at().map_or_else(
            || env.locale.text("plan-shelf").into_owned(),
            |at| {
                let day = env.locale.day_short(env.wall(at).date_naive());
                format!("{day} {}", env.clock(at))
            },
        );
        let client = line.first().client;
        let mut title = vec![format!("{when} {}", env.roster.badge(client).0)];
        title.extend(line.at().and_then(|at| env.other_words(client, at)));
        let title = title.join(" · ");
        rule(buf, row(0), &title, &env.locale.text(&status), env.theme);
        let Some(detail) = self.detail.as_ref().filter(|it| it.post() == line.post()) else {
            return;
        };
        let room = area.width.saturating_sub(1);
        let about = detail.about(line, env);
        put_cut(buf, area.x + 1, area.y + 1, room, &about, env.theme.text);
        detail.draw_counters(line, row(2), buf, env);
        let mut x = area.x + 1;
        let shown = detail.since_shown.as_ref().map(|since| {
            let name = |channel| env.roster.code(channel);
            env.locale
                .since_shown(&since.code, since.verdict, &since.changed, name)
        });
        let warnings = detail.warnings.iter().map(|it| env.locale.words(it));
        let first = away(line, env).into_iter().chain(shown);
        for warning in first.chain(warnings) {
            let text = format!("▲ {warning}  ");
            x = put_cut_to(buf, x, area.y + 3, area.right(), &text, env.theme.warn);
        }
        // Beside warnings only what the first line does not say already.
        let says_more = detail.is_on_another_wall(line, env);
        if !detail.warnings.is_empty() && !says_more {
            return;
        }
        let planned = detail.planned_words(line, env);
        put_cut_to(buf, x, area.y + 3, area.right(), &planned, env.theme.dim);
    }

    /// What a day without a post under the cursor is called.
    fn draw_day(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let first = Rect { height: 1, ..area };
        let Some(day) = self.day() else {
            return rule(buf, first, "", "", env.theme);
        };
        rule(buf, first, &env.locale.day_short(day), "", env.theme);
        for (name, y) in env.day_names(day).iter().zip(area.y + 1..area.bottom()) {
            let room = area.width.saturating_sub(1);
            put_cut(buf, area.x + 1, y, room, name, env.theme.text);
        }
    }
}

/// Why a post that is still to come finds her away.
fn away(line: &PostLine, env: &Env<'_>) -> Option<String> {
    let open = line.variants.iter().filter(|it| it.out_at.is_none());
    let off = open
        .into_iter()
        .find_map(|it| env.away(it.at?, it.client, it.channel));
    off.map(|off| env.away_shortly(&off))
}
