//! Days with a name that are near: what they are called, and whether anything is planned for them.

use chrono::{Datelike, Days, NaiveDate};
use chrono_tz::Tz;

use crate::domain::days::NamedDay;
use crate::domain::ids::ClientId;
use crate::domain::zone::day_start;
use crate::env::Env;
use crate::store::{Reader, Result};

/// Days looked ahead, today included.
const AHEAD: u64 = 8;

/// A named day, or several in a row of the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Soon {
    /// The first of them.
    pub first: NaiveDate,
    /// The last.
    pub last: NaiveDate,
    /// Whose; none is everybody's.
    pub client: Option<ClientId>,
    name: String,
    is_off: bool,
    /// Posts planned for it: of its client, or of all whom her day off meets. None: nobody in particular.
    posts: Option<u32>,
}

impl Soon {
    /// Whether something is amiss: a client's day without a post, or posts on a day off.
    pub(super) fn is_problem(&self) -> bool {
        self.is_empty() || (self.is_off && self.posts > Some(0))
    }

    /// Whether the client of the day has nothing planned for it.
    pub(super) fn is_empty(&self) -> bool {
        !self.is_off && self.posts == Some(0)
    }

    fn goes_on(&self, mark: &NamedDay) -> bool {
        self.last.succ_opt() == Some(mark.day)
            && (self.client, self.is_off) == (mark.client, mark.is_off)
            && self.name == mark.name
    }
}

/// The named days of the next week, in order.
pub(super) fn gather(reader: &Reader, env: &Env<'_>) -> Result<Vec<Soon>> {
    let today = env.today();
    let end = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    let mut soon: Vec<Soon> = Vec::new();
    for mark in env.roster.days.between(today, end, env.scope) {
        match soon.iter_mut().find(|it| it.goes_on(mark)) {
            Some(known) => known.last = mark.day,
            None => soon.push(Soon {
                first: mark.day,
                last: mark.day,
                client: mark.client,
                name: mark.name.clone(),
                is_off: mark.is_off,
                posts: None,
            }),
        }
    }
    for it in &mut soon {
        let (zone, of) = match (it.is_off, it.client) {
            // Her day off goes by her wall, a client's day by the client's.
            (true, client) => (env.zone, client.or(env.scope)),
            (false, Some(client)) => (env.roster.zone(client), Some(client)),
            (false, None) => continue,
        };
        it.posts = Some(planned(it, zone, of, reader)?);
    }
    Ok(soon)
}

fn planned(soon: &Soon, zone: Tz, of: Option<ClientId>, reader: &Reader) -> Result<u32> {
    let end = soon.last.succ_opt().unwrap_or(soon.last);
    let (from, to) = (day_start(soon.first, zone), day_start(end, zone));
    Ok(reader.out_of(from, to, of)?.1)
}

/// "Sun 29 День матери: Kolos has no post · Sat 5 day off".
pub(super) fn words(soon: &[Soon], env: &Env<'_>) -> String {
    let each: Vec<String> = soon.iter().map(|it| said(it, env)).collect();
    each.join(" · ")
}

fn said(soon: &Soon, env: &Env<'_>) -> String {
    let day = |day: NaiveDate| {
        let weekday = env.locale.weekday_short(day.weekday());
        format!("{weekday} {}", day.day())
    };
    let days = if soon.first == soon.last {
        day(soon.first)
    } else {
        format!("{}–{}", day(soon.first), day(soon.last))
    };
    let client = soon.client.map_or("", |client| env.roster.badge(client).0);
    let key = match (soon.is_off, soon.posts) {
        (true, Some(1..)) => "today-soon-off",
        (false, Some(0)) => "today-soon-none",
        (false, Some(_)) => "today-soon-some",
        _ => "today-soon-named",
    };
    let args = [
        ("day", days.into()),
        ("name", name_of(soon, env).into()),
        ("client", client.into()),
        ("n", soon.posts.unwrap_or_default().into()),
    ];
    env.locale.say(key, &args)
}

/// The name; of a day off, that it is one, with whose where it is not everybody's.
fn name_of(soon: &Soon, env: &Env<'_>) -> String {
    if !soon.is_off {
        return soon.name.clone();
    }
    let client = soon.client.filter(|_| env.scope.is_none());
    let client = client.map(|client| env.roster.badge(client).0);
    let details: Vec<&str> = [Some(soon.name.as_str()), client]
        .into_iter()
        .flatten()
        .filter(|word| !word.is_empty())
        .collect();
    if details.is_empty() {
        return env.locale.text("day-off").into_owned();
    }
    let details = ("details", details.join(", ").into());
    env.locale.say("day-off-with", &[details])
}
