//! The viewer: a thread that lets pictures be made small, one after the other. Only the one wanted last counts: whoever walks
//! through a list waits for none, and what nobody looks at any more is broken off.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use super::worker::Wire;
use super::{App, Outside, draw, env};
use crate::domain::picture::{Easel, Pixels, Thumb};
use crate::domain::words::Words;
use crate::event::Event;
use crate::media::looking::{self, Unseen};
use crate::media::path;
use crate::overlays::Overlay;
use crate::ui::Plate;

/// The window's end of it.
pub(super) struct Viewer {
    wanted: Sender<(u64, Thumb)>,
    newest: Arc<AtomicU64>,
}

impl Viewer {
    /// Starts the thread; it ends with the window. `program` is the one that looks: this one, as it lies on the disk.
    pub(super) fn start(program: Option<PathBuf>, desk: &Path, wire: Wire) -> Self {
        let (wanted, asked) = channel();
        let newest = Arc::new(AtomicU64::new(0));
        let (desk, last) = (desk.to_owned(), Arc::clone(&newest));
        std::thread::spawn(move || view(program.as_deref(), &desk, &asked, &last, &wire));
        Self { wanted, newest }
    }

    /// Wants this picture instead of those before.
    pub(super) fn ask(&self, wanted: Thumb) {
        let turn = self.newest.fetch_add(1, Ordering::SeqCst) + 1;
        // A thread that is gone shows nothing, and nothing waits for it.
        self.wanted.send((turn, wanted)).ok();
    }
}

/// Looks at what is wanted until nobody can want anything any more.
fn view(
    program: Option<&Path>,
    desk: &Path,
    asked: &Receiver<(u64, Thumb)>,
    newest: &AtomicU64,
    wire: &Wire,
) {
    while let Ok((turn, wanted)) = asked.recv() {
        let is_wanted = || newest.load(Ordering::SeqCst) == turn;
        if !is_wanted() {
            continue;
        }
        if let Some(seen) = look(program, desk, &wanted, &is_wanted) {
            wire.tell(Event::Seen { wanted, seen });
        }
    }
}

/// Looks at one picture of the desk; none where nobody wants it any more.
pub fn look(
    program: Option<&Path>,
    desk: &Path,
    wanted: &Thumb,
    is_wanted: &dyn Fn() -> bool,
) -> Option<Result<Pixels, Words>> {
    let size = (wanted.width, wanted.height);
    let seen = match program {
        Some(program) => looking::ask(program, &path(desk, &wanted.hash), size, is_wanted)?,
        None => Err(Unseen::Failed),
    };
    Some(seen.map_err(Unseen::words))
}

impl App {
    /// The terminal has said how large its cells are, or that it does not.
    pub fn cells_are(&mut self, cell: Option<(u16, u16)>) {
        self.cell = cell;
    }

    /// The picture in real pixels that lies over the cells now.
    pub fn plate(&self) -> Option<Plate> {
        match self.overlays.last() {
            Some(Overlay::Pictures(window)) => window.plate(),
            _ => None,
        }
    }

    /// The window on top may want to see another picture than before.
    pub(super) fn look_at_picture(&mut self) {
        let room = draw::room_in(self.size);
        if let Some(Overlay::Pictures(window)) = self.overlays.last_mut() {
            window.drawn_on(Easel {
                way: self.settings.pictures,
                cell: self.cell,
            });
            let asked = window.asks(room, &env!(self));
            self.outside.extend(asked.map(Outside::Picture));
        }
    }

    /// A picture was made small, or could not be. The window it was for may be gone.
    pub(super) fn picture_seen(&mut self, wanted: Thumb, seen: Result<Pixels, Words>) {
        let window = self.overlays.iter_mut().find_map(|it| match it {
            Overlay::Pictures(window) => Some(window),
            _ => None,
        });
        if let Some(window) = window {
            window.seen(wanted, seen);
        }
    }
}
