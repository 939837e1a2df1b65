//! The grid in which a day's numbers are typed: channels down, metrics across, one Command for the day.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::domain::command::NewReading;
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::kpi::{Inputs, Metric, Mistyped, typed_number};
use crate::domain::platform::Kind;
use crate::env::{Env, Kept};
use crate::keys::{Code, Key};

/// What is typed by hand, in the order in which platforms show it.
pub(super) const COLUMNS: [Metric; 9] = [
    Metric::Followers,
    Metric::Reach,
    Metric::Views,
    Metric::Reactions,
    Metric::Comments,
    Metric::Shares,
    Metric::Saves,
    Metric::Clicks,
    Metric::Spend,
];

/// Cells a column takes, the space before it included.
pub(super) const CELL: u16 = 10;

/// Longest thing typed into a cell.
const LONGEST: usize = 20;

type Place = (ChannelId, Metric);

/// Numbers of one client for one day, being typed.
pub(super) struct Grid {
    pub(super) client: ClientId,
    pub(super) day: NaiveDate,
    pub(super) rows: Vec<ChannelId>,
    /// Row and column of the cursor.
    pub(super) at: (usize, usize),
    /// First row and first column on the screen.
    pub(super) top: (usize, usize),
    pub(super) complaint: Option<Mistyped>,
    typed: BTreeMap<Place, String>,
    /// Cells that this client usually has: Tab and Enter stop only there.
    usual: BTreeSet<Place>,
    /// Whether the next digit begins the cell anew, as in any spreadsheet.
    fresh: bool,
    touched: bool,
}

/// What a key asks of the room.
pub(super) enum Step {
    /// Nothing more.
    Stay,
    /// The grid is left.
    Leave,
    /// The day before (-1) or after (1).
    OtherDay(i8),
}

impl Grid {
    /// A grid of the channels that have numbers of their own; the cursor on the first cell she usually fills.
    pub(super) fn new(client: ClientId, inputs: &Inputs, env: &Env<'_>) -> Self {
        let mut grid = Self {
            client,
            day: inputs.compared.yesterday(),
            rows: Vec::new(),
            at: (0, 0),
            top: (0, 0),
            complaint: None,
            typed: BTreeMap::new(),
            usual: BTreeSet::new(),
            fresh: true,
            touched: false,
        };
        grid.settle_rows(env);
        for channel in &grid.rows {
            let had = |metric: &&Metric| inputs.readings.has(*channel, **metric);
            let some: Vec<Metric> = COLUMNS.iter().filter(had).copied().collect();
            // Of a channel nobody has measured yet anything may be typed.
            let usual = if some.is_empty() {
                COLUMNS.to_vec()
            } else {
                some
            };
            grid.usual
                .extend(usual.into_iter().map(|metric| (*channel, metric)));
        }
        grid
    }

    /// Shows another day, with what was left half typed for it.
    pub(super) fn turn_to(&mut self, day: NaiveDate, kept: Option<&str>, env: &Env<'_>) {
        self.day = day;
        self.settle_rows(env);
        self.typed = kept.map(|text| self.read_kept(text)).unwrap_or_default();
        self.touched = !self.typed.is_empty();
        self.fresh = true;
        self.complaint = None;
        self.at = self.first_usual();
    }

    /// The channels as they are now. Places of reviews have no such numbers.
    pub(super) fn settle_rows(&mut self, env: &Env<'_>) {
        let counted = |id: &ChannelId| {
            let kind = env.roster.platform(*id).map(|platform| platform.kind);
            kind != Some(Kind::Reviews)
        };
        let channels = env.roster.channels_of(self.client).map(|it| it.id);
        self.rows = channels.filter(counted).collect();
        self.at.0 = self.at.0.min(self.rows.len().saturating_sub(1));
    }

    /// Keeps the cursor on the screen.
    pub(super) fn settle(&mut self, area: Rect) {
        let (rows, columns) = room(area);
        let follow = |top: usize, at: usize, room: usize| {
            top.clamp((at + 1).saturating_sub(room.max(1)), at)
        };
        self.top = (
            follow(self.top.0, self.at.0, rows),
            follow(self.top.1, self.at.1, columns),
        );
    }

