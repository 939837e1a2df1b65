//! What she sees: the drawing library on our pen. Unchanged frames cost nothing, changed ones one write.

use std::io::{self, Write};
use std::os::fd::{AsFd, BorrowedFd};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::{Frame, Terminal};

use super::cells::write_cells;
use super::disputed::Disputed;
use super::frame::FrameWriter;
use super::guard;
use super::plate::TAKE_OFF;
use crate::ui::Plate;

/// The window. Draw as often as you like: only differences go out, and nothing while the terminal is not ours.
#[derive(Debug)]
pub struct Screen<W: AsFd = BorrowedFd<'static>> {
    terminal: Terminal<Glass<W>>,
    disputed: Disputed,
    /// Under which taking of the terminal the last frame was drawn.
    taking: usize,
    /// The picture that lies over the cells.
    pub(super) laid: Option<Plate>,
}

impl Screen {
    /// A screen on standard output; it draws once a `Guard` holds the terminal.
    pub fn open() -> io::Result<Self> {
        Self::on(FrameWriter::to_the_terminal())
    }
}

impl<W: AsFd> Screen<W> {
    pub(super) fn on(pen: FrameWriter<W>) -> io::Result<Self> {
        let glass = Glass {
            pen,
            cursor: Cursor::Unknown,
        };
        Ok(Self {
            terminal: Terminal::new(glass)?,
            disputed: Disputed::default(),
            taking: guard::takings(),
            laid: None,
        })
    }

    /// Draws a frame and says how many bytes it cost. After a stop, an editor or an error everything is drawn anew.
    pub fn draw(&mut self, picture: impl FnOnce(&mut Frame<'_>)) -> io::Result<usize> {
        if !self.terminal.backend().pen.may_write() {
            return Ok(0);
        }
        let taking = guard::takings();
        if taking != self.taking {
            self.taking = taking;
            self.clear()?;
        }
        let disputed = &mut self.disputed;
        self.terminal.draw(|frame| {
            picture(frame);
            disputed.settle(frame.buffer_mut());
        })?;
        let sent = self.commit();
        if sent.is_err() {
            // Nobody knows what is on the glass now.
            self.clear()?;
        }
        sent
    }

    /// The next frame is drawn from nothing: for a screen somebody else has written on.
    pub fn clear(&mut self) -> io::Result<()> {
        if self.laid.take().is_some() {
            self.pen().write_all(TAKE_OFF)?;
        }
        self.terminal.backend_mut().cursor = Cursor::Unknown;
        self.terminal.clear()
    }

    /// Columns and rows.
    pub fn size(&self) -> (u16, u16) {
        self.terminal.backend().pen.size()
    }

    /// Pixels of a cell, across and down; none where the terminal does not say.
    pub fn cell(&self) -> Option<(u16, u16)> {
        self.terminal.backend().pen.cell()
    }

    pub(super) fn may_write(&self) -> bool {
        self.terminal.backend().pen.may_write()
    }

    /// The pen, for what is told to the terminal beside the picture.
    pub(super) fn pen(&mut self) -> &mut FrameWriter<W> {
        &mut self.terminal.backend_mut().pen
    }

    pub(super) fn commit(&mut self) -> io::Result<usize> {
        self.pen().commit()
    }
}

/// What is known of the terminal's cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cursor {
    Unknown,
    Hidden,
    /// Shown wherever the last cell was written.
    Adrift,
    Shown(Position),
}

/// The library's own backend resets colours and hides the cursor in every frame, changed or not, and opens the
/// terminal anew to ask for its size. This one stands in front of it and lets through what changes something.
#[derive(Debug)]
struct Glass<W: AsFd> {
    pen: FrameWriter<W>,
    cursor: Cursor,
}

impl<W: AsFd> Glass<W> {
    fn library(&mut self) -> CrosstermBackend<&mut FrameWriter<W>> {
        CrosstermBackend::new(&mut self.pen)
    }
}

