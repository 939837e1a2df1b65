//! Why a row or a file was not taken: one closed list, with a stable code for scripts and a sentence for people.

use serde::Serialize;

use crate::domain::sanitize;

/// How much of a cell a problem quotes, in characters: enough to find the cell, too little to flood a screen.
const QUOTED: usize = 60;

/// One argument of a reason's sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// Words, already safe to show.
    Words(String),
    /// A number the sentence may need for its plural.
    Count(usize),
}

impl From<&String> for Detail {
    fn from(words: &String) -> Self {
        Detail::Words(words.clone())
    }
}

impl From<&usize> for Detail {
    fn from(count: &usize) -> Self {
        Detail::Count(*count)
    }
}

impl From<&Vec<String>> for Detail {
    fn from(list: &Vec<String>) -> Self {
        Detail::Words(list.join(", "))
    }
}

/// Builds the enum, its codes, keys and arguments from one table, so that none can be forgotten.
macro_rules! reasons {
    ($( $(#[$doc:meta])* $name:ident = $code:tt { $($field:ident: $kind:ty),* } )*) => {
        /// Why something was not taken. The code is stable: scripts compare it.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[serde(tag = "reason")]
        pub enum Reason { $( $(#[$doc])* #[serde(rename = $code)] $name { $(
            /// An argument of the sentence.
            $field: $kind
        ),* }, )* }

        impl Reason {
            /// Every code there is, in the order of this file.
            pub const CODES: &'static [&'static str] = &[ $( $code, )* ];

            /// The stable kebab-case code, as JSON carries it.
            pub const fn code(&self) -> &'static str {
                match self { $( Reason::$name { .. } => $code, )* }
            }

            /// The locale key of the sentence.
            pub const fn key(&self) -> &'static str {
                match self { $( Reason::$name { .. } => concat!("import-", $code), )* }
            }

            /// The arguments of the sentence, by their names in the locale files.
            pub fn args(&self) -> Vec<(&'static str, Detail)> {
                match self { $( Reason::$name { $($field),* } => vec![ $( (stringify!($field), $field.into()) ),* ], )* }
            }
        }
    };
}