    /// What a cell holds that was typed and not yet written down.
    pub(super) fn typed(&self, channel: ChannelId, metric: Metric) -> Option<&str> {
        self.typed.get(&(channel, metric)).map(String::as_str)
    }

    /// Whether this client usually has this number.
    pub(super) fn is_usual(&self, channel: ChannelId, metric: Metric) -> bool {
        self.usual.contains(&(channel, metric))
    }

    /// A key: digits write, Tab and Enter go on, arrows go anywhere, Esc or the last Enter leaves.
    pub(super) fn input(&mut self, key: Key) -> Step {
        if key == Key::ctrl('s') {
            return self.leave();
        }
        if key.mods.ctrl || key.mods.alt {
            return Step::Stay;
        }
        match key.code {
            Code::Char(c) => self.write(c),
            Code::Backspace => self.rub_out(),
            Code::Delete => self.empty(),
            Code::Esc => return self.leave(),
            Code::Enter if !self.has_next() => return self.leave(),
            Code::Enter | Code::Tab => self.walk(true),
            Code::BackTab => self.walk(false),
            Code::Up => self.go(-1, 0),
            Code::Down => self.go(1, 0),
            Code::Left => self.go(0, -1),
            Code::Right => self.go(0, 1),
            Code::Home => self.go(0, -(COLUMNS.len() as isize)),
            Code::End => self.go(0, COLUMNS.len() as isize),
            Code::PageUp if self.is_sound() => return Step::OtherDay(-1),
            Code::PageDown if self.is_sound() => return Step::OtherDay(1),
            _ => {}
        }
        Step::Stay
    }

    /// Cells of a spreadsheet from the cursor on, a tab to the right and a newline down: all of them or none.
    pub(super) fn paste(&mut self, text: &str) {
        let mut taken = Vec::new();
        for (down, line) in text.trim_end_matches(['\r', '\n']).lines().enumerate() {
            for (right, cell) in line.split('\t').enumerate() {
                let Some(place) = self.place(self.at.0 + down, self.at.1 + right) else {
                    continue;
                };
                match typed_number(cell, place.1.is_whole()) {
                    Ok(Some(_)) => taken.push((place, cell.trim().to_owned())),
                    Ok(None) => {}
                    Err(mistyped) => {
                        self.complaint = Some(mistyped);
                        return;
                    }
                }
            }
        }
        self.complaint = None;
        self.touched |= !taken.is_empty();
        self.typed.extend(taken);
        self.fresh = true;
    }

    /// What was typed, in readings.
    pub(super) fn readings(&self) -> Vec<NewReading> {
        let read = |((channel, metric), text): (&Place, &String)| {
            let value = typed_number(text, metric.is_whole()).ok()??;
            Some(NewReading {
                channel: *channel,
                post: None,
                metric: *metric,
                day: self.day,
                value,
            })
        };
        self.typed.iter().filter_map(read).collect()
    }

    /// Lets go of what was typed; says whether there ever was something that the autosave may have kept.
    pub(super) fn forget_typed(&mut self) -> bool {
        self.typed.clear();
        std::mem::take(&mut self.touched)
    }

    /// Whom text kept by the autosave belongs to.
    pub(super) fn owner(&self) -> String {
        format!("readings:{}:{}", self.client.0, self.day)
    }

    /// What was typed, a line for each cell: channel, metric, what stands in the cell.
    pub(super) fn kept(&self) -> Option<Kept> {
        if !self.touched {
            return None;
        }
        let lines = self
            .typed
            .iter()
            .map(|((channel, metric), text)| format!("{} {} {text}\n", channel.0, metric.word()));
        let text: String = lines.collect();
        Some(Kept {
            owner: self.owner(),
            caret: text.len(),
            text,
        })
    }

    /// Lines that name another's channel or hold something that cannot be typed here are left out.
    fn read_kept(&self, text: &str) -> BTreeMap<Place, String> {
        let cell = |line: &str| {
            let mut words = line.splitn(3, ' ');
            let channel = ChannelId(words.next()?.parse().ok()?);
            let metric = Metric::from_word(words.next()?)?;
            let typed = words.next()?;
            let ours = self.rows.contains(&channel)
                && COLUMNS.contains(&metric)
                && typed.chars().all(is_typeable)
                && typed.chars().count() <= LONGEST;
            ours.then(|| ((channel, metric), typed.to_owned()))
        };
        text.lines().filter_map(cell).collect()
    }

