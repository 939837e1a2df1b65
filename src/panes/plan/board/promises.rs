//! Contracts beside the calendar: how many posts of the month were promised, and how many there are.

use chrono::{Months, NaiveDate};

use super::Look;
use super::span::{Span, first_of, later};
use crate::domain::ids::ClientId;
use crate::domain::zone::day_start;
use crate::env::Env;
use crate::store::{Reader, Result};

/// How many posts of a month a client was promised, and how many are planned or out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Promise {
    pub(super) client: ClientId,
    pub(super) planned: u32,
    pub(super) promised: u32,
}

/// The month whose contracts are shown; a week belongs to the month of its Thursday.
pub(super) fn month_of(span: &Span, month: NaiveDate) -> NaiveDate {
    match span.look {
        Look::Month => month,
        Look::Week | Look::Agenda => first_of(later(span.first, 3)),
    }
}

/// The contracts of those in scope for a month.
pub(super) fn promises(month: NaiveDate, reader: &Reader, env: &Env<'_>) -> Result<Vec<Promise>> {
    let next = month.checked_add_months(Months::new(1)).unwrap_or(month);
    let mut promises = Vec::new();
    for client in &env.roster.clients {
        let in_scope = env.scope.is_none_or(|scope| scope == client.id);
        let Some(promised) = client.card.contract_posts.filter(|_| in_scope) else {
            continue;
        };
        let zone = env.roster.zone(client.id);
        let [from, to] = [month, next].map(|day| day_start(day, zone));
        let (_, planned) = reader.contract_standing(client.id, from, to)?;
        promises.push(Promise {
            client: client.id,
            planned,
            promised,
        });
    }
    Ok(promises)
}
