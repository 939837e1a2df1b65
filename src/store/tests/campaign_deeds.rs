//! The fourth part of the deal: campaigns, and days with a name.

use chrono::Duration;

use super::deeds::{Dealer, of};
use super::desk::{campaign, moment};
use crate::domain::command::{CampaignCommand, DayCommand};
use crate::domain::days::Stretch;
use crate::domain::ids::{CampaignId, ClientId, PostId};
use crate::store::Store;

impl Dealer {
    pub(super) fn of_campaign(&mut self, store: &Store, kind: usize) -> CampaignCommand {
        let name = format!("{}{}", self.word(), self.roll(40));
        let id = CampaignId(self.pick(store, "campaign"));
        let mut card = campaign(&name);
        card.goal = self.word();
        card.ends = (self.roll(2) == 0).then(|| self.now.date_naive());
        match kind {
            44 => CampaignCommand::Add {
                client: ClientId(self.pick(store, "client")),
                card,
            },
            45 => CampaignCommand::Edit { campaign: id, card },
            46 => CampaignCommand::Delete { campaign: id, name },
            _ => {
                let client = of(store, "campaign", id.0, "client");
                let theirs = format!("post WHERE client = {client} AND deleted_at IS NULL");
                CampaignCommand::Put {
                    posts: vec![PostId(self.nth(store, &theirs))],
                    campaign: (self.roll(3) > 0).then_some(id),
                    name,
                }
            }
        }
    }

    pub(super) fn of_day(&mut self, store: &Store, kind: usize) -> DayCommand {
        let client = (self.roll(3) > 0).then(|| ClientId(self.pick(store, "client")));
        let day = |days| (moment(0) + Duration::days(days as i64)).date_naive();
        let first = self.roll(4);
        let stretch = Stretch::new(day(first), day(first + self.roll(3))).unwrap();
        match kind {
            50 => DayCommand::Name {
                client,
                stretch,
                name: self.word(),
                is_off: self.roll(2) == 0,
            },
            _ => DayCommand::TakeAway { client, stretch },
        }
    }
}
