//! Names of a file become clients, channels, posts and moments of the desk. What does not is a problem of its row.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::Timelike;
use chrono_tz::Tz;

use super::super::list::{zone_in, zones};
use super::super::named;
use crate::domain::Moment;
use crate::domain::fold::fold;
use crate::domain::ids::{ChannelId, ClientId, PostId};
use crate::domain::platform::Platforms;
use crate::domain::zone::{Resolved, Wall, resolve};
use crate::env::Roster;
use crate::import::reason::quoted;
use crate::import::{Field, Problem, Reason, Report, When};
use crate::store::{Channel, Reader, Result};

/// The desk, asked row by row; it keeps the account of what it could not find.
pub(super) struct Resolver<'d> {
    reader: &'d Reader,
    pub(super) roster: &'d Roster,
    /// The zone of times without one; none takes the client's.
    zone: Option<Tz>,
    zones: HashMap<ClientId, Tz>,
    pub(super) report: Report,
    clients: HashMap<String, std::result::Result<ClientId, Reason>>,
    posts: HashMap<(ChannelId, String), Vec<PostId>>,
}

impl<'d> Resolver<'d> {
    pub(super) fn new(
        reader: &'d Reader,
        roster: &'d Roster,
        zone: Option<Tz>,
        report: Report,
    ) -> Self {
        Self {
            reader,
            roster,
            zone,
            zones: zones(roster),
            report,
            clients: HashMap::new(),
            posts: HashMap::new(),
        }
    }

    /// The client a row names.
    pub(super) fn client(&mut self, row: usize, name: &str) -> Option<ClientId> {
        let roster = self.roster;
        let known = self.clients.entry(name.to_owned());
        let found = known.or_insert_with(|| find_client(roster, name)).clone();
        found
            .map_err(|why| self.reject(row, Field::Client, why))
            .ok()
    }

    /// The client's channel a row names: by platform, handle, or the beginning of its uid.
    pub(super) fn channel(
        &mut self,
        row: usize,
        client: ClientId,
        name: &str,
    ) -> Option<&'d Channel> {
        let fitting = find_channels(self.roster, client, name);
        match fitting.as_slice() {
            [channel] => Some(channel),
            [] => {
                let client = self.roster.badge(client).0.to_owned();
                let name = quoted(name);
                self.reject(row, Field::Channel, Reason::UnknownChannel { name, client });
                None
            }
            several => {
                let fits = several.iter().map(|it| it.card.handle.clone()).collect();
                let name = quoted(name);
                self.reject(row, Field::Channel, Reason::AmbiguousName { name, fits });
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
        self.zone.unwrap_or_else(|| zone_in(&self.zones, client))
    }

    /// The moment a row says, on its wall. A time that the clocks jump over is refused; of one that comes twice the
    /// first is taken, and told.
    pub(super) fn moment(
        &mut self,
        row: usize,
        client: ClientId,
        when: &When,
    ) -> Option<(Wall, Moment)> {
        let zone = self.zone(client);
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

fn find_client(roster: &Roster, name: &str) -> std::result::Result<ClientId, Reason> {
    let fitting = named::clients(roster, name);
    match fitting.as_slice() {
        [client] => Ok(client.id),
        [] => Err(Reason::UnknownClient { name: quoted(name) }),
        several => Err(Reason::AmbiguousName {
            name: quoted(name),
            fits: several.iter().map(|it| it.card.name.clone()).collect(),
        }),
    }
}

fn find_channels<'r>(roster: &'r Roster, client: ClientId, name: &str) -> Vec<&'r Channel> {
    let theirs = |fits: &dyn Fn(&Channel) -> bool| -> Vec<&'r Channel> {
        roster.channels_of(client).filter(|it| fits(it)).collect()
    };
    if let Some(platform) = Platforms::builtin().by_word(name) {
        let on_it = theirs(&|it| it.card.platform == platform.id);
        if !on_it.is_empty() {
            return on_it;
        }
    }
    let wanted = fold(name.trim().trim_start_matches('@'));
    if wanted.is_empty() {
        return Vec::new();
    }
    let handles = theirs(&|it| fold(it.card.handle.trim_start_matches('@')) == wanted);
    if handles.is_empty() {
        theirs(&|it| named::fits_uid(&it.uid, &wanted))
    } else {
        handles
    }
}
