//! Two walls: the one that is shown, and the one it must be told beside; and whether she is away when something goes out.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike};
use chrono_tz::Tz;

use super::Env;
use crate::domain::Moment;
use crate::domain::days::{Hers, Off, OffReason, off_hours};
use crate::domain::ids::{ChannelId, ClientId, PostId};
use crate::domain::zone::town;

/// Where one variant of a post lands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Landing {
    /// Of which post.
    pub post: PostId,
    /// Whose.
    pub client: ClientId,
    /// Where.
    pub channel: ChannelId,
    /// When.
    pub at: Moment,
}

impl Env<'_> {
    /// A moment on the wall that is not shown, where it differs: the client's beside hers, hers beside the client's.
    pub fn other_wall(&self, client: ClientId, at: Moment) -> Option<DateTime<Tz>> {
        let zone = match self.scope {
            None => self.roster.zone(client),
            Some(_) => self.zone,
        };
        let other = at.with_timezone(&zone);
        (other.naive_local() != self.wall(at).naive_local()).then_some(other)
    }

    /// "19:00", what the other wall shows where it differs.
    pub fn other_clock(&self, client: ClientId, at: Moment) -> Option<String> {
        let other = self.other_wall(client, at)?;
        Some(self.locale.clock(other.time()))
    }

    /// The same with the day in front where it is another one there: "Sat 01:30".
    pub fn other_time(&self, client: ClientId, at: Moment) -> Option<String> {
        let other = self.other_wall(client, at)?;
        let clock = self.locale.clock(other.time());
        if other.date_naive() == self.wall(at).date_naive() {
            return Some(clock);
        }
        let day = self.locale.weekday_short(other.weekday());
        Some(format!("{day} {clock}"))
    }

    /// The same with whose wall it is: "19:00 in Ho Chi Minh", beside a client's wall "15:00 yours".
    pub fn other_words(&self, client: ClientId, at: Moment) -> Option<String> {
        let clock = ("clock", self.other_time(client, at)?.into());
        Some(match self.scope {
            None => {
                let town = ("town", town(self.roster.zone(client)).into());
                self.locale.say("clock-in-town", &[clock, town])
            }
            Some(_) => self.locale.say("clock-yours", &[clock]),
        })
    }

    /// Whose times are shown: "times are yours (Moscow)", "times of Sao Mai (Ho Chi Minh)".
    pub fn whose_clock(&self) -> String {
        let town = ("town", town(self.shown_zone()).into());
        match self.scope {
            None => self.locale.say("plan-yours", &[town]),
            Some(client) => {
                let client = ("client", self.roster.badge(client).0.into());
                self.locale.say("plan-theirs", &[client, town])
            }
        }
    }

    /// Why a post would find her away, where it would and where it needs her.
    pub fn away(&self, at: Moment, client: ClientId, channel: ChannelId) -> Option<Off> {
        let hers = Hers {
            zone: self.zone,
            hours: self.hours,
            days: &self.roster.days,
        };
        let mode = self.roster.channel(channel)?.card.mode;
        off_hours(at, client, mode, &hers)
    }

    /// Which of these posts find her away, each by its first reason, and how many posts there are.
    pub fn found_away(&self, landings: &[Landing]) -> (Vec<Off>, usize) {
        let mut posts: BTreeMap<PostId, Option<Off>> = BTreeMap::new();
        for it in landings {
            let known = posts.entry(it.post).or_default();
            if known.is_none() {
                *known = self.away(it.at, it.client, it.channel);
            }
        }
        let all = posts.len();
        (posts.into_values().flatten().collect(), all)
    }

    /// "03:30 yours is outside your hours 7–23", "Sun 29 Nov is your day off": in full, beside a moment.
    pub fn away_words(&self, off: &Off) -> String {
        let key = match &off.why {
            OffReason::DayOff { name } if name.is_empty() => "off-day",
            OffReason::DayOff { .. } => "off-day-named",
            OffReason::Closed => "off-closed",
            OffReason::Outside { .. } => "off-outside",
            OffReason::Night => "off-night",
        };
        self.say_away(key, off)
    }

    /// "outside your hours 7–23", "your day off": behind what was done.
    pub fn away_shortly(&self, off: &Off) -> String {
        let key = match off.why {
            OffReason::DayOff { .. } => "off-short-day",
            OffReason::Closed => "off-short-closed",
            OffReason::Outside { .. } => "off-short-outside",
            OffReason::Night => "off-short-night",
        };
        self.say_away(key, off)
    }

    fn say_away(&self, key: &str, off: &Off) -> String {
        let (name, hours) = match &off.why {
            OffReason::DayOff { name } => (name.as_str(), ""),
            OffReason::Outside { hours } => ("", hours.as_str()),
            OffReason::Closed | OffReason::Night => ("", ""),
        };
        let args = [
            ("day", self.locale.day_short(off.local.date()).into()),
            ("clock", self.locale.clock(off.local.time()).into()),
            ("name", name.into()),
            ("hours", hours.into()),
        ];
        self.locale.say(key, &args)
    }
}
