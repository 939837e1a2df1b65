//! Names of a file become clients, channels, posts and moments of the desk. What does not is a problem of its row.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::Timelike;
use chrono_tz::Tz;

use super::stand_in::{StandIns, What};
use super::unknown::Unknowns;
use super::{Goods, Looked};
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, PostId};
use crate::domain::zone::{Resolved, Wall, resolve, zone_by_name};
use crate::env::Roster;
use crate::import::reason::quoted;
use crate::import::{Field, Problem, Reason, Report, When};
use crate::store::{Channel, Client, Reader, Result};

/// The desk, asked row by row; it keeps the account of what it could not find.
pub(super) struct Resolver<'d> {
    pub(super) reader: &'d Reader,
    pub(super) roster: &'d Roster,
    /// The zone of times without one; none takes the client's.
    zone: Option<Tz>,
    /// What names of the file stand for.
    pub(super) names: &'d StandIns,
    pub(super) report: Report,
    /// Names that nobody here has.
    pub(super) unknown: Unknowns,
    clients: HashMap<String, std::result::Result<ClientId, Reason>>,
    channels: HashMap<(ClientId, String), std::result::Result<&'d Channel, Reason>>,
    posts: HashMap<(ChannelId, String), Vec<PostId>>,
}

impl<'d> Resolver<'d> {
    pub(super) fn new(
        reader: &'d Reader,
        roster: &'d Roster,
        zone: Option<Tz>,
        names: &'d StandIns,
        report: Report,
    ) -> Self {
        Self {
            reader,
            roster,
            zone,
            names,
            report,
            unknown: Unknowns::default(),
            clients: HashMap::new(),
            channels: HashMap::new(),
            posts: HashMap::new(),
        }
    }

    /// The client a row names.
    pub(super) fn client(&mut self, row: usize, name: &str) -> Option<ClientId> {
        let (roster, names) = (self.roster, self.names);
        let known = self.clients.entry(name.to_owned());
        let found = known.or_insert_with(|| find_client(roster, names, name));
        match found.clone() {
            Ok(client) => Some(client),
            Err(why) => {
                self.unknown.client(name, roster);
                self.reject(row, Field::Client, why);
                None
            }
        }
    }

    /// The client's channel a row names: by platform, handle, or the beginning of its uid.
    pub(super) fn channel(
        &mut self,
        row: usize,
        client: ClientId,
        name: &str,
    ) -> Option<&'d Channel> {
        let (roster, names) = (self.roster, self.names);
        let known = self.channels.entry((client, name.to_owned()));
        let found = known.or_insert_with(|| find_channel(roster, names, client, name));
        match found.clone() {
            Ok(channel) => Some(channel),
            Err(why) => {
                self.unknown.channel(client, name, roster);
                self.reject(row, Field::Channel, why);
                None
            }
        }
    }

    /// The post on a channel that a cell names: its topic, its address, or the beginning of its uid.
    pub(super) fn post(&mut self, channel: ChannelId, name: &str) -> Result<Option<PostId>> {
        let fitting = match self.posts.entry((channel, name.to_owned())) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(asked) => asked.insert(self.reader.posts_called(channel, name)?),
        };
        Ok(match fitting.as_slice() {
            [post] => Some(*post),
            _ => None,
        })
    }

    /// The zone that times of a client's rows are in.
    pub(super) fn zone(&self, client: ClientId) -> Tz {
        self.zone.unwrap_or_else(|| self.roster.zone(client))
    }

    /// The zone a row names, or else the one its client's rows are in.
    pub(super) fn zone_named(&mut self, row: usize, client: ClientId, name: &str) -> Option<Tz> {
        if name.is_empty() {
            return Some(self.zone(client));
        }
        let found = zone_by_name(name);
        let name = quoted(name);
        found
            .map_err(|_| self.reject(row, Field::Zone, Reason::UnknownZone { name }))
            .ok()
    }

    /// The moment a row says, on its wall. A time that the clocks jump over is refused; of one that comes twice the
    /// first is taken, and told.
    pub(super) fn moment(
        &mut self,
        row: usize,
        zone: Tz,
        when: &When,
    ) -> Option<(Wall, Moment)> {
        let local = match when {
            When::Day(_) => {
                self.reject(row, Field::Time, Reason::TimeMissing {});
                return None;
            }
            When::Exact { moment, .. } => return Some((Wall::at(*moment, zone), *moment)),
            When::Local(local) => *local,
        };
        let found = local.format("%Y-%m-%d %H:%M").to_string();
        let name = zone.name().to_owned();
        let resolved = resolve(local, zone);
        match resolved {
            Resolved::Plain(_) => {}
            Resolved::Gap { .. } => {
                self.reject(row, Field::Time, Reason::TimeInGap { found, zone: name });
                return None;
            }
            Resolved::Fold { .. } => {
                let twice = Reason::TimeTwice { found, zone: name };
                self.note(row, Field::Time, twice);
            }
        }
        Some((Wall { local, zone }, resolved.moment()))
    }

    /// The whole account, with what the file brings.
    pub(super) fn looked(self, goods: Goods) -> Looked {
        Looked {
            report: self.report,
            unknown: self.unknown.into_found(),
            goods,
        }
    }

    /// A row is wrong after all.
    pub(super) fn reject(&mut self, row: usize, field: Field, why: Reason) {
        let column = self.report.names.of(field);
        self.report.reject(Problem::of_cell(row, column, why));
    }

    /// A row is taken, and something about it should be known.
    pub(super) fn note(&mut self, row: usize, field: Field, what: Reason) {
        let column = self.report.names.of(field);
        self.report.note(Problem::of_cell(row, column, what));
    }
}

/// A planned time has no seconds.
pub(super) fn whole_minute(wall: Wall, at: Moment) -> (Wall, Moment) {
    let seconds = chrono::Duration::seconds(i64::from(wall.local.second()));
    let local = wall.local - seconds;
    let zone = wall.zone;
    (Wall { local, zone }, at - seconds)
}

/// The client of a name. What was said by hand comes first: she knows better what a file calls whom.
fn find_client(
    roster: &Roster,
    names: &StandIns,
    name: &str,
) -> std::result::Result<ClientId, Reason> {
    let meant = names.of(What::Client, name).iter();
    for here in meant {
        if let [client] = roster.clients_called(here).as_slice() {
            return Ok(client.id);
        }
    }
    match roster.clients_called(name).as_slice() {
        [client] => Ok(client.id),
        [] => Err(Reason::UnknownClient { name: quoted(name) }),
        several => Err(Reason::AmbiguousName {
            name: quoted(name),
            fits: several
                .iter()
                .map(|it: &&Client| it.card.name.clone())
                .collect(),
        }),
    }
}

/// The channel of a name at a client; a stand-in of another client's finds nothing here and the next one is tried.
fn find_channel<'r>(
    roster: &'r Roster,
    names: &StandIns,
    client: ClientId,
    name: &str,
) -> std::result::Result<&'r Channel, Reason> {
    for here in names.of(What::Channel, name) {
        if let [channel] = roster.channels_called(client, here).as_slice() {
            return Ok(channel);
        }
    }
    match roster.channels_called(client, name).as_slice() {
        [channel] => Ok(channel),
        [] => Err(Reason::UnknownChannel {
            name: quoted(name),
            client: roster.badge(client).0.to_owned(),
        }),
        several => Err(Reason::AmbiguousName {
            name: quoted(name),
            fits: several.iter().map(|it| it.card.handle.clone()).collect(),
        }),
    }
}