reasons! {
    // The file as a whole.
    /// No bytes, or nothing but blank lines.
    FileEmpty = "file-empty" {}
    /// Larger than [`super::table::LARGEST_FILE`].
    FileTooBig = "file-too-big" { most_megabytes: usize }
    /// In an encoding that nobody uses for files; `found` names it.
    Encoding = "encoding" { found: String }
    /// An archive, a picture, a document: no table.
    NotATable = "not-a-table" {}
    /// A workbook of before 2007, or a locked one.
    OldWorkbook = "old-workbook" {}
    /// A workbook that is damaged, cut, or says what no workbook can say.
    WorkbookBroken = "workbook-broken" {}
    /// More comes out of the archive than a workbook of plans can have.
    UnpacksTooBig = "unpacks-too-big" { most_megabytes: usize }
    /// The workbook has no sheet of this name.
    SheetMissing = "sheet-missing" { name: String, found: Vec<String> }
    /// More columns than any plan has: the file is damaged or hostile.
    TooManyColumns = "too-many-columns" { most: usize }
    /// The rows after this one were not read.
    TooManyRows = "too-many-rows" { most: usize }

    // The header.
    /// Two columns with one name, where the name matters.
    DuplicateColumn = "duplicate-column" {}
    /// Two columns mean one field; which of them is meant is not guessed.
    TwoColumns = "two-columns" { field: String, columns: Vec<String> }
    /// A needed column is not there; what is there is listed.
    ColumnMissing = "column-missing" { needed: Vec<String>, found: Vec<String> }
    /// `--map` names a column the file does not have.
    MapColumnMissing = "map-column-missing" { name: String, found: Vec<String> }
    /// `--map` gives one column two meanings.
    MapColumnTwice = "map-column-twice" { name: String }
    /// `--map` names a field this kind of file does not have.
    FieldNotHere = "field-not-here" { field: String, fields: Vec<String> }

    // A row as a row.
    /// A quote is opened and never closed.
    HalfQuote = "half-quote" {}
    /// Text stands between a closing quote and the separator.
    StrayQuote = "stray-quote" {}
    /// Fewer or more cells than the header has.
    RowLength = "row-length" { expected: usize, found: usize }
    /// A cell over [`super::table::LARGEST_CELL`].
    CellTooLong = "cell-too-long" { most_kilobytes: usize }
    /// A NUL byte: binary, not text.
    NulByte = "nul-byte" {}
    /// Bytes that are not UTF-8.
    NotUtf8 = "not-utf8" {}
    /// Bytes that are no letters in the file's encoding.
    BytesUnreadable = "bytes-unreadable" { encoding: String }
    /// The header once more in the middle of the rows.
    HeaderAgain = "header-again" {}
    /// A row of sums, not of a post.
    TotalsRow = "totals-row" {}
    /// Not a JSON object, or a broken one.
    BadJson = "bad-json" {}
    /// The JSON file ends before it is finished.
    FileCut = "file-cut" {}
    /// An object or a list of lists where a plain value is needed.
    NestedValue = "nested-value" {}
    /// More is nested here than a post can have.
    NestedTooBig = "nested-too-big" {}
    /// A formula that failed.
    CellError = "cell-error" { found: String }
    /// A cell of a network's column that says neither yes nor no.
    TickUnreadable = "tick-unreadable" { found: String }
    /// A JSON number too long to keep exactly; in quotes it would be kept.
    NumberTooLong = "number-too-long" {}
    /// A needed cell is empty.
    CellEmpty = "cell-empty" {}

    // Dates and times.
    /// Not one of the dates this program reads.
    DateUnreadable = "date-unreadable" { found: String }
    /// A date without a year.
    YearMissing = "year-missing" { found: String }
    /// A year of two digits.
    YearShort = "year-short" { found: String }
    /// A year outside [`super::stamp::YEARS`].
    YearFar = "year-far" { found: String }
    /// The calendar has no such day.
    NoSuchDay = "no-such-day" { found: String }
    /// Day first or month first: nothing in the column proves it.
    DateAmbiguous = "date-ambiguous" { found: String }
    /// A spreadsheet's day number instead of a date.
    DayNumber = "day-number" { found: String }
    /// Not one of the times this program reads.
    TimeUnreadable = "time-unreadable" { found: String }
    /// The clock has no such time.
    NoSuchTime = "no-such-time" { found: String }
    /// A time without a date.
    DateMissing = "date-missing" { found: String }
    /// A date without a time, where a time is needed.
    TimeMissing = "time-missing" {}
    /// The date's cell and the time's cell both say a time.
    TwoTimes = "two-times" { found: String }
    /// The clocks jump over this time in the zone.
    TimeInGap = "time-in-gap" { found: String, zone: String }
    /// The clocks show this time twice in the zone.
    TimeTwice = "time-twice" { found: String, zone: String }
    /// The time has passed already.
    Past = "past" { found: String }

    // What must not go out like this.
    /// A check holds it back, by its word: the post comes in as a draft.
    HeldBack = "held-back" { check: String, channels: String }

    // Values.
    /// Not a number.
    NumberUnreadable = "number-unreadable" { found: String }
    /// A comma or a point that may mean thousands or a fraction.
    NumberAmbiguous = "number-ambiguous" { found: String }
    /// Neither in nor out.
    UnknownDirection = "unknown-direction" { name: String }

    // Names, resolved where the desk is known.
    /// No client is called so.
    UnknownClient = "unknown-client" { name: String }
    /// The client has no such channel.
    UnknownChannel = "unknown-channel" { name: String, client: String }
    /// The client has no such rubric.
    UnknownRubric = "unknown-rubric" { name: String, client: String }
    /// No format is called so.
    UnknownFormat = "unknown-format" { name: String }
    /// No metric is called so.
    UnknownMetric = "unknown-metric" { name: String }
    /// No kind of message is called so.
    UnknownKind = "unknown-kind" { name: String }
    /// No such post on that channel.
    UnknownPost = "unknown-post" { name: String }
    /// No such time zone.
    UnknownZone = "unknown-zone" { name: String }
    /// It is published or was let go: a plan is of posts to come.
    OutAlready = "out-already" {}
    /// The name fits several.
    AmbiguousName = "ambiguous-name" { name: String, fits: Vec<String> }
    /// The same as an earlier row of this file.
    DuplicateRow = "duplicate-row" { first: usize }
    /// The desk has it already.
    AlreadyThere = "already-there" {}

    // Pictures; their post comes in all the same.
    /// No file lies there.
    PictureMissing = "picture-missing" { path: String }
    /// A folder, a device, nothing, or no picture by its name.
    PictureUnfit = "picture-unfit" { path: String }
    /// An address: nothing is fetched, the post keeps it in its note.
    PictureAddress = "picture-address" { address: String }
}

