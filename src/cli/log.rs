//! The log in the state folder: what went wrong and what was done, never a text or a name. Five files of a megabyte.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use log::{LevelFilter, Log, Metadata, Record};

/// A file is put aside when it has grown past this.
const LARGEST: u64 = 1 << 20;

/// Older files kept beside the one being written.
const KEPT: u32 = 4;

struct ToFile {
    file: Mutex<File>,
    now: fn() -> i64,
}

/// Opens the log; a folder that cannot be written is no reason not to work, so nothing is said then.
pub(super) fn open(state: &Path, now: fn() -> i64) {
    let Ok(file) = file(state) else {
        return;
    };
    let logger = ToFile {
        file: Mutex::new(file),
        now,
    };
    // Only the first call in a process counts, which is ours.
    if log::set_boxed_logger(Box::new(logger)).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
}

fn file(state: &Path) -> std::io::Result<File> {
    fs::create_dir_all(state)?;
    let current = state.join("postdesk.log");
    if fs::metadata(&current).is_ok_and(|facts| facts.len() > LARGEST) {
        let aside = |n: u32| -> PathBuf { state.join(format!("postdesk.log.{n}")) };
        for n in (1..KEPT).rev() {
            if aside(n).exists() {
                fs::rename(aside(n), aside(n + 1))?;
            }
        }
        fs::rename(&current, aside(1))?;
    }
    OpenOptions::new()
        .create(true)
        .append(true)
        .mode(0o600)
        .open(current)
}

impl Log for ToFile {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("postdesk")
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let line = format!(
            "{} {} {}: {}\n",
            (self.now)(),
            record.level(),
            record.target(),
            record.args()
        );
        // A log that cannot be written must not stop the work it tells of.
        if let Ok(mut file) = self.file.lock() {
            drop(file.write_all(line.as_bytes()));
        }
    }

    fn flush(&self) {}
}
