//! Which of the languages of a client's ready answers a message is written in: by its letters, never by more.

/// How well a language fits a text: not at all, by its script, by its own letters or words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Another script.
    Foreign,
    /// The same script.
    Script,
    /// Letters or words that give it away.
    Certain,
}

/// How well this language tag fits a text. A text without letters fits every language alike.
pub(super) fn fit(tag: &str, text: &str) -> Fit {
    let lower = text.to_lowercase();
    let Some(script) = script_of(&lower) else {
        return Fit::Script;
    };
    let tongue = tag.split(['-', '_']).next().unwrap_or_default();
    let home = HOMES
        .iter()
        .find(|(of, _)| of.contains(&tongue))
        .map_or(Script::Latin, |(_, script)| *script);
    if home != script {
        return Fit::Foreign;
    }
    let certain = TELLING
        .iter()
        .filter(|(of, _, _)| *of == tongue)
        .any(|(_, letters, words)| {
            lower.contains(|c| letters.contains(c))
                || lower
                    .split(|c: char| !c.is_alphabetic())
                    .any(|word| words.contains(&word))
        });
    if certain { Fit::Certain } else { Fit::Script }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Georgian,
    Greek,
    Armenian,
    Hebrew,
    Arabic,
    Other,
}

/// Languages that do not write in Latin letters.
const HOMES: &[(&[&str], Script)] = &[
    (
        &["ru", "uk", "be", "bg", "sr", "mk", "kk", "tt", "ky", "mn"],
        Script::Cyrillic,
    ),
    (&["ka"], Script::Georgian),
    (&["el"], Script::Greek),
    (&["hy"], Script::Armenian),
    (&["he"], Script::Hebrew),
    (&["ar", "fa", "ur"], Script::Arabic),
    (&["zh", "ja", "ko", "th", "hi"], Script::Other),
];

/// Letters and short words that one language has and its neighbours on a desk have not.
const TELLING: &[(&str, &str, &[&str])] = &[
    ("ru", "ыэъё", &["и", "что", "не", "как"]),
    ("uk", "іїєґ", &["і", "що", "та"]),
    ("be", "ўі", &["і", "што"]),
    ("kk", "әғқңөұүһі", &[]),
    ("tt", "әөүҗңһ", &[]),
    (
        "vi",
        "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
        &["ạ", "em", "bao", "nhiêu"],
    ),
    ("fi", "äö", &["on", "ja", "ei", "onko", "että", "tuo"]),
    ("de", "äöüß", &["und", "ist", "der", "die", "ich"]),
    ("es", "ñ¿¡", &["el", "que", "los", "para"]),
    ("fr", "çèêœ", &["le", "les", "et", "est", "vous"]),
    ("tr", "ğışç", &["bir", "ve", "mi"]),
    (
        "en",
        "",
        &["the", "you", "is", "to", "do", "and", "how", "it", "your"],
    ),
];

/// The script of most of its letters.
fn script_of(text: &str) -> Option<Script> {
    let mut seen: Vec<(Script, usize)> = Vec::new();
    for script in text.chars().filter(|c| c.is_alphabetic()).map(of_letter) {
        match seen.iter_mut().find(|(known, _)| *known == script) {
            Some((_, n)) => *n += 1,
            None => seen.push((script, 1)),
        }
    }
    seen.into_iter()
        .max_by_key(|(_, n)| *n)
        .map(|(script, _)| script)
}

const fn of_letter(c: char) -> Script {
    match c {
        '\u{370}'..='\u{3FF}' => Script::Greek,
        '\u{400}'..='\u{52F}' => Script::Cyrillic,
        '\u{530}'..='\u{58F}' => Script::Armenian,
        '\u{590}'..='\u{5FF}' => Script::Hebrew,
        '\u{600}'..='\u{6FF}' => Script::Arabic,
        '\u{10A0}'..='\u{10FF}' => Script::Georgian,
        _ if (c as u32) < 0x370 || matches!(c, '\u{1E00}'..='\u{1EFF}') => Script::Latin,
        _ => Script::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn her_clients_publics_are_told_apart() {
        assert_eq!(fit("ru", "Ждали заказ 50 минут, сырники"), Fit::Certain);
        assert_eq!(fit("vi", "Ждали заказ"), Fit::Foreign);
        assert_eq!(fit("vi", "Học phí lớp IELTS buổi tối?"), Fit::Certain);
        assert_eq!(fit("en", "Do you ship Saperavi to Germany?"), Fit::Certain);
        assert_eq!(fit("ka", "ძალიან გემრიელი"), Fit::Script);
        assert_eq!(fit("en", "ძალიან გემრიელი"), Fit::Foreign);
        assert_eq!(fit("fi", "Toimiiko tuo myös −30 asteessa?"), Fit::Certain);
        assert_eq!(fit("en", "Toimiiko tuo myös −30 asteessa?"), Fit::Script);
    }

    #[test]
    fn a_heart_is_written_in_every_language() {
        assert_eq!(fit("ru", "❤️ 5/5"), Fit::Script);
        assert_eq!(fit("", ""), Fit::Script);
    }
}
