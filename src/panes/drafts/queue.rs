//! The queue: posts that are not out, by what they wait for, the most pressing first.

use super::Drafts;
use crate::domain::Moment;
use crate::domain::ids::{ClientId, PostId, VariantId};
use crate::domain::post::{Approval, Status, soon};
use crate::env::Env;
use crate::store::{AgendaLine, Hour, Reader, Result, Sieve};

/// Lines asked for in each group; where there are more, the count says so.
pub(super) const ENOUGH: usize = 200;

/// What a draft waits for, in the order of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Waits {
    /// Her words, and its time or the one it must be ready by is near or gone.
    Late,
    /// Her words.
    ToWrite,
    /// The client's word.
    Client,
    /// Her mending: the client asked for changes.
    Changes,
    /// Its moment.
    Moment,
    /// A reason to become a post.
    Idea,
}

impl Waits {
    /// Locale key of the group's title.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Waits::Late => "drafts-late",
            Waits::ToWrite => "drafts-to-write",
            Waits::Client => "drafts-with-client",
            Waits::Changes => "drafts-changes",
            Waits::Moment => "drafts-ready",
            Waits::Idea => "drafts-ideas",
        }
    }

    const ALL: [Waits; 6] = [
        Waits::Late,
        Waits::ToWrite,
        Waits::Client,
        Waits::Changes,
        Waits::Moment,
        Waits::Idea,
    ];

    /// Which standings at which hours belong to it, the most pressing first.
    fn asks(self, now: Moment) -> Vec<(Approval, Hour)> {
        let soon = soon(now);
        let all = |approval| {
            [Hour::After(now), Hour::UpTo(now), Hour::None]
                .map(|hour| (approval, hour))
                .to_vec()
        };
        match self {
            Waits::Late => vec![
                (Approval::Draft, Hour::UpTo(soon)),
                (Approval::Changes, Hour::UpTo(soon)),
                (Approval::Draft, Hour::ReadyBy(soon)),
                (Approval::Changes, Hour::ReadyBy(soon)),
            ],
            Waits::ToWrite => vec![
                (Approval::Draft, Hour::After(soon)),
                (Approval::Draft, Hour::None),
            ],
            Waits::Changes => vec![
                (Approval::Changes, Hour::After(soon)),
                (Approval::Changes, Hour::None),
            ],
            Waits::Client => all(Approval::Review),
            Waits::Moment => all(Approval::Approved),
            Waits::Idea => all(Approval::Idea),
        }
    }
}

/// A post in the queue, with those of its variants that wait for the same.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    pub(super) waits: Waits,
    pub(super) post: PostId,
    pub(super) client: ClientId,
    pub(super) lines: Vec<AgendaLine>,
    pub(super) status: Status,
}

impl Draft {
    /// The first variant stands for what all of them share.
    pub(super) fn first(&self) -> &AgendaLine {
        &self.lines[0]
    }

    /// Its nearest moment.
    pub(super) fn at(&self) -> Option<Moment> {
        self.first().at
    }

    /// When its texts have to be ready, by her own word.
    pub(super) fn ready_by(&self) -> Option<Moment> {
        self.first().ready_by
    }

    /// Whether her words are still wanted.
    pub(super) fn is_to_write(&self) -> bool {
        matches!(self.waits, Waits::Late | Waits::ToWrite | Waits::Changes)
    }

    pub(super) fn variants(&self) -> Vec<VariantId> {
        self.lines.iter().map(|line| line.variant).collect()
    }

    /// Whether it must not wait: late, or sent back.
    pub(super) fn is_problem(&self) -> bool {
        matches!(self.waits, Waits::Late | Waits::Changes) || self.status == Status::Missed
    }
}

/// All that wait for the same.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Group {
    pub(super) waits: Waits,
    pub(super) drafts: Vec<Draft>,
    /// Whether there are more than were read.
    pub(super) goes_on: bool,
}

/// Reads the whole queue, or what of it passes: a screenful or two of each group.
pub(super) fn gather(sieve: &Sieve, reader: &Reader, env: &Env<'_>) -> Result<Vec<Group>> {
    let group = |waits| gather_one(waits, sieve, reader, env);
    Waits::ALL.into_iter().map(group).collect()
}

fn gather_one(waits: Waits, sieve: &Sieve, reader: &Reader, env: &Env<'_>) -> Result<Group> {
    let mut lines: Vec<AgendaLine> = Vec::new();
    let mut goes_on = false;
    for (approval, hour) in waits.asks(env.now) {
        // Late ones are sorted together afterwards, so each question may fill the group.
        let room = match waits {
            Waits::Late => ENOUGH,
            _ => ENOUGH - lines.len(),
        };
        let mut more = reader.standing_at(approval, hour, (env.scope, sieve), room + 1)?;
        goes_on |= more.len() > room;
        more.truncate(room);
        lines.append(&mut more);
    }
    match waits {
        Waits::Late => {
            lines.sort_by_key(|line| pressing(line, env.now));
            goes_on |= lines.len() > ENOUGH;
            lines.truncate(ENOUGH);
        }
        // What must be ready soon is among the late ones.
        Waits::ToWrite | Waits::Changes => {
            lines.retain(|line| line.ready_by.is_none_or(|by| by > soon(env.now)));
            lines.sort_by_key(|line| {
                let deadline = line.at.into_iter().chain(line.ready_by).min();
                (deadline.is_none(), deadline)
            });
        }
        Waits::Client | Waits::Moment | Waits::Idea => {}
    }
    Ok(Group {
        waits,
        drafts: by_post(waits, lines, env.now),
        goes_on,
    })
}

/// What is still to come goes first, the nearest in front; then what is past, the latest in front. Of its moment and
/// the one it must be ready by, the next one counts.
fn pressing(line: &AgendaLine, now: Moment) -> (bool, i64) {
    let deadlines = line.at.into_iter().chain(line.ready_by);
    let each = deadlines.map(|at| (at < now, (at - now).num_seconds().abs()));
    each.min().unwrap_or((true, i64::MAX))
}

fn by_post(waits: Waits, lines: Vec<AgendaLine>, now: Moment) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for line in lines {
        let status = line.status(now);
        let known = places.get(&line.post).copied();
        if let Some(draft) = known.and_then(|at: usize| drafts.get_mut(at)) {
            draft.status = draft.status.min(status);
            draft.lines.push(line);
        } else {
            places.insert(line.post, drafts.len());
            drafts.push(Draft {
                waits,
                post: line.post,
                client: line.client,
                lines: vec![line],
                status,
            });
        }
    }
    for draft in &mut drafts {
        // The nearest moment stays in front; the channels keep their order behind it.
        draft
            .lines
            .sort_by_key(|line| (line.at.is_none(), line.at, line.variant));
    }
    drafts
}

/// One line of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// A group's title.
    Title(usize),
    /// A row, by its place.
    Row(usize),
    /// The second line of a row.
    Under(usize),
}

impl Drafts {
    /// Lays the picture's lines.
    pub(super) fn lay(&mut self) {
        self.lines.clear();
        let mut row = 0;
        for (place, group) in self.groups.iter().enumerate() {
            if !group.drafts.is_empty() {
                self.lines.push(Line::Title(place));
            }
            for _ in &group.drafts {
                self.lines.push(Line::Row(row));
                if self.is_roomy {
                    self.lines.push(Line::Under(row));
                }
                row += 1;
            }
        }
    }
}
