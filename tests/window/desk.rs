//! The harness: a desk, a clock that only tests move, and a screen to read.

use chrono::{Duration, NaiveDate, NaiveDateTime, TimeZone};
use chrono_tz::Tz;
use postdesk::app::seeker::look;
use postdesk::app::{App, Outside, Settings};
use postdesk::domain::Moment;
use postdesk::domain::chance::Rng;
use postdesk::domain::channel::{ChannelCard, Mode};
use postdesk::domain::client::ClientCard;
use postdesk::domain::command::{
    Author, ChannelCommand, ClientCommand, Command, InboxCommand, NewMessage, NewPost, PlanCommand,
    Planned,
};
use postdesk::domain::hours::Hours;
use postdesk::domain::ids::{ChannelId, ClientId};
use postdesk::domain::inbox::ThreadKind;
use postdesk::domain::picture::Way;
use postdesk::domain::post::{Approval, Format};
use postdesk::event::{Event, Input};
use postdesk::keys::{Code, Key, Keymap};
use postdesk::locale::{Lang, Locale};
use postdesk::store::{Origin, PATIENCE, Store};
use postdesk::ui::Theme;
use ratatui::backend::{CrosstermBackend, TestBackend};
use ratatui::style::Modifier;
use ratatui::{Terminal, TerminalOptions, Viewport};
use tempfile::TempDir;

/// Kazan lives on Moscow time.
pub(crate) const KAZAN: Tz = chrono_tz::Europe::Moscow;

/// A desk under test.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
    pub(crate) app: App,
    pub(crate) outside: Vec<Outside>,
    pub(crate) now: Moment,
    enters: i64,
    pub(crate) terminal: Terminal<TestBackend>,
}

/// What a desk is filled with before its window opens.
pub(crate) struct Setup {
    pub(crate) folder: TempDir,
    pub(crate) store: Store,
    pub(crate) now: Moment,
}

/// Tuesday 24 November 2026 in Kazan.
pub(crate) fn at(hour: u32, minute: u32) -> Moment {
    let local = NaiveDate::from_ymd_opt(2026, 11, 24)
        .unwrap()
        .and_hms_opt(hour, minute, 0)
        .unwrap();
    KAZAN.from_local_datetime(&local).unwrap().to_utc()
}

impl Setup {
    /// An empty desk at 09:12.
    pub(crate) fn empty() -> Self {
        Self::at(tempfile::tempdir().unwrap(), at(9, 12))
    }

    /// A desk that lies in this folder already.
    pub(crate) fn at(folder: TempDir, now: Moment) -> Self {
        let store = Store::open(folder.path(), Origin::Rule, PATIENCE, Rng::seeded(7)).unwrap();
        Self { folder, store, now }
    }

    /// A desk with the café Kolos on VK and Telegram.
    pub(crate) fn kolos() -> (Self, ClientId, ChannelId, ChannelId) {
        let mut desk = Self::empty();
        let mut card = ClientCard::new("Kolos", "Europe/Moscow");
        card.hours = "daily 7-23".into();
        let client = ClientId(
            desk.apply(&Command::Client(ClientCommand::Add(card)))
                .unwrap(),
        );
        let vk = desk.channel(client, "vk");
        let tg = desk.channel(client, "telegram");
        (desk, client, vk, tg)
    }

    pub(crate) fn apply(&mut self, command: &Command) -> Option<i64> {
        self.store.apply(command, self.now).unwrap().id
    }

    pub(crate) fn channel(&mut self, client: ClientId, platform: &str) -> ChannelId {
        let card = ChannelCard {
            client,
            platform: platform.into(),
            handle: "@kolos".into(),
            link: "https://kolos.example/page".into(),
            mode: Mode::Assisted,
            grace_min: 60,
            look_every_min: 0,
            watch_min: 120,
            text_max: 0,
            utm: String::new(),
        };
        ChannelId(
            self.apply(&Command::Channel(ChannelCommand::Add(card)))
                .unwrap(),
        )
    }

    /// A post at a wall time of Kazan.
    pub(crate) fn post(
        &mut self,
        client: ClientId,
        channels: &[ChannelId],
        topic: &str,
        when: Moment,
        approval: Approval,
    ) {
        let local: NaiveDateTime = when.with_timezone(&KAZAN).naive_local();
        self.apply(&Command::Plan(PlanCommand::AddPost(NewPost {
            client,
            rubric: String::new(),
            campaign: String::new(),
            topic: topic.into(),
            format: Format::Text,
            text: format!("{topic}: полный текст поста."),
            link: String::new(),
            first_comment: String::new(),
            planned: Some(Planned {
                local,
                zone: KAZAN.name().into(),
                at: when,
            }),
            approval,
            channels: channels.to_vec(),
        })));
    }

