//! The brief for a contractor as Markdown: what somebody wrote stays a quotation and never becomes part of the page.

use super::{Order, Part, parts};
use crate::report::packet::{escaped, quoted};

/// The brief as Markdown.
pub fn markdown(order: &Order) -> String {
    let blocks: Vec<String> = parts(order).iter().map(told).collect();
    blocks.join("\n\n") + "\n"
}

fn told(part: &Part) -> String {
    match part {
        Part::Head(title, known) => {
            let title = format!("# {}", escaped(title));
            let known = known.iter().map(|it| escaped(it));
            let blocks: Vec<String> = std::iter::once(title).chain(known).collect();
            blocks.join("\n\n")
        }
        Part::Lines(lines) => {
            let lines: Vec<String> = lines.iter().map(|it| escaped(it)).collect();
            lines.join("\n\n")
        }
        Part::Said(label, text) if label.is_empty() => quoted(text),
        Part::Said(label, text) => under(label, &quoted(text)),
        Part::List(label, all) => {
            let lines: Vec<String> = all.iter().map(|it| format!("- {}", escaped(it))).collect();
            under(label, &lines.join("\n"))
        }
        Part::Steps(label, all) => {
            let all = (1..).zip(all);
            let lines: Vec<String> = all.map(|(n, it)| format!("{n}. {}", escaped(it))).collect();
            under(label, &lines.join("\n"))
        }
    }
}

/// A block under a heading of ours.
fn under(label: &str, block: &str) -> String {
    format!("## {}\n\n{block}", escaped(label.trim_end_matches(':')))
}
