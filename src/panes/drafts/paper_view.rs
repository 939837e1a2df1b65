//! How the chosen post looks: what it is, its wording, and below it the lengths and what to mind.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Drafts;
use super::facts::{planned, when};
use super::paper::{Counter, Paper};
use super::queue::Draft;
use crate::domain::format::Lack;
use crate::domain::lint::Severity;
use crate::domain::post::Approval;
use crate::env::Env;
use crate::lint::Finding;
use crate::store::Sheet;
use crate::ui::width::{pad, width};
use crate::ui::{put, put_cut, wrapped};

/// From so many rows each channel has a row of its own for its length.
const TABLE_FROM: u16 = 18;

/// Findings of the checker that have a row.
const FOUND: usize = 3;

/// Rows for what has changed since the client saw it.
const SINCE: usize = 2;

/// A row below the text: pieces, each in its style.
type Row = Vec<(String, Style)>;

impl Drafts {
    pub(super) fn draw_paper(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let Some((draft, paper)) = self.row().zip(self.paper.as_ref()) else {
            return;
        };
        if paper.post() != draft.post {
            return;
        }
        let mut below = self.below(paper, area, env);
        let above = draw_top(draft, paper, area, buf, env);
        // The text keeps at least two rows; what is below it gives way from its end.
        let room = area.height.saturating_sub(above + 2);
        below.truncate(usize::from(room));
        let rows = u16::try_from(below.len())
            .unwrap_or(area.height)
            .min(area.height);
        let under = area.bottom() - rows;
        let text = Rect {
            y: area.y + above,
            height: under.saturating_sub(area.y + above),
            ..area
        };
        draw_wording(paper, text, buf, env);
        for (row, y) in below.iter().zip(under..) {
            let mut x = area.x;
            for (piece, style) in row {
                x = put_cut(buf, x, y, area.right().saturating_sub(x), piece, *style);
            }
        }
    }

    /// The rows below the text, the most needed first.
    fn below(&self, paper: &Paper, area: Rect, env: &Env<'_>) -> Vec<Row> {
        let mut rows = if area.height >= TABLE_FROM {
            self.table(paper, env)
        } else {
            vec![self.lengths(paper, env)]
        };
        let warning = |text: String| vec![(format!("▲ {text}"), env.theme.warn)];
        if !paper.avoid.is_empty() {
            let words = paper.avoid.join(", ");
            rows.push(warning(
                env.locale.say("drafts-avoid", &[("words", words.into())]),
            ));
        }
        let stale = paper.counters.iter().filter(|it| it.is_stale);
        let stale: Vec<&str> = stale.map(|it| it.code).collect();
        if !stale.is_empty() {
            let codes = [("codes", stale.join(" ").into())];
            rows.push(warning(env.locale.say("drafts-drifted", &codes)));
        }
        rows.extend(found_rows(paper, env));
        let sheet = &paper.sheet;
        if !paper.lacks.is_empty() {
            let words = paper.lacks.iter().map(Lack::words);
            let each: Vec<String> = words.map(|words| env.locale.words(&words)).collect();
            rows.push(warning(each.join(" · ")));
        }
        if sheet.undescribed > 0 {
            let n = [("n", sheet.undescribed.into())];
            rows.push(warning(env.locale.say("drafts-undescribed", &n)));
        }
        for (key, text) in [
            ("drafts-first-comment", &sheet.first_comment),
            ("drafts-brief", &sheet.brief),
        ] {
            if !text.is_empty() {
                let line = text.replace('\n', " ");
                let words = env.locale.say(key, &[("text", line.into())]);
                rows.push(vec![(words, env.theme.dim)]);
            }
        }
        rows.extend(shown_row(paper, env));
        rows
    }

