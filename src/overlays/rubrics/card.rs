//! The card of a rubric or a campaign: its fields, and what saving them means.

use crate::domain::campaign::{self, CampaignCard, Mistake, written};
use crate::domain::command::{CampaignCommand, ClientCommand, Command};
use crate::domain::fold::fold;
use crate::domain::ids::{CampaignId, ClientId, RubricId};
use crate::domain::rubric::read_share;
use crate::effect::Effects;
use crate::env::Env;
use crate::overlays::blank::{self, Blank};
use crate::store::{Campaign, Rubric};

use super::sheet::Sheet;

/// What the owners of text kept here begin with.
pub(super) const KIND: &str = "rubrics:";

/// The first field of both.
const NAME: usize = 0;
const SHARE: usize = 1;
const STARTS: usize = 1;
const ENDS: usize = 2;
const GOAL: usize = 3;
const UTM: usize = 4;

/// What is wrong, each with the number of its field.
type Mistakes = Vec<(usize, String)>;

/// Whose card it is; none: of one to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Rubric(Option<RubricId>),
    Campaign(Option<CampaignId>),
}

/// A card being filled in.
#[derive(Debug)]
pub(super) struct Card {
    what: What,
    pub(super) blank: Blank,
}

impl Card {
    /// A rubric's card, empty for a new one.
    pub(super) fn rubric(rubric: Option<&Rubric>, env: &Env<'_>) -> Self {
        let name = rubric.map_or("", |it| it.name.as_str());
        let share = rubric.and_then(|it| it.share);
        let share = share.map_or_else(String::new, |share| share.to_string());
        let fields = vec![
            blank::line("rubric-name", name, false, env),
            blank::line("rubric-share", &share, false, env),
        ];
        Self {
            what: What::Rubric(rubric.map(|it| it.id)),
            blank: Blank::new(fields, env),
        }
    }

    /// A campaign's card, empty for a new one.
    pub(super) fn campaign(campaign: Option<&Campaign>, env: &Env<'_>) -> Self {
        let card = campaign.map_or_else(CampaignCard::default, |it| it.card.clone());
        let starts = card.starts.map_or_else(String::new, written);
        let ends = card.ends.map_or_else(String::new, written);
        let fields = vec![
            blank::line("campaign-name", &card.name, false, env),
            blank::line("campaign-starts", &starts, false, env),
            blank::line("campaign-ends", &ends, false, env),
            blank::line("campaign-goals", &card.goal, false, env),
            blank::line("campaign-utms", &card.utm, false, env),
        ];
        Self {
            what: What::Campaign(campaign.map(|it| it.id)),
            blank: Blank::new(fields, env),
        }
    }

    /// Whose text is kept.
    pub(super) fn owner(&self, client: ClientId) -> String {
        let (what, id) = match self.what {
            What::Rubric(id) => ("rubric", id.map_or(0, |id| id.0)),
            What::Campaign(id) => ("campaign", id.map_or(0, |id| id.0)),
        };
        format!("{KIND}{what}:{}:{id}", client.0)
    }

    pub(super) fn title(&self, client: ClientId, env: &Env<'_>) -> String {
        let key = match self.what {
            What::Rubric(_) => "rubric-card",
            What::Campaign(_) => "campaign-card",
        };
        let args = [("client", env.roster.badge(client).0.into())];
        env.locale.say(key, &args)
    }

    /// What saving means, or everything that is wrong.
    pub(super) fn commands(
        &self,
        client: ClientId,
        sheet: &Sheet,
        env: &Env<'_>,
    ) -> Result<Effects, Mistakes> {
        match self.what {
            What::Rubric(id) => self.of_rubric(id, client, sheet, env),
            What::Campaign(id) => self.of_campaign(id, client, sheet, env),
        }
    }

    fn of_rubric(
        &self,
        id: Option<RubricId>,
        client: ClientId,
        sheet: &Sheet,
        env: &Env<'_>,
    ) -> Result<Effects, Mistakes> {
        let mut mistakes = Mistakes::new();
        let name = self.blank.line(NAME);
        let others = sheet.rubrics.iter().filter(|it| Some(it.id) != id);
        if name.is_empty() {
            mistakes.push((NAME, env.locale.text("rubric-name-missing").into_owned()));
        } else if is_taken(&name, others.map(|it| it.name.as_str())) {
            mistakes.push((NAME, env.locale.text("rubric-name-taken").into_owned()));
        }
        let share = read_share(&self.blank.line(SHARE)).unwrap_or_else(|refused| {
            mistakes.push((SHARE, env.locale.words(&refused.words())));
            None
        });
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        let command = match id {
            None => ClientCommand::AddRubric {
                client,
                name,
                share,
            },
            Some(rubric) => ClientCommand::EditRubric {
                rubric,
                name,
                share,
            },
        };
        Ok(Command::Client(command).into())
    }

    fn of_campaign(
        &self,
        id: Option<CampaignId>,
        client: ClientId,
        sheet: &Sheet,
        env: &Env<'_>,
    ) -> Result<Effects, Mistakes> {
        let mut mistakes = Mistakes::new();
        let zone = env.roster.zone(client);
        let mut day = |field| {
            let typed = self.blank.line(field);
            match campaign::day(&typed, env.now, zone) {
                Ok(day) => Some(day),
                Err(_) if typed.is_empty() => None,
                Err(error) => {
                    mistakes.push((field, env.locale.words(&error.words())));
                    None
                }
            }
        };
        let card = CampaignCard {
            name: self.blank.line(NAME),
            starts: day(STARTS),
            ends: day(ENDS),
            goal: self.blank.line(GOAL),
            utm: self.blank.line(UTM),
        };
        let wrong = card.mistakes().into_iter();
        mistakes.extend(wrong.map(|it| (field_of(&it), env.locale.words(&it.words()))));
        let others = sheet.campaigns.iter().filter(|(it, _)| Some(it.id) != id);
        if is_taken(&card.name, others.map(|(it, _)| it.card.name.as_str())) {
            mistakes.push((NAME, env.locale.text("campaign-name-taken").into_owned()));
        }
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        let command = match id {
            None => CampaignCommand::Add { client, card },
            Some(campaign) => CampaignCommand::Edit { campaign, card },
        };
        Ok(Command::Campaign(command).into())
    }
}

/// Where a mistake of a campaign's card is written.
const fn field_of(mistake: &Mistake) -> usize {
    match mistake {
        Mistake::NoName => NAME,
        Mistake::EndsFirst => ENDS,
        Mistake::Utm { .. } => UTM,
    }
}

/// Whether another one is called so, as words are compared.
fn is_taken<'n>(name: &str, mut others: impl Iterator<Item = &'n str>) -> bool {
    let wanted = fold(name);
    others.any(|other| fold(other) == wanted)
}
