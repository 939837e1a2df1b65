//! What stands on the screen.

use super::desk::Desk;
use crate::action::Action;
use crate::locale::Lang;

#[test]
fn every_card_has_now_before_change_goal_and_a_curve() {
    let mut desk = Desk::full(Lang::En);
    assert!(
        desk.rows()[0].starts_with(" Kolos  1–24 Nov against 1–24 Oct"),
        "{}",
        desk.rows()[0]
    );
    // Telegram's two days, VK's one, and yesterday of both.
    assert!(
        desk.rows()[0]
            .trim_end()
            .ends_with("5 missing · typed 24 Nov")
    );
    // 4 052 and 2 052 on 22 November against 4 023 and 2 023.
    let followers = desk.line("Followers").replace('\u{a0}', " ");
    for part in ["6 104", "6 046", "+58", "6 300"] {
        assert!(followers.contains(part), "{part}: {followers}");
    }
    assert!(
        followers.contains(" ! "),
        "far from the line to 6 300: {followers}"
    );
    assert!(
        followers.contains('·') && followers.contains('█'),
        "{followers}"
    );
    let posts = desk.line("Posts out");
    assert!(
        posts.contains("! 5") && posts.contains("5 planned"),
        "{posts}"
    );
    // 21 days of 300 ₽ for 28 who came since the eve.
    let cost = desk.line("Cost per follower").replace('\u{a0}', " ");
    assert!(cost.contains("≤ 45 ₽") && cost.contains("143 ₽"), "{cost}");
    let hits = desk.rows().join("\n");
    assert!(hits.contains("BEST AND WORST OF THE LAST 5"), "{hits}");
    assert!(hits.contains("median ER 5.0%"), "{hits}");
    assert!(hits.contains("▲ 9.0%") && hits.contains("▼ 1.0%"), "{hits}");
    assert!(hits.contains("люди"), "{hits}");
    desk.size = (120, 38);
    desk.settle();
    let wide = desk.line("Reach");
    assert!(
        wide.trim_end().chars().count() > 110,
        "room goes to the curve: {wide}"
    );
}

#[test]
fn the_same_in_russian() {
    let desk = Desk::full(Lang::Ru);
    let all = desk.rows().join("\n").replace('\u{a0}', " ");
    for words in [
        "1–24 ноя против 1–24 окт",
        "не хватает 5 дней · данные от 24 ноя",
        "сейчас     было",
        "ЛУЧШИЕ И ХУДШИЕ ИЗ 5 ПОСЛЕДНИХ",
        "медиана ER 5,0 %",
        "п.п.",
        "в плане 5",
    ] {
        assert!(all.contains(words), "{words}\n{all}");
    }
    assert!(!all.contains('⟦'), "{all}");
}

#[test]
fn what_nobody_measured_is_a_dash_with_its_reason() {
    let desk = Desk::kolos(Lang::En);
    let all = desk.rows().join("\n");
    for (title, reason) in [
        ("Followers", "followers never measured"),
        ("Reach", "reach never measured"),
        ("First answer, median", "nobody wrote"),
        ("Negative share", "no conversation has a tone"),
        ("Leads", "no lead noted yet"),
    ] {
        let line = desk.line(title);
        assert!(line.contains('—') && line.contains(reason), "{line}");
        assert!(!line.contains(" 0 "), "{line}");
    }
    assert!(all.contains("no numbers yet: e types the first"), "{all}");
    assert!(all.contains("Shown once three posts"), "{all}");
}

#[test]
fn every_explanation_is_whole_in_both_languages() {
    for lang in [Lang::En, Lang::Ru] {
        let mut desk = Desk::full(lang);
        desk.size = (120, 60);
        desk.act(Action::Home);
        desk.act(Action::Do);
        for _ in 0..11 {
            let told = desk.rows().join("\n");
            assert!(!told.contains(['⟦', '{']), "{told}");
            desk.act(Action::Back);
            desk.act(Action::Down);
            desk.act(Action::Do);
        }
    }
}

#[test]
fn no_window_is_too_small() {
    for lang in [Lang::En, Lang::Ru] {
        let mut desk = Desk::full(lang);
        for size in [
            (80, 22),
            (120, 38),
            (40, 10),
            (20, 5),
            (20, 3),
            (7, 1),
            (1, 1),
            (0, 0),
        ] {
            desk.size = size;
            for action in [
                Action::End,
                Action::Do,
                Action::PageDown,
                Action::Back,
                Action::Edit,
            ] {
                desk.act(action);
                let (rows, caret) = desk.drawn();
                assert_eq!(rows.len(), usize::from(size.1));
                if let Some((x, y)) = caret {
                    assert!(x < size.0 && y < size.1, "{size:?} {x} {y}");
                }
            }
            desk.press(crate::keys::Code::Esc);
            assert!(!desk.room.typing());
        }
    }
    let mut desk = Desk::full(Lang::En);
    desk.size = (20, 5);
    desk.settle();
    let rows = desk.rows();
    assert!(rows[1].starts_with("> Followe"), "{rows:?}");
    assert!(rows[1].contains("6\u{a0}104"), "{rows:?}");
    desk.size = (40, 10);
    desk.settle();
    assert!(desk.line("Reach").contains('%'), "the change still fits");
}
