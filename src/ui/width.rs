//! How wide text is on the screen: the one place that measures in cells, and the last net under hostile characters.

use std::borrow::Cow;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// One character as a person sees it (a grapheme), with the cells it takes on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyph<'a> {
    /// Byte offset in the measured text.
    pub at: usize,
    /// The grapheme as it stands in the text.
    pub source: &'a str,
    /// What is drawn for it, see [`shown`].
    pub face: Cow<'a, str>,
    /// Cells the face takes; 0 means that nothing is drawn (a combining mark without a letter).
    pub cells: usize,
}

/// Walks a text grapheme by grapheme, each with its face and its cells.
pub fn glyphs(text: &str) -> impl Iterator<Item = Glyph<'_>> {
    text.grapheme_indices(true).map(|(at, source)| {
        let face = face(source);
        let cells = usize::from(face.cell_width());
        Glyph {
            at,
            source,
            face,
            cells,
        }
    })
}

/// Cells a text takes on one screen row, exactly as [`put`](super::put()) draws it.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    glyphs(text).map(|glyph| glyph.cells).sum()
}

/// The text if it fits, or its beginning with `…` as the last cell. Never splits a grapheme, never exceeds `cells`.
pub fn cut(text: &str, cells: usize) -> String {
    let mut room = cells.saturating_sub(1);
    let mut kept = 0;
    let mut full = false;
    let mut total = 0;
    for glyph in glyphs(text) {
        total += glyph.cells;
        if total > cells {
            return match cells {
                0 => String::new(),
                _ => format!("{}…", &text[..kept]),
            };
        }
        full |= glyph.cells > room;
        if !full {
            room -= glyph.cells;
            kept = glyph.at + glyph.source.len();
        }
    }
    text.to_owned()
}

/// The text in exactly `cells` cells, at the left, cut if it is longer.
pub fn pad(text: &str, cells: usize) -> String {
    let mut out = cut(text, cells);
    let used = width(&out);
    out.extend(std::iter::repeat_n(' ', cells.saturating_sub(used)));
    out
}

/// The text in exactly `cells` cells, at the right, cut if it is longer.
pub fn pad_left(text: &str, cells: usize) -> String {
    let kept = cut(text, cells);
    let mut out = " ".repeat(cells.saturating_sub(width(&kept)));
    out.push_str(&kept);
    out
}

/// What is drawn for a text. Three things differ from what is stored:
///
/// - U+FE0F is dropped, because ratatui 0.30.2 smears the row behind it (`❤️` is drawn as `❤`, a keycap as its digit and frame);
/// - an emoji joined by ZWJ shows its first member only, because terminals do not agree whether a family takes 2, 3 or 8 cells;
/// - control and direction characters become U+FFFD. Text is sanitised at the border; this is the net under it.
pub fn shown(text: &str) -> Cow<'_, str> {
    if is_plain(text) || !text.chars().any(needs_care) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.graphemes(true).map(face).collect())
}

/// True for characters that could move the cursor, turn the direction of the row or talk to the terminal:
/// C0, DEL, C1, line and paragraph separators, bidirectional marks, embeddings, overrides and isolates.
pub fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn face(grapheme: &str) -> Cow<'_, str> {
    if is_plain(grapheme) || !grapheme.chars().any(needs_care) {
        return Cow::Borrowed(grapheme);
    }
    let first_member = match grapheme.split_once('\u{200D}') {
        Some((first, _)) if first.starts_with(is_pictorial) => first,
        _ => grapheme,
    };
    first_member
        .chars()
        .filter(|&c| c != '\u{FE0F}')
        .map(|c| if is_hostile(c) { '\u{FFFD}' } else { c })
        .collect()
}

fn needs_care(c: char) -> bool {
    c == '\u{FE0F}' || c == '\u{200D}' || is_hostile(c)
}

