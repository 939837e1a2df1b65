//! One option is changed and every other byte stays, whatever the file looks like.

use proptest::prelude::*;
use proptest::test_runner::{Config as Times, TestRunner};

use super::super::*;

/// A line of a file somebody wrote: an option of the outermost table, or none.
#[derive(Debug, Clone)]
struct Written {
    key: Option<usize>,
    text: String,
}

/// Every option with values it may have, as people spell them.
const SPELLINGS: [(&str, [&str; 3]); 9] = [
    ("language", ["\"ru\"", "'en'", "\"\""]),
    ("zone", ["\"Europe/Moscow\"", "''", "\"Asia/Tbilisi\""]),
    (
        "hours",
        [
            "\"Mon-Fri 9-18\"",
            "\"\"\"daily 7-23\"\"\"",
            "\"\\u0064aily 7-23\"",
        ],
    ),
    ("theme", ["\"dark\"", "\"auto\"", "'mono'"]),
    ("pictures", ["\"off\"", "'auto'", "\"blocks\""]),
    ("clock", ["true", "false", "true"]),
    ("mouse", ["false", "true", "false"]),
    (
        "on_due",
        [
            "[]",
            "[\"ring\", 'x']",
            "[\n  \"ring\", # loudly\n  \"twice\",\n]",
        ],
    ),
    ("notify", ["true", "false", "true"]),
];

/// Comments that look like other things.
const COMMENTS: [&str; 6] = [
    "# мой пояс",
    "#",
    "# zone = \"x\" ещё",
    "#  [daemon]",
    "# = ]] \"",
    "#\tnotify = 1",
];

/// The option's name with its table.
fn whole(key: usize) -> &'static str {
    OPTIONS[key].0
}

fn comment() -> impl Strategy<Value = String> {
    prop::sample::select(&COMMENTS[..]).prop_map(str::to_owned)
}

/// A line that says nothing.
fn silent() -> impl Strategy<Value = Written> {
    let blank = prop::sample::select(&["", "  ", "\t"][..]).prop_map(str::to_owned);
    prop_oneof![blank, comment()].prop_map(|text| Written { key: None, text })
}

/// A line that says an option, indented and commented as it comes.
fn saying(key: usize) -> impl Strategy<Value = Written> {
    let space = || prop::sample::select(&["", " ", "  ", "\t"][..]);
    let after = prop_oneof![
        Just(String::new()),
        comment().prop_map(|it| format!("  {it}"))
    ];
    (space(), space(), space(), 0..3_usize, after).prop_map(
        move |(before, left, right, spelt, after)| {
            let (name, spellings) = SPELLINGS[key];
            let text = format!("{before}{name}{left}={right}{}{after}", spellings[spelt]);
            Written {
                key: Some(key),
                text,
            }
        },
    )
}

/// Some of these options in any order, with silent lines between them.
fn section(keys: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Written>> {
    let all: Vec<usize> = keys.collect();
    let some = proptest::sample::subsequence(all.clone(), 0..=all.len()).prop_shuffle();
    let lines = some.prop_flat_map(|keys| keys.into_iter().map(saying).collect::<Vec<_>>());
    (lines, prop::collection::vec((silent(), 0..20_usize), 0..6)).prop_map(
        |(mut lines, between)| {
            for (line, at) in between {
                let at = at.min(lines.len());
                lines.insert(at, line);
            }
            lines
        },
    )
}

/// A whole file: its lines, the mark at its start, the ends of its lines, whether the last one is ended.
fn file() -> impl Strategy<Value = (String, Vec<usize>)> {
    let header = prop_oneof![
        Just("[daemon]"),
        Just(" [ daemon ]  # звонок"),
        Just("\t[daemon]")
    ];
    let table = prop::option::of((header, section(7..9)));
    let shape = (any::<bool>(), any::<bool>(), any::<bool>());
    (section(0..7), table, shape).prop_map(|(top, table, (mark, crlf, ended))| {
        let mut lines = top;
        if let Some((header, inside)) = table {
            let text = header.to_owned();
            lines.push(Written { key: None, text });
            lines.extend(inside);
        }
        let said = lines.iter().filter_map(|line| line.key).collect();
        let texts: Vec<String> = lines.into_iter().map(|line| line.text).collect();
        let mut text = texts.join("\n");
        if ended && !text.is_empty() {
            text.push('\n');
        }
        let text = if crlf {
            text.replace('\n', "\r\n")
        } else {
            text
        };
        (
            format!("{}{text}", if mark { "\u{feff}" } else { "" }),
            said,
        )
    })
}

/// The longest start and end that two texts share.
fn changed<'t>(old: &'t str, new: &'t str) -> (&'t str, &'t str) {
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs
            .take_while(|(a, b)| a == b)
            .map(|(a, _)| a.len_utf8())
            .sum()
    };
    let start = same(&mut old.chars().zip(new.chars()));
    let end = same(&mut old[start..].chars().rev().zip(new[start..].chars().rev()));
    (&old[start..old.len() - end], &new[start..new.len() - end])
}

