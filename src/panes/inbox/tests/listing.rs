//! The list: order, sections, scope, marks, and the verbs on its rows.

use chrono::{Duration, TimeZone, Utc};

use super::desk::{Desk, message};
use crate::action::Action;
use crate::domain::command::{Command, InboxCommand, NewPost, PlanCommand};
use crate::domain::inbox::{ThreadState, Tone};
use crate::domain::post::Approval;
use crate::effect::{Effect, Purpose, Show};
use crate::keys::Key;
use crate::locale::Lang;

/// Her evening: Marani promised faster, but is closed by now and answers tomorrow from nine; Kolos sits until eleven.
#[test]
fn the_promise_runs_on_the_hours_of_each_client() {
    let (mut desk, [vk, _, facebook, _]) = Desk::with_two_clients(Lang::En);
    // 21:30 in Moscow is 22:30 in Tbilisi.
    desk.now = Utc.with_ymd_and_hms(2026, 11, 24, 18, 35, 0).unwrap();
    desk.write(facebook, "Tim K.", 5, "Do you ship Saperavi to Germany?");
    desk.write(vk, "Ольга", 4, "Ждали заказ 50 минут");
    let [first, second] = [2, 3].map(|row| desk.screen()[row].clone());
    assert!(
        first.contains("Ольга") && first.contains("Kolos"),
        "{first}"
    );
    assert!(
        second.contains("Tim K.") && second.contains("Marani"),
        "{second}"
    );
}

#[test]
fn most_pressing_first_with_time_left_and_what_was_promised() {
    let (mut desk, [vk, _, facebook, _]) = Desk::with_two_clients(Lang::En);
    desk.write(
        vk,
        "Ольга Р.",
        132,
        "Ждали заказ 50 минут\nи сырники холодные",
    );
    desk.write(facebook, "Tim K.", 20, "Do you ship Saperavi to Germany?");
    desk.write(vk, "ksyu_m", 5, "В посте 199, в меню 249!!!");
    let screen = desk.screen();
    assert_eq!(
        screen[0],
        " 3 wait for you · 0 for others · 0 done this week        Kolos 2:00, daily 7-23"
    );
    assert_eq!(
        screen[2],
        "> !-0:12  VK  Kolos    Ольга Р.     Ждали заказ 50 минут"
    );
    assert!(
        screen[3].starts_with("  0:40    FB  Marani   Tim K."),
        "{}",
        screen[3]
    );
    assert!(
        screen[4].starts_with("  1:55    VK  Kolos    ksyu_m"),
        "{}",
        screen[4]
    );
}

#[test]
fn the_same_morning_in_russian() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::Ru);
    desk.size = (110, 22);
    desk.write(vk, "Ольга Р.", 12, "Ждали заказ 50 минут");
    let screen = desk.screen();
    assert!(
        screen[0].starts_with(" 1 ждёт вас · 0 ждут других · 0 готово за неделю"),
        "{}",
        screen[0]
    );
    assert!(screen[0].ends_with("обещано: Kolos 2:00, ежедневно 7-23"));
    assert!(screen[1].starts_with("─ КОМУ ОТВЕТИТЬ ──"));
    assert!(screen[2].starts_with("> 1:48"));
}

#[test]
fn closing_without_an_answer_is_not_answering() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    desk.write(vk, "Ольга", 12, "Ура!");
    desk.write(vk, "ksyu_m", 11, "В меню 249");
    desk.act(Action::Done);
    assert!(desk.cursor_row().contains("ksyu_m"), "on to the next one");
    desk.act(Action::Do);
    desk.types("Уже исправили");
    desk.enter();
    let done = desk.rows_with("Ура!");
    assert!(done[0].contains(" –  "), "{done:?}");
    let answered = desk.rows_with("В меню 249");
    assert!(answered[0].contains('✓'), "{answered:?}");
    let states: Vec<ThreadState> = desk.room.list.lines.iter().map(|(_, l)| l.state).collect();
    assert!(states.contains(&ThreadState::Closed) && states.contains(&ThreadState::Done));
    // An answered one is never turned into a closed one.
    let answered = desk.thread_of("ksyu_m");
    desk.room.list.go_to(answered);
    assert_eq!(desk.act(Action::Done), []);
}

#[test]
fn who_writes_again_waits_again() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    desk.write(vk, "Ольга", 60, "Спасибо!");
    desk.act(Action::Done);
    assert_eq!(desk.rows_with("Nobody waits for you.").len(), 1);
    desk.write(vk, "Ольга", 0, "А столик у окна есть?");
    assert!(desk.rows_with("Nobody waits").is_empty());
    assert!(desk.screen()[2].contains("А столик у окна есть?"));
    assert!(desk.screen()[0].starts_with(" 1 waits for you"));
}

