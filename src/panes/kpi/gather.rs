//! Asks the store for the numbers of one client.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Shown;
use crate::domain::ids::ClientId;
use crate::env::Env;
use crate::store::{Reader, Result};

/// Everything that is shown of a client; none when the roster does not know it.
pub(super) fn shown(reader: &Reader, env: &Env<'_>, id: ClientId) -> Result<Option<Shown>> {
    let Some(client) = env.roster.client(id) else {
        return Ok(None);
    };
    let channels = env.roster.channels_of(id).map(|it| it.id).collect();
    Ok(Some(Shown {
        client: id,
        sign: client.card.money_sign(),
        sheet: reader.score_sheet(client, channels, env.now)?,
        hits: reader.hits(id, env.now)?,
    }))
}

/// Numbers of this client that were being typed when a window went away.
pub(super) fn unfinished(reader: &Reader, client: ClientId) -> Result<BTreeMap<NaiveDate, String>> {
    let owner = format!("readings:{}:", client.0);
    let drafts = reader.drafts_kept()?;
    Ok(drafts
        .into_iter()
        .filter(|draft| !draft.text.trim().is_empty())
        .filter_map(|draft| {
            let day = draft.owner.strip_prefix(&owner)?.parse().ok()?;
            Some((day, draft.text))
        })
        .collect())
}
