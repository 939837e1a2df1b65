//! A desk on which rooms are tried: two clients, Tuesday 24 November 2026, 09:12 in Moscow.

use std::time::Duration;

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use ratatui::{buffer::Buffer, layout::Rect};

use crate::domain::Moment;
use crate::domain::chance::Rng;
use crate::domain::channel::{ChannelCard, Mode};
use crate::domain::client::ClientCard;
use crate::domain::command::{
    ChannelCommand, ClientCommand, Command, DeliveryCommand, NewPost, PlanCommand, Planned,
};
use crate::domain::filter::Filter;
use crate::domain::hours::Hours;
use crate::domain::ids::{ChannelId, ClientId, PostId, VariantId};
use crate::domain::post::{Approval, Format};
use crate::domain::zone::{resolve, zone_by_name};
use crate::effect::{Effect, Effects};
use crate::env::{Env, Roster};
use crate::locale::{Lang, Locale};
use crate::store::{Origin, Reader, Store};
use crate::ui::Theme;

pub(super) const KOLOS: ClientId = ClientId(1);
pub(super) const SAO_MAI: ClientId = ClientId(2);
pub(super) const VK: ChannelId = ChannelId(1);
pub(super) const TG: ChannelId = ChannelId(2);
pub(super) const FB: ChannelId = ChannelId(3);

pub(super) struct Stage {
    _folder: tempfile::TempDir,
    pub(super) store: Store,
    pub(super) now: Moment,
    pub(super) scope: Option<ClientId>,
    pub(super) filter: Filter,
    roster: Roster,
    locale: Locale,
    theme: Theme,
    hours: Hours,
}

impl Stage {
    pub(super) fn new(lang: Lang) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let patience = Duration::from_secs(1);
        let store = Store::open(folder.path(), Origin::Window, patience, Rng::seeded(7)).unwrap();
        let mut stage = Self {
            _folder: folder,
            store,
            now: moscow("2026-11-24 09:12"),
            scope: None,
            filter: Filter::default(),
            roster: Roster::default(),
            locale: Locale::new(lang),
            theme: Theme::named("dark").unwrap(),
            hours: Hours::parse("daily 7-23").unwrap(),
        };
        let mut kolos = ClientCard::new("Kolos", "Europe/Moscow");
        kolos.avoid = vec!["дёшево".to_owned(), "халява".to_owned()];
        let mut sao_mai = ClientCard::new("Sao Mai", "Asia/Ho_Chi_Minh");
        sao_mai.short = "Sao Mai".to_owned();
        for card in [kolos, sao_mai] {
            stage.apply(&Command::Client(ClientCommand::Add(card)));
        }
        for (client, platform) in [(KOLOS, "vk"), (KOLOS, "telegram"), (SAO_MAI, "facebook")] {
            stage.apply(&Command::Channel(ChannelCommand::Add(ChannelCard {
                client,
                platform: platform.to_owned(),
                handle: format!("@{platform}"),
                link: String::new(),
                mode: Mode::Assisted,
                grace_min: 60,
                look_every_min: 0,
                watch_min: 60,
                text_max: 0,
                utm: String::new(),
            })));
        }
        stage.read_roster();
        stage
    }

    /// As on the first day: no clients.
    pub(super) fn forget_everybody(&mut self) {
        self.roster = Roster::default();
    }

    /// After clients or channels were changed by hand.
    pub(super) fn read_roster(&mut self) {
        self.roster = Roster::read(self.store.reader()).unwrap();
    }

    pub(super) fn reader(&self) -> &Reader {
        self.store.reader()
    }

    pub(super) fn env(&self) -> Env<'_> {
        Env {
            now: self.now,
            zone: chrono_tz::Europe::Moscow,
            hours: &self.hours,
            scope: self.scope,
            filter: &self.filter,
            roster: &self.roster,
            locale: &self.locale,
            theme: &self.theme,
            size: (80, 24),
        }
    }

    pub(super) fn apply(&mut self, command: &Command) -> Option<i64> {
        self.store.apply(command, self.now).unwrap().id
    }

    /// Performs what belongs to the store and hands back the rest.
    pub(super) fn perform(&mut self, effects: Effects) -> Vec<Effect> {
        let mut rest = Vec::new();
        for effect in effects {
            match effect {
                Effect::Apply(command) => drop(self.apply(&command)),
                other => rest.push(other),
            }
        }
        rest
    }

    /// A text post, by hand: topic, channels, when on the client's wall, how far, text.
    pub(super) fn post(
        &mut self,
        topic: &str,
        channels: &[ChannelId],
        when: Option<&str>,
        approval: Approval,
        text: &str,
    ) -> PostId {
        let (client, zone) = if channels.contains(&FB) {
            (SAO_MAI, "Asia/Ho_Chi_Minh")
        } else {
            (KOLOS, "Europe/Moscow")
        };
        let post = NewPost {
            client,
            rubric: "люди".to_owned(),
            campaign: String::new(),
            topic: topic.to_owned(),
            format: Format::Text,
            text: text.to_owned(),
            link: String::new(),
            first_comment: String::new(),
            planned: when.map(|when| planned(when, zone)),
            approval,
            channels: channels.to_vec(),
        };
        PostId(
            self.apply(&Command::Plan(PlanCommand::AddPost(post)))
                .unwrap(),
        )
    }

    pub(super) fn stamp(&mut self, variants: Vec<VariantId>) {
        let at = self.now;
        let permalink = String::new();
        self.apply(&Command::Delivery(DeliveryCommand::Stamp {
            variants,
            at,
            permalink,
        }));
    }
}

/// A time on the clients' walls.
pub(super) fn planned(when: &str, zone: &str) -> Planned {
    let local = NaiveDateTime::parse_from_str(when, "%Y-%m-%d %H:%M").unwrap();
    Planned {
        local,
        zone: zone.to_owned(),
        at: resolve(local, zone_by_name(zone).unwrap()).moment(),
    }
}

pub(super) fn moscow(when: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(when, "%Y-%m-%d %H:%M").unwrap();
    let moscow = chrono_tz::Europe::Moscow;
    moscow.from_local_datetime(&local).unwrap().to_utc()
}

/// An empty picture of this size, below the top bar.
pub(super) fn canvas(width: u16, height: u16) -> (Rect, Buffer) {
    let area = Rect::new(0, 1, width, height);
    (area, Buffer::empty(area))
}

/// The rows of a picture as text, without the blanks at their ends.
pub(super) fn lines(buf: &Buffer) -> Vec<String> {
    let rows = crate::ui::put::tests::rows(buf);
    rows.iter().map(|row| row.trim_end().to_owned()).collect()
}
