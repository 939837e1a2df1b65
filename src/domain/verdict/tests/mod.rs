//! Answers in five languages against verdicts made by hand, and text that is no answer at all.

mod hers;
mod hostile;
mod table;

use super::*;

/// Reads an answer to packet A of so many posts; the client also has packet B.
fn read(posts: u32, text: &str) -> Answer {
    let numbers: Vec<u32> = (1..=posts).collect();
    let asked = Asked {
        code: "A",
        numbers: &numbers,
        other_codes: &["B".to_owned()],
    };
    read_answer(text, &asked)
}
