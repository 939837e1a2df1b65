//! The demo's first minute, at any hour, in any town, under any layout: what must be seen, and in how few keys things are done.

use std::path::Path;

use chrono::{Duration, TimeZone};
use chrono_tz::Tz;
use postdesk::demo::seed;
use postdesk::domain::Moment;
use postdesk::domain::chance::Rng;
use postdesk::locale::{Lang, Locale};
use postdesk::store::{Origin, PATIENCE, Store};

use crate::desk::{Desk, Setup};

const ZONES: [Tz; 4] = [
    Tz::Europe__Moscow,
    Tz::Europe__Helsinki,
    Tz::Asia__Ho_Chi_Minh,
    Tz::America__Los_Angeles,
];

/// What the keys n and u send under Latin, Russian and Georgian letters.
const LAYOUTS: [(&str, &str); 3] = [("n", "u"), ("т", "г"), ("ნ", "უ")];

/// All hours; week-ends; the days on which clocks change in Lahti and Los Angeles; ends of months and years.
const MOMENTS: [&str; 20] = [
    "2026-11-24T00:07:10Z",
    "2026-11-24T02:31:00Z",
    "2026-11-24T05:59:59Z",
    "2026-11-24T06:12:30Z",
    "2026-11-24T09:45:20Z",
    "2026-11-24T12:00:00Z",
    "2026-11-24T15:28:40Z",
    "2026-11-24T18:16:00Z",
    "2026-11-24T20:58:00Z",
    "2026-11-24T22:59:30Z",
    "2026-11-28T10:20:00Z",
    "2026-11-29T21:05:00Z",
    "2026-11-01T08:59:00Z",
    "2026-10-25T00:58:30Z",
    "2027-03-28T00:59:10Z",
    "2027-03-14T09:58:00Z",
    "2026-12-31T20:58:59Z",
    "2026-12-01T00:00:30Z",
    "2027-03-01T04:44:00Z",
    "2028-02-29T13:13:13Z",
];

#[test]
fn the_first_minute_holds_at_any_hour_and_in_any_town() {
    for (number, moment) in MOMENTS.iter().enumerate() {
        let now: Moment = moment.parse().unwrap();
        let demo = seeded(now);
        for (turn, zone) in ZONES.into_iter().enumerate() {
            let lang = [Lang::En, Lang::Ru][(number + turn) % 2];
            let (n, u) = LAYOUTS[(number + turn) % 3];
            let minute = Minute {
                told: format!("{moment} in {zone}, {lang:?}, {n}"),
                now,
                zone,
                lang,
            };
            let open = || minute.open(&demo);
            minute.shows_what_must_be_shown(&mut open());
            minute.late_goes_out_and_comes_back(&mut open(), u);
            minute.due_goes_out(&mut open(), n);
            minute.somebody_is_answered(&mut open());
        }
    }
}

struct Minute {
    told: String,
    now: Moment,
    zone: Tz,
    lang: Lang,
}

