//! When the program breaks: first the terminal is given back, then a report is written, then its path is said.

use std::backtrace::Backtrace;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::guard;

/// What the shell sees: the status Rust programs end with when they break.
const ENDED_BY_PANIC: i32 = 101;
/// Reports with the same second in their name before one is given up.
const SAME_SECOND: u32 = 100;
const UNSEEN: &str = "crash-";
const SEEN: &str = "seen-crash-";

/// What a report needs and must not ask for itself.
#[derive(Debug, Clone)]
pub struct CrashReport {
    /// Where reports go; made (0700) when missing.
    pub state_dir: PathBuf,
    /// Name and version of the program.
    pub version: String,
    /// When the program started, in words.
    pub started_at: String,
    /// The sentence said on the error output, in her language; the path follows on a line of its own.
    pub sentence: String,
    /// Unix seconds now.
    pub now: fn() -> i64,
}

/// From here on a panic in any thread ends the program in order: terminal, report, path, status 101.
///
/// It ends there in debug builds too. A window whose worker has died, or that draws on a terminal already given back,
/// helps nobody; and ending before the abort of a release build leaves no core file with her texts in it.
pub fn install_hook(report: CrashReport) {
    static BROKEN: AtomicBool = AtomicBool::new(false);
    panic::set_hook(Box::new(move |info| {
        guard::restore_now();
        if BROKEN.swap(true, Ordering::SeqCst) {
            // Another thread broke first and is writing; it ends the program for both.
            loop {
                thread::park();
            }
        }
        say(&report.sentence, &report.write(info));
        std::process::exit(ENDED_BY_PANIC);
    }));
}

/// The newest report not yet shown, if the program broke last time.
pub fn last_crash(state_dir: &Path) -> Option<PathBuf> {
    let entries = fs::read_dir(state_dir).ok()?;
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    paths
        .filter_map(|path| age_order(&path).map(|order| (order, path)))
        .max()
        .map(|(_, path)| path)
}

/// Marks a report as shown; it stays beside the others, for whoever wants to send it.
pub fn forget_crash(report: &Path) -> io::Result<()> {
    let name = report.file_name().and_then(|name| name.to_str());
    let rest = name.and_then(|name| name.strip_prefix(UNSEEN));
    let Some(rest) = rest else {
        return Err(ErrorKind::InvalidInput.into());
    };
    fs::rename(report, report.with_file_name(format!("{SEEN}{rest}")))
}

impl CrashReport {
    fn write(&self, info: &PanicHookInfo<'_>) -> io::Result<PathBuf> {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&self.state_dir)?;
        let text = self.text(info);
        let second = (self.now)();
        for number in 0..SAME_SECOND {
            let path = self
                .state_dir
                .join(format!("{UNSEEN}{second}-{number}.txt"));
            let made = OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(&path);
            match made {
                Ok(mut file) => {
                    file.write_all(text.as_bytes())?;
                    return Ok(path);
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }

    /// Nothing but what the program knows of itself: no screen, no text of hers, no environment.
    fn text(&self, info: &PanicHookInfo<'_>) -> String {
        let thread = thread::current();
        let place = info.location().map(ToString::to_string);
        format!(
            "{}\nstarted: {}\nthread: {}\nat: {}\n\n{}\n\n{}\n",
            self.version,
            self.started_at,
            thread.name().unwrap_or("?"),
            place.as_deref().unwrap_or("?"),
            message(info),
            Backtrace::force_capture(),
        )
    }
}

fn message<'a>(info: &'a PanicHookInfo<'_>) -> &'a str {
    let payload = info.payload();
    let fixed = payload.downcast_ref::<&str>().copied();
    let made = || payload.downcast_ref::<String>().map(String::as_str);
    fixed.or_else(made).unwrap_or("?")
}

fn say(sentence: &str, report: &io::Result<PathBuf>) {
    let words = match report {
        Ok(path) => format!("{sentence}\n{}\n", path.display()),
        Err(error) => format!("{sentence}\n{error}\n"),
    };
    // The error output may be closed; there is nobody left to tell then.
    drop(io::stderr().write_all(words.as_bytes()));
}

/// Second and number of an unseen report, as its name says.
fn age_order(path: &Path) -> Option<(i64, u32)> {
    let name = path.file_name()?.to_str()?;
    let stem = name.strip_prefix(UNSEEN)?.strip_suffix(".txt")?;
    let (second, number) = stem.rsplit_once('-')?;
    Some((second.parse().ok()?, number.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_report_is_shown_once_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(last_crash(folder.path()), None);
        assert_eq!(last_crash(&folder.path().join("missing")), None);
        let strangers = [
            "crash-.txt",
            "crash-x-1.txt",
            "log.txt",
            "crash-99999999999.txt",
            "seen-crash-999-0.txt",
        ];
        for name in ["crash-9-0.txt", "crash-10-0.txt", "crash-10-2.txt"]
            .iter()
            .chain(&strangers)
        {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let newest = last_crash(folder.path()).unwrap();
        assert_eq!(newest, folder.path().join("crash-10-2.txt"));
        forget_crash(&newest).unwrap();
        assert_eq!(
            last_crash(folder.path()),
            Some(folder.path().join("crash-10-0.txt"))
        );
        assert!(folder.path().join("seen-crash-10-2.txt").exists());
        assert!(forget_crash(&folder.path().join("log.txt")).is_err());
    }
}
