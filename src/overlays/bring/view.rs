//! How the window looks: its own line with the step, a line about the file, and the list of this step.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::reading::Row;
use super::{Bring, Busy, Step};
use crate::env::Env;
use crate::import::{Column, Dates, Field, Problem, Reason};
use crate::intake::{Unknown, What, told};
use crate::ui::{chosen, clear, put_cut_to, row, rule};

/// The column where values of settings begin; wide windows have more room for names.
fn value_at(width: u16) -> u16 {
    (width / 5).clamp(18, 36)
}

/// From so many rows there is room for the problem under the cursor in full, and rows it takes.
const ROOMY: u16 = 16;
const BELOW: u16 = 4;

/// Rows above the list: the line of the window, and the line about the file.
const HEAD: u16 = 2;

impl Bring {
    pub(in crate::overlays) fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) -> Option<(u16, u16)> {
        clear(buf, area);
        if area.is_empty() {
            return None;
        }
        self.draw_title(row(area, 0), buf, env);
        let room = self.room(area);
        if self.step == Step::Path {
            let (words, style) = match &self.refusal {
                Some(why) => (env.locale.words(why), env.theme.bad),
                None => (
                    env.locale.text("bring-path-note").into_owned(),
                    env.theme.dim,
                ),
            };
            put_cut_to(buf, area.x + 1, area.y + 1, area.right(), &words, style);
            return self.path.draw(room, buf, env);
        }
        if area.height > 1 {
            self.draw_state(row(area, 1), buf, env);
        }
        match (&self.looked, self.step) {
            (None, _) | (_, Step::Path) => {}
            (Some(_), Step::Reading) => self.draw_reading(room, buf, env),
            (Some(_), Step::Names) => self.draw_names(room, buf, env),
            (Some(looked), Step::Report) => {
                let above = Rect {
                    y: (area.y + HEAD).min(area.bottom()),
                    height: area.height.saturating_sub(HEAD).min(3),
                    ..area
                };
                self.draw_sum(looked, above, buf, env);
                self.draw_problems(looked, room, buf, env);
                let below = Rect {
                    y: room.bottom(),
                    height: area.bottom() - room.bottom(),
                    ..area
                };
                self.draw_problem(looked, below, buf, env);
            }
        }
        None
    }

    /// Where the list of this step goes.
    pub(super) fn room(&self, area: Rect) -> Rect {
        let head = match self.step {
            // The numbers stand above the problems.
            Step::Report => HEAD + 4,
            Step::Path | Step::Reading | Step::Names => HEAD + 1,
        };
        let head = head.min(area.height);
        // The problem under the cursor is said in full below, where there is room.
        let below = if self.step == Step::Report && area.height >= ROOMY {
            BELOW
        } else {
            0
        };
        Rect {
            y: area.y + head,
            height: area.height - head - below,
            ..area
        }
    }

    fn draw_title(&self, line: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let title = if self.step == Step::Path {
            env.locale.text("bring-title").into_owned()
        } else {
            let name = self.name();
            env.locale.say("bring-title-of", &[("file", name.into())])
        };
        let step = match self.step {
            Step::Path => "bring-step-path",
            Step::Reading => "bring-step-reading",
            Step::Names => "bring-step-names",
            Step::Report => "bring-step-report",
        };
        rule(buf, line, &title, &env.locale.text(step), env.theme);
    }

    /// What is going on, what is wrong, or what the file is.
    fn draw_state(&self, line: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let (words, style) = match (self.busy, self.wrong(), &self.looked) {
            (Busy::Taking, ..) => (
                env.locale.text("bring-taking").into_owned(),
                env.theme.accent,
            ),
            (Busy::Looking { .. }, ..) | (.., None) => (
                env.locale.text("bring-looking").into_owned(),
                env.theme.accent,
            ),
            (_, Some(problem), _) => (wrong(problem, env), env.theme.bad),
            (_, None, Some(looked)) => {
                let file = looked.sniffed.as_ref().map(|it| told::file(env.locale, it));
                let mut words = file.unwrap_or_default();
                if looked.remembered.columns + looked.remembered.names > 0 {
                    let before = env.locale.text("bring-remembered");
                    words = format!("{before} · {words}");
                }
                (words, env.theme.dim)
            }
        };
        put_cut_to(buf, line.x + 1, line.y, line.right(), &words, style);
    }

    fn draw_reading(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let rows = self.reading_rows();
        let window = self.reading.window(usize::from(area.height), rows.len());
        for (at, y) in window.zip(area.y..area.bottom()) {
            let line = Rect {
                y,
                height: 1,
                ..area
            };
            match rows[at] {
                Row::Column(place) => {
                    let column = self.sniffed().and_then(|it| it.columns.get(place));
                    if let Some(column) = column {
                        draw_column(column, line, buf, env);
                    }
                }
                setting => self.draw_setting(setting, line, buf, env),
            }
            if at == self.reading.at {
                chosen(buf, line, env.theme);
            }
        }
    }

    fn draw_setting(&self, setting: Row, line: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let (key, value) = self.setting(setting, env);
        let right = line.right();
        let name = env.locale.text(key);
        put_cut_to(
            buf,
            line.x + 2,
            line.y,
            line.x + value_at(line.width) - 1,
            &name,
            env.theme.dim,
        );
        let is_open = setting == Row::Dates
            && matches!(self.sniffed().map(|it| &it.dates), Some(Dates::Open { .. }));
        let style = if is_open {
            env.theme.bad
        } else {
            env.theme.text
        };
        put_cut_to(
            buf,
            line.x + value_at(line.width),
            line.y,
            right,
            &value,
            style,
        );
    }

    /// The locale key of a setting's name, and how it stands.
    fn setting(&self, setting: Row, env: &Env<'_>) -> (&'static str, String) {
        let locale = env.locale;
        let unsaid = || locale.text("bring-not-told").into_owned();
        let sniffed = self.sniffed();
        match setting {
            Row::Form => {
                let form = self.form().map(|it| told::form(locale, it));
                ("bring-form", form.unwrap_or_else(unsaid))
            }
            Row::Encoding => {
                let told = sniffed.map_or(self.choices.encoding, |it| it.encoding);
                let name = told.map(|it| it.name().to_owned());
                ("bring-encoding", name.unwrap_or_else(unsaid))
            }
            Row::Separator => {
                let said = self.choices.separator;
                let told = sniffed.map_or(said, |it| it.separator);
                let name = told.map(|it| told::separator(locale, it));
                ("bring-separator", name.unwrap_or_else(unsaid))
            }
            Row::Sheet => {
                let told = sniffed.map_or(self.choices.sheet.clone(), |it| it.sheet.clone());
                ("bring-sheet", told.unwrap_or_else(unsaid))
            }
            Row::Header => {
                let words = sniffed.map(|it| told::header(locale, it.header_line));
                ("bring-header", words.unwrap_or_else(unsaid))
            }
            Row::Dates => {
                let words = sniffed.map(|it| told::dates(locale, &it.dates));
                ("bring-dates", words.unwrap_or_else(unsaid))
            }
            Row::Client => {
                let nobody = || locale.text("bring-client-none").into_owned();
                let client = self.choices.client.clone();
                ("bring-client", client.unwrap_or_else(nobody))
            }
            Row::Column(_) => ("bring-columns", String::new()),
        }
    }

    fn draw_names(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let window = self
            .naming
            .window(usize::from(area.height), self.unknown.len());
        for (at, y) in window.zip(area.y..area.bottom()) {
            let unknown = &self.unknown[at];
            let what = env
                .locale
                .text(&format!("bring-what-{}", unknown.what.word()));
            let line = Rect {
                y,
                height: 1,
                ..area
            };
            let right = line.right();
            let half = line.x + line.width / 2;
            put_cut_to(buf, line.x + 2, y, line.x + 11, &what, env.theme.dim);
            let name = match &unknown.client_name {
                Some(client) => format!("«{}» ({client})", unknown.name),
                None => format!("«{}»", unknown.name),
            };
            put_cut_to(buf, line.x + 12, y, half - 1, &name, env.theme.text);
            let (words, style) = self.meant(unknown, env);
            put_cut_to(buf, half, y, right, &words, style);
            if at == self.naming.at {
                chosen(buf, line, env.theme);
            }
        }
    }

    /// What a name stands for, or what comes of it if it stands for nobody.
    fn meant(&self, unknown: &Unknown, env: &Env<'_>) -> (String, Style) {
        if let Some(here) = self.stands_for(unknown, env) {
            return (format!("→ {here}"), env.theme.good);
        }
        let key = match unknown.what {
            What::Rubric => "bring-name-new",
            What::Client | What::Channel => "bring-name-left-out",
        };
        let near = unknown.near.clone().unwrap_or_default();
        let args = [
            ("n", unknown.rows.into()),
            ("near", near.into()),
            ("has", usize::from(unknown.near.is_some()).into()),
        ];
        (env.locale.say(key, &args), env.theme.warn)
    }
}

