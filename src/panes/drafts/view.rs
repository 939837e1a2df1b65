//! How drafts look: one line of counts, the queue at the left or above, the chosen text beside or below it, and at the
//! foot how the client's month is mixed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Drafts;
use super::queue::{Line, Waits};
use crate::domain::zone::town;
use crate::env::Env;
use crate::ui::width::width;
use crate::ui::{put, put_cut, put_right, rule};

/// From so many columns the text stands beside the queue.
const BESIDE_FROM: u16 = 60;

/// Longer lines are tiring to read.
const LINE: u16 = 100;

/// From so many rows a queue beside a text gives each post two lines.
const ROOMY_FROM: u16 = 12;

/// From so many rows the text is shown below the queue.
const BELOW_FROM: u16 = 12;

/// From so many rows rules part the head from the rest, and the month stands at the foot.
const FRAMED_FROM: u16 = 18;

/// What goes where.
pub(super) struct Places {
    pub(super) list: Rect,
    /// The line between queue and text, where there is a text.
    line: Rect,
    pub(super) paper: Rect,
    /// The month, where there is room for it.
    foot: Option<Rect>,
    is_roomy: bool,
}

impl Places {
    fn of(area: Rect) -> Self {
        let is_framed = area.height >= FRAMED_FROM;
        let (above, under) = if is_framed { (2, 2) } else { (1, 0) };
        let top = area.y + above.min(area.height);
        let main = Rect {
            y: top,
            height: area.bottom().saturating_sub(top + under),
            ..area
        };
        let foot = is_framed.then(|| Rect {
            y: area.bottom() - 1,
            height: 1,
            ..area
        });
        let places = if area.width >= BESIDE_FROM {
            Self::beside(main)
        } else {
            Self::below(main)
        };
        Self { foot, ..places }
    }

    fn beside(main: Rect) -> Self {
        let queue = match main.width {
            ..100 => 32,
            100..160 => 44,
            _ => 60,
        };
        Self {
            list: Rect {
                width: queue,
                ..main
            },
            line: Rect {
                x: main.x + queue,
                width: 1,
                ..main
            },
            paper: Rect {
                x: main.x + queue + 2,
                width: main.width - queue - 3,
                ..main
            },
            foot: None,
            is_roomy: main.height >= ROOMY_FROM,
        }
    }

    /// One column: the queue, and below it the text where there is room.
    fn below(main: Rect) -> Self {
        let nothing = Rect { height: 0, ..main };
        let mut places = Self {
            list: main,
            line: nothing,
            paper: nothing,
            foot: None,
            is_roomy: false,
        };
        if main.height >= BELOW_FROM {
            let list = main.height * 2 / 5;
            places.list.height = list;
            places.line = Rect {
                y: main.y + list,
                height: 1,
                ..main
            };
            places.paper = Rect {
                x: main.x + 1,
                y: main.y + list + 1,
                width: main.width.saturating_sub(2),
                height: main.height - list - 1,
            };
        }
        places
    }

    fn is_beside(&self) -> bool {
        self.line.width == 1 && self.line.height > 0 && self.list.x < self.line.x
    }
}

impl Drafts {
    /// Before each draw: the cursor's row in sight with its title, the chosen wording wrapped.
    pub fn settle(&mut self, area: Rect, _env: &Env<'_>) {
        let places = Places::of(area);
        if places.is_roomy != self.is_roomy {
            self.is_roomy = places.is_roomy;
            self.lay();
        }
        self.height = usize::from(places.list.height);
        self.scroll();
        if let Some(paper) = &mut self.paper {
            paper.wrap(self.channel, usize::from(places.paper.width.clamp(1, LINE)));
        }
    }

    fn scroll(&mut self) {
        let height = self.height.max(1);
        let here = |line: &Line| *line == Line::Row(self.at);
        let first = self.lines.iter().position(here).unwrap_or(0);
        let last = first + usize::from(self.is_roomy);
        let title = first.checked_sub(1).map(|above| self.lines[above]);
        let first = match title {
            Some(Line::Title(_)) if height > 1 + usize::from(self.is_roomy) => first - 1,
            _ => first,
        };
        if first < self.top {
            self.top = first;
        } else if last >= self.top + height {
            self.top = last + 1 - height;
        }
        self.top = self.top.min(self.lines.len().saturating_sub(height));
    }