    /// The client moves to another town.
    pub(crate) fn in_zone(&mut self, client: ClientId, zone: Tz) {
        let card = ClientCard::new("Kolos", zone.name());
        self.apply(&Command::Client(ClientCommand::Edit(client, card)));
    }

    /// Somebody writes.
    pub(crate) fn message(&mut self, channel: ChannelId, who: &str, text: &str, when: Moment) {
        let message = message(channel, who, text, when);
        self.apply(&Command::Inbox(InboxCommand::Receive {
            messages: vec![message],
            file: String::new(),
        }));
    }

    /// Opens the window, as she would: 80×24, English.
    pub(crate) fn open(self) -> Desk {
        self.open_as(Lang::En, 80, 24)
    }

    pub(crate) fn open_as(self, lang: Lang, cols: u16, rows: u16) -> Desk {
        self.open_in(KAZAN, lang, cols, rows)
    }

    pub(crate) fn open_in(self, zone: Tz, lang: Lang, cols: u16, rows: u16) -> Desk {
        self.open_with(zone, Hours::default(), lang, cols, rows)
    }

    /// Opens the window for somebody with these working hours.
    pub(crate) fn open_with(
        self,
        zone: Tz,
        hours: Hours,
        lang: Lang,
        cols: u16,
        rows: u16,
    ) -> Desk {
        let settings = Settings {
            zone,
            hours,
            demo: false,
            clock: true,
            pictures: Way::Off,
        };
        self.open_by(settings, lang, cols, rows)
    }

    /// Opens the window of somebody who has these settings.
    pub(crate) fn open_by(self, settings: Settings, lang: Lang, cols: u16, rows: u16) -> Desk {
        let Self { folder, store, now } = self;
        drop(store);
        // Windows are not opened on the stroke of the second.
        let now = now + Duration::milliseconds(500);
        let store = Store::open(folder.path(), Origin::Window, PATIENCE, Rng::seeded(11)).unwrap();
        let theme = Theme::named("mono").unwrap();
        let app = App::new(
            store,
            settings,
            Locale::new(lang),
            theme,
            Keymap::builtin(),
            (cols, rows),
            now,
        )
        .unwrap();
        let terminal = Terminal::new(TestBackend::new(cols, rows)).unwrap();
        Desk {
            folder,
            app,
            outside: Vec::new(),
            now,
            enters: 0,
            terminal,
        }
    }
}

impl Desk {
    /// Closes the window and opens it again on the same desk.
    pub(crate) fn reopened(self, lang: Lang) -> Desk {
        let Self {
            folder, app, now, ..
        } = self;
        drop(app);
        let store = Store::open(folder.path(), Origin::Window, PATIENCE, Rng::seeded(13)).unwrap();
        Setup { folder, store, now }.open_as(lang, 80, 24)
    }

