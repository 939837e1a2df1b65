//! The Ledger: the only hand that writes nouns and facts. It notes what it changed under the current journal entry.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::error::{Result, StoreError};
use super::image::{self, Columns};
use super::table::{Fact, Noun};
use crate::domain::Moment;
use crate::domain::chance::Rng;

/// Named values for a row.
pub(super) type Row<'a> = &'a [(&'static str, Value)];

/// What a Command or an undo has touched; derived tables are refreshed from it.
#[derive(Debug, Default)]
pub(super) struct Touched {
    pub(super) nouns: Vec<(Noun, i64)>,
    pub(super) facts: Vec<(Fact, i64, i64)>, // a run of ids, first to last
    pub(super) promises: Vec<i64>,           // clients that promise answers by another clock now
    pub(super) wishes: Vec<(Noun, i64)>, // clients and channels that want their texts otherwise now
}

impl Touched {
    /// A row was changed in these columns. Clients and channels have years of work beneath them: only what shows in a
    /// derived table may reach down there.
    pub(super) fn changed<'c>(
        &mut self,
        noun: Noun,
        id: i64,
        mut columns: impl Iterator<Item = &'c str> + Clone,
    ) {
        let is_wish = |name: &str| match noun {
            Noun::Client => matches!(name, "avoid" | "languages" | "lints_off" | "zone"),
            Noun::Channel => matches!(name, "platform" | "text_max"),
            _ => false,
        };
        if columns.clone().any(is_wish) {
            self.wishes.push((noun, id));
        }
        let wide = matches!(noun, Noun::Client | Noun::Channel);
        if !wide || columns.clone().any(|name| name == "deleted_at") {
            self.nouns.push((noun, id));
        } else if noun == Noun::Client
            && columns.any(|name| matches!(name, "zone" | "hours" | "promise_min"))
        {
            self.promises.push(id);
        }
    }
}

/// Writes rows within one transaction.
pub(super) struct Ledger<'t> {
    conn: &'t Connection,
    rng: &'t mut Rng,
    now: Moment,
    entry: Option<i64>,
    seq: i64,
    run: Option<(Fact, i64, i64)>,
    touched: Touched,
}

impl<'t> Ledger<'t> {
    /// A ledger that notes under `entry`, from line `seq` of it on; without an entry nothing can be taken back (the clock's
    /// own marks).
    pub(super) fn new(
        conn: &'t Connection,
        rng: &'t mut Rng,
        now: Moment,
        entry: Option<i64>,
        seq: i64,
    ) -> Self {
        Self {
            conn,
            rng,
            now,
            entry,
            seq,
            run: None,
            touched: Touched::default(),
        }
    }

