//! The whole window on a desk, drawn through the library and its own backend, as the floor is; the bytes go nowhere.

use std::io::{Sink, sink};
use std::path::Path;

use postdesk::app::{App, Settings};
use postdesk::domain::Moment;
use postdesk::domain::chance::Rng;
use postdesk::domain::hours::Hours;
use postdesk::domain::picture::Way;
use postdesk::event::{Event, Input};
use postdesk::keys::{Code, Key, Keymap};
use postdesk::locale::{Lang, Locale};
use postdesk::store::{Origin, PATIENCE, Store};
use postdesk::ui::Theme;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

/// The window everybody is measured in.
pub(crate) const WINDOW: Rect = Rect::new(0, 0, 120, 40);

pub(crate) type Glass = Terminal<CrosstermBackend<Sink>>;

/// A terminal of fixed size that nobody looks at.
pub(crate) fn glass() -> Glass {
    let viewport = Viewport::Fixed(WINDOW);
    let options = TerminalOptions { viewport };
    Terminal::with_options(CrosstermBackend::new(sink()), options).unwrap()
}

/// The program without a real terminal.
pub(crate) struct Window {
    app: App,
    now: Moment,
    glass: Glass,
}

impl Window {
    /// Opens the desk in this folder and draws the first frame.
    pub(crate) fn open(folder: &Path, now: Moment) -> Self {
        let store = Store::open(folder, Origin::Window, PATIENCE, Rng::seeded(5)).unwrap();
        let settings = Settings {
            zone: chrono_tz::Europe::Moscow,
            hours: Hours::default(),
            demo: false,
            clock: true,
            pictures: Way::Off,
        };
        let app = App::new(
            store,
            settings,
            Locale::new(Lang::En),
            Theme::named("dark").unwrap(),
            Keymap::builtin(),
            (WINDOW.width, WINDOW.height),
            now,
        );
        let mut window = Self {
            app: app.unwrap(),
            now,
            glass: glass(),
        };
        window.draw();
        window
    }

    pub(crate) fn press(&mut self, code: Code) {
        let key = Key::plain(code);
        self.app.handle(Event::Input(Input::Key(key)), self.now);
    }

    pub(crate) fn draw(&mut self) {
        self.glass.draw(|frame| self.app.draw(frame)).unwrap();
    }

    /// A key and the frame after it.
    pub(crate) fn key(&mut self, code: Code) {
        self.press(code);
        self.draw();
    }

    /// The clock wakes the window.
    pub(crate) fn wake(&mut self, now: Moment) {
        self.now = now;
        self.app.handle(Event::Wake, now);
        self.draw();
    }
}
