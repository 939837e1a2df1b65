//! Reads Today: each box asks for a screenful, nothing grows with the desk.

use chrono::{Datelike, Duration, NaiveDate};

use super::lines::{BeforeTonight, Contract, Gap, Look};
use super::{Today, soon};
use crate::domain::Moment;
use crate::domain::post::{Approval, Status};
use crate::domain::zone::{day_start, resolve};
use crate::env::Env;
use crate::scheduler::NEAR_A_SLOT;
use crate::store::{AgendaLine, Meanwhile, PostLine, Reader, Result, Slot};

/// Rows asked for in each box: more than any screen shows.
const SCREENFUL: usize = 60;

pub(super) fn gather(room: &mut Today, reader: &Reader, env: &Env<'_>) -> Result<()> {
    let (from, to) = today_of(env);
    let behind = reader.behind(env.now, env.scope, SCREENFUL)?;
    let (mut late, due): (Vec<AgendaLine>, Vec<AgendaLine>) = behind
        .into_iter()
        .partition(|line| line.status(env.now) == Status::Missed);
    late.reverse();
    room.late = PostLine::group(late, env.now);
    room.unsure = PostLine::group(reader.unsure(env.scope, SCREENFUL)?, env.now);
    room.planned = todays(reader, env, from, to, due)?;
    room.out_of = reader.out_of(from, to, env.scope)?;
    who_waits(room, reader, env)?;
    room.meanwhile = room
        .since
        .map_or(Ok(Meanwhile::default()), |since| reader.meanwhile(since))?;
    room.next = next(reader, env)?;
    room.before_tonight = BeforeTonight {
        blocked: reader.blocked(env.now - Duration::hours(12), to, env.scope, SCREENFUL)?,
        with_client: reader.with_client(env.scope, SCREENFUL)?,
        looks: looks(reader, env)?,
        numbers: numbers(reader, env)?,
        gaps: gaps(reader, env)?,
        contracts: contracts(reader, env)?,
        soon: soon::gather(reader, env)?,
    };
    Ok(())
}

/// Who waits for an answer, and how many they are.
pub(super) fn who_waits(room: &mut Today, reader: &Reader, env: &Env<'_>) -> Result<()> {
    room.waiting = reader.waiting(env.now, env.scope, SCREENFUL)?;
    room.waiting_count = reader.waiting_count(env.now, env.scope)?.0;
    Ok(())
}

/// From this midnight to the next, on the shown wall.
fn today_of(env: &Env<'_>) -> (Moment, Moment) {
    let today = env.today();
    let tomorrow = today.succ_opt().unwrap_or(today);
    (env.day_start(today), env.day_start(tomorrow))
}

/// Due now, planned for today, and freshly out while its channel wants watching. Late evening shows the first of tomorrow too.
fn todays(
    reader: &Reader,
    env: &Env<'_>,
    from: Moment,
    to: Moment,
    due: Vec<AgendaLine>,
) -> Result<Vec<PostLine>> {
    let ahead = to.max(env.now + Duration::hours(3));
    let mut lines = due;
    let planned = reader.agenda(env.now.max(from), ahead, env.scope, SCREENFUL)?;
    lines.extend(
        planned
            .into_iter()
            .filter(|line| line.at > Some(env.now) && line.out_at.is_none()),
    );
    let longest_watch = Duration::hours(24);
    let fresh = reader.fresh(env.now - longest_watch, env.scope, SCREENFUL)?;
    lines.extend(fresh.into_iter().filter(|line| is_watched(line, env.now)));
    lines.retain(|line| !(line.approval == Approval::Idea && line.out_at.is_none()));
    let mut groups = PostLine::group(lines, env.now);
    groups.sort_by_key(|group| (group.at().or(group.first().out_at), group.post()));
    Ok(groups)
}

/// Out, and still within the time its comments are watched.
fn is_watched(line: &AgendaLine, now: Moment) -> bool {
    line.out_at
        .is_some_and(|at| now - at <= Duration::minutes(i64::from(line.watch_min)))
}

