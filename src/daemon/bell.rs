//! What rings outside of a terminal: a notice on her desktop, and a command of hers. One errand at a time, off the clock's path.

use std::io::Write;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::errand::{self, Failed};
use super::happening::{Happening, Letter};
use crate::domain::words::Words;

/// How long errands may still take when the daemon is asked to end.
const LAST_WAIT: Duration = Duration::from_secs(2);

/// Ways to ring.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ways {
    /// A program of hers with its arguments; empty is none.
    pub on_due: Vec<String>,
    /// Whether a notice is shown where there is `notify-send`.
    pub notify: bool,
}

/// Something to ring for.
struct Job {
    happenings: Vec<Happening>,
    sentence: String,
}

/// The bell and its ringer.
pub(super) struct Bell {
    jobs: Sender<Job>,
    ringer: JoinHandle<()>,
    troubles: Receiver<Words>,
    hurry: Arc<AtomicBool>,
}

impl Bell {
    /// A bell; `nudge` wakes the daemon when something went wrong with it.
    pub(super) fn new(ways: Ways, nudge: UnixStream) -> Self {
        let (jobs, to_do) = channel::<Job>();
        let (tell, troubles) = channel();
        let hurry = Arc::new(AtomicBool::new(false));
        let hurried = Arc::clone(&hurry);
        let ringer = std::thread::spawn(move || {
            for job in to_do {
                for words in ring(&ways, &job, &hurried) {
                    log::warn!("a bell failed: {}", words.key);
                    if tell.send(words).is_ok() {
                        // Full means that it wakes anyway.
                        (&nudge).write_all(b"!").ok();
                    }
                }
            }
        });
        Self {
            jobs,
            ringer,
            troubles,
            hurry,
        }
    }

    /// Rings for these, all of one kind, with one sentence.
    pub(super) fn ring(&self, happenings: Vec<Happening>, sentence: String) {
        let job = Job {
            happenings,
            sentence,
        };
        if self.jobs.send(job).is_err() {
            log::warn!("the bell is broken");
        }
    }

    /// What went wrong since the last time.
    pub(super) fn troubles(&self) -> Vec<Words> {
        self.troubles.try_iter().collect()
    }

    /// Lets the last errands end, in peace or within two seconds; answers with what went wrong.
    pub(super) fn finish(self, in_peace: bool) -> Vec<Words> {
        drop(self.jobs);
        let end = Instant::now() + LAST_WAIT;
        while !in_peace && !self.ringer.is_finished() && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(10));
        }
        self.hurry.store(!in_peace, Ordering::SeqCst);
        if self.ringer.join().is_err() {
            log::warn!("the bell broke");
        }
        self.troubles.try_iter().collect()
    }
}

/// Rings once in every way; answers with what went wrong.
fn ring(ways: &Ways, job: &Job, hurry: &AtomicBool) -> Vec<Words> {
    let mut wrong = Vec::new();
    if ways.notify {
        let words = ["notify-send", "--app-name=Postdesk", "--", "Postdesk"].map(str::to_owned);
        let mut words = words.to_vec();
        words.push(plain(&job.sentence));
        match errand::run(&words, &[], Vec::new(), hurry) {
            // A desktop is not everywhere, and where there is none nobody expects a notice.
            Ok(()) | Err(Failed::NotThere) => {}
            Err(error) => log::info!("notice not shown: {error}"),
        }
    }
    if let (Some(program), Some(first)) = (ways.on_due.first(), job.happenings.first()) {
        let letter = Letter {
            event: first.what,
            count: job.happenings.len(),
            posts: &job.happenings,
        };
        let mut input = serde_json::to_vec(&letter).unwrap_or_default();
        input.push(b'\n');
        let count = letter.count.to_string();
        let mut variables = first.variables().to_vec();
        variables.push(("POSTDESK_COUNT", &count));
        if let Err(error) = errand::run(&ways.on_due, &variables, input, hurry) {
            wrong.push(
                Words::new("daemon-on-due-failed")
                    .with("program", program)
                    .with("detail", error),
            );
        }
    }
    wrong
}

/// Notices take a little HTML; a topic is none.
fn plain(sentence: &str) -> String {
    sentence
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
