//! Words of time of her own: they are understood, and nothing else is understood otherwise.

use super::*;

const PAGE: &str = "evening = [\"повечеру\"]\nnoon = [\"ланчик\", \"в самый ланчик\"]\n[weekdays]\nfri = [\"=pyat'nitsa\", \"ПЯТНИЧКА\"]\n";

fn with(hers: &Hers, phrase: &str) -> Result<When, WhenError> {
    let scene = Scene {
        now: now(),
        zone: KAZAN,
    };
    parse_with(phrase, scene, Some(hers.lexicon()))
}

fn told(page: &str) -> Vec<(usize, String)> {
    let mistakes = Hers::read(page).unwrap_err().into_iter();
    mistakes
        .map(|mistake| (mistake.line, mistake.words.key))
        .collect()
}

#[test]
fn her_words_are_times() {
    let hers = Hers::read(PAGE).unwrap();
    for (phrase, wanted) in [
        ("завтра в ланчик", "2026-11-25 12:00"),
        ("завтра повечеру в 7", "2026-11-25 19:00"),
        ("пятничка 18:30", "2026-11-27 18:30"),
    ] {
        let when = with(&hers, phrase).unwrap();
        assert_eq!(
            when.local.format("%Y-%m-%d %H:%M").to_string(),
            wanted,
            "{phrase}"
        );
        assert!(
            parse(phrase, now(), KAZAN).is_err(),
            "{phrase} is ours already"
        );
    }
}

#[test]
fn what_says_none_of_her_words_is_read_as_before() {
    let hers = Hers::read(PAGE).unwrap();
    let mut read = 0;
    for (language, phrase, _) in table() {
        let read_with_hers = with(&hers, phrase);
        assert_eq!(
            read_with_hers,
            parse(phrase, now(), KAZAN),
            "{language} {phrase}"
        );
        read += 1;
    }
    assert!(read > 300, "{read}");
}

#[test]
fn words_that_mean_something_already_are_refused() {
    let page = "evening = [\"завтра\", \"завтра вечером\", \"утром 9\", \"...\", \"18:30\"]\n[weekdays]\nmon = [\"вт\"]\n[means]\nlunch = \"noon\"\n[numbers]\n7 = [\"семёрка\"]\n99 = [\"сто\"]\n";
    let known = (1, "list-known".to_owned());
    assert_eq!(
        told(page),
        [
            known.clone(),
            known.clone(),
            known.clone(),
            known.clone(),
            known,
            (3, "list-known".to_owned()),
            (4, "page-unknown".to_owned()),
            (8, "page-unknown-near".to_owned()),
        ]
    );
    assert_eq!(told("evenign = []\n")[0].1, "page-unknown-near");
}
