//! The drafts queue and the filter by keystrokes: what is typed narrows, what is late is never hidden in silence, kept views
//! come back, and many posts go along in one step.

use postdesk::app::Outside;
use postdesk::domain::chance::Rng;
use postdesk::domain::command::{
    Change, ChannelCommand, ClientCommand, Command, NewPost, PlanCommand, Planned,
};
use postdesk::domain::ids::{ChannelId, ClientId, RubricId, VariantId};
use postdesk::domain::post::{Approval, Format};
use postdesk::event::{Event, Input};
use postdesk::keys::{Code, Key, Mods};
use postdesk::locale::Lang;
use postdesk::store::{AgendaLine, Origin, PATIENCE, Store};

use crate::desk::{Desk, KAZAN, Setup, at};

/// A café with a late draft, two more, one with the client and one that is ready.
fn queue() -> Setup {
    let (mut desk, client, vk, tg) = Setup::kolos();
    let mut add = |topic: &str, rubric: &str, channels: &[ChannelId], day: i64, approval| {
        let at = at(19, 30) + chrono::Duration::days(day);
        desk.apply(&Command::Plan(PlanCommand::AddPost(NewPost {
            client,
            campaign: String::new(),
            rubric: rubric.into(),
            topic: topic.into(),
            format: Format::Text,
            text: format!("{topic}, полный текст"),
            link: String::new(),
            first_comment: String::new(),
            planned: Some(Planned {
                local: at.with_timezone(&KAZAN).naive_local(),
                zone: KAZAN.name().into(),
                at,
            }),
            approval,
            channels: channels.to_vec(),
        })));
    };
    add("Вчерашний хлеб", "польза", &[vk], -1, Approval::Draft);
    add("Осенний раф", "меню", &[vk, tg], 3, Approval::Draft);
    add("Бариста Лена", "люди", &[tg], 4, Approval::Draft);
    add("Пирог с запиской", "меню", &[vk], 5, Approval::Review);
    add("Сырники", "меню", &[vk, tg], 6, Approval::Approved);
    desk
}

fn line(desk: &Desk, variant: i64) -> AgendaLine {
    let store = Store::open(desk.folder.path(), Origin::Cli, PATIENCE, Rng::seeded(5)).unwrap();
    store.reader().line(VariantId(variant)).unwrap().unwrap()
}

fn approvals(desk: &Desk) -> Vec<Approval> {
    (1..=7)
        .map(|variant| line(desk, variant).approval)
        .collect()
}

fn control(desk: &mut Desk, c: char) {
    let mods = Mods {
        ctrl: true,
        ..Mods::default()
    };
    let code = Code::Char(c);
    desk.event(Event::Input(Input::Key(Key { code, mods })));
}

/// What was made just now is what Enter writes.
#[test]
fn the_cursor_goes_to_the_post_that_was_made_here() {
    let mut desk = queue().open_as(Lang::En, 80, 24);
    desk.keys("3 a").wipes().types("Kolos vk Зимний чай");
    desk.keys("enter").keys("enter").sees("Kolos · Зимний чай");
}

#[test]
fn a_filter_typed_in_russian_narrows_with_every_word_and_esc_shows_all_again() {
    let mut desk = queue().open_as(Lang::Ru, 80, 24);
    // Under a Russian layout: the third room, then the key of f.
    desk.keys("3 а")
        .sees("ПОКАЗАТЬ ТОЛЬКО")
        .sees("показано всё");
    desk.types("тг ")
        .sees("канал TG")
        .misses("Вчерашний хлеб")
        .sees("Бариста Лена");
    desk.types("меню")
        .sees("канал TG · рубрика меню")
        .misses("Бариста Лена");
    desk.sees("Осенний раф")
        .sees("фильтр: TG · меню — 2 из 5 · скрыт 1 опоздавший");
    desk.types(" \"раф").sees("текст «раф»").misses("Сырники");
    desk.keys("enter")
        .sees("фильтр: TG · меню · «раф» — 1 из 5");
    // The same filter in the plan, and back.
    desk.keys("2").sees("фильтр: TG · меню · «раф» — 1 из 4");
    desk.keys("v v").sees("Осенний раф").misses("Сырники");
    desk.keys("3").sees("— 1 из 5").keys("esc").sees("писать 3");
    desk.sees("Вчерашний хлеб").sees("Сырники");
}

