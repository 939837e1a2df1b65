//! THE NIGHT WATCH: looks after the clock without a window. Sleeps until the next moment, marks, rings, and sleeps again.

mod alarm;
mod bell;
mod errand;
mod happening;
mod sleep;

use std::io;
use std::path::Path;
use std::time::Duration;

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::domain::Moment;
use crate::domain::command::Change;
use crate::domain::words::Words;
use crate::neighbours::{self, Announced, Kind, Presence};
use crate::store::{Noted, Reader, Result, Store, StoreError, keeping};
use crate::watch::Watch;
use bell::Bell;
use sleep::Sleep;

pub use bell::Ways;
pub use happening::{Happening, What};

/// How often a desk that was moved away is looked for before the daemon gives up: two minutes.
const PATIENCE_WITH_THE_DESK: u32 = 60;

/// How long between two looks for it.
const BETWEEN_LOOKS: Duration = Duration::from_secs(2);

/// The world of the daemon.
pub struct World<'w> {
    /// The wall clock.
    pub now: &'w dyn Fn() -> Moment,
    /// Where the desk lies.
    pub desk: &'w Path,
    /// Opens the desk that lies there; never makes one.
    pub open: &'w dyn Fn() -> std::result::Result<Store, Words>,
    /// How it rings outside of a terminal.
    pub ways: Ways,
    /// One pass, and gone.
    pub once: bool,
    /// Where her days begin and end.
    pub zone: Tz,
}

/// How the daemon speaks to whoever started it.
pub trait Voice {
    /// Says that it has begun: this is the one daemon of the desk.
    fn begins(&mut self);
    /// Puts into words what was noted.
    fn describe(&mut self, reader: &Reader, noted: &[Noted]) -> Result<Vec<Happening>>;
    /// Tells of it.
    fn tell(&mut self, happenings: &[Happening]);
    /// Rings in the terminal, if there is one, and says in one sentence what for.
    fn ring(&mut self, happenings: &[Happening]) -> String;
    /// Says what goes wrong.
    fn trouble(&mut self, words: &Words);
}

/// Why a round at the desk ended.
enum Ended {
    /// Asked to, or done.
    InPeace,
    /// The desk is not there any more, or another one lies in its place.
    DeskGone,
}

/// Looks after the clock until it is asked to end.
pub fn run(world: &World<'_>, voice: &mut dyn Voice) -> std::result::Result<(), Words> {
    let failed = |error: io::Error| Words::new("daemon-failed").with("detail", error);
    let mut store = (world.open)()?;
    let mut sleep = Sleep::new().map_err(failed)?;
    let bell = Bell::new(world.ways.clone(), sleep.nudge().map_err(failed)?);
    let mut watch = announce(world)?;
    if !world.once {
        voice.begins();
    }
    loop {
        let mut round = Round {
            world,
            watch,
            bell: &bell,
            version: None,
            trouble: None,
            kept: None,
        };
        sleep.listen(world.desk, voice);
        let ended = round.run(&mut store, &mut sleep, voice)?;
        sleep.stop_listening();
        match ended {
            Ended::InPeace => break,
            Ended::DeskGone => {
                drop(store);
                voice.trouble(&Words::new("daemon-desk-gone").with("folder", world.desk.display()));
                match wait_for_the_desk(world, &mut sleep).map_err(failed)? {
                    Some(found) => store = found?,
                    None => break,
                }
                watch = announce(world)?;
                voice.trouble(&Words::new("daemon-desk-back"));
            }
        }
    }
    for words in bell.finish(world.once) {
        voice.trouble(&words);
    }
    Ok(())
}

/// The one daemon of this desk; for a single pass a passer-by.
fn announce(world: &World<'_>) -> std::result::Result<Watch, Words> {
    if world.once {
        return Ok(Watch::new(Kind::Once, world.desk));
    }
    match Presence::announce(world.desk, Kind::Daemon, (world.now)()) {
        Ok(Announced::Here(presence)) => {
            neighbours::tell(world.desk, Change::DELIVERIES);
            Ok(Watch::of_daemon(presence, world.desk))
        }
        Ok(Announced::Taken(other)) => Err(Words::new("daemon-lives-already")
            .with("pid", other.pid)
            .with("since", other.since.to_rfc3339())),
        Err(error) => Err(Words::new("daemon-failed").with("detail", error)),
    }
}

/// Looks for the desk until it is there again. None: asked to end meanwhile.
fn wait_for_the_desk(
    world: &World<'_>,
    sleep: &mut Sleep,
) -> io::Result<Option<std::result::Result<Store, Words>>> {
    for _ in 0..PATIENCE_WITH_THE_DESK {
        if sleep.at_most(BETWEEN_LOOKS)?.end {
            return Ok(None);
        }
        if Store::is_at(world.desk)
            && let Ok(store) = (world.open)()
        {
            return Ok(Some(Ok(store)));
        }
    }
    let words = Words::new("daemon-desk-stays-away").with("folder", world.desk.display());
    Ok(Some(Err(words)))
}

