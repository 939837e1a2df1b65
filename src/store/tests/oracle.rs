//! The oracle: TEMP triggers on the writer see every row change of a noun, whoever made it, and the journal must tell the same.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use serde_json::Value as Json;

use crate::store::Store;
use crate::store::image;
use crate::store::table::Noun;

/// Columns and their values as SQL writes them.
type Image = BTreeMap<String, String>;

/// One change of one row.
#[derive(Debug, PartialEq)]
struct Change {
    table: String,
    row: i64,
    op: String,
    before: Option<Image>,
    after: Option<Image>,
}

/// Sets the triggers up.
pub(super) fn watch(store: &Store) {
    let mut sql = vec![
        "CREATE TEMP TABLE seen (n INTEGER PRIMARY KEY, tbl, row, op, before, after);".to_owned(),
    ];
    for noun in Noun::ALL {
        let table = noun.name();
        let columns = columns(store, table);
        let image = |of: &str| {
            let pairs: Vec<String> = columns
                .iter()
                .map(|name| format!("'{name}', quote({of}.{name})"))
                .collect();
            format!("json_object({})", pairs.join(", "))
        };
        let (old, new) = (image("old"), image("new"));
        for (op, key, before, after) in [
            ("insert", "new", "NULL", new.as_str()),
            ("update", "new", old.as_str(), new.as_str()),
            ("delete", "old", old.as_str(), "NULL"),
        ] {
            sql.push(format!(
                "CREATE TEMP TRIGGER seen_{table}_{op} AFTER {op} ON main.{table} BEGIN \
                 INSERT INTO seen (tbl, row, op, before, after) VALUES ('{table}', {key}.id, '{op}', {before}, {after}); END;"
            ));
        }
    }
    store.writer.execute_batch(&sql.concat()).unwrap();
}

/// Compares what the triggers saw since last time with what this entry notes. Without an entry nothing may have changed.
pub(super) fn agree(store: &Store, entry: Option<i64>) -> Result<(), String> {
    let seen = changes(
        store,
        "SELECT tbl, row, op, before, after FROM temp.seen WHERE ? IS NOT NULL OR 1 ORDER BY n",
        entry,
        &plain,
    );
    store.writer.execute_batch("DELETE FROM temp.seen").unwrap();
    let noted = changes(
        store,
        "SELECT tbl, row, op, before, after FROM journal_row WHERE entry = ? AND op <> 'fact' ORDER BY seq",
        entry,
        &|text| journaled(store, text),
    );
    if seen.len() != noted.len() {
        return Err(format!(
            "the triggers saw {seen:?}, the journal notes {noted:?}"
        ));
    }
    for (seen, noted) in seen.iter().zip(&noted) {
        if !same(seen, noted) {
            return Err(format!(
                "the triggers saw {seen:?}, the journal notes {noted:?}"
            ));
        }
    }
    Ok(())
}

/// Added and removed rows are noted whole; of changed ones the changed columns, and after them the guards as they stood.
fn same(seen: &Change, noted: &Change) -> bool {
    let one_row = (&seen.table, seen.row, &seen.op) == (&noted.table, noted.row, &noted.op);
    let (Some(before), Some(after)) = (&seen.before, &seen.after) else {
        return one_row && seen == noted;
    };
    let differs = |name: &String| before.get(name) != after.get(name);
    let was: Image = before
        .iter()
        .filter(|(name, _)| differs(name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let left = noted.after.clone().unwrap_or_default();
    one_row
        && noted.before.as_ref() == Some(&was)
        && was.keys().all(|name| left.contains_key(name))
        && left
            .iter()
            .all(|(name, value)| after.get(name) == Some(value))
}

fn columns(store: &Store, table: &str) -> Vec<String> {
    let mut statement = store
        .writer
        .prepare("SELECT name FROM pragma_table_info(?) WHERE name <> 'id'")
        .unwrap();
    let names = statement.query_map([table], |row| row.get(0)).unwrap();
    names.map(Result::unwrap).collect()
}

fn changes(
    store: &Store,
    sql: &str,
    entry: Option<i64>,
    read: &dyn Fn(&str) -> Image,
) -> Vec<Change> {
    let mut statement = store.writer.prepare_cached(sql).unwrap();
    let rows = statement
        .query_map([entry], |row| {
            Ok(Change {
                table: row.get(0)?,
                row: row.get(1)?,
                op: row.get(2)?,
                before: row.get::<_, Option<String>>(3)?.as_deref().map(read),
                after: row.get::<_, Option<String>>(4)?.as_deref().map(read),
            })
        })
        .unwrap();
    rows.map(Result::unwrap).collect()
}

fn plain(text: &str) -> Image {
    let Json::Object(map) = serde_json::from_str(text).unwrap() else {
        panic!("no image: {text}");
    };
    map.into_iter()
        .map(|(name, value)| (name, value.as_str().unwrap().to_owned()))
        .collect()
}

fn journaled(store: &Store, text: &str) -> Image {
    let quote = |value: Value| -> String {
        store
            .writer
            .query_row("SELECT quote(?)", [value], |row| row.get(0))
            .unwrap()
    };
    image::read(text)
        .unwrap()
        .into_iter()
        .map(|(name, value)| (name, quote(value)))
        .collect()
}
