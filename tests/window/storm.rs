//! Keys, pastes and sizes at random over the demo desk: nothing panics, the desk stays sound, a paste does nothing by itself.
//! `POSTDESK_STORM` sets how many keys are pressed.

use postdesk::demo;
use postdesk::domain::chance::Rng;
use postdesk::event::{Event, Input};
use postdesk::keys::{Code, Key};
use postdesk::locale::Lang;
use postdesk::store::{Origin, PATIENCE, Store};

use crate::desk::{Desk, Setup};

const KEYS: &str =
    "1234 5gtpdikhjklnNaeEtbsxypdwzoiTDuU/:?cC qQVй ц у к ф ы в р о л д г Ж . , ხ ვ δ ẽ 🙂 ё";

fn press(rng: &mut Rng) -> Key {
    let letters: Vec<char> = KEYS.chars().collect();
    let pick = |n: usize, rng: &mut Rng| usize::try_from(rng.next()).unwrap_or(0) % n;
    let named = [
        Code::Enter,
        Code::Enter,
        Code::Esc,
        Code::Tab,
        Code::Up,
        Code::Down,
        Code::Down,
        Code::Left,
        Code::Right,
        Code::PageDown,
        Code::PageUp,
        Code::Home,
        Code::End,
        Code::Backspace,
    ];
    match pick(3, rng) {
        0 => Key::plain(named[pick(named.len(), rng)]),
        _ => Key::char(letters[pick(letters.len(), rng)]),
    }
}

const SIZES: [(u16, u16); 9] = [
    (80, 24),
    (1, 1),
    (20, 5),
    (40, 12),
    (120, 40),
    (200, 60),
    (79, 23),
    (500, 3),
    (3, 200),
];

#[test]
fn nothing_pressed_at_any_size_makes_it_panic() {
    let keys: usize = std::env::var("POSTDESK_STORM")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(4_000);
    let storms = keys.div_ceil(500);
    for seed in 0..storms {
        let mut rng = Rng::seeded(seed as u64);
        let mut setup = Setup::empty();
        demo::seed(&mut setup.store, setup.now).unwrap();
        let lang = if seed % 2 == 0 { Lang::Ru } else { Lang::En };
        let mut desk = setup.open_as(lang, 80, 24);
        for step in 0..500 {
            blow(&mut desk, &mut rng, step);
        }
        let folder = desk.folder;
        drop(desk.app);
        let mut store = Store::open(folder.path(), Origin::Cli, PATIENCE, Rng::seeded(1)).unwrap();
        assert_eq!(store.check().unwrap(), Vec::new(), "storm {seed}");
    }
}

fn blow(desk: &mut Desk, rng: &mut Rng, step: usize) {
    match rng.next() % 40 {
        0 => {
            let (cols, rows) = SIZES[step % SIZES.len()];
            desk.resize(cols, rows);
        }
        1 => desk.event(Event::Input(Input::Paste(
            "Kolos vk завтра 9\r\nТекст \u{1b}]52;c;eA==\u{7} ❤️".into(),
        ))),
        2 => {
            desk.later(7);
        }
        3 => desk.event(Event::Input(Input::FocusIn)),
        4 => desk.event(Event::Input(Input::Scroll(-3))),
        _ => desk.event(Event::Input(Input::Key(press(rng)))),
    }
    if desk.app.is_done() {
        return;
    }
    desk.screen();
}

#[test]
fn a_paste_over_a_room_publishes_deletes_and_quits_nothing() {
    for pane in ["1", "2", "3", "4", "5"] {
        let mut setup = Setup::empty();
        demo::seed(&mut setup.store, setup.now).unwrap();
        let before = counts(&setup.store);
        let mut desk = setup.open();
        desk.keys(pane);
        desk.event(Event::Input(Input::Paste(
            "Q\nD\ny\n\r\rDDD\u{1b}Q\n".into(),
        )));
        desk.event(Event::Input(Input::Paste("\u{1b}[201~Q".into())));
        assert!(!desk.app.is_done());
        let store = Store::open(desk.folder.path(), Origin::Cli, PATIENCE, Rng::seeded(1)).unwrap();
        assert_eq!(counts(&store), before, "pane {pane}");
    }
}

/// What a paste could have changed.
fn counts(store: &Store) -> (usize, usize, usize) {
    let reader = store.reader();
    let far = chrono::Duration::days(4000);
    let now = crate::desk::at(9, 12);
    (
        reader.history(None, 100).unwrap().len(),
        reader
            .agenda(now - far, now + far, None, 1000)
            .unwrap()
            .len(),
        reader.clients().unwrap().len(),
    )
}