/// Arrows, symbols, dingbats and the emoji planes: everything that starts a joined picture, and no letters that use ZWJ.
fn is_pictorial(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{3030}'..='\u{303D}' | '\u{1F000}'..='\u{1FAFF}')
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| (0x20..0x7F).contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Family, couple with a heart, shrug, rainbow flag, heart on fire.
    const JOINED: [&str; 5] = ["👨‍👩‍👧‍👦", "👩‍❤️‍👩", "🤷🏽‍♀️", "🏳️‍🌈", "❤️‍🔥"];

    #[test]
    fn letters_of_her_languages_take_a_cell_each() {
        assert_eq!(width("Сырники: рецепт шефа"), 20);
        assert_eq!(width("რთველის ფოტოალბომი"), 18);
        assert_eq!(width("Lämpö"), 5);
        assert_eq!(width("5 lỗi phát âm"), 13);
        assert_eq!(
            width("5 lo\u{302}\u{303}i pha\u{301}t a\u{302}m"),
            13,
            "decomposed"
        );
        assert_eq!(width("日本"), 4);
        assert_eq!(width(""), 0);
    }

    #[test]
    fn pictures_have_a_known_width() {
        assert_eq!(width("🇷🇺🇬🇪"), 4);
        assert_eq!(width("👍🏽"), 2);
        assert_eq!(width("❤️"), 1);
        assert_eq!(width("1️⃣"), 1);
        for joined in JOINED {
            let cells = width(joined);
            assert!((1..=2).contains(&cells), "{joined} takes {cells}");
            assert!(!shown(joined).contains(['\u{FE0F}', '\u{200D}']));
        }
    }

    #[test]
    fn width_is_what_ratatui_counts_for_the_shown_text() {
        let mut texts = vec![
            "Завтра 15 % скидка ☀️",
            "ნინო გ.",
            "Thu Hà",
            "กำลัง",
            "لا",
            "ﾊﾟ",
            "क्षि",
        ];
        texts.extend(JOINED);
        for text in texts {
            let shown = shown(text);
            let drawn: usize = shown
                .graphemes(true)
                .map(|g| usize::from(g.cell_width()))
                .sum();
            assert_eq!(width(text), drawn, "{text}");
        }
    }

    #[test]
    fn letters_that_need_a_joiner_keep_it() {
        let sinhala = "ක්\u{200D}ෂ";
        assert_eq!(shown(sinhala), sinhala);
    }

    #[test]
    fn nothing_that_could_command_the_terminal_is_shown() {
        let evil = "a\x1b[31m\u{9b}0m\u{202e}b\u{7}\r\nc\u{2066}";
        assert!(!shown(evil).chars().any(is_hostile));
        assert_eq!(shown("x\ty"), "x\u{FFFD}y");
        assert_eq!(width("x\ty"), 3);
    }

    #[test]
    fn cut_keeps_whole_letters_and_says_that_it_cut() {
        assert_eq!(cut("Завтрак", 7), "Завтрак");
        assert_eq!(cut("Завтрак", 4), "Зав…");
        assert_eq!(cut("Завтрак", 1), "…");
        assert_eq!(cut("Завтрак", 0), "");
        assert_eq!(cut("", 0), "");
        assert_eq!(cut("🇷🇺🇬🇪🇻🇳", 4), "🇷🇺…");
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
    }

    #[test]
    fn padding_fills_to_the_cell() {
        assert_eq!(pad("Лида", 6), "Лида  ");
        assert_eq!(pad_left("1 024", 7), "  1 024");
        for text in ["日本語", "👨‍👩‍👧 семья", "Hỏi đáp", "1️⃣2️⃣3️⃣", "\u{301}"]
        {
            for cells in 0..12 {
                assert_eq!(width(&pad(text, cells)), cells, "{text} in {cells}");
                assert_eq!(width(&pad_left(text, cells)), cells, "{text} in {cells}");
                assert!(width(&cut(text, cells)) <= cells);
            }
        }
    }
}