/// Why nothing can be taken yet; where a column is lacking, what can be done about it here.
fn wrong(problem: &Problem, env: &Env<'_>) -> String {
    let Reason::ColumnMissing { needed, .. } = &problem.reason else {
        return told::problem(env.locale, problem);
    };
    let one = |group: &String| {
        let ids = group.split(" / ");
        let names = ids.map(|id| told::field(env.locale, Field::from_id(id)));
        names.collect::<Vec<_>>().join(" / ")
    };
    let needed = needed.iter().map(one).collect::<Vec<_>>().join(", ");
    env.locale.say("bring-lacks", &[("needed", needed.into())])
}

/// "дата → date, by its name   03/04/2027 · 05/04/2027".
fn draw_column(column: &Column, line: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let (y, right) = (line.y, line.right());
    let samples = line.x + (line.width * 11 / 20).min(80);
    put_cut_to(
        buf,
        line.x + 2,
        y,
        line.x + value_at(line.width) - 1,
        &column.name,
        env.theme.text,
    );
    let style = if column.field.is_none() {
        env.theme.dim
    } else {
        env.theme.good
    };
    let field = format!("→ {}", told::field(env.locale, column.field));
    let x = put_cut_to(
        buf,
        line.x + value_at(line.width),
        y,
        samples - 1,
        &field,
        style,
    );
    let by = told::by(env.locale, column.by);
    put_cut_to(buf, x + 1, y, samples - 1, &by, env.theme.dim);
    put_cut_to(
        buf,
        samples,
        y,
        right,
        &column.samples.join(" · "),
        env.theme.dim,
    );
}
