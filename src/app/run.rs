//! The loop: draw, wait in one place, take in what happened, do what must be done outside. No tick.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use chrono_tz::Tz;

use super::proofreading::Desk as Proofreading;
use super::seeker::Seeker;
use super::viewer::Viewer;
use super::worker::{self, Wire};
use super::{App, Outside, exports};
use crate::domain::Moment;
use crate::domain::command::Change;
use crate::domain::ids::PostId;
use crate::domain::words::Words;
use crate::effect::Files;
use crate::event::{Event, Input};
use crate::intake::{self, fetch};
use crate::media;
use crate::neighbours::Hearing;
use crate::overlays::bring::{Load, Order};
use crate::proofreader::Places;
use crate::report::export::Wanted;
use crate::store::{StoreError, keeping};
use crate::term::browser::{Browser, Opened, Surroundings};
use crate::term::guard::{Guard, Options};
use crate::term::wait::{Wait, Woken};
use crate::term::{child, editor, screen::Screen};

/// What the loop needs from the world, as main found it.
pub struct World<'w> {
    /// The wall clock.
    pub now: &'w dyn Fn() -> Moment,
    /// Where a browser might be.
    pub surroundings: Surroundings,
    /// Her own editor, `VISUAL` and `EDITOR`.
    pub editor: (Option<String>, Option<String>),
    /// This program, as it was called.
    pub program: OsString,
    /// The same as it lies on the disk, where that is known: it looks at pictures in a process of its own.
    pub looker: Option<PathBuf>,
    /// Whether clicks and the wheel come to us.
    pub mouse: bool,
    /// Her home folder, for paths that start with `~`.
    pub home: Option<PathBuf>,
    /// The desk's folder.
    pub desk: PathBuf,
    /// Where dictionaries may lie.
    pub places: Places,
}

/// Runs the window until she leaves. The terminal is given back on every way out.
pub fn run(app: &mut App, world: &World<'_>) -> io::Result<()> {
    let guard = Guard::enter(Options { mouse: world.mouse })?;
    let ended = day(app, world, &guard);
    // A terminal that broke down under a text takes nothing of it along.
    app.close();
    ended.and(guard.leave())
}

/// Until she leaves, or the terminal fails.
fn day(app: &mut App, world: &World<'_>, guard: &Guard) -> io::Result<()> {
    let mut screen = Screen::open()?;
    let mut wait = Wait::new()?;
    // Without an ear she sees what others wrote when she comes back to the window; the doctor says why.
    let hearing = Hearing::open(&world.desk)
        .inspect_err(|deaf| log::warn!("no news from other processes: {deaf}"))
        .ok();
    if let Some(hearing) = &hearing {
        wait.listen_to(hearing.handle()?);
    }
    let (sender, jobs) = channel();
    let waker = wait.waker();
    let wire = Wire { sender, waker };
    let mut hands = Hands {
        browser: Browser::new(world.surroundings.clone()),
        seeker: Seeker::start(&world.desk, wire.clone()),
        viewer: Viewer::start(world.looker.clone(), &world.desk, wire.clone()),
        wire,
        stop: Arc::default(),
        proofreading: Proofreading::default(),
        world,
    };
    // What is done once a day waits for the first frame, and for nothing after it.
    hands.wire.tell(Event::Wake);
    while !app.is_done() {
        app.cells_are(screen.cell());
        screen.draw(|frame| app.draw(frame))?;
        screen.lay(app.plate().as_ref())?;
        let patience = app.next_wake().map(|at| until(at, (world.now)()));
        let woken = wait.next(patience)?;
        let news = hearing.as_ref().and_then(Hearing::heard);
        for event in events(woken, &jobs, news) {
            for outside in app.handle(event, (world.now)()) {
                if let Some(answer) = hands.perform(outside, &mut screen, guard) {
                    app.handle(answer, (world.now)());
                }
            }
        }
    }
    Ok(())
}

/// Time left until `at`; a moment gone by is due at once.
fn until(at: Moment, now: Moment) -> Duration {
    (at - now).to_std().unwrap_or(Duration::ZERO)
}

/// Everything that woke us, in the order in which it must be taken in.
fn events(woken: Woken, jobs: &Receiver<Event>, news: Option<Change>) -> Vec<Event> {
    let mut events: Vec<Event> = woken.signals.into_iter().map(Event::Signal).collect();
    events.extend(news.map(Event::Outside));
    events.extend(jobs.try_iter());
    events.extend(woken.inputs.into_iter().map(Event::Input));
    if woken.timed_out
        || events
            .iter()
            .any(|event| matches!(event, Event::Input(Input::FocusIn)))
    {
        events.push(Event::Wake);
    }
    events
}

