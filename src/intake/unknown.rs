//! Names of a file that nobody here has, how often each comes, and what was probably meant.

use std::collections::HashMap;

use serde::Serialize;

use super::stand_in::What;
use crate::domain::fold::fold;
use crate::domain::ids::ClientId;
use crate::domain::platform::Platforms;
use crate::domain::slips;
use crate::env::Roster;
use crate::import::reason::quoted;
use crate::store::Channel;

/// Unknown names kept; a file with more of them is the wrong file.
const MOST: usize = 500;

/// A name, and what may be meant by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unknown {
    /// What it would be the name of.
    pub what: What,
    /// As the file has it, safe to show.
    pub name: String,
    /// At which client; none where the client itself is unknown.
    #[serde(skip)]
    pub client: Option<ClientId>,
    /// The client's short name.
    #[serde(rename = "client")]
    pub client_name: Option<String>,
    /// Rows that say so.
    pub rows: usize,
    /// What is called nearly so here.
    pub near: Option<String>,
    /// Of a rubric: the rubrics its client has.
    #[serde(skip)]
    pub known: Vec<String>,
}

/// All of them, in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Unknowns {
    found: Vec<Unknown>,
    places: HashMap<(What, Option<ClientId>, String), usize>,
}

impl Unknowns {
    /// A client nobody knows.
    pub(super) fn client(&mut self, name: &str, roster: &Roster) {
        self.count((What::Client, None), name, roster, &[], || {
            near_client(name, roster)
        });
    }

    /// A channel its client does not have.
    pub(super) fn channel(&mut self, client: ClientId, name: &str, roster: &Roster) {
        self.count((What::Channel, Some(client)), name, roster, &[], || {
            near_channel(client, name, roster)
        });
    }

    /// A rubric its client does not have.
    pub(super) fn rubric(
        &mut self,
        client: ClientId,
        name: &str,
        known: &[String],
        roster: &Roster,
    ) {
        self.count((What::Rubric, Some(client)), name, roster, known, || {
            slips::nearest(name, known.iter().map(String::as_str)).map(str::to_owned)
        });
    }

    /// What was found: clients first, because their channels can only be known after them; rubrics last, they hold up
    /// nothing.
    pub(super) fn into_found(mut self) -> Vec<Unknown> {
        self.found.sort_by_key(|it| it.what);
        self.found
    }

    fn count(
        &mut self,
        (what, client): (What, Option<ClientId>),
        name: &str,
        roster: &Roster,
        known: &[String],
        near: impl FnOnce() -> Option<String>,
    ) {
        let name = quoted(name);
        if name.is_empty() {
            return;
        }
        let key = (what, client, fold(&name));
        if let Some(place) = self.places.get(&key) {
            self.found[*place].rows += 1;
            return;
        }
        if self.found.len() == MOST {
            return;
        }
        self.places.insert(key, self.found.len());
        self.found.push(Unknown {
            what,
            client,
            client_name: client.map(|id| roster.badge(id).0.to_owned()),
            rows: 1,
            near: near(),
            known: known.to_vec(),
            name,
        });
    }
}

/// The client that is called nearly so, by its short name.
fn near_client(name: &str, roster: &Roster) -> Option<String> {
    let names = roster.clients.iter();
    let names = names.flat_map(|it| [it.card.short.as_str(), it.card.name.as_str()]);
    let near = slips::nearest(name, names)?;
    match roster.clients_called(near).as_slice() {
        [client] => Some(client.card.short.clone()),
        _ => None,
    }
}

/// The client's channel that is called nearly so, by the shortest name that finds it again.
fn near_channel(client: ClientId, name: &str, roster: &Roster) -> Option<String> {
    let theirs: Vec<&Channel> = roster.channels_of(client).collect();
    let words = |channel: &Channel| {
        let mut words = vec![channel.card.handle.clone()];
        if let Some(platform) = Platforms::builtin().by_id(&channel.card.platform) {
            words.extend([platform.id.clone(), platform.name.clone()]);
            words.push(platform.name_ru.clone());
            words.extend(platform.aliases.iter().cloned());
        }
        words
    };
    let all: Vec<(String, &Channel)> = theirs
        .iter()
        .flat_map(|channel| words(channel).into_iter().map(move |word| (word, *channel)))
        .collect();
    let near = slips::nearest(name, all.iter().map(|(word, _)| word.as_str()))?;
    let (_, channel) = all.iter().find(|(word, _)| word == near)?;
    Some(channel_word(channel, roster))
}

/// What finds a channel among its client's: its platform where it is the only one there, else its handle.
pub fn channel_word(channel: &Channel, roster: &Roster) -> String {
    let card = &channel.card;
    match roster.channels_called(card.client, &card.platform).len() {
        1 => card.platform.clone(),
        _ if card.handle.is_empty() => channel.uid.clone(),
        _ => card.handle.clone(),
    }
}
