//! All languages say the same things, and say them right.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use fluent_bundle::{FluentBundle, FluentResource};

use super::phrasebook::{Phrase, Phrasebook, list_phrases};
use super::{Lang, Language, Locale, Shelf};
use crate::action::Action;
use crate::domain::tongue::Tongue;
use crate::domain::verdict::{Asked, Doubt, read_answer};
use crate::domain::when::WhenError;
use crate::domain::words::Words;

/// Every shelf of the interface and of the clients.
fn shelves() -> impl Iterator<Item = &'static Shelf> {
    let interface = Lang::ALL.iter().map(|lang| lang.shelf());
    interface.chain(clients())
}

/// The shelves clients read from, English first.
fn clients() -> impl Iterator<Item = &'static Shelf> {
    Tongue::ALL.iter().map(|tongue| tongue.shelf())
}

/// The keys of one area with the arguments each of them weaves in, read from the text of the file.
fn keys_and_arguments(file: &'static str) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut keys: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let (mut key, mut depth) = ("", 0);
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once('=')
            && line.starts_with(|c: char| c.is_ascii_alphabetic())
        {
            key = name.trim();
            assert!(keys.insert(key, BTreeSet::new()).is_none(), "{key} twice");
        }
        for (at, c) in line.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                '$' if depth > 0 => {
                    let rest = &line[at + 1..];
                    let end = rest
                        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
                        .unwrap_or(rest.len());
                    keys.entry(key).or_default().insert(&rest[..end]);
                }
                _ => {}
            }
        }
        assert!(depth >= 0, "a brace too many after {key}");
    }
    assert_eq!(depth, 0, "a brace is never closed");
    keys
}

#[test]
fn every_language_has_the_same_keys_with_the_same_arguments() {
    let pairs = Lang::ALL
        .iter()
        .map(|lang| (Lang::En.shelf(), lang.shelf()))
        .chain(clients().map(|shelf| (Tongue::En.shelf(), shelf)));
    for (english, shelf) in pairs {
        assert_eq!(english.files.len(), shelf.files.len(), "{}", shelf.tag);
        for ((area, english), (_, theirs)) in english.files.iter().zip(shelf.files) {
            let (english, theirs) = (keys_and_arguments(english), keys_and_arguments(theirs));
            assert_eq!(english, theirs, "{area}.ftl in {}", shelf.tag);
        }
    }
}

#[test]
fn a_key_lives_in_one_area_only() {
    for shelf in [Lang::En.shelf(), Tongue::En.shelf()] {
        let mut home: HashMap<&str, &str> = HashMap::new();
        for (area, file) in shelf.files {
            for key in keys_and_arguments(file).into_keys() {
                let other = home.insert(key, area);
                assert_eq!(other, None, "{key} is also in {area}");
            }
        }
        assert!(home.len() > 100);
    }
}

#[test]
fn every_file_is_readable_to_the_last_message() {
    for shelf in shelves() {
        for (area, file) in shelf.files {
            let read = FluentResource::try_new((*file).to_owned());
            assert!(
                read.is_ok(),
                "{area}.ftl in {}: {:?}",
                shelf.tag,
                read.err().map(|e| e.1)
            );
        }
    }
}

/// Our one walk over the lines must see what Fluent's own parser and resolver see.
#[test]
fn plain_words_are_exactly_what_fluent_would_say() {
    for shelf in shelves() {
        let mut bundle = FluentBundle::new(vec![shelf.tag.parse().unwrap()]);
        for (_, file) in shelf.files {
            let resource = FluentResource::try_new((*file).to_owned()).unwrap();
            bundle.add_resource(resource).unwrap();
        }
        let book = Phrasebook::open(shelf);
        let mut plain = 0;
        for (key, phrase) in book.phrases() {
            let message = bundle
                .get_message(key)
                .unwrap_or_else(|| panic!("{key} is not a message"));
            if let Phrase::Plain(words) = phrase {
                let value = message.value().unwrap();
                assert_eq!(
                    bundle.format_pattern(value, None, &mut vec![]),
                    words,
                    "{key}"
                );
                plain += 1;
            }
        }
        assert!(plain > 50);
    }
}

#[test]
fn a_phrase_over_more_lines_is_left_to_fluent() {
    let mut phrases = HashMap::new();
    let file = "# c = 1\none = a\r\ntwo = b\n\n    goes on\nthree =\n    below\nfour = { $n }\nfive = e\n    .hint = f\n-six = g\n    h\nseven = i = j\n";
    list_phrases(file, 7, &mut phrases);
    assert_eq!(phrases.remove("one"), Some(Phrase::Plain("a")));
    assert_eq!(phrases.remove("seven"), Some(Phrase::Plain("i = j")));
    for key in ["two", "three", "four", "five"] {
        assert_eq!(phrases.remove(key), Some(Phrase::Woven(7)), "{key}");
    }
    assert!(phrases.is_empty(), "{phrases:?}");
}

