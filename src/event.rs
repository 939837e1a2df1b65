//! What happened: every fact that can reach the window, already decoded and harmless.

use crate::keys::Key;

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
