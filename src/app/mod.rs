//! THE HALLWAY: state, routing, effects, the loop. Rooms and short-lived windows meet here and nowhere else.

mod aside;
mod away;
mod bring;
mod checker;
mod draw;
pub mod exports;
mod keep;
mod open;
pub(crate) mod outbox;
mod packets;
mod perform;
mod pictures;
mod proofreading;
mod reading;
mod rooms;
mod route;
pub mod run;
pub mod seeker;
mod settings;
pub(crate) mod tasks;
mod texts;
pub(crate) mod times;
pub mod viewer;
mod views;
mod waiting;
mod watch;
mod work;
mod worker;

use chrono::Duration;
use chrono_tz::Tz;

use crate::domain::Moment;
use crate::domain::filter::Filter;
use crate::domain::hours::Hours;
use crate::domain::ids::{ClientId, PostId, VariantId};
use crate::domain::picture::{Thumb, Way};
use crate::domain::words::Words;
use crate::effect::{Files, Pane, Weight};
use crate::env::Roster;
use crate::event::Event;
use crate::keys::{Keymap, Pending};
use crate::locale::Locale;
use crate::neighbours::{Kind, Neighbour};
use crate::overlays::Overlay;
use crate::proofreader::Errand;
use crate::report::export::Wanted;
use crate::store::{Result, Store};
use crate::ui::Theme;
use crate::watch::Watch;
use rooms::Rooms;
pub use settings::Source;
use waiting::Waiting;
pub use work::Work;

/// What every room is told, borrowed field by field so that a room may change while it is told.
macro_rules! env {
    ($app:expr) => {
        crate::env::Env {
            now: $app.now,
            zone: $app.settings.zone,
            hours: &$app.settings.hours,
            scope: $app.scope,
            filter: &$app.filter,
            roster: &$app.roster,
            locale: &$app.locale,
            theme: &$app.theme,
            size: $app.size,
        }
    };
}
use env;

/// Her settings, as the window needs them.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Her zone.
    pub zone: Tz,
    /// Her working hours.
    pub hours: Hours,
    /// Whether this is the throw-away demo desk.
    pub demo: bool,
    /// Whether the clock in the top bar is shown (and wakes the program once a minute).
    pub clock: bool,
    /// How pictures come on the screen.
    pub pictures: Way,
}

/// What must be done at the terminal or the system; the loop does it, tests look at it.
#[derive(Debug, Clone, PartialEq)]
pub enum Outside {
    /// Send to the terminal's clipboard.
    Copy(String),
    /// Open in a browser.
    Open(String),
    /// Bell, title and a notice.
    Ring(String),
    /// Edit in her own editor.
    Edit {
        /// Whose text.
        post: PostId,
        /// Which variant's.
        variant: Option<VariantId>,
        /// The text as it stands.
        text: String,
    },
    /// Take a file into the desk, off the key path.
    Take {
        /// For which post.
        post: PostId,
        /// Its path.
        path: String,
    },
    /// Take files into the desk one after the other, off the key path.
    TakeIn(Files),
    /// Measure pictures that nobody has looked at, off the key path: those of a post, or all.
    Measure(Option<PostId>),
    /// Make a picture small, off the key path: only the one wanted last counts.
    Picture(Thumb),
    /// Clicks and the wheel shall come to the window, or no longer.
    Mouse(bool),
    /// Do what moves many rows, off the key path.
    Work {
        /// What is to be done.
        work: Work,
        /// Where chance begins for it.
        seed: u64,
    },
    /// Stop that, and take back what came in.
    StopWork,
    /// Let the checker look at what is in line, off the key path.
    Check {
        /// Put what is near in line first.
        line_up: bool,
    },
    /// Let the checker look at a text being written.
    CheckText(Box<crate::lint::Subject>),
    /// The care of the day, off the key path: a backup, and a look at the desk.
    KeepSafe {
        /// Where her days begin and end.
        zone: Tz,
        /// Look even if there is a backup of today: the last process ended badly.
        look: bool,
    },
    /// Look words up, off the key path: only the newest turn counts.
    Seek {
        /// Which look it is.
        turn: u64,
        /// The words.
        words: String,
    },
    /// Bring the search to where the desk is, off the key path.
    Index {
        /// Where chance begins for it.
        seed: u64,
    },
    /// Write a file, off the key path.
    Export {
        /// What goes into it.
        wanted: Wanted,
        /// Its name, or its whole path.
        file: String,
        /// Whether one that is there is replaced.
        replace: bool,
    },
    /// Go on with a typed path.
    Complete(String),
    /// Look into a file that is to come in, off the key path.
    Look(Box<crate::overlays::bring::Order>),
    /// Make ready what comes in, off the key path.
    Load(Box<crate::overlays::bring::Load>),
    /// Something for the proofreader, off the key path.
    Proofread(Box<Errand>),
    /// Nobody writes any more: the proofreader may go, and its dictionaries with it.
    PutDictionariesAway,
    /// Run the demo in this terminal until it ends.
    Demo,
    /// Give the shell back.
    Suspend,
}

