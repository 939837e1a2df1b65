//! Rubrics, campaigns and formats by hand: added, changed, merged, deleted and taken back, with numbers that follow at once.

use chrono::Duration;
use postdesk::domain::chance::Rng;
use postdesk::domain::command::{Change, ClientCommand, Command, NewPost, PlanCommand, Planned};
use postdesk::domain::ids::{ChannelId, ClientId, PostId};
use postdesk::domain::post::{Approval, Format};
use postdesk::event::Event;
use postdesk::locale::Lang;
use postdesk::store::{Campaign, Origin, PATIENCE, Rubric, Store};

use crate::desk::{Desk, KAZAN, Setup, at};
use crate::hostile::attacks;
use crate::oracle::trespass;

/// The words of the window that differ between the languages.
struct Said {
    lang: Lang,
    title: &'static str,
    sum: [&'static str; 2],
    new: [&'static str; 2],
    share_refused: &'static str,
    taken: &'static str,
    menu: &'static str,
    where_to: &'static str,
    next_month: &'static str,
    running: &'static str,
    ends_first: &'static str,
    instead: &'static str,
    carousel: [&'static str; 2],
}

const ENGLISH: Said = Said {
    lang: Lang::En,
    title: "Kolos · rubrics, campaigns, formats",
    sum: ["3 posts · no targets", "▲ 3 posts · targets add up to 120%"],
    new: ["> + rubric", "> + campaign"],
    share_refused: "! A whole number from 0 to 100",
    taken: "! The client has a rubric of this name",
    menu: "67% of 30   +37 2 posts",
    where_to: "“меню” has 2 posts. Where to?",
    next_month: "‹ December 2026 ›",
    running: "10 Nov – 1 Dec     7 days left",
    ends_first: "! It ends before it starts",
    instead: "! Only a-z, 0-9, - and _. Try osen-v-kolose",
    carousel: ["▲ 2 pictures missing", "2–10 pictures · text · cover"],
};

const RUSSIAN: Said = Said {
    lang: Lang::Ru,
    title: "Kolos · рубрики, кампании, форматы",
    sum: [
        "3 поста · доли не заданы",
        "▲ 3 поста · вместе доли дают 120 %",
    ],
    new: ["> + рубрика", "> + кампания"],
    share_refused: "! Целое число от 0 до 100",
    taken: "! Такая рубрика у клиента уже есть",
    menu: "67 % из 30   +37 2 поста",
    where_to: "В рубрике «меню» 2 поста. Куда их?",
    next_month: "‹ декабрь 2026 ›",
    running: "10 ноя – 1 дек     ещё 7 дней",
    ends_first: "! Заканчивается раньше, чем начинается",
    instead: "! Только a-z, 0-9, - и _. Например osen-v-kolose",
    carousel: ["▲ нет 2 картинок", "2–10 картинок · текст · обложка"],
};

impl Said {
    /// A share of the month as the language writes it.
    fn cent(&self, n: u32) -> String {
        match self.lang {
            Lang::En => format!("{n}%"),
            Lang::Ru => format!("{n} %"),
        }
    }
}

impl Setup {
    /// A post of November with a rubric.
    fn of_rubric(&mut self, client: ClientId, channel: ChannelId, rubric: &str, format: Format) {
        let when = at(19, 30) + Duration::days(2);
        self.apply(&Command::Plan(PlanCommand::AddPost(NewPost {
            client,
            rubric: rubric.into(),
            campaign: String::new(),
            topic: format!("О чём-то: {rubric}"),
            format,
            text: "Полный текст поста.".into(),
            link: String::new(),
            first_comment: String::new(),
            planned: Some(Planned {
                local: when.with_timezone(&KAZAN).naive_local(),
                zone: KAZAN.name().into(),
                at: when,
            }),
            approval: Approval::Draft,
            channels: vec![channel],
        })));
    }
}

/// Kolos with three posts this month: two of the rubric «меню», one of «люди».
fn a_month() -> (Setup, ClientId) {
    let (mut desk, client, vk, tg) = Setup::kolos();
    desk.of_rubric(client, vk, "меню", Format::Photo);
    desk.of_rubric(client, tg, "меню", Format::Carousel);
    desk.of_rubric(client, vk, "люди", Format::Photo);
    (desk, client)
}

/// Another pair of eyes on the same desk.
fn beside(desk: &Desk) -> Store {
    Store::open(desk.folder.path(), Origin::Cli, PATIENCE, Rng::seeded(5)).unwrap()
}

fn rubrics(desk: &Desk) -> Vec<Rubric> {
    beside(desk).reader().rubrics(ClientId(1)).unwrap()
}

fn names(desk: &Desk) -> Vec<String> {
    rubrics(desk).into_iter().map(|it| it.name).collect()
}

fn campaigns(desk: &Desk) -> Vec<Campaign> {
    beside(desk).reader().campaigns(ClientId(1)).unwrap()
}

fn erase(desk: &mut Desk) {
    desk.keys("end");
    for _ in 0..40 {
        desk.keys("bs");
    }
}

#[test]
fn shares_are_set_and_the_standing_follows_at_once() {
    for said in [ENGLISH, RUSSIAN] {
        let mut desk = a_month().0.open_as(said.lang, 80, 24);
        desk.keys("R").sees(said.title).sees(said.sum[0]);
        desk.keys("enter tab").types("130").keys("enter");
        desk.sees(said.share_refused).keys("bs bs bs");
        desk.types("30").keys("enter").sees(said.menu);
        desk.keys("down enter tab").types("90 %").keys("enter");
        desk.sees(said.sum[1]);
        desk.keys("u u").sees(said.sum[0]);
        desk.keys("U U").sees(said.sum[1]).sees(said.menu);
        // Both are far from their targets: `n` walks from one to the other.
        desk.keys("end n").sees("> меню").keys("n").sees("> люди");
        desk.keys("N").sees("> меню");
        // Nothing is planned in December, and a share of nothing is no zero.
        desk.keys("right").sees(said.next_month).misses(said.menu);
        desk.sees("— ").keys("left").sees(said.menu);
        desk.keys("right right 0").sees(said.menu);
        desk.keys("R").misses(said.title);
    }
}

#[test]
fn a_rubric_is_added_renamed_and_taken_back() {
    for said in [ENGLISH, RUSSIAN] {
        let mut desk = a_month().0.open_as(said.lang, 80, 24);
        desk.keys("R a")
            .types("МЕНЮ")
            .keys("enter")
            .sees(said.taken);
        erase(&mut desk);
        desk.types("польза").keys("tab").types("40").keys("enter");
        desk.sees("польза");
        assert_eq!(rubrics(&desk)[2].share, Some(40));
        desk.keys("down down").sees("> польза").keys("enter");
        erase(&mut desk);
        desk.types("советы").keys("enter").sees("> советы");
        desk.keys("u").sees("> польза");
        desk.keys("u").sees(said.new[0]);
        assert_eq!(names(&desk), ["меню", "люди"]);
    }
}

#[test]
fn a_rubric_with_posts_goes_nowhere_unasked() {
    for said in [ENGLISH, RUSSIAN] {
        let mut desk = a_month().0.open_as(said.lang, 80, 24);
        desk.keys("R D")
            .sees(said.where_to)
            .keys("esc")
            .sees(said.title);
        assert_eq!(rubrics(&desk).len(), 2);
        // Without one.
        desk.keys("D enter").sees(&said.cent(67));
        assert_eq!(names(&desk), ["люди"]);
        desk.keys("u");
        assert_eq!(names(&desk), ["меню", "люди"]);
        // Into the other one.
        desk.keys("home D down enter").sees(&said.cent(100));
        assert_eq!(names(&desk), ["люди"]);
        desk.keys("u").sees(&said.cent(33));
        // One without posts goes at once.
        desk.keys("a")
            .types("пустая")
            .keys("enter home down down D");
        assert_eq!(names(&desk), ["меню", "люди"]);
        desk.keys("u").sees("пустая");
    }
}

#[test]
fn a_campaign_is_begun_with_days_a_goal_and_a_name_for_links() {
    for said in [ENGLISH, RUSSIAN] {
        let mut desk = a_month().0.open_as(said.lang, 80, 24);
        desk.keys("R down down down")
            .sees(said.new[1])
            .keys("enter");
        desk.types("Осень в Колосе")
            .keys("tab")
            .types("10.11")
            .keys("tab");
        desk.types("1.11")
            .keys("tab")
            .types("40 броней")
            .keys("tab");
        desk.types("Осень в Колосе").keys("enter");
        desk.sees(said.ends_first).sees(said.instead);
        erase(&mut desk);
        desk.types("1.12").keys("tab tab");
        erase(&mut desk);
        desk.types("osen").keys("enter").sees(said.running);
        desk.keys("up").sees("utm_campaign=osen").sees("40 броней");
        let card = campaigns(&desk)[0].card.clone();
        assert_eq!(card.starts.unwrap().to_string(), "2026-11-10");
        assert_eq!(card.ends.unwrap().to_string(), "2026-12-01");
        // The card of a post names it, by any spelling.
        desk.keys("esc 3 e f2 tab tab").types("осень в колосе");
        desk.keys("enter esc R").sees("1●");
        let card = beside(&desk).reader().card_of_post(PostId(1)).unwrap().card;
        assert_eq!(card.campaign, "Осень в Колосе");
        desk.keys("down down down D");
        assert_eq!(campaigns(&desk), []);
        desk.keys("u").sees("1●");
    }
}

#[test]
fn the_card_of_a_post_holds_its_format_against_what_is_there() {
    for said in [ENGLISH, RUSSIAN] {
        let mut desk = a_month().0.open_as(said.lang, 80, 24);
        desk.keys("R end up up up up up up up")
            .sees(said.carousel[1]);
        desk.keys("esc 3 e f2 tab tab tab right")
            .sees(said.carousel[0]);
        desk.keys("left left").misses(said.carousel[0]).sees("✓ ");
        // The drafts say it beside the text.
        desk.keys("esc esc").sees("▲ ").misses(said.carousel[0]);
        desk.keys("down").sees(said.carousel[0]);
        desk.keys("e f2");
        // In a small window the fields come first.
        desk.resize(80, 10);
        desk.misses("✓ ");
    }
}

#[test]
fn the_window_is_about_one_client_and_she_says_which() {
    let (mut desk, _) = a_month();
    let card = postdesk::domain::client::ClientCard::new("Marani", "Asia/Tbilisi");
    desk.apply(&Command::Client(ClientCommand::Add(card)));
    let mut desk = desk.open();
    // Nobody is at hand on an empty Today; the plan has a row under the cursor.
    desk.keys("R")
        .sees("Whose rubrics?")
        .types("mar")
        .keys("enter");
    desk.sees("Marani · rubrics")
        .keys("c")
        .sees("Whose rubrics?");
    desk.keys("enter").sees("Kolos · rubrics").keys("esc");
    desk.keys("3 R").sees("Kolos · rubrics").keys("esc");
    desk.keys("c")
        .types("mar")
        .keys("enter R")
        .sees("Marani · rubrics");
    // From the cards of clients and back to them.
    desk.keys("esc C R").sees("Kolos · rubrics").keys("esc");
    desk.sees("CLIENTS AND CHANNELS").sees("R rubrics");
    desk.keys("end R").sees("Marani · rubrics");
}

#[test]
fn rubrics_before_there_is_a_client_begin_with_the_client() {
    let mut desk = Setup::empty().open();
    desk.keys("R").sees("New client");
}

#[test]
fn what_another_program_does_is_seen_at_once() {
    let (setup, client) = a_month();
    let mut desk = setup.open();
    desk.keys("R").misses("польза");
    let add = Command::Client(ClientCommand::AddRubric {
        client,
        name: "польза".into(),
        share: Some(40),
    });
    beside(&desk).apply(&add, at(9, 13)).unwrap();
    desk.event(Event::Outside(Change::ALL));
    desk.sees("польза");
}

#[test]
fn a_card_that_was_left_waits_for_the_next_opening_and_the_next_day() {
    let mut desk = a_month().0.open();
    desk.keys("R a").types("по").keys("esc").sees("RUBRICS");
    desk.keys("a")
        .sees("Name                   по")
        .types("льза");
    desk.keys("esc esc");
    let mut desk = desk.reopened(Lang::En);
    desk.keys("R a").sees("польза").keys("enter").sees("польза");
    assert_eq!(rubrics(&desk)[2].name, "польза");
    desk.keys("a").misses("польза");
}

#[test]
fn hostile_names_are_taken_as_words() {
    for attack in attacks() {
        let mut desk = a_month().0.open();
        desk.keys("R a").pastes(&attack).keys("tab");
        desk.pastes(&attack).keys("enter");
        let harmless = |desk: &mut Desk| {
            let found = trespass(&desk.bytes());
            assert_eq!(found, None, "{}", desk.screen());
        };
        harmless(&mut desk);
        erase(&mut desk);
        for _ in 0..3 {
            desk.keys("enter down");
            harmless(&mut desk);
        }
        desk.keys("esc home down down down down a").pastes(&attack);
        for _ in 0..3 {
            desk.keys("tab").pastes(&attack);
        }
        desk.keys("enter");
        harmless(&mut desk);
        desk.keys("esc home D");
        harmless(&mut desk);
    }
}

#[test]
fn the_window_holds_in_small_and_tiny_windows() {
    for (cols, rows) in [(20, 5), (1, 1), (40, 10), (80, 3), (200, 60)] {
        for lang in [Lang::En, Lang::Ru] {
            let mut desk = a_month().0.open_as(lang, cols, rows);
            for keys in [
                "R", "end", "home", "pgdn", "pgup", "right", "enter", "tab", "esc", "a", "esc",
            ] {
                desk.keys(keys).misses("⟦");
            }
            for _ in 0..18 {
                desk.keys("down").misses("⟦");
            }
        }
    }
}

#[test]
fn the_card_of_a_client_takes_any_sum_and_no_share_twice() {
    for said in [ENGLISH, RUSSIAN] {
        let mut desk = a_month().0.open_as(said.lang, 80, 24);
        desk.keys("C enter");
        for _ in 0..8 {
            desk.keys("tab");
        }
        desk.sees("меню, люди");
        erase(&mut desk);
        desk.types("Меню 30, люди 130").keys("enter");
        desk.sees(said.share_refused);
        erase(&mut desk);
        desk.types("Меню 30, меню 20")
            .keys("enter")
            .sees(said.taken);
        erase(&mut desk);
        desk.types("Меню 30, люди 90").keys("enter R");
        desk.sees(said.sum[1]);
        assert_eq!(names(&desk), ["Меню", "люди"]);
    }
}
