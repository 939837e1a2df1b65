//! A home with a bakery, posts planned by the wall clock, and the built program in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Timelike, Utc};
use postdesk::domain::chance::Rng;
use postdesk::domain::channel::{ChannelCard, Mode};
use postdesk::domain::client::ClientCard;
use postdesk::domain::command::{
    ChannelCommand, ClientCommand, Command as Order, NewPost, PlanCommand, Planned,
};
use postdesk::domain::ids::{ChannelId, ClientId};
use postdesk::domain::post::{Approval, Format};
use postdesk::store::{Origin, Store};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

/// The wall clock, which the built program lives by.
#[expect(
    clippy::disallowed_methods,
    reason = "the built program lives by the wall clock"
)]
pub(crate) fn now() -> DateTime<Utc> {
    SystemTime::now().into()
}

/// A home; gone when the test ends.
pub(crate) struct Home {
    pub(crate) folder: TempDir,
    client: ClientId,
    channel: ChannelId,
    zone: String,
}

impl Home {
    /// The bakery Kolos on VK. It is about noon there, so that today is long enough.
    pub(crate) fn kolos() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // The names of these zones count west of Greenwich, as in POSIX.
        let ahead = 12 - i64::from(now().hour());
        let mut home = Self {
            folder,
            client: ClientId(0),
            channel: ChannelId(0),
            zone: format!("Etc/GMT{:+}", -ahead),
        };
        home.settings("");
        let mut store = home.store();
        let mut card = ClientCard::new("Kolos", &home.zone);
        card.hours = "daily 0-24".into();
        let client = Order::Client(ClientCommand::Add(card));
        home.client = ClientId(store.apply(&client, now()).unwrap().id.unwrap());
        let channel = Order::Channel(ChannelCommand::Add(ChannelCard {
            client: home.client,
            platform: "vk".into(),
            handle: "@kolos".into(),
            link: String::new(),
            mode: Mode::Assisted,
            grace_min: 600,
            look_every_min: 0,
            watch_min: 120,
            text_max: 0,
            utm: String::new(),
        }));
        home.channel = ChannelId(store.apply(&channel, now()).unwrap().id.unwrap());
        home
    }

    /// Her settings, with more lines at the end.
    pub(crate) fn settings(&self, more: &str) {
        let folder = self.folder.path().join("config");
        std::fs::create_dir_all(&folder).unwrap();
        let text = format!("zone = \"{}\"\nlanguage = \"en\"\n{more}", self.zone);
        std::fs::write(folder.join("config.toml"), text).unwrap();
    }

    /// Has every bell write its letter into a file of its own, in the folder that comes back.
    pub(crate) fn bells(&self) -> PathBuf {
        let folder = self.folder.path().join("bells");
        std::fs::create_dir(&folder).unwrap();
        let script = r#"cat > \"$(mktemp \"$0/XXXXXXXXXX\")\""#;
        let folder_word = folder.display();
        self.settings(&format!(
            "[daemon]\nnotify = false\non_due = [\"sh\", \"-c\", \"{script}\", \"{folder_word}\"]\n"
        ));
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn desk(&self) -> PathBuf {
        self.folder.path().join("data/desk")
    }

    /// The desk, opened by somebody else.
    pub(crate) fn store(&self) -> Store {
        let patience = Duration::from_secs(5);
        let seed = u64::from(now().timestamp_subsec_nanos());
        Store::open(&self.desk(), Origin::Rule, patience, Rng::seeded(seed)).unwrap()
    }

    /// A connection past the store, for looking and for locking.
    pub(crate) fn database(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.desk().join("desk.db")).unwrap()
    }

    /// Posts at these moments, approved.
    pub(crate) fn posts(&self, at: impl Iterator<Item = DateTime<Utc>>) {
        let posts: Vec<_> = at.map(|at| (self.post(at), now())).collect();
        self.store().apply_all(&posts).unwrap();
    }

    fn post(&self, at: DateTime<Utc>) -> Order {
        let at = at.with_nanosecond(0).unwrap();
        Order::Plan(PlanCommand::AddPost(NewPost {
            client: self.client,
            rubric: String::new(),
            campaign: String::new(),
            topic: format!("Пост {}", at.timestamp()),
            format: Format::Text,
            text: "Текст".into(),
            link: String::new(),
            first_comment: String::new(),
            planned: Some(Planned {
                local: at.naive_utc(),
                zone: "UTC".into(),
                at,
            }),
            approval: Approval::Approved,
            channels: vec![self.channel],
        }))
    }

    /// The program with these words, not yet started.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postdesk"));
        command
            .args(words)
            .env("POSTDESK_HOME", self.folder.path())
            .env("TZ", "UTC")
            .env("LANG", "en_US.UTF-8")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// The program until its end.
    pub(crate) fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// A daemon that looks after the clock by the time this comes back.
    pub(crate) fn daemon(&self, words: &[&str]) -> Child {
        let words: Vec<&str> = ["daemon"].iter().chain(words).copied().collect();
        let child = self.command(&words).spawn().unwrap();
        let holds = || {
            let lease = self.store().reader().lease().unwrap();
            lease.kind == Some(postdesk::neighbours::Kind::Daemon)
                && postdesk::neighbours::daemon(&self.desk()).is_some_and(|it| it.pid == child.id())
        };
        wait_for("a daemon that holds the lease", holds);
        child
    }

    /// How often each variant was marked or rung for, by what.
    pub(crate) fn marks(&self) -> BTreeMap<String, Vec<i64>> {
        let conn = self.database();
        let sql = "SELECT e.kind, count(*) FROM delivery_event e JOIN delivery d ON d.id = e.delivery \
            WHERE e.kind IN ('due', 'missed', 'rang') GROUP BY d.variant, e.kind";
        let mut statement = conn.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        let mut marks: BTreeMap<String, Vec<i64>> = BTreeMap::new();
        for row in rows.unwrap() {
            let (kind, times): (String, i64) = row.unwrap();
            marks.entry(kind).or_default().push(times);
        }
        marks
    }
}

/// Waits until something has happened.
pub(crate) fn wait_for(what: &str, mut happened: impl FnMut() -> bool) {
    let end = std::time::Instant::now() + Duration::from_secs(20);
    while !happened() {
        assert!(std::time::Instant::now() < end, "waited for {what}");
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// Sends a signal to a process.
pub(crate) fn signal(pid: u32, signal: Signal) {
    let pid = Pid::from_raw(i32::try_from(pid).unwrap()).unwrap();
    // It may have ended a moment ago.
    kill_process(pid, signal).ok();
}

/// Asks a program to end; what it said, and how it ended.
pub(crate) fn ended(child: Child, by: Signal) -> Output {
    signal(child.id(), by);
    child.wait_with_output().unwrap()
}

/// Ids in the letters of all bells, by event; how often each was rung for.
pub(crate) fn rung(folder: &Path) -> BTreeMap<(String, String), usize> {
    let mut rung = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let letter = std::fs::read_to_string(entry.unwrap().path()).unwrap_or_default();
        // A daemon that was killed may have left half a letter.
        for part in letter.split("{\"event\":\"").skip(2) {
            let (event, rest) = part.split_once('"').unwrap_or_default();
            let id = rest.split_once("\"id\":\"").map_or("", |(_, rest)| rest);
            if let Some(id) = id.get(..36) {
                *rung.entry((event.to_owned(), id.to_owned())).or_default() += 1;
            }
        }
    }
    rung
}