/// What is done at the terminal and the system.
struct Hands<'w> {
    browser: Browser,
    wire: Wire,
    seeker: Seeker,
    viewer: Viewer,
    /// Stops the worker.
    stop: Arc<AtomicBool>,
    proofreading: Proofreading,
    world: &'w World<'w>,
}

impl Hands<'_> {
    /// Does one thing; what went otherwise than hoped comes back as a fact.
    fn perform(&mut self, outside: Outside, screen: &mut Screen, guard: &Guard) -> Option<Event> {
        match outside {
            Outside::Copy(text) => failed(screen.clipboard(&text), "clipboard-failed"),
            Outside::Open(address) => match self.browser.open_address(&address) {
                Ok(Opened::Started) => None,
                Ok(Opened::Printed) | Err(_) => Some(Event::NotOpened(address)),
            },
            Outside::Ring(text) => {
                let rung = screen
                    .bell()
                    .and_then(|()| screen.title(&text))
                    .and_then(|()| screen.notify(&text));
                failed(rung, "ring-failed")
            }
            Outside::Edit {
                post,
                variant,
                text,
            } => Some(Event::Edited {
                post,
                variant,
                text: self.edit(&text, guard),
            }),
            Outside::Mouse(on) => failed(guard.mouse(on), "mouse-failed"),
            Outside::Demo => failed(self.demo(guard), "demo-failed"),
            Outside::Suspend => failed(guard.suspend(), "suspend-failed"),
            beside => self.beside(beside),
        }
    }

    /// Does what needs no terminal: most of it on a worker, so that the window goes on meanwhile.
    fn beside(&mut self, outside: Outside) -> Option<Event> {
        match outside {
            Outside::Take { post, path } => self.take_in(Files {
                post,
                paths: vec![path],
                instead: None,
            }),
            Outside::TakeIn(files) => self.take_in(files),
            Outside::Measure(post) => self.measure(post),
            Outside::Export {
                wanted,
                file,
                replace,
            } => self.export(wanted, &file, replace),
            Outside::Complete(typed) => self.complete(typed),
            Outside::Seek { turn, words } => {
                self.seeker.ask(turn, words);
                None
            }
            Outside::Picture(wanted) => {
                self.viewer.ask(wanted);
                None
            }
            Outside::Index { seed } => self.index(seed),
            Outside::Look(order) => self.look(*order),
            Outside::Load(load) => self.load(*load),
            Outside::Work { work, seed } => {
                let (now, wire) = ((self.world.now)(), self.wire.clone());
                self.stop = worker::start(work, seed, &self.world.desk, now, wire);
                None
            }
            Outside::KeepSafe { zone, look } => {
                self.keep_safe(zone, look);
                None
            }
            Outside::Check { line_up } => self.check(line_up),
            Outside::CheckText(subject) => self.work(move || worker::check_text(&subject)),
            Outside::StopWork => {
                self.stop.store(true, Ordering::Relaxed);
                None
            }
            Outside::Proofread(errand) => {
                self.proofreading
                    .send(*errand, &self.world.places, &self.wire);
                None
            }
            Outside::PutDictionariesAway => {
                self.proofreading.close();
                None
            }
            // These need the terminal.
            Outside::Copy(_)
            | Outside::Open(_)
            | Outside::Ring(_)
            | Outside::Edit { .. }
            | Outside::Mouse(_)
            | Outside::Demo
            | Outside::Suspend => None,
        }
    }

    fn edit(&self, text: &str, guard: &Guard) -> Result<Vec<u8>, Words> {
        let (visual, plain) = &self.world.editor;
        let command =
            editor::command(visual.as_deref(), plain.as_deref()).map_err(|error| error.words())?;
        let folder = self.world.desk.join("editing");
        std::fs::create_dir_all(&folder).map_err(|error| said("editor-failed", &error))?;
        let (edited, taken) =
            guard.release_while(|| editor::edit(&command, &folder, "txt", text.as_bytes()));
        if let Err(error) = taken {
            log::warn!("terminal not taken again: {error}");
        }
        match edited {
            Ok(edited) => match edited.kept {
                None => Ok(edited.bytes),
                Some(path) => Err(Words::new("editor-crashed").with("path", path.display())),
            },
            Err(error) => Err(error.words()),
        }
    }

    /// The demo is this very program on a desk of its own.
    fn demo(&self, guard: &Guard) -> io::Result<()> {
        let (ended, taken) = guard.release_while(|| child::run(&self.world.program, &["demo"]));
        ended.and(taken)
    }

    /// A backup and a look at every page take as long as the desk is large: a worker does them, and tells only what is wrong.
    fn keep_safe(&self, zone: Tz, look: bool) {
        let (desk, now) = (self.world.desk.clone(), (self.world.now)());
        let wire = self.wire.clone();
        std::thread::spawn(move || {
            let day = |at: Moment| at.with_timezone(&zone).date_naive();
            let wrong = match keeping::daily(&desk, now, day, look) {
                Ok(_) => return,
                Err(StoreError::Corrupt(detail)) => {
                    Words::new("desk-damaged").with("detail", detail)
                }
                Err(error) => said("backup-failed", &error),
            };
            wire.tell(Event::Failed(wrong));
        });
    }

    /// Copying films may take a while: a worker does it, one after the other so that they keep their order, and rings for
    /// each.
    fn take_in(&self, files: Files) -> Option<Event> {
        let home = self.world.home.clone();
        let (desk, wire) = (self.world.desk.clone(), self.wire.clone());
        std::thread::spawn(move || {
            let Files { post, paths, .. } = files;
            let mut instead = files.instead;
            for path in paths {
                let file = fetch::expand(&path, home.as_deref());
                let taken = media::take(&desk, &file);
                let taken = taken.map_err(|error| media::not_taken(&file, &error));
                wire.tell(match instead.take() {
                    Some(media) => Event::Swapped { post, media, taken },
                    None => Event::Taken { post, taken },
                });
            }
        });
        None
    }

    /// Lets the checker look at what is in line.
    fn check(&self, line_up: bool) -> Option<Event> {
        let (now, wire) = ((self.world.now)(), self.wire.clone());
        worker::check(line_up, &self.world.desk, now, wire);
        None
    }

    /// Brings the search to where the desk is.
    fn index(&self, seed: u64) -> Option<Event> {
        let desk = self.world.desk.clone();
        self.work(move || worker::index(&desk, seed))
    }

    /// Looks at pictures of older days. What cannot be looked at now is looked at another time.
    fn measure(&self, post: Option<PostId>) -> Option<Event> {
        let (desk, wire) = (self.world.desk.clone(), self.wire.clone());
        std::thread::spawn(move || match worker::measure(&desk, post) {
            Ok(0) => {}
            Ok(_) => wire.tell(Event::Measured),
            Err(error) => log::warn!("pictures not measured: {error}"),
        });
        None
    }

    /// A folder on a slow disk may take a while to list.
    fn complete(&self, typed: String) -> Option<Event> {
        let home = self.world.home.clone();
        self.work(move || Event::Completed(fetch::complete(&typed, home.as_deref())))
    }

    fn look(&self, order: Order) -> Option<Event> {
        let path = fetch::expand(&order.path, self.world.home.as_deref());
        let (desk, now) = (self.world.desk.clone(), (self.world.now)());
        self.work(move || Event::Looked {
            turn: order.turn,
            looked: intake::look_into(&desk, &path, &order.asked, now).map(Box::new),
        })
    }

    fn load(&self, load: Load) -> Option<Event> {
        let desk = self.world.desk.clone();
        self.work(move || Event::Loaded {
            turn: load.turn,
            packed: load.goods.packed(&desk, &load.file),
        })
    }

    /// Does something beside the window, and rings when it is done; nothing is known of it before.
    fn work(&self, job: impl FnOnce() -> Event + Send + 'static) -> Option<Event> {
        let wire = self.wire.clone();
        std::thread::spawn(move || wire.tell(job()));
        None
    }

    /// Writing a long file may take a while, and the desk is read for as long, by a reader of its own.
    fn export(&self, wanted: Wanted, file: &str, replace: bool) -> Option<Event> {
        let desk = self.world.desk.clone();
        let path = exports::path(&desk, file, self.world.home.as_ref());
        self.work(move || Event::Exported {
            written: exports::write(&desk, &wanted, &path, replace),
            path,
        })
    }
}

fn failed<E: std::fmt::Display>(tried: Result<(), E>, key: &str) -> Option<Event> {
    tried.err().map(|error| Event::Failed(said(key, &error)))
}

fn said(key: &str, error: &dyn std::fmt::Display) -> Words {
    Words::new(key).with("detail", error)
}
