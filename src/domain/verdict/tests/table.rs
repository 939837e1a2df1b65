//! The table of answers.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// One answer and what a careful person takes from it.
struct Case<'a> {
    language: &'a str,
    posts: u32,
    code: &'a str,
    text: String,
    wanted: BTreeSet<String>,
}

fn cases() -> Vec<Case<'static>> {
    let file = include_str!("answers.txt");
    let mut cases = Vec::new();
    let mut lines = file.lines().filter(|line| !line.starts_with("# "));
    while let Some(head) = lines.by_ref().find(|line| line.starts_with('[')) {
        let mut head = head.trim_matches(['[', ']']).split(' ');
        let (language, posts) = (head.next().unwrap(), head.next().unwrap().parse().unwrap());
        let code = head.next().unwrap_or("A");
        let mut text = Vec::new();
        let wanted = loop {
            let line = lines.next().unwrap();
            match line.strip_prefix("=>") {
                Some(wanted) => break wanted,
                None => text.push(line),
            }
        };
        cases.push(Case {
            language,
            posts,
            code,
            text: text.join("\n"),
            wanted: wanted
                .split('|')
                .flat_map(|part| one_by_one(part.trim()))
                .collect(),
        });
    }
    cases
}

/// "1,2 yes" is two verdicts.
fn one_by_one(part: &str) -> Vec<String> {
    match part
        .strip_suffix(" yes")
        .filter(|numbers| !numbers.contains(' '))
    {
        Some(numbers) => numbers
            .split(',')
            .map(|number| format!("{number} yes"))
            .collect(),
        None => vec![part.to_owned()],
    }
}

/// The answer in the words of the table.
fn told(answer: &Answer) -> BTreeSet<String> {
    let flat = |words: &str| words.replace('\n', "\\n");
    let line = |start: String, words: &str| format!("{start}: {}", flat(words)).trim().to_owned();
    let said = answer.items.iter().map(|said| match said.verdict {
        Verdict::Yes => format!("{} yes", said.number),
        verdict => line(format!("{} {}", said.number, verdict.word()), &said.words),
    });
    let doubts = answer.doubts.iter().map(|doubt| match doubt {
        Doubt::Unclear { number, words } => line(format!("?{number}"), words),
        Doubt::Bare { number } => format!("={number}"),
        Doubt::Twice { number, words } => line(format!("!{number}"), words),
        Doubt::OtherPacket { code, number } => format!("@{code}{number}"),
        Doubt::NoSuchItem { code, number } => format!("#{code}{number}"),
        Doubt::Nowhere { words } => line("~".to_owned(), words),
        Doubt::CutShort => "cut".to_owned(),
        Doubt::NothingSaid => "nothing".to_owned(),
    });
    said.chain(doubts).collect()
}

#[test]
fn answers_mean_what_a_careful_person_takes_from_them() {
    let mut wrong = Vec::new();
    let mut languages: BTreeMap<&str, u32> = BTreeMap::new();
    let mut doubtful = 0;
    let cases = cases();
    for case in &cases {
        let numbers: Vec<u32> = (1..=case.posts).collect();
        let other = if case.code == "A" { "B" } else { "A" };
        let asked = Asked {
            code: case.code,
            numbers: &numbers,
            other_codes: &[other.to_owned()],
        };
        let answer = read_answer(&case.text, &asked);
        let told = told(&answer);
        if told != case.wanted {
            wrong.push(format!(
                "[{}] {}\n  got    {told:?}\n  wanted {:?}",
                case.language, case.text, case.wanted
            ));
        }
        *languages.entry(case.language).or_default() += 1;
        doubtful += u32::from(!answer.doubts.is_empty());
        let spoken = answer.items.len() + answer.silent.len();
        let asked_of = told
            .iter()
            .filter(|part| part.starts_with(['?', '=', '!']))
            .count();
        assert_eq!(spoken + asked_of, numbers.len(), "{}", case.text);
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
    assert!(
        cases.len() >= 150 && doubtful >= 40,
        "{} {doubtful}",
        cases.len()
    );
    assert!(
        languages.len() == 5 && languages.values().all(|count| *count >= 25),
        "{languages:?}"
    );
}
