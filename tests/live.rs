//! Pages that the whole program asks for: platforms, words and sentences of hers, changed while the window is open. A program
//! of its own, because they are in force for all of it.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::Path;

use chrono::DateTime;
use postdesk::app::{App, Settings, Source};
use postdesk::config::{Manners, Paths, Stamps};
use postdesk::domain::Moment;
use postdesk::domain::chance::Rng;
use postdesk::domain::filter::{Names, read};
use postdesk::domain::hours::Hours;
use postdesk::domain::picture::Way;
use postdesk::domain::platform::Platforms;
use postdesk::domain::verdict::{Asked, read_answer};
use postdesk::domain::when::parse;
use postdesk::event::{Event, Input};
use postdesk::keys::Keymap;
use postdesk::locale::{Lang, Locale};
use postdesk::store::{Origin, PATIENCE, Store};
use postdesk::ui::Theme;

fn now() -> Moment {
    DateTime::from_timestamp(1_795_500_000, 0).unwrap()
}

fn window(desk: &Path, paths: &Paths) -> App {
    let store = Store::open(desk, Origin::Window, PATIENCE, Rng::seeded(3)).unwrap();
    let settings = Settings {
        zone: chrono_tz::UTC,
        hours: Hours::default(),
        demo: false,
        clock: true,
        pictures: Way::Off,
    };
    let (locale, theme) = (Locale::new(Lang::En), Theme::named("mono").unwrap());
    let size = (80, 24);
    let mut app = App::new(
        store,
        settings,
        locale,
        theme,
        Keymap::builtin(),
        size,
        now(),
    )
    .unwrap();
    app.live_from(Source {
        stamps: Stamps::of(paths),
        paths: paths.clone(),
        terminal: Vec::new(),
        manners: Manners::default(),
        zone: None,
        mouse: false,
    });
    app
}

/// What the program makes of words of hers: a platform, a time, an answer, a filter, a sentence.
fn understood() -> [bool; 5] {
    let asked = Asked {
        code: "A",
        numbers: &[1],
        other_codes: &[],
    };
    [
        Platforms::in_force().by_word("контур").is_some(),
        parse("завтра в ланчик", now(), chrono_tz::UTC).is_ok(),
        read_answer("A1 погнали", &asked).items.len() == 1,
        read("вертикалка", &Names::default()) == read("short", &Names::default()),
        Locale::new(Lang::Ru).text("tab-today") == "Утро",
    ]
}

#[test]
fn pages_of_hers_come_and_go_while_the_window_is_open() {
    let home = tempfile::tempdir().unwrap();
    let paths = Paths::under(home.path());
    let write = |name: &str, text: &str| {
        let file = paths.config.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    fs::create_dir_all(&paths.config).unwrap();
    let mut app = window(&home.path().join("desk"), &paths);
    let mut come_back = || {
        app.handle(Event::Input(Input::FocusOut), now());
        app.handle(Event::Input(Input::FocusIn), now());
    };
    assert_eq!(understood(), [false; 5]);
    write(
        "platforms.toml",
        "[[platform]]\nid = \"kontur\"\ncode = \"KO\"\nname = \"Контур\"\nkind = \"network\"\nmodes = [\"handoff\"]\n",
    );
    write("words/when.toml", "noon = [\"ланчик\"]\n");
    write("words/verdict.toml", "yes = [\"погнали\"]\n");
    write("words/filter.toml", "[format]\nshort = [\"вертикалка\"]\n");
    write("locale/ru/mine.ftl", "tab-today = Утро\n");
    assert_eq!(understood(), [false; 5], "nothing is watched");
    come_back();
    assert_eq!(understood(), [true; 5]);
    // One mistake in one of them, and nothing of the new ones is taken.
    write("words/when.toml", "noon = [\"завтра\"]\n");
    write("locale/ru/mine.ftl", "tab-today = Ночь\n");
    come_back();
    assert_eq!(understood(), [true; 5]);
    fs::remove_dir_all(&paths.config).unwrap();
    come_back();
    assert_eq!(understood(), [false; 5]);
}
