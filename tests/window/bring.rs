//! A plan comes in from a file, in keystrokes: what was told of it is seen and corrected, and one press takes it back.

use std::fs;
use std::path::PathBuf;

use postdesk::app::Outside;
use postdesk::event::Event;
use postdesk::intake::{self, fetch};
use postdesk::locale::Lang;

use crate::desk::{Desk, Setup};

/// A semicolon file in windows-1251 whose dates prove no order.
const PLAN: &str = "дата;время;клиент;канал;рубрика;тема;текст\r\n\
    03/04/2027;09:30;Kolos;ВК;Меню;Сырники;Рецепт шефа\r\n\
    05/06/2027;10:00;Кофейня;ВК;;Раф;Раф из топлёного молока\r\n\
    07/08/2027;11:00;Kolos;ВКонтактик;;Хлеб;\"Кто печёт; ваш хлеб\"\r\n";

impl Desk {
    /// What the workers would do beside the window, until there is nothing left to do.
    fn works(&mut self) -> &mut Self {
        loop {
            let open: Vec<Outside> = std::mem::take(&mut self.outside);
            let Some(answer) = open.into_iter().find_map(|outside| self.answer(outside)) else {
                return self;
            };
            self.event(answer);
        }
    }

    fn answer(&self, outside: Outside) -> Option<Event> {
        let desk = self.folder.path();
        match outside {
            Outside::Complete(typed) => Some(Event::Completed(fetch::complete(&typed, None))),
            Outside::Look(order) => {
                let path = fetch::expand(&order.path, None);
                let now = crate::desk::at(9, 12);
                let looked = intake::look_into(desk, &path, &order.asked, now);
                Some(Event::Looked {
                    turn: order.turn,
                    looked: looked.map(Box::new),
                })
            }
            Outside::Load(load) => Some(Event::Loaded {
                turn: load.turn,
                packed: load.goods.packed(desk, &load.file),
            }),
            _ => None,
        }
    }

    /// A file beside the desk's own.
    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Opens the window on a file.
    fn brings(&mut self, path: &std::path::Path) -> &mut Self {
        self.keys("g o");
        self.pastes(path.to_str().unwrap());
        self.keys("enter").works()
    }

    /// Walks down to the line that says this.
    #[track_caller]
    fn walks_to(&mut self, name: &str) -> &mut Self {
        self.keys("home");
        let line = format!("> {name}");
        for _ in 0..40 {
            if self.screen().contains(&line) {
                break;
            }
            self.keys("down");
        }
        self.sees(&line)
    }
}

fn cp1251(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1251.encode(text).0.into_owned()
}

#[test]
fn a_plan_of_another_age_is_corrected_brought_in_and_taken_back() {
    let mut desk = Setup::kolos().0.open();
    let path = desk.file("план на май.csv", cp1251(PLAN));
    desk.brings(&path);
    desk.sees("BRING IN: план на май.csv")
        .sees("windows-1251")
        .sees("semicolon ;")
        .sees("day first or month first?")
        .sees("→ rubric by name");
    // Asked, never guessed: she stands on the question, and Enter leads back to it and no further.
    desk.sees("> dates")
        .keys("home enter")
        .sees("First the dates")
        .sees("> dates");
    desk.keys("right").works().sees("day first: as you said");
    desk.keys("right").works().sees("month first: as you said");
    desk.keys("left").works().sees("day first: as you said");
    desk.keys("enter")
        .sees("names nobody here has")
        .sees("«Кофейня»")
        .sees("nobody: 1 row stays out")
        .sees("«ВКонтактик» (Kolos)")
        .sees("vk?")
        .sees("«Меню» (Kolos)")
        .sees("will be new");
    desk.keys("right").works().sees("→ Kolos");
    desk.keys("down right").works().sees("→ vk");
    desk.keys("enter")
        .sees("Rows: 3 · right: 3 · wrong: 0")
        .sees("3 posts come in · Kolos")
        .sees("Sat 3 Apr");
    desk.keys("enter")
        .works()
        .sees("3 posts from план на май.csv");
    desk.keys("2").misses("BRING IN");
    desk.keys("/").types("Сырники").sees("Сырники").keys("esc");
    desk.keys("u").sees("3 posts from план на май.csv");
    desk.brings(&path);
    // What stood for whom is known the next time; the order of dates is asked again.
    desk.sees("day first or month first?").keys("enter right");
    desk.works().sees("As you said last time");
    desk.keys("enter enter").sees("3 posts come in");
}

