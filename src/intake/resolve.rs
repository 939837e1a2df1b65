//! Names of a file become clients, channels, posts and moments of the desk. What does not is a problem of its row.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use chrono::Timelike;
use chrono_tz::Tz;

use super::stand_in::{StandIns, What};
use super::unknown::Unknowns;
use super::{Goods, Looked, Remembered};
use crate::domain::Moment;
use crate::domain::fold::fold;
use crate::domain::ids::{ChannelId, ClientId, PostId};
use crate::domain::zone::{Resolved, Wall, resolve, zone_by_name};
use crate::env::Roster;
use crate::import::reason::quoted;
use crate::import::{Field, Problem, Reason, Report, When};
use crate::store::{Channel, Reader, Result};

/// What names of a file stand for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'n> {
    /// As it was said this time.
    pub(super) said: &'n StandIns,
    /// As it was said of other files.
    pub(super) before: &'n StandIns,
}

/// The desk, asked row by row; it keeps the account of what it could not find.
pub(super) struct Resolver<'d> {
    pub(super) reader: &'d Reader,
    pub(super) roster: &'d Roster,
    /// The zone of times without one; none takes the client's.
    zone: Option<Tz>,
    names: Names<'d>,
    /// Names that stand for what they stood for before.
    stood_in: HashSet<(What, String)>,
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
        names: Names<'d>,
        report: Report,
    ) -> Self {
        Self {
            reader,
            roster,
            zone,
            names,
            stood_in: HashSet::new(),
            report,
            unknown: Unknowns::default(),
            clients: HashMap::new(),
            channels: HashMap::new(),
            posts: HashMap::new(),
        }
    }

    /// The client a row names.
    pub(super) fn client(&mut self, row: usize, name: &str) -> Option<ClientId> {
        if !self.clients.contains_key(name) {
            let found = self.find_client(name);
            self.clients.insert(name.to_owned(), found);
        }
        match self.clients.get(name)?.clone() {
            Ok(client) => Some(client),
            Err(why) => {
                self.unknown.client(name, self.roster);
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
        let key = (client, name.to_owned());
        if !self.channels.contains_key(&key) {
            let found = self.find_channel(client, name);
            self.channels.insert(key.clone(), found);
        }
        match self.channels.get(&key)?.clone() {
            Ok(channel) => Some(channel),
            Err(why) => {
                self.unknown.channel(client, name, self.roster);
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
    pub(super) fn moment(&mut self, row: usize, zone: Tz, when: &When) -> Option<(Wall, Moment)> {
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

    /// The first of what a name may stand for that is there: what was said this time, the name itself, what was said before.
    /// She knows best what a file calls whom; but what was said of another file must not hide who is really called so.
    pub(super) fn meant<T>(
        &mut self,
        what: What,
        name: &str,
        find: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let Names { said, before } = self.names;
        let said = said.of(what, name).iter().find_map(|here| find(here));
        if let Some(found) = said.or_else(|| find(name)) {
            return Some(found);
        }
        let found = before.of(what, name).iter().find_map(|here| find(here))?;
        self.stood_in.insert((what, fold(name)));
        Some(found)
    }

    fn find_client(&mut self, name: &str) -> std::result::Result<ClientId, Reason> {
        let roster = self.roster;
        let only = |called: &str| match roster.clients_called(called).as_slice() {
            [client] => Some(client.id),
            _ => None,
        };
        if let Some(client) = self.meant(What::Client, name, only) {
            return Ok(client);
        }
        let fits = roster.clients_called(name).into_iter();
        let fits: Vec<String> = fits.map(|it| it.card.name.clone()).collect();
        let name = quoted(name);
        Err(if fits.is_empty() {
            Reason::UnknownClient { name }
        } else {
            Reason::AmbiguousName { name, fits }
        })
    }

    /// The channel of a name at a client; what stands for another client's is passed over.
    fn find_channel(
        &mut self,
        client: ClientId,
        name: &str,
    ) -> std::result::Result<&'d Channel, Reason> {
        let roster = self.roster;
        let only = |called: &str| match roster.channels_called(client, called).as_slice() {
            [channel] => Some(*channel),
            _ => None,
        };
        if let Some(channel) = self.meant(What::Channel, name, only) {
            return Ok(channel);
        }
        let fits = roster.channels_called(client, name).into_iter();
        let fits: Vec<String> = fits.map(|it| it.card.handle.clone()).collect();
        let name = quoted(name);
        Err(if fits.is_empty() {
            let client = roster.badge(client).0.to_owned();
            Reason::UnknownChannel { name, client }
        } else {
            Reason::AmbiguousName { name, fits }
        })
    }

    /// The whole account, with what the file brings.
    pub(super) fn looked(self, goods: Goods) -> Looked {
        Looked {
            sniffed: None,
            remembered: Remembered {
                columns: 0,
                names: self.stood_in.len(),
            },
            report: self.report,
            unknown: self.unknown.into_found(),
            goods,
            memos: Vec::new(),
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
