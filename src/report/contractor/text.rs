//! The brief for a contractor as text to paste into any chat.

use super::{Order, Part, parts};

/// The brief as text. What is not there is left out; a missing deadline is said.
pub fn text(order: &Order) -> String {
    let said: Vec<String> = parts(order).iter().map(told).collect();
    said.join("\n\n") + "\n"
}

fn told(part: &Part) -> String {
    match part {
        Part::Head(title, known) => {
            let lines: Vec<&str> = std::iter::once(title)
                .chain(known)
                .map(String::as_str)
                .collect();
            lines.join("\n")
        }
        Part::Lines(lines) => lines.join("\n"),
        Part::Said(label, text) if label.is_empty() => text.clone(),
        Part::Said(label, text) => format!("{label}\n{text}"),
        Part::List(label, all) => {
            let lines: Vec<String> = all.iter().map(|it| format!("– {it}")).collect();
            format!("{label}\n{}", lines.join("\n"))
        }
        Part::Steps(label, all) => {
            let all = (1..).zip(all);
            let lines: Vec<String> = all.map(|(n, it)| format!("{n}. {it}")).collect();
            format!("{label}\n{}", lines.join("\n"))
        }
    }
}
