//! Slips of the finger: how far a mistyped word lies from the one that was meant.

/// Letters of a word that are looked at; a longer one is no slip.
const LONGEST: usize = 64;

/// How many letters must be put in, left out or changed to make one word of the other (Levenshtein's distance).
pub fn between(written: &str, meant: &str) -> usize {
    let written: Vec<char> = written.chars().take(LONGEST).collect();
    let mut row: Vec<usize> = (0..=written.len()).collect();
    for (above, letter) in meant.chars().take(LONGEST).enumerate() {
        let mut corner = above;
        let mut left = above + 1;
        row[0] = left;
        for (cell, want) in row.iter_mut().skip(1).zip(&written) {
            let changed = corner + usize::from(letter != *want);
            corner = *cell;
            left = changed.min(corner + 1).min(left + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// The word that was probably meant: at most two slips away, and fewer than half of what was written.
pub fn nearest<'w>(written: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let written = written.trim().to_lowercase();
    let allowed = 2.min(written.chars().count() / 2);
    words
        .into_iter()
        .map(|word| (between(&written, &word.to_lowercase()), word))
        .filter(|(slips, _)| *slips <= allowed)
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted_one_by_one() {
        assert_eq!(between("kitten", "sitting"), 3);
        assert_eq!(between("", "abc"), 3);
        assert_eq!(between("abc", ""), 3);
        assert_eq!(between("тема", "тема"), 0);
    }

    #[test]
    fn the_nearest_word_is_found_and_a_far_one_is_not_invented() {
        let words = ["language", "zone", "hours", "theme"];
        assert_eq!(nearest("langauge", words), Some("language"));
        assert_eq!(nearest("Hour", words), Some("hours"));
        assert_eq!(nearest("colour", words), None);
        assert_eq!(nearest("x", words), None);
        assert_eq!(nearest(&"z".repeat(1_000_000), words), None);
    }
}
