//! The worker: a thread with a connection of its own to the desk. It tells how far it is, and stops when asked.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use super::Work;
use crate::domain::Moment;
use crate::domain::chance::Rng;
use crate::domain::command::Change;
use crate::domain::ids::PostId;
use crate::domain::words::Words;
use crate::event::Event;
use crate::lint::{self, Subject};
use crate::media;
use crate::store::{Done, Memo, Origin, PATIENCE, Result, Store, StoreError};
use crate::term::wake::Waker;

/// How often it tells how far it is.
const TOLD_EVERY: Duration = Duration::from_millis(150);

/// Messages made searchable under one lock.
const INDEXED: i64 = 500;

/// The way from the worker to the window.
#[derive(Clone)]
pub(super) struct Wire {
    /// Where news goes.
    pub(super) sender: Sender<Event>,
    /// What makes the window look.
    pub(super) waker: Waker,
}

impl Wire {
    /// Tells the window. One that is gone needs no news.
    pub(super) fn tell(&self, event: Event) {
        if self.sender.send(event).is_ok() {
            self.waker.wake();
        }
    }
}

/// Starts a piece of work; setting the flag stops it.
pub(super) fn start(
    work: Work,
    seed: u64,
    desk: &Path,
    now: Moment,
    wire: Wire,
) -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let (asked, desk) = (Arc::clone(&stop), desk.to_owned());
    std::thread::spawn(move || {
        let done = open(&desk, seed)
            .and_then(|mut store| perform(&work, &mut store, now, &asked, &wire))
            .map_err(|error| error.words());
        wire.tell(Event::Worked(done));
    });
    stop
}

/// Posts the checker looks at under one lock.
const LOOKED_AT: usize = 10;

/// Lets the checker look at everything in line, a few posts at a time; news is told once, at the end.
pub(super) fn check(line_up: bool, desk: &Path, now: Moment, wire: Wire) {
    let desk = desk.to_owned();
    std::thread::spawn(move || {
        let looked = open(&desk, 0).and_then(|mut store| look_over(&mut store, line_up, now));
        wire.tell(Event::Checked(looked.map_err(|error| error.words())));
    });
}

fn look_over(store: &mut Store, line_up: bool, now: Moment) -> Result<bool> {
    if line_up {
        store.line_up_looks(now)?;
    }
    let mut is_news = false;
    loop {
        let looked = store.look_over(now, LOOKED_AT)?;
        is_news |= looked.is_news;
        if looked.posts < LOOKED_AT {
            return Ok(is_news);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// Looks at a text being written.
pub(super) fn check_text(subject: &Subject) -> Event {
    let found = lint::check(subject);
    let text = subject.texts.first();
    Event::TextChecked {
        text: text.map_or_else(String::new, |text| text.words.clone()),
        found,
    }
}

fn open(desk: &Path, seed: u64) -> Result<Store> {
    Store::open(desk, Origin::Window, PATIENCE, Rng::seeded(seed))
}

/// Pictures measured before they are kept: the lock is short, and what is known is known.
const MEASURED: usize = 50;

/// Looks at pictures that nobody has measured, those of a post or all, and keeps what they tell; says how many.
pub(super) fn measure(desk: &Path, post: Option<PostId>) -> Result<usize> {
    let mut store = open(desk, 0)?;
    let hashes = store.reader().unmeasured(post)?;
    let mut measured = 0;
    for some in hashes.chunks(MEASURED) {
        let look = |hash: &String| {
            let facts = media::facts::of_file(&media::path(desk, hash)).ok()?;
            Some((hash.clone(), facts))
        };
        let told: Vec<_> = some.iter().filter_map(look).collect();
        measured += told.len();
        store.remember(&Memo::Measured(told))?;
    }
    Ok(measured)
}

fn perform(
    work: &Work,
    store: &mut Store,
    now: Moment,
    asked: &AtomicBool,
    wire: &Wire,
) -> Result<Done> {
    let mut told = Instant::now();
    let mut watch = |rows: usize| {
        if told.elapsed() > TOLD_EVERY {
            told = Instant::now();
            wire.tell(Event::WorkedOn(rows));
        }
        !asked.load(Ordering::Relaxed)
    };
    let done = match work {
        Work::Apply(command) => store.apply_in_parts(command, now, &mut watch),
        Work::Undo => store.undo(now),
        Work::Redo => store.redo(now),
        // Opening it has done that.
        Work::Mend => Ok(Done {
            entry: None,
            title: Words::new("work-mended"),
            change: Change::ALL,
            id: None,
        }),
    }?;
    // What is in is in: that the search does not know all of it yet is no failure.
    if done.change.meets(Change::INBOX) {
        catch_up(store, &|| !asked.load(Ordering::Relaxed));
    }
    Ok(done)
}

/// Brings the search to where the desk is, as far as that goes now.
pub(super) fn index(desk: &Path, seed: u64) -> Event {
    match open(desk, seed) {
        Ok(mut store) => catch_up(&mut store, &|| true),
        Err(error) => log::warn!("index: {error}"),
    }
    Event::Indexed
}

/// A few hundred at a time, with a pause for whoever else wants to write.
fn catch_up(store: &mut Store, goes_on: &dyn Fn() -> bool) {
    while goes_on() {
        match store.index_some(INDEXED) {
            Ok(0) | Err(StoreError::Busy) => break,
            Ok(_) => std::thread::sleep(Duration::from_millis(2)),
            Err(error) => {
                log::warn!("index: {error}");
                break;
            }
        }
    }
}
