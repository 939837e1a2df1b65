//! Typing numbers.

use super::desk::{Desk, channel_readings};
use crate::action::Action;
use crate::domain::command::{Command, KpiCommand};
use crate::domain::kpi::Metric;
use crate::effect::Effect;
use crate::keys::Code;
use crate::locale::Lang;
use crate::store::{Draft, Memo};

fn readings(effects: &[Effect]) -> Vec<(Metric, String, f64)> {
    let mut all = Vec::new();
    for effect in effects {
        if let Effect::Apply(Command::Kpi(KpiCommand::TypeReadings { readings, origin })) = effect {
            assert_eq!(origin, "typed");
            all.extend(
                readings
                    .iter()
                    .map(|it| (it.metric, it.day.to_string(), it.value)),
            );
        }
    }
    all
}

#[test]
fn a_day_is_typed_cell_by_cell_and_written_at_once() {
    let mut desk = Desk::kolos(Lang::En);
    desk.act(Action::Edit);
    assert!(desk.room.typing());
    assert!(desk.rows()[0].contains("Kolos: numbers of Mon 23 Nov"));
    desk.write("4 212");
    desk.press(Code::Tab);
    desk.write("1800");
    desk.press(Code::Down);
    desk.write("950");
    let effects = desk.press(Code::Esc);
    let mut typed = readings(&effects);
    typed.sort_by(|a, b| a.2.total_cmp(&b.2));
    assert_eq!(
        typed,
        [
            (Metric::Reach, "2026-11-23".to_owned(), 950.0),
            (Metric::Reach, "2026-11-23".to_owned(), 1800.0),
            (Metric::Followers, "2026-11-23".to_owned(), 4212.0),
        ]
    );
    assert_eq!(effects.len(), 2, "one Command, and the kept text is let go");
    desk.perform(effects);
    assert!(!desk.room.typing());
    assert!(
        desk.line("Reach").contains("2\u{a0}750"),
        "{}",
        desk.line("Reach")
    );
    desk.undo();
    assert!(desk.line("Reach").contains("reach never measured"));
}

#[test]
fn nothing_typed_is_nothing_done() {
    let mut desk = Desk::full(Lang::En);
    desk.act(Action::Edit);
    desk.press(Code::Tab);
    assert_eq!(desk.room.kept(), None);
    assert_eq!(desk.press(Code::Esc), []);
}

#[test]
fn enter_walks_the_usual_cells_and_the_last_one_leaves() {
    let mut desk = Desk::full(Lang::En);
    desk.act(Action::Edit);
    // VK and Telegram have followers, reach, reactions and spend: eight cells.
    for n in 1..=7 {
        desk.write(&n.to_string());
        assert_eq!(desk.press(Code::Enter), []);
    }
    desk.write("8");
    let effects = desk.press(Code::Enter);
    assert_eq!(readings(&effects).len(), 8);
    assert!(!desk.room.typing());
}

#[test]
fn what_is_no_number_is_refused_with_a_sentence() {
    let mut desk = Desk::kolos(Lang::En);
    desk.act(Action::Edit);
    desk.write("12x");
    assert!(
        desk.rows()[21].contains("Digits only"),
        "{}",
        desk.rows()[21]
    );
    desk.write("3");
    assert!(desk.rows()[21].contains("Enter next"));
    desk.press(Code::Delete);
    desk.write("1,234");
    assert_eq!(
        desk.press(Code::Esc),
        [],
        "a thousand or one and a bit? It stays open"
    );
    assert!(desk.rows()[21].contains("whole numbers"));
    assert!(desk.room.typing());
    desk.press(Code::Down);
    assert!(
        desk.rows()[2].contains("1,234"),
        "and nothing typed is lost"
    );
    for _ in 0..4 {
        desk.press(Code::Backspace);
    }
    assert_eq!(readings(&desk.press(Code::Esc))[0].2 as i64, 1);
    let mut ru = Desk::kolos(Lang::Ru);
    ru.act(Action::Edit);
    ru.write("ж");
    assert!(ru.rows()[21].contains("только цифры"), "{}", ru.rows()[21]);
}

