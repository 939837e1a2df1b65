//! The names a filter may use, and the keys behind them.

use crate::domain::filter::{Names, plain};
use crate::domain::fold::fold;
use crate::store::clients::list;
use crate::store::error::Result;
use crate::store::reader::Reader;

/// Names of rubrics or campaigns that are looked at.
const NAMES: i64 = 2000;

impl Reader {
    /// The names a filter line may use.
    pub fn filter_names(&self) -> Result<Names> {
        let (clients, channels) = (self.clients()?, self.channels()?);
        let (rubrics, campaigns) = (self.named_rows("rubric")?, self.named_rows("campaign")?);
        let clients = clients.iter().map(|it| &it.card);
        let channels = channels.iter().map(|it| &it.card);
        Ok(Names::new(
            clients.map(|card| [card.short.as_str(), card.name.as_str()]),
            channels.map(|card| [card.platform.as_str(), card.handle.as_str()]),
            rubrics.iter().map(|(_, name)| name.as_str()),
            campaigns.iter().map(|(_, name)| name.as_str()),
        ))
    }

    pub(super) fn clients_called(&self, name: &str) -> Result<Vec<i64>> {
        let clients = self.clients()?;
        let called = clients.iter().filter(|it| is_called(&it.card.short, name));
        Ok(called.map(|it| it.id.0).collect())
    }

    /// The channels of a platform, or else the one with this handle.
    pub(super) fn channels_called(&self, name: &str) -> Result<Vec<i64>> {
        let channels = self.channels()?;
        let on_platform = channels.iter().filter(|it| it.card.platform == name);
        let mut called: Vec<i64> = on_platform.map(|it| it.id.0).collect();
        if called.is_empty() {
            let is_this = |handle: &str| is_called(handle.trim_start_matches('@'), name);
            let named = channels.iter().filter(|it| is_this(&it.card.handle));
            called.extend(named.map(|it| it.id.0));
        }
        Ok(called)
    }

    /// Rubrics or campaigns of this name, whoever's they are.
    pub(super) fn keys_of(&self, table: &str, name: &str) -> Result<Vec<i64>> {
        let rows = self.named_rows(table)?.into_iter();
        let called = rows.filter(|(_, own)| is_called(own, name));
        Ok(called.map(|(key, _)| key).collect())
    }

    fn named_rows(&self, table: &str) -> Result<Vec<(i64, String)>> {
        let sql =
            format!("SELECT id, name FROM {table} WHERE deleted_at IS NULL ORDER BY id LIMIT ?");
        list(self.conn(), &sql, [NAMES], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    }
}

/// Names meet as they do in a filter line.
fn is_called(own: &str, wanted: &str) -> bool {
    fold(&plain(own)) == fold(wanted)
}
