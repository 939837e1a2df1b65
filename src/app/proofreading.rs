//! The proofreader at work: a thread that reads the newest text, counts it at once and spells it when the keys rest.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::worker::Wire;
use crate::domain::tally::Tally;
use crate::event::Event;
use crate::proofreader::{Errand, Order, Places, Speller, Spelt};

/// The keys rest: spelling begins after that long without a new letter.
const REST: Duration = Duration::from_millis(120);

/// Where errands are left for the proofreader; it begins with the first one.
#[derive(Default)]
pub(super) struct Desk {
    errands: Option<Sender<Errand>>,
    newest: Arc<AtomicU64>,
}

impl Desk {
    /// Leaves an errand.
    pub(super) fn send(&mut self, errand: Errand, places: &Places, wire: &Wire) {
        if let Errand::Read(order) = &errand {
            self.newest.store(order.turn, Ordering::Relaxed);
        }
        let errands = self.errands.get_or_insert_with(|| {
            let (sender, errands) = channel();
            let reader = Reader {
                errands,
                newest: Arc::clone(&self.newest),
                speller: Speller::new(places.clone()),
                wire: wire.clone(),
                waiting: VecDeque::new(),
                unspelt: None,
                last: None,
                told: None,
            };
            std::thread::spawn(move || reader.work());
            sender
        });
        if errands.send(errand).is_err() {
            // It is gone, which only a crash of its thread can bring about: the next errand begins anew.
            self.errands = None;
        }
    }

    /// Nothing more is coming: the thread ends, and its dictionaries go.
    pub(super) fn close(&mut self) {
        self.errands = None;
        self.newest.store(u64::MAX, Ordering::Relaxed);
    }
}

/// The thread's own state.
struct Reader {
    errands: Receiver<Errand>,
    newest: Arc<AtomicU64>,
    speller: Speller,
    wire: Wire,
    waiting: VecDeque<Errand>,
    /// Counted, but not spelt yet.
    unspelt: Option<Order>,
    /// The text read last, for when a word is learnt.
    last: Option<Order>,
    /// What the window knows.
    told: Option<Spelt>,
}

impl Reader {
    fn work(mut self) {
        while let Some(errand) = self.next() {
            match errand {
                Errand::Read(order) => self.count(order),
                Errand::Suggest { word, spelling } => {
                    let meant = self.speller.suggest(&word, &spelling);
                    self.wire.tell(Event::Suggested { word, meant });
                }
                Errand::Learn(word) => {
                    if let Err(words) = self.speller.learn(&word) {
                        self.wire.tell(Event::Failed(words));
                    }
                    self.unspelt = self.unspelt.take().or_else(|| self.last.clone());
                }
            }
        }
    }

    /// The next errand that is not overtaken by a newer one; a text waits to be spelt until the keys rest. None: the end.
    fn next(&mut self) -> Option<Errand> {
        loop {
            self.waiting.extend(self.errands.try_iter());
            if let Some(errand) = self.waiting.pop_front() {
                let is_read = |it: &Errand| matches!(it, Errand::Read(_));
                if is_read(&errand) && self.waiting.iter().any(is_read) {
                    continue;
                }
                return Some(errand);
            }
            let Some(order) = self.unspelt.take() else {
                return self.errands.recv().ok();
            };
            match self.errands.recv_timeout(REST) {
                Ok(errand) => {
                    self.unspelt = Some(order);
                    self.waiting.push_back(errand);
                }
                Err(RecvTimeoutError::Timeout) => self.spell(order),
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }

    fn count(&mut self, order: Order) {
        if let Some(measures) = &order.measures {
            let (turn, tally) = (order.turn, Tally::of(&order.text, measures));
            self.wire.tell(Event::Counted { turn, tally });
        }
        // Another window of writing counts its turns from the beginning, and knows nothing yet.
        if self
            .last
            .as_ref()
            .is_some_and(|last| order.turn <= last.turn)
        {
            self.told = None;
        }
        self.unspelt = Some(order);
    }

    fn spell(&mut self, order: Order) {
        let newest = Arc::clone(&self.newest);
        let go_on = || newest.load(Ordering::Relaxed) == order.turn;
        let spelt = self.speller.read(&order.text, &order.spelling, &go_on);
        if let Some(spelt) = spelt
            && self.told.as_ref() != Some(&spelt)
        {
            self.told = Some(spelt.clone());
            self.wire.tell(Event::Spelt(spelt));
        }
        self.last = Some(order);
    }
}
