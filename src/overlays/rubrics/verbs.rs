//! What actions do here: walk, turn the month, open a card, add, delete or merge.

use super::card::Card;
use super::rows::{Part, Row};
use super::{Rubrics, today};
use crate::action::Action;
use crate::domain::command::{CampaignCommand, ClientCommand, Command};
use crate::domain::ids::{CampaignId, RubricId};
use crate::domain::words::Words;
use crate::effect::{Belongings, Effect, Show};
use crate::env::Env;
use crate::overlays::Reply;
use crate::store::Rubric;

/// Rows of a leap.
const LEAP: usize = 8;

impl Rubrics {
    pub(in crate::overlays) fn act(&mut self, action: Action, env: &Env<'_>) -> Reply {
        let last = self.rows.len().saturating_sub(1);
        match action {
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at = (self.at + 1).min(last),
            Action::PageUp => self.at = self.at.saturating_sub(LEAP),
            Action::PageDown => self.at = (self.at + LEAP).min(last),
            Action::Home => self.at = 0,
            Action::End => self.at = last,
            Action::NextProblem => self.walk(1),
            Action::PrevProblem => self.walk(-1),
            Action::Left => return self.other_month(-1),
            Action::Right => return self.other_month(1),
            Action::ToToday => {
                self.month = today(self.client, env);
                return Reply::with(Effect::LookAgain);
            }
            Action::Do | Action::Edit => self.open_card(env),
            Action::Add => self.add(env),
            Action::Delete => return self.delete(),
            Action::Scope => {
                return Reply::close_with(Effect::Show(Show::Whose(Belongings::Rubrics)));
            }
            Action::Back | Action::Rubrics => return Reply::close(),
            _ => {}
        }
        Reply::stay()
    }

    /// To the next row that needs her, round and round: a share far from its target, a campaign that is late.
    fn walk(&mut self, by: isize) {
        let len = self.rows.len() as isize;
        let found = (1..=len)
            .map(|n| (self.at as isize + by * n).rem_euclid(len) as usize)
            .find(|at| self.is_problem(self.rows[*at]));
        self.at = found.unwrap_or(self.at);
    }

    fn is_problem(&self, row: Row) -> bool {
        match row {
            Row::Rubric(id) => {
                let share = self.sheet.rubric(id).and_then(|it| it.share);
                let posts = self.sheet.mix.posts_of(Some(id));
                share.is_some_and(|share| self.sheet.mix.is_far(posts, share))
            }
            Row::Campaign(id) => {
                let found = self.sheet.campaign(id);
                found.is_some_and(|(_, progress)| progress.late > 0)
            }
            Row::NoRubric | Row::NewRubric | Row::NewCampaign | Row::Format(_) => false,
        }
    }

    fn other_month(&mut self, by: i32) -> Reply {
        self.turn(by);
        Reply::with(Effect::LookAgain)
    }

    /// The card of the row; formats have none.
    fn open_card(&mut self, env: &Env<'_>) {
        let card = match self.row() {
            Some(Row::Rubric(id)) => self.sheet.rubric(id).map(|it| Card::rubric(Some(it), env)),
            Some(Row::Campaign(id)) => {
                let found = self.sheet.campaign(id);
                found.map(|(it, _)| Card::campaign(Some(it), env))
            }
            Some(Row::NewRubric) => Some(Card::rubric(None, env)),
            Some(Row::NewCampaign) => Some(Card::campaign(None, env)),
            Some(Row::NoRubric | Row::Format(_)) | None => None,
        };
        self.take(card);
    }

    /// One more of what the row is one of.
    fn add(&mut self, env: &Env<'_>) {
        let card = match self.row().map(Row::part) {
            Some(Part::Rubrics) => Some(Card::rubric(None, env)),
            Some(Part::Campaigns) => Some(Card::campaign(None, env)),
            Some(Part::Formats) | None => None,
        };
        self.take(card);
    }

    fn take(&mut self, card: Option<Card>) {
        if let Some(mut card) = card {
            let owner = card.owner(self.client);
            self.aside.take_up(&owner, &mut card.blank);
            self.card = Some(card);
        }
    }

    fn delete(&self) -> Reply {
        match self.row() {
            Some(Row::Rubric(id)) => self.delete_rubric(id),
            Some(Row::Campaign(id)) => self.delete_campaign(id),
            _ => Reply::stay(),
        }
    }

    /// A rubric without posts goes at once; with posts she says where they go, and another rubric for them is a merge.
    fn delete_rubric(&self, id: RubricId) -> Reply {
        let Some(rubric) = self.sheet.rubric(id) else {
            return Reply::stay();
        };
        let delete = Command::Client(ClientCommand::DeleteRubric {
            rubric: id,
            name: rubric.name.clone(),
        });
        let posts = self.sheet.posts_ever(id);
        let others = self.sheet.rubrics.iter().filter(|other| other.id != id);
        if posts == 0 {
            return Reply::with(delete);
        }
        let stay = (Words::new("rubrics-to-none"), delete);
        let title = Words::new("rubrics-where-to")
            .with("name", &rubric.name)
            .with("n", posts);
        let into = others.map(|other| merge(rubric, other));
        let choices = std::iter::once(stay).chain(into);
        Reply::with(Effect::Show(Show::Choose {
            title,
            choices: choices.collect(),
        }))
    }

    fn delete_campaign(&self, id: CampaignId) -> Reply {
        let Some((campaign, _)) = self.sheet.campaign(id) else {
            return Reply::stay();
        };
        Reply::with(Command::Campaign(CampaignCommand::Delete {
            campaign: id,
            name: campaign.card.name.clone(),
        }))
    }
}

/// The words of a merge, and what it means.
fn merge(from: &Rubric, into: &Rubric) -> (Words, Command) {
    let words = Words::new("rubrics-to").with("name", &into.name);
    let command = ClientCommand::MergeRubrics {
        from: from.id,
        into: into.id,
        names: (from.name.clone(), into.name.clone()),
    };
    (words, Command::Client(command))
}
