//! The house rules, checked on the source: floors, doors, and the manners of every file.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};

/// Who lives on which floor. A module may look down, never up; rooms never look at each other.
const FLOORS: &[&[&str]] = &[
    &["domain"],
    &[
        "locale",
        "scheduler",
        "lint",
        "import",
        "report",
        "media",
        "store",
        "action",
        "neighbours",
        "proofreader",
    ],
    &["effect", "keys", "watch"],
    &["event", "ui", "env", "intake"],
    &["panes", "overlays", "config", "term", "demo"],
    &["app", "daemon"],
    &["cli"],
];

/// Words that only some modules may say.
const DOORS: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("crossterm", &["term"]),
    (
        "ratatui",
        &["ui", "panes", "overlays", "app", "term", "env"],
    ),
    ("fluent_bundle", &["locale"]),
    ("std::process::Command", &["term", "daemon", "media"]),
    ("ImageReader", &["media"]),
    ("UnixDatagram", &["neighbours"]),
    ("spellbook", &["proofreader"]),
];

/// Files that only tests see.
const STAGES: &[&str] = &["panes/stage.rs"];

/// Lines a file may have; a longer one holds more than one idea.
const LONGEST: usize = 400;

/// Names that say nothing about what lives there.
const EMPTY_NAMES: &[&str] = &[
    "utils", "util", "helpers", "helper", "common", "misc", "manager", "info", "base",
];

struct Source {
    path: PathBuf,
    module: String,
    text: String,
}

/// Every source file with its top module.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &root, &mut found);
    assert!(found.len() > 50, "the house is empty");
    found
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(root, &path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let inside = path.strip_prefix(root).unwrap();
            let first = inside.iter().next().unwrap().to_string_lossy();
            let module = first.trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&path).unwrap();
            found.push(Source {
                path: inside.to_owned(),
                module,
                text,
            });
        }
    }
}

/// The lines that are code: comments talk about anything, and a file's own tests may use what they like.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    text[..end]
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

/// The modules a line refers to by `crate::name`.
fn named(line: &str) -> impl Iterator<Item = &str> + '_ {
    line.match_indices("crate::").map(move |(at, word)| {
        let rest = &line[at + word.len()..];
        let end = rest
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(rest.len());
        &rest[..end]
    })
}

#[test]
fn every_module_has_its_floor() {
    for source in sources() {
        let known =
            ["main", "lib"].contains(&source.module.as_str()) || floor(&source.module).is_some();
        assert!(known, "{} lives on no floor", source.path.display());
    }
}

#[test]
fn nobody_looks_up() {
    let mut upward = Vec::new();
    for source in sources() {
        let Some(own) = floor(&source.module) else {
            continue;
        };
        for line in code(&source.text) {
            for name in named(line) {
                if floor(name).is_some_and(|other| other > own) {
                    upward.push(format!("{}: {}", source.path.display(), line.trim()));
                }
            }
        }
    }
    assert!(upward.is_empty(), "{upward:#?}");
}

#[test]
fn rooms_never_name_each_other() {
    let rooms = ["today", "plan", "drafts", "inbox", "kpi"];
    let mut gossip = Vec::new();
    for source in sources().iter().filter(|source| source.module == "panes") {
        let own = source
            .path
            .iter()
            .nth(1)
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        for room in rooms.iter().filter(|room| **room != own) {
            if code(&source.text).any(|line| line.contains(&format!("panes::{room}"))) {
                gossip.push(format!("{} names {room}", source.path.display()));
            }
        }
    }
    assert!(gossip.is_empty(), "{gossip:#?}");
}

#[test]
fn only_the_doors_say_their_words() {
    let mut through_walls = Vec::new();
    for source in sources() {
        for (word, allowed) in DOORS {
            if !allowed.contains(&source.module.as_str())
                && code(&source.text).any(|line| line.contains(word))
            {
                through_walls.push(format!("{} says {word}", source.path.display()));
            }
        }
    }
    assert!(through_walls.is_empty(), "{through_walls:#?}");
}

#[test]
fn only_the_hallway_and_the_command_line_write() {
    let writers = ["app", "cli", "demo", "store", "watch"];
    for source in sources() {
        // A room's own tests play the hallway.
        let tests = source
            .path
            .iter()
            .any(|part| part == "tests" || part == "tests.rs")
            || STAGES.iter().any(|stage| source.path.ends_with(stage));
        if !writers.contains(&source.module.as_str()) && !tests {
            for call in [".apply(&", ".remember(&", "Store::open("] {
                assert!(
                    !code(&source.text).any(|line| line.contains(call)),
                    "{} writes",
                    source.path.display()
                );
            }
        }
    }
}

#[test]
fn drawing_changes_nothing() {
    for source in sources()
        .iter()
        .filter(|source| ["panes", "ui", "overlays"].contains(&source.module.as_str()))
    {
        for word in ["RefCell", "Cell<", "Mutex", "OnceCell"] {
            let hidden =
                code(&source.text).any(|line| line.contains(word) && !line.contains("Buffer"));
            assert!(!hidden, "{} hides state in a {word}", source.path.display());
        }
    }
}

#[test]
fn every_file_says_what_lives_there_and_fits_a_glance() {
    let mut bad = Vec::new();
    for source in sources() {
        let name = source
            .path
            .file_stem()
            .unwrap()
            .to_string_lossy()
            .into_owned();
        if !source.text.starts_with("//! ") {
            bad.push(format!(
                "{} does not say what lives there",
                source.path.display()
            ));
        }
        if source.text.lines().count() > LONGEST {
            bad.push(format!(
                "{} has {} lines",
                source.path.display(),
                source.text.lines().count()
            ));
        }
        if EMPTY_NAMES.contains(&name.as_str()) {
            bad.push(format!(
                "{} has a name that says nothing",
                source.path.display()
            ));
        }
    }
    assert!(bad.is_empty(), "{bad:#?}");
}

#[test]
fn width_is_measured_in_one_place() {
    for source in sources() {
        let bytes = code(&source.text).any(|line| line.contains(".len() as u16"));
        let own = source.path.ends_with("ui/width.rs");
        assert!(
            own || !bytes,
            "{} measures text in bytes",
            source.path.display()
        );
    }
}
