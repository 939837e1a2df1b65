//! A plan: one row, one post, all of them one Command.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::change;
use super::super::door::Door;
use super::super::stop::Stop;
use super::resolve::{Resolver, whole_minute};
use super::{Asked, Outcome, words};
use crate::domain::Moment;
use crate::domain::command::{Command, NewPost, PlanCommand, Planned};
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::lane::topic_of;
use crate::domain::platform::Platforms;
use crate::domain::post::Approval;
use crate::env::Roster;
use crate::import::plan::{PlanRow, read};
use crate::import::reason::quoted;
use crate::import::{Field, Reason};
use crate::store::{PlannedKey, Reader};

/// Reads the plan and writes what is right of it.
pub(super) fn run(door: &mut Door<'_>, asked: &Asked<'_>) -> Result<Outcome, Stop> {
    let read = read(&asked.bytes, &asked.choices);
    if !asked.from.yes {
        let reader = door.reader()?;
        let (report, _) = resolved(&reader, asked, read, door.now)?;
        return Ok(Outcome { report, written: 0 });
    }
    let mut store = door.store()?;
    let (report, posts) = resolved(store.reader(), asked, read, door.now)?;
    let written = posts.len();
    if written > 0 {
        let file = asked.file.clone();
        let command = Command::Plan(PlanCommand::AddPosts { posts, file });
        change::apply(door, &mut store, &command)?;
    }
    Ok(Outcome { report, written })
}

fn resolved(
    reader: &Reader,
    asked: &Asked<'_>,
    read: crate::import::Imported<PlanRow>,
    now: Moment,
) -> Result<(crate::import::Report, Vec<NewPost>), Stop> {
    let roster = Roster::read(reader)?;
    let mut planning = Planning {
        desk: Resolver::new(reader, &roster, asked.zone, read.report),
        reader,
        there: HashMap::new(),
        rows: HashMap::new(),
        now,
    };
    let mut posts = Vec::with_capacity(read.rows.len());
    for row in read.rows {
        posts.extend(planning.post(row)?);
    }
    Ok((planning.desk.report, posts))
}

/// A plan on its way to the desk.
struct Planning<'d> {
    desk: Resolver<'d>,
    reader: &'d Reader,
    /// What the desk has already, client by client.
    there: HashMap<ClientId, HashSet<PlannedKey>>,
    /// What this file said before, with the row.
    rows: HashMap<(ClientId, PlannedKey), usize>,
    now: Moment,
}

impl Planning<'_> {
    /// The post of a row; none when something about it is wrong.
    fn post(&mut self, row: PlanRow) -> Result<Option<NewPost>, Stop> {
        let Some(client) = self.desk.client(row.row, &row.client) else {
            return Ok(None);
        };
        let channels = self.channels(&row, client);
        let planned = match &row.when {
            None => Some(None),
            Some(when) => self
                .desk
                .moment(row.row, client, when)
                .map(|(wall, at)| Some(whole_minute(wall, at))),
        };
        let format = words::format(&row.format);
        if format.is_none() {
            let name = quoted(&row.format);
            self.desk
                .reject(row.row, Field::Format, Reason::UnknownFormat { name });
        }
        let (Some(channels), Some(planned), Some(format)) = (channels, planned, format) else {
            return Ok(None);
        };
        let topic = if row.topic.is_empty() {
            topic_of(&row.text)
        } else {
            row.topic
        };
        let key = PlannedKey::new(&topic, planned.map(|(wall, _)| wall.local), &channels);
        if self.is_double(row.row, client, key)? {
            return Ok(None);
        }
        self.note_past(row.row, planned.map(|(_, at)| at));
        Ok(Some(NewPost {
            client,
            rubric: row.rubric,
            campaign: row.campaign,
            topic,
            format,
            // As in the fast lane: a time together with a text is meant to go out, anything less waits as a draft.
            approval: if planned.is_some() && !row.text.is_empty() {
                Approval::Approved
            } else {
                Approval::Draft
            },
            text: row.text,
            link: row.link,
            first_comment: String::new(),
            planned: planned.map(|(wall, at)| Planned {
                local: wall.local,
                zone: wall.zone.name().to_owned(),
                at,
            }),
            channels,
        }))
    }

    /// The row's channels, all of them places where posts can go.
    fn channels(&mut self, row: &PlanRow, client: ClientId) -> Option<Vec<ChannelId>> {
        if row.channels.is_empty() {
            self.desk
                .reject(row.row, Field::Channel, Reason::CellEmpty {});
        }
        let mut found = BTreeSet::new();
        let mut whole = !row.channels.is_empty();
        for name in &row.channels {
            let Some(channel) = self.desk.channel(row.row, client, name) else {
                whole = false;
                continue;
            };
            let platform = Platforms::in_force().by_id(&channel.card.platform);
            if platform.is_some_and(crate::domain::platform::Platform::is_postable) {
                found.insert(channel.id);
            } else {
                let why = Reason::UnknownChannel {
                    name: quoted(name),
                    client: self.desk.roster.badge(client).0.to_owned(),
                };
                self.desk.reject(row.row, Field::Channel, why);
                whole = false;
            }
        }
        // Two names of one channel («VK, ВК») are no mistake: it is meant once.
        whole.then(|| found.into_iter().collect())
    }

    /// The same file again, or the same row again, makes no doubles.
    fn is_double(&mut self, row: usize, client: ClientId, key: PlannedKey) -> Result<bool, Stop> {
        if !self.there.contains_key(&client) {
            let planned = self.reader.planned_of(client)?;
            self.there.insert(client, planned);
        }
        if self.there.get(&client).is_some_and(|it| it.contains(&key)) {
            self.desk.reject(row, Field::Topic, Reason::AlreadyThere {});
            return Ok(true);
        }
        let first = *self.rows.entry((client, key)).or_insert(row);
        if first == row {
            return Ok(false);
        }
        self.desk
            .reject(row, Field::Topic, Reason::DuplicateRow { first });
        Ok(true)
    }

    /// A time gone by is taken, because plans are brought in the middle of a month; but it is told.
    fn note_past(&mut self, row: usize, at: Option<Moment>) {
        if let Some(at) = at.filter(|at| *at < self.now) {
            let found = at.format("%Y-%m-%d %H:%MZ").to_string();
            self.desk.note(row, Field::Date, Reason::Past { found });
        }
    }
}