impl<W: AsFd> Backend for Glass<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        if let Cursor::Shown(_) = self.cursor {
            self.cursor = Cursor::Adrift;
        }
        write_cells(&mut self.pen, content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor == Cursor::Hidden {
            return Ok(());
        }
        self.cursor = Cursor::Hidden;
        self.library().hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if matches!(self.cursor, Cursor::Adrift | Cursor::Shown(_)) {
            return Ok(());
        }
        self.cursor = Cursor::Adrift;
        self.library().show_cursor()
    }

    /// Never asked of the terminal: it would answer among the keys.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(match self.cursor {
            Cursor::Shown(place) => place,
            Cursor::Unknown | Cursor::Hidden | Cursor::Adrift => Position::ORIGIN,
        })
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let place = position.into();
        match self.cursor {
            // Every cell brings its own place; a cursor nobody sees needs none.
            Cursor::Unknown | Cursor::Hidden => return Ok(()),
            Cursor::Shown(there) if there == place => return Ok(()),
            Cursor::Shown(_) | Cursor::Adrift => self.cursor = Cursor::Shown(place),
        }
        self.library().set_cursor_position(place)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.library().clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        let (width, height) = self.pen.size();
        Ok(Size { width, height })
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: Backend::size(self)?,
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pen.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::{Color, Style};
    use ratatui::text::Line;
    use ratatui::widgets::{List, ListState};
    use std::io::Read;
    use std::os::unix::net::UnixStream;

    fn window() -> (Screen<UnixStream>, UnixStream) {
        let (ours, theirs) = UnixStream::pair().unwrap();
        theirs.set_nonblocking(true).unwrap();
        let screen = Screen::on(FrameWriter::new(ours, || true)).unwrap();
        (screen, theirs)
    }

    fn seen(from: &mut UnixStream) -> String {
        let mut bytes = vec![0; 1 << 20];
        let length = from.read(&mut bytes).unwrap_or(0);
        String::from_utf8(bytes[..length].to_vec()).unwrap()
    }

    fn list(frame: &mut Frame<'_>, line: &str, chosen: usize) {
        let lines = (0..20).map(|n| Line::raw(format!("{n:02} {line}")));
        let widget =
            List::new(lines).highlight_style(Style::new().fg(Color::Black).bg(Color::Indexed(153)));
        let mut state = ListState::default().with_selected(Some(chosen));
        frame.render_stateful_widget(widget, frame.area(), &mut state);
    }

    #[test]
    fn an_unchanged_frame_costs_nothing() {
        let (mut screen, mut theirs) = window();
        assert!(
            screen
                .draw(|frame| list(frame, "Кофейня «Зерно»", 3))
                .unwrap()
                > 0
        );
        seen(&mut theirs);
        for _ in 0..10 {
            assert_eq!(
                screen
                    .draw(|frame| list(frame, "Кофейня «Зерно»", 3))
                    .unwrap(),
                0
            );
        }
        assert_eq!(seen(&mut theirs), "");
    }

    #[test]
    fn moving_between_two_rows_stays_under_four_hundred_bytes() {
        let lines = [
            "VK  Cafe Grain  11:00  The new roast is here, and it smells of plums and rain",
            "ВК  Кофейня «Зерно»  11:00  Новая обжарка уже у нас: слива, какао и дождь",
        ];
        for line in lines {
            let (mut screen, mut theirs) = window();
            screen.draw(|frame| list(frame, line, 3)).unwrap();
            seen(&mut theirs);
            let bytes = screen.draw(|frame| list(frame, line, 4)).unwrap();
            assert!(bytes > 100, "nothing was drawn: {bytes}");
            assert!(bytes <= 400, "{bytes} bytes for {line}");
        }
    }

    /// A terminal that draws the halves of a flag one by one keeps the second where the library knows nothing of it.
    #[test]
    fn what_a_terminal_drew_too_wide_is_drawn_over() {
        let (mut screen, mut theirs) = window();
        let says = |line: &'static str| move |frame: &mut Frame<'_>| list(frame, line, 3);
        screen.draw(says("a 👍🏽 b")).unwrap();
        screen.draw(says("a 👍🏽 b")).unwrap();
        seen(&mut theirs);
        assert_eq!(screen.draw(says("a 👍🏽 b")).unwrap(), 0);
        screen.draw(says("a 👍🏽")).unwrap();
        let row = "\x1b[1;1H00 a   \x1b[1;6H👍🏽\x1b[1;8H    ";
        let drawn = seen(&mut theirs);
        assert!(drawn.contains(row), "{drawn:?}");
        screen.draw(says("a")).unwrap();
        let drawn = seen(&mut theirs);
        assert!(drawn.contains("00 a      "), "{drawn:?}");
        screen.draw(says("a")).unwrap();
        assert_eq!(screen.draw(says("a")).unwrap(), 0);
    }

    #[test]
    fn the_cursor_is_told_only_when_it_changes() {
        let (mut screen, mut theirs) = window();
        let shown = |frame: &mut Frame<'_>| frame.set_cursor_position((5, 2));
        screen.draw(shown).unwrap();
        let first = seen(&mut theirs);
        assert!(
            first.contains("\x1b[?25h") && first.contains("\x1b[3;6H"),
            "{first:?}"
        );
        assert_eq!(screen.draw(shown).unwrap(), 0);
        screen
            .draw(|frame| {
                frame.buffer_mut()[(0, 0)].set_char('x');
                frame.set_cursor_position((5, 2));
            })
            .unwrap();
        let moved = seen(&mut theirs);
        assert!(
            moved.contains("\x1b[3;6H") && !moved.contains("\x1b[?25h"),
            "{moved:?}"
        );
    }

    #[test]
    fn clearing_draws_everything_anew_and_asks_the_terminal_nothing() {
        let (mut screen, mut theirs) = window();
        let whole = screen.draw(|frame| list(frame, "one", 0)).unwrap();
        seen(&mut theirs);
        screen.clear().unwrap();
        assert!(screen.draw(|frame| list(frame, "one", 0)).unwrap() >= whole);
        let again = seen(&mut theirs);
        assert!(again.contains("\x1b[2J"), "{again:?}");
        assert!(!again.contains("\x1b[6n"), "asked for the cursor");
    }
}
