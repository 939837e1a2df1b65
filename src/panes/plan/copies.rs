//! Copies in her hand: onto another day or month, another channel, another client.

use chrono::NaiveDate;

use super::Plan;
use super::verbs::{Held, Landing, Spread, refused};
use crate::domain::command::{self, Command, PlanCommand, PostCopy};
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Weight};
use crate::env::Env;

/// A lane of the calendar.
type Lane = (Option<ClientId>, Option<ChannelId>);

impl Plan {
    /// Puts copies on the day under the cursor or on the shelf. They stay in her hand, to be put elsewhere too. A copy
    /// whose minute is taken goes onto the shelf: it shall not push anything out, and not be lost.
    pub(super) fn put_copies(&mut self, lane: Lane, env: &Env<'_>) -> Effects {
        let day = self.day();
        let mut copies: Vec<PostCopy> = Vec::new();
        let mut shelved = 0;
        for one in &self.cut {
            let (client, channel) = match onto(one, lane, env) {
                Ok(onto) => onto,
                Err(words) => return refused(words),
            };
            let planned = match self.copy_lands(one, (client, channel), day, env) {
                Ok(planned) => planned,
                Err(words) => return refused(words),
            };
            shelved += usize::from(day.is_some() && planned.is_none());
            let landing = command::Landing {
                channel,
                like: one.variant,
                planned,
            };
            let same = |copy: &&mut PostCopy| copy.post == one.post && copy.client == client;
            match copies.iter_mut().find(same) {
                Some(copy) if copy.onto.iter().any(|it| it.channel == channel) => {}
                Some(copy) => copy.onto.push(landing),
                None => copies.push(PostCopy {
                    post: one.post,
                    client,
                    onto: vec![landing],
                    joins: lane.1.is_some() && client == one.client,
                }),
            }
        }
        let effects: Effects = Command::Plan(PlanCommand::CopyPosts { copies }).into();
        if shelved == 0 {
            return effects;
        }
        let words = Words::new("plan-copy-shelved").with("n", shelved);
        effects.then(Effect::Toast(words, Weight::Note))
    }

    /// When a copy goes out there: none for the shelf.
    fn copy_lands(
        &self,
        one: &Held,
        onto: (ClientId, ChannelId),
        day: Option<NaiveDate>,
        env: &Env<'_>,
    ) -> Result<Option<command::Planned>, Words> {
        let Some(day) = day else {
            return Ok(None);
        };
        let spread = Spread::of(&self.cut, day, &self.slots, env);
        match spread.landing(one, onto, env) {
            Landing::At(planned, _) if planned.at <= env.now => Err(Words::new("plan-past")),
            Landing::At(planned, _) if self.holder(onto.1, planned.at).is_some() => Ok(None),
            Landing::At(planned, _) => Ok(Some(planned)),
            Landing::Ask => Ok(None),
        }
    }
}

/// Whose a copy becomes, and on which channel: the lane says, or it stays where the first is.
fn onto(one: &Held, lane: Lane, env: &Env<'_>) -> Result<(ClientId, ChannelId), Words> {
    match lane {
        (_, Some(channel)) => {
            let theirs = env.roster.channel(channel).map(|it| it.card.client);
            Ok((theirs.unwrap_or(one.client), channel))
        }
        (Some(client), None) if client != one.client => {
            let platform = env.roster.platform(one.channel).map(|it| it.id.as_str());
            let mut theirs = env.roster.channels_of(client);
            let same = theirs.find(|it| Some(it.card.platform.as_str()) == platform);
            same.map(|it| (client, it.id)).ok_or_else(|| {
                Words::new("plan-no-such-channel")
                    .with("client", env.roster.badge(client).0)
                    .with("code", env.roster.code(one.channel))
            })
        }
        _ => Ok((one.client, one.channel)),
    }
}
