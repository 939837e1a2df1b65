//! One number explained: its formula, what went into it, where that came from and when, and what is missing.

use ratatui::{buffer::Buffer, layout::Rect};

use super::words;
use crate::action::Action;
use crate::domain::Moment;
use crate::domain::ids::ChannelId;
use crate::domain::kpi::{
    Card, Inputs, Metric, Missing, Period, Score, Sheet, Standing, Value, days_within,
};
use crate::env::Env;
use crate::ui::width::width;
use crate::ui::{popup, put_cut};

/// Widest the explanation gets: longer lines are hard to read.
const WIDEST: u16 = 76;

/// So many days are named one by one before the rest is only counted.
const NAMED_DAYS: usize = 8;

/// The open explanation.
pub(super) struct Panel {
    score: Score,
    title: String,
    lines: Vec<Line>,
    top: usize,
    height: usize,
}

/// A row of it.
struct Line {
    text: String,
    tone: Tone,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tone {
    Plain,
    Head,
    Dim,
    Warn,
}

impl Panel {
    /// The explanation of a score, not yet filled.
    pub(super) fn of(score: Score) -> Self {
        Self {
            score,
            title: String::new(),
            lines: Vec::new(),
            top: 0,
            height: 1,
        }
    }

    /// Moves through it.
    pub(super) fn step(&mut self, action: Action) {
        let page = self.height.saturating_sub(1).max(1);
        self.top = match action {
            Action::Up => self.top.saturating_sub(1),
            Action::Down => self.top + 1,
            Action::PageUp => self.top.saturating_sub(page),
            Action::PageDown => self.top + page,
            Action::Home => 0,
            Action::End => usize::MAX,
            _ => self.top,
        };
        self.stop_at_the_end();
    }

    /// Says it anew for this width.
    pub(super) fn settle(&mut self, area: Rect, sheet: &Sheet, sign: &str, env: &Env<'_>) {
        let Some(card) = sheet.cards.iter().find(|card| card.score == self.score) else {
            self.lines.clear();
            return;
        };
        self.title = words::title(env, self.score);
        let room = area.width.min(WIDEST).saturating_sub(4).max(8);
        self.lines = explain(card, &sheet.inputs, sign, env)
            .into_iter()
            .flat_map(|line| wrap(&line.text, usize::from(room), line.tone))
            .collect();
        self.height = usize::from(area.height.saturating_sub(2)).max(1);
        self.stop_at_the_end();
    }

    /// Draws it over the room.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let theme = env.theme;
        let rows = (self.lines.len() + 2).min(usize::from(u16::MAX)) as u16;
        let inner = popup(
            buf,
            area,
            (WIDEST.min(area.width), rows),
            &self.title,
            theme,
        );
        let lines = self
            .lines
            .iter()
            .skip(self.top)
            .take(usize::from(inner.height));
        for (down, line) in lines.enumerate() {
            let style = match line.tone {
                Tone::Plain => theme.text,
                Tone::Head => theme.strong,
                Tone::Dim => theme.dim,
                Tone::Warn => theme.warn,
            };
            let x = inner.x + u16::from(inner.width > 8);
            let room = inner.right().saturating_sub(x);
            put_cut(buf, x, inner.y + down as u16, room, &line.text, style);
        }
    }

    fn stop_at_the_end(&mut self) {
        self.top = self.top.min(self.lines.len().saturating_sub(self.height));
    }
}

fn explain(card: &Card, inputs: &Inputs, sign: &str, env: &Env<'_>) -> Vec<Line> {
    let mut says = Says {
        lines: Vec::new(),
        inputs,
        sign,
        env,
    };
    says.put(Tone::Plain, words::formula(env, card.score));
    says.goal(card);
    for (period, answer) in [
        (inputs.compared.now, card.now),
        (inputs.compared.before, card.before),
    ] {
        says.put(Tone::Plain, String::new());
        says.period(card.score, period, answer);
    }
    says.never_measured(card.score);
    says.lines
}

/// Collects the rows.
struct Says<'a> {
    lines: Vec<Line>,
    inputs: &'a Inputs,
    sign: &'a str,
    env: &'a Env<'a>,
}

