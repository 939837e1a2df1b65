//! Which words of a text are to be spelt, and in which script they are written.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::entities::entities;

/// A script that some of her languages are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Script {
    /// Russian and its neighbours.
    Cyrillic,
    /// Georgian.
    Georgian,
    /// English, Vietnamese, Finnish and most others.
    Latin,
}

impl Script {
    /// The script of a letter, if it is one of these.
    #[must_use]
    pub fn of_letter(c: char) -> Option<Self> {
        match c {
            '\u{400}'..='\u{52f}' => Some(Script::Cyrillic),
            '\u{10a0}'..='\u{10ff}' | '\u{1c90}'..='\u{1cbf}' => Some(Script::Georgian),
            _ if c.is_alphabetic()
                && matches!(c, 'A'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') =>
            {
                Some(Script::Latin)
            }
            _ => None,
        }
    }

    /// The script a language is written in, by its tag.
    #[must_use]
    pub fn of_language(tag: &str) -> Self {
        match tag {
            "ru" | "uk" | "be" | "bg" | "sr" | "mk" | "kk" | "ky" | "mn" | "tg" => Script::Cyrillic,
            "ka" => Script::Georgian,
            _ => Script::Latin,
        }
    }
}

/// The language of a tag, without region and encoding: `ru_RU.UTF-8` is `ru`. None for what is no tag.
#[must_use]
pub fn language(tag: &str) -> Option<String> {
    let first = tag.trim().split(['_', '-', '.', '@']).next()?;
    let is_tag = (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
    is_tag.then(|| first.to_ascii_lowercase())
}

/// A word of a text that can be spelt right or wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// Its script.
    pub script: Script,
}

/// The words to be spelt. Left out are hashtags, mentions, links and addresses, whatever has a digit in it, up to four
/// capitals (СММ, НДС), single letters, words of two scripts, and scripts we have no language for.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut skipped = entities(text)
        .into_iter()
        .map(|(range, _)| range)
        .peekable();
    let mut at = 0;
    while let Some(len) = text.get(at..).and_then(|rest| rest.find(is_part)) {
        let start = at + len;
        let rest = text.get(start..).unwrap_or_default();
        let end = start + rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        at = end;
        while skipped.next_if(|range| range.end <= start).is_some() {}
        if let Some(range) = skipped.peek().filter(|range| range.start < end) {
            at = at.max(range.end);
            continue;
        }
        let run = text.get(start..end).unwrap_or_default();
        let is_edge = |c: char| !c.is_alphanumeric() && !is_combining_mark(c);
        let bare = run.trim_matches(is_edge);
        let start = start + (run.len() - run.trim_start_matches(is_edge).len());
        if let Some(script) = script(bare) {
            found.push(Word {
                range: start..start + bare.len(),
                script,
            });
        }
    }
    found
}

/// What holds a word together, and what makes it something else: an address, a path, a file.
fn is_part(c: char) -> bool {
    c.is_alphanumeric()
        || is_combining_mark(c)
        || matches!(c, '\'' | '’' | '-' | '‑' | '_' | '@' | '/' | '.')
}

/// The one script of a word that is to be spelt.
fn script(word: &str) -> Option<Script> {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let script = Script::of_letter(letters.next()?)?;
    let second = letters.next()?;
    let is_one = |c| Script::of_letter(c) == Some(script);
    let is_word = |c: char| c.is_alphabetic() || is_combining_mark(c) || "'’-‑".contains(c);
    let length = word.chars().count();
    let is_short_name = length <= 4 && word.chars().all(char::is_uppercase);
    (is_one(second) && letters.all(is_one) && word.chars().all(is_word) && !is_short_name)
        .then_some(script)
}

/// A word as dictionaries spell it: a plain apostrophe and hyphen, and no stress mark on a Russian vowel.
#[must_use]
pub fn plain(word: &str) -> Cow<'_, str> {
    if !word.contains(['’', '‑', '\u{301}', '\u{300}']) {
        return Cow::Borrowed(word);
    }
    let mut before = None;
    let kept = word.chars().filter(|&c| {
        let is_stress = matches!(c, '\u{300}' | '\u{301}')
            && before.and_then(Script::of_letter) == Some(Script::Cyrillic);
        before = Some(c);
        !is_stress
    });
    kept.map(|c| match c {
        '’' => '\'',
        '‑' => '-',
        c => c,
    })
    .collect::<String>()
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        words(text)
            .into_iter()
            .map(|word| &text[word.range])
            .collect()
    }

    #[test]
    fn words_are_taken_whole_in_every_language() {
        assert_eq!(
            found("Кто-то, «сырники» (don’t)!"),
            ["Кто-то", "сырники", "don’t"]
        );
        assert_eq!(
            found("Bữa sáng. Hyvää päivää"),
            ["Bữa", "sáng", "Hyvää", "päivää"]
        );
        assert_eq!(found("ღვინო и за́мок"), ["ღვინო", "за́мок"]);
        assert_eq!(found("'тест' -да- конец."), ["тест", "да", "конец"]);
    }

    #[test]
    fn what_is_no_word_is_left_alone() {
        for text in [
            "#сырнеки",
            "@kolos",
            "https://kolos.ru/сырнеки",
            "me@kolos.ru",
            "kolos.ru",
            "файл.txt",
            "8k",
            "3д-тур",
            "СММ",
            "НДС",
            "SEO",
            "я",
            "a",
            "с\u{61}хар",
            "日本語",
            "и/или",
            "snake_case",
            "…",
            "-",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
        assert_eq!(found("АКЦИЯ"), ["АКЦИЯ"], "five capitals are a word");
    }

    #[test]
    fn scripts_and_tags_are_told_apart() {
        assert_eq!(words("слово word")[0].script, Script::Cyrillic);
        assert_eq!(words("слово word")[1].script, Script::Latin);
        assert_eq!(words("ქართული")[0].script, Script::Georgian);
        assert_eq!(language("ru_RU.UTF-8"), Some("ru".into()));
        assert_eq!(language(" KA-ge "), Some("ka".into()));
        for no_tag in ["", "../x", "r", "russian", "р у"] {
            assert_eq!(language(no_tag), None, "{no_tag}");
        }
    }

    #[test]
    fn dictionaries_know_no_stress_and_no_typographic_apostrophe() {
        assert_eq!(plain("за́мок"), "замок");
        assert_eq!(plain("don’t"), "don't");
        assert_eq!(plain("e\u{301}"), "e\u{301}");
        assert_eq!(plain("слово"), "слово");
    }
}
