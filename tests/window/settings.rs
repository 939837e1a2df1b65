//! Settings that change while the window is open: taken whole when she comes back to it, or not at all.

use std::fs;
use std::path::PathBuf;

use postdesk::app::{Outside, Source};
use postdesk::config::{Manners, Paths, Stamps};
use postdesk::domain::post::Approval;
use postdesk::event::{Event, Input, Signal};
use tempfile::TempDir;

use crate::desk::{Desk, Setup, at};

/// A window on the desk of Kolos, with a settings folder that is empty so far.
struct Room {
    desk: Desk,
    home: TempDir,
}

impl Room {
    fn open() -> Self {
        let (mut desk, client, vk, _) = Setup::kolos();
        desk.post(client, &[vk], "Завтрак", at(12, 0), Approval::Approved);
        let mut desk = desk.open();
        let home = tempfile::tempdir().unwrap();
        let paths = Paths::under(home.path());
        fs::create_dir_all(&paths.config).unwrap();
        desk.app.live_from(Source {
            stamps: Stamps::of(&paths),
            paths,
            manners: Manners::default(),
            zone: Some("Europe/Moscow".to_owned()),
            mouse: false,
            terminal: Vec::new(),
        });
        Self { desk, home }
    }

    /// Writes a file of hers in another program.
    fn writes(&mut self, name: &str, text: &str) -> &mut Self {
        let file: PathBuf = self.home.path().join("config").join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        self.desk.event(Event::Input(Input::FocusOut));
        fs::write(file, text).unwrap();
        self
    }

    /// Comes back to the window.
    fn comes_back(&mut self) -> &mut Self {
        self.desk.event(Event::Input(Input::FocusIn));
        self
    }
}

#[test]
fn everything_changes_while_the_window_is_open() {
    let mut room = Room::open();
    room.desk.sees("1 Today").sees("12:00").sees("09:12");
    room.writes(
        "config.toml",
        "language = \"ru\"\nzone = \"Asia/Tbilisi\"\nhours = \"Mon-Fri 9-18\"\nclock = false\nmouse = true\n",
    );
    room.desk.sees("1 Today");
    room.comes_back();
    room.desk
        .sees("1 Сегодня")
        .sees("13:00")
        .sees("Настройки перечитаны");
    room.desk.misses("10:12");
    assert!(room.desk.outside.contains(&Outside::Mouse(true)));
    assert_eq!(
        room.desk.app.next_wake().map(|it| it < at(9, 20)),
        Some(false)
    );
    room.writes(
        "keymap.toml",
        "[desk]\n\"9\" = \"go.kpi\"\n\"2\" = \"none\"\n",
    );
    room.comes_back().desk.keys("2").sees("[1 Сегодня]");
    room.desk.keys("9").sees("[5 Цифры]");
    fs::remove_file(room.home.path().join("config/config.toml")).unwrap();
    room.comes_back().desk.sees("[5 KPI]").sees("09:12");
    assert_eq!(room.desk.outside.last(), Some(&Outside::Mouse(false)));
}

#[test]
fn a_mistake_changes_nothing_and_stays_in_sight_until_it_is_mended() {
    let mut room = Room::open();
    room.writes("config.toml", "language = \"ru\"\nclokc = true\n");
    room.comes_back();
    room.desk
        .sees("config.toml, line 2: there is no “clokc”; did you mean “clock”?")
        .sees("[1 Today]");
    // Keys work as before; the file that waits is named beside them.
    room.desk
        .keys("2")
        .sees("[2 Plan]")
        .sees(" ! config.toml:2 ");
    room.desk.misses("did you mean").keys("1").sees("Enter");
    // Asked again, it is said again.
    room.desk.keys("g r").sees("config.toml, line 2");
    room.writes("keymap.toml", "[desk]\n\"x\" = \"app.udno\"\n");
    room.comes_back()
        .desk
        .keys("1")
        .sees(" ! config.toml:2 +1 ");
    room.writes("keymap.toml", "");
    room.writes("config.toml", "language = \"ru\"\nclock = true\n");
    room.comes_back().desk.sees("Настройки перечитаны");
    room.desk.keys("2").sees("[2 План]").misses("config.toml");
}

#[test]
fn she_asks_and_is_answered() {
    let mut room = Room::open();
    room.desk.keys("g r").sees("Your settings have not changed");
    room.writes("config.toml", "language = \"ru\"\n");
    room.desk.keys("g r").sees("Настройки перечитаны");
    // Through the palette, whose words are the new ones.
    room.writes("config.toml", "");
    room.desk
        .keys(":")
        .types("перечит")
        .keys("enter")
        .sees("Settings read again");
    // And when the shell gives the program back.
    room.writes("config.toml", "language = \"ru\"\n");
    room.desk.event(Event::Signal(Signal::Continue));
    room.desk.sees("[1 Сегодня]");
}

#[test]
fn a_theme_of_hers_comes_and_a_broken_one_does_not() {
    let mut room = Room::open();
    let plain = room.desk.bytes();
    room.writes(
        "themes/plum.toml",
        "like = \"dark\"\n[styles]\ntab_active = \"bold #aa22cc\"\n",
    );
    room.writes("config.toml", "theme = \"plum\"\n");
    room.comes_back().desk.keys("1");
    let plum = room.desk.bytes();
    assert_ne!(plain, plum);
    assert!(String::from_utf8_lossy(&plum).contains("38;2;170;34;204"));
    room.writes(
        "themes/plum.toml",
        "like = \"dark\"\n[styles]\ntab_active = \"purpel\"\n",
    );
    room.comes_back().desk.sees("themes/plum.toml, line 3");
    assert!(String::from_utf8_lossy(&room.desk.bytes()).contains("38;2;170;34;204"));
}

#[test]
fn a_form_that_stands_open_keeps_what_was_typed() {
    let mut room = Room::open();
    room.desk.keys("a").types("Kolos vk завтра 9");
    room.writes("config.toml", "language = \"ru\"\nclock = false\n");
    room.comes_back().desk.sees("Kolos vk завтра 9");
    room.desk
        .types(" Новость")
        .sees("Kolos vk завтра 9 Новость");
    room.writes("config.toml", "= =");
    room.comes_back().desk.sees("Kolos vk завтра 9 Новость");
}