#[test]
fn what_is_not_there_is_named_before_it_filters_and_esc_puts_back_what_was() {
    let mut desk = queue().open();
    desk.keys("3 f")
        .types("#люди")
        .keys("enter")
        .sees("filter: люди — 1 of 5");
    desk.keys("f").sees("› #люди");
    desk.types(" #лето")
        .sees("No rubric “лето”. There are: польза, меню, люди");
    desk.keys("enter").sees("› #люди #лето");
    desk.types(" сырники")
        .sees("rubric люди · text “сырники”")
        .sees("0 of 5");
    desk.keys("esc")
        .sees("filter: люди — 1 of 5")
        .sees("Бариста Лена");
    desk.keys("4 f").sees("A filter works in Plan and Drafts");
}

#[test]
fn a_kept_view_is_reached_by_its_digit_and_by_its_name_the_next_day() {
    let mut desk = queue().open_as(Lang::Ru, 80, 24);
    desk.keys("2 v f").types("меню -тг").keys("enter");
    desk.sees("фильтр: меню · не TG — 1 из 5");
    desk.keys("F")
        .sees("g 1: «меню не TG» · План, месяц · Все клиенты · ");
    desk.types("осень VK").sees("«осень VK»").keys("enter");
    desk.sees("Запомнено: «осень VK», вернуться — g 1");
    desk.keys("esc 3 c")
        .types("kol")
        .keys("enter")
        .misses("фильтр:");
    let mut desk = desk.reopened(Lang::Ru);
    desk.keys("g 1")
        .sees("1 осень VK")
        .sees("фильтр: меню · не TG — 1 из 5");
    desk.sees("ноябрь 2026");
    desk.keys("esc 1 :")
        .types("осень")
        .sees("осень VK")
        .keys("enter");
    desk.sees("ноябрь 2026").sees("фильтр: меню · не TG");
    desk.keys("g 7")
        .sees("Под номером 7 ничего не запомнено: F запомнит показанное");
}

#[test]
fn a_view_is_never_kept_over_another_without_saying_where_that_went() {
    let mut desk = queue().open();
    desk.keys("3 F")
        .types("all drafts")
        .keys("enter")
        .sees("Kept as “all drafts”: g 1");
    desk.keys("f").types("tg").keys("enter F");
    control(&mut desk, 'u');
    desk.types("1 only TG")
        .sees("“all drafts” moves to g 2")
        .keys("enter");
    desk.sees("“all drafts” is now under g 2");
    for digit in 3..=9 {
        desk.keys("F")
            .sees(&format!("g {digit}: “TG”"))
            .keys("enter");
    }
    desk.keys("F").sees("A number from 1 to 9");
    desk.types("1 new")
        .sees("“only TG” is under 1 and no number is free");
    desk.keys("enter").sees("KEEP THIS VIEW").keys("enter");
    desk.sees("Kept as “new” under g 1; “only TG” was let go");
    desk.keys("F")
        .types("2 -")
        .sees("“all drafts” is let go")
        .keys("enter");
    desk.sees("“all drafts” was let go. It showed: Drafts · All clients");
    desk.keys("g 2").sees("Nothing is kept under 2");
}