#[test]
fn the_same_file_again_makes_no_doubles() {
    let mut desk = Setup::kolos().0.open();
    let plan = "date,time,client,channel,topic\n2027-04-03,09:30,Kolos,vk,Rye\n";
    let path = desk.file("plan.csv", plan);
    desk.brings(&path).keys("enter enter").works();
    desk.sees("1 post from plan.csv");
    desk.brings(&path)
        .keys("enter")
        .sees("The desk has it already");
    desk.keys("enter").works().sees("No row could be taken");
}

#[test]
fn going_back_and_forth_keeps_what_was_said() {
    let mut desk = Setup::kolos().0.open();
    let plan = "когда;где;тема\n03/04/2027 9:30;vk;Сырники\n";
    let path = desk.file("plan.csv", plan);
    desk.brings(&path).sees("No column for: client");
    desk.keys("enter").sees("2 of 4");
    desk.walks_to("client").keys("right").works().sees("Kolos");
    desk.walks_to("dates").keys("right").works();
    desk.walks_to("тема").sees("→ topic");
    desk.keys("right").works().sees("text by hand");
    desk.keys("enter").sees("1 post comes in");
    desk.keys("esc")
        .sees("text by hand")
        .keys("esc")
        .sees("plan.csv");
    desk.keys("enter").works();
    desk.sees("text by hand").sees("day first: as you said");
    // What a column means is not taken from another by looking through it.
    desk.walks_to("где").keys("right right right right").works();
    desk.sees("text by hand");
    desk.keys("left left left left")
        .works()
        .sees("→ channel by hand");
    desk.keys("enter").sees("1 post comes in");
    desk.keys("esc esc esc").misses("BRING");
}

#[test]
fn keys_do_not_wait_for_the_worker_and_the_last_word_counts() {
    let mut desk = Setup::kolos().0.open();
    let plan = "date;time;client;channel;topic\n03/04/2027;9:30;Kolos;vk;Rye\n";
    let path = desk.file("plan.csv", plan);
    desk.brings(&path);
    desk.walks_to("dates").keys("right right");
    desk.sees("Reading…").keys("enter").sees("2 of 4");
    desk.works().sees("month first: as you said");
    // An answer nobody waits for any more changes nothing.
    desk.keys("left");
    let late = std::mem::take(&mut desk.outside);
    desk.keys("esc esc").misses("BRING");
    desk.outside = late;
    desk.works().misses("BRING");
}

#[test]
fn a_hostile_name_and_a_hostile_cell_stay_words() {
    let mut desk = Setup::kolos().0.open();
    let plan = "date,time,client,channel,topic,media\n\
        2027-04-03,09:30,\u{1b}[31mЧужой\u{202e},vk,\u{1b}]0;x\u{7}Rye,/dev/zero\n\
        2027-04-04,09:30,Kolos,vk,\u{1b}]52;c;AAAA\u{7}Wheat,../../etc/passwd\n\
        2027-04-05,09:30,Kolos,=cmd()|x,a,\n";
    let path = desk.file("pl\u{1b}[2Jan.csv", plan);
    desk.keys("g o")
        .pastes(desk_path(&path))
        .keys("enter")
        .works();
    desk.sees("cannot be read");
    let path = desk.file("plan.csv", plan);
    desk.keys("esc").brings(&path);
    desk.keys("enter").sees("Чужой");
    desk.keys("enter")
        .sees("1 post comes in")
        .sees("is neither a picture");
    for _ in 0..3 {
        let bytes = desk.bytes();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("\u{1b}]"), "{text:?}");
        assert!(!text.contains('\u{202e}') && !text.contains('\u{7}'));
        desk.keys("esc");
    }
}

