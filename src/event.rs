//! What happened: every fact that can reach the window, already decoded and harmless.

use std::path::PathBuf;

use crate::domain::command::Change;
use crate::domain::ids::{MediaId, PostId, VariantId};
use crate::domain::picture::{Pixels, Thumb};
use crate::domain::tally::Tally;
use crate::domain::words::Words;
use crate::intake::fetch::Completed;
use crate::intake::{Looked, Packed};
use crate::keys::Key;
use crate::lint::Finding;
use crate::media::Taken;
use crate::proofreader::Spelt;
use crate::report::export::Trouble;
use crate::store::{Done, Haul};

/// Something the person did to the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed or repeated.
    Key(Key),
    /// Text was pasted, raw: text places sanitise it, command places ignore it.
    Paste(String),
    /// The left button went down on a cell (column, row from 0).
    Click {
        /// Column from the left, from 0.
        col: u16,
        /// Row from the top, from 0.
        row: u16,
    },
    /// The mouse moved to a cell with the left button down (column, row from 0).
    Drag {
        /// Column from the left, from 0.
        col: u16,
        /// Row from the top, from 0.
        row: u16,
    },
    /// The wheel turned: negative is up.
    Scroll(i16),
    /// The window has a new size (columns, rows).
    Resize(u16, u16),
    /// The window got the focus: another process may have written meanwhile.
    FocusIn,
    /// The window lost the focus.
    FocusOut,
}

/// Why the program must end or pause, as the system told it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// The terminal went away.
    Hangup,
    /// Asked to end.
    Terminate,
    /// Came back after a stop.
    Continue,
}

/// A fact that has reached the window.
#[derive(Debug)]
pub enum Event {
    /// She did something.
    Input(Input),
    /// A moment that was waited for has come, or the clock moved on.
    Wake,
    /// Another process wrote to the desk, and this is what has changed.
    Outside(Change),
    /// Her own editor has closed: the text as it came back, or why it did not.
    Edited {
        /// Whose text.
        post: PostId,
        /// Which variant's, if it goes its own way.
        variant: Option<VariantId>,
        /// The bytes, or what went wrong.
        text: Result<Vec<u8>, Words>,
    },
    /// A file was taken into the desk, or could not be.
    Taken {
        /// For which post.
        post: PostId,
        /// What was taken, or what went wrong.
        taken: Result<Taken, Words>,
    },
    /// A file was taken into the desk to stand in the place of a picture, or could not be.
    Swapped {
        /// For which post.
        post: PostId,
        /// In the place of which picture.
        media: MediaId,
        /// What was taken, or what went wrong.
        taken: Result<Taken, Words>,
    },
    /// A worker has looked at pictures that nobody had measured.
    Measured,
    /// A picture was made small, or could not be.
    Seen {
        /// Which one, and how large it was wanted.
        wanted: Thumb,
        /// Its pixels, or why there are none.
        seen: Result<Pixels, Words>,
    },
    /// The worker has brought in so many rows.
    WorkedOn(usize),
    /// The worker is done, or was refused.
    Worked(Result<Done, Words>),
    /// The checker has looked at what was in line: whether there is news, or what went wrong.
    Checked(Result<bool, Words>),
    /// The checker has looked at a text being written.
    TextChecked {
        /// The text it saw.
        text: String,
        /// What it found.
        found: Vec<Finding>,
    },
    /// A file was written, or could not be.
    Exported {
        /// Where it lies.
        path: PathBuf,
        /// How many rows it has, or what went wrong.
        written: Result<usize, Trouble>,
    },
    /// Words were looked up.
    Found {
        /// Which look it was.
        turn: u64,
        /// What was found, or why nothing could be looked up.
        found: Result<Haul, Words>,
    },
    /// The search is where the desk is, as far as it could be brought there.
    Indexed,
    /// A typed path may go on like this.
    Completed(Completed),
    /// A worker has looked into a file that is to come in.
    Looked {
        /// Which look it was.
        turn: u64,
        /// What the file would bring, or why it could not be read.
        looked: Result<Box<Looked>, Words>,
    },
    /// What comes in is ready for the store.
    Loaded {
        /// Which load it was.
        turn: u64,
        /// The Commands.
        packed: Packed,
    },
    /// The proofreader has measured a text.
    Counted {
        /// Which reading it was.
        turn: u64,
        /// How it measures.
        tally: Tally,
    },
    /// The proofreader has spelt the text being written.
    Spelt(Spelt),
    /// The proofreader knows how a word may be meant.
    Suggested {
        /// The word as it stands in the text.
        word: String,
        /// The likeliest first; empty when nothing is like it.
        meant: Vec<String>,
    },
    /// No browser could be reached: the address must be shown instead.
    NotOpened(String),
    /// Something that was done outside failed.
    Failed(Words),
    /// The system wants the program to end or has woken it.
    Signal(Signal),
}
