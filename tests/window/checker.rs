//! The checker by keystrokes: what it says of a text while she writes and after, what it holds back, what she lets out for a
//! reason, and what she is told before tonight. In both languages of the window.

use postdesk::app::Outside;
use postdesk::domain::chance::Rng;
use postdesk::domain::client::ClientCard;
use postdesk::domain::command::{ClientCommand, Command, PacketCommand, PlanCommand};
use postdesk::domain::ids::{PostId, VariantId};
use postdesk::domain::lint::RuleId;
use postdesk::domain::post::Approval;
use postdesk::domain::tongue::Tongue;
use postdesk::domain::yes::YES_HELD;
use postdesk::event::{Event, Input};
use postdesk::keys::{Code, Key, Mods};
use postdesk::lint;
use postdesk::locale::Lang;
use postdesk::store::{Origin, PATIENCE, Store};

use crate::desk::{Desk, Setup, at};

/// What the window says in one language.
struct Said {
    lang: Lang,
    spaces: &'static str,
    letters: &'static str,
    over: &'static str,
    anyway: &'static str,
    ask: &'static str,
    tonight: &'static str,
    nothing: &'static str,
    taken: &'static str,
    waits: &'static str,
}

const SAID: [Said; 2] = [
    Said {
        lang: Lang::En,
        spaces: "two spaces in a row",
        letters: "mixes Latin and Cyrillic",
        over: "TG: 4 over the limit of 4096",
        anyway: "! lets it through",
        ask: "WHY IT MAY GO OUT LIKE THIS",
        tonight: "held back",
        nothing: "Nothing holds this back",
        taken: "the yes is taken down",
        waits: "the client said yes, but the checker holds it back",
    },
    Said {
        lang: Lang::Ru,
        spaces: "два пробела подряд",
        letters: "смешаны латиница и кириллица",
        over: "TG: на 4 больше предела 4096",
        anyway: "! всё равно выпустит",
        ask: "ПОЧЕМУ ЕГО МОЖНО ВЫПУСТИТЬ ТАКИМ",
        tonight: "задержано",
        nothing: "Его ничто не задерживает",
        taken: "согласие записано",
        waits: "клиент согласен, но проверка держит",
    },
];

/// A café with one post on Telegram for this evening.
fn setup(approval: Approval, text: &str) -> Setup {
    let (mut desk, client, _, tg) = Setup::kolos();
    desk.post(client, &[tg], "Хлеб", at(19, 30), approval);
    desk.apply(&Command::Plan(PlanCommand::SaveText {
        post: PostId(1),
        variant: None,
        text: text.to_owned(),
    }));
    desk
}

fn store(desk: &Desk) -> Store {
    Store::open(desk.folder.path(), Origin::Window, PATIENCE, Rng::seeded(3)).unwrap()
}

/// Does what the worker would: looks at everything in line, and at the text being written.
fn workers(desk: &mut Desk) {
    for outside in std::mem::take(&mut desk.outside) {
        match outside {
            Outside::Check { line_up } => {
                let mut store = store(desk);
                if line_up {
                    store.line_up_looks(at(9, 12)).unwrap();
                }
                let looked = store.look_over(at(9, 13), 100).unwrap();
                desk.event(Event::Checked(Ok(looked.is_news)));
            }
            Outside::CheckText(subject) => {
                let found = lint::check(&subject);
                let text = subject.texts[0].words.clone();
                desk.event(Event::TextChecked { text, found });
            }
            _ => {}
        }
    }
}

fn function(desk: &mut Desk, n: u8, shift: bool) {
    let mods = Mods {
        shift,
        ..Mods::default()
    };
    let code = Code::F(n);
    desk.event(Event::Input(Input::Key(Key { code, mods })));
}

fn alt_enter(desk: &mut Desk) {
    let mods = Mods {
        alt: true,
        ..Mods::default()
    };
    let code = Code::Enter;
    desk.event(Event::Input(Input::Key(Key { code, mods })));
}

fn text(desk: &Desk) -> String {
    let wording = store(desk).reader().wording(PostId(1), None).unwrap();
    wording.map_or_else(String::new, |rev| rev.text)
}

#[test]
fn places_are_walked_and_put_right_while_she_writes() {
    for said in &SAID {
        let mut desk = setup(Approval::Draft, "Kофе  с собой").open_as(said.lang, 80, 24);
        desk.keys("3 enter");
        workers(&mut desk);
        desk.sees(said.letters);
        function(&mut desk, 8, false);
        desk.sees(said.letters);
        function(&mut desk, 8, false);
        desk.sees(said.spaces);
        function(&mut desk, 12, false);
        desk.misses(said.spaces);
        desk.later(1);
        workers(&mut desk);
        desk.sees(said.letters);
        function(&mut desk, 8, true);
        alt_enter(&mut desk);
        desk.later(1);
        workers(&mut desk);
        desk.misses(said.letters);
        desk.keys("esc");
        assert_eq!(text(&desk), "Кофе с собой");
        desk.keys("u");
        assert_eq!(text(&desk), "Kофе  с собой", "both fixes were one sitting");
    }
}

