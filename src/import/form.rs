//! What a file is made of: cells between separators, a workbook, objects, or headings.

use std::str::FromStr;

use serde::{Serialize, Serializer};
use thiserror::Error;

/// The form of a file. Its id is what the command line and JSON say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Cells between separators, line by line: CSV and TSV.
    Csv,
    /// A workbook of Excel.
    Xlsx,
    /// Objects: one list of them, one after another, or posts within one.
    Json,
    /// A heading and a text for each post.
    Markdown,
}

impl Form {
    /// Every form there is.
    pub const ALL: [Form; 4] = [Form::Csv, Form::Xlsx, Form::Json, Form::Markdown];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Form::Csv => "csv",
            Form::Xlsx => "xlsx",
            Form::Json => "json",
            Form::Markdown => "markdown",
        }
    }
}

/// No form is called so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no form of a file is called `{0}`")]
pub struct NoForm(String);

impl FromStr for Form {
    type Err = NoForm;

    fn from_str(said: &str) -> Result<Self, NoForm> {
        let id = said.trim().to_ascii_lowercase();
        let also = match id.as_str() {
            "tsv" | "txt" => "csv",
            "jsonl" | "ndjson" => "json",
            "md" => "markdown",
            id => id,
        };
        let found = Form::ALL.into_iter().find(|form| form.id() == also);
        found.ok_or_else(|| NoForm(super::reason::quoted(said)))
    }
}

impl Serialize for Form {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.id())
    }
}

/// Whether this text is a Markdown plan: a line begins with `## `, and before it stands only what a heading may follow.
pub(super) fn is_markdown(text: &[u8]) -> bool {
    let near = text.get(..FAR).unwrap_or(text);
    let mut lines = near
        .split(|b| matches!(b, b'\n' | b'\r'))
        .map(<[u8]>::trim_ascii_end)
        .filter(|line| !line.is_empty());
    let Some(first) = lines.next() else {
        return false;
    };
    if first.starts_with(b"## ") {
        return true;
    }
    let mut headings = lines.filter(|line| line.starts_with(b"## "));
    match headings.next() {
        Some(_) if first.starts_with(b"# ") => true,
        // A table may hold such a line in a cell; a plan has bars in its headings, and words before them.
        Some(heading) => heading.contains(&b'|') && !first.iter().any(|b| b",;\t|".contains(b)),
        None => false,
    }
}

/// How far a preface is read in search of the first heading.
const FAR: usize = 1 << 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_said_by_its_id_or_by_the_ending_of_the_file() {
        for form in Form::ALL {
            assert_eq!(form.id().parse(), Ok(form));
        }
        assert_eq!(" TSV ".parse(), Ok(Form::Csv));
        assert_eq!("jsonl".parse(), Ok(Form::Json));
        assert_eq!("md".parse(), Ok(Form::Markdown));
        assert!("docx".parse::<Form>().is_err());
    }

    #[test]
    fn a_plan_of_headings_is_told_from_a_table_with_marks_in_it() {
        for plan in [
            "## 2026-12-01 09:30 | VK | Rye\n\ntext\n",
            "# December\n\nfor Kolos\n\n## no date | VK | Rye\n",
            "Plan of December\n\n## 2026-12-01 | VK\n",
            "\r\n## \r\n## без даты | ВК\r\n",
        ] {
            assert!(is_markdown(plan.as_bytes()), "{plan:?}");
        }
        for other in [
            "date;text\n2026-12-01;\"a\n## b | c\"\n",
            "#;date;text\n1;2026-12-01;a\n",
            "# a comment\ndate,text\n",
            "date,text\n",
            "words\n## words\n",
            "",
        ] {
            assert!(!is_markdown(other.as_bytes()), "{other:?}");
        }
    }
}