#[test]
fn russian_counts_like_a_russian() {
    let ru = Locale::new(Lang::Ru);
    let looked = |n: usize| ru.words(&Words::new("lint-looked").with("n", n).with("found", 7));
    assert_eq!(looked(87), "просмотрено 87 постов, найдено 7");
    assert_eq!(looked(1), "просмотрен 1 пост, найдено 7");
    let posts = |n: i64| ru.say("posts", &[("n", n.into())]);
    assert_eq!(posts(1), "1 пост");
    assert_eq!(posts(2), "2 поста");
    assert_eq!(posts(5), "5 постов");
    assert_eq!(posts(11), "11 постов");
    assert_eq!(posts(21), "21 пост");
    assert_eq!(posts(0), "0 постов");
    assert_eq!(posts(1_000_001), "1\u{a0}000\u{a0}001 пост");
    let en = Locale::new(Lang::En);
    assert_eq!(en.say("posts", &[("n", 1.into())]), "1 post");
    assert_eq!(en.say("posts", &[("n", 21_usize.into())]), "21 posts");
}

/// A Russian count with `one` needs `few` and `many` beside it, or half of all numbers read wrong.
#[test]
fn no_russian_plural_is_half_done() {
    let files = [Lang::Ru.shelf(), Tongue::Ru.shelf()].map(|shelf| shelf.files);
    for (area, file) in files.concat() {
        for select in file.split("->").skip(1) {
            let variants: String = select
                .lines()
                .take_while(|line| line.trim() != "}")
                .collect();
            if variants.contains("[one]") {
                let whole = variants.contains("[few]") && variants.contains("[many]");
                assert!(whole, "{area}.ftl:{variants}");
            }
        }
    }
}

/// The keys of a shelf with their words, those over more lines too.
fn words_of(shelf: &Shelf) -> BTreeMap<&'static str, String> {
    let mut words: BTreeMap<&str, String> = BTreeMap::new();
    let mut key = "";
    for line in shelf.files.iter().flat_map(|(_, file)| file.lines()) {
        if line.starts_with(|c: char| c.is_ascii_alphabetic())
            && let Some((name, rest)) = line.split_once('=')
        {
            key = name.trim();
            words.insert(key, rest.trim().to_owned());
        } else if !line.starts_with('#') && !line.is_empty() {
            words.entry(key).or_default().push_str(line);
        }
    }
    words
}

/// What is the same in English is a pattern, or one of the words that really are the same.
#[test]
fn nothing_a_client_reads_was_left_in_english() {
    let same = [
        "format-video",
        "client-minutes",
        "packet-sample-yes",
        "number-decimal-mark",
    ];
    let english = words_of(Tongue::En.shelf());
    let is_pattern = |words: &str| {
        let outside: String = words
            .split('{')
            .map(|part| part.split_once('}').map_or(part, |(_, after)| after))
            .collect();
        !outside.contains(char::is_alphabetic)
    };
    for shelf in clients().skip(1) {
        for (key, words) in words_of(shelf) {
            let copied = words == english[key] && !is_pattern(&words) && !same.contains(&key);
            assert!(!copied, "{key} in {}: {words}", shelf.tag);
        }
    }
}

/// Russian and Georgian have their own letters: Latin ones in their sentences are left over from somewhere.
#[test]
fn every_language_keeps_to_its_letters() {
    for shelf in [Tongue::Ru.shelf(), Tongue::Ka.shelf()] {
        for (key, words) in words_of(shelf) {
            let said: String = words
                .split('{')
                .map(|part| part.rsplit('}').next().unwrap_or(part))
                .filter(|part| !part.contains("->"))
                .collect();
            let said = said.replace("[one]", "").replace("[few]", "");
            let said = said.replace("*[many]", "").replace("*[other]", "");
            let latin = said.chars().any(|c| c.is_ascii_alphabetic());
            assert!(!latin, "{key} in {}: {said}", shelf.tag);
        }
    }
}

#[test]
fn a_missing_key_is_shown_and_a_missing_value_does_not_stop_the_day() {
    let ru = Locale::new(Lang::Ru);
    assert_eq!(ru.text("no-such-key"), "⟦no-such-key⟧");
    assert_eq!(ru.say("", &[]), "⟦⟧");
    assert_eq!(ru.text("span-days"), "{$n} дн");
}

#[test]
fn what_strangers_wrote_is_never_read_as_a_pattern() {
    let en = Locale::new(Lang::En);
    let nasty = "{ $n } { posts } \u{7b}\"x\"} \"";
    let said = en.say("keymap-unknown-action", &[("id", nasty.into())]);
    assert_eq!(said, format!("there is no action “{nasty}”"));
}

