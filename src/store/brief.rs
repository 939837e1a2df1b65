//! Where the month of one client stands: what a brief says, asked for in bounded questions.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use chrono_tz::Tz;

use super::clients::{Client, list};
use super::convert::{maybe_moment, moment};
use super::error::Result;
use super::reader::Reader;
use super::scores::{Hits, moments, zone_of};
use crate::domain::Moment;
use crate::domain::brief::{Ahead, Answered, BestPost, Brief, GoalLine, Late, NamedPost, Owed};
use crate::domain::ids::{ClientId, PostId};
use crate::domain::kpi::{Inputs, Period, Score, Sheet, days_within};
use crate::domain::post::{Approval, Outcome, Status, status};
use crate::domain::tongue::Tongue;
use crate::domain::zone::Wall;

/// Posts of one standing, or conversations of one client, beyond which nobody counts.
const MOST: i64 = 2_000;

/// What can be late: an idea and a parked post never are.
const LATE: [Approval; 4] = [
    Approval::Draft,
    Approval::Review,
    Approval::Changes,
    Approval::Approved,
];

/// Posts with a time to come that are out on none of their channels.
const AHEAD: &str = "SELECT a.post, a.at FROM agenda_sum a WHERE a.client = ? AND a.at > ? AND a.at <= ? \
    AND a.outcome NOT IN ('published', 'skipped') AND a.approval NOT IN ('idea', 'hold') \
    AND NOT EXISTS (SELECT 1 FROM agenda_sum b WHERE b.post = a.post AND b.outcome = 'published') \
    ORDER BY a.at LIMIT ?";

/// The planner would rather walk the client's whole plan.
const BEHIND: &str = "SELECT a.post, a.at, a.outcome, c.grace_min FROM agenda_sum a INDEXED BY agenda_sum_client_waits \
    CROSS JOIN channel c ON c.id = a.channel WHERE a.client = ? AND a.approval = ? \
    AND a.outcome IN ('none', 'due', 'missed') AND a.at <= ? ORDER BY a.at LIMIT ?";

const TO_APPROVE: &str = "SELECT count(DISTINCT post), min(approval_at) FROM (SELECT a.post, v.approval_at \
    FROM agenda_sum a INDEXED BY agenda_sum_client_waits CROSS JOIN variant v ON v.id = a.variant \
    WHERE a.client = ? AND a.approval = 'review' AND a.outcome IN ('none', 'due', 'missed') LIMIT ?)";

const TO_SAY: &str = "SELECT count(*), min(decided_at) FROM (SELECT k.decided_at \
    FROM thread_sum s INDEXED BY thread_sum_state CROSS JOIN thread_mark k ON k.thread = s.thread \
    WHERE s.state = 'wait_client' AND s.client = ? LIMIT ?)";

const TOPIC: &str = "SELECT topic FROM post WHERE id = ?";

impl Reader {
    /// Where the month of a client stands, on the client's own wall and in its own language.
    pub fn client_brief(&self, client: ClientId, now: Moment) -> Result<Brief> {
        let client = self.client(client)?;
        let zone = zone_of(&client);
        let channels = self.channels()?.into_iter();
        let channels = channels.filter(|it| it.card.client == client.id);
        let sheet = self.score_sheet(&client, channels.map(|it| it.id).collect(), now)?;
        let inputs = &sheet.inputs;
        let today = inputs.compared.now.to;
        let local = |at: Moment| at.with_timezone(&zone).date_naive();
        Ok(Brief {
            tongue: Tongue::of(&client.card.languages),
            money: client.card.money_sign(),
            today,
            out: small(days_within(&inputs.out, inputs.compared.now)),
            promised: inputs.goal(Score::PostsOut).map(|goal| goal.round() as u32),
            ahead: self.ahead(&client, now, zone)?,
            late: self.late(&client, now, zone)?,
            to_approve: self.owed(TO_APPROVE, client.id, local)?,
            to_say: self.owed(TO_SAY, client.id, local)?,
            answered: answered(inputs),
            best: best(self.hits(client.id, now)?, local),
            goals: goals(&sheet),
            client: client.card.name,
        })
    }

