//! A plan in Markdown: a heading for each post, lines of details, an empty line, the text.
//!
//! ```text
//! ## 2026-12-01 09:30 | VK, TG | Topic of the post
//! client: Kolos
//! first comment: Order here
//!   until Friday
//!
//! The text, several lines. A line that begins with "## " is written "\## ".
//! ```
//!
//! What stands above the first heading is a preface. An indented line goes on with the detail above it.

use std::{borrow::Cow, collections::HashSet};

use super::{Cell, MOST_COLUMNS, Row, text_of, wrong_cell};
use crate::import::{
    header::{Field, Kind, is_no_date, known, plain},
    reason::Reason,
    report::Problem,
};

/// The columns of every such plan; the details come after them.
const HEADING: [Field; 4] = [Field::At, Field::Channel, Field::Topic, Field::Text];
/// The longest name of a detail, in bytes.
const LONGEST_NAME: usize = 80;

/// The names of all columns: of the heading, of the text, and of every detail in the order they first appear.
pub(super) fn column_names(text: &[u8]) -> Result<Vec<String>, Problem> {
    let mut names: Vec<String> = HEADING.iter().map(|it| it.id().to_owned()).collect();
    let mut seen: HashSet<String> = names.iter().map(|it| one_name(it)).collect();
    for entry in Entries::of(text) {
        for (name, _) in details(entry.body).0 {
            let Ok(name) = text_of(name) else { continue };
            if seen.insert(one_name(name)) {
                names.push(name.trim().to_owned());
            }
        }
        if names.len() > MOST_COLUMNS {
            let most = MOST_COLUMNS;
            return Err(Problem::of_row(entry.line, Reason::TooManyColumns { most }));
        }
    }
    Ok(names)
}

/// One post as it stands in the file.
pub(super) struct Entry<'a> {
    line: usize,
    heading: &'a [u8],
    body: &'a [u8],
}

/// The posts of a file, one after another.
pub(super) struct Entries<'a> {
    rest: &'a [u8],
    line: usize,
}

impl<'a> Entries<'a> {
    /// A reader at the first heading.
    pub(super) fn of(text: &'a [u8]) -> Self {
        Entries {
            rest: text,
            line: 1,
        }
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let (before, from) = to_heading(self.rest, 0)?;
        let line = self.line + before;
        let (heading, after) = one_line(self.rest.get(from..)?);
        let body_from = from + after;
        let body = self.rest.get(body_from..).unwrap_or_default();
        let (lines, length) = to_heading(body, 0).unwrap_or((0, body.len()));
        self.rest = body.get(length..).unwrap_or_default();
        self.line = line + 1 + lines;
        Some(Entry {
            line,
            heading: heading.get(3..).unwrap_or_default(),
            body: body.get(..length).unwrap_or_default(),
        })
    }
}

/// How many lines and bytes stand before the next heading.
fn to_heading(text: &[u8], from: usize) -> Option<(usize, usize)> {
    let (mut lines, mut at) = (0, from);
    loop {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let (line, length) = one_line(rest);
        if line.starts_with(b"## ") || line == b"##" {
            return Some((lines, at));
        }
        at += length;
        lines += 1;
    }
}

/// The first line without its end, and how many bytes it takes with it.
fn one_line(text: &[u8]) -> (&[u8], usize) {
    let end = text.iter().position(|b| matches!(b, b'\n' | b'\r'));
    let Some(end) = end else {
        return (text, text.len());
    };
    let width = if text.get(end..end + 2) == Some(b"\r\n") {
        2
    } else {
        1
    };
    (text.get(..end).unwrap_or_default(), end + width)
}

/// A detail's name and its value, which may go on in indented lines.
type Detail<'a> = (&'a [u8], Vec<&'a [u8]>);

/// The details under a heading, and the text below them. Details end with an empty line; without one they end where a
/// line is none of a known name, so that no line of a text is lost.
fn details(body: &[u8]) -> (Vec<Detail<'_>>, &[u8]) {
    let mut found: Vec<Detail<'_>> = Vec::new();
    let mut known = (0, 0);
    let mut at = 0;
    loop {
        let rest = body.get(at..).unwrap_or_default();
        let (line, length) = one_line(rest);
        if line.trim_ascii().is_empty() && !rest.is_empty() {
            return (found, rest);
        }
        match (detail(line), found.last_mut()) {
            (_, Some((_, values))) if line.starts_with(b"  ") || line.starts_with(b"\t") => {
                values.push(line.trim_ascii());
            }
            (Some((name, value)), _) => found.push((name, vec![value])),
            (None, _) => {
                found.truncate(known.0);
                return (found, body.get(known.1..).unwrap_or_default());
            }
        }
        at += length;
        let all_known = found.len() == known.0 + 1 || found.len() == known.0;
        if all_known && found.last().is_some_and(|(name, _)| is_known(name)) {
            known = (found.len(), at);
        }
    }
}

/// "client: Kolos".
fn detail(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let colon = line.iter().position(|b| *b == b':')?;
    let name = line.get(..colon)?.trim_ascii();
    let value = line.get(colon + 1..)?;
    let divided = value.is_empty() || value.starts_with(b" ") || value.starts_with(b"\t");
    let short = (1..=LONGEST_NAME).contains(&name.len());
    (short && divided).then_some((name, value.trim_ascii()))
}

fn is_known(name: &[u8]) -> bool {
    std::str::from_utf8(name).is_ok_and(|name| meant(name).is_some())
}

