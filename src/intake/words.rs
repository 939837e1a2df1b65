//! What cells call our metrics, formats and kinds of message, in the words people keep in their tables.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::domain::fold::fold;
use crate::domain::inbox::ThreadKind;
use crate::domain::kpi::Metric;
use crate::domain::post::Format;

const WORDS: &str = include_str!("../../assets/words/values.toml");

/// Section → our word → their words, as the file lies.
type Sections = HashMap<String, HashMap<String, Vec<String>>>;

/// The metric of a cell.
pub(super) fn metric(cell: &str) -> Option<Metric> {
    Metric::from_word(&our_word("metric", cell))
}

/// The format of a cell; none said is plain text.
pub(super) fn format(cell: &str) -> Option<Format> {
    if cell.is_empty() {
        Some(Format::Text)
    } else {
        Format::from_word(&our_word("format", cell))
    }
}

/// The kind of message of a cell.
pub(super) fn kind(cell: &str) -> Option<ThreadKind> {
    ThreadKind::from_word(&our_word("kind", cell))
}

/// Our word for theirs; a word we do not know stays as it is.
fn our_word(section: &str, cell: &str) -> String {
    let folded = fold(cell.trim());
    let found = book()
        .get(section)
        .and_then(|words| words.iter().find(|(_, theirs)| theirs.contains(&folded)))
        .map(|(ours, _)| ours.clone());
    found.unwrap_or(folded)
}

fn book() -> &'static Sections {
    static BOOK: OnceLock<Sections> = OnceLock::new();
    BOOK.get_or_init(|| {
        // Part of the program, and read by a test; an empty book only knows our own words.
        let mut sections: Sections = toml::from_str(WORDS).unwrap_or_default();
        for theirs in sections.values_mut().flat_map(HashMap::values_mut) {
            for word in theirs {
                *word = fold(word);
            }
        }
        sections
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_book_means_something_and_nothing_twice() {
        let sections: Sections = toml::from_str(WORDS).unwrap();
        for (section, words) in &sections {
            let mut seen = std::collections::HashSet::new();
            for (ours, theirs) in words {
                let known = match section.as_str() {
                    "metric" => Metric::from_word(ours).is_some(),
                    "format" => Format::from_word(ours).is_some(),
                    _ => ThreadKind::from_word(ours).is_some(),
                };
                assert!(known, "{section} {ours}");
                for word in theirs {
                    assert!(seen.insert(fold(word)), "{section}: {word} twice");
                }
            }
        }
        assert_eq!(sections.len(), 3);
    }

    #[test]
    fn cells_are_read_in_any_case() {
        assert_eq!(metric("Подписчики"), Some(Metric::Followers));
        assert_eq!(metric("REACH"), Some(Metric::Reach));
        assert_eq!(metric("karma"), None);
        assert_eq!(format(""), Some(Format::Text));
        assert_eq!(format("Рилс"), Some(Format::Short));
        assert_eq!(kind("Отзыв"), Some(ThreadKind::Review));
    }
}
