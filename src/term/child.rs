//! Another program in the terminal that was lent to it, until it ends.

use std::ffi::OsStr;
use std::io;
use std::process::{Command, Stdio};

use super::tty;

/// Runs `program` and waits for it; how it ended is its own affair. Call it with the terminal given back
/// (`Guard::release_while`).
pub fn run(program: &OsStr, arguments: &[impl AsRef<OsStr>]) -> io::Result<()> {
    Command::new(program)
        .args(arguments)
        .stdin(own_stdin())
        .status()
        .map(drop)
}

/// The window's standard input never blocks, which no other program expects; a child gets one of its own.
pub(super) fn own_stdin() -> Stdio {
    tty::open_for_a_child().map_or_else(|_| Stdio::inherit(), Stdio::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_it_ended_is_its_own_affair_but_it_must_begin() {
        assert!(run(OsStr::new("false"), &["x"]).is_ok());
        assert!(run(OsStr::new("/no/such/program"), &["demo"]).is_err());
    }
}