#[test]
fn every_finding_is_read_whether_it_has_a_place_or_not() {
    let no_picture = [
        (
            "nothing goes out there without a picture or video",
            "has not read",
        ),
        ("без картинки или видео туда не выйдет", "ещё не прочитала"),
    ];
    for (said, (no_picture, unread)) in SAID.iter().zip(no_picture) {
        let (mut setup, client, ..) = Setup::kolos();
        let on = setup.channel(client, "instagram");
        setup.post(client, &[on], "Хлеб", at(19, 30), Approval::Draft);
        let mut desk = setup.open_as(said.lang, 80, 24);
        desk.keys("3 enter").wipes().types("Да, кoфе с  собой");
        function(&mut desk, 8, false);
        desk.sees(unread).later(1);
        workers(&mut desk);
        desk.keys("home");
        for (nth, words) in [
            ("1/3", said.letters),
            ("2/3", said.spaces),
            ("3/3", no_picture),
            ("1/3", said.letters),
        ] {
            function(&mut desk, 8, false);
            desk.sees(nth).sees(words);
        }
        function(&mut desk, 8, true);
        desk.sees("3/3").sees(no_picture);
        // Whoever moves on has read it.
        desk.keys("left").misses("3/3");
    }
}

#[test]
fn what_was_found_stands_under_the_draft_and_goes_when_it_is_put_right() {
    for said in &SAID {
        let mut desk = setup(Approval::Draft, "Хлеб  из печи").open_as(said.lang, 80, 24);
        desk.event(Event::Wake);
        workers(&mut desk);
        desk.keys("3").sees(said.spaces);
        desk.keys("enter").wipes().types("Хлеб из печи").keys("esc");
        workers(&mut desk);
        desk.misses(said.spaces);
    }
}

#[test]
fn what_must_not_go_out_is_refused_until_she_says_why() {
    for said in &SAID {
        let mut desk = setup(Approval::Draft, &"ж".repeat(4_100)).open_as(said.lang, 120, 40);
        let stands = |desk: &Desk| {
            let line = store(desk).reader().line(VariantId(1)).unwrap();
            line.unwrap().approval
        };
        let approve = |desk: &mut Desk| {
            desk.keys("3 s down down down enter");
        };
        approve(&mut desk);
        desk.sees(said.over).sees(said.anyway);
        assert_eq!(stands(&desk), Approval::Draft);
        desk.keys("!").sees(said.ask);
        desk.types("клиент просил").keys("enter");
        approve(&mut desk);
        assert_eq!(stands(&desk), Approval::Approved);
        desk.keys("!").sees(said.nothing);
        desk.keys("u u");
        assert_eq!(stands(&desk), Approval::Draft);
        approve(&mut desk);
        assert_eq!(
            stands(&desk),
            Approval::Draft,
            "the leave was taken back too"
        );
    }
}

#[test]
fn tonight_she_is_told_what_is_held_back_and_its_steps_are_not_opened() {
    for said in &SAID {
        let mut desk = setup(Approval::Approved, &"ж".repeat(4_100)).open_as(said.lang, 120, 40);
        desk.misses(said.tonight);
        desk.event(Event::Wake);
        workers(&mut desk);
        desk.sees(said.tonight).sees(said.over);
        desk.later(10 * 60 + 20);
        desk.keys("home enter").sees(said.anyway);
        desk.keys("!").types("так надо").keys("enter");
        workers(&mut desk);
        desk.misses(said.tonight);
    }
}

/// The plan as a list.
fn listed(desk: &mut Desk) {
    desk.keys("2");
    for _ in 0..3 {
        let screen = desk.screen();
        if screen.contains("· free") || screen.contains("· свободно") {
            break;
        }
        desk.keys("v");
    }
    desk.keys("0 up up up");
}

/// How often the window has asked its worker to look, and the looks themselves.
fn looks(desk: &mut Desk) -> usize {
    let asked = std::mem::take(&mut desk.outside);
    let asked = asked
        .iter()
        .filter(|it| matches!(it, Outside::Check { .. }));
    let n = asked.count();
    for _ in 0..n {
        let looked = store(desk).look_over(desk.now, 100).unwrap();
        desk.event(Event::Checked(Ok(looked.is_news)));
    }
    n
}

