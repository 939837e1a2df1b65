//! Lengths that others measured: texts of our languages in every unit, and the conformance cases that X publishes.

use serde::Deserialize;

use crate::domain::count::{Unit, count, standing};
use crate::domain::platform::Platforms;

/// One text with its length in every unit.
#[derive(Deserialize)]
struct Vector {
    name: String,
    text: String,
    codepoints: usize,
    utf16: usize,
    bytes: usize,
    graphemes: usize,
    x: usize,
    mastodon: usize,
    threads: usize,
    linkedin_escaped: usize,
}

#[derive(Deserialize)]
struct Vectors {
    vector: Vec<Vector>,
}

#[test]
fn every_unit_counts_as_its_platform_does() {
    let file = include_str!("../../../../tests/files/count/vectors.toml");
    let Vectors { vector } = toml::from_str(file).unwrap();
    assert_eq!(vector.len(), 19);
    for it in vector {
        for (unit, length) in [
            (Unit::Codepoint, it.codepoints),
            (Unit::Utf16, it.utf16),
            (Unit::Byte, it.bytes),
            (Unit::Grapheme, it.graphemes),
            (Unit::XWeighted, it.x),
            (Unit::Mastodon, it.mastodon),
            (Unit::Threads, it.threads),
            (Unit::LinkedinEscaped, it.linkedin_escaped),
            (Unit::Unknown, it.codepoints.max(it.utf16)),
        ] {
            assert_eq!(count(&it.text, unit), length, "{unit:?}: {}", it.name);
        }
    }
}

/// A case of twitter-text.
#[derive(Deserialize)]
struct Case {
    of: String,
    says: String,
    text: String,
    length: usize,
    valid: bool,
    v3: Option<usize>,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[test]
fn x_counts_as_the_cases_that_x_publishes() {
    let file = include_str!("../../../../tests/files/count/twitter-text.toml");
    let Cases { case } = toml::from_str(file).unwrap();
    let x = Platforms::builtin().by_id("x").unwrap();
    let mut failed = Vec::new();
    for it in &case {
        let length = it.v3.unwrap_or(it.length);
        let found = standing(&it.text, x, false);
        // X also refuses signs that are none; they are no matter of length.
        let is_refused = it.text.contains(['\u{fffe}', '\u{ffff}']);
        if found.used != length || found.over == (it.valid || is_refused) {
            failed.push(format!(
                "{}: {}: {} is not {length}",
                it.of, it.says, found.used
            ));
        }
    }
    assert_eq!(case.len(), 44);
    assert!(
        failed.is_empty(),
        "{} of 44 cases fail:\n{}",
        failed.len(),
        failed.join("\n")
    );
}