impl Minute {
    fn open(&self, demo: &tempfile::TempDir) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        copy(demo.path(), folder.path());
        let mut desk = Setup::at(folder, self.now).open_in(self.zone, self.lang, 80, 24);
        desk.screen();
        desk
    }

    fn shows_what_must_be_shown(&self, desk: &mut Desk) {
        let screen = desk.screen();
        let lines: Vec<&str> = screen.lines().collect();
        let told = format!("{}:\n{screen}", self.told);
        let late = format!("─ {} ", self.word("today-late"));
        let heads = |line: &&&str| line.starts_with(&late);
        let late = lines.iter().find(heads).copied().unwrap_or(" 0 ");
        assert!(!late.contains(" 0 "), "nothing is late, {told}");
        assert!(self.due_row(&lines).is_some(), "nothing is due, {told}");
        let left = |line: &&str| line.get(2..7).unwrap_or_default().trim().to_owned();
        let presses = |left: String| {
            let minutes = left.strip_prefix("0:").and_then(|left| left.parse().ok());
            minutes.is_some_and(|minutes: u32| minutes < 15)
        };
        assert!(lines.iter().any(|line| presses(left(line))), "{told}");
        let gaps = format!(" {} ", self.word("today-gaps"));
        assert!(
            screen.contains(&gaps),
            "what is missing is not said, {told}"
        );
        desk.keys("5");
        let numbers = desk.screen();
        assert!(
            numbers.contains(" ! "),
            "no goal is missed: {}\n{numbers}",
            self.told
        );
    }

    /// Two keys, and one to take it back.
    fn late_goes_out_and_comes_back(&self, desk: &mut Desk, undo: &str) {
        let before = said_apart(&desk.screen());
        desk.keys("enter enter");
        let after = desk.screen();
        let late = format!("─ {} ", self.word("today-late"));
        assert!(!after.contains(&late), "{}:\n{after}", self.told);
        desk.keys(undo);
        assert_eq!(said_apart(&desk.screen()), before, "{}", self.told);
    }

    /// Three keys for the first channel, one for each other.
    fn due_goes_out(&self, desk: &mut Desk, next: &str) {
        desk.keys(next);
        let screen = desk.screen();
        let lines: Vec<&str> = screen.lines().collect();
        let due = self.due_row(&lines).unwrap_or_default();
        assert!(due.starts_with('>'), "{}:\n{screen}", self.told);
        desk.keys("enter").sees("1 / 2").keys("enter").sees("2 / 2");
        assert!(desk.copied().is_some());
        desk.keys("enter");
        let clock = self
            .now
            .with_timezone(&self.zone)
            .format("%H:%M")
            .to_string();
        let out = Locale::new(self.lang).say("today-need-out", &[("clock", clock.into())]);
        desk.sees(&out);
    }

    /// Three keys and the words.
    fn somebody_is_answered(&self, desk: &mut Desk) {
        desk.keys("4 enter").types("Простите нас!").keys("enter");
        assert_eq!(desk.copied(), Some("Простите нас!"), "{}", self.told);
    }

    /// The row of what is due in one to three minutes.
    fn due_row<'s>(&self, lines: &[&'s str]) -> Option<&'s str> {
        let clocks = (1..=3).map(|minutes| {
            let at = (self.now + Duration::minutes(minutes)).naive_utc();
            let wall = self.zone.from_utc_datetime(&at);
            wall.format("%H:%M").to_string()
        });
        let clocks: Vec<String> = clocks.collect();
        // A plus stands before what is tomorrow's.
        let clock = |line: &str| {
            line.get(2..8)
                .map(|at| at.trim_matches([' ', '+']).to_owned())
        };
        let is_due = |line: &&&str| clock(line).is_some_and(|at| clocks.contains(&at));
        lines.iter().find(is_due).copied()
    }

    fn word(&self, key: &str) -> String {
        Locale::new(self.lang).text(key).into_owned()
    }
}

/// The demo in a folder, closed.
fn seeded(now: Moment) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), Origin::Rule, PATIENCE, Rng::seeded(7)).unwrap();
    seed(&mut store, now).unwrap();
    folder
}

/// The screen without its last row, where what was done is said.
fn said_apart(screen: &str) -> String {
    let rows: Vec<&str> = screen.lines().collect();
    rows[..rows.len() - 1].join("\n")
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir(&to).unwrap();
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[test]
fn a_picture_that_is_gone_does_not_hold_up_the_text() {
    let now = MOMENTS[3].parse().unwrap();
    let demo = seeded(now);
    std::fs::remove_dir_all(demo.path().join("media")).unwrap();
    let mut desk = Setup::at(demo, now).open();
    desk.screen();
    desk.keys("n enter").sees("1 / 2");
    assert!(desk.copied().is_some_and(|text| !text.is_empty()));
}