#[test]
fn the_language_is_read_from_any_locale_tag() {
    assert_eq!(Lang::from_tag("ru_RU.UTF-8"), Some(Lang::Ru));
    assert_eq!(Lang::from_tag("ru-RU"), Some(Lang::Ru));
    assert_eq!(Lang::from_tag(" RU@petr"), Some(Lang::Ru));
    assert_eq!(Lang::from_tag("en_GB"), Some(Lang::En));
    for unknown in ["C", "POSIX", "", "rus", "ka_GE.UTF-8", "\u{1b}[31m"] {
        assert_eq!(Lang::from_tag(unknown), None, "{unknown:?}");
    }
}

#[test]
fn every_action_has_a_short_title_and_a_sentence() {
    for lang in Lang::ALL {
        let locale = Locale::new(*lang);
        for action in Action::ALL {
            let title = locale.text(&action.title_key()).into_owned();
            let long = locale
                .text(&format!("{}-long", action.title_key()))
                .into_owned();
            assert!(
                !title.contains('⟦') && !long.contains('⟦'),
                "{title} {long}"
            );
            assert!(title.chars().count() <= 12, "{title} does not fit a footer");
            assert!(long.ends_with('.'), "{long}");
        }
    }
}

#[test]
fn every_doubt_about_an_answer_is_a_sentence() {
    let asked = Asked {
        code: "A",
        numbers: &[1, 2, 3],
        other_codes: &["B".to_owned()],
    };
    let answer = read_answer("сезон\nA1 ок?\nA2 ок\nA2 нет\nA3\nB1 да\nA9 да", &asked);
    assert_eq!(answer.doubts.len(), 6, "{answer:?}");
    for lang in Lang::ALL {
        let locale = Locale::new(*lang);
        for doubt in answer
            .doubts
            .iter()
            .chain(&[Doubt::CutShort, Doubt::NothingSaid])
        {
            let said = locale.words(&doubt.words(asked.code));
            assert!(!said.contains(['⟦', '{', '\n']), "{said}");
        }
    }
    let ru = Locale::new(Lang::Ru);
    let unclear = ru.words(&answer.doubts[0].words("A"));
    assert_eq!(unclear, "A1: «ок?» — это да, правки или нет?");
    let endless = Doubt::Nowhere {
        words: "слово\n".repeat(100),
    };
    assert!(ru.words(&endless.words("A")).chars().count() < 170);
}

#[test]
fn titles_in_the_palette_are_told_apart() {
    for lang in Lang::ALL {
        let locale = Locale::new(*lang);
        let titles: BTreeSet<String> = Action::ALL
            .iter()
            .map(|a| locale.text(&a.title_key()).into_owned())
            .collect();
        assert_eq!(titles.len(), Action::ALL.len(), "in {}", lang.tag());
    }
}

/// Some sixty words stand on every frame: they must be lent, not built.
#[test]
fn plain_words_cost_nothing() {
    let ru = Locale::new(Lang::Ru);
    assert!(matches!(ru.text("action-item-add"), Cow::Borrowed(_)));
}

#[test]
fn one_voice_serves_the_window_and_its_workers() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Locale::new(Lang::Ru));
}

/// One line under the prompt of the narrowest window must hold the whole sentence.
#[test]
fn every_refusal_of_a_time_is_said_in_one_line() {
    let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    let noon = |it: u32| day(it).and_hms_opt(12, 30, 0).unwrap();
    let word = "завтрак".to_owned();
    let (first, second) = (day(27), day(28));
    for error in [
        WhenError::NotATime { word: word.clone() },
        WhenError::NoSuchTime { word },
        WhenError::DayOrMonth {
            first: 10,
            second: 12,
        },
        WhenError::TwoDays { first, second },
        WhenError::TwoTimes {
            first: noon(27).time(),
            second: noon(27).time(),
        },
        WhenError::TwoMoments {
            first: noon(27),
            second: noon(28),
        },
        WhenError::DayOrHour {
            day: first,
            at: noon(28),
        },
        WhenError::NoHour,
        WhenError::NoDay,
        WhenError::NoSuchDay { day: 31, month: 2 },
        WhenError::NoLeapDay { year: 2027 },
        WhenError::WrongWeekday { date: day(25) },
        WhenError::DaysDiffer { first, second },
        WhenError::Past { at: noon(27) },
        WhenError::JustPassed { at: noon(20) },
        WhenError::TooFar,
    ] {
        for lang in Lang::ALL {
            let said = Locale::new(*lang).words(&error.words());
            assert!(!said.contains(['⟦', '{']), "{said}");
            assert!(said.chars().count() <= 76, "{said}");
        }
    }
    let words = WhenError::WrongWeekday { date: day(28) }.words();
    assert!(Locale::new(Lang::Ru).words(&words).contains("суббота"));
    assert!(Locale::new(Lang::En).words(&words).contains("Saturday"));
}
