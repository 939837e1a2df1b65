//! The only voice of the program outside the window: answers to standard output, words about them to standard error.

use std::io::{self, BufWriter, ErrorKind, Stdout, Write, stderr, stdout};

use serde::Serialize;

use super::stop::Stop;
use crate::domain::words::Words;

/// Says things. Everything given to it is already sanitised.
#[derive(Debug)]
pub(super) struct Say {
    out: BufWriter<Stdout>,
    said_json: bool,
}

impl Default for Say {
    fn default() -> Self {
        Self {
            out: BufWriter::with_capacity(64 * 1024, stdout()),
            said_json: false,
        }
    }
}

/// An answer that only a program reads.
pub(super) fn bytes(answer: &[u8]) -> io::Result<()> {
    let mut out = stdout().lock();
    out.write_all(answer)?;
    out.flush()
}

impl Say {
    /// One line of the answer.
    pub(super) fn answer(&mut self, line: &str) -> Result<(), Stop> {
        writeln!(self.out, "{line}").map_err(|error| stopped(&error))
    }

    /// A piece of the answer as it is.
    pub(super) fn raw(&mut self, piece: &str) -> Result<(), Stop> {
        self.out
            .write_all(piece.as_bytes())
            .map_err(|error| stopped(&error))
    }

    /// The answer as JSON, on a line of its own.
    pub(super) fn json(&mut self, answer: &impl Serialize) -> Result<(), Stop> {
        self.piece(answer)?;
        self.raw("\n")
    }

    /// A part of a JSON answer that is written while it is read.
    pub(super) fn piece(&mut self, part: &impl Serialize) -> Result<(), Stop> {
        self.said_json = true;
        serde_json::to_writer(&mut self.out, part).map_err(|error| stopped(&error.into()))
    }

    /// Whether a part of the answer was JSON.
    pub(super) const fn has_said_json(&self) -> bool {
        self.said_json
    }

    /// Words about the answer. Where nobody listens to them nothing is lost.
    pub(super) fn remark(&mut self, line: &str) {
        // The answer so far comes first, so that both read in order on a terminal.
        self.out.flush().ok();
        writeln!(stderr().lock(), "{line}").ok();
    }

    /// The last of the answer goes out.
    pub(super) fn finish(&mut self) -> Result<(), Stop> {
        self.out.flush().map_err(|error| stopped(&error))
    }
}

/// A reader that has seen enough (`| head`) is no failure; a full disk behind `>` is one.
fn stopped(error: &io::Error) -> Stop {
    match error.kind() {
        ErrorKind::BrokenPipe => Stop::ReaderLeft,
        _ => Stop::refused(Words::new("cli-output").with("detail", error)),
    }
}
