//! A desk of posts as no sane person writes them, the same every time.

use chrono::{Duration, NaiveDate, NaiveDateTime, TimeZone};
use postdesk::domain::Moment;
use postdesk::domain::chance::Rng;
use postdesk::domain::channel::{ChannelCard, Mode};
use postdesk::domain::client::ClientCard;
use postdesk::domain::command::{
    BroughtPost, ChannelCommand, ClientCommand, Command, NewPost, PlanCommand, Planned,
};
use postdesk::domain::ids::{ChannelId, ClientId, PostId};
use postdesk::domain::post::{Approval, Format};
use postdesk::domain::sanitize;
use postdesk::store::{Origin, PATIENCE, Store};
use serde_json::Value;

use crate::home::Home;

/// What texts are made of.
const PIECES: &[&str] = &[
    "\"",
    "\"\"",
    "\n",
    "\n\n",
    "=1+1",
    "+7 900 000-00-00",
    "-5",
    "@kolos",
    "'",
    "''",
    " ",
    "   ",
    "😀",
    "👨‍👩‍👧",
    "и\u{306}",
    "რთველი",
    "Học phí",
    "ё",
    ";",
    ",",
    "\t",
    "_x000D_",
    "<b>&amp;",
    "## заголовок",
    "\\## не заголовок",
    "client: Kolos",
    "007",
    "24.11.2026",
    "1e5",
    "TRUE",
    "#казань",
    "слово",
    "word",
    "| a | b |",
    "\u{202e}",
    "https://kolos.example/a?b=c",
    "=HYPERLINK(\"x\")",
    "09:30",
    "№",
    "—",
    "\\",
    "`",
    "%",
    "12 000 ₽",
];

/// Those of them that an old code page of Russia has.
pub(super) fn is_in_1251(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii() || ('А'..='я').contains(&c) || "ёЁ№—«»".contains(c))
}

/// How many of such posts; a longer walk is asked for by the environment.
pub(super) fn cases() -> u64 {
    let asked = std::env::var("POSTDESK_EXPORT_CASES");
    asked.map_or(300, |n| n.parse().unwrap())
}

/// A desk of three clients, each on three channels, and nothing else. No two of them call anything by the same uid.
pub(super) fn clients(seed: u64) -> Home {
    let home = Home::new();
    let mut store = open(&home, seed);
    for client in ["Kolos", "Marani", "Lampo"] {
        let card = ClientCard::new(client, "Europe/Moscow");
        let add = Command::Client(ClientCommand::Add(card));
        let id = store.apply(&add, now()).unwrap().id.unwrap();
        for platform in ["vk", "telegram", "facebook"] {
            let card = ChannelCard {
                client: ClientId(id),
                platform: platform.into(),
                handle: format!("@{client}_{platform}"),
                link: String::new(),
                mode: Mode::Assisted,
                grace_min: 60,
                look_every_min: 0,
                watch_min: 120,
                text_max: 0,
                utm: String::new(),
            };
            let add = Command::Channel(ChannelCommand::Add(card));
            store.apply(&add, now()).unwrap();
        }
    }
    home
}

fn now() -> Moment {
    Moment::from_timestamp(1_795_000_000, 0).unwrap()
}

fn open(home: &Home, seed: u64) -> Store {
    let folder = home.database().parent().unwrap().to_owned();
    Store::open(&folder, Origin::Cli, PATIENCE, Rng::seeded(seed)).unwrap()
}

/// Such a desk with so many posts.
pub(super) fn filled(posts: u64, fits: fn(&str) -> bool) -> Home {
    filled_with(posts, fits, |case, post| {
        let mut dice = Dice::of(case + 2_000_000);
        let [client_note, script, shots] = [(); 3].map(|()| dice.text(fits));
        BroughtPost {
            client_note,
            script,
            shots,
            ..post.into()
        }
    })
}

/// The same as it was when posts had no scripts and no notes to the client.
pub(super) fn filled_of_old(posts: u64, fits: fn(&str) -> bool) -> Home {
    filled_with(posts, fits, |_, post| post.into())
}

fn filled_with(
    posts: u64,
    fits: fn(&str) -> bool,
    whole: impl Fn(u64, NewPost) -> BroughtPost,
) -> Home {
    let home = clients(7);
    let mut store = open(&home, 42);
    let made = (0..posts).map(|case| whole(case, post(&mut Dice::of(case), case, fits)));
    let add = PlanCommand::AddPosts {
        posts: made.collect(),
        file: "hostile".into(),
    };
    store.apply(&Command::Plan(add), now()).unwrap();
    for case in 0..posts {
        part(&mut store, case, fits);
    }
    home
}