/// A cell as a problem quotes it: one safe line, cut with an ellipsis.
pub fn quoted(cell: &str) -> String {
    // A megabyte is not sanitised to show sixty characters of it.
    let near: String = cell.trim().chars().take(QUOTED + 1).collect();
    let safe = sanitize::line(&near);
    if safe.chars().count() <= QUOTED {
        return safe;
    }
    let mut cut: String = safe.chars().take(QUOTED - 1).collect();
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const EN: &str = concat!(
        include_str!("../../assets/locale/en/import.ftl"),
        include_str!("../../assets/locale/en/reasons.ftl")
    );
    const RU: &str = concat!(
        include_str!("../../assets/locale/ru/import.ftl"),
        include_str!("../../assets/locale/ru/reasons.ftl")
    );

    fn keys(ftl: &str) -> BTreeSet<&str> {
        ftl.lines()
            .filter_map(|l| l.split_once(" =").map(|(k, _)| k))
            .filter(|k| k.starts_with("import-"))
            .collect()
    }

    fn arguments(ftl: &str, key: &str) -> BTreeSet<String> {
        let head = format!("{key} =");
        let mut lines = ftl.lines().skip_while(|l| !l.starts_with(&head));
        let mut body = lines.next().unwrap_or_default().to_owned();
        for more in lines.take_while(|l| l.starts_with(' ')) {
            body.push_str(more);
        }
        body.split('$')
            .skip(1)
            .map(|rest| {
                rest.chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                    .collect()
            })
            .collect()
    }

    #[test]
    fn every_reason_has_words_in_both_languages() {
        let wanted: BTreeSet<String> = Reason::CODES
            .iter()
            .map(|c| format!("import-{c}"))
            .collect();
        let wanted: BTreeSet<&str> = wanted.iter().map(String::as_str).collect();
        assert_eq!(keys(EN), wanted);
        assert_eq!(keys(RU), wanted);
        for key in wanted {
            assert_eq!(arguments(EN, key), arguments(RU, key), "{key}");
        }
    }

    #[test]
    fn the_sentences_are_good_fluent_and_use_only_arguments_that_exist() {
        for ftl in [EN, RU] {
            assert!(fluent_bundle::FluentResource::try_new(ftl.to_owned()).is_ok());
        }
        let samples = [
            Reason::NoSuchDay {
                found: "31.02.2026".into(),
            },
            Reason::UnknownChannel {
                name: "VK".into(),
                client: "Kolos".into(),
            },
            Reason::TwoColumns {
                field: "date".into(),
                columns: vec!["date".into(), "дата".into()],
            },
            Reason::RowLength {
                expected: 7,
                found: 1,
            },
            Reason::FileEmpty {},
        ];
        for reason in samples {
            let has: BTreeSet<String> = reason
                .args()
                .into_iter()
                .map(|(name, _)| name.to_owned())
                .collect();
            assert_eq!(arguments(EN, reason.key()), has, "{}", reason.code());
        }
    }

    #[test]
    fn json_carries_the_same_code() {
        let reason = Reason::RowLength {
            expected: 3,
            found: 2,
        };
        let json = serde_json::to_value(&reason).unwrap();
        assert_eq!(json["reason"], reason.code());
        assert_eq!(json["expected"], 3);
    }

    #[test]
    fn a_quoted_cell_is_short_and_safe() {
        let shown = quoted(&format!("\u{1b}[31m{}\u{202e}", "я".repeat(2_000_000)));
        assert!(shown.chars().count() <= QUOTED);
        assert!(!shown.contains('\u{1b}'));
    }
}
