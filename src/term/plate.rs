//! Real pixels, as kitty draws them: sent once, put over cells, and taken off again by the number they were sent under.

use std::io::{self, Write};
use std::os::fd::AsFd;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Screen, guard};
use crate::ui::Plate;

/// Takes our one picture off and lets the terminal forget it. The number is anybody's guess, so that no other program has it.
pub(super) const TAKE_OFF: &[u8] = b"\x1b_Ga=d,d=I,i=1347634,q=2\x1b\\";

/// The number in it.
const NUMBER: u32 = 1_347_634;

/// Bytes that one piece carries: 4096 letters of base64 are the most that the protocol allows.
const PIECE: usize = 3072;

impl<W: AsFd> Screen<W> {
    /// Lays a picture over the cells, or takes off the one that lies there. What lies there already costs nothing.
    pub fn lay(&mut self, plate: Option<&Plate>) -> io::Result<()> {
        if !self.may_write() || self.laid.as_ref() == plate {
            return Ok(());
        }
        if self.laid.is_some() {
            self.pen().write_all(TAKE_OFF)?;
        }
        if let Some(plate) = plate {
            // Marked before it is sent: what got half out must be taken off too.
            guard::has_a_picture();
            send(self.pen(), plate)?;
        }
        self.laid = plate.cloned();
        let sent = self.commit();
        if sent.is_err() {
            self.clear()?;
        }
        sent.map(drop)
    }
}

/// The pixels in pieces. The terminal is told to answer nothing, to leave the cursor alone, and how many cells to fill.
fn send(out: &mut impl Write, plate: &Plate) -> io::Result<()> {
    let (at, pixels) = (plate.at, plate.pixels.lit(&plate.lit));
    write!(out, "\x1b[{};{}H", at.y + 1, at.x + 1)?;
    let (width, height) = (pixels.width(), pixels.height());
    let mut pieces = pixels.rgb().chunks(PIECE).peekable();
    let mut is_first = true;
    while let Some(piece) = pieces.next() {
        let more = u8::from(pieces.peek().is_some());
        let whole = format!(
            "a=T,f=24,s={width},v={height},i={NUMBER},p=1,c={},r={},C=1,q=2,",
            at.width, at.height
        );
        let keys = if is_first { whole.as_str() } else { "" };
        write!(out, "\x1b_G{keys}m={more};{}\x1b\\", STANDARD.encode(piece))?;
        is_first = false;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::os::unix::net::UnixStream;
    use std::sync::Arc;

    use ratatui::layout::Rect;

    use super::super::frame::FrameWriter;
    use super::*;
    use crate::domain::picture::{Part, Pixels, Thumb};

    fn window() -> (Screen<UnixStream>, UnixStream) {
        let (ours, theirs) = UnixStream::pair().unwrap();
        theirs.set_nonblocking(true).unwrap();
        (Screen::on(FrameWriter::new(ours, || true)).unwrap(), theirs)
    }

    fn seen(from: &mut UnixStream) -> String {
        let mut bytes = vec![0; 1 << 20];
        let length = from.read(&mut bytes).unwrap_or(0);
        String::from_utf8(bytes[..length].to_vec()).unwrap()
    }

    fn plate(hash: &str, pixels: &Pixels) -> Plate {
        let (width, height) = (pixels.width(), pixels.height());
        Plate {
            at: Rect::new(4, 2, 8, 3),
            picture: Thumb {
                hash: hash.to_owned(),
                width,
                height,
            },
            lit: Part {
                across: (0, width),
                down: (0, height),
            },
            pixels: Arc::new(pixels.clone()),
        }
    }

    /// What the pieces of a picture carry, put together.
    fn carried(sent: &str) -> Vec<u8> {
        let pieces = sent
            .split("\x1b_G")
            .skip(1)
            .filter(|it| !it.starts_with("a=d"));
        let each = pieces.flat_map(|piece| {
            let inner = piece.split("\x1b\\").next().unwrap();
            let (keys, load) = inner.split_once(';').unwrap();
            assert!(load.len() <= 4096 && keys.contains("m="), "{keys}");
            STANDARD.decode(load).unwrap()
        });
        each.collect()
    }

    #[test]
    fn a_picture_goes_out_once_in_pieces_and_is_taken_off() {
        let (mut screen, mut theirs) = window();
        let pixels = Pixels::new(60, 40, (0..7200).map(|n| n as u8).collect()).unwrap();
        let plate = plate("a", &pixels);
        screen.lay(Some(&plate)).unwrap();
        let sent = seen(&mut theirs);
        assert!(
            sent.contains("\x1b[3;5H\x1b_Ga=T,f=24,s=60,v=40,i=1347634,p=1,c=8,r=3,C=1,q=2,m=1;")
        );
        assert_eq!(sent.matches("m=0;").count(), 1);
        assert_eq!(carried(&sent), pixels.rgb());
        screen.lay(Some(&plate)).unwrap();
        assert_eq!(seen(&mut theirs), "");
        screen.lay(None).unwrap();
        let taken = std::str::from_utf8(TAKE_OFF).unwrap();
        assert_eq!(seen(&mut theirs), format!("\x1b[?2026h{taken}\x1b[?2026l"));
        screen.lay(None).unwrap();
        assert_eq!(seen(&mut theirs), "");
    }

    #[test]
    fn another_picture_takes_the_first_one_off_and_clearing_takes_all_off() {
        let (mut screen, mut theirs) = window();
        let pixels = Pixels::new(1, 1, vec![1, 2, 3]).unwrap();
        let taken = std::str::from_utf8(TAKE_OFF).unwrap();
        screen.lay(Some(&plate("a", &pixels))).unwrap();
        seen(&mut theirs);
        let darker = Plate {
            lit: Part {
                across: (0, 0),
                down: (0, 0),
            },
            ..plate("a", &pixels)
        };
        for next in [plate("b", &pixels), darker.clone()] {
            screen.lay(Some(&next)).unwrap();
            let sent = seen(&mut theirs);
            assert!(
                sent.find(taken).unwrap() < sent.find("a=T").unwrap(),
                "{sent:?}"
            );
        }
        screen.clear().unwrap();
        screen.draw(|_| {}).unwrap();
        assert!(seen(&mut theirs).contains(taken));
        // What was cleared is sent again.
        screen.lay(Some(&darker)).unwrap();
        assert_eq!(carried(&seen(&mut theirs)), [0, 0, 0]);
    }
}
