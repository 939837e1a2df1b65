//! The editor as a writer knows it; the storm of random keys is in `storm.rs`.

mod reach;
mod storm;

use ratatui::{buffer::Buffer, layout::Rect, style::Color};

use super::*;
use crate::{
    keys::{Code, Key, Mods},
    ui::put::tests::rows,
};

fn write(editor: &mut Editor, text: &str) {
    for c in text.chars() {
        match c {
            '\n' => editor.newline(),
            c => editor.input(Key::char(c)),
        };
    }
}

fn press(editor: &mut Editor, code: Code) -> Reply {
    editor.input(Key::plain(code))
}

fn with(code: Code, ctrl: bool, alt: bool, shift: bool) -> Key {
    Key {
        code,
        mods: Mods { ctrl, alt, shift },
    }
}

fn drawn(editor: &Editor, cells: u16, height: u16) -> (Vec<String>, Option<(u16, u16)>) {
    let mut buf = Buffer::empty(Rect::new(0, 0, cells, height));
    let area = buf.area;
    let caret = editor.draw(area, &mut buf, &EditorStyle::default(), true);
    (rows(&buf), caret)
}

#[test]
fn a_backspace_takes_a_whole_sign() {
    for sign in ["👨‍👩‍👧‍👦", "🇬🇪", "1️⃣", "e\u{302}\u{301}", "ქ", "ё", "❤️"]
    {
        let mut editor = Editor::new(&format!("a{sign}"));
        assert_eq!(press(&mut editor, Code::Backspace), Reply::Changed);
        assert_eq!(editor.text(), "a", "{sign}");
    }
}

#[test]
fn a_flag_typed_key_by_key_between_flags_stays_whole() {
    let mut editor = Editor::new("🇷🇺🇬🇪");
    press(&mut editor, Code::Left);
    write(&mut editor, "🇻🇳");
    assert_eq!(editor.text(), "🇷🇺🇻🇳🇬🇪");
    assert_eq!(editor.caret(), "🇷🇺🇻🇳".len());

    let mut editor = Editor::new("🎉🎉");
    press(&mut editor, Code::Left);
    write(&mut editor, "👨‍👩‍👧");
    assert_eq!(editor.text(), "🎉👨‍👩‍👧🎉");
}

#[test]
fn a_mark_typed_after_its_letter_becomes_one_letter_and_one_word_of_undo() {
    let mut editor = Editor::new("");
    write(&mut editor, "o\u{302}\u{303}i vie\u{323}\u{302}t");
    assert_eq!(editor.text(), "ỗi việt");
    editor.undo();
    assert_eq!(editor.text(), "ỗi ");
    editor.undo();
    assert_eq!(editor.text(), "");
    editor.redo();
    assert_eq!(editor.text(), "ỗi ");
    write(&mut editor, "и\u{306}\u{301}");
    assert_eq!(editor.text(), "ỗi й\u{301}");
}

#[test]
fn up_and_down_keep_the_column_over_short_rows() {
    let mut editor = Editor::new("Рустам встаёт\nв\nчетыре утра");
    editor.settle(40, 9);
    for _ in 0..2 {
        assert_eq!(press(&mut editor, Code::Up), Reply::Moved);
    }
    assert_eq!(&editor.text()[editor.caret()..], "ёт\nв\nчетыре утра");
    assert_eq!(press(&mut editor, Code::Up), Reply::Ignored);
    for _ in 0..2 {
        assert_eq!(press(&mut editor, Code::Down), Reply::Moved);
    }
    assert_eq!(editor.caret(), editor.text().len());
    assert_eq!(press(&mut editor, Code::Down), Reply::Ignored);
}

#[test]
fn home_and_end_mean_the_row_on_the_screen() {
    let mut editor = Editor::new("столе, в семь первый");
    editor.settle(9, 9);
    assert_eq!(
        drawn(&editor, 9, 3).0,
        ["столе, в ", "семь     ", "первый   "]
    );
    editor.input(with(Code::Home, true, false, false));
    press(&mut editor, Code::End);
    assert_eq!(editor.caret(), "столе, в ".len());
    assert_eq!(
        drawn(&editor, 9, 3).1,
        Some((8, 0)),
        "still on the upper row"
    );
    assert_eq!(press(&mut editor, Code::End), Reply::Ignored);
    press(&mut editor, Code::Home);
    assert_eq!(editor.caret(), 0);
    editor.input(Key::ctrl('e'));
    assert_eq!(editor.caret(), editor.text().len());
}

