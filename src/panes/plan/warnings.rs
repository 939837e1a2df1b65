//! What the plan says against a post where it stands: its rubric fills the month, comes again and again, or another
//! post is too near.

use chrono::{Datelike, Months, NaiveDate};

use super::Result;
use crate::domain::ids::ClientId;
use crate::domain::words::Words;
use crate::domain::zone::day_start;
use crate::env::Env;
use crate::scheduler::NEAR_A_SLOT;
use crate::store::{PostLine, Reader, RubricShare, Sheet};

/// Points over its target share from which a rubric is said to fill the month. A month of 20 posts moves by 5 points
/// with each of them.
const OVER: u32 = 10;

/// Posts of one rubric in a row from which it is said: this one and those right before it.
const IN_A_ROW: usize = 3;

/// How the month of a client falls into rubrics; kept while the cursor stays in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mix {
    client: ClientId,
    month: NaiveDate,
    shares: Vec<RubricShare>,
    posts: u32,
}

impl Mix {
    /// The month of a day on the client's wall.
    pub(super) fn read(
        client: ClientId,
        day: NaiveDate,
        reader: &Reader,
        env: &Env<'_>,
    ) -> Result<Self> {
        let zone = env.roster.zone(client);
        let month = first_of(day);
        let next = month.checked_add_months(Months::new(1)).unwrap_or(month);
        let [from, to] = [month, next].map(|day| day_start(day, zone));
        let (shares, posts) = reader.rubric_shares(client, from, to)?;
        Ok(Self {
            client,
            month,
            shares,
            posts,
        })
    }

    fn is_of(&self, client: ClientId, day: NaiveDate) -> bool {
        self.client == client && self.month == first_of(day)
    }

    /// Share and target of a rubric that takes more of the month than it should.
    fn overfull(&self, rubric: &str) -> Option<(u32, u32)> {
        let share = self.shares.iter().find(|it| it.name == rubric)?;
        let target = share.target?;
        let is = (share.posts * 100 + self.posts / 2).checked_div(self.posts)?;
        (is >= target + OVER).then_some((is, target))
    }
}

/// All that can be said against this post at its time. What is out or has no time is not judged.
pub(super) fn find(
    line: &PostLine,
    sheet: &Sheet,
    mix: &mut Option<Mix>,
    reader: &Reader,
    env: &Env<'_>,
) -> Result<Vec<Words>> {
    let Some(at) = line.at().filter(|_| !line.is_out()) else {
        return Ok(Vec::new());
    };
    let client = line.first().client;
    let mut found = Vec::new();
    if !sheet.rubric.is_empty() {
        let day = at.with_timezone(&env.roster.zone(client)).date_naive();
        if mix.as_ref().is_none_or(|mix| !mix.is_of(client, day)) {
            *mix = Some(Mix::read(client, day, reader, env)?);
        }
        let before = reader.rubrics_before(client, at, line.post(), IN_A_ROW - 1)?;
        let name = Some(sheet.rubric.as_str());
        if before.len() + 1 >= IN_A_ROW && before.iter().all(|it| it.as_deref() == name) {
            found.push(Words::new("plan-warn-row").with("name", &sheet.rubric));
        }
        if let Some((is, target)) = mix.as_ref().and_then(|mix| mix.overfull(&sheet.rubric)) {
            let words = Words::new("plan-warn-share").with("name", &sheet.rubric);
            found.push(words.with("is", is).with("target", target));
        }
    }
    let around = reader.spots(at - NEAR_A_SLOT, at + NEAR_A_SLOT, Some(client), 50)?;
    let near = around.iter().find(|spot| {
        let mut ours = line.variants.iter();
        spot.post != line.post() && ours.any(|it| it.channel == spot.channel)
    });
    if let Some(near) = near {
        let code = env.roster.code(near.channel);
        let words = Words::new("plan-warn-near").with("topic", &near.topic);
        let clock = near.at.map_or_else(String::new, |at| env.clock(at));
        found.push(words.with("code", code).with("clock", clock));
    }
    if sheet.undescribed > 0 {
        found.push(Words::new("plan-warn-alt").with("n", sheet.undescribed));
    }
    Ok(found)
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}