/// Every third post goes its own way on one of its channels: another wording, another time.
fn part(store: &mut Store, case: u64, fits: fn(&str) -> bool) {
    let mut dice = Dice::of(case + 1_000_000);
    let id = PostId(case as i64 + 1);
    let variants = store.reader().variants_of(id).unwrap();
    let (Some(last), 0) = (variants.last().filter(|_| variants.len() > 1), dice.roll(3)) else {
        return;
    };
    let variant = last.variant;
    let command = if dice.roll(2) == 0 {
        PlanCommand::SaveText {
            post: id,
            variant: Some(variant),
            text: dice.text(fits),
        }
    } else {
        PlanCommand::Reschedule {
            moves: vec![(variant, Some(dice.planned()))],
        }
    };
    store.apply(&Command::Plan(command), now()).unwrap();
}

fn post(dice: &mut Dice, case: u64, fits: fn(&str) -> bool) -> NewPost {
    let client = dice.roll(3) as i64;
    let channels = 1 + dice.roll(3) as i64;
    let mut topic = sanitize::line(&dice.text(fits));
    if topic.trim().is_empty() || dice.roll(4) == 0 {
        topic = format!("Пост {}", case / 2);
    }
    NewPost {
        client: ClientId(client + 1),
        rubric: ["", "меню", "=люди", "24.11"][dice.roll(4)].into(),
        campaign: ["", "День матери", "'скидки", "+1"][dice.roll(4)].into(),
        topic,
        format: Format::ALL[dice.roll(Format::ALL.len())],
        text: dice.text(fits),
        link: ["", "https://kolos.example/=a,b;c", "+7 900"][dice.roll(3)].into(),
        first_comment: if dice.roll(4) == 0 {
            dice.text(fits)
        } else {
            String::new()
        },
        planned: (dice.roll(5) > 0).then(|| dice.planned()),
        approval: Approval::ALL[dice.roll(Approval::ALL.len())],
        channels: (0..channels)
            .map(|nth| ChannelId(client * 3 + nth + 1))
            .collect(),
    }
}

/// Numbers that fall the same every time.
struct Dice(u64);

impl Dice {
    fn of(case: u64) -> Self {
        Self(case.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % sides
    }

    /// A text as it lies in a desk: through the border like every other.
    fn text(&mut self, fits: fn(&str) -> bool) -> String {
        let mut text = String::new();
        for _ in 0..self.roll(7) {
            let piece = PIECES[self.roll(PIECES.len())];
            if fits(piece) {
                text.push_str(piece);
                text.push_str(["", " ", "", "\n"][self.roll(4)]);
            }
        }
        if self.roll(40) == 0 {
            text.push_str(&"длинно ".repeat(300));
        }
        let text = sanitize::text(&text);
        // Nobody's words are nothing but spaces.
        if text.trim().is_empty() {
            String::new()
        } else {
            text
        }
    }

    /// A time far ahead, now and then one that comes twice because clocks go back.
    fn planned(&mut self) -> Planned {
        let zone = [
            chrono_tz::Europe::Moscow,
            chrono_tz::Europe::Helsinki,
            chrono_tz::Asia::Tbilisi,
        ][self.roll(3)];
        let day = NaiveDate::from_ymd_opt(2027, 10, 1).unwrap();
        let minutes = self.roll(60 * 24 * 60) as i64;
        let mut local: NaiveDateTime =
            day.and_hms_opt(0, 0, 0).unwrap() + Duration::minutes(minutes);
        if self.roll(10) == 0 {
            local = NaiveDate::from_ymd_opt(2027, 10, 31)
                .unwrap()
                .and_hms_opt(3, 30, 0)
                .unwrap();
        }
        let times = zone.from_local_datetime(&local);
        let at = if self.roll(2) == 0 {
            times.earliest()
        } else {
            times.latest()
        };
        Planned {
            local,
            zone: zone.name().into(),
            at: at.unwrap().to_utc(),
        }
    }
}

/// The plan of a desk as plain values, without the names that are its own.
pub(super) fn plan(home: &Home) -> Vec<Value> {
    let all = home.json(&["export", "plan", "--format", "json"]);
    let mut rows = all.as_array().unwrap().clone();
    for row in &mut rows {
        assert!(
            row["uid"].as_str().is_some_and(|uid| uid.len() == 36),
            "{row}"
        );
        row["uid"] = Value::Null;
    }
    rows
}
