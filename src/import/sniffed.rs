//! What a file looks like before anything is taken from it: everything that was told by its bytes, to be seen and corrected.

use serde::{Serialize, Serializer};
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
    #[serde(serialize_with = "as_letter")]
    pub separator: Option<u8>,
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
        separator: table.separator(),
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

/// A separator as JSON shows it.
#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands the field over as it stands"
)]
fn as_letter<S: Serializer>(separator: &Option<u8>, to: S) -> Result<S::Ok, S::Error> {
    separator.map(char::from).serialize(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(file: &str, choices: &Choices) -> Sniffed {
        sniff(file.as_bytes(), Kind::Plan, choices).unwrap()
    }

    #[test]
    fn a_header_has_one_print_in_every_order_and_another_for_another_header() {
        let choices = Choices::default();
        let print = |file: &str| look(file, &choices).header_print;
        let one = print("Дата,Клиент,Канал,Текст\n");
        assert_eq!(one.len(), 16);
        assert_eq!(print("текст;КАНАЛ;клиент;дата:\n01.12.2026;vk;a;b\n"), one);
        assert_ne!(print("Дата,Клиент,Канал,Заметка\n"), one);
        let bulk = print("2026-12-01 09:30,Rye bread\n");
        assert_eq!(print("2026-12-05 09:30,Another one\n"), bulk);
        assert_ne!(
            print("2026-12-05 09:30,Another one,https://a.example\n"),
            bulk
        );
    }

    #[test]
    fn what_the_columns_lack_is_told_and_can_be_mended() {
        let file = "wann,wer,wo,was\nbald,Kolos,overall,Brot\n";
        let sniffed = look(file, &Choices::default());
        let lacks = sniffed.lacks.map(|it| it.reason.code());
        assert_eq!((lacks, sniffed.rows), (Some("column-missing"), 1));
        let map = ["wann=at", "2=client", "wo=channel", "was=text"];
        let mended = Choices {
            map: map.iter().map(|it| it.parse().unwrap()).collect(),
            ..Choices::default()
        };
        assert_eq!(look(file, &mended).lacks, None);
        let wrong = Choices {
            map: vec!["nirgends=at".parse().unwrap()],
            ..Choices::default()
        };
        let problem = sniff(file.as_bytes(), Kind::Plan, &wrong).unwrap_err();
        assert_eq!(problem.reason.code(), "map-column-missing");
    }

    #[test]
    fn a_script_reads_ids_and_letters() {
        let file = "date|client|channel|text\n03/04/2026|Kolos|vk|a\n";
        let json = serde_json::to_value(look(file, &Choices::default())).unwrap();
        assert_eq!(json["form"], "csv");
        assert_eq!(json["encoding"], "UTF-8");
        assert_eq!(json["separator"], "|");
        assert_eq!(json["dates"]["open"]["example"], "03/04/2026");
        assert_eq!(json["columns"][0]["field"], "date");
        assert_eq!(json["columns"][0]["by"], "name");
    }
}