#[test]
fn the_cursor_stays_with_its_conversation_when_a_more_pressing_one_comes_in() {
    let (mut desk, [vk, _, facebook, _]) = Desk::with_two_clients(Lang::En);
    desk.write(vk, "Ольга", 10, "раз");
    desk.write(vk, "ksyu_m", 5, "два");
    desk.act(Action::Down);
    assert!(desk.cursor_row().contains("ksyu_m"));
    desk.write(facebook, "Tim K.", 100, "three");
    assert!(desk.cursor_row().contains("ksyu_m"));
    desk.act(Action::Cut);
    assert!(
        desk.cursor_row().contains("Ольга"),
        "the last one went, so the one above"
    );
    assert!(desk.rows_with("два").is_empty(), "hidden is out of sight");
}

#[test]
fn waiting_for_somebody_is_one_more_key_under_any_layout() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    desk.write(vk, "Ольга", 10, "раз");
    assert_eq!(desk.act(Action::Wait), []);
    assert!(desk.room.typing());
    assert!(desk.screen()[21].contains("c client   a author   o somebody else"));
    // The Cyrillic letter on the key of c.
    let asked = desk.key(Key::char('с'));
    assert!(matches!(
        &asked[..],
        [Effect::Apply(Command::Inbox(InboxCommand::Decide {
            state: ThreadState::WaitClient,
            ..
        }))]
    ));
    assert!(!desk.room.typing());
    assert_eq!(desk.rows_with("WAITING FOR OTHERS").len(), 1);
    assert!(desk.rows_with("раз")[0].contains("client"));
    assert!(desk.screen()[0].contains(" · 1 for others · "));
    desk.act(Action::Wait);
    assert_eq!(desk.esc(), [], "the question can be let go");
    assert!(!desk.room.typing());
}

#[test]
fn marked_rows_go_together() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    for (ago, who) in [(30, "a"), (20, "b"), (10, "c")] {
        desk.write(vk, who, ago, "спам");
    }
    desk.act(Action::Mark);
    desk.act(Action::Mark);
    assert_eq!(desk.rows_with("*").len(), 2);
    let threads = vec![desk.thread_of("a"), desk.thread_of("b")];
    let later = desk.act(Action::Later);
    let purpose = Purpose::Snooze { threads };
    assert_eq!(later, [Effect::Show(Show::Prompt(purpose))]);
    desk.act(Action::Cut);
    assert!(desk.screen()[0].starts_with(" 1 waits for you"));
    assert!(desk.rows_with("*").is_empty());
}

#[test]
fn the_walk_goes_round_those_who_wait_and_leaves_the_rest_out() {
    let (mut desk, [vk, ok, ..]) = Desk::with_two_clients(Lang::En);
    desk.write(vk, "a", 30, "раз");
    desk.write(vk, "b", 20, "два");
    desk.write(ok, "c", 10, "три");
    desk.act(Action::Done);
    let mut seen = Vec::new();
    for _ in 0..3 {
        seen.push(desk.room.list.line().unwrap().1.person.clone());
        desk.act(Action::NextProblem);
    }
    assert_eq!(seen, ["b", "c", "b"]);
    desk.act(Action::End);
    assert!(
        desk.cursor_row().contains("раз"),
        "what is done can be scrolled to"
    );
    desk.act(Action::PrevProblem);
    assert!(desk.cursor_row().contains("три"));
    desk.act(Action::Home);
    assert!(desk.cursor_row().contains("два"));
}

#[test]
fn what_was_put_off_comes_back_below_those_who_wait() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    desk.write(vk, "a", 30, "раз");
    desk.write(vk, "b", 20, "два");
    desk.apply(&Command::Inbox(InboxCommand::Decide {
        threads: vec![desk.thread_of("a")],
        state: ThreadState::Snoozed,
        until: Some(desk.now + Duration::hours(3)),
    }));
    let screen = desk.screen();
    let later = screen
        .iter()
        .position(|row| row.starts_with("─ LATER"))
        .unwrap();
    assert!(
        screen[later + 1].starts_with("  3:00    VK"),
        "{}",
        screen[later + 1]
    );
    desk.now += Duration::hours(3);
    desk.refresh();
    assert!(desk.rows_with("LATER").is_empty());
    let screen = desk.screen();
    assert!(
        screen[2].contains("два") && screen[3].starts_with("  back    VK"),
        "{screen:?}"
    );
    assert!(screen[0].starts_with(" 2 wait for you"));
}

