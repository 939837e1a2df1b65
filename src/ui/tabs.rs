//! The top bar: `[1 Today] 2 Plan  3 Drafts 5  4 Inbox 9!      All clients  Tue 24 Nov 09:12`.

use std::ops::Range;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    put::{put, put_right},
    theme::Theme,
    width::{cut, width},
};

/// One tab of the top bar.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tab {
    /// The key that opens it, such as `3`.
    pub key: String,
    /// Its name, already translated.
    pub title: String,
    /// What waits there, such as `5` or `9!`; may be empty.
    pub count: String,
}

/// Draws the tabs at the left and `right` (client and clock) at the right edge; returns the columns of each tab, for clicks.
/// Where it gets narrow, `right` is cut from its left end, then closed tabs shrink to key and count, then the rest falls off.
pub fn tabs(
    buf: &mut Buffer,
    row: Rect,
    list: &[Tab],
    active: usize,
    right: &str,
    theme: &Theme,
) -> Vec<Range<u16>> {
    let row = row.intersection(buf.area);
    if row.is_empty() {
        return vec![0..0; list.len()];
    }
    let mut names: Vec<String> = list.iter().map(full_name).collect();
    let wide = |names: &[String]| names.iter().map(|name| width(name) + 2).sum::<usize>();
    if wide(&names) > usize::from(row.width) {
        for (index, tab) in list
            .iter()
            .enumerate()
            .filter(|(index, _)| *index != active)
        {
            names[index] = short_name(tab);
        }
    }
    let mut x = row.x;
    let mut hits = Vec::with_capacity(list.len());
    for (index, name) in names.iter().enumerate() {
        let (label, style) = if index == active {
            (format!("[{name}]"), theme.tab_active)
        } else {
            (format!(" {name} "), theme.tab)
        };
        let room = row.right() - x;
        let after = put(buf, x, row.y, room, &cut(&label, usize::from(room)), style);
        hits.push(x..after);
        x = after;
    }
    let rest = Rect {
        x: (x + 1).min(row.right()),
        width: row.right().saturating_sub(x + 1),
        ..row
    };
    put_right(
        buf,
        rest,
        &keep_end(right, usize::from(rest.width)),
        theme.text,
    );
    hits
}

fn full_name(tab: &Tab) -> String {
    joined(&[&tab.key, &tab.title, &tab.count])
}

fn short_name(tab: &Tab) -> String {
    joined(&[&tab.key, &tab.count])
}

fn joined(parts: &[&str]) -> String {
    let said: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    said.join(" ")
}

/// The clock stands at the end and is needed most: first the whole name goes from the front (half a name would be
/// another one), then word after word.
fn keep_end(text: &str, cells: usize) -> String {
    let mut rest = text;
    while width(rest) > cells {
        let here = rest.trim_start();
        rest = match here.split_once("  ").or_else(|| here.split_once(' ')) {
            Some((_, after)) => after.trim_start(),
            None => "",
        };
    }
    rest.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::put::tests::rows;

    fn desk() -> Vec<Tab> {
        [
            ("1", "Today", ""),
            ("2", "Plan", ""),
            ("3", "Drafts", "5"),
            ("4", "Inbox", "9!"),
        ]
        .map(|(key, title, count)| Tab {
            key: key.into(),
            title: title.into(),
            count: count.into(),
        })
        .to_vec()
    }

    fn drawn(cells: u16, active: usize) -> (String, Vec<Range<u16>>) {
        let mut buf = Buffer::empty(Rect::new(0, 0, cells, 1));
        let row = buf.area;
        let right = "All clients  Tue 24 Nov 09:12";
        let hits = tabs(&mut buf, row, &desk(), active, right, &Theme::default());
        (rows(&buf).join(""), hits)
    }

    #[test]
    fn the_open_tab_stands_in_brackets_and_nothing_moves() {
        assert_eq!(
            drawn(72, 0).0,
            "[1 Today] 2 Plan  3 Drafts 5  4 Inbox 9!   All clients  Tue 24 Nov 09:12"
        );
        assert_eq!(
            drawn(72, 1).0,
            " 1 Today [2 Plan] 3 Drafts 5  4 Inbox 9!   All clients  Tue 24 Nov 09:12"
        );
        assert_eq!(drawn(72, 1).1, [0..9, 9..17, 17..29, 29..41]);
    }

    #[test]
    fn a_narrow_bar_keeps_the_clock_then_the_keys() {
        assert_eq!(
            drawn(50, 0).0,
            "[1 Today] 2 Plan  3 Drafts 5  4 Inbox 9!     09:12"
        );
        assert_eq!(
            drawn(68, 0).0,
            "[1 Today] 2 Plan  3 Drafts 5  4 Inbox 9!            Tue 24 Nov 09:12",
            "half a name is no name"
        );
        assert_eq!(drawn(30, 0).0, "[1 Today] 2  3 5  4 9!   09:12");
        assert_eq!(drawn(20, 3).0, " 1  2  3 5 [4 Inbox…");
        for cells in 0..40 {
            for active in 0..5 {
                assert_eq!(drawn(cells, active).1.len(), 4);
            }
        }
    }
}