/// The window's whole state.
pub struct App {
    store: Store,
    locale: Locale,
    theme: Theme,
    keymap: Keymap,
    pending: Pending,
    settings: Settings,
    roster: Roster,
    rooms: Rooms,
    pane: Pane,
    scope: Option<ClientId>,
    filter: Filter,
    overlays: Vec<Overlay>,
    toast: Option<(Words, Weight)>,
    size: (u16, u16),
    /// Pixels of a cell, across and down, where the terminal says so.
    cell: Option<(u16, u16)>,
    now: Moment,
    outside: Vec<Outside>,
    keeping: Option<keep::Keeping>,
    live: Option<settings::Live>,
    /// The day that was kept safe last.
    safe: Option<chrono::NaiveDate>,
    working: Option<work::Working>,
    /// The search is being brought to where the desk is.
    indexing: bool,
    checker: checker::Checker,
    clock: Watch,
    waiting: Waiting,
    reading: reading::Reading,
    /// A newer program has brought the desk on: this window only reads.
    outgrown: bool,
    /// The daemon on this desk, as far as was last seen.
    daemon: Option<Neighbour>,
    version: i64,
    done: bool,
}

impl App {
    /// Opens the window on a desk.
    pub fn new(
        store: Store,
        settings: Settings,
        locale: Locale,
        theme: Theme,
        keymap: Keymap,
        size: (u16, u16),
        now: Moment,
    ) -> Result<Self> {
        let roster = Roster::read(store.reader())?;
        let version = store.reader().version()?;
        let clock = Watch::new(Kind::Window, store.folder());
        let mut app = Self {
            store,
            locale,
            theme,
            keymap,
            pending: Pending::default(),
            settings,
            roster,
            rooms: Rooms::default(),
            pane: Pane::Today,
            scope: None,
            filter: Filter::default(),
            overlays: Vec::new(),
            toast: None,
            size,
            cell: None,
            now,
            outside: Vec::new(),
            keeping: None,
            live: None,
            safe: None,
            working: None,
            indexing: false,
            checker: checker::Checker::default(),
            clock,
            waiting: Waiting::default(),
            reading: reading::Reading::default(),
            outgrown: false,
            daemon: None,
            version,
            done: false,
        };
        app.look_for_the_daemon();
        app.remember_visit()?;
        app.look_at_the_clock();
        app.refresh();
        app.offer_kept_text();
        Ok(app)
    }

    /// Takes one fact in and everything it causes; returns what must be done outside.
    pub fn handle(&mut self, event: Event, now: Moment) -> Vec<Outside> {
        self.now = now;
        let was_typing = self.types_in_the_room();
        self.take(event);
        self.retry();
        self.read_along();
        self.keep_typing(was_typing);
        self.check_text();
        self.look_at_picture();
        std::mem::take(&mut self.outside)
    }

    /// Says something in the footer before she has pressed a key.
    pub fn say(&mut self, words: Words) {
        self.toast = Some((words, Weight::Plain));
    }

    /// Whether the program should end.
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// When the program must wake by itself; none: only input can change anything.
    pub fn next_wake(&self) -> Option<Moment> {
        let minute = self.settings.clock.then(|| {
            let into = i64::from(self.now.timestamp().rem_euclid(60) as i32);
            self.now + Duration::seconds(60 - into)
        });
        let save = self.keeping.as_ref().and_then(|it| it.due(self.now));
        [
            self.clock.next(),
            minute,
            save,
            self.waiting.retry,
            self.checker.due(),
        ]
        .into_iter()
        .flatten()
        .min()
    }
}