    /// Presses keys: words are key names ("enter", "esc", "tab", "down"), single characters are themselves.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for name in keys.split(' ') {
            // No two presses of Enter in the same instant: that would be a held key. A step back in time is none either,
            // and too short to be seen on the screen.
            if name == "enter" {
                self.enters += 1;
                let then = self.now - Duration::milliseconds(self.enters);
                let input = Event::Input(Input::Key(key(name)));
                self.outside.extend(self.app.handle(input, then));
                continue;
            }
            self.event(Event::Input(Input::Key(key(name))));
        }
        self
    }

    /// Empties the text box that has the keys.
    pub(crate) fn wipes(&mut self) -> &mut Self {
        self.keys("end").ctrl('u')
    }

    /// A key pressed with Ctrl.
    pub(crate) fn ctrl(&mut self, c: char) -> &mut Self {
        self.event(Event::Input(Input::Key(Key::ctrl(c))));
        self
    }

    /// A key that comes again while it is held: thirty times a second.
    pub(crate) fn held(&mut self, name: &str) {
        self.now += Duration::milliseconds(33);
        self.event(Event::Input(Input::Key(key(name))));
    }

    /// Types text, character by character.
    pub(crate) fn types(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.event(Event::Input(Input::Key(Key::char(c))));
        }
        self
    }

    pub(crate) fn pastes(&mut self, text: &str) -> &mut Self {
        self.event(Event::Input(Input::Paste(text.into())));
        self
    }

    /// Lets time pass without the window being told.
    pub(crate) fn sleeps(&mut self, minutes: i64) {
        self.now += Duration::minutes(minutes);
    }

    /// Lets time pass; the window wakes at the end of it.
    pub(crate) fn later(&mut self, minutes: i64) -> &mut Self {
        self.now += Duration::minutes(minutes);
        self.event(Event::Wake);
        self
    }

    pub(crate) fn event(&mut self, event: Event) {
        self.outside.extend(self.app.handle(event, self.now));
        self.looks_up();
    }

    /// What the seeker would answer to the words typed last.
    fn looks_up(&mut self) {
        let is_seek = |outside: &Outside| matches!(outside, Outside::Seek { .. });
        let Some(at) = self.outside.iter().rposition(is_seek) else {
            return;
        };
        if let Outside::Seek { turn, words } = self.outside.remove(at) {
            let reader = Store::open_for_reading(self.folder.path()).unwrap();
            let found = Ok(look(&reader, &words).unwrap());
            self.app.handle(Event::Found { turn, found }, self.now);
        }
    }

    /// The window gets another size.
    pub(crate) fn resize(&mut self, cols: u16, rows: u16) {
        self.terminal = Terminal::new(TestBackend::new(cols, rows)).unwrap();
        self.event(Event::Input(Input::Resize(cols, rows)));
    }

    /// The screen as text.
    pub(crate) fn screen(&mut self) -> String {
        self.terminal.draw(|frame| self.app.draw(frame)).unwrap();
        let buffer = self.terminal.backend().buffer().clone();
        let width = usize::from(buffer.area.width);
        let rows: Vec<String> = buffer
            .content
            .chunks(width)
            .map(|row| {
                let mut text = String::new();
                let mut skip = 0;
                for cell in row {
                    if skip > 0 {
                        skip -= 1;
                        continue;
                    }
                    text.push_str(cell.symbol());
                    skip = postdesk::ui::width::width(cell.symbol()).saturating_sub(1);
                }
                text.trim_end().to_owned()
            })
            .collect();
        rows.join("\n")
    }

    /// How the first letter of this text is drawn.
    pub(crate) fn look_of(&mut self, text: &str) -> Modifier {
        let screen = self.screen();
        let mut rows = screen.lines().enumerate();
        let (y, line) = rows.find(|(_, line)| line.contains(text)).unwrap();
        let x = postdesk::ui::width::width(line.split(text).next().unwrap());
        self.terminal.backend().buffer()[(x as u16, y as u16)].modifier
    }

    /// One whole frame as the bytes that would go to a terminal.
    pub(crate) fn bytes(&mut self) -> Vec<u8> {
        let area = self.terminal.backend().buffer().area;
        let mut bytes = Vec::new();
        let options = TerminalOptions {
            viewport: Viewport::Fixed(area),
        };
        let mut terminal =
            Terminal::with_options(CrosstermBackend::new(&mut bytes), options).unwrap();
        terminal.draw(|frame| self.app.draw(frame)).unwrap();
        drop(terminal);
        bytes
    }

    /// The screen must show this.
    #[track_caller]
    pub(crate) fn sees(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(
            screen.contains(text),
            "{text:?} is not on the screen:\n{screen}"
        );
        self
    }

    /// The screen must not show this.
    #[track_caller]
    pub(crate) fn misses(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(
            !screen.contains(text),
            "{text:?} is on the screen:\n{screen}"
        );
        self
    }

    /// What was sent to the clipboard last.
    pub(crate) fn copied(&self) -> Option<&str> {
        self.outside.iter().rev().find_map(|outside| match outside {
            Outside::Copy(text) => Some(text.as_str()),
            _ => None,
        })
    }
}

/// What somebody wrote.
pub(crate) fn message(channel: ChannelId, who: &str, text: &str, when: Moment) -> NewMessage {
    NewMessage {
        channel,
        author: Author {
            handle: who.into(),
            name: who.into(),
        },
        post: None,
        kind: ThreadKind::Comment,
        at: when,
        outgoing: false,
        text: text.into(),
        raw_hash: format!("{who}{when}"),
        external_id: None,
    }
}

fn key(name: &str) -> Key {
    if let Some(held) = name.strip_prefix("shift-") {
        let mut key = key(held);
        key.mods.shift = true;
        return key;
    }
    let code = match name {
        "enter" => Code::Enter,
        "esc" => Code::Esc,
        "tab" => Code::Tab,
        "up" => Code::Up,
        "down" => Code::Down,
        "left" => Code::Left,
        "right" => Code::Right,
        "home" => Code::Home,
        "end" => Code::End,
        "pgup" => Code::PageUp,
        "pgdn" => Code::PageDown,
        "space" => Code::Char(' '),
        "bs" => Code::Backspace,
        "backtab" => Code::BackTab,
        one => match one.strip_prefix('f').and_then(|n| n.parse().ok()) {
            Some(n) => Code::F(n),
            None => Code::Char(one.chars().next().unwrap()),
        },
    };
    Key::plain(code)
}