    fn write(&mut self, c: char) {
        let Some(place) = self.place(self.at.0, self.at.1) else {
            return;
        };
        if !is_typeable(c) {
            self.complaint = Some(Mistyped::NotANumber);
            return;
        }
        let cell = self.typed.entry(place).or_default();
        if std::mem::take(&mut self.fresh) {
            cell.clear();
        }
        if cell.chars().count() < LONGEST {
            cell.push(c);
        }
        self.complaint = None;
        self.touched = true;
    }

    fn rub_out(&mut self) {
        if let Some(place) = self.place(self.at.0, self.at.1)
            && let Some(cell) = self.typed.get_mut(&place)
        {
            cell.pop();
            if cell.is_empty() {
                self.typed.remove(&place);
            }
        }
        self.fresh = false;
        self.complaint = None;
    }

    fn empty(&mut self) {
        if let Some(place) = self.place(self.at.0, self.at.1) {
            self.typed.remove(&place);
        }
        self.complaint = None;
    }

    fn leave(&mut self) -> Step {
        if self.is_sound() {
            Step::Leave
        } else {
            Step::Stay
        }
    }

    /// A cell that is no number holds the cursor and says why.
    fn is_sound(&mut self) -> bool {
        let unsound = self.typed.iter().find_map(|(place, text)| {
            let mistyped = typed_number(text, place.1.is_whole()).err()?;
            Some((*place, mistyped))
        });
        let Some(((channel, metric), mistyped)) = unsound else {
            self.complaint = None;
            return true;
        };
        let row = self.rows.iter().position(|row| *row == channel);
        let column = COLUMNS.iter().position(|column| *column == metric);
        if let (Some(row), Some(column)) = (row, column) {
            self.at = (row, column);
        }
        self.fresh = false;
        self.complaint = Some(mistyped);
        false
    }

    fn go(&mut self, down: isize, right: isize) {
        let rows = self.rows.len().saturating_sub(1);
        let (row, column) = self.at;
        self.arrive(
            row.saturating_add_signed(down).min(rows),
            column.saturating_add_signed(right).min(COLUMNS.len() - 1),
        );
    }

    fn walk(&mut self, forward: bool) {
        let here = flat(self.at);
        let next = if forward {
            self.usual_places().find(|place| flat(*place) > here)
        } else {
            self.usual_places()
                .filter(|place| flat(*place) < here)
                .last()
        };
        if let Some((row, column)) = next {
            self.arrive(row, column);
        }
    }

    fn arrive(&mut self, row: usize, column: usize) {
        if self.is_sound() {
            self.at = (row, column);
            self.fresh = true;
        }
    }

    fn has_next(&self) -> bool {
        let here = flat(self.at);
        self.usual_places().any(|place| flat(place) > here)
    }

    fn first_usual(&self) -> (usize, usize) {
        self.usual_places().next().unwrap_or((0, 0))
    }

    fn usual_places(&self) -> impl Iterator<Item = (usize, usize)> {
        (0..self.rows.len())
            .flat_map(|row| (0..COLUMNS.len()).map(move |column| (row, column)))
            .filter(|(row, column)| {
                self.place(*row, *column)
                    .is_some_and(|place| self.usual.contains(&place))
            })
    }

    fn place(&self, row: usize, column: usize) -> Option<Place> {
        Some((*self.rows.get(row)?, *COLUMNS.get(column)?))
    }
}

/// Places in reading order.
fn flat((row, column): (usize, usize)) -> usize {
    row * COLUMNS.len() + column
}

/// Rows and columns of numbers that an area has room for.
pub(super) fn room(area: Rect) -> (usize, usize) {
    let names = names(area);
    (
        usize::from(area.height.saturating_sub(3)),
        usize::from(area.width.saturating_sub(names) / CELL).max(1),
    )
}

/// Cells for the names of the channels.
pub(super) fn names(area: Rect) -> u16 {
    if area.width < 40 { 4 } else { 18 }
}

fn is_typeable(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ' ' | ',' | '.' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}
