//! What others wrote, cut into rows of so many cells: at words where it can be, else between letters.

use crate::ui::width::glyphs;

/// The rows of a text. Never empty, and no row is wider than `cells` unless one sign alone is.
pub(super) fn wrapped(text: &str, cells: usize) -> Vec<String> {
    let mut rows = Vec::new();
    for line in text.lines() {
        let mut rest = line;
        loop {
            let end = fitting(rest, cells.max(1));
            rows.push(rest[..end].trim_end().to_owned());
            rest = rest[end..].trim_start_matches(' ');
            if rest.is_empty() {
                break;
            }
        }
    }
    if rows.is_empty() {
        rows.push(String::new());
    }
    rows
}

/// The bytes of the first row.
fn fitting(text: &str, cells: usize) -> usize {
    let mut used = 0;
    let mut after_space = None;
    for glyph in glyphs(text) {
        if used + glyph.cells > cells && glyph.source != " " {
            let whole = after_space.unwrap_or(glyph.at);
            return if whole == 0 {
                glyph.source.len()
            } else {
                whole
            };
        }
        used += glyph.cells;
        if glyph.source == " " {
            after_space = Some(glyph.at + 1);
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::width::width;

    #[test]
    fn words_stay_whole_where_they_can() {
        assert_eq!(
            wrapped("Ждали заказ 50 минут", 12),
            ["Ждали заказ", "50 минут"]
        );
        assert_eq!(wrapped("https://kolos", 5), ["https", "://ko", "los"]);
        assert_eq!(wrapped("a\n\nb", 5), ["a", "", "b"]);
        assert_eq!(wrapped("", 5), [""]);
        assert_eq!(wrapped("日本", 1), ["日", "本"]);
        assert_eq!(wrapped("a     b", 3), ["a", "b"]);
    }

    #[test]
    fn no_row_is_wider_than_its_room() {
        for text in [
            "Học phí lớp IELTS buổi tối bao nhiêu ạ?",
            "🇷🇺🇬🇪🇻🇳 ура",
            "ааааааа\u{202e}б",
        ] {
            for cells in 2..30 {
                for row in wrapped(text, cells) {
                    assert!(width(&row) <= cells, "{row:?} in {cells}");
                }
            }
        }
    }
}
