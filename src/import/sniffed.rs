//! What a file looks like before anything is taken from it: everything that was told by its bytes, to be seen and corrected.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{
    Choices, Encoding, Form, Kind, Problem,
    header::{Column, Columns, plain},
    sheet::{MOST_ROWS, dates_of},
    source::{Body, Source},
    stamp::Dates,
    table::Table,
};
use crate::domain::hash;

/// What was told of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sniffed {
    /// What it is made of.
    pub form: Form,
    /// What its text is in; a workbook has no say in it.
    pub encoding: Option<Encoding>,
    /// What stands between its cells, where something does.
    pub separator: Option<char>,
    /// The sheets of a workbook, those that are shown first.
    pub sheets: Vec<String>,
    /// The sheet that is read.
    pub sheet: Option<String>,
    /// The line of its header; none where it has none.
    pub header_line: Option<usize>,
    /// A name for its header, the same for every file with these columns: what was mapped once may be remembered by it.
    pub header_print: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// How many rows it has, good and bad, up to the most that are taken.
    pub rows: usize,
    /// Which number comes first in its dates.
    pub dates: Dates,
    /// Why its columns do not suffice yet.
    pub lacks: Option<Problem>,
}

/// Looks at a file without taking anything from it. Refuses what cannot be read in any way, and what is said by hand and
/// cannot be.
pub fn sniff(bytes: &[u8], kind: Kind, choices: &Choices) -> Result<Sniffed, Problem> {
    let file = Source::open(bytes, choices)?;
    let table = Table::open(&file, kind, choices)?;
    let columns = Columns::find(&table, kind, choices)?;
    let (sheets, sheet) = match &file.body {
        Body::Text(..) => (Vec::new(), None),
        Body::Workbook(book) => (book.sheets.clone(), Some(book.sheet.clone())),
    };
    Ok(Sniffed {
        form: table.form,
        encoding: table.encoding,
        separator: table.separator().map(char::from),
        sheets,
        sheet,
        header_line: table.has_names().then(|| table.header_line()),
        header_print: print_of(&table),
        rows: table.rows().take(MOST_ROWS).count(),
        dates: dates_of(&table, &columns, choices.order),
        lacks: columns.check(kind, choices).err(),
        columns: columns.all,
    })
}

/// The print of a header: of its names in any order, or of how many columns there are where they have none.
fn print_of(table: &Table<'_>) -> String {
    let mut names: Vec<String> = if table.has_names() {
        table.header().iter().map(|name| plain(name)).collect()
    } else {
        vec![format!("{} columns", table.header().len())]
    };
    names.sort_unstable();
    let digest: [u8; 32] = Sha256::digest(names.join("\n").as_bytes()).into();
    let mut print = hash::hex(&digest);
    print.truncate(16);
    print
}
