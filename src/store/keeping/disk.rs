//! The disk, by its few careful verbs: written and on the disk, linked or copied, gone or never there.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::Thread;
use std::time::Duration;

use rustix::fs::OFlags;
use rustix::process::{Pid, test_kill_process};
use sha2::{Digest, Sha256};

use crate::domain::hash::hex;

/// The beginning of the name of something that is being made.
const MAKING: &str = ".making-";

/// A new folder that only she may enter.
pub(super) fn new_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().mode(0o700).create(folder)
}

/// A name for what is being made by this process; what a dead process left under such a name is swept away.
pub(super) fn making(name: &str) -> String {
    format!("{MAKING}{}-{name}", std::process::id())
}

/// Clears what dead processes left half-made in this folder, and nothing else.
pub(super) fn sweep(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let maker = name.to_str().and_then(maker);
        if maker.is_some_and(|pid| !is_alive(pid)) && entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// The process that a half-made thing belongs to.
fn maker(name: &str) -> Option<i32> {
    let (pid, _) = name.strip_prefix(MAKING)?.split_once('-')?;
    pid.parse().ok()
}

/// Whether this process lives; one that may not be asked does.
fn is_alive(pid: i32) -> bool {
    let Some(pid) = Pid::from_raw(pid) else {
        return false;
    };
    !matches!(test_kill_process(pid), Err(rustix::io::Errno::SRCH))
}

/// Opens a file for reading, never through a link: what a backup holds lies in the backup.
pub(super) fn open(file: &Path) -> io::Result<File> {
    let nofollow = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let flags = i32::try_from(nofollow.bits()).unwrap_or(0);
    let opened = OpenOptions::new()
        .read(true)
        .custom_flags(flags)
        .open(file)?;
    if opened.metadata()?.is_file() {
        Ok(opened)
    } else {
        Err(io::Error::new(ErrorKind::InvalidInput, "not a file"))
    }
}

/// Hash and size of a file.
pub(super) fn weigh(file: &Path) -> io::Result<(String, u64)> {
    let mut file = open(file)?;
    let mut sha = Sha256::new();
    let mut buffer = vec![0; 256 * 1024];
    let mut bytes = 0;
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok((hex(&sha.finalize()), bytes));
        }
        sha.update(&buffer[..read]);
        bytes += read as u64;
    }
}

/// How long a file that grows is left alone before its bytes go to the disk.
const SIP: Duration = Duration::from_millis(10);

/// Does what writes this file, and brings its bytes to the disk meanwhile, sip by sip. Kept back to the end, hundreds of
/// megabytes would hold up everybody who waits for the same disk with a few bytes.
pub(super) fn trickling<T>(file: &Path, write: impl FnOnce() -> T) -> T {
    let is_written = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let sips = scope.spawn(|| {
            while !is_written.load(Ordering::Relaxed) {
                std::thread::park_timeout(SIP);
                // Who needs the file to be safe waits for that, and hears of trouble, when it is whole.
                open(file).and_then(|file| file.sync_data()).ok();
            }
        });
        let _whole = Whole(&is_written, sips.thread());
        write()
    })
}

/// Says that a file is written, however that ended.
struct Whole<'f>(&'f AtomicBool, &'f Thread);

impl Drop for Whole<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
        self.1.unpark();
    }
}

/// A file's bytes under a second name: a link where the disk has links, else a copy that is on the disk.
pub(super) fn link_or_copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::hard_link(from, to).or_else(|_| copy(from, to))
}

/// A copy that is on the disk.
pub(super) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut copy = File::create_new(to)?;
    io::copy(&mut open(from)?, &mut copy)?;
    copy.sync_all()
}

/// Writes a new file and waits for the disk.
pub(super) fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut new = File::create_new(file)?;
    new.write_all(bytes)?;
    new.sync_all()
}

/// What was named in a folder stays named when the power goes.
pub(super) fn settle(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Removes a file, if it is there.
pub(super) fn gone(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
