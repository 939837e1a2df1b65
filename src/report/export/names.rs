//! What clients and channels are called in a file: so that whoever reads it knows them, and so that the import finds exactly
//! them again.

use std::collections::HashMap;

use chrono_tz::Tz;

use crate::domain::fold::fold;
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::platform::Platforms;
use crate::domain::zone::zone_by_name;
use crate::store::{Channel, Client, Reader, Result};

/// The names of the desk.
pub(super) struct Names {
    /// Live clients, in the order they were taken on.
    pub(super) clients: Vec<Client>,
    /// Live channels, by client.
    pub(super) channels: Vec<Channel>,
    of_clients: HashMap<ClientId, (String, Tz)>,
    of_channels: HashMap<ChannelId, String>,
}

impl Names {
    /// Reads them.
    pub(super) fn read(reader: &Reader) -> Result<Self> {
        let (clients, channels) = (reader.clients()?, reader.channels()?);
        let of_clients = clients.iter().map(|it| {
            let zone = zone_by_name(&it.card.zone).unwrap_or(Tz::UTC);
            (it.id, (client_name(it, &clients), zone))
        });
        let of_channels = channels
            .iter()
            .map(|it| (it.id, channel_name(it, &channels)));
        Ok(Self {
            of_clients: of_clients.collect(),
            of_channels: of_channels.collect(),
            clients,
            channels,
        })
    }

    /// The name of a client.
    pub(super) fn client(&self, id: ClientId) -> &str {
        self.of_clients.get(&id).map_or("", |(name, _)| name)
    }

    /// The zone of a client.
    pub(super) fn zone(&self, id: ClientId) -> Tz {
        self.of_clients.get(&id).map_or(Tz::UTC, |(_, zone)| *zone)
    }

    /// The name of a channel among those of its client.
    pub(super) fn channel(&self, id: ChannelId) -> &str {
        self.of_channels.get(&id).map_or("", String::as_str)
    }
}

/// The short name, unless it fits another client as well.
fn client_name(client: &Client, all: &[Client]) -> String {
    let fits = |name: &str| {
        let wanted = fold(name);
        let called = |it: &&Client| fold(&it.card.short) == wanted || fold(&it.card.name) == wanted;
        all.iter().filter(called).count()
    };
    let mut names = [&client.card.short, &client.card.name].into_iter();
    let found = names.find(|name| fits(name) == 1);
    found.unwrap_or(&client.uid).clone()
}

/// The two letters of the platform, unless the client has another channel there; then the account, then the uid.
fn channel_name(channel: &Channel, all: &[Channel]) -> String {
    let card = &channel.card;
    let theirs = || all.iter().filter(|it| it.card.client == card.client);
    let platforms = Platforms::builtin();
    let on_it = theirs().filter(|it| it.card.platform == card.platform);
    if let (Some(platform), 1) = (platforms.by_id(&card.platform), on_it.count()) {
        return platform.code.clone();
    }
    let bare = |handle: &str| fold(handle.trim().trim_start_matches('@'));
    let handle = bare(&card.handle);
    let same = theirs().filter(|it| bare(&it.card.handle) == handle);
    let is_one_word = !handle.is_empty() && !card.handle.contains(DIVIDERS);
    if is_one_word && same.count() == 1 && platforms.by_word(&card.handle).is_none() {
        return card.handle.clone();
    }
    channel.uid.clone()
}

/// What divides the channels of a cell.
const DIVIDERS: [char; 6] = [',', ';', '+', '/', '|', '\n'];