#[test]
fn what_a_view_asked_for_and_is_gone_is_said_when_it_opens() {
    let mut setup = queue();
    let menu = RubricId(2);
    let other = Command::Client(ClientCommand::EditRubric {
        rubric: menu,
        name: "кухня".into(),
        share: None,
    });
    let mut desk = {
        let mut desk = setup.open();
        desk.keys("3 c")
            .types("kol")
            .keys("enter f")
            .types("меню vk")
            .keys("enter F enter");
        desk.keys("esc");
        desk
    };
    let folder = desk.folder.path().to_owned();
    let mut store = Store::open(&folder, Origin::Cli, PATIENCE, Rng::seeded(5)).unwrap();
    store.apply(&other, at(9, 13)).unwrap();
    desk.event(Event::Outside(Change::ALL));
    desk.keys("g 1");
    desk.sees("No rubric “меню”. There are: польза, кухня, люди · shown without it");
    desk.sees("filter: VK — 4 of 5");
    // A filter that is open meanwhile says it too.
    desk.keys("esc f")
        .types("кухня")
        .keys("enter")
        .sees("filter: кухня — 3 of 5");
    let again = Command::Client(ClientCommand::EditRubric {
        rubric: menu,
        name: "стол".into(),
        share: None,
    });
    store.apply(&again, at(9, 14)).unwrap();
    desk.event(Event::Outside(Change::ALL));
    desk.sees("No rubric “кухня”").sees("to write 3");
    store
        .apply(
            &Command::Client(ClientCommand::Delete(ClientId(1))),
            at(9, 15),
        )
        .unwrap();
    desk.event(Event::Outside(Change::ALL));
    desk.keys("g 1").misses("⟦");
    setup = Setup::at(tempfile::tempdir().unwrap(), at(9, 12));
    drop(setup);
}

#[test]
fn marked_posts_change_their_status_together_and_one_u_takes_it_back() {
    use Approval::{Approved, Draft, Review};
    let mut desk = queue().open();
    let before = approvals(&desk);
    assert_eq!(
        before,
        [Draft, Draft, Draft, Draft, Review, Approved, Approved]
    );
    desk.keys("3 space V down V").sees("3 marked");
    desk.keys("s")
        .sees("Status")
        .sees("draft · now")
        .keys("enter");
    assert_eq!(approvals(&desk)[..5], [Review; 5]);
    desk.sees("with client 4").misses("marked");
    desk.keys("u");
    assert_eq!(approvals(&desk), before);
}

#[test]
fn a_status_that_one_of_them_cannot_take_names_it_and_moves_none() {
    let mut desk = queue().open();
    desk.keys("3 end space up up space s");
    desk.sees("changes asked")
        .sees("“Бариста Лена”: The client has not seen it yet");
    let before = approvals(&desk);
    desk.types("changes")
        .keys("enter")
        .sees("The client has not seen it yet")
        .keys("esc");
    assert_eq!(approvals(&desk), before);
    // Parked posts say why, all of them with one reason, and come back through a draft.
    desk.keys("home space space s")
        .types("hold")
        .keys("enter")
        .sees("WHY");
    desk.types("ждём смету").keys("enter");
    assert_eq!(approvals(&desk)[..3], [Approval::Hold; 3]);
    desk.keys("u");
    assert_eq!(approvals(&desk), before);
}

#[test]
fn marked_posts_get_a_posting_time_each() {
    let (mut setup, vk) = (queue(), ChannelId(1));
    for weekday in [3, 4] {
        setup.apply(&Command::Channel(ChannelCommand::AddSlot {
            channel: vk,
            weekday,
            minute: 600,
        }));
    }
    let mut desk = setup.open();
    desk.keys("3 f")
        .types("vk draft")
        .keys("enter space space b");
    let (first, second) = (line(&desk, 1).at.unwrap(), line(&desk, 2).at.unwrap());
    assert_eq!(
        first.with_timezone(&KAZAN).format("%a %H:%M").to_string(),
        "Thu 10:00"
    );
    assert_eq!(
        second.with_timezone(&KAZAN).format("%a %H:%M").to_string(),
        "Fri 10:00"
    );
    desk.keys("u");
    assert_eq!(
        line(&desk, 1).at.unwrap(),
        at(19, 30) - chrono::Duration::days(1)
    );
}