/// The next thing that goes out, today or later.
fn next(reader: &Reader, env: &Env<'_>) -> Result<Option<PostLine>> {
    let lines = reader.agenda(env.now, env.now + Duration::days(31), env.scope, 40)?;
    let ready = lines
        .into_iter()
        .filter(|line| line.status(env.now) == Status::Scheduled)
        .collect();
    Ok(PostLine::group(ready, env.now).into_iter().next())
}

fn looks(reader: &Reader, env: &Env<'_>) -> Result<Vec<Look>> {
    let mut looks = Vec::new();
    for channel in &env.roster.channels {
        let card = &channel.card;
        if card.look_every_min == 0 || env.scope.is_some_and(|scope| scope != card.client) {
            continue;
        }
        let minutes_ago = reader
            .last_look(channel.id)?
            .map(|at| (env.now - at).num_minutes());
        if minutes_ago.is_none_or(|minutes| minutes >= i64::from(card.look_every_min)) {
            looks.push(Look {
                client: card.client,
                channel: channel.id,
                minutes_ago,
            });
        }
    }
    // Longest unseen first; never seen is longest of all.
    looks.sort_by_key(|look| std::cmp::Reverse(look.minutes_ago.unwrap_or(i64::MAX)));
    Ok(looks)
}

/// Channels that have been measured before and lack yesterday's level.
fn numbers(
    reader: &Reader,
    env: &Env<'_>,
) -> Result<Vec<(crate::domain::ids::ClientId, crate::domain::ids::ChannelId)>> {
    let mut missing = Vec::new();
    for channel in &env.roster.channels {
        let client = channel.card.client;
        if env.scope.is_some_and(|scope| scope != client) {
            continue;
        }
        let yesterday =
            env.now.with_timezone(&env.roster.zone(client)).date_naive() - Duration::days(1);
        if reader.has_readings(channel.id, yesterday)? == (true, false) {
            missing.push((client, channel.id));
        }
    }
    Ok(missing)
}

/// Posting times of the next seven days with nothing near them.
fn gaps(reader: &Reader, env: &Env<'_>) -> Result<Vec<Gap>> {
    let mut gaps = Vec::new();
    for slot in reader.slots(env.scope)? {
        if let Some(at) = next_occurrence(slot, env)
            && !reader.is_taken(slot.channel, at - NEAR_A_SLOT, at + NEAR_A_SLOT)?
        {
            gaps.push(Gap {
                client: slot.client,
                channel: slot.channel,
                at,
            });
        }
    }
    gaps.sort_by_key(|gap| (gap.client, gap.at));
    Ok(gaps)
}

/// The next time this slot comes round, on the client's wall.
fn next_occurrence(slot: Slot, env: &Env<'_>) -> Option<Moment> {
    let zone = env.roster.zone(slot.client);
    let today = env.now.with_timezone(&zone).date_naive();
    let minute = u32::from(slot.minute);
    (0..8)
        .filter_map(|days| today.checked_add_days(chrono::Days::new(days)))
        .filter(|day| day.weekday().num_days_from_monday() == u32::from(slot.weekday))
        .filter_map(|day| day.and_hms_opt(minute / 60, minute % 60, 0))
        .map(|local| resolve(local, zone).moment())
        .find(|at| *at > env.now)
}

/// Clients whose month, as planned, falls short of what was promised.
fn contracts(reader: &Reader, env: &Env<'_>) -> Result<Vec<Contract>> {
    let mut contracts = Vec::new();
    for client in &env.roster.clients {
        let Some(promised) = client.card.contract_posts else {
            continue;
        };
        if env.scope.is_some_and(|scope| scope != client.id) {
            continue;
        }
        let zone = env.roster.zone(client.id);
        let day = env.now.with_timezone(&zone).date_naive();
        let Some((first, after)) = month_of(day) else {
            continue;
        };
        let start = |day: NaiveDate| day_start(day, zone);
        let (out, planned) = reader.contract_standing(client.id, start(first), start(after))?;
        if planned < promised {
            contracts.push(Contract {
                client: client.id,
                out,
                planned,
                promised,
            });
        }
    }
    Ok(contracts)
}

/// The first day of the month of `day`, and of the month after.
fn month_of(day: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let first = day.with_day(1)?;
    Some((first, first.checked_add_months(chrono::Months::new(1))?))
}
