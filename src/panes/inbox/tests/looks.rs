//! How it looks on every size of screen, and what strangers cannot do to it.

use super::desk::Desk;
use crate::action::Action;
use crate::keys::Key;
use crate::locale::Lang;
use crate::ui::width::{is_hostile, width};

const HOSTILE: &str = "\u{1b}[2J\u{1b}]52;c;ZXZpbA==\u{7}\u{202e}evil\u{9b}31m \u{0}\u{feff}👨‍👩‍👧‍👦 e\u{301}\u{301}\u{301} { $n } 日本語日本語日本語日本語日本語";

#[test]
fn what_strangers_write_cannot_harm() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    desk.write(
        vk,
        HOSTILE,
        10,
        &format!("{HOSTILE}\n{}", HOSTILE.repeat(400)),
    );
    desk.act(Action::Do);
    desk.paste(HOSTILE);
    for row in desk.screen() {
        assert!(!row.chars().any(is_hostile), "{row:?}");
        assert!(width(&row) <= 80, "{row:?}");
    }
    let kept = desk.room.kept().unwrap().text;
    assert!(!kept.contains(['\u{1b}', '\u{7}', '\u{0}']), "{kept:?}");
}

#[test]
fn every_size_is_drawn() {
    let (mut desk, [vk, ok, facebook, _]) = Desk::with_two_clients(Lang::Ru);
    for n in 0..30 {
        desk.write(
            vk,
            &format!("Ольга {n}"),
            300 - n,
            "Ждали заказ 50 минут, сырники холодные",
        );
        desk.write(facebook, HOSTILE, n, HOSTILE);
    }
    desk.write(ok, "ნინო გ.", 3, "ძალიან გემრიელი საფერავი იყო");
    let mut sizes = vec![(80, 22), (120, 38), (40, 10), (20, 5), (200, 60), (1, 1)];
    sizes.extend((1..16).flat_map(|height| [(36, height), (79, height), (125, height)]));
    for size in sizes {
        desk.size = size;
        assert_eq!(desk.screen().len(), usize::from(size.1));
        desk.act(Action::Do);
        desk.types("Добрый день! Простите нас, пожалуйста: такого быть не должно.");
        desk.screen();
        desk.esc();
        desk.screen();
        desk.act(Action::PageDown);
        desk.act(Action::Wait);
        desk.screen();
        desk.key(Key::char('q'));
        desk.act(Action::Home);
    }
}

#[test]
fn a_wide_screen_has_list_and_conversation_side_by_side() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    desk.size = (120, 38);
    desk.write(vk, "Ольга", 10, "Ждали заказ");
    desk.write(vk, "ksyu_m", 5, "В меню 249");
    desk.act(Action::Do);
    let screen = desk.screen();
    assert!(
        screen[1].starts_with("─ ANSWER FIRST") && screen[1].contains("│─ Ольга · VK · comment ─")
    );
    assert!(
        screen[2].starts_with("> 1:50") && screen[2].ends_with("Ждали заказ"),
        "{}",
        screen[2]
    );
    assert!(screen[3].contains("ksyu_m"));
    desk.size = (119, 38);
    assert!(!desk.screen()[1].contains('│'));
}

#[test]
fn a_small_screen_leaves_the_room_to_the_answer() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    desk.size = (20, 5);
    desk.write(vk, "Ольга", 10, "Ждали");
    assert_eq!(desk.cursor_row(), "> 1:50    Ждали");
    desk.act(Action::Do);
    desk.types("Простите");
    let screen = desk.screen();
    assert!(screen[0].starts_with("─ Ольга"), "{screen:?}");
    assert!(screen.iter().any(|row| row == "Простите"), "{screen:?}");
}

#[test]
fn the_footer_knows_what_enter_does() {
    let (mut desk, [vk, ..]) = Desk::with_two_clients(Lang::En);
    let title = |desk: &Desk| desk.room.title(Action::Do, &desk.env()).unwrap_or_default();
    assert_eq!(title(&desk), "");
    desk.write(vk, "Ольга", 10, "Ждали");
    assert_eq!(title(&desk), "answer");
    assert_eq!(
        desk.room.offers(&desk.env())[..2],
        [Action::Do, Action::Done]
    );
    desk.act(Action::Do);
    assert_eq!(title(&desk), "answer, next");
    desk.types("Простите");
    desk.key(Key::plain(crate::keys::Code::Enter));
    desk.act(Action::End);
    assert_eq!(title(&desk), "open");
}