#[test]
fn a_post_is_looked_at_again_the_day_and_the_hour_before_it_goes_out() {
    let (mut setup, client, _, tg) = Setup::kolos();
    let out = at(19, 30) + chrono::Duration::days(2);
    setup.post(client, &[tg], "Хлеб", out, Approval::Approved);
    let mut desk = setup.open();
    desk.event(Event::Wake);
    while looks(&mut desk) > 0 {}
    let mut before = Vec::new();
    while desk.now < out - chrono::Duration::minutes(30) {
        desk.later(30);
        if looks(&mut desk) > 0 {
            let left: chrono::Duration = out - desk.now;
            before.push(left.num_minutes());
        }
    }
    let near = |minutes: i64| (minutes - 29..=minutes).collect::<Vec<_>>();
    assert_eq!(before.len(), 2, "{before:?}");
    assert!(near(24 * 60).contains(&before[0]), "{before:?}");
    assert!(near(60).contains(&before[1]), "{before:?}");
}

#[test]
fn the_plan_and_today_mark_what_is_held_back_and_what_its_base_has_left_behind() {
    for (lang, held, behind, detail) in [
        (
            Lang::En,
            "held back",
            "base has changed",
            "TG: the base has changed since",
        ),
        (
            Lang::Ru,
            "задержан",
            "основа изменилась",
            "TG: основа с тех пор изменилась",
        ),
    ] {
        let mut setup = setup(Approval::Approved, "Хлеб из печи");
        for (variant, text) in [
            (Some(VariantId(1)), "Хлеб".repeat(1_100)),
            (None, "Булки из печи".to_owned()),
        ] {
            setup.apply(&Command::Plan(PlanCommand::SaveText {
                post: PostId(1),
                variant,
                text,
            }));
        }
        let mut desk = setup.open_as(lang, 120, 40);
        desk.sees(behind).misses(held);
        desk.event(Event::Wake);
        workers(&mut desk);
        desk.sees(&format!("{held}, {behind}"));
        listed(&mut desk);
        desk.sees(&format!("{held}, {behind}")).sees(detail);
        workers(&mut desk);
        let own = PlanCommand::SaveText {
            post: PostId(1),
            variant: Some(VariantId(1)),
            text: "Хлеб".to_owned(),
        };
        let mut beside = store(&desk);
        beside.apply(&Command::Plan(own), desk.now).unwrap();
        beside.look_over(desk.now, 9).unwrap();
        desk.event(Event::Wake);
        desk.keys("1").misses(held);
    }
}

#[test]
fn a_yes_to_what_is_held_back_is_taken_down_and_she_is_told_why_it_waits() {
    for said in &SAID {
        let mut setup = setup(Approval::Draft, &"ж".repeat(4_100));
        let send = PacketCommand::Send {
            posts: vec![PostId(1)],
            tongue: Tongue::Ru,
        };
        setup.apply(&Command::Packet(send));
        let mut desk = setup.open_as(said.lang, 120, 40);
        listed(&mut desk);
        desk.keys("A").pastes("да").keys("enter");
        desk.sees(said.taken).sees(said.over);
        let stands = |desk: &Desk| {
            let line = store(desk).reader().line(VariantId(1)).unwrap().unwrap();
            (line.approval, line.reason)
        };
        let held = (Approval::Draft, YES_HELD.to_owned());
        assert_eq!(stands(&desk), held);
        desk.sees(said.waits);
        desk.keys("u");
        assert_eq!(stands(&desk).0, Approval::Review);
    }
}

#[test]
fn a_client_can_have_a_check_keep_silent() {
    let mut setup = setup(Approval::Draft, "Хлеб  из печи");
    let mut card = ClientCard::new("Kolos", "Europe/Moscow");
    card.lints_off = [RuleId::Spaces].into();
    let client = postdesk::domain::ids::ClientId(1);
    setup.apply(&Command::Client(ClientCommand::Edit(client, card)));
    let mut desk = setup.open();
    desk.event(Event::Wake);
    workers(&mut desk);
    desk.keys("3").misses("two spaces in a row");
}

#[test]
fn a_client_is_saved_from_the_card_whatever_checks_are_silent() {
    for lang in [Lang::En, Lang::Ru] {
        let (mut setup, client, ..) = Setup::kolos();
        let mut card = ClientCard::new("Kolos", "Europe/Moscow");
        card.lints_off = RuleId::ALL.into();
        setup.apply(&Command::Client(ClientCommand::Edit(client, card)));
        let mut desk = setup.open_as(lang, 80, 24);
        desk.keys("C enter end").types(" 2").keys("enter");
        let clients = store(&desk).reader().clients().unwrap();
        assert_eq!(clients[0].card.name, "Kolos 2");
        assert_eq!(*clients[0].card.lints_off, *RuleId::ALL);
    }
}
