//! What is told to the terminal beside the picture: clipboard, bell, title, notice. All by the one pen.

use std::io::{self, Write};
use std::os::fd::AsFd;

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;

use super::Screen;

/// The longest clipboard, in base64 bytes: what common terminals take in one OSC 52 (xterm's limit is lower still).
pub const CLIPBOARD_LIMIT: usize = 74_000;
/// Longest title and notice in characters: more is never shown.
const LINE_LIMIT: usize = 200;

/// Why something was not told.
#[derive(Debug, thiserror::Error)]
pub enum OutsideError {
    /// The terminal would cut the text in silence. Size and limit in bytes of base64.
    #[error("clipboard of {size} bytes is over {limit}")]
    TooLong {
        /// What it would have taken.
        size: usize,
        /// What is taken.
        limit: usize,
    },
    /// The terminal did not take the bytes.
    #[error(transparent)]
    Terminal(#[from] io::Error),
}

impl<W: AsFd> Screen<W> {
    /// Sends text to the terminal for its clipboard (OSC 52). Whether it arrives, no terminal says: call it *sent*.
    pub fn clipboard(&mut self, text: &str) -> Result<(), OutsideError> {
        let text = harmless(text, |control| matches!(control, '\n' | '\t'));
        let size = text.len().div_ceil(3) * 4;
        if size > CLIPBOARD_LIMIT {
            let limit = CLIPBOARD_LIMIT;
            return Err(OutsideError::TooLong { size, limit });
        }
        queue!(self.pen(), CopyToClipboard::to_clipboard_from(text))?;
        self.told()
    }

    /// Rings.
    pub fn bell(&mut self) -> Result<(), OutsideError> {
        self.pen().write_all(b"\x07")?;
        self.told()
    }

    /// Names the window; the name it had comes back when the terminal is given back.
    pub fn title(&mut self, title: &str) -> Result<(), OutsideError> {
        write!(self.pen(), "\x1b]2;{}\x1b\\", short_line(title))?;
        self.told()
    }

    /// Shows a desktop notice where the terminal can (OSC 9).
    pub fn notify(&mut self, notice: &str) -> Result<(), OutsideError> {
        // A number and a semicolon in front would be a command to some terminals (`4;` is a progress bar).
        write!(self.pen(), "\x1b]9; {}\x1b\\", short_line(notice))?;
        self.told()
    }

    fn told(&mut self) -> Result<(), OutsideError> {
        self.pen().commit()?;
        Ok(())
    }
}

/// The bell and a notice (OSC 9) for a terminal that no window holds.
pub fn ringing(notice: &str) -> String {
    format!("\x07\x1b]9; {}\x1b\\", short_line(notice))
}

fn short_line(text: &str) -> String {
    let line = text.replace(['\n', '\t'], " ");
    harmless(&line, |_| false)
        .chars()
        .take(LINE_LIMIT)
        .collect()
}

/// The last fence at the wire: whatever the text went through before, no control character and no direction override
/// leaves inside a sequence of ours.
fn harmless(text: &str, kept: fn(char) -> bool) -> String {
    let turns = |letter| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .filter(|&letter| kept(letter) || !(letter.is_control() || turns(letter)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::frame::FrameWriter;
    use super::*;
    use std::io::Read;
    use std::os::unix::net::UnixStream;

    fn told(what: impl FnOnce(&mut Screen<UnixStream>) -> Result<(), OutsideError>) -> String {
        let (ours, mut theirs) = UnixStream::pair().unwrap();
        theirs.set_nonblocking(true).unwrap();
        let mut screen = Screen::on(FrameWriter::new(ours, || true)).unwrap();
        what(&mut screen).unwrap();
        let mut bytes = vec![0; 100_000];
        let length = theirs.read(&mut bytes).unwrap();
        let all = String::from_utf8(bytes[..length].to_vec()).unwrap();
        let inner = all.strip_prefix("\x1b[?2026h").unwrap();
        inner.strip_suffix("\x1b[?2026l").unwrap().to_owned()
    }

    #[test]
    fn the_clipboard_goes_in_base64() {
        let sent = told(|screen| screen.clipboard("Привет\n"));
        assert_eq!(sent, "\x1b]52;c;0J/RgNC40LLQtdGCCg==\x1b\\");
    }

    #[test]
    fn a_clipboard_cannot_carry_a_key_press() {
        let sent = told(|screen| screen.clipboard("a\x1b[201~b\r"));
        assert_eq!(sent, told(|screen| screen.clipboard("a[201~b")));
    }

    #[test]
    fn too_long_a_clipboard_is_refused_whole() {
        let (ours, mut theirs) = UnixStream::pair().unwrap();
        theirs.set_nonblocking(true).unwrap();
        let mut screen = Screen::on(FrameWriter::new(ours, || true)).unwrap();
        let most = CLIPBOARD_LIMIT / 4 * 3;
        assert!(matches!(
            screen.clipboard(&"x".repeat(most + 1)),
            Err(OutsideError::TooLong { size, limit }) if size > limit
        ));
        assert!(theirs.read(&mut [0; 1]).is_err(), "something was sent");
        screen.clipboard(&"x".repeat(most)).unwrap();
    }

    #[test]
    fn titles_and_notices_cannot_break_out() {
        let hostile = "x\x1b\\\x1b]52;c;AAAA\x07\u{9b}31m\n\u{202e}y";
        let clean = "x\\]52;c;AAAA31m y";
        assert_eq!(
            told(|screen| screen.title(hostile)),
            format!("\x1b]2;{clean}\x1b\\")
        );
        assert_eq!(
            told(|screen| screen.notify(hostile)),
            format!("\x1b]9; {clean}\x1b\\")
        );
        assert_eq!(
            told(|screen| screen.notify("4;1;50")),
            "\x1b]9; 4;1;50\x1b\\"
        );
        assert_eq!(ringing(hostile), format!("\x07\x1b]9; {clean}\x1b\\"));
        assert_eq!(told(Screen::bell), "\x07");
        assert!(
            told(|screen| screen.title(&"я".repeat(9_000)))
                .chars()
                .count()
                < 220
        );
    }
}
