//! Days with a name and days off: what there is, looked up by day.

mod line;
mod off;
mod stretch;
#[cfg(test)]
mod tests;
mod trouble;
mod words;

use chrono::NaiveDate;

use super::ids::{ClientId, HolidayId};

pub use line::{Named, read};
pub use off::{Hers, Off, OffReason, off_hours};
pub use stretch::Stretch;
pub use trouble::DayTrouble;

/// A day with a name, or one on which she does not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedDay {
    /// Key.
    pub id: HolidayId,
    /// Name for everything outside.
    pub uid: String,
    /// Whose; none is everybody's.
    pub client: Option<ClientId>,
    /// Which day.
    pub day: NaiveDate,
    /// What it is called; a day off may have no name.
    pub name: String,
    /// Whether she does not work: for this client, or for nobody.
    pub is_off: bool,
}

impl NamedDay {
    /// Whether it matters to whoever is in scope: what is everybody's is also a client's.
    fn matters_to(&self, scope: Option<ClientId>) -> bool {
        scope.is_none() || self.client.is_none() || self.client == scope
    }
}

/// All named days, by day; days off come first within a day, everybody's before a client's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Days(Vec<NamedDay>);

impl Days {
    /// Puts them in order.
    pub fn new(mut days: Vec<NamedDay>) -> Self {
        days.sort_by_key(|it| (it.day, !it.is_off, it.client, it.id));
        Self(days)
    }

    /// Those of `from .. to` that matter to whoever is in scope.
    pub fn between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        scope: Option<ClientId>,
    ) -> impl Iterator<Item = &NamedDay> {
        let first = self.0.partition_point(|it| it.day < from);
        let within = self.0[first..].iter().take_while(move |it| it.day < to);
        within.filter(move |it| it.matters_to(scope))
    }

    /// Those of one day that matter to whoever is in scope.
    pub fn on(
        &self,
        day: NaiveDate,
        scope: Option<ClientId>,
    ) -> impl Iterator<Item = &NamedDay> + Clone {
        let first = self.0.partition_point(|it| it.day < day);
        let within = self.0[first..].iter().take_while(move |it| it.day == day);
        within.filter(move |it| it.matters_to(scope))
    }

    /// The one that says of this day that she does not work for the client.
    pub fn off(&self, day: NaiveDate, client: ClientId) -> Option<&NamedDay> {
        self.on(day, Some(client)).find(|it| it.is_off)
    }

    /// The one of exactly this client, or of everybody.
    pub fn exactly(&self, day: NaiveDate, client: Option<ClientId>) -> Option<&NamedDay> {
        self.on(day, client).find(|it| it.client == client)
    }
}
