//! What a new user trips over: the empty desk, footers that tell the truth, moves that say where they went.

use postdesk::app::Outside;
use postdesk::domain::channel::{ChannelCard, Mode};
use postdesk::domain::command::{ChannelCommand, Command, DeliveryCommand, PlanCommand};
use postdesk::domain::ids::VariantId;
use postdesk::domain::post::Approval;
use postdesk::event::Event;
use postdesk::locale::Lang;

use crate::desk::{Setup, at};

#[test]
fn an_empty_desk_shows_an_example_and_three_ways_on() {
    let mut desk = Setup::empty().open();
    desk.sees("Your desk is empty.")
        .sees("example")
        .sees("LATE 1")
        .sees("THREE WAYS ON")
        .sees(" Enter first client  o demo  y copy command");
    desk.keys("o");
    assert_eq!(desk.outside.last(), Some(&Outside::Demo));
    desk.keys("y");
    assert_eq!(desk.copied(), Some("postdesk import plan "));
    desk.keys("enter").sees("New client").keys("esc esc");
    desk.keys("C").sees("New client");
}

#[test]
fn an_empty_desk_keeps_the_ways_on_in_any_window() {
    for (cols, rows) in [(20, 5), (40, 12), (120, 40), (200, 60), (1, 1), (80, 3)] {
        for lang in [Lang::En, Lang::Ru] {
            let mut desk = Setup::empty().open_as(lang, cols, rows);
            let screen = desk.misses("⟦").screen();
            assert!(rows < 5 || screen.contains("  Enter  "), "{screen}");
        }
    }
}

#[test]
fn adding_before_there_is_a_client_begins_with_the_client() {
    let mut desk = Setup::empty().open();
    desk.keys("a").sees("New client").keys("esc esc");
    desk.keys("2 enter").sees("New client");
}

#[test]
fn a_first_client_leads_to_its_first_channel_and_its_first_post() {
    let mut desk = Setup::empty().open();
    desk.keys("enter").types("Bakery").keys("enter");
    desk.sees(">    + channel")
        .keys("enter")
        .sees("new channel");
    desk.types("vk").keys("tab").types("@bakery").keys("enter");
    desk.sees("new channel @bakery")
        .keys("esc")
        .sees("a adds a post");
    desk.keys("a")
        .types("Bakery vk 15:00 We open at ten")
        .keys("enter");
    desk.sees("TODAY 1").sees("We open at ten");
}

#[test]
fn a_client_without_a_channel_is_told_what_is_next() {
    let mut desk = Setup::empty().open();
    desk.keys("enter").types("Bakery").keys("enter esc");
    desk.sees("Next: C adds a channel").sees(" C clients");
}

#[test]
fn the_rest_of_a_card_comes_out_with_tab() {
    let mut desk = Setup::empty().open();
    desk.keys("enter").misses("Rubrics");
    desk.keys("tab tab tab tab tab").sees("Rubrics");
}

#[test]
fn the_footer_names_what_a_key_does_on_this_row() {
    let (mut desk, client, vk, _) = Setup::kolos();
    desk.post(client, &[vk], "Сырники", at(15, 0), Approval::Approved);
    desk.message(vk, "Ольга Р.", "Ждали 50 минут", at(8, 0));
    let mut desk = desk.open_as(Lang::En, 120, 24);
    desk.sees("d let go")
        .keys("down")
        .sees("d no answer")
        .keys("4")
        .sees("x hide")
        .keys("5")
        .sees("e type numbers");
}

#[test]
fn a_late_draft_is_written_and_a_late_one_with_the_client_decided() {
    let (mut desk, client, vk, _) = Setup::kolos();
    desk.post(client, &[vk], "Раф", at(7, 0), Approval::Draft);
    desk.post(client, &[vk], "Хлеб", at(8, 0), Approval::Review);
    let mut desk = desk.open();
    desk.sees("LATE 2").keys("home").sees("was with the client");
    desk.sees("Enter write").keys("down").sees("Enter decide");
    desk.keys("up enter").sees("Раф: полный текст поста.");
}

#[test]
fn deciding_begins_at_the_step_after_this_one() {
    let (mut desk, client, vk, _) = Setup::kolos();
    desk.post(client, &[vk], "Хлеб", at(15, 0), Approval::Review);
    let mut desk = desk.open();
    desk.keys("enter")
        .sees("with the client · now")
        .sees(">approved")
        .keys("enter")
        .sees("by hand in 5:48");
}

