//! A desk with four clients, and a hallway small enough for a test: it performs what the room asks for.

use chrono::{Duration, TimeZone, Utc};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tempfile::TempDir;

use crate::action::Action;
use crate::domain::Moment;
use crate::domain::chance::Rng;
use crate::domain::channel::{ChannelCard, Mode};
use crate::domain::client::ClientCard;
use crate::domain::command::{
    Author, ChannelCommand, ClientCommand, Command, InboxCommand, NewMessage,
};
use crate::domain::hours::Hours;
use crate::domain::ids::{ChannelId, ClientId, PostId, ThreadId};
use crate::domain::inbox::ThreadKind;
use crate::effect::{Effect, Effects};
use crate::env::{Env, Roster};
use crate::keys::{Code, Key};
use crate::locale::{Lang, Locale};
use crate::panes::inbox::Inbox;
use crate::store::{Origin, Store};
use crate::ui::Theme;
use crate::ui::put::tests::rows;

pub(super) struct Desk {
    _folder: TempDir,
    pub(super) store: Store,
    pub(super) room: Inbox,
    pub(super) now: Moment,
    pub(super) scope: Option<ClientId>,
    roster: Roster,
    locale: Locale,
    theme: Theme,
    hours: Hours,
    pub(super) size: (u16, u16),
}

/// Tuesday 24 November 2026, 09:12 in Kazan.
pub(super) fn tuesday() -> Moment {
    Utc.with_ymd_and_hms(2026, 11, 24, 6, 12, 0).unwrap()
}

impl Desk {
    /// An empty desk in this language.
    pub(super) fn new(lang: Lang) -> Self {
        let folder = TempDir::new().unwrap();
        let patience = std::time::Duration::from_secs(1);
        let store = Store::open(folder.path(), Origin::Window, patience, Rng::seeded(7)).unwrap();
        Self {
            _folder: folder,
            store,
            room: Inbox::default(),
            now: tuesday(),
            scope: None,
            roster: Roster::default(),
            locale: Locale::new(lang),
            theme: Theme::named("mono").unwrap(),
            hours: Hours::default(),
            size: (80, 22),
        }
    }

    /// Kolos in Kazan with VK and Odnoklassniki (looked at just now), Marani in Tbilisi with Facebook and Instagram.
    pub(super) fn with_two_clients(lang: Lang) -> (Self, [ChannelId; 4]) {
        let mut desk = Desk::new(lang);
        let kolos = desk.client("Kolos", "Europe/Moscow", "daily 7-23", 120);
        let marani = desk.client("Marani", "Asia/Tbilisi", "daily 9-21", 60);
        let channels = [
            desk.channel(kolos, "vk", 0),
            desk.channel(kolos, "ok", 180),
            desk.channel(marani, "facebook", 0),
            desk.channel(marani, "instagram", 0),
        ];
        desk.look(channels[1], 0);
        (desk, channels)
    }

    pub(super) fn client(&mut self, name: &str, zone: &str, hours: &str, promise: u32) -> ClientId {
        let mut card = ClientCard::new(name, zone);
        hours.clone_into(&mut card.hours);
        card.promise_min = promise;
        ClientId(self.apply(&Command::Client(ClientCommand::Add(card))))
    }

    pub(super) fn channel(
        &mut self,
        client: ClientId,
        platform: &str,
        look_every: u32,
    ) -> ChannelId {
        ChannelId(
            self.apply(&Command::Channel(ChannelCommand::Add(ChannelCard {
                client,
                platform: platform.to_owned(),
                handle: format!("@{platform}"),
                link: format!("https://{platform}.example/page"),
                mode: Mode::Assisted,
                grace_min: 60,
                look_every_min: look_every,
                watch_min: 0,
                text_max: 0,
                utm: String::new(),
            }))),
        )
    }

    /// She looks at a channel.
    pub(super) fn look(&mut self, channel: ChannelId, found: u32) {
        self.apply(&Command::Inbox(InboxCommand::Look { channel, found }));
    }

    /// Somebody writes, so many minutes ago.
    pub(super) fn write(&mut self, channel: ChannelId, who: &str, ago: i64, text: &str) {
        self.write_under(channel, who, ago, text, None);
    }

    pub(super) fn write_under(
        &mut self,
        channel: ChannelId,
        who: &str,
        ago: i64,
        text: &str,
        post: Option<PostId>,
    ) {
        self.receive(vec![message(
            channel,
            who,
            self.now - Duration::minutes(ago),
            text,
            post,
        )]);
    }