/// One stay at a desk.
struct Round<'r> {
    world: &'r World<'r>,
    watch: Watch,
    bell: &'r Bell,
    /// The store's own number when it was looked at last.
    version: Option<i64>,
    /// What is wrong already, so that it is said once.
    trouble: Option<String>,
    /// The day that was kept safe last.
    kept: Option<NaiveDate>,
}

impl Round<'_> {
    fn run(
        &mut self,
        store: &mut Store,
        sleep: &mut Sleep,
        voice: &mut dyn Voice,
    ) -> std::result::Result<Ended, Words> {
        let ended = self.stay(store, sleep, voice);
        self.watch.leave(store, (self.world.now)());
        if !self.world.once {
            neighbours::tell(self.world.desk, Change::DELIVERIES);
        }
        ended
    }

    fn stay(
        &mut self,
        store: &mut Store,
        sleep: &mut Sleep,
        voice: &mut dyn Voice,
    ) -> std::result::Result<Ended, Words> {
        loop {
            if !store.is_in_its_place() {
                return Ok(Ended::DeskGone);
            }
            self.pass(store, voice)?;
            for words in self.bell.troubles() {
                voice.trouble(&words);
            }
            if self.world.once {
                return Ok(Ended::InPeace);
            }
            let failed = |error| Words::new("daemon-failed").with("detail", error);
            let woken = sleep
                .until(self.watch.next(), (self.world.now)())
                .map_err(failed)?;
            if woken.end {
                return Ok(Ended::InPeace);
            }
            self.note_changes(store, woken.heard);
            self.keep_safe();
        }
    }

    /// A backup a day, by a thread of its own: a large desk must not make the bell late. A daemon that sleeps through a day
    /// has seen nobody change anything.
    fn keep_safe(&mut self) {
        let (now, zone) = ((self.world.now)(), self.world.zone);
        let day = move |at: Moment| at.with_timezone(&zone).date_naive();
        if self.kept.replace(day(now)) == Some(day(now)) {
            return;
        }
        let desk = self.world.desk.to_owned();
        std::thread::spawn(move || {
            if let Err(error) = keeping::daily(&desk, now, day, false) {
                log::warn!("backup: {error}");
            }
        });
    }

    /// One pass, told and rung for. What can be tried again is said once and tried again by itself.
    fn pass(&mut self, store: &mut Store, voice: &mut dyn Voice) -> std::result::Result<(), Words> {
        let now = (self.world.now)();
        let passed = if self.world.once {
            self.watch.pass_all(store, now)
        } else {
            self.watch.pass(store, now)
        };
        match passed {
            Ok(noted) => {
                self.trouble = None;
                if !noted.is_empty() {
                    self.ring(store.reader(), &noted, voice);
                }
                if let Err(error) = self.watch.look_over(store, now) {
                    log::warn!("posts not looked over: {error}");
                }
                Ok(())
            }
            Err(error) if self.world.once || is_final(&error) => Err(error.words()),
            Err(error) => {
                log::warn!("{error}");
                let said = error.to_string();
                // A busy desk is everyday life; only what lasts is worth a word.
                if !matches!(error, StoreError::Busy) && self.trouble.as_ref() != Some(&said) {
                    voice.trouble(&error.words());
                }
                self.trouble = Some(said);
                Ok(())
            }
        }
    }

    /// Only what this very process has put on record gets here.
    fn ring(&mut self, reader: &Reader, noted: &[Noted], voice: &mut dyn Voice) {
        let happenings = voice.describe(reader, noted).unwrap_or_else(|error| {
            voice.trouble(&error.words());
            Vec::new()
        });
        voice.tell(&happenings);
        for what in What::ALL {
            let of_it: Vec<Happening> = happenings
                .iter()
                .filter(|it| it.what == what)
                .cloned()
                .collect();
            if !of_it.is_empty() {
                let sentence = voice.ring(&of_it);
                self.bell.ring(of_it, sentence);
            }
        }
    }

    /// Another process may have planned something earlier than what we sleep for.
    fn note_changes(&mut self, store: &Store, heard: Option<Change>) {
        let plan = Change::PLAN.and(Change::DELIVERIES).and(Change::CLIENTS);
        let version = store.reader().version().ok();
        if heard.is_some_and(|change| change.meets(plan)) || version != self.version {
            self.watch.plan_changed();
        }
        self.version = version;
    }
}

/// What does not go away by waiting.
fn is_final(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::Newer { .. } | StoreError::NotADesk | StoreError::Corrupt(_)
    )
}
