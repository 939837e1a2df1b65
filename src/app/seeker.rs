//! The seeker: a thread with a reader of its own that looks up words as she types them, so that no key waits for a million
//! messages. Only the newest words count: older ones are dropped, and a search for them is broken off.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::App;
use super::worker::Wire;
use crate::domain::words::Words;
use crate::effect::Weight;
use crate::event::Event;
use crate::overlays::Overlay;
use crate::store::{Breaker, Haul, Reader, Result, Store};

/// Posts and messages shown at most, each.
const SHOWN: usize = 40;

/// How long the reader is kept after the last words: an hour of other work needs no memory for it.
const KEPT: Duration = Duration::from_secs(30);

/// Words to look up, and their turn.
type Question = (u64, String);

/// The window's end of it.
pub(super) struct Seeker {
    questions: Sender<Question>,
    breaker: Arc<Mutex<Option<Breaker>>>,
}

impl Seeker {
    /// Starts the thread; it ends with the window.
    pub(super) fn start(desk: &Path, wire: Wire) -> Self {
        let (questions, asked) = channel();
        let breaker = Arc::new(Mutex::new(None));
        let (desk, hand) = (desk.to_owned(), Arc::clone(&breaker));
        let seeking = Seeking {
            desk,
            asked,
            hand,
            wire,
        };
        std::thread::spawn(move || seeking.go_on());
        Self { questions, breaker }
    }

    /// Looks these words up instead of those before.
    pub(super) fn ask(&self, turn: u64, words: String) {
        // A thread that is gone has taken its reader along: then nothing is found, and nothing waits.
        self.questions.send((turn, words)).ok();
        let breaker = self.breaker.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(breaker) = &*breaker {
            breaker.break_off();
        }
    }
}

/// The thread's end of it.
struct Seeking {
    desk: PathBuf,
    asked: Receiver<Question>,
    hand: Arc<Mutex<Option<Breaker>>>,
    wire: Wire,
}

impl Seeking {
    fn go_on(&self) {
        while let Ok(question) = self.asked.recv() {
            self.sit_down(question);
            self.give_hand(None);
        }
    }

    /// Answers with one reader until nobody asks for a while.
    fn sit_down(&self, first: Question) {
        let reader = match Store::open_for_reading(&self.desk) {
            Ok(reader) => reader,
            Err(error) => {
                let found = Err(error.words());
                self.wire.tell(Event::Found {
                    turn: first.0,
                    found,
                });
                return;
            }
        };
        self.give_hand(Some(reader.breaker()));
        let mut next = Some(first);
        while let Some((turn, words)) = next {
            let (turn, words) = self.asked.try_iter().last().unwrap_or((turn, words));
            let found = look(&reader, &words);
            next = match found {
                // Broken off for newer words, or by an older break that came late: then for these once more.
                Err(error) if error.is_broken_off() => {
                    Some(self.asked.try_iter().last().unwrap_or((turn, words)))
                }
                found => {
                    let found = found.map_err(|error| error.words());
                    self.wire.tell(Event::Found { turn, found });
                    self.asked.recv_timeout(KEPT).ok()
                }
            };
        }
    }

    fn give_hand(&self, breaker: Option<Breaker>) {
        *self.hand.lock().unwrap_or_else(PoisonError::into_inner) = breaker;
    }
}

impl App {
    /// The newest words were looked up: what was found goes into the window that asked.
    pub(super) fn found(&mut self, turn: u64, found: std::result::Result<Haul, Words>) {
        let Some(Overlay::Find(find)) = self.overlays.last_mut() else {
            return;
        };
        match found {
            Ok(haul) => find.take(turn, haul),
            Err(words) => self.toast = Some((words, Weight::Bad)),
        }
    }
}

/// What the desk holds for these words.
pub fn look(reader: &Reader, words: &str) -> Result<Haul> {
    Ok(Haul {
        found: reader.find(words, SHOWN)?,
        unindexed: reader.unindexed()?,
    })
}