#[test]
fn a_published_row_takes_a_link_then_opens_it_and_stays_while_it_is_watched() {
    let (mut desk, client, vk, _) = Setup::kolos();
    desk.post(client, &[vk], "Сырники", at(9, 10), Approval::Approved);
    let mut desk = desk.open();
    desk.keys("enter enter").sees("✓ out at 09:12");
    desk.keys("home").sees("Enter add its link").keys("enter");
    desk.sees("WHERE IT CAN BE SEEN").misses("web address");
    desk.pastes("https://vk.example/wall-1_1")
        .keys("enter home");
    desk.sees("Enter open post").keys("enter");
    assert_eq!(
        desk.outside.last(),
        Some(&Outside::Open("https://vk.example/wall-1_1".into()))
    );
    // Watched for two hours after it went out.
    desk.later(119).sees("✓ out at 09:12");
    desk.later(2).misses("✓ out at 09:12");
}

#[test]
fn a_move_says_where_it_went_and_takes_the_whole_post_along() {
    let (mut desk, client, vk, tg) = Setup::kolos();
    desk.apply(&Command::Channel(ChannelCommand::AddSlot {
        channel: vk,
        weekday: 3,
        minute: 570,
    }));
    desk.post(client, &[vk, tg], "Сырники", at(15, 0), Approval::Approved);
    let mut desk = desk.open();
    desk.keys("b").sees("Moved to Thu 26 Nov 09:30");
    desk.misses("TODAY").keys("u").sees("VK TG Kolos");
    desk.keys("t").types("tomorrow 11").keys("enter");
    desk.sees("Moved to Wed 25 Nov 11:00");
}

#[test]
fn what_happened_leaves_the_keys_in_sight() {
    let (mut desk, client, vk, _) = Setup::kolos();
    desk.post(client, &[vk], "Сырники", at(9, 20), Approval::Approved);
    let mut desk = desk.open();
    // The bell is no deed: it must not look like one.
    desk.sees("\n 09:20 Kolos: Сырники")
        .misses("✓ 09:20")
        .sees("Enter publish");
}

#[test]
fn publishing_shows_the_page_and_keeps_its_keys_where_no_browser_is() {
    let (mut desk, client, vk, _) = Setup::kolos();
    desk.post(client, &[vk], "Сырники", at(9, 10), Approval::Approved);
    let mut desk = desk.open();
    desk.keys("enter");
    desk.event(Event::NotOpened("https://vk.example/share".into()));
    desk.sees("open the page  https://kolos.example/page")
        .sees("Enter it is out")
        .misses("No browser");
}

#[test]
fn a_look_says_at_which_channel() {
    let (mut desk, client, _, _) = Setup::kolos();
    desk.apply(&Command::Channel(ChannelCommand::Add(ChannelCard {
        client,
        platform: "ok".into(),
        handle: "Колос".into(),
        link: String::new(),
        mode: Mode::Assisted,
        grace_min: 60,
        look_every_min: 60,
        watch_min: 120,
        text_max: 0,
        utm: String::new(),
    })));
    let mut desk = desk.open();
    desk.keys("end enter").sees("OK Kolos ─");
}

#[test]
fn nothing_on_any_screen_lacks_its_words() {
    for lang in [Lang::En, Lang::Ru] {
        let (mut desk, client, vk, tg) = Setup::kolos();
        desk.post(client, &[vk, tg], "Сырники", at(9, 10), Approval::Approved);
        desk.post(client, &[vk], "Раф", at(15, 0), Approval::Draft);
        desk.message(vk, "Ольга Р.", "Ждали 50 минут", at(8, 0));
        desk.apply(&Command::Delivery(DeliveryCommand::Skip {
            variants: vec![VariantId(3)],
            reason: "дождь".into(),
        }));
        desk.apply(&Command::Plan(PlanCommand::DeletePosts {
            posts: vec![postdesk::domain::ids::PostId(2)],
        }));
        for size in [(80, 24), (40, 12), (200, 60)] {
            let mut desk = Setup::kolos().0.open_as(lang, size.0, size.1);
            for keys in [
                "2", "3", "4", "5", "enter", "esc", "e", "esc", "1", "a", "esc", "C", "enter",
                "esc", "esc", "c", "esc", "?", "end", "esc", ":", "esc", "/", "esc",
            ] {
                desk.keys(keys).misses("⟦");
            }
        }
        let mut desk = desk.open_as(lang, 80, 24);
        for keys in [
            "t", "esc", "s", "esc", "d", "esc", "z", "esc", "b", "enter", "y", "esc", "4", "enter",
            "esc", "w", "esc", "3", "2", "u", "U",
        ] {
            desk.keys(keys).misses("⟦");
        }
    }
}

