//! What is seen of a text before "more": each platform folds at so many characters, and earlier at line breaks.

use unicode_segmentation::UnicodeSegmentation;

use super::platform::Platform;

/// Where it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Screen {
    /// On a phone.
    Phone,
    /// On a wide screen.
    Desktop,
}

/// Whether it is known where this platform folds at all.
pub fn is_known(platform: &Platform, screen: Screen) -> bool {
    characters(platform, screen) > 0
}

/// Whether no document confirms where this platform folds.
pub fn is_doubtful(platform: &Platform, screen: Screen) -> bool {
    let field = match screen {
        Screen::Phone => "fold_mobile",
        Screen::Desktop => "fold_desktop",
    };
    platform.is_from_memory(field)
}

/// The byte from which on a text is folded away, on the edge of a grapheme cluster; none where all of it is seen or
/// nobody knows. It reads no further than that, however long the text is.
pub fn fold_at(text: &str, platform: &Platform, screen: Screen) -> Option<usize> {
    let most = characters(platform, screen);
    if most == 0 {
        return None;
    }
    let lines = match platform.text.fold_lines {
        0 => usize::MAX,
        lines => lines,
    };
    let mut breaks = 0;
    let found = text
        .grapheme_indices(true)
        .enumerate()
        .find(|(nth, (_, sign))| {
            breaks += usize::from(sign.contains('\n'));
            *nth >= most || breaks >= lines
        });
    let (_, (at, _)) = found?;
    (!text[at..].trim_start().is_empty()).then_some(at)
}

fn characters(platform: &Platform, screen: Screen) -> usize {
    match screen {
        Screen::Phone => platform.text.fold_mobile,
        Screen::Desktop => platform.text.fold_desktop,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::platform::Platforms;

    fn on(platform: &str) -> &'static Platform {
        Platforms::builtin().by_id(platform).unwrap()
    }

    #[test]
    fn it_folds_one_character_after_the_last_that_is_seen() {
        for (id, screen, most) in [
            ("facebook", Screen::Phone, 110),
            ("facebook", Screen::Desktop, 480),
            ("instagram", Screen::Phone, 125),
            ("linkedin", Screen::Desktop, 210),
            ("youtube", Screen::Phone, 100),
        ] {
            let fits = "👨‍👩‍👧".repeat(most);
            assert_eq!(fold_at(&fits, on(id), screen), None, "{id}");
            let over = format!("{fits}ё");
            assert_eq!(fold_at(&over, on(id), screen), Some(fits.len()), "{id}");
            assert_eq!(
                fold_at(&format!("{fits} \n"), on(id), screen),
                None,
                "{id}: nothing is hidden"
            );
        }
    }

    #[test]
    fn line_breaks_fold_earlier_than_characters() {
        let text = "раз\nдва\nтри\nчетыре";
        let at = fold_at(text, on("linkedin"), Screen::Phone).unwrap();
        assert_eq!(&text[..at], "раз\nдва\nтри");
        assert_eq!(
            fold_at("раз\nдва\nтри", on("linkedin"), Screen::Phone),
            None
        );
    }

    #[test]
    fn what_nobody_knows_is_not_made_up_and_what_no_document_says_is_doubtful() {
        assert!(!is_known(on("telegram"), Screen::Phone));
        assert_eq!(
            fold_at(&"слово ".repeat(900), on("telegram"), Screen::Phone),
            None
        );
        assert!(is_doubtful(on("vk"), Screen::Phone));
        assert!(!is_doubtful(on("instagram"), Screen::Phone));
    }
}
