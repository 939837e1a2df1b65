//! Taking turns: whoever brings many rows in lets everybody else in between two parts. SQLite alone would not: a waiting
//! writer only looks again now and then, and would miss the short pauses for seconds.

use std::fs::File;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use super::error::Result;

/// The file whose shared lock says "I am about to write".
const FILE: &str = "turn.lock";

/// How long the one with many rows holds back for others at most: a process that was stopped in the middle of a write
/// must not hold everybody up.
const PATIENCE: u32 = 400;

/// This process's place in the line.
#[derive(Debug)]
pub(super) struct Turn(File);

impl Turn {
    /// Finds the line of the desk in this folder.
    pub(super) fn at(folder: &Path) -> Result<Turn> {
        Ok(Turn(File::create(folder.join(FILE))?))
    }

    /// Says that a small write is about to begin; dropping the answer says that it is over. Never waits.
    pub(super) fn small(&self) -> Small<'_> {
        // Where locks are not to be had she still writes, only with less courtesy.
        Small(self.0.try_lock_shared().is_ok().then_some(&self.0))
    }

    /// Lets everybody who waits with a small write go first.
    pub(super) fn large(&self) {
        for _ in 0..PATIENCE {
            if self.0.try_lock().is_ok() {
                break;
            }
            sleep(Duration::from_millis(1));
        }
        self.0.unlock().ok();
    }
}

/// A small write under way.
#[derive(Debug)]
pub(super) struct Small<'t>(Option<&'t File>);

impl Drop for Small<'_> {
    fn drop(&mut self) {
        if let Some(file) = self.0 {
            file.unlock().ok();
        }
    }
}
