//! A file before it is a table: its form, its text in UTF-8, or its workbook.

use std::borrow::Cow;

use super::{
    Choices, Encoding, Form, Problem, encoding, form, reason::Reason, table::LARGEST_FILE,
    workbook::Workbook,
};

/// A file that can be read as a table.
pub(super) struct Source<'a> {
    pub(super) form: Form,
    pub(super) body: Body<'a>,
}

/// What there is to read.
pub(super) enum Body<'a> {
    /// Text in UTF-8, and what it was in.
    Text(Cow<'a, [u8]>, Encoding),
    /// A sheet.
    Workbook(Box<Workbook>),
}

impl<'a> Source<'a> {
    /// Tells the form of the bytes, unless it is said, and makes them readable.
    pub(super) fn open(bytes: &'a [u8], choices: &Choices) -> Result<Self, Problem> {
        Source::told(bytes, choices).map_err(Problem::of_file)
    }

    fn told(bytes: &'a [u8], choices: &Choices) -> Result<Self, Reason> {
        if bytes.len() > LARGEST_FILE {
            let most_megabytes = LARGEST_FILE >> 20;
            return Err(Reason::FileTooBig { most_megabytes });
        }
        let is_archive = bytes.starts_with(b"PK\x03\x04");
        if choices.form == Some(Form::Xlsx) || (choices.form.is_none() && is_archive) {
            let book = Workbook::open(bytes, choices.sheet.as_deref())?;
            return Ok(Source {
                form: Form::Xlsx,
                body: Body::Workbook(Box::new(book)),
            });
        }
        refuse_foreign(bytes)?;
        let (text, encoding) = encoding::decode(bytes, choices.encoding)?;
        let first = text.iter().find(|b| !b.is_ascii_whitespace());
        let first = first.ok_or(Reason::FileEmpty {})?;
        let form = choices.form.unwrap_or(match first {
            b'{' | b'[' => Form::Json,
            _ if form::is_markdown(&text) => Form::Markdown,
            _ => Form::Csv,
        });
        let body = Body::Text(text, encoding);
        Ok(Source { form, body })
    }
}

/// Refuses what gets picked by mistake, by its first bytes.
fn refuse_foreign(bytes: &[u8]) -> Result<(), Reason> {
    match bytes {
        // Workbooks of before 2007, and locked ones of today, lie in the same container.
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(Reason::OldWorkbook {}),
        [b'P', b'K', 3, 4, ..] | [b'%', b'P', b'D', b'F', ..] | [0x89, b'P', b'N', b'G', ..] => {
            Err(Reason::NotATable {})
        }
        _ => Ok(()),
    }
}
