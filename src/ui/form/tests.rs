//! A form as she fills it in.

use ratatui::{buffer::Buffer, layout::Rect};

use super::*;
use crate::ui::put::tests::rows;

fn field(label: &str, entry: Entry) -> Field {
    Field {
        label: label.into(),
        entry,
        error: String::new(),
        folded: false,
    }
}

fn client() -> Form {
    let zones = ["Europe/Moscow", "Asia/Tbilisi"].map(String::from).to_vec();
    Form::new(
        vec![
            field("Имя", Entry::Line(LineInput::new("Kolos", "как в счёте"))),
            field(
                "Пояс",
                Entry::Choice {
                    options: zones,
                    at: 0,
                },
            ),
            field("Голос", Entry::Text(Editor::new("тепло, на «вы»"), 3)),
            Field {
                folded: true,
                ..field("Сайт", Entry::Line(LineInput::new("", "https://")))
            },
        ],
        "… ещё 1: ctrl-o",
    )
}

fn drawn(form: &mut Form, cells: u16, height: u16) -> (Vec<String>, Option<(u16, u16)>) {
    form.settle(cells, height);
    let mut buf = Buffer::empty(Rect::new(0, 0, cells, height));
    let area = buf.area;
    let caret = form.draw(area, &mut buf, &Theme::default());
    let rows = rows(&buf)
        .iter()
        .map(|row| row.trim_end().to_owned())
        .collect();
    (rows, caret)
}

fn press(form: &mut Form, code: Code) -> Reply {
    form.input(Key::plain(code))
}

#[test]
fn labels_left_answers_right_the_rest_folded() {
    let mut form = client();
    let (rows, caret) = drawn(&mut form, 40, 8);
    assert_eq!(
        rows,
        [
            "Имя    Kolos",
            "Пояс   Europe/Moscow",
            "Голос  тепло, на «вы»",
            "",
            "",
            "… ещё 1: ctrl-o",
            "",
            "",
        ]
    );
    assert_eq!(caret, Some((12, 0)));
}

#[test]
fn tab_goes_round_and_arrows_choose() {
    let mut form = client();
    assert_eq!(press(&mut form, Code::Up), Reply::Ignored);
    assert_eq!(press(&mut form, Code::Tab), Reply::Moved);
    assert_eq!(press(&mut form, Code::Right), Reply::Changed);
    assert_eq!(drawn(&mut form, 40, 3).0[1], "Пояс   ‹ Asia/Tbilisi ›");
    assert_eq!(press(&mut form, Code::Left), Reply::Changed);
    assert_eq!(press(&mut form, Code::Down), Reply::Moved);
    assert_eq!(form.at(), 2);
    assert_eq!(form.input(Key::ctrl('j')), Reply::Changed);
    assert_eq!(press(&mut form, Code::Up), Reply::Moved);
    assert_eq!(form.at(), 2, "up moves inside a text first");
    assert_eq!(press(&mut form, Code::Up), Reply::Moved);
    assert_eq!(form.at(), 1);
    assert_eq!(press(&mut form, Code::BackTab), Reply::Moved);
    assert_eq!(press(&mut form, Code::BackTab), Reply::Moved);
    assert_eq!(form.at(), 2, "round, without the folded one");
    assert_eq!(press(&mut form, Code::Enter), Reply::Ignored);
}

#[test]
fn going_on_past_the_last_field_brings_the_folded_ones_out() {
    for code in [Code::Tab, Code::Down] {
        let mut form = client();
        form.focus(2);
        drawn(&mut form, 40, 8);
        assert_eq!(press(&mut form, code), Reply::Moved);
        assert_eq!(form.at(), 3);
        assert!(!form.is_folded());
        assert_eq!(press(&mut form, Code::Tab), Reply::Moved);
        assert_eq!(form.at(), 0, "then round");
    }
}

#[test]
fn an_error_stands_under_its_field_until_she_changes_it() {
    let mut form = client();
    form.show_errors([(3, "не адрес".to_owned())]);
    assert_eq!(form.at(), 3, "unfolded and gone to");
    assert!(!form.is_folded());
    let (rows, _) = drawn(&mut form, 40, 7);
    assert_eq!(rows[5..], ["Сайт   https://", "       ! не адрес"]);
    assert_eq!(form.paste_clean("https://kolos.example\n"), Reply::Changed);
    assert_eq!(drawn(&mut form, 40, 7).0[6], "");
    assert_eq!(form.fields()[3].entry.text(), "https://kolos.example ");
}

#[test]
fn a_narrow_screen_puts_labels_above_and_scrolls_to_the_focus() {
    let mut form = client();
    form.focus(2);
    let (rows, caret) = drawn(&mut form, 16, 4);
    assert_eq!(rows, ["Голос", "тепло, на «вы»", "", ""]);
    assert_eq!(caret, Some((14, 1)));
}

#[test]
fn a_click_goes_to_the_field_and_the_letter() {
    let mut form = client();
    drawn(&mut form, 40, 8);
    assert_eq!(form.click(8, 2), Reply::Moved);
    assert_eq!(drawn(&mut form, 40, 8).1, Some((8, 2)));
    assert_eq!(form.click(2, 1), Reply::Moved);
    assert_eq!(form.at(), 1);
    assert_eq!(form.click(2, 1), Reply::Ignored);
    assert_eq!(form.click(2, 7), Reply::Ignored);
}

#[test]
fn no_size_breaks_it() {
    for cells in 0..50 {
        for height in 0..9 {
            let mut form = client();
            form.show_errors([(2, "слишком длинно".to_owned())]);
            for code in [Code::Tab, Code::Char('я'), Code::Down, Code::Up] {
                drawn(&mut form, cells, height);
                let reply = press(&mut form, code);
                assert!(reply != Reply::Ignored || code != Code::Tab);
            }
        }
    }
    let mut empty = Form::new(Vec::new(), "");
    assert_eq!(press(&mut empty, Code::Tab), Reply::Ignored);
    drawn(&mut empty, 10, 2);
}
