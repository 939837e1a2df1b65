//! The air in every room: now, whose clock, who is in scope, what things are called, how they look.

mod called;
mod days;
mod links;
mod walls;

use chrono::{DateTime, Duration, NaiveDate};
use chrono_tz::Tz;

use crate::domain::Moment;
use crate::domain::days::Days;
use crate::domain::filter::Filter;
use crate::domain::hours::Hours;
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::platform::{Platform, Platforms};
use crate::domain::zone::zone_by_name;
use crate::locale::Locale;
use crate::store::{Channel, Client, Reader, Result};
use crate::ui::Theme;

pub use called::{fits_uid, may_be_uid};
pub use links::{Becomes, Marked, tag_links};
pub use walls::Landing;

/// Who is who, and when nobody works: the clients and channels that every line names, and the days with a name. Small, read
/// again when one of them changes.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    /// Live clients, in the order they were taken on.
    pub clients: Vec<Client>,
    /// Live channels, by client.
    pub channels: Vec<Channel>,
    /// Days with a name, and those on which she does not work.
    pub days: Days,
    /// The zones of the clients, in their order: asked for on every line.
    zones: Vec<Tz>,
    /// The rules of channels where texts may be of another length than their platform says.
    own_rules: Vec<(ChannelId, Platform)>,
}

impl Roster {
    /// Reads it.
    pub fn read(reader: &Reader) -> Result<Self> {
        let clients = reader.clients()?;
        let zone = |client: &Client| zone_by_name(&client.card.zone).unwrap_or(chrono_tz::UTC);
        let channels = reader.channels()?;
        Ok(Self {
            zones: clients.iter().map(zone).collect(),
            clients,
            own_rules: channels.iter().filter_map(own_rules).collect(),
            channels,
            days: Days::new(reader.named_days(None, None, None)?),
        })
    }

    /// A client by key.
    pub fn client(&self, id: ClientId) -> Option<&Client> {
        self.clients.iter().find(|client| client.id == id)
    }

    /// A channel by key.
    pub fn channel(&self, id: ChannelId) -> Option<&Channel> {
        self.channels.iter().find(|channel| channel.id == id)
    }

    /// The rules of a channel: those of its platform, with what she says of this channel alone.
    pub fn platform(&self, id: ChannelId) -> Option<&Platform> {
        let own = self.own_rules.iter().find(|(channel, _)| *channel == id);
        own.map_or_else(|| self.usual(id), |(_, rules)| Some(rules))
    }

    /// The rules of its platform as such.
    fn usual(&self, id: ChannelId) -> Option<&'static Platform> {
        Platforms::in_force().by_id(&self.channel(id)?.card.platform)
    }

    /// The two letters a channel is known by ("VK").
    pub fn code(&self, id: ChannelId) -> &'static str {
        self.usual(id)
            .map_or("??", |platform| platform.code.as_str())
    }

    /// Short name and colour of a client.
    pub fn badge(&self, id: ClientId) -> (&str, usize) {
        self.client(id).map_or(("?", 0), |client| {
            (client.card.short.as_str(), usize::from(client.card.colour))
        })
    }

    /// The zone of a client.
    pub fn zone(&self, id: ClientId) -> Tz {
        let at = self.clients.iter().position(|client| client.id == id);
        at.map_or(chrono_tz::UTC, |at| self.zones[at])
    }

    /// The channels of a client.
    pub fn channels_of(&self, id: ClientId) -> impl Iterator<Item = &Channel> {
        self.channels
            .iter()
            .filter(move |channel| channel.card.client == id)
    }
}

/// The rules of a channel where texts may be of another length.
fn own_rules(channel: &Channel) -> Option<(ChannelId, Platform)> {
    let max = usize::try_from(channel.card.text_max).ok()?;
    let usual = Platforms::in_force().by_id(&channel.card.platform)?;
    (max > 0).then(|| (channel.id, usual.with_longest_text(max)))
}

/// Text being typed somewhere, for the autosave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What it belongs to: `post:<id>`, `answer:<thread>`, `add`, …
    pub owner: String,
    /// The text.
    pub text: String,
    /// Caret, in bytes.
    pub caret: usize,
}

/// What a room is told with every question. All borrowed, nothing to change.
#[derive(Clone, Copy)]
pub struct Env<'a> {
    /// The moment, the same for everything done in one go.
    pub now: Moment,
    /// The manager's zone.
    pub zone: Tz,
    /// The manager's own working hours.
    pub hours: &'a Hours,
    /// The client in scope, or all.
    pub scope: Option<ClientId>,
    /// Which posts are shown in the plan and among the drafts.
    pub filter: &'a Filter,
    /// Names.
    pub roster: &'a Roster,
    /// Words.
    pub locale: &'a Locale,
    /// Colours.
    pub theme: &'a Theme,
    /// Columns and rows of the whole window.
    pub size: (u16, u16),
}

impl Env<'_> {
    /// The zone times are shown in: hers for all clients, the client's own when one is in scope.
    pub fn shown_zone(&self) -> Tz {
        self.scope
            .map_or(self.zone, |client| self.roster.zone(client))
    }

    /// A moment on the wall that is shown.
    pub fn wall(&self, at: Moment) -> DateTime<Tz> {
        at.with_timezone(&self.shown_zone())
    }

    /// "09:30" on the wall that is shown.
    pub fn clock(&self, at: Moment) -> String {
        self.locale.clock(self.wall(at).time())
    }

    /// Today's date on the wall that is shown.
    pub fn today(&self) -> NaiveDate {
        self.wall(self.now).date_naive()
    }

    /// The moment a shown day begins.
    pub fn day_start(&self, day: NaiveDate) -> Moment {
        crate::domain::zone::day_start(day, self.shown_zone())
    }

    /// Whole minutes from now until `at`; negative when it has passed.
    pub fn minutes_until(&self, at: Moment) -> i64 {
        // To the nearest second: the moments of plans have none of their fractions, the clock has.
        let seconds = ((at - self.now).num_milliseconds() + 500).div_euclid(1000);
        seconds.div_euclid(60)
    }

    /// Whether `at` lies within the next `span`.
    pub fn within(&self, at: Moment, span: Duration) -> bool {
        at >= self.now && at <= self.now + span
    }
}