    /// One row for the base text and one for each channel.
    fn table(&self, paper: &Paper, env: &Env<'_>) -> Vec<Row> {
        let chosen = |here: bool| if here { ">" } else { " " };
        let style = |here: bool| {
            if here {
                env.theme.strong
            } else {
                env.theme.text
            }
        };
        let base = env.locale.text("drafts-base");
        let cells = width(&base).max(9);
        let length = env.locale.number(paper.base_length as i64);
        let is_base = self.channel.is_none();
        let first = format!("{}{} {length}", chosen(is_base), pad(&base, cells));
        let mut rows = vec![vec![(first, style(is_base))]];
        for (at, counter) in paper.counters.iter().enumerate() {
            let here = self.channel == Some(at);
            let name = format!("{} {}", pad(counter.code, 2), own_word(counter, env));
            let head = format!("{}{} ", chosen(here), pad(&name, cells));
            rows.push(vec![(head, style(here)), length_of(counter, env)]);
        }
        rows
    }

    /// All lengths in one row, for small windows.
    fn lengths(&self, paper: &Paper, env: &Env<'_>) -> Row {
        let chosen = |here: bool| if here { ">" } else { "" };
        let style = |here: bool| {
            if here {
                env.theme.strong
            } else {
                env.theme.dim
            }
        };
        let is_base = self.channel.is_none();
        let base = env.locale.text("drafts-base");
        let length = env.locale.number(paper.base_length as i64);
        let mut row = vec![(
            format!("{}{base} {length}", chosen(is_base)),
            style(is_base),
        )];
        for (at, counter) in paper.counters.iter().enumerate() {
            let here = self.channel == Some(at);
            let head = format!(
                "{}{} {} ",
                chosen(here),
                counter.code,
                own_word(counter, env)
            );
            row.push((" · ".to_owned(), env.theme.dim));
            row.push((head, style(here)));
            row.push(length_of(counter, env));
        }
        row
    }
}

/// The heaviest of what the checker found, a row each, and how many more there are.
fn found_rows(paper: &Paper, env: &Env<'_>) -> Vec<Row> {
    let row = |found: &Finding| {
        let style = match found.severity {
            Severity::Blocking => env.theme.bad,
            Severity::Warning => env.theme.warn,
            Severity::Hint => env.theme.dim,
        };
        let words = env.locale.words(&found.words);
        vec![(format!("{} {words}", found.severity.mark()), style)]
    };
    let mut rows: Vec<Row> = paper.found.iter().take(FOUND).map(row).collect();
    let more = paper.found.len().saturating_sub(FOUND);
    if let Some(last) = rows.last_mut().filter(|_| more > 0) {
        let words = env.locale.say("lint-more", &[("n", more.into())]);
        last.push((format!(" {words}"), env.theme.dim));
    }
    rows
}

/// "=" for a channel that follows the base text.
fn own_word(counter: &Counter, env: &Env<'_>) -> String {
    if counter.is_stale {
        format!("▲{}", env.locale.text("drafts-own"))
    } else if counter.is_own {
        env.locale.text("drafts-own").into_owned()
    } else {
        "=".to_owned()
    }
}

fn length_of(counter: &Counter, env: &Env<'_>) -> (String, Style) {
    match counter.standing {
        Some(standing) if standing.over => {
            (format!("▲{}", env.locale.length(&standing)), env.theme.bad)
        }
        Some(standing) if standing.warn => {
            (format!("▲{}", env.locale.length(&standing)), env.theme.warn)
        }
        Some(standing) => (env.locale.length(&standing), env.theme.dim),
        None => (String::new(), env.theme.dim),
    }
}