/// A path as it would be pasted.
fn desk_path(path: &std::path::Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_picture_beside_the_plan_comes_along_and_a_missing_one_is_told() {
    let mut desk = Setup::kolos().0.open();
    desk.file("rye.jpg", b"bytes of a picture");
    let plan = "date,time,client,channel,topic,text,media\n\
        2027-04-03,09:30,Kolos,vk,Rye,Fresh,rye.jpg\n\
        2027-04-04,09:30,Kolos,vk,Oat,Fresh,gone.jpg\n\
        2027-04-05,09:30,Kolos,vk,Bun,Fresh,https://example.com/bun.png\n";
    let path = desk.file("plan.csv", plan);
    desk.brings(&path).keys("enter");
    desk.sees("3 posts come in · Kolos")
        .sees("1 picture")
        .sees("“gone.jpg” is not there")
        .sees("https://example.com/bun.png");
    desk.keys("enter").works().sees("3 posts from plan.csv");
    let media = desk.folder.path().join("media");
    assert_eq!(fs::read_dir(media).unwrap().count(), 1);
    desk.keys("u").sees("3 posts from plan.csv");
}

#[test]
fn a_path_goes_on_with_tab_and_a_wrong_one_says_so() {
    let mut desk = Setup::kolos().0.open();
    desk.file("december.csv", "x");
    desk.file("december-old.csv", "x");
    let folder = desk.folder.path().display().to_string();
    desk.keys("g o")
        .pastes(&format!("{folder}/de"))
        .keys("tab")
        .works();
    desk.sees("december.csv").sees("december-old.csv");
    desk.types("nowhere")
        .keys("enter")
        .works()
        .sees("cannot be read");
    desk.sees("1 of 4").keys("esc").misses("BRING");
}

#[test]
fn it_opens_from_every_room_the_empty_desk_and_under_a_russian_layout() {
    let mut desk = Setup::empty().open_as(Lang::Ru, 80, 24);
    desk.keys("п щ").sees("ВЗЯТЬ ПЛАН ИЗ ФАЙЛА").keys("esc");
    let mut desk = Setup::kolos().0.open();
    for room in ["1", "2", "3", "4", "5"] {
        desk.keys(room)
            .keys("g o")
            .sees("BRING A PLAN IN")
            .keys("esc");
    }
}

#[test]
fn a_client_made_meanwhile_is_known_at_once() {
    let mut desk = Setup::empty().open();
    let plan = "date,time,client,channel,topic\n2027-04-03,09:30,Bakery,vk,Rye\n";
    let path = desk.file("plan.csv", plan);
    desk.brings(&path).keys("enter").sees("«Bakery»").keys("C");
    desk.sees("New client").types("Bakery").keys("enter");
    desk.keys("enter")
        .types("vk")
        .keys("tab")
        .types("@bakery")
        .keys("enter esc");
    desk.works().keys("enter").sees("1 post comes in · Bakery");
}

#[test]
fn every_step_fits_every_window_in_both_languages() {
    for lang in [Lang::En, Lang::Ru] {
        for (cols, rows) in [(80, 24), (120, 40), (200, 60), (40, 12), (20, 5), (1, 1)] {
            let mut desk = Setup::kolos().0.open_as(lang, cols, rows);
            let path = desk.file("plan.csv", cp1251(PLAN));
            desk.keys("g o").misses("⟦").keys("esc");
            desk.brings(&path).misses("⟦");
            desk.keys("enter right").works().misses("⟦");
            for keys in ["enter", "right", "down", "enter", "end", "pgup", "enter"] {
                desk.keys(keys).works().misses("⟦");
            }
        }
    }
}
