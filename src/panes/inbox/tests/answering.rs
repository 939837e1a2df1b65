//! The conversation and the answer box: reading, writing, answering and going on.

use chrono::Duration;

use super::desk::Desk;
use crate::action::Action;
use crate::domain::command::{Command, InboxCommand, NewPost, PlanCommand};
use crate::domain::ids::{ClientId, PostId};
use crate::domain::post::{Approval, Format};
use crate::effect::Effect;
use crate::keys::{Code, Key};
use crate::locale::Lang;
use crate::store::Memo;

#[test]
fn answer_and_next_is_one_key() {
    let (mut desk, [vk, _, facebook, _]) = Desk::with_two_clients(Lang::En);
    desk.write(vk, "Ольга", 100, "Ждали 50 минут");
    desk.write(facebook, "Tim K.", 5, "Do you ship?");
    desk.act(Action::Do);
    desk.types("Простите нас");
    desk.key(Key::ctrl('j'));
    desk.types("Кафе");
    let (olga, tim) = (desk.thread_of("Ольга"), desk.thread_of("Tim K."));
    let text = "Простите нас\nКафе".to_owned();
    let asked = desk.enter();
    let [Effect::Copy { text: copied, .. }, rest @ ..] = &asked[..] else {
        panic!("{asked:?}");
    };
    assert_eq!(copied, &text);
    let answer = InboxCommand::Answer {
        thread: olga,
        text,
        at: desk.now,
    };
    let owner = format!("answer:{}", olga.0);
    let expected = [
        Effect::OpenAddress("https://vk.example/page".to_owned()),
        Effect::Apply(Command::Inbox(answer)),
        Effect::Remember(Memo::Drop { owner }),
        Effect::Answer(tim),
    ];
    assert_eq!(rest, expected);
    // Already on the next: keys go into its box, and the answered one is done.
    assert!(desk.room.typing() && desk.cursor_row().contains("Tim K."));
    desk.types("Yes!");
    assert_eq!(desk.rows_with("Yes!").len(), 1);
    assert!(desk.screen()[0].contains("1 done this week"));
    let last = desk.enter();
    assert!(
        !matches!(last.last(), Some(Effect::Answer(_))),
        "nobody else waits"
    );
    assert!(!desk.room.typing());
    assert_eq!(desk.rows_with("Nobody waits for you.").len(), 1);
}

#[test]
fn keys_that_come_before_the_desk_was_asked_are_not_lost() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    desk.write(vk, "Ольга", 100, "раз");
    let thread = desk.thread_of("Ольга");
    desk.room.answer(thread);
    desk.types("Да");
    desk.refresh();
    desk.types("!");
    assert_eq!(desk.room.kept().unwrap().text, "Да!");
}

#[test]
fn the_wheel_moves_what_was_said_and_loses_no_answer() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    for n in 0..20 {
        desk.write(vk, "Ольга", 100 - n, &format!("номер {n}."));
    }
    desk.write(vk, "ksyu_m", 50, "два");
    desk.act(Action::Do);
    desk.types("Простите");
    assert!(desk.rows_with("номер 10.").is_empty());
    for _ in 0..10 {
        desk.act(Action::Up);
    }
    assert_eq!(desk.rows_with("номер 9.").len(), 1);
    assert_eq!(desk.room.kept().unwrap().text, "Простите");
    assert_eq!(desk.act(Action::Done), []);
    for _ in 0..30 {
        desk.act(Action::Up);
    }
    assert_eq!(desk.rows_with("номер 0.").len(), 1);
    desk.act(Action::PageDown);
    assert!(desk.rows_with("номер 0.").is_empty());
}

#[test]
fn nothing_is_sent_while_nothing_is_written() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    desk.write(vk, "Ольга", 100, "раз");
    desk.act(Action::Do);
    desk.types("  ");
    assert!(matches!(&desk.enter()[..], [Effect::Toast(..)]));
    assert!(desk.room.typing());
}

#[test]
fn what_was_begun_is_offered_again() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    desk.write(vk, "Ольга", 100, "раз");
    desk.write(vk, "ksyu_m", 50, "два");
    desk.act(Action::Do);
    desk.types("Простите");
    let owner = format!("answer:{}", desk.thread_of("Ольга").0);
    assert_eq!(desk.room.kept().unwrap().owner, owner);
    desk.esc();
    assert!(!desk.room.typing());
    assert_eq!(
        desk.store.reader().draft(&owner).unwrap().unwrap().text,
        "Простите"
    );
    assert_eq!(
        desk.rows_with(" Ольга · VK").len(),
        1,
        "the conversation stays in sight"
    );
    desk.act(Action::Down);
    assert!(
        desk.rows_with(" Ольга · VK").is_empty(),
        "until the cursor leaves it"
    );
    desk.act(Action::Up);
    desk.act(Action::Do);
    desk.types("!");
    assert_eq!(desk.room.kept().unwrap().text, "Простите!");
    for _ in 0.."Простите!".chars().count() {
        desk.key(Key::plain(Code::Backspace));
    }
    desk.esc();
    assert_eq!(desk.store.reader().draft(&owner).unwrap(), None);
}

