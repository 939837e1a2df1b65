//! What is being typed survives whatever ends the program: it is in the desk a second after the key, and on every way out.

use std::collections::VecDeque;

use chrono::Duration;

use super::{App, Outside, aside};
use crate::domain::Moment;
use crate::domain::ids::RevId;
use crate::domain::words::Words;
use crate::effect::{Effect, Weight};
use crate::env::Kept;
use crate::overlays::Overlay;
use crate::store::{Draft, Memo, StoreError};

/// The longest that a typed key may be in memory alone.
const AT_MOST: Duration = Duration::seconds(1);

/// Text that has the keys, as far as it is safe.
#[derive(Debug)]
pub(super) struct Keeping {
    /// As the desk has it: kept by us, or untouched since it was opened.
    safe: Kept,
    /// When that was, or when it was tried last.
    at: Moment,
    /// Something has been typed since.
    behind: bool,
}

impl Keeping {
    fn of(safe: Kept, at: Moment) -> Self {
        Self {
            safe,
            at,
            behind: false,
        }
    }

    /// When the text must be kept, if nothing happens before; a clock that was set back does not put it off.
    pub(super) fn due(&self, now: Moment) -> Option<Moment> {
        self.behind.then(|| (self.at + AT_MOST).min(now + AT_MOST))
    }
}

impl App {
    /// Whether letters are text now, in a window or in a room.
    pub(super) fn is_typing(&self) -> bool {
        let in_window = self.overlays.last().map(Overlay::typing);
        in_window.unwrap_or_else(|| self.rooms.typing(self.pane))
    }

    /// Whether a text box of the open room has the keys.
    pub(super) fn types_in_the_room(&self) -> bool {
        self.overlays.is_empty() && self.rooms.typing(self.pane)
    }

    /// Keeps what is being typed: at once when it has changed and the last time is a second ago, else soon.
    /// `was_typing`: the room's text box had the keys before this event already.
    pub(super) fn keep_typing(&mut self, was_typing: bool) {
        let Some(kept) = self.typed() else {
            self.keeping = None;
            return;
        };
        let now = self.now;
        let stood_open = was_typing && self.types_in_the_room();
        match &mut self.keeping {
            Some(keeping) if keeping.safe.owner == kept.owner => {
                keeping.behind = keeping.safe != kept;
                let is_fresh = keeping.at <= now && now - keeping.at < AT_MOST;
                if keeping.behind && !is_fresh {
                    self.keep(kept);
                }
            }
            // The first letters in a box that stood empty.
            None if stood_open => self.keep_at_once(),
            // Just opened, nothing typed yet: keeping it would make an orphan of untouched text.
            _ => self.keeping = Some(Keeping::of(kept, now)),
        }
    }

    /// What came into a text box in one piece, or into an empty one, counts as typed: it is kept at once.
    pub(super) fn keep_at_once(&mut self) {
        let Some(kept) = self.typed() else { return };
        let nothing = Kept {
            owner: kept.owner.clone(),
            text: String::new(),
            caret: 0,
        };
        self.keeping = Some(Keeping::of(nothing, self.now));
        self.keep(kept);
    }

    /// The window closes, in peace or not: what is being typed is kept, and the clock is left to others.
    pub fn close(&mut self) {
        self.end_now();
        self.clock.leave(&mut self.store, self.now);
    }

    /// Keeps what is being typed right now: on the way out of a text box, and on every way out of the program. What meets a
    /// busy desk waits in line: this text box may not be asked again.
    pub fn keep_now(&mut self) {
        if let Some(kept) = self.typed()
            && self.keeping.as_ref().is_none_or(|it| it.safe != kept)
        {
            let memo = self.memo(&kept);
            if self.keep(kept) {
                self.put_off(VecDeque::from([Effect::Remember(memo)]));
            }
        }
        self.keeping = None;
    }

    /// The care of the day, once a day for as long as the window is open. A demo is thrown away.
    pub(super) fn keep_safe(&mut self) {
        let zone = self.settings.zone;
        let today = self.now.with_timezone(&zone).date_naive();
        if self.settings.demo || self.safe == Some(today) {
            return;
        }
        let look = self.safe.is_none() && self.store.ended_badly();
        self.safe = Some(today);
        self.outside.push(Outside::KeepSafe { zone, look });
        self.outside.push(Outside::Measure(None));
    }

    fn typed(&self) -> Option<Kept> {
        match self.overlays.last() {
            Some(overlay) => overlay.kept(),
            None => self.rooms.kept(self.pane),
        }
    }

    /// A desk that is busy or full is tried again a second later, for as long as the text box is open; says whether it was
    /// busy. What waits for the desk goes first: it may be older text of the same box.
    fn keep(&mut self, kept: Kept) -> bool {
        if self.outgrown {
            self.keep_aside(kept);
            return false;
        }
        let tried = if self.waiting.is_empty() {
            let memo = self.memo(&kept);
            self.store.remember(&memo)
        } else {
            Err(StoreError::Busy)
        };
        if let Some(keeping) = &mut self.keeping {
            keeping.at = self.now;
            keeping.behind = tried.is_err();
            if tried.is_ok() {
                keeping.safe = kept;
            }
        }
        // A desk that is busy is no news worth interrupting her for.
        let is_busy = matches!(tried, Err(StoreError::Busy));
        if !is_busy {
            self.report(tried);
        }
        is_busy
    }

    fn memo(&self, kept: &Kept) -> Memo {
        Memo::Keep(Draft {
            owner: kept.owner.clone(),
            text: kept.text.clone(),
            caret: kept.caret,
            base: self.made_from(),
            pid: std::process::id(),
            at: self.now,
        })
    }

    /// The wording that what is being typed was made from, where there is one.
    fn made_from(&self) -> Option<RevId> {
        match self.overlays.last() {
            Some(Overlay::Write(write)) => write.made_from(),
            _ => None,
        }
    }

    /// Where the desk takes nothing any more, what is being typed lies beside it, one file for each text box.
    fn keep_aside(&mut self, kept: Kept) {
        let tried = aside::write(self.store.folder(), &kept.owner, &kept.text);
        if let Err(error) = tried {
            let words = Words::new("text-nowhere").with("detail", error);
            self.toast = Some((words, Weight::Bad));
        }
        if let Some(keeping) = &mut self.keeping {
            keeping.at = self.now;
            keeping.behind = false;
            keeping.safe = kept;
        }
    }
}