#[test]
fn words_are_walked_and_killed() {
    let mut editor = Editor::new("Hỏi đáp: don't #меню");
    let mut stops = Vec::new();
    while editor.input(with(Code::Char('b'), false, true, false)) == Reply::Moved {
        stops.push(editor.text()[editor.caret()..].to_owned());
    }
    assert_eq!(
        stops,
        [
            "меню",
            "#меню",
            "don't #меню",
            ": don't #меню",
            "đáp: don't #меню",
            "Hỏi đáp: don't #меню"
        ]
    );
    editor.input(with(Code::Right, true, false, false));
    assert_eq!(editor.caret(), "Hỏi".len());
    editor.input(with(Code::End, true, false, false));
    editor.input(Key::ctrl('w'));
    assert_eq!(editor.text(), "Hỏi đáp: don't ");
    editor.input(with(Code::Backspace, false, true, false));
    assert_eq!(editor.text(), "Hỏi đáp: ");
    editor.input(Key::ctrl('y'));
    assert_eq!(editor.text(), "Hỏi đáp: don't #меню", "kills add up");
}

#[test]
fn kills_stop_at_the_paragraph_and_then_join() {
    let mut editor = Editor::new("один\nдва");
    assert_eq!(editor.input(Key::ctrl('u')), Reply::Changed);
    assert_eq!(editor.text(), "один\n");
    editor.input(Key::ctrl('u'));
    assert_eq!(editor.text(), "один");
    editor.input(Key::ctrl('a'));
    editor.input(Key::ctrl('k'));
    assert_eq!(editor.text(), "");
    assert_eq!(editor.input(Key::ctrl('k')), Reply::Ignored);
}

#[test]
fn shift_selects_and_typing_replaces() {
    let mut editor = Editor::new("цена 199");
    for _ in 0..3 {
        editor.input(with(Code::Left, false, false, true));
    }
    assert_eq!(editor.selected(), "199");
    write(&mut editor, "249");
    assert_eq!(editor.text(), "цена 249");
    editor.undo();
    assert_eq!(editor.text(), "цена 199", "the typed word is one step");
    editor.select_all();
    assert_eq!(editor.take_selected(), "цена 199");
    assert_eq!(editor.text(), "");
    editor.undo();
    editor.select_all();
    assert_eq!(press(&mut editor, Code::Left), Reply::Moved);
    assert_eq!((editor.caret(), editor.selected()), (0, ""));
}

#[test]
fn a_stage_is_taken_back_and_begun_again_even_where_it_reads_the_same() {
    let mut editor = Editor::new("тесто");
    editor.begin_stage("тесто");
    editor.begin_stage("хлеб");
    editor.paste_clean("!");
    assert_eq!((editor.text(), editor.stage()), ("хлеб!", 2));
    editor.undo();
    editor.undo();
    assert_eq!((editor.text(), editor.stage()), ("тесто", 1));
    editor.undo();
    assert_eq!((editor.text(), editor.stage()), ("тесто", 0));
    assert_eq!(editor.undo(), Reply::Ignored);
    editor.redo();
    editor.redo();
    assert_eq!((editor.text(), editor.stage()), ("хлеб", 2));
}

#[test]
fn undo_goes_word_by_word() {
    let mut editor = Editor::new("");
    write(&mut editor, "в пять тесто");
    for expected in ["в пять ", "в ", ""] {
        assert_eq!(editor.input(Key::ctrl('z')), Reply::Changed);
        assert_eq!(editor.text(), expected);
    }
    assert_eq!(editor.undo(), Reply::Ignored);
    for expected in ["в ", "в пять ", "в пять тесто"] {
        assert_eq!(editor.redo(), Reply::Changed);
        assert_eq!(editor.text(), expected);
    }
    assert_eq!(editor.redo(), Reply::Ignored);
}