/// Whose post it is and what about, when, and what was said about it; returns the rows it took, a blank one included.
fn draw_top(draft: &Draft, paper: &Paper, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> u16 {
    let sheet = &paper.sheet;
    let (client, colour) = env.roster.badge(sheet.client);
    let x = put_cut(
        buf,
        area.x,
        area.y,
        area.width,
        client,
        env.theme.client(colour),
    );
    let topic = format!(" · {}", sheet.topic);
    let room = area.right().saturating_sub(x);
    put_cut(buf, x, area.y, room, &topic, env.theme.strong);
    let facts = facts(draft, sheet, env);
    let mut rows = 1;
    let mut say = |text: &str, style| {
        if rows < area.height {
            put_cut(buf, area.x, area.y + rows, area.width, text, style);
            rows += 1;
        }
    };
    for line in joined(&facts, usize::from(area.width)) {
        say(&line, env.theme.dim);
    }
    let reason = &draft.first().reason;
    if draft.first().approval == Approval::Changes && !reason.is_empty() {
        let reason = env.locale.reason(reason);
        say(&format!("«{reason}»"), env.theme.warn);
    }
    if let Some(since) = &paper.since_shown {
        let name = |channel| env.roster.code(channel);
        let words = env
            .locale
            .since_shown(&since.code, since.verdict, &since.changed, name);
        let words = format!("▲ {words}");
        for row in wrapped(&words, usize::from(area.width).max(1))
            .into_iter()
            .take(SINCE)
        {
            say(&words[row], env.theme.warn);
        }
    }
    (rows + 1).min(area.height)
}

/// When, of what kind, in which rubric, with how many pictures, and by when it has to be ready.
fn facts(draft: &Draft, sheet: &Sheet, env: &Env<'_>) -> Vec<String> {
    let mut facts = vec![planned(draft, env)];
    let other = draft.at().and_then(|at| env.other_words(sheet.client, at));
    facts.extend(other);
    let format = env.locale.text(&format!("format-{}", sheet.format.word()));
    facts.push(format.into_owned());
    if !sheet.rubric.is_empty() {
        let name = sheet.rubric.as_str().into();
        facts.push(env.locale.say("drafts-rubric", &[("name", name)]));
    }
    let pictures = [("n", sheet.pictures.into())];
    facts.push(env.locale.say("drafts-pictures", &pictures));
    if let Some(by) = sheet.ready_by {
        let when = [("when", when(Some(by), env).into())];
        facts.push(env.locale.say("drafts-ready-by", &when));
    }
    facts
}

/// Facts side by side, on as few lines as they fit.
fn joined(facts: &[String], cells: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for fact in facts {
        match lines.last_mut() {
            Some(line) if width(line) + width(fact) + 3 <= cells => {
                line.push_str(" · ");
                line.push_str(fact);
            }
            _ => lines.push(fact.clone()),
        }
    }
    lines
}

fn draw_wording(paper: &Paper, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
    if area.height == 0 {
        return;
    }
    let all = paper.rows().len();
    if all == 0 {
        let text = env.locale.text("drafts-nothing-written");
        put_cut(buf, area.x, area.y, area.width, &text, env.theme.dim);
        return;
    }
    let room = usize::from(area.height);
    let shown = if all > room { room - 1 } else { all };
    for (row, y) in paper.rows().take(shown).zip(area.y..) {
        put(buf, area.x, y, area.width, row, env.theme.text);
    }
    if all > shown {
        let n = [("n", (all - shown).into())];
        let text = env.locale.say("drafts-more-rows", &n);
        let y = area.y + shown as u16;
        put_cut(buf, area.x, y, area.width, &text, env.theme.dim);
    }
}

/// "with the client: B1 today: no word yet · A1 Fri 20 Nov: changes"; nothing for what was never shown.
fn shown_row(paper: &Paper, env: &Env<'_>) -> Option<Row> {
    let each: Vec<String> = paper
        .shown
        .iter()
        .map(|it| {
            let verdict = it.verdict.map_or("none", |verdict| verdict.word());
            let day = env.locale.day_short(env.wall(it.shown_at).date_naive());
            let verdict = env.locale.text(&format!("verdict-{verdict}"));
            let args = [
                ("code", it.code().into()),
                ("day", day.into()),
                ("verdict", verdict.into()),
            ];
            env.locale.say("drafts-shown-once", &args)
        })
        .collect();
    let list = [("list", each.join(" · ").into())];
    (!each.is_empty()).then(|| vec![(env.locale.say("drafts-shown", &list), env.theme.dim)])
}