    /// Draws the room.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        if area.is_empty() {
            return None;
        }
        let places = Places::of(area);
        self.draw_head(Rect { height: 1, ..area }, buf, env);
        draw_lines(&places, area, buf, env);
        self.draw_queue(places.list, buf, env);
        if places.paper.height > 0 && places.paper.width > 0 {
            self.draw_paper(places.paper, buf, env);
        }
        if let Some(foot) = places.foot {
            self.draw_mix(foot, buf, env);
        }
        None
    }

    /// What is shown and how much of it, and at the right what is marked.
    fn draw_head(&self, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let mut left = Rect {
            x: row.x + 1.min(row.width),
            width: row.width.saturating_sub(1),
            ..row
        };
        if self.has_marks() {
            let n = [("n", self.marked_rows().count().into())];
            let note = env.locale.say("drafts-marked", &n);
            let from = put_right(buf, row, &note, env.theme.strong);
            left.width = from.saturating_sub(left.x + 1);
        }
        if env.filter.is_empty() {
            let text = self.counts(usize::from(left.width), env);
            let end = put_cut(buf, left.x, left.y, left.width, &text, env.theme.dim);
            draw_clock(left, end, buf, env);
        } else {
            self.draw_filter(left, buf, env);
        }
    }

    /// "to write 4 · client 2 · ready 8": what has nothing is left out where there is no room for it.
    fn counts(&self, cells: usize, env: &Env<'_>) -> String {
        let count = |key: &str, waits: &[Waits]| {
            let groups = || self.groups.iter().filter(|it| waits.contains(&it.waits));
            let posts: usize = groups().map(|it| it.drafts.len()).sum();
            let more = if groups().any(|it| it.goes_on) {
                "+"
            } else {
                ""
            };
            let args = [("n", format!("{posts}{more}").into())];
            (env.locale.say(key, &args), posts)
        };
        let counts = [
            count("drafts-count-write", &[Waits::Late, Waits::ToWrite]),
            count("drafts-count-client", &[Waits::Client]),
            count("drafts-count-changes", &[Waits::Changes]),
            count("drafts-count-ready", &[Waits::Moment]),
            count("drafts-count-ideas", &[Waits::Idea]),
        ];
        let all = counts.iter().map(|(words, _)| words.as_str());
        let all = all.collect::<Vec<_>>().join(" · ");
        if width(&all) <= cells {
            return all;
        }
        let some = counts.iter().filter(|(_, posts)| *posts > 0);
        let some = some.map(|(words, _)| words.as_str());
        some.collect::<Vec<_>>().join(" · ")
    }
}

/// Whose times these are, behind the counts, which keep their places: as much of it as there is room for.
fn draw_clock(row: Rect, from: u16, buf: &mut Buffer, env: &Env<'_>) {
    if env.scope.is_none() {
        return;
    }
    let left = row.right().saturating_sub(from);
    let whole = format!(" · {}", env.whose_clock());
    let clock = if width(&whole) <= usize::from(left) {
        whole
    } else {
        format!(" · {}", town(env.shown_zone()))
    };
    put_cut(buf, from, row.y, left, &clock, env.theme.dim);
}

/// The rules around the queue and the text.
fn draw_lines(places: &Places, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let across = |buf: &mut Buffer, y: u16, knot: &str| {
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        rule(buf, row, "", "", env.theme);
        if places.is_beside() {
            put(buf, places.line.x, y, 1, knot, env.theme.rule);
        }
    };
    if places.foot.is_some() {
        across(buf, area.y + 1, "┬");
        across(buf, area.bottom() - 2, "┴");
    }
    if places.is_beside() {
        for y in places.line.y..places.line.bottom() {
            put(buf, places.line.x, y, 1, "│", env.theme.rule);
        }
    } else if places.line.height == 1 {
        rule(buf, places.line, "", "", env.theme);
    }
}