    /// The connection, for reading what a Command needs to know.
    pub(super) fn conn(&self) -> &'t Connection {
        self.conn
    }

    /// The moment of this Command.
    pub(super) fn now(&self) -> Moment {
        self.now
    }

    /// A new unique name.
    pub(super) fn uid(&mut self) -> String {
        self.rng.uid(self.now).to_string()
    }

    /// Adds a row to a noun, under a new unique name.
    pub(super) fn insert(&mut self, noun: Noun, row: Row<'_>) -> Result<i64> {
        let mut columns: Columns = vec![("uid".to_owned(), Value::Text(self.uid()))];
        columns.extend(
            row.iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone())),
        );
        let id = insert_row(self.conn, noun.name(), &columns)?;
        // The whole row, defaults and all: whatever of it changes later, the row is not ours alone any more.
        let whole = whole_row(self.conn, noun.name(), id)?;
        self.note(noun.name(), id, "insert", None, Some(&image::write(&whole)))?;
        self.touched.nouns.push((noun, id));
        Ok(id)
    }

    /// Refuses a fact about a row that never was or was taken back; what happens to the buried is still kept.
    pub(super) fn there(&self, noun: Noun, id: i64) -> Result<()> {
        match read_columns(self.conn, noun.name(), id, &["id"])? {
            Some(_) => Ok(()),
            None => Err(StoreError::Gone {
                table: noun.name(),
                row: id,
            }),
        }
    }

    /// Refuses to change a row that is not there or lies buried.
    pub(super) fn lives(&self, noun: Noun, id: i64) -> Result<()> {
        let buried = read_columns(self.conn, noun.name(), id, &["deleted_at"])?;
        if buried.is_some_and(|columns| columns[0].1 == Value::Null) {
            Ok(())
        } else {
            Err(StoreError::Gone {
                table: noun.name(),
                row: id,
            })
        }
    }

    /// Changes columns of a row; columns that already stand so are left out. Says whether anything changed.
    pub(super) fn update(&mut self, noun: Noun, id: i64, row: Row<'_>) -> Result<bool> {
        self.lives(noun, id)?;
        let names: Vec<&str> = row.iter().map(|(name, _)| *name).collect();
        let before = read_columns(self.conn, noun.name(), id, &names)?.ok_or(StoreError::Gone {
            table: noun.name(),
            row: id,
        })?;
        let changed: Vec<usize> = (0..row.len())
            .filter(|&i| before[i].1 != row[i].1)
            .collect();
        if changed.is_empty() {
            return Ok(false);
        }
        let was: Columns = changed.iter().map(|&i| before[i].clone()).collect();
        let mut left: Columns = changed
            .iter()
            .map(|&i| (row[i].0.to_owned(), row[i].1.clone()))
            .collect();
        update_row(self.conn, noun.name(), id, &left)?;
        left.extend(self.guards(noun, id, &left)?);
        self.note(
            noun.name(),
            id,
            "update",
            Some(&image::write(&was)),
            Some(&image::write(&left)),
        )?;
        let columns = was.iter().map(|(name, _)| name.as_str());
        self.touched.changed(noun, id, columns);
        Ok(true)
    }

    /// Lays a row to rest: it leaves every live view and comes back with `u`.
    pub(super) fn bury(&mut self, noun: Noun, id: i64) -> Result<()> {
        let at = Value::Integer(self.now.timestamp());
        self.update(noun, id, &[("deleted_at", at)]).map(drop)
    }

    /// Appends a fact.
    pub(super) fn fact(&mut self, fact: Fact, row: Row<'_>) -> Result<i64> {
        let columns: Columns = row
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        let id = insert_row(self.conn, fact.name(), &columns)?;
        match &mut self.run {
            Some((open, _, last)) if *open == fact && *last + 1 == id => *last = id,
            _ => {
                self.close_run()?;
                self.run = Some((fact, id, id));
            }
        }
        Ok(id)
    }

    /// Ends the Command: everything noted, nothing left open. Says also which line of the entry would be the next.
    pub(super) fn finish(mut self) -> Result<(Touched, i64)> {
        self.close_run()?;
        Ok((self.touched, self.seq))
    }

    fn close_run(&mut self) -> Result<()> {
        if let Some((fact, first, last)) = self.run.take() {
            if fact.is_claim() {
                self.note(fact.name(), first, "fact", None, Some(&last.to_string()))?;
            }
            self.touched.facts.push((fact, first, last));
        }
        Ok(())
    }

    fn guards(&self, noun: Noun, id: i64, changed: &Columns) -> Result<Columns> {
        let names: Vec<&str> = noun
            .guards()
            .iter()
            .copied()
            .filter(|guard| !changed.iter().any(|(name, _)| name == guard))
            .collect();
        if names.is_empty() {
            return Ok(Vec::new());
        }
        Ok(read_columns(self.conn, noun.name(), id, &names)?.unwrap_or_default())
    }

    fn note(
        &mut self,
        table: &str,
        row: i64,
        op: &str,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<()> {
        let Some(entry) = self.entry else {
            return Ok(());
        };
        self.conn
            .prepare_cached(
                "INSERT INTO journal_row (entry, seq, tbl, row, op, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute((entry, self.seq, table, row, op, before, after))?;
        self.seq += 1;
        Ok(())
    }
}

/// Reads named columns of a row, in the order asked.
pub(super) fn read_columns(
    conn: &Connection,
    table: &str,
    id: i64,
    names: &[&str],
) -> Result<Option<Columns>> {
    let sql = format!("SELECT {} FROM {table} WHERE id = ?", names.join(", "));
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([id])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    names
        .iter()
        .enumerate()
        .map(|(i, name)| Ok(((*name).to_owned(), row.get::<_, Value>(i)?)))
        .collect::<Result<Columns>>()
        .map(Some)
}

/// Reads a row whole, all but its key.
pub(super) fn whole_row(conn: &Connection, table: &str, id: i64) -> rusqlite::Result<Columns> {
    let mut statement = conn.prepare_cached(&format!("SELECT * FROM {table} WHERE id = ?"))?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let columns = statement.query_row([id], |row| {
        names
            .into_iter()
            .enumerate()
            .map(|(i, name)| Ok((name, row.get(i)?)))
            .collect::<rusqlite::Result<Columns>>()
    })?;
    Ok(columns
        .into_iter()
        .filter(|(name, _)| name != "id")
        .collect())
}

/// Inserts a row; the names come from our own code or from an image whose names were checked against the table.
pub(super) fn insert_row(conn: &Connection, table: &str, columns: &Columns) -> Result<i64> {
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let marks = vec!["?"; columns.len()].join(", ");
    let sql = format!(
        "INSERT INTO {table} ({}) VALUES ({marks})",
        names.join(", ")
    );
    conn.prepare_cached(&sql)?
        .execute(params_from_iter(columns.iter().map(|(_, value)| value)))?;
    Ok(conn.last_insert_rowid())
}

/// Sets columns of a row.
pub(super) fn update_row(conn: &Connection, table: &str, id: i64, columns: &Columns) -> Result<()> {
    let sets: Vec<String> = columns
        .iter()
        .map(|(name, _)| format!("{name} = ?"))
        .collect();
    let sql = format!("UPDATE {table} SET {} WHERE id = ?", sets.join(", "));
    let id = Value::Integer(id);
    conn.prepare_cached(&sql)?.execute(params_from_iter(
        columns.iter().map(|(_, value)| value).chain([&id]),
    ))?;
    Ok(())
}