    /// What is still to come this month.
    fn ahead(&self, client: &Client, now: Moment, zone: Tz) -> Result<Ahead> {
        let today = now.with_timezone(&zone).date_naive();
        let (_, end) = moments(Period::month_of(today), zone);
        let params = (client.id, now.timestamp(), end.timestamp(), MOST);
        let soonest_first: Vec<(PostId, Moment)> = list(self.conn(), AHEAD, params, |row| {
            Ok((row.get(0)?, moment(row.get(1)?)))
        })?;
        let (posts, next) = self.counted(soonest_first, zone)?;
        Ok(Ahead { posts, next })
    }

    /// What should be out and is not, by the one function that says where a variant stands.
    fn late(&self, client: &Client, now: Moment, zone: Tz) -> Result<Late> {
        let mut missed: Vec<(PostId, Moment)> = Vec::new();
        for approval in LATE {
            let params = (client.id, approval.word(), now.timestamp(), MOST);
            let behind = list(self.conn(), BEHIND, params, |row| {
                let outcome = Outcome::from_word(&row.get::<_, String>(2)?);
                let at = moment(row.get(1)?);
                let stands = status(
                    approval,
                    outcome.unwrap_or(Outcome::None),
                    Some(at),
                    row.get(3)?,
                    now,
                );
                Ok((row.get(0)?, at, stands))
            })?;
            let late = behind.into_iter().filter(|it| it.2 == Status::Missed);
            missed.extend(late.map(|(post, at, _)| (post, at)));
        }
        missed.sort_unstable_by_key(|(_, at)| *at);
        let (posts, oldest) = self.counted(missed, zone)?;
        Ok(Late { posts, oldest })
    }

    /// How many posts there are in some lines, and the first of them by name.
    fn counted(&self, lines: Vec<(PostId, Moment)>, zone: Tz) -> Result<(u32, Option<NamedPost>)> {
        let first = match lines.first() {
            Some((post, at)) => Some(NamedPost {
                topic: self
                    .conn()
                    .prepare_cached(TOPIC)?
                    .query_row([*post], |row| row.get(0))?,
                when: Wall::at(*at, zone).local,
            }),
            None => None,
        };
        let posts: BTreeSet<PostId> = lines.into_iter().map(|(post, _)| post).collect();
        Ok((small(posts.len()), first))
    }

    fn owed(
        &self,
        sql: &str,
        client: ClientId,
        local: impl Fn(Moment) -> NaiveDate,
    ) -> Result<Owed> {
        let mut question = self.conn().prepare_cached(sql)?;
        Ok(question.query_row((client, MOST), |row| {
            Ok(Owed {
                count: row.get(0)?,
                since: maybe_moment(row.get(1)?).map(local),
            })
        })?)
    }
}

/// Conversations of this week and of this month.
fn answered(inputs: &Inputs) -> Answered {
    let month = inputs.compared.now;
    let back = u64::from(month.to.weekday().num_days_from_monday());
    let week = Period {
        from: month
            .to
            .checked_sub_days(Days::new(back))
            .unwrap_or(month.to),
        to: month.to,
    };
    let (in_time, judged) = inputs.talks.kept(month);
    Answered {
        week: small(inputs.talks.answered(week)),
        month: small(inputs.talks.answered(month)),
        in_time: small(in_time),
        judged: small(judged),
    }
}

/// The best of the last posts, once there are enough of them to say so.
fn best(hits: Hits, local: impl Fn(Moment) -> NaiveDate) -> Option<BestPost> {
    let place = *hits.ranked?.best.first()?;
    let hit = hits.posts.into_iter().nth(place)?;
    Some(BestPost {
        topic: hit.post.topic,
        day: local(hit.post.at),
        rate: hit.rate?,
    })
}

/// The numbers with a goal, as the cards have them; posts stand in a line of their own.
fn goals(sheet: &Sheet) -> Vec<GoalLine> {
    let cards = sheet.cards.iter();
    cards
        .filter(|card| card.score != Score::PostsOut)
        .filter_map(|card| {
            Some(GoalLine {
                score: card.score,
                now: card.now.ok(),
                goal: card.goal?,
            })
        })
        .collect()
}

/// A count for people.
fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
