//! Words of her clients: they are understood, and nothing else is understood otherwise.

use super::super::answer::read_with;
use super::*;
use crate::domain::verdict::Hers;

const PAGE: &str = "yes = [\"Погнали!\", \"🦄\", \"да пуляй\"]\nno = [\"отбой\"]\n";

fn told(page: &str) -> Vec<(usize, String)> {
    let mistakes = Hers::read(page).unwrap_err().into_iter();
    mistakes
        .map(|mistake| (mistake.line, mistake.words.key))
        .collect()
}

fn with(hers: &Hers, text: &str) -> Answer {
    let asked = Asked {
        code: "A",
        numbers: &[1, 2, 3],
        other_codes: &["B".to_owned()],
    };
    read_with(text, &asked, Some(hers.lexicon()))
}

#[test]
fn her_clients_words_are_verdicts() {
    let page = Hers::read(PAGE).unwrap();
    for (hers, ours) in [
        ("A1 погнали!", "A1 да!"),
        ("A1 ПОГНАЛИ\nA2 отбой", "A1 да\nA2 нет"),
        ("A2 🦄", "A2 👍"),
        ("A3 да пуляй", "A3 да"),
    ] {
        let verdicts = |answer: &Answer| -> Vec<_> {
            let items = answer.items.iter();
            items.map(|item| (item.number, item.verdict)).collect()
        };
        assert_eq!(
            verdicts(&with(&page, hers)),
            verdicts(&read(3, ours)),
            "{hers}"
        );
        assert!(!verdicts(&read(3, ours)).is_empty());
        assert_ne!(
            verdicts(&read(3, hers)),
            verdicts(&read(3, ours)),
            "{hers} is ours"
        );
    }
}

#[test]
fn what_says_none_of_her_words_is_read_as_before() {
    let hers = Hers::read(PAGE).unwrap();
    let mut read_so_far = 0;
    for line in include_str!("answers.txt").lines() {
        assert_eq!(with(&hers, line), read(3, line), "{line}");
        read_so_far += 1;
    }
    assert!(read_so_far > 300, "{read_so_far}");
}

#[test]
fn no_word_of_hers_turns_a_no_into_a_yes() {
    let page = "yes = [\"нет\", \"да не\", \"не\", \"не надо\", \".\", \"?\", \"100\", \"on\"]\n";
    let mistakes = told(page);
    assert_eq!(mistakes.len(), 8, "{mistakes:?}");
    assert!(
        mistakes
            .iter()
            .all(|(line, key)| *line == 1 && key.starts_with("list-"))
    );
    assert_eq!(told("yess = []\n")[0].1, "page-unknown-near");
    assert_eq!(
        told("yes = [\"пуляй\"]\nno = [\"Пуляй\"]\n"),
        [(2, "list-twice".to_owned())]
    );
}