#[test]
fn a_day_to_be_ready_by_is_typed_in_words_and_orders_the_queue() {
    let mut desk = queue().open_as(Lang::Ru, 80, 24);
    desk.keys("3")
        .sees("ГОРИТ 1")
        .keys("down down")
        .sees("Kolos · Бариста Лена");
    desk.keys("enter f2").sees("Сдать к");
    for _ in 0..9 {
        desk.keys("tab");
    }
    desk.types("вчера").keys("enter").sees("уже прошло");
    control(&mut desk, 'u');
    desk.types("завтра 8:00").keys("enter esc");
    desk.sees("ГОРИТ 2")
        .sees("сдать к ср")
        .sees("сдать к ср 25 08:00");
    let screen = desk.screen();
    let place = |topic: &str| screen.find(topic).unwrap();
    assert!(place("Бариста Лена") < place("Вчерашний хлеб"), "{screen}");
    // A day alone is its evening, and none takes it off.
    desk.keys("enter f2 tab tab tab tab tab tab tab tab tab");
    control(&mut desk, 'u');
    desk.types("пт")
        .keys("enter esc")
        .sees("ГОРИТ 1")
        .sees("сдать к пт 27 18:00");
    desk.keys("u")
        .sees("ГОРИТ 2")
        .keys("u")
        .sees("ГОРИТ 1")
        .misses("сдать к");
}

#[test]
fn the_base_text_and_the_chosen_channel_open_in_her_own_editor() {
    let mut desk = queue().open();
    desk.keys("3 down E");
    let edited = |desk: &Desk| match desk.outside.last() {
        Some(Outside::Edit {
            post,
            variant,
            text,
        }) => (post.0, variant.map(|it| it.0), text.clone()),
        other => panic!("{other:?}"),
    };
    let text = "Осенний раф, полный текст".to_owned();
    assert_eq!(edited(&desk), (2, None, text.clone()));
    desk.keys("tab tab E");
    assert_eq!(edited(&desk), (2, Some(3), text));
    desk.event(Event::Edited {
        post: postdesk::domain::ids::PostId(2),
        variant: Some(VariantId(3)),
        text: Ok("Раф 🍁\n".into()),
    });
    desk.sees("Раф").sees("TG own").keys("=").sees("TG =");
    desk.keys("u").sees("TG own").keys("I").sees("TG =");
}

#[test]
fn no_line_however_hostile_breaks_the_window() {
    let long = "ж\"«* ^".repeat(2_000);
    let lines = [
        "\u{1b}[31m\u{202e}vk\0\u{7f}",
        "\"\"\" '; DROP TABLE post; -- NEAR(a, b) * ^ col:x {}",
        "#\"@!- -- -# @ ! : status: format: кампания:",
        "👩\u{200d}👩\u{200d}👧 ❤️ e\u{301}\u{301}\u{301} ½ ﷺ",
        &long,
    ];
    for line in lines {
        let mut desk = queue().open_as(Lang::Ru, 80, 24);
        for room in ["3", "2"] {
            desk.keys(room).keys("f");
            control(&mut desk, 'u');
            desk.pastes(line)
                .sees("ПОКАЗАТЬ ТОЛЬКО")
                .misses("SQL")
                .misses("⟦");
            desk.keys("enter esc esc").sees("Kolos");
            desk.keys("F").pastes(line).keys("enter enter esc");
            desk.screen();
        }
    }
    for (cols, rows) in [(1, 1), (20, 5), (40, 10), (200, 60)] {
        let mut desk = queue().open_as(Lang::En, cols, rows);
        for keys in [
            "3 f v k enter",
            "space V down s esc",
            "F 1 enter",
            "2 v f",
            "esc F esc esc esc",
        ] {
            desk.keys(keys).screen();
        }
    }
}
