//! Reaching further: paragraphs, the mouse, kills that add up, replacing in one step.

use super::*;

fn alt(c: char) -> Key {
    with(Code::Char(c), false, true, false)
}

#[test]
fn paragraphs_are_walked_and_selected() {
    let mut editor = Editor::new("Первый абзац\n\nВторой\nТретий");
    let up = with(Code::Up, true, false, false);
    let mut stops = Vec::new();
    while editor.input(up) == Reply::Moved {
        let rest = &editor.text()[editor.caret()..];
        stops.push(rest.lines().next().unwrap().to_owned());
    }
    assert_eq!(stops, ["Третий", "Второй", "Первый абзац"]);
    let select = with(Code::Down, true, false, true);
    editor.input(select);
    assert_eq!(editor.selected(), "Первый абзац\n\n");
    editor.input(select);
    assert_eq!(editor.selected(), "Первый абзац\n\nВторой\n");
    editor.input(alt('a'));
    assert_eq!(editor.selected(), editor.text());
}

#[test]
fn kills_on_both_sides_add_up_until_something_else_happens() {
    let mut editor = Editor::new("раз два три четыре");
    editor.input(Key::ctrl('a'));
    editor.input(with(Code::Right, true, false, false));
    editor.input(alt('d'));
    editor.input(alt('d'));
    editor.input(Key::ctrl('w'));
    assert_eq!(editor.text(), " четыре");
    editor.input(with(Code::End, true, false, false));
    editor.input(Key::ctrl('w'));
    editor.input(Key::ctrl('y'));
    assert_eq!(
        editor.text(),
        " четыре",
        "moving in between begins a kill of its own"
    );
    editor.input(alt('y'));
    assert_eq!(
        editor.text(),
        " раз два три",
        "the kill before in its place"
    );
    assert_eq!(editor.input(Key::plain(Code::Left)), Reply::Moved);
    assert_eq!(editor.input(alt('y')), Reply::Ignored);
}

#[test]
fn the_mouse_takes_words_paragraphs_and_what_it_is_drawn_over() {
    let mut editor = Editor::new("Хлеб, don't\nи соль");
    editor.settle(20, 4);
    editor.click_word(1, 0);
    assert_eq!(editor.selected(), "Хлеб");
    editor.click_word(7, 0);
    assert_eq!(editor.selected(), "don't");
    editor.click_paragraph(3, 1);
    assert_eq!(editor.selected(), "и соль");
    editor.click(2, 0);
    editor.drag(3, 1);
    assert_eq!(editor.selected(), "еб, don't\nи с");
    editor.drag(-5, -2);
    assert_eq!(editor.selected(), "Хл");
}

#[test]
fn the_wheel_looks_elsewhere_until_something_is_typed() {
    let text: Vec<String> = (1..=30).map(|row| row.to_string()).collect();
    let mut editor = Editor::new(&text.join("\n"));
    editor.settle(9, 3);
    assert_eq!(drawn(&editor, 9, 3).0[2], "30       ");
    editor.scroll(-20);
    editor.settle(9, 3);
    assert_eq!(
        drawn(&editor, 9, 3),
        (
            vec!["8        ".into(), "9        ".into(), "10       ".into()],
            None
        )
    );
    assert_eq!(editor.scroll(-100), Reply::Moved);
    assert_eq!(editor.scroll(-1), Reply::Ignored);
    write(&mut editor, "!");
    editor.settle(9, 3);
    assert_eq!(drawn(&editor, 9, 3).0[2], "30!      ");
}

#[test]
fn replacing_everywhere_is_one_step() {
    let mut editor = Editor::new("кот, Кот и кот");
    let hits = crate::domain::seek::Folded::new(editor.text()).hits("кот");
    editor.replace_all(&hits, "кит");
    assert_eq!(editor.text(), "кит, кит и кит");
    editor.undo();
    assert_eq!(editor.text(), "кот, Кот и кот");
}
