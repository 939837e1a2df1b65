//! One way to compare words: find, the palette, the search index and the time words all fold through here.

use unicode_normalization::UnicodeNormalization;

/// The text as it is compared: lower case, compatibility forms plain, accents off, ё as е, đ as d; й stays a letter of
/// its own, composed or not. Marks of scripts that need them to be read (Georgian has none, Hindi, Thai) stay.
/// Folding twice changes nothing.
#[must_use]
pub fn fold(text: &str) -> String {
    if text
        .bytes()
        .all(|b| b.is_ascii() && !b.is_ascii_uppercase())
    {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.nfkd().flat_map(char::to_lowercase).nfkd() {
        match c {
            // In Russian й is not an и with an ornament: "мои" and "мой" are two words.
            '\u{306}' if plain.ends_with('и') => {
                plain.pop();
                plain.push('й');
            }
            _ if is_accent(c) => {}
            'đ' | 'ð' => plain.push('d'),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'ı' => plain.push('i'),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ς' => plain.push('σ'),
            _ => plain.push(c),
        }
    }
    plain.nfc().collect()
}

/// Whether `needle` is found in `hay` when both are folded; an empty needle is found everywhere.
#[must_use]
pub fn contains_folded(hay: &str, needle: &str) -> bool {
    fold(hay).contains(&fold(needle))
}

/// Marks of Latin, Greek, Cyrillic, Hebrew and Arabic that a person leaves out when typing a search, and picture selectors.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}'
        | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_meet_in_every_language_of_hers() {
        for (written, folded) in [
            ("РОЗЫГРЫШ", "розыгрыш"),
            ("Ёлка", "елка"),
            ("khuyến mãi", "khuyen mai"),
            ("ĐƯỜNG", "duong"),
            ("Pääsky Öljy", "paasky oljy"),
            ("საფერავი", "საფერავი"),
            ("ᲡᲐᲤᲔᲠᲐᲕᲘ", "საფერავი"),
            ("Straße ŁÓDŹ İzmir", "strasse lodz izmir"),
            ("𝗦𝗔𝗟𝗘 ＳＡＬＥ", "sale sale"),
            ("за́мок", "замок"),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
    }

    #[test]
    fn short_i_is_itself_composed_or_not_and_never_plain_i() {
        for hay in ["Йод", "И\u{306}од"] {
            for needle in ["йод", "и\u{306}од"] {
                assert!(contains_folded(hay, needle), "{hay:?} {needle:?}");
            }
            assert!(!contains_folded(hay, "иод"));
        }
        assert!(!contains_folded("мои", "мой"));
    }

    #[test]
    fn found_in_the_middle_and_nothing_is_found_everywhere() {
        assert!(contains_folded("Новая ЁЛКА у входа", "елка"));
        assert!(contains_folded("Học phí lớp buổi tối", "hoc phi"));
        assert!(contains_folded("anything", ""));
        assert!(!contains_folded("", "x"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn folding_again_changes_nothing(text in proptest::collection::vec(any::<char>(), 0..24)) {
            let text: String = text.into_iter().collect();
            let once = fold(&text);
            prop_assert_eq!(fold(&once), &once[..]);
            let composed: String = text.nfc().collect();
            let taken_apart: String = text.nfd().collect();
            prop_assert_eq!(fold(&composed), fold(&taken_apart));
        }
    }
}
