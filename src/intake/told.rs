//! What was understood of a file, in words: the same for the command line and the window.

use crate::import::{By, Dates, Detail, Field, Form, Order, Problem, Sniffed};
use crate::locale::{Arg, Locale};

/// "row 12, дата: there is no such day".
pub fn problem(locale: &Locale, problem: &Problem) -> String {
    let args: Vec<(&str, Arg)> = problem
        .reason
        .args()
        .into_iter()
        .map(|(name, detail)| match detail {
            Detail::Words(words) => (name, Arg::from(words)),
            Detail::Count(count) => (name, Arg::from(count)),
        })
        .collect();
    let what = locale.say(problem.reason.key(), &args);
    let row = problem.row.to_string();
    match &problem.column {
        Some(column) => locale.say(
            "imported-cell",
            &[
                ("row", row.into()),
                ("column", column.as_str().into()),
                ("what", what.into()),
            ],
        ),
        None => locale.say(
            "imported-row",
            &[("row", row.into()), ("what", what.into())],
        ),
    }
}

/// "CSV".
pub fn form(locale: &Locale, form: Form) -> String {
    locale
        .text(&format!("sniffed-form-{}", form.id()))
        .into_owned()
}

/// "semicolon ;".
pub fn separator(locale: &Locale, separator: u8) -> String {
    let name = match separator {
        b',' => "comma",
        b';' => "semicolon",
        b'\t' => "tab",
        b'|' => "bar",
        other => return char::from(other).to_string(),
    };
    locale
        .text(&format!("sniffed-separator-{name}"))
        .into_owned()
}

/// "row 1", or that there is none.
pub fn header(locale: &Locale, line: Option<usize>) -> String {
    match line {
        Some(line) => locale.say("sniffed-header-line", &[("line", line.into())]),
        None => locale.text("sniffed-header-none").into_owned(),
    }
}

/// What a column was taken for.
pub fn field(locale: &Locale, field: Option<Field>) -> String {
    let id = field.map_or("none", Field::id).replace('_', "-");
    locale.text(&format!("field-{id}")).into_owned()
}

/// By what it was taken for that.
pub fn by(locale: &Locale, by: Option<By>) -> String {
    let key = match by {
        None => return String::new(),
        Some(By::Name) => "sniffed-by-name",
        Some(By::Sample) => "sniffed-by-sample",
        Some(By::Hand) => "sniffed-by-hand",
    };
    locale.text(key).into_owned()
}

/// Which number comes first in its dates, and how that is known.
pub fn dates(locale: &Locale, dates: &Dates) -> String {
    let ordered = |key: &str, order: &Order| {
        let order = locale.text(&format!("sniffed-dates-{}", order.id()));
        locale.say(key, &[("order", order.into())])
    };
    match dates {
        Dates::Unneeded => locale.text("sniffed-dates-unneeded").into_owned(),
        Dates::Proven(order) => ordered("sniffed-dates-proven", order),
        Dates::Said(order) => ordered("sniffed-dates-said", order),
        Dates::Open { example } => {
            let args = [("example", example.as_str().into())];
            locale.say("sniffed-dates-open", &args)
        }
    }
}

/// All of it on one line: "CSV · windows-1251 · semicolon ; · header in row 1 · 14 rows".
pub fn file(locale: &Locale, sniffed: &Sniffed) -> String {
    let mut parts = vec![form(locale, sniffed.form)];
    parts.extend(sniffed.encoding.map(|it| it.name().to_owned()));
    parts.extend(sniffed.separator.map(|it| separator(locale, it)));
    parts.extend(sniffed.sheet.as_deref().map(|sheet| {
        let args = [("sheet", sheet.into())];
        locale.say("sniffed-sheet", &args)
    }));
    if matches!(sniffed.form, Form::Csv | Form::Xlsx) {
        parts.push(header(locale, sniffed.header_line));
    }
    parts.push(locale.say("sniffed-rows", &[("n", sniffed.rows.into())]));
    parts.join(" · ")
}
