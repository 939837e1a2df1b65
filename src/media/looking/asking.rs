//! The asking side: starts the other process, waits no longer than it may take, and believes nothing beyond what was asked.

use std::io::{self, Read};
use std::os::fd::AsFd;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::{ORDER, Unseen, length, understood};
use crate::domain::picture::Pixels;

/// How long looking at one picture may take, on a machine that has other work as well.
const AT_MOST: Duration = Duration::from_secs(20);

/// How often it is asked whether somebody still wants the picture.
const GLANCE: Duration = Duration::from_millis(25);

/// Lets `program` look at a file and make it this large. None where it was broken off because nobody wants it any more.
pub fn ask(
    program: &Path,
    file: &Path,
    (width, height): (u16, u16),
    is_wanted: &dyn Fn() -> bool,
) -> Option<Result<Pixels, Unseen>> {
    if !file.exists() {
        return Some(Err(Unseen::Gone));
    }
    // It needs nothing of our surroundings, and nobody reads what else it says.
    let begun = Command::new(program)
        .arg(ORDER)
        .arg(file)
        .args([width, height].map(|side| side.to_string()))
        .env_clear()
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = match begun {
        Ok(child) => child,
        Err(error) => {
            log::warn!("nobody looks at pictures: {error}");
            return Some(Err(Unseen::Failed));
        }
    };
    let heard = child.stdout.take().map_or(Ok(Vec::new()), |mut answer| {
        // One byte more than an answer has: whoever says more is not believed.
        listen(&mut answer, length(width, height) + 1, is_wanted)
    });
    end(&mut child);
    match heard {
        Ok(answer) => Some(understood(&answer, width, height)),
        Err(Stopped::Unwanted) => None,
        Err(Stopped::TooLong) => Some(Err(Unseen::TooLong)),
        Err(Stopped::Broken(error)) => {
            log::warn!("a picture was not seen: {error}");
            Some(Err(Unseen::Failed))
        }
    }
}

/// Why nobody listens any more.
enum Stopped {
    Unwanted,
    TooLong,
    Broken(io::Error),
}

/// Hears an answer out, up to so many bytes.
fn listen(
    from: &mut ChildStdout,
    most: usize,
    is_wanted: &dyn Fn() -> bool,
) -> Result<Vec<u8>, Stopped> {
    let began = Instant::now();
    let mut answer = Vec::new();
    let mut piece = [0; 16 * 1024];
    while answer.len() < most {
        if !is_wanted() {
            return Err(Stopped::Unwanted);
        }
        if began.elapsed() >= AT_MOST {
            return Err(Stopped::TooLong);
        }
        if !has_news(from).map_err(Stopped::Broken)? {
            continue;
        }
        let room = (most - answer.len()).min(piece.len());
        match from.read(&mut piece[..room]) {
            Ok(0) => break,
            Ok(read) => answer.extend_from_slice(&piece[..read]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Stopped::Broken(error)),
        }
    }
    Ok(answer)
}

/// Waits a moment; says whether there is something to read, be it the end.
fn has_news(from: &ChildStdout) -> io::Result<bool> {
    let mut ends = [PollFd::from_borrowed_fd(from.as_fd(), PollFlags::IN)];
    let moment = Timespec::try_from(GLANCE).unwrap_or_default();
    match poll(&mut ends, Some(&moment)) {
        Ok(n) => Ok(n > 0),
        Err(Errno::INTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Nothing of it stays, whatever it was at.
fn end(child: &mut Child) {
    let ended = child.kill().and_then(|()| child.wait());
    if let Err(error) = ended {
        log::warn!("whoever looked at a picture lives on: {error}");
    }
}