#[test]
fn a_fix_replaces_its_range_even_if_the_range_is_off() {
    let mut editor = Editor::new("дёшево и сердито 👨‍👩‍👧");
    editor.replace(0.."дёшево".len(), "недорого");
    assert_eq!(editor.text(), "недорого и сердито 👨‍👩‍👧");
    let inside = editor.text().len() - 3;
    editor.replace(inside..9999, "!");
    assert_eq!(editor.text(), "недорого и сердито !", "never half a family");
    editor.replace(5000..6000, "?");
    assert_eq!(editor.text(), "недорого и сердито !?");
    editor.replace(1..1, "Х");
    assert_eq!(editor.text(), "Хедорого и сердито !?");
}

#[test]
fn what_commands_a_terminal_cannot_be_typed() {
    let mut editor = Editor::new("a\r\nb\rc\td");
    assert_eq!(editor.text(), "a\nb\nc d");
    for c in ['\u{1b}', '\u{9b}', '\u{202e}', '\n', '\0'] {
        assert_eq!(editor.input(Key::char(c)), Reply::Ignored);
    }
    assert_eq!(editor.text(), "a\nb\nc d");
}

#[test]
fn the_view_follows_the_caret_and_a_click_finds_it() {
    let mut editor = Editor::new("1\n2\n3\n4\n日本語");
    editor.settle(9, 3);
    assert_eq!(drawn(&editor, 9, 3).0[0], "3        ");
    assert_eq!(drawn(&editor, 9, 3).1, Some((6, 2)));
    assert_eq!(editor.click(3, 2), Reply::Moved);
    assert_eq!(&editor.text()[editor.caret()..], "本語");
    editor.click(50, 50);
    assert_eq!(editor.caret(), editor.text().len());
    press(&mut editor, Code::PageUp);
    press(&mut editor, Code::PageUp);
    assert_eq!(drawn(&editor, 9, 3).0[0], "1        ");
    assert_eq!(drawn(&editor, 0, 0).1, None);
}

#[test]
fn marks_and_selection_are_seen() {
    let style = EditorStyle {
        selection: Style::new().bg(Color::Blue),
        ..EditorStyle::default()
    };
    let mut editor = Editor::new("a #b\n\nc");
    editor.settle(9, 3);
    let tag = Style::new().fg(Color::Cyan);
    editor.set_marks(vec![
        (2..4, tag),
        (3..99, Style::new().fg(Color::Red)),
        (50..60, tag),
    ]);
    editor.select_all();
    let mut buf = Buffer::empty(Rect::new(0, 0, 9, 3));
    let area = buf.area;
    editor.draw(area, &mut buf, &style, true);
    assert_eq!((buf[(2, 0)].fg, buf[(2, 0)].bg), (Color::Cyan, Color::Blue));
    assert_eq!(buf[(3, 0)].fg, Color::Red);
    assert_eq!(buf[(0, 1)].bg, Color::Blue, "a selected empty line");
    assert_eq!(buf[(1, 2)].bg, Color::Reset);
}

#[test]
fn one_line_scrolls_sideways() {
    let mut line = LineInput::new("", "имя");
    line.settle(6);
    let drawn = |line: &LineInput| {
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
        let area = buf.area;
        let caret = line.draw(area, &mut buf, &EditorStyle::default(), true);
        (rows(&buf).concat(), caret)
    };
    assert_eq!(drawn(&line), ("имя   ".into(), Some((0, 0))));
    line.paste_clean("Сырники\nрецепт");
    assert_eq!(line.text(), "Сырники рецепт");
    assert_eq!(drawn(&line), ("ецепт ".into(), Some((5, 0))));
    assert_eq!(line.input(Key::plain(Code::Up)), Reply::Ignored);
    assert_eq!(line.input(Key::plain(Code::Enter)), Reply::Ignored);
    line.input(Key::plain(Code::Home));
    assert_eq!(drawn(&line), ("Сырник".into(), Some((0, 0))));
    line.rewrite("да");
    line.undo();
    assert_eq!(line.text(), "Сырники рецепт");
    line.click(2);
    assert!(line.caret() > 0);
}
