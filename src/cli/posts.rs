//! `delete WHICH…` and `copy WHICH…`: posts as a whole, as in the plan of the window.

use clap::Args;

use super::change;
use super::door::Door;
use super::named;
use super::spoken::{self, Place};
use super::stop::Stop;
use super::which::{self, Narrow, Target};
use crate::app::times;
use crate::domain::command::{Command, Landing, PlanCommand, Planned, PostCopy};
use crate::domain::ids::{ChannelId, ClientId, PostId};
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::effect::{Effect, Purpose};
use crate::env::Roster;
use crate::overlays::prompt::{Meaning, understand};
use crate::store::{AgendaLine, Store};

/// What goes.
#[derive(Debug, Args)]
pub(super) struct DeleteOrder {
    #[arg(required = true, value_name = "WHICH")]
    which: Vec<String>,
    #[arg(long, value_name = "WHO")]
    client: Option<String>,
}

/// What is put once more somewhere.
#[derive(Debug, Args)]
pub(super) struct CopyOrder {
    #[arg(required = true, value_name = "WHICH")]
    which: Vec<String>,
    #[arg(long, value_name = "WHEN")]
    at: Option<String>,
    #[arg(long, value_name = "CHANNEL", value_delimiter = ',')]
    onto: Vec<String>,
    #[command(flatten)]
    narrow: Narrow,
}

/// Deletes posts; `undo` brings them back. An id of one channel is no whole post.
pub(super) fn delete(door: &mut Door<'_>, order: &DeleteOrder) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let narrow = Narrow {
        client: order.client.clone(),
        channel: None,
    };
    let targets = which::targets(door, store.reader(), &roster, &order.which, &narrow)?;
    let mut posts: Vec<PostId> = Vec::new();
    let mut wrong = Vec::new();
    for target in &targets {
        let everywhere = store.reader().variants_of(target.post)?;
        if everywhere.len() > target.lines.len() {
            let codes: Vec<&str> = everywhere
                .iter()
                .map(|it| roster.code(it.channel))
                .collect();
            let post = store.reader().post_uid(target.post)?;
            wrong.push(
                Words::new("delete-not-whole")
                    .with("codes", codes.join(" "))
                    .with("id", named::short(&post)),
            );
        } else if !posts.contains(&target.post) {
            posts.push(target.post);
        }
    }
    Stop::unless_right(wrong)?;
    let command = Command::Plan(PlanCommand::DeletePosts { posts });
    change::apply(door, &mut store, &command).map(drop)
}

/// Puts posts once more somewhere: drafts with the texts and pictures of the first.
pub(super) fn copy(door: &mut Door<'_>, order: &CopyOrder) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let targets = which::targets(door, store.reader(), &roster, &order.which, &order.narrow)?;
    let mut onto: Vec<(ClientId, ChannelId)> = Vec::new();
    for name in &order.onto {
        let channel = named::channel(&roster, name)?;
        onto.push((channel.card.client, channel.id));
    }
    let mut copies = Vec::new();
    for target in &targets {
        let Some(first) = target.lines.first() else {
            continue;
        };
        let planned = planned(door, &store, &roster, order.at.as_deref(), first)?;
        copies.extend(copies_of(target, &onto, planned.as_ref()));
    }
    for copy in &mut copies {
        shelve_what_is_taken(door, &store, copy)?;
    }
    door.ids.clear();
    let command = Command::Plan(PlanCommand::CopyPosts { copies });
    let done = change::apply(door, &mut store, &command)?;
    match done.id {
        Some(id) => {
            let uid = store.reader().post_uid(PostId(id))?;
            door.made(&uid)
        }
        None => Ok(()),
    }
}

/// One copy for each client it goes to; where no channel is named, onto the channels it is on.
fn copies_of(
    target: &Target,
    onto: &[(ClientId, ChannelId)],
    planned: Option<&Planned>,
) -> Vec<PostCopy> {
    let mut copies: Vec<PostCopy> = Vec::new();
    let Some(first) = target.lines.first() else {
        return copies;
    };
    let same: Vec<(ClientId, ChannelId)> = target
        .lines
        .iter()
        .map(|line| (line.client, line.channel))
        .collect();
    let landings = if onto.is_empty() { &same } else { onto };
    for (client, channel) in landings {
        let like = target.lines.iter().find(|line| line.channel == *channel);
        let landing = Landing {
            channel: *channel,
            like: like.unwrap_or(first).variant,
            planned: planned.cloned(),
        };
        match copies.iter_mut().find(|copy| copy.client == *client) {
            Some(copy) => copy.onto.push(landing),
            None => copies.push(PostCopy {
                post: target.post,
                client: *client,
                onto: vec![landing],
                joins: !onto.is_empty() && *client == first.client,
            }),
        }
    }
    copies
}

/// When a copy goes out, in words of time; nothing said is the shelf.
fn planned(
    door: &mut Door<'_>,
    store: &Store,
    roster: &Roster,
    at: Option<&str>,
    first: &AgendaLine,
) -> Result<Option<Planned>, Stop> {
    let Some(at) = at.filter(|at| spoken::place(at) != Some(Place::Shelf)) else {
        return Ok(None);
    };
    let variants = vec![first.variant];
    let subjects = times::subjects(store.reader(), &variants)?;
    let line = sanitize::line(at);
    let purpose = Purpose::Time { variants };
    let (shown, effects) = match understand(&purpose, &subjects, &line, &door.env(roster, None)) {
        Meaning::Ready { shown, effects } => (shown, effects),
        Meaning::Not(words) => return Err(Stop::misasked(words)),
    };
    if !door.manner.json {
        for line in shown {
            door.say.answer(&line)?;
        }
    }
    let mut effects = effects.into_iter();
    Ok(effects.find_map(|effect| match effect {
        Effect::Apply(Command::Plan(PlanCommand::Reschedule { moves })) => {
            moves.into_iter().next()?.1
        }
        _ => None,
    }))
}

/// A copy whose minute is taken goes onto the shelf: it shall not push anything out, and not be lost.
fn shelve_what_is_taken(
    door: &mut Door<'_>,
    store: &Store,
    copy: &mut PostCopy,
) -> Result<(), Stop> {
    let mut shelved = 0;
    for landing in &mut copy.onto {
        if let Some(planned) = &landing.planned
            && !store
                .reader()
                .holders(landing.channel, planned.at)?
                .is_empty()
        {
            landing.planned = None;
            shelved += 1;
        }
    }
    if shelved > 0 {
        door.remark(&Words::new("plan-copy-shelved").with("n", shelved));
    }
    Ok(())
}
