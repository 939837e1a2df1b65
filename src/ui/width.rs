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
pub fn glyphs(text: &str) -> Glyphs<'_> {
    Glyphs { text, at: 0 }
}

/// The walk over the graphemes of a text. Most letters stand alone; only the others need the whole of Unicode's rules.
#[derive(Debug, Clone)]
pub struct Glyphs<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Glyphs<'a> {
    type Item = Glyph<'a>;

    fn next(&mut self) -> Option<Glyph<'a>> {
        let at = self.at;
        let rest = self.text.get(at..)?;
        let mut chars = rest.chars();
        let first = chars.next()?;
        // A letter is a whole grapheme when nothing behind it can lean on it.
        if stands_alone(first) && chars.next().is_none_or(stands_alone) {
            let source = &rest[..first.len_utf8()];
            self.at = at + source.len();
            return Some(Glyph {
                at,
                source,
                face: Cow::Borrowed(source),
                cells: 1,
            });
        }
        let source = rest.graphemes(true).next()?;
        self.at = at + source.len();
        let face = face(source);
        let cells = usize::from(face.cell_width());
        Some(Glyph {
            at,
            source,
            face,
            cells,
        })
    }
}

/// Letters and signs of one cell that no other of them joins: ASCII, Latin, Cyrillic, Georgian, lines.
fn stands_alone(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{C0}'..='\u{24F}' | '\u{400}'..='\u{481}' | '\u{48A}'..='\u{52F}'
        | '\u{10D0}'..='\u{10FA}' | '\u{1EA0}'..='\u{1EF9}' | '\u{2500}'..='\u{257F}' | '·' | '…' | '«' | '»' | '–' | '—')
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
    match too_long(text, cells) {
        None => text.to_owned(),
        Some(_) if cells == 0 => String::new(),
        Some(kept) => format!("{}…", &text[..kept]),
    }
}

/// How many bytes of a text stay before the `…` when it does not fit into `cells`; none when it fits.
pub(super) fn too_long(text: &str, cells: usize) -> Option<usize> {
    if is_plain(text) {
        return (text.len() > cells).then(|| cells.saturating_sub(1));
    }
    let mut room = cells.saturating_sub(1);
    let mut kept = 0;
    let mut full = false;
    let mut total = 0;
    for glyph in glyphs(text) {
        total += glyph.cells;
        if total > cells {
            return Some(kept);
        }
        full |= glyph.cells > room;
        if !full {
            room -= glyph.cells;
            kept = glyph.at + glyph.source.len();
        }
    }
    None
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
    fn letters_that_stand_alone_are_graphemes_of_one_cell() {
        let alone: Vec<char> = ('\0'..='\u{FFFF}').filter(|c| stands_alone(*c)).collect();
        let text: String = alone
            .iter()
            .flat_map(|c| [*c, 'x'])
            .chain(alone.iter().copied())
            .collect();
        for (glyph, source) in glyphs(&text).zip(text.graphemes(true)) {
            assert_eq!(glyph.source, source);
            assert_eq!(glyph.cells, usize::from(source.cell_width()), "{source}");
            assert_eq!(face(source), source);
        }
    }

    #[test]
    fn the_short_way_and_the_rules_of_unicode_agree() {
        let hostile = "ае\u{301}й и\u{306}x\u{200D}y\u{FE0F} 👩‍❤️‍👩🇷🇺🇬🇪a🇻🇳 กำ\r\n\u{202E}ოo\u{302}\u{303}·\u{301}лا\u{600}b한ᄀ각";
        let signs: Vec<char> = hostile.chars().collect();
        let mut rng = crate::domain::chance::Rng::seeded(3);
        for _ in 0..2000 {
            let text: String = (0..12)
                .map(|_| signs[(rng.next() % signs.len() as u64) as usize])
                .collect();
            let walked: Vec<(usize, &str)> = glyphs(&text).map(|g| (g.at, g.source)).collect();
            let ruled: Vec<(usize, &str)> = text.grapheme_indices(true).collect();
            // Flags pair up from their first: a walk that starts anew at each grapheme finds the same pairs.
            assert_eq!(walked, ruled, "{text:?}");
        }
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
