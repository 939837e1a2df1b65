//! How long a letter waits for its frame while a post is written: 200, 5 000 and 65 000 characters, eight channels.

use std::time::Instant;

use postdesk::domain::chance::Rng;
use postdesk::domain::channel::{ChannelCard, Mode};
use postdesk::domain::client::ClientCard;
use postdesk::domain::command::{ChannelCommand, ClientCommand, Command, NewPost, PlanCommand};
use postdesk::domain::ids::{ChannelId, ClientId};
use postdesk::domain::post::{Approval, Format};
use postdesk::keys::Code;
use postdesk::store::{Origin, PATIENCE, Store};

use crate::desk::{now, planned};
use crate::table::{Table, millis};
use crate::window::Window;

/// Where the post goes: every way of counting there is.
const PLATFORMS: [&str; 8] = [
    "vk",
    "telegram",
    "instagram",
    "x",
    "bluesky",
    "mastodon",
    "linkedin",
    "youtube",
];

/// What is written again and again until the text is long enough.
const WORDS: &str =
    "Рустам встаёт в четыре, и #хлеб ещё тёплый 🥐 спросите @kolos: https://kolos.example/menu\n\n";

/// Keys that are measured, at the end of the text and in the middle of it.
const KEYS: usize = 400;

/// Writes into a text of each length.
pub(crate) fn measure(table: &mut Table) {
    for length in [200, 5_000, 65_000] {
        let folder = tempfile::tempdir().unwrap();
        desk(folder.path(), length);
        let mut window = Window::open(folder.path(), now());
        window.key(Code::Char('3'));
        window.key(Code::Char('e'));
        at_the_caret(&mut window, length, "end", table);
        for _ in 0..length / 1200 {
            window.key(Code::PageUp);
        }
        at_the_caret(&mut window, length, "middle", table);
    }
}

fn at_the_caret(window: &mut Window, length: usize, place: &str, table: &mut Table) {
    let mut taken: Vec<f64> = "тёплый хлеб "
        .chars()
        .cycle()
        .take(KEYS)
        .map(|letter| {
            let start = Instant::now();
            window.key(Code::Char(letter));
            millis(start.elapsed())
        })
        .collect();
    taken.sort_by(f64::total_cmp);
    let what = format!("a letter in {length} characters, {place}");
    table.note(&format!("{what}, p50"), taken[KEYS / 2], "ms");
    table.note(&format!("{what}, p99"), taken[KEYS * 99 / 100], "ms");
}

/// A desk with one post on eight channels.
fn desk(folder: &std::path::Path, length: usize) {
    let mut store = Store::open(folder, Origin::Rule, PATIENCE, Rng::seeded(4)).unwrap();
    let mut apply = |command| store.apply(&command, now()).unwrap().id.unwrap();
    let card = ClientCard::new("Kolos", "Europe/Moscow");
    let client = ClientId(apply(Command::Client(ClientCommand::Add(card))));
    let channels = PLATFORMS.map(|platform| {
        let card = ChannelCard {
            client,
            platform: platform.into(),
            handle: "@kolos".into(),
            link: String::new(),
            mode: Mode::Assisted,
            grace_min: 60,
            look_every_min: 0,
            watch_min: 120,
            text_max: 0,
            utm: String::new(),
        };
        ChannelId(apply(Command::Channel(ChannelCommand::Add(card))))
    });
    let text: String = WORDS.chars().cycle().take(length).collect();
    apply(Command::Plan(PlanCommand::AddPost(NewPost {
        client,
        rubric: String::new(),
        campaign: String::new(),
        topic: "Хлеб".into(),
        format: Format::Text,
        text,
        link: String::new(),
        first_comment: String::new(),
        planned: Some(planned(now() + chrono::TimeDelta::hours(9))),
        approval: Approval::Draft,
        channels: channels.to_vec(),
    })));
}
