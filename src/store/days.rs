//! Named days and days off: changes and lookups.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row};

use super::clients::list;
use super::convert::{int, maybe_int, text};
use super::error::{Result, StoreError};
use super::ledger::Ledger;
use super::reader::Reader;
use super::table::Noun;
use crate::domain::command::DayCommand;
use crate::domain::days::{NamedDay, Stretch};
use crate::domain::ids::{ClientId, HolidayId};

/// Marks read in one go: more than a desk gathers in a lifetime, and no more than a window may hold.
const MOST: i64 = 10_000;

/// How a day lies in the store; these words sort as the days do.
const DAY: &str = "%Y-%m-%d";

const MARK: &str = "SELECT m.id, m.uid, m.client, m.day, m.name, m.is_off FROM holiday_mark m \
    WHERE m.deleted_at IS NULL AND m.day >= ?1 AND m.day < ?2 AND (m.client IS NULL \
    OR EXISTS (SELECT 1 FROM client k WHERE k.id = m.client AND k.deleted_at IS NULL))";

pub(super) fn apply(ledger: &mut Ledger<'_>, command: &DayCommand) -> Result<Option<i64>> {
    match command {
        DayCommand::Name {
            client,
            stretch,
            name,
            is_off,
        } => {
            lives(ledger, *client)?;
            for day in stretch.days() {
                call(ledger, *client, day, name, *is_off)?;
            }
        }
        DayCommand::TakeAway { client, stretch } => take_away(ledger, *client, *stretch)?,
    }
    Ok(None)
}

/// A client that was let go gets no days any more.
fn lives(ledger: &Ledger<'_>, client: Option<ClientId>) -> Result<()> {
    let Some(client) = client else {
        return Ok(());
    };
    let sql = "SELECT 1 FROM client WHERE id = ? AND deleted_at IS NULL";
    if ledger.conn().prepare_cached(sql)?.exists([client])? {
        Ok(())
    } else {
        Err(StoreError::Gone {
            table: "client",
            row: client.0,
        })
    }
}

/// Writes what a day is called over what it was called, or beside what others call it.
fn call(
    ledger: &mut Ledger<'_>,
    client: Option<ClientId>,
    day: NaiveDate,
    name: &str,
    is_off: bool,
) -> Result<()> {
    let row = [("name", text(name)), ("is_off", int(is_off))];
    if let Some(mark) = mark_of(ledger, client, day)? {
        return ledger.update(Noun::HolidayMark, mark, &row).map(drop);
    }
    let mut whole = vec![
        ("client", maybe_int(client.map(|it| it.0))),
        ("day", text(day.format(DAY).to_string())),
    ];
    whole.extend(row);
    ledger.insert(Noun::HolidayMark, &whole).map(drop)
}

fn take_away(ledger: &mut Ledger<'_>, client: Option<ClientId>, stretch: Stretch) -> Result<()> {
    for day in stretch.days() {
        if let Some(mark) = mark_of(ledger, client, day)? {
            ledger.bury(Noun::HolidayMark, mark)?;
        }
    }
    Ok(())
}

/// The living mark of a day, of exactly this client or of everybody.
fn mark_of(ledger: &Ledger<'_>, client: Option<ClientId>, day: NaiveDate) -> Result<Option<i64>> {
    let sql =
        "SELECT id FROM holiday_mark WHERE day = ? AND client IS ? AND deleted_at IS NULL LIMIT 1";
    Ok(ledger
        .conn()
        .prepare_cached(sql)?
        .query_row((day.format(DAY).to_string(), client), |row| row.get(0))
        .optional()?)
}

impl Reader {
    /// The named days from one day until before another, the latest first: everybody's, and those of the client in scope or
    /// of all. Where no day is given there is no end.
    pub fn named_days(
        &self,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
        scope: Option<ClientId>,
    ) -> Result<Vec<NamedDay>> {
        let said = |day: NaiveDate| day.format(DAY).to_string();
        // In the order of words nothing comes before an empty one, and no day after a wave.
        let from = from.map_or_else(String::new, said);
        let to = to.map_or_else(|| "~".to_owned(), said);
        let params = (from, to, scope, MOST);
        list(self.conn(), &question(scope), params, named_day)
    }
}

fn question(scope: Option<ClientId>) -> String {
    let scoped = if scope.is_some() {
        "AND (m.client IS NULL OR m.client = ?3)"
    } else {
        "AND ?3 IS NULL"
    };
    format!("{MARK} {scoped} ORDER BY m.day DESC LIMIT ?4")
}

fn named_day(row: &Row<'_>) -> rusqlite::Result<NamedDay> {
    let day: String = row.get(3)?;
    Ok(NamedDay {
        id: row.get(0).map(HolidayId)?,
        uid: row.get(1)?,
        client: row.get(2)?,
        // A day that no calendar knows lies at the beginning of time, which is visibly wrong and never now.
        day: NaiveDate::parse_from_str(&day, DAY).unwrap_or_default(),
        name: row.get(4)?,
        is_off: row.get(5)?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::agenda_pages::tests::desk;
    use super::*;

    #[test]
    fn named_days_are_read_from_their_index_alone() {
        let (_folder, store) = desk();
        for scope in [None, Some(ClientId(1))] {
            let asked = store.reader().named_days(None, None, scope);
            assert_eq!(asked.unwrap(), []);
            let sql = format!("EXPLAIN QUERY PLAN {}", question(scope));
            let plan = list(store.reader().conn(), &sql, ("", "~", scope, MOST), |row| {
                row.get::<_, String>(3)
            });
            let plan = plan.unwrap().join("\n");
            assert!(
                plan.contains("holiday_mark_of_day (day>? AND day<?)"),
                "{plan}"
            );
            assert!(!plan.contains("SCAN"), "{plan}");
            assert!(!plan.contains("TEMP B-TREE"), "{plan}");
        }
    }
}
