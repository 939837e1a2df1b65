//! The picture: top bar, the open room, the topmost short-lived window, footer.

use chrono::Datelike;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::{App, env};
use crate::action::Action;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::effect::{Pane, Weight};
use crate::ui::{Tab, Tone, hints, put_to, tabs, toast, window_hints};

impl App {
    /// Draws one frame: first scrolling and wrapping settle for this size, then nothing changes any more.
    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        let area = frame.area();
        self.size = (area.width, area.height);
        if area.height == 0 || area.width == 0 {
            return;
        }
        let room = room_of(area);
        self.rooms.settle(self.pane, room, &env!(self));
        if let Some(overlay) = self.overlays.last_mut() {
            overlay.settle(room, &env!(self));
        }
        let caret = self.picture(area, room, frame);
        if let Some(caret) = caret {
            frame.set_cursor_position(caret);
        }
    }

    fn picture(&self, area: Rect, room: Rect, frame: &mut Frame<'_>) -> Option<(u16, u16)> {
        let buf = frame.buffer_mut();
        let top = Rect { height: 1, ..area };
        tabs(
            buf,
            top,
            &self.tabs(),
            self.pane.index(),
            &self.corner(),
            &self.theme,
        );
        let env = env!(self);
        let mut caret = self.rooms.draw(self.pane, room, buf, &env);
        if let Some(overlay) = self.overlays.last() {
            caret = overlay.draw(room, buf, &env);
        }
        if area.height > 1 {
            self.footer(area, buf);
        }
        caret
    }

    fn tabs(&self) -> Vec<Tab> {
        Pane::ALL
            .iter()
            .map(|pane| Tab {
                key: (pane.index() + 1).to_string(),
                title: self
                    .locale
                    .text(&format!("tab-{}", pane.word()))
                    .into_owned(),
                count: self.watch_count(*pane),
            })
            .collect()
    }

    /// What waits behind a tab.
    fn watch_count(&self, pane: Pane) -> String {
        match pane {
            Pane::Inbox => match self.rooms.today.waiting_standing() {
                (0, _) => String::new(),
                (n, pressing) => format!("{n}{}", if pressing { "!" } else { "" }),
            },
            Pane::Today | Pane::Plan | Pane::Drafts | Pane::Kpi => String::new(),
        }
    }

    /// Who is in scope, and the clock of the wall that is shown.
    fn corner(&self) -> String {
        let env = env!(self);
        let scope = match self.scope.and_then(|id| env.roster.client(id)) {
            Some(client) => client.card.short.clone(),
            None => self.locale.text("app-all-clients").into_owned(),
        };
        // Where there is room: somebody looks after the clock when this window is closed.
        let scope = match self.daemon {
            Some(_) if self.size.0 >= 100 => {
                format!("{}  {scope}", self.locale.text("daemon-mark"))
            }
            _ => scope,
        };
        if !self.settings.clock {
            return format!("{scope} ");
        }
        let wall = env.wall(self.now);
        let weekday = self.locale.weekday_short(wall.weekday());
        let day = self.locale.day_short(wall.date_naive());
        let day = if day.contains(weekday.as_str()) {
            day
        } else {
            format!("{weekday} {day}")
        };
        format!("{scope}  {day} {} ", env.clock(self.now))
    }

    /// What just happened, then what can be done, as much of it as there is room for.
    fn footer(&self, area: Rect, buf: &mut ratatui::buffer::Buffer) {
        let row = Rect {
            y: area.bottom() - 1,
            height: 1,
            ..area
        };
        let mut room = row;
        if let Some((words, tone)) = self.news() {
            // The details of a failure may be anybody's words: a path, an address, another program's complaint.
            let words = sanitize::line(&words);
            let after = toast(buf, below_top(area), &words, tone, &self.theme) + 2;
            room.x = after.min(row.right());
            room.width = row.right().saturating_sub(after);
        }
        if let Some(overlay) = self.overlays.last() {
            let pairs: Vec<(&str, String)> = overlay
                .hints()
                .iter()
                .map(|(key, title)| (*key, self.locale.text(title).into_owned()))
                .collect();
            let more = (
                overlay.help_key(),
                self.locale.text("hint-keys").into_owned(),
            );
            return window_hints(buf, room, &pairs, more, &self.theme);
        }
        if room == row {
            room = self.banner(row, buf);
        }
        hints(buf, room, &self.offers(), &self.theme);
    }

    /// What just happened; else what stands: a desk that has outgrown this window, work that waits for the desk, a file of
    /// hers that waits to be mended.
    fn news(&self) -> Option<(String, Tone)> {
        let standing = || {
            if self.outgrown {
                return Some((Words::new("window-outgrown"), Weight::Bad));
            }
            Some((self.waiting.words()?, Weight::Note))
        };
        let Some((words, weight)) = self.toast.clone().or_else(standing) else {
            return Some((self.standing_mistake()?, Tone::Bad));
        };
        let tone = match weight {
            Weight::Plain => Tone::Good,
            Weight::Note => Tone::Plain,
            Weight::Bad => Tone::Bad,
        };
        // Where letters are text the undo key is one of them.
        let words = match words {
            Words { key, args } if key == "did" && self.is_typing() => Words {
                key: "did-while-typing".to_owned(),
                args,
            },
            other => other,
        };
        Some((self.locale.words(&words), tone))
    }

    /// Says on a wide window that this desk is a demo; returns what is left of the row.
    fn banner(&self, row: Rect, buf: &mut ratatui::buffer::Buffer) -> Rect {
        if !self.settings.demo || row.width <= 100 {
            return row;
        }
        let words = self.locale.text("demo-banner");
        let wide = crate::ui::width::width(&words) as u16 + 1;
        let at = row.right().saturating_sub(wide);
        put_to(buf, at, row.y, row.right(), &words, self.theme.dim);
        Rect {
            width: row.width.saturating_sub(wide + 2),
            ..row
        }
    }

    /// The footer's pairs: the keys of what can be done here, Enter first with its own words.
    fn offers(&self) -> Vec<(String, String)> {
        let env = env!(self);
        let offers = self.rooms.offers(self.pane, &env).into_iter();
        offers
            .filter_map(|action| Some((self.keymap.chord_of(action)?, self.title(action))))
            .collect()
    }

    /// What an action is called on the row under the cursor.
    pub(super) fn title(&self, action: Action) -> String {
        let own = self.rooms.title(self.pane, action, &env!(self));
        own.unwrap_or_else(|| self.locale.text(&action.title_key()).into_owned())
    }
}

/// All rows but the top bar.
fn below_top(area: Rect) -> Rect {
    Rect {
        y: area.y + 1.min(area.height),
        height: area.height.saturating_sub(1),
        ..area
    }
}

/// The same for a window of so many columns and rows.
pub(super) fn room_in((cols, rows): (u16, u16)) -> Rect {
    room_of(Rect::new(0, 0, cols, rows))
}

/// The rows between top bar and footer.
fn room_of(area: Rect) -> Rect {
    Rect {
        y: area.y + 1.min(area.height),
        height: area.height.saturating_sub(2),
        ..area
    }
}
