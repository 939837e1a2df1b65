//! What the plan says against a post where it stands: its rubric fills the month, comes again and again, another
//! post is too near, a text of its own was left behind, or the checker has found something.

use std::ops::Range;

use super::Result;
use crate::domain::Moment;
use crate::domain::ids::ClientId;
use crate::domain::lint::{RuleId, Severity};
use crate::domain::rubric::{self, month_on};
use crate::domain::words::Words;
use crate::env::Env;
use crate::lint::Finding;
use crate::scheduler::NEAR_A_SLOT;
use crate::store::{PostLine, Reader, Rubric, Sheet};

/// Posts of one rubric in a row from which it is said: this one and those right before it.
const IN_A_ROW: usize = 3;

/// Findings of the checker that are told here; the paper of the draft tells all.
const LINTS: usize = 2;

/// What the month of a client is made of; kept while the cursor stays in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mix {
    client: ClientId,
    days: Range<Moment>,
    rubrics: Vec<Rubric>,
    month: rubric::Mix,
}

impl Mix {
    /// The month of a moment on the client's wall.
    fn read(client: ClientId, at: Moment, reader: &Reader, env: &Env<'_>) -> Result<Self> {
        let zone = env.roster.zone(client);
        let days = month_on(at.with_timezone(&zone).date_naive(), zone);
        Ok(Self {
            client,
            rubrics: reader.rubrics(client)?,
            month: reader.mix(client, &days)?,
            days,
        })
    }

    fn is_of(&self, client: ClientId, at: Moment) -> bool {
        self.client == client && self.days.contains(&at)
    }

    /// Share and target of a rubric that takes more of the month than it should.
    fn overfull(&self, name: &str) -> Option<(u32, u32)> {
        let rubric = self.rubrics.iter().find(|it| it.name == name)?;
        let target = rubric.share?;
        let posts = self.month.posts_of(Some(rubric.id));
        let is = self.month.per_cent(posts)?;
        (is > target && self.month.is_far(posts, target)).then_some((is, target))
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
        if mix.as_ref().is_none_or(|mix| !mix.is_of(client, at)) {
            *mix = Some(Mix::read(client, at, reader, env)?);
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
    let stale = sheet.variants.iter().filter(|it| it.came_from.is_some());
    let stale: Vec<&str> = stale.map(|it| env.roster.code(it.channel)).collect();
    if !stale.is_empty() {
        found.push(Words::new("drafts-drifted").with("codes", stale.join(" ")));
    }
    let is_grave = |it: &Finding| it.severity != Severity::Hint && it.rule != RuleId::NoAlt;
    let lints = reader.findings(line.post())?.into_iter().filter(is_grave);
    found.extend(lints.take(LINTS).map(|it| it.words));
    if sheet.undescribed > 0 {
        found.push(Words::new("plan-warn-alt").with("n", sheet.undescribed));
    }
    Ok(found)
}