#[test]
fn another_day_writes_down_this_one_and_shows_what_stands_there() {
    let mut desk = Desk::full(Lang::En);
    desk.act(Action::Edit);
    desk.write("4100");
    let effects = desk.press(Code::PageUp);
    assert_eq!(
        readings(&effects),
        [(Metric::Followers, "2026-11-23".to_owned(), 4100.0)]
    );
    desk.perform(effects);
    assert!(desk.rows()[0].contains("Sun 22 Nov"));
    assert!(desk.rows()[2].contains("4\u{a0}052"), "{}", desk.rows()[2]);
    assert_eq!(desk.press(Code::PageDown), []);
    assert!(desk.rows()[2].contains("4\u{a0}100"), "{}", desk.rows()[2]);
    desk.press(Code::PageDown);
    assert!(desk.rows()[0].contains("Tue 24 Nov"));
    desk.write("7");
    assert_eq!(desk.press(Code::PageDown), [], "tomorrow has no numbers");
    assert!(desk.rows()[2].contains('7'));
}

#[test]
fn half_typed_numbers_come_back_after_a_crash() {
    let mut desk = Desk::kolos(Lang::En);
    desk.act(Action::Edit);
    desk.press(Code::PageUp);
    desk.write("4 21");
    let kept = desk.room.kept().unwrap();
    assert_eq!(kept.owner, format!("readings:{}:2026-11-22", desk.client.0));
    assert_eq!(kept.text, format!("{} followers 4 21\n", desk.vk.0));
    assert_eq!(kept.caret, kept.text.len());
    // The window dies; another opens.
    let mut draft = Draft {
        owner: kept.owner,
        text: format!(
            "{}99 reach 7\nx\n{} followers -1\n{}",
            desk.vk.0, desk.tg.0, kept.text
        ),
        caret: kept.caret,
        base: None,
        pid: 1,
        at: desk.now,
    };
    desk.room = crate::panes::kpi::Kpi::default();
    desk.remember(&Memo::Keep(draft.clone()));
    assert!(
        desk.rows()[0].contains("half-typed numbers are kept"),
        "{}",
        desk.rows()[0]
    );
    desk.act(Action::Edit);
    assert!(desk.rows()[0].contains("Sun 22 Nov"));
    assert!(desk.rows()[2].contains("4 21"), "{}", desk.rows()[2]);
    desk.press(Code::End);
    let effects = desk.press(Code::Esc);
    assert_eq!(
        readings(&effects),
        [(Metric::Followers, "2026-11-22".to_owned(), 421.0)]
    );
    desk.perform(effects);
    draft.owner = format!("readings:{}:2026-11-22", desk.client.0);
    assert_eq!(desk.store.reader().draft(&draft.owner).unwrap(), None);
    assert!(!desk.rows()[0].contains("half-typed"));
}

#[test]
fn cells_of_a_spreadsheet_are_pasted_whole_or_not_at_all() {
    let mut desk = Desk::kolos(Lang::En);
    desk.act(Action::Edit);
    let paste = |desk: &mut Desk, text: &str| {
        let mut room = std::mem::take(&mut desk.room);
        assert_eq!(room.paste(text, &desk.env()).into_iter().count(), 0);
        desk.room = room;
    };
    paste(&mut desk, "4 212\t1800\r\n2100\t\u{1b}[31m\r\n");
    assert_eq!(desk.room.kept(), None);
    assert!(desk.rows()[21].contains("Digits only"));
    paste(&mut desk, "4 212\t1800\r\n2100\t\t950\r\n");
    let effects = desk.press(Code::Esc);
    let mut typed = readings(&effects);
    typed.sort_by(|a, b| a.2.total_cmp(&b.2));
    let values: Vec<(Metric, i64)> = typed.iter().map(|it| (it.0, it.2 as i64)).collect();
    assert_eq!(
        values,
        [
            (Metric::Views, 950),
            (Metric::Reach, 1800),
            (Metric::Followers, 2100),
            (Metric::Followers, 4212),
        ],
        "an empty cell stays missing"
    );
}

#[test]
fn present_numbers_are_seen_while_typing() {
    let mut desk = Desk::kolos(Lang::En);
    desk.typed(channel_readings(
        desk.vk,
        Metric::Followers,
        &[("2026-11-23", 4_000.0)],
    ));
    desk.act(Action::Edit);
    assert!(desk.rows()[2].contains("4\u{a0}000"));
    assert!(
        !desk.rows().join("\n").contains("YM "),
        "reviews have no such numbers"
    );
    desk.write("5");
    assert!(
        !desk.rows()[2].contains("4\u{a0}000"),
        "typing begins the cell anew"
    );
    desk.press(Code::Backspace);
    assert!(
        desk.rows()[2].contains("4\u{a0}000"),
        "and an emptied cell shows it again"
    );
    assert_eq!(readings(&desk.press(Code::Esc)), []);
}