#[test]
fn what_a_person_said_before_is_there_to_read() {
    let (mut desk, [vk, _, facebook, _]) = Desk::with_two_clients(Lang::En);
    let post = post(&mut desk, "Сырники не разваливаются");
    desk.write(
        vk,
        "Ольга Р.",
        14 * 60 + 10,
        "Какая красота! Завтра придём :)",
    );
    desk.act(Action::Do);
    desk.now -= Duration::minutes(800);
    desk.types("Ждём!");
    desk.enter();
    desk.now += Duration::minutes(800);
    desk.write(facebook, "Ольга Р.", 30, "someone else with the same name");
    desk.write_under(
        vk,
        "Ольга Р.",
        108,
        "Ждали заказ 50 минут. Больше не придём.",
        Some(post),
    );
    desk.act(Action::Home);
    desk.act(Action::Do);
    let screen = desk.screen();
    let title = screen
        .iter()
        .position(|row| row.starts_with("─ Ольга Р. · VK"))
        .unwrap();
    assert!(
        screen[title].contains("· under “Сырники не разваливаются” ─"),
        "{}",
        screen[title]
    );
    assert!(screen[title].ends_with("1 earlier ─"), "{}", screen[title]);
    assert_eq!(
        screen[title + 1],
        " Mon 19:02  Ольга     Какая красота! Завтра придём :)"
    );
    assert_eq!(screen[title + 2], " Mon 19:52  you       Ждём!");
    assert_eq!(
        screen[title + 3],
        " Tue 07:24  Ольга     Ждали заказ 50 минут. Больше не придём."
    );
    assert!(
        desk.rows_with("someone else").len() == 1,
        "only in the list: another client's public"
    );
}

#[test]
fn tab_puts_in_ready_answers_in_the_language_of_the_message() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    let client = desk.env().roster.clients[0].id;
    for (lang, name, text) in [
        ("ru", "часы", "Открыты с 7 до 23."),
        ("en", "hours", "Open from 7 to 23."),
        ("ru", "бронь", "Столик держим."),
    ] {
        desk.apply(&canned(client, lang, name, text));
    }
    desk.write(vk, "Ольга", 100, "Вы ещё открыты?");
    desk.act(Action::Do);
    assert_eq!(desk.rows_with("Tab puts in: часы · бронь").len(), 1);
    desk.types("Ольга, ");
    let text = |desk: &Desk| desk.room.kept().unwrap().text;
    desk.key(Key::plain(Code::Tab));
    assert_eq!(text(&desk), "Ольга, Открыты с 7 до 23.");
    desk.key(Key::plain(Code::Tab));
    assert_eq!(text(&desk), "Ольга, Столик держим.");
    assert_eq!(desk.rows_with("[бронь]").len(), 1);
    desk.key(Key::plain(Code::BackTab));
    assert_eq!(text(&desk), "Ольга, Открыты с 7 до 23.");
    desk.key(Key::ctrl('z'));
    desk.key(Key::ctrl('z'));
    desk.key(Key::ctrl('z'));
    assert_eq!(text(&desk), "Ольга, ", "it is taken back like any typing");
    desk.key(Key::plain(Code::Tab));
    desk.types(" Ждём!");
    assert_eq!(text(&desk), "Ольга, Открыты с 7 до 23. Ждём!");
    desk.key(Key::plain(Code::Tab));
    assert_eq!(text(&desk), "Ольга, Столик держим. Ждём!");
}

#[test]
fn the_length_is_counted_as_the_platform_counts_it() {
    let (mut desk, [vk, ok, ..]) = Desk::with_two_clients(Lang::En);
    desk.write(ok, "Ольга", 100, "раз");
    desk.write(vk, "ksyu_m", 50, "два");
    desk.act(Action::Do);
    desk.paste(&"я".repeat(3_001));
    assert_eq!(desk.rows_with("! 3\u{a0}001/3\u{a0}000").len(), 1);
    desk.enter();
    desk.types("да");
    assert_eq!(desk.rows_with(" 2/— ").len(), 1);
}

#[test]
fn a_conversation_that_goes_away_closes_itself() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    desk.write(vk, "Ольга", 100, "раз");
    desk.act(Action::Do);
    let client = desk.env().roster.clients[0].id;
    desk.apply(&Command::Client(
        crate::domain::command::ClientCommand::Delete(client),
    ));
    assert!(!desk.room.typing());
    assert_eq!(desk.rows_with("Nobody waits").len(), 1);
}

fn canned(client: ClientId, lang: &str, name: &str, text: &str) -> Command {
    Command::Inbox(InboxCommand::AddCanned {
        client,
        lang: lang.to_owned(),
        name: name.to_owned(),
        text: text.to_owned(),
    })
}

fn post(desk: &mut Desk, topic: &str) -> PostId {
    let client = desk.env().roster.clients[0].id;
    let channels = vec![desk.env().roster.channels[0].id];
    PostId(desk.apply(&Command::Plan(PlanCommand::AddPost(NewPost {
        client,
        rubric: String::new(),
        campaign: String::new(),
        topic: topic.to_owned(),
        format: Format::Text,
        text: String::new(),
        link: String::new(),
        first_comment: String::new(),
        planned: None,
        approval: Approval::Draft,
        channels,
    }))))
}