/// The field a detail's name means in any kind of file.
fn meant(name: &str) -> Option<Field> {
    let kinds = [Kind::Plan, Kind::Messages, Kind::Readings];
    kinds.into_iter().find_map(|kind| known(name, kind))
}

/// One name for all words of a field: posts of one file may call their details in several languages.
fn one_name(name: &str) -> String {
    meant(name).map_or_else(|| plain(name), |field| field.id().to_owned())
}

impl<'a> Entry<'a> {
    /// The post as a row.
    pub(super) fn into_row(self, header: &[String]) -> Result<Row<'a>, Problem> {
        let line = self.line;
        let wrong = |name: &str, reason| wrong_cell(line, name, reason);
        let heading = text_of(self.heading).map_err(|reason| wrong("at", reason))?;
        let mut parts = heading.splitn(3, '|').map(str::trim);
        let at = parts.next().unwrap_or_default();
        let at = if is_no_date(at) { "" } else { at };
        let (channel, topic) = (parts.next(), parts.next());
        let (details, rest) = details(self.body);
        let text = text_of(rest).map_err(|reason| wrong("text", reason))?;
        let mut cells = vec![Cell::Text(Cow::Borrowed("")); header.len()];
        let of_heading = [at, channel.unwrap_or_default(), topic.unwrap_or_default()];
        let of_heading = of_heading.map(Cow::Borrowed).into_iter();
        for (cell, text) in cells.iter_mut().zip(of_heading.chain([unescaped(text)])) {
            *cell = Cell::Text(text);
        }
        for (name, values) in details {
            let name = text_of(name).map_err(|reason| wrong("", reason))?;
            let value = values.join(&b'\n');
            let value = text_of(&value).map_err(|reason| wrong(name, reason))?;
            let wanted = one_name(name);
            let place = header.iter().position(|it| one_name(it) == wanted);
            let Some(cell) = place.and_then(|place| cells.get_mut(place)) else {
                continue;
            };
            if !cell.text().is_empty() {
                return Err(wrong(name, Reason::DuplicateColumn {}));
            }
            *cell = Cell::Text(Cow::Owned(value.to_owned()));
        }
        Ok(Row { line, cells })
    }
}

/// A text without the backslashes that kept its lines from being headings.
fn unescaped(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(['\n', '\r']).trim_end();
    let escaped = |line: &str| line.starts_with("\\#") || line.starts_with("\\\\");
    if !text.lines().any(escaped) {
        return Cow::Borrowed(text);
    }
    let lines = text.lines().map(|line| {
        if escaped(line) {
            line.get(1..).unwrap_or_default()
        } else {
            line
        }
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let header = column_names(text.as_bytes()).unwrap();
        let rows = Entries::of(text.as_bytes()).map(|entry| match entry.into_row(&header) {
            Ok(row) => {
                let cells = row.cells.iter().zip(&header);
                let cells = cells.filter(|(cell, _)| !cell.text().is_empty());
                let cells = cells.map(|(cell, name)| format!("{name}={}", cell.text()));
                format!("{} {}", row.line, cells.collect::<Vec<_>>().join(" ¦ "))
            }
            Err(problem) => format!("{} !{}", problem.row, problem.reason.code()),
        });
        rows.collect()
    }

    #[test]
    fn a_post_is_its_heading_its_details_and_its_text() {
        let text = "# December\nfor Kolos\n\n## 2026-12-01 09:30 | VK, TG | Rye | wheat\nclient: Kolos\nfirst comment: Order\n  until Friday\n\nOne\n\n\\## two\n\\\\three\n\n## no date | VK\n\n## без даты | ВК | Потом\r\nклиент: Колос\r\n\r\nТекст\r\n";
        assert_eq!(
            told(text),
            [
                "4 at=2026-12-01 09:30 ¦ channel=VK, TG ¦ topic=Rye | wheat ¦ text=One\n\n## two\n\\three ¦ client=Kolos ¦ first comment=Order\nuntil Friday",
                "14 channel=VK",
                "16 channel=ВК ¦ topic=Потом ¦ text=Текст ¦ client=Колос",
            ]
        );
    }

    #[test]
    fn a_text_without_an_empty_line_above_it_is_not_lost() {
        assert_eq!(
            told(
                "## 2026-12-01 | VK\nclient: Kolos\nSale: all at 100\nCome!\n## 2026-12-02 | VK\nstatus: draft\nmood: fine\n\na\n"
            ),
            [
                "1 at=2026-12-01 ¦ channel=VK ¦ text=Sale: all at 100\nCome! ¦ client=Kolos",
                "5 at=2026-12-02 ¦ channel=VK ¦ text=a ¦ status=draft ¦ mood=fine",
            ]
        );
        assert_eq!(
            told("## 2026-12-01\nSale: all\n"),
            ["1 at=2026-12-01 ¦ text=Sale: all"]
        );
        assert_eq!(
            told("## 2026-12-01\nhttps://a.example\n"),
            ["1 at=2026-12-01 ¦ text=https://a.example"]
        );
    }

    #[test]
    fn a_detail_said_twice_is_told() {
        assert_eq!(
            told("## 2026-12-01\nclient: a\nclient: b\n\n"),
            ["1 !duplicate-column"]
        );
        assert_eq!(
            told("## 2026-12-01\ntext: a\n\nb\n"),
            ["1 !duplicate-column"]
        );
        assert_eq!(told("words\n"), [""; 0]);
    }
}