    pub(super) fn receive(&mut self, messages: Vec<NewMessage>) {
        self.apply(&Command::Inbox(InboxCommand::Receive {
            messages,
            file: String::new(),
        }));
    }

    /// Changes the store behind the room's back, and lets the room ask again.
    pub(super) fn apply(&mut self, command: &Command) -> i64 {
        let done = self.store.apply(command, self.now).unwrap();
        self.refresh();
        done.id.unwrap_or_default()
    }

    pub(super) fn refresh(&mut self) {
        self.roster = Roster::read(self.store.reader()).unwrap();
        let mut room = std::mem::take(&mut self.room);
        room.refresh(self.store.reader(), &self.env()).unwrap();
        self.room = room;
    }

    pub(super) fn env(&self) -> Env<'_> {
        Env {
            now: self.now,
            zone: chrono_tz::Europe::Moscow,
            hours: &self.hours,
            scope: self.scope,
            filter: crate::domain::filter::Filter::everything(),
            roster: &self.roster,
            locale: &self.locale,
            theme: &self.theme,
            size: self.size,
        }
    }

    /// What the hallway does when a conversation is asked for.
    pub(super) fn open(&mut self, thread: ThreadId) {
        let mut room = std::mem::take(&mut self.room);
        room.open(thread, self.store.reader(), &self.env()).unwrap();
        self.room = room;
    }

    /// An action, performed; what the room asked for comes back.
    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        self.asking(|room, env| room.act(action, env))
    }

    /// A key into the room, performed.
    pub(super) fn key(&mut self, key: Key) -> Vec<Effect> {
        self.asking(|room, env| room.key(key, env))
    }

    pub(super) fn enter(&mut self) -> Vec<Effect> {
        self.key(Key::plain(Code::Enter))
    }

    pub(super) fn esc(&mut self) -> Vec<Effect> {
        self.key(Key::plain(Code::Esc))
    }

    pub(super) fn types(&mut self, text: &str) {
        for c in text.chars() {
            assert_eq!(self.key(Key::char(c)), []);
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        assert_eq!(self.asking(|room, env| room.paste(text, env)), []);
    }

    fn asking(&mut self, ask: impl FnOnce(&mut Inbox, &Env<'_>) -> Effects) -> Vec<Effect> {
        let mut room = std::mem::take(&mut self.room);
        let asked: Vec<Effect> = ask(&mut room, &self.env()).into_iter().collect();
        self.room = room;
        for effect in &asked {
            match effect {
                Effect::Apply(command) => drop(self.apply(command)),
                Effect::Remember(memo) => self.store.remember(memo).unwrap(),
                Effect::Answer(thread) => self.open(*thread),
                _ => {}
            }
        }
        asked
    }

    /// The screen as rows of text, without the space behind them.
    pub(super) fn screen(&mut self) -> Vec<String> {
        let (width, height) = self.size;
        // The room does not begin at the corner: the top bar is above it.
        let area = Rect::new(0, 1, width, height);
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height + 2));
        let mut room = std::mem::take(&mut self.room);
        room.settle(area, &self.env());
        let caret = room.draw(area, &mut buf, &self.env());
        self.room = room;
        if let Some((x, y)) = caret {
            assert!(area.contains((x, y).into()), "the caret left the room");
        }
        let mut rows = rows(&buf);
        let below = rows.pop().unwrap();
        assert!(rows.remove(0).trim().is_empty() && below.trim().is_empty());
        rows.iter().map(|row| row.trim_end().to_owned()).collect()
    }

    /// The row of the cursor.
    pub(super) fn cursor_row(&mut self) -> String {
        let mut rows = self.screen().into_iter();
        rows.find(|row| row.starts_with('>')).unwrap_or_default()
    }

    /// The rows that hold these words.
    pub(super) fn rows_with(&mut self, words: &str) -> Vec<String> {
        let mut rows = self.screen();
        rows.retain(|row| row.contains(words));
        rows
    }

    pub(super) fn thread_of(&self, person: &str) -> ThreadId {
        let lines = &self.room.list.lines;
        let found = lines.iter().find(|(_, line)| line.person == person);
        found.map(|(_, line)| line.thread).unwrap()
    }
}

pub(super) fn message(
    channel: ChannelId,
    who: &str,
    at: Moment,
    text: &str,
    post: Option<PostId>,
) -> NewMessage {
    NewMessage {
        channel,
        author: Author {
            handle: who.to_owned(),
            name: who.to_owned(),
        },
        post,
        kind: ThreadKind::Comment,
        at,
        outgoing: false,
        text: text.to_owned(),
        raw_hash: format!("{who} {text}"),
        external_id: None,
    }
}