#[test]
fn one_client_in_scope_shows_no_other() {
    let (mut desk, [vk, _, facebook, _]) = Desk::with_two_clients(Lang::En);
    desk.write(vk, "Ольга", 10, "раз");
    desk.write(facebook, "Tim K.", 10, "two");
    desk.act(Action::Home);
    desk.act(Action::Down);
    desk.act(Action::Do);
    desk.esc();
    assert_eq!(desk.rows_with("─ Ольга · VK").len(), 1);
    desk.scope = Some(desk.env().roster.clients[1].id);
    desk.refresh();
    assert!(desk.rows_with("─ Ольга · VK").is_empty(), "she is Kolos's");
    assert!(desk.screen()[0].starts_with(" 1 waits for you"));
    assert_eq!(
        (desk.rows_with("раз").len(), desk.rows_with("two").len()),
        (0, 1)
    );
    desk.now += Duration::minutes(185);
    desk.refresh();
    assert!(
        desk.rows_with("round").is_empty(),
        "it is Kolos who wants a look"
    );
    desk.scope = None;
    desk.refresh();
    assert_eq!(desk.rows_with("round").len(), 1);
}

#[test]
fn a_channel_without_an_api_asks_to_be_looked_at() {
    let (mut desk, [_, ok, ..]) = Desk::with_two_clients(Lang::En);
    assert!(desk.rows_with("round").is_empty(), "she has just looked");
    desk.now += Duration::minutes(185);
    desk.refresh();
    assert!(
        desk.cursor_row()
            .contains("round   last look: OK Kolos 3:05")
    );
    let asked = desk.act(Action::Do);
    let found = Purpose::Found { channel: ok };
    assert_eq!(
        asked,
        [
            Effect::OpenAddress("https://ok.example/page".to_owned()),
            Effect::Show(Show::Prompt(found)),
        ]
    );
    let client = desk.env().roster.clients[1].id;
    desk.channel(client, "google", 60);
    assert!(desk.cursor_row().contains("Marani never · OK Kolos 3:05"));
    desk.look(ok, 2);
    assert!(desk.cursor_row().ends_with("Marani never"));
}

#[test]
fn an_idea_is_quoted_and_goes_where_posts_can_go() {
    let (mut desk, channels) = Desk::with_two_clients(Lang::En);
    let kolos = desk.env().roster.clients[0].id;
    let maps = desk.channel(kolos, "yandexmaps", 0);
    assert!(!desk.env().roster.platform(maps).unwrap().is_postable());
    desk.write(maps, "Ольга", 10, "Научите печь хлеб!\nС фото");
    let asked = desk.act(Action::Idea);
    let [Effect::Apply(Command::Plan(PlanCommand::AddPost(post)))] = &asked[..] else {
        panic!("{asked:?}");
    };
    let NewPost {
        topic,
        text,
        approval,
        channels: to,
        planned,
        ..
    } = post;
    assert_eq!(
        (topic.as_str(), *approval, planned),
        ("Научите печь хлеб!", Approval::Idea, &None)
    );
    assert!(text.starts_with("> Научите печь хлеб!\n> С фото\n\n— Ольга, "));
    assert_eq!(to, &[channels[0]]);
}

#[test]
fn tone_topic_lead_and_a_message_by_hand() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    desk.write(vk, "Ольга", 10, "Ждали 50 минут");
    desk.act(Action::ToneDown);
    assert_eq!(desk.room.list.line().unwrap().1.tone, Tone::Bad);
    assert!(
        desk.cursor_row().contains("Ольга      - Ждали"),
        "{}",
        desk.cursor_row()
    );
    desk.act(Action::ToneDown);
    assert_eq!(desk.act(Action::ToneDown), [], "it cannot get worse");
    let thread = desk.thread_of("Ольга");
    let prompt = |purpose| [Effect::Show(Show::Prompt(purpose))];
    assert_eq!(desk.act(Action::Topic), prompt(Purpose::Topic { thread }));
    let client = desk.env().roster.clients[0].id;
    assert_eq!(
        desk.act(Action::Lead),
        prompt(Purpose::Lead { client, thread })
    );
    let prefill = "Kolos VK ".to_owned();
    assert_eq!(desk.act(Action::Add), prompt(Purpose::Message { prefill }));
}

#[test]
fn a_flood_is_shown_by_its_most_pressing_hundred() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    let now = desk.now;
    let flood = (0..150).map(|n| {
        let at = now - Duration::minutes(150 - n);
        message(vk, &format!("troll {n}"), at, "!!!", None)
    });
    desk.receive(flood.collect());
    assert!(desk.screen()[0].starts_with(" 99+ wait for you"));
    assert_eq!(desk.room.list.lines.len(), 100);
    assert!(desk.cursor_row().contains("troll 0"));
    desk.act(Action::PageDown);
    desk.act(Action::PageDown);
    assert!(
        desk.cursor_row().contains("troll 40"),
        "{}",
        desk.cursor_row()
    );
    for _ in 0..40 {
        desk.act(Action::Up);
        desk.screen();
    }
    assert!(desk.cursor_row().contains("troll 0 "));
    assert!(
        desk.screen()[1].starts_with("─ ANSWER FIRST"),
        "the heading comes along"
    );
}