impl Says<'_> {
    fn put(&mut self, tone: Tone, text: String) {
        self.lines.push(Line { text, tone });
    }

    fn goal(&mut self, card: &Card) {
        let env = self.env;
        let Some(goal) = card.goal else {
            return self.put(Tone::Dim, env.locale.text("kpi-goal-none").into_owned());
        };
        let goal = words::goal(env, card.score, goal, self.sign);
        let key = match card.standing {
            Standing::Open => "kpi-goal-open",
            Standing::Kept => "kpi-goal-kept",
            Standing::Missed => "kpi-goal-missed",
        };
        let tone = if card.standing == Standing::Missed {
            Tone::Warn
        } else {
            Tone::Plain
        };
        let said = env.locale.say(key, &[("goal", goal.into())]);
        self.put(tone, said);
        let judged = match card.score {
            Score::Followers => "kpi-judged-level",
            Score::Reach | Score::Leads => "kpi-judged-pace",
            Score::PostsOut => "kpi-judged-plan",
            _ => return,
        };
        self.put(Tone::Dim, env.locale.text(judged).into_owned());
    }

    fn period(&mut self, score: Score, period: Period, answer: crate::domain::kpi::Answer) {
        let env = self.env;
        let value = match answer {
            Ok(value) => words::amount(env, score, value, self.sign),
            Err(why) => format!("{} {}", words::UNKNOWN, words::reason(env, why)),
        };
        self.put(Tone::Head, format!("{}: {value}", words::days(env, period)));
        for metric in score.metrics() {
            let channels: Vec<ChannelId> = self.inputs.having(*metric).collect();
            for channel in channels {
                self.channel(score, *metric, channel, period);
            }
        }
        self.counted(score, period);
    }

    /// What one channel put in, where it came from, and its missing days.
    fn channel(&mut self, score: Score, metric: Metric, channel: ChannelId, period: Period) {
        let env = self.env;
        let readings = &self.inputs.readings;
        let args = |number: f64, value: &Value, day| {
            vec![
                ("channel", env.roster.code(channel).into()),
                ("metric", words::metric(env, metric).into()),
                ("value", words::plain(env, metric, number).into()),
                ("day", words::day(env, day).into()),
                ("origin", self.origin(value).into()),
            ]
        };
        if metric.is_level() {
            let mut ends = vec![period.to];
            if score == Score::CostPerFollower {
                ends.push(period.eve());
            }
            let levels: Vec<String> = ends
                .into_iter()
                .filter_map(|by| readings.level(channel, metric, by))
                .map(|(day, value)| {
                    env.locale
                        .say("kpi-input-level", &args(value.number, value, day))
                })
                .collect();
            for line in levels {
                self.put(Tone::Plain, line);
            }
            return;
        }
        let days = readings.within(channel, metric, period).count();
        if let (Some((last, value)), Some(sum)) = (
            readings.within(channel, metric, period).next_back(),
            readings.sum(channel, metric, period),
        ) {
            let mut args = args(sum, value, last);
            args.push(("n", days.into()));
            let line = env.locale.say("kpi-input-sum", &args);
            self.put(Tone::Plain, line);
        }
        let settled = self.inputs.settled(period);
        let missing: Vec<Missing> = readings.missing(channel, metric, settled).collect();
        self.missing(channel, metric, &missing);
    }

    fn missing(&mut self, channel: ChannelId, metric: Metric, missing: &[Missing]) {
        if missing.is_empty() {
            return;
        }
        let env = self.env;
        let named = missing.iter().take(NAMED_DAYS);
        let mut days: Vec<String> = named.map(|it| words::day(env, it.day)).collect();
        if missing.len() > NAMED_DAYS {
            let more = missing.len() - NAMED_DAYS;
            days.push(env.locale.say("kpi-more-days", &[("n", more.into())]));
        }
        let line = env.locale.say(
            "kpi-input-missing",
            &[
                ("channel", env.roster.code(channel).into()),
                ("metric", words::metric(env, metric).into()),
                ("days", days.join(", ").into()),
            ],
        );
        self.put(Tone::Warn, line);
    }

    /// What the desk itself counted.
    fn counted(&mut self, score: Score, period: Period) {
        let talks = &self.inputs.talks;
        let pair = |key: &str, part: usize, all: usize| {
            let args = [("part", part.into()), ("n", all.into())];
            self.env.locale.say(key, &args)
        };
        let line = match score {
            Score::FirstAnswer => {
                let all = talks.of(period);
                let answered = all.iter().filter(|it| it.waited_min.is_some()).count();
                pair("kpi-counted-answers", answered, all.len())
            }
            Score::AnsweredInTime => {
                let (kept, all) = talks.kept(period);
                pair("kpi-counted-kept", kept, all)
            }
            Score::Negative => {
                let (bad, all) = talks.negative(period);
                pair("kpi-counted-negative", bad, all)
            }
            Score::Leads => {
                let n = days_within(&self.inputs.leads, period);
                self.env.locale.say("kpi-counted-leads", &[("n", n.into())])
            }
            Score::PostsOut if period == self.inputs.compared.now => {
                let n = self.inputs.planned;
                self.env.locale.say("kpi-counted-posts", &[("n", n.into())])
            }
            _ => return,
        };
        self.put(Tone::Plain, line);
    }

    /// Channels that never had any of these numbers: they are not in the sum, and she should know.
    fn never_measured(&mut self, score: Score) {
        let env = self.env;
        let metrics = score.metrics();
        let Some(base) = metrics
            .first()
            .filter(|it| **it != Metric::Spend && **it != Metric::Leads)
        else {
            return;
        };
        let without: Vec<&str> = self
            .inputs
            .channels
            .iter()
            .filter(|channel| !self.inputs.readings.has(**channel, *base))
            .map(|channel| env.roster.code(*channel))
            .collect();
        if !without.is_empty() {
            let args = [
                ("channels", without.join(", ").into()),
                ("metric", words::metric(env, *base).into()),
            ];
            let line = env.locale.say("kpi-never-measured", &args);
            self.put(Tone::Plain, String::new());
            self.put(Tone::Dim, line);
        }
    }

    fn origin(&self, value: &Value) -> String {
        let env = self.env;
        let at: Moment = value.typed_at;
        let when = format!(
            "{} {}",
            words::day(env, env.wall(at).date_naive()),
            env.clock(at)
        );
        if value.origin == "typed" {
            return env.locale.say("kpi-origin-typed", &[("when", when.into())]);
        }
        let args = [
            ("file", value.origin.as_str().into()),
            ("when", when.into()),
        ];
        env.locale.say("kpi-origin-file", &args)
    }
}

/// Breaks a line at its spaces; what is continued stands in by two.
fn wrap(text: &str, room: usize, tone: Tone) -> Vec<Line> {
    let mut rows = Vec::new();
    let mut row = String::new();
    for word in text.split(' ') {
        let lead = usize::from(!row.is_empty());
        if !row.trim().is_empty() && width(&row) + lead + width(word) > room {
            rows.push(std::mem::replace(&mut row, "  ".to_owned()));
        } else if lead == 1 {
            row.push(' ');
        }
        row.push_str(word);
    }
    rows.push(row);
    rows.into_iter().map(|text| Line { text, tone }).collect()
}
