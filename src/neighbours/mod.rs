//! THE NEIGHBOURS: other processes on the same desk. What one has written the others hear at once; who lives is seen.
//!
//! Everything lies in a folder of the desk that only she can enter. Where sockets cannot be made nothing is lost: the
//! store's own version number is the net below.

mod hearing;
mod letter;
mod presence;

use std::fs::DirBuilder;
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

pub use hearing::{Deaf, Hearing, tell};
pub use presence::{Announced, Kind, Life, Neighbour, Presence, daemon, life};

/// Where the processes of a desk meet.
fn folder(desk: &Path) -> PathBuf {
    desk.join("neighbours")
}

/// The same, made where it is not there yet.
fn made(desk: &Path) -> io::Result<PathBuf> {
    let folder = folder(desk);
    // Not the desk itself: one that was moved away must be able to come back.
    match DirBuilder::new().mode(0o700).create(&folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(folder),
    }
}