#[test]
fn every_window_names_its_way_out_in_eighty_columns() {
    for lang in [Lang::En, Lang::Ru] {
        let (mut desk, client, vk, tg) = Setup::kolos();
        desk.post(client, &[vk, tg], "Сырники", at(9, 10), Approval::Approved);
        desk.post(client, &[vk, tg], "Раф", at(15, 0), Approval::Draft);
        let mut desk = desk.open_as(lang, 80, 24);
        for keys in [
            "?",
            ":",
            "/",
            "c",
            "a",
            "m",
            "C",
            "C enter",
            "C down enter",
            "R",
            "R enter",
            "g h",
            "g h enter",
            "2 g x",
            "g o",
            "enter",
            "A",
            "2 f",
            "2 F",
            "2 t",
            "2 s",
            "d",
            "2 e",
            "2 g m",
            "2 g m a",
            "3 enter",
            "3 enter f2",
            "3 enter f3",
            "3 enter f3 tab",
            "3 enter f5",
            "3 enter f5 f3",
            "3 enter tab",
            "3 enter tab f4",
            "3 enter f9",
        ] {
            let screen = desk.keys(keys).screen();
            let footer = screen.lines().last().unwrap();
            assert!(footer.contains(" Esc "), "{keys}: {screen}");
            desk.keys("esc esc esc esc 1");
        }
    }
}

#[test]
fn a_box_that_takes_the_keys_offers_no_keys_of_the_room() {
    let (mut desk, _, vk, _) = Setup::kolos();
    desk.message(vk, "Ольга Р.", "Ждали 50 минут", at(8, 0));
    let mut desk = desk.open();
    desk.keys("4 w").sees(" Esc back").misses("Enter do it");
    desk.keys("esc 5 e").misses("Enter why").misses("c client");
}

#[test]
fn a_wide_window_shows_every_channel_and_keeps_the_need_near() {
    let (mut desk, client, vk, tg) = Setup::kolos();
    let ok = desk.channel(client, "ok");
    desk.post(
        client,
        &[vk, tg, ok],
        "Сырники",
        at(15, 0),
        Approval::Approved,
    );
    let mut narrow = desk.open_as(Lang::En, 80, 24);
    narrow.sees("VK +2 Kolos   Сырники");
    let (mut desk, client, vk, tg) = Setup::kolos();
    let ok = desk.channel(client, "ok");
    desk.post(
        client,
        &[vk, tg, ok],
        "Сырники",
        at(15, 0),
        Approval::Approved,
    );
    let screen = desk.open_as(Lang::En, 200, 60).screen();
    let row = screen.lines().find(|row| row.contains("Сырники")).unwrap();
    assert!(row.contains("VK TG OK    Kolos   Сырники"), "{row}");
    assert!(postdesk::ui::width::width(row) <= 140, "{row}");
}

#[test]
fn a_narrow_window_says_topics_in_full_and_lets_nothing_overlap() {
    let (mut desk, client, vk, tg) = Setup::kolos();
    desk.post(client, &[vk, tg], "Рецепт шефа", at(15, 0), Approval::Draft);
    let mut desk = desk.open_as(Lang::Ru, 40, 12);
    desk.sees("VK TG Kolos   Рецепт шефа").keys("enter");
    desk.sees("  TG = 32/4").misses("сохраняется");
    desk.keys("esc ?")
        .sees("│          Делает следующий шаг для    │");
}

#[test]
fn a_time_of_two_meanings_names_both_and_next_year_is_shown() {
    let (mut desk, client, vk, _) = Setup::kolos();
    desk.post(client, &[vk], "Сырники", at(15, 0), Approval::Approved);
    let mut desk = desk.open();
    desk.keys("t").types("next friday 9");
    desk.sees("27.11.2026 or 04.12.2026? Write the date: 27.11. 9:00");
    desk.keys("esc").keys("t").types("пт полдевятого");
    desk.sees("Fri 27 Nov 08:30");
    desk.keys("esc").keys("t").types("15.03 9:00");
    desk.sees("Mon 15 Mar 2027 09:00");
    desk.keys("esc").keys("t").types("25.12 9:00");
    desk.sees("Fri 25 Dec 09:00");
}