/// Sets an option, looks at what became of the bytes, and takes it out again.
fn set_and_unset(
    text: &str,
    said: &[usize],
    key: usize,
    spelt: usize,
) -> Result<(), TestCaseError> {
    let before =
        Config::read(text, &[]).map_err(|wrong| TestCaseError::fail(format!("{wrong:?}")))?;
    let value = Config::read(&as_file(key, SPELLINGS[key].1[spelt]), &[]).unwrap();
    let literal = value.config.value(whole(key)).unwrap();
    let new = set(text, whole(key), &literal.to_string(), &[]).unwrap();
    let after = Config::read(&new, &[]).unwrap();
    for (option, _) in OPTIONS {
        let expected = if option == whole(key) {
            &value.config
        } else {
            &before.config
        };
        prop_assert_eq!(after.config.value(option), expected.value(option));
    }
    let (gone, come) = changed(text, &new);
    if said.contains(&key) {
        prop_assert!(
            !gone.contains('#') || gone.contains("loudly"),
            "{gone:?} was lost"
        );
        prop_assert!(!come.contains('\n'), "{come:?} came");
    } else {
        prop_assert_eq!(gone, "", "nothing may go");
        let line = format!("{} = {literal}", SPELLINGS[key].0);
        prop_assert!(
            new.lines()
                .any(|it| it.trim_start_matches('\u{feff}') == line),
            "{new:?}"
        );
        let back = unset(&new, whole(key), &[]).unwrap().unwrap();
        // A last line that was never ended is ended now, and a table that was begun stays.
        let rest = back.strip_prefix(text).unwrap_or("lost");
        prop_assert!(
            ["", "[daemon]"].contains(&rest.trim()),
            "{text:?} became {back:?}"
        );
    }
    if text.contains("\r\n") {
        prop_assert!(!new.replace("\r\n", "").contains('\n'), "{new:?}");
    }
    let again = set(&new, whole(key), &literal.to_string(), &[]).unwrap();
    prop_assert_eq!(again, new);
    Ok(())
}

/// A file that says this one option.
fn as_file(key: usize, spelling: &str) -> String {
    let header = if key < 7 { "" } else { "[daemon]\n" };
    format!("{header}{} = {spelling}\n", SPELLINGS[key].0)
}

#[test]
fn one_option_changes_and_every_other_byte_stays() {
    let cases = std::env::var("POSTDESK_FILES")
        .ok()
        .and_then(|text| text.parse().ok());
    let mut runner = TestRunner::new(Times {
        cases: cases.unwrap_or(300),
        ..Times::default()
    });
    let way = (file(), 0..SPELLINGS.len(), 0..3_usize);
    runner
        .run(&way, |((text, said), key, spelt)| {
            set_and_unset(&text, &said, key, spelt)
        })
        .unwrap();
}

#[test]
fn an_option_comes_behind_its_explanation_and_keeps_what_stands_behind_it() {
    let ru = set(EXAMPLE, "language", "\"ru\"", &[]).unwrap();
    assert!(
        ru.contains("# language = \"\"\nlanguage = \"ru\"\n"),
        "{ru}"
    );
    let quiet = set(&ru, "daemon.notify", "false", &[]).unwrap();
    assert!(quiet.ends_with("# notify = true\nnotify = false\n"));
    assert_eq!(unset(&quiet, "daemon.notify", &[]), Ok(Some(ru.clone())));
    assert_eq!(unset(&ru, "language", &[]), Ok(Some(EXAMPLE.to_owned())));
    assert_eq!(unset(EXAMPLE, "language", &[]), Ok(None));
    assert_eq!(
        set("clock = true # ticks\r\n# end", "clock", "false", &[]).unwrap(),
        "clock = false # ticks\r\n# end"
    );
}

#[test]
fn what_would_be_a_mistake_is_not_written() {
    let wrong = |text: &str, key: &str, literal: &str| {
        let Err(Unplaced::Mistakes(mistakes)) = set(text, key, literal, &[]) else {
            panic!("{text} took {key} = {literal}");
        };
        mistakes[0].words.key.clone()
    };
    assert_eq!(wrong("", "language", "\"de\""), "page-no-choice");
    assert_eq!(
        wrong("clokc = true\n", "mouse", "true"),
        "page-unknown-near"
    );
    assert_eq!(wrong("= =\n", "mouse", "true"), "page-syntax");
    assert_eq!(wrong("", "theme", "\"plum\""), "page-no-choice");
    assert!(set("", "theme", "\"plum\"", &["plum".to_owned()]).is_ok());
    // A wrong line is mended by setting it.
    assert_eq!(
        set("clock = 1\n", "clock", "true", &[]).unwrap(),
        "clock = true\n"
    );
}

#[test]
fn tables_are_written_as_she_writes_them() {
    let dotted = "daemon.notify = true # yes\ndaemon.on_due = []\n";
    assert_eq!(
        set(dotted, "daemon.notify", "false", &[]).unwrap(),
        "daemon.notify = false # yes\ndaemon.on_due = []\n"
    );
    assert_eq!(
        set(
            "daemon.notify = true\nclock = true\n",
            "daemon.on_due",
            "[]",
            &[]
        )
        .unwrap(),
        "daemon.notify = true\ndaemon.on_due = []\nclock = true\n"
    );
    let inline = "daemon = { notify = true }\n";
    assert_eq!(
        set(inline, "daemon.notify", "false", &[]).unwrap(),
        "daemon = { notify = false }\n"
    );
    assert_eq!(
        set(inline, "daemon.on_due", "[]", &[]),
        Err(Unplaced::ByHand)
    );
    assert_eq!(unset(inline, "daemon.notify", &[]), Err(Unplaced::ByHand));
    assert_eq!(
        set("clock = true", "daemon.notify", "false", &[]).unwrap(),
        "clock = true\n\n[daemon]\nnotify = false\n"
    );
    assert_eq!(
        set("[daemon]\nnotify = true\n", "clock", "false", &[]).unwrap(),
        "clock = false\n[daemon]\nnotify = true\n"
    );
}
