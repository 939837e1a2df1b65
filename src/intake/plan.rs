//! A plan: one row, one post, all of them one Command.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use super::pictures::{self, Picture};
use super::resolve::{Resolver, whole_minute};
use super::stand_in::What;
use super::{Goods, Looked, words};
use crate::domain::Moment;
use crate::domain::command::{BroughtPost, NewMedia, NewPost, Planned};
use crate::domain::fold::fold;
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::lane::topic_of;
use crate::domain::platform::{Platform, Platforms};
use crate::domain::post::{Approval, Format, Status};
use crate::import::plan::PlanRow;
use crate::import::reason::quoted;
use crate::import::{Field, Problem, Reason};
use crate::media;
use crate::store::{PlannedKey, PlannedThere, Result};

/// A post at the door: everything is known but its pictures are still outside.
#[derive(Debug, Clone, PartialEq)]
pub struct Guest {
    row: usize,
    post: NewPost,
    /// Addresses of pictures that nobody has fetched, one a line.
    note: String,
    /// A note its client reads.
    client_note: String,
    /// What is said and shown in it.
    script: String,
    /// Its shots.
    shots: String,
    /// Where each picture lies, and what it shows.
    pictures: Vec<Brought>,
}

/// A picture at the door.
#[derive(Debug, Clone, PartialEq)]
struct Brought {
    /// Where it lies.
    path: PathBuf,
    /// What it shows.
    alt: String,
    /// Whether it is the cover.
    is_cover: bool,
}

impl Guest {
    /// The post itself.
    pub fn post(&self) -> &NewPost {
        &self.post
    }

    /// How many pictures come with it.
    pub fn pictures(&self) -> usize {
        self.pictures.len()
    }

    /// Takes its pictures into the desk. One that cannot be taken is told, and the post comes without it.
    pub(super) fn settled(self, desk: &Path, problems: &mut Vec<Problem>) -> BroughtPost {
        let mut media = Vec::with_capacity(self.pictures.len());
        for picture in self.pictures {
            match media::take(desk, &picture.path) {
                Ok(taken) => media.push(NewMedia {
                    hash: taken.hash,
                    name: taken.name,
                    bytes: taken.bytes,
                    alt: picture.alt,
                    is_cover: picture.is_cover,
                }),
                Err(error) => {
                    log::warn!("picture not taken: {error}");
                    let path = pictures::shown(&picture.path);
                    problems.push(Problem::of_row(self.row, Reason::PictureMissing { path }));
                }
            }
        }
        BroughtPost {
            post: self.post,
            note: self.note,
            client_note: self.client_note,
            script: self.script,
            shots: self.shots,
            media,
        }
    }
}

/// Puts the rows to the desk.
pub(super) fn resolved(
    desk: Resolver<'_>,
    rows: Vec<PlanRow>,
    folder: Option<&Path>,
    now: Moment,
) -> Result<Looked> {
    let mut planning = Planning {
        desk,
        folder,
        there: HashMap::new(),
        rows: HashMap::new(),
        rubrics: HashMap::new(),
        now,
    };
    let mut posts = Vec::with_capacity(rows.len());
    for row in rows {
        posts.extend(planning.post(row)?);
    }
    Ok(planning.desk.looked(Goods::Plan(posts)))
}

/// A plan on its way to the desk.
struct Planning<'d> {
    desk: Resolver<'d>,
    /// Where the file lies.
    folder: Option<&'d Path>,
    /// What the desk has already, client by client.
    there: HashMap<ClientId, PlannedThere>,
    /// What this file said before, with the row.
    rows: HashMap<(ClientId, PlannedKey, String), usize>,
    /// The rubrics each client has.
    rubrics: HashMap<ClientId, Vec<String>>,
    now: Moment,
}

impl Planning<'_> {
    /// The post of a row; none when something about it is wrong.
    fn post(&mut self, row: PlanRow) -> Result<Option<Guest>> {
        let Some(client) = self.desk.client(row.row, &row.client) else {
            return Ok(None);
        };
        let channels = self.channels(&row, client);
        let zone = self.desk.zone_named(row.row, client, &row.zone);
        let planned = match (zone, &row.when) {
            (None, _) => None,
            (Some(_), None) => Some(None),
            (Some(zone), Some(when)) => self
                .desk
                .moment(row.row, zone, when)
                .map(|(wall, at)| Some(whole_minute(wall, at))),
        };
        let format = self.format(&row);
        let (Some(channels), Some(planned), Some(format)) = (channels, planned, format) else {
            return Ok(None);
        };
        let named = Some(row.topic).filter(|it| !it.is_empty());
        let topic = named.unwrap_or_else(|| topic_of(&row.text));
        let key = PlannedKey::new(&topic, planned.map(|(wall, _)| wall.local), &channels);
        if self.is_double(row.row, client, key, &row.uid)? {
            return Ok(None);
        }
        let Some(approval) = standing(&row.uid, &row.status, planned.is_some(), &row.text) else {
            self.desk
                .reject(row.row, Field::Status, Reason::OutAlready {});
            return Ok(None);
        };
        self.note_past(row.row, planned.map(|(_, at)| at));
        let rubric = self.rubric(client, row.rubric)?;
        let cover = self.cover(row.row, &row.cover, &row.media);
        let (pictures, addresses) = self.pictures(row.row, row.media, row.alt, cover);
        let post = NewPost {
            client,
            rubric,
            campaign: row.campaign,
            topic,
            format,
            approval,
            text: row.text,
            link: row.link,
            first_comment: row.first_comment,
            planned: planned.map(|(wall, at)| Planned {
                local: wall.local,
                zone: wall.zone.name().to_owned(),
                at,
            }),
            channels,
        };
        Ok(Some(Guest {
            row: row.row,
            post,
            note: addresses.join("\n"),
            client_note: row.client_note,
            script: row.script,
            shots: row.shots,
            pictures,
        }))
    }

    fn format(&mut self, row: &PlanRow) -> Option<Format> {
        let format = words::format(&row.format);
        if format.is_none() {
            let name = quoted(&row.format);
            self.desk
                .reject(row.row, Field::Format, Reason::UnknownFormat { name });
        }
        format
    }

    /// The rubric as this client calls it; one that nobody has yet will be made, and is told among the unknown names.
    fn rubric(&mut self, client: ClientId, name: String) -> Result<String> {
        if name.is_empty() {
            return Ok(name);
        }
        if !self.rubrics.contains_key(&client) {
            let known = self.desk.reader.rubrics(client)?;
            let known = known.into_iter().map(|it| it.name).collect();
            self.rubrics.insert(client, known);
        }
        let known = self.rubrics.get(&client).map_or(&[][..], Vec::as_slice);
        let is_here = |asked: &str| {
            let wanted = fold(asked);
            known.iter().find(|it| fold(it) == wanted).cloned()
        };
        let found = self.desk.meant(What::Rubric, &name, is_here);
        if found.is_none() {
            let roster = self.desk.roster;
            self.desk.unknown.rubric(client, &name, known, roster);
        }
        Ok(found.unwrap_or(name))
    }

    /// Which of the pictures is the cover, by its number or by its name; a cover that is none of them is told.
    fn cover(&mut self, row: usize, said: &str, pictures: &[String]) -> Option<usize> {
        if said.is_empty() {
            return None;
        }
        let by_number = said.parse().ok().and_then(|n: usize| n.checked_sub(1));
        let by_number = by_number.filter(|place| *place < pictures.len());
        let found = by_number.or_else(|| pictures.iter().position(|it| it == said));
        if found.is_none() {
            let path = quoted(said);
            self.desk
                .note(row, Field::Cover, Reason::PictureMissing { path });
        }
        found
    }

    /// Which pictures come along, and which are only addresses; each that is neither is told.
    fn pictures(
        &mut self,
        row: usize,
        said: Vec<String>,
        shows: Vec<String>,
        cover: Option<usize>,
    ) -> (Vec<Brought>, Vec<String>) {
        let (mut files, mut addresses) = (Vec::new(), Vec::new());
        let mut shows = shows.into_iter();
        for (place, said) in said.into_iter().enumerate() {
            let alt = shows.next().unwrap_or_default();
            let what = match pictures::find(self.folder, &said) {
                Picture::File(path) => {
                    files.push(Brought {
                        path,
                        alt,
                        is_cover: cover == Some(place),
                    });
                    continue;
                }
                Picture::Address(address) => {
                    let shown = quoted(&address);
                    addresses.push(address);
                    Reason::PictureAddress { address: shown }
                }
                Picture::Missing => Reason::PictureMissing {
                    path: quoted(&said),
                },
                Picture::Unfit => Reason::PictureUnfit {
                    path: quoted(&said),
                },
            };
            self.desk.note(row, Field::Media, what);
        }
        (files, addresses)
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
            if platform.is_some_and(Platform::is_postable) {
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
    fn is_double(
        &mut self,
        row: usize,
        client: ClientId,
        key: PlannedKey,
        uid: &str,
    ) -> Result<bool> {
        if !self.there.contains_key(&client) {
            let planned = self.desk.reader.planned_of(client)?;
            self.there.insert(client, planned);
        }
        if self.there.get(&client).is_some_and(|it| it.has(&key, uid)) {
            self.desk.reject(row, Field::Topic, Reason::AlreadyThere {});
            return Ok(true);
        }
        // Two posts may say the same at the same time; in a file of ours they are told apart by their names.
        let named = (client, key, uid.to_owned());
        let first = *self.rows.entry(named).or_insert(row);
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

/// How far a post has come. A file of ours says it; elsewhere, as in the fast lane, a time together with a text is meant to
/// go out, and anything less waits as a draft. None for what is out already.
fn standing(uid: &str, status: &str, has_time: bool, text: &str) -> Option<Approval> {
    let said = if uid.is_empty() {
        None
    } else {
        Status::from_word(status)
    };
    let otherwise = if has_time && !text.is_empty() {
        Approval::Approved
    } else {
        Approval::Draft
    };
    Some(match said {
        Some(Status::Published | Status::Skipped) => return None,
        Some(Status::Idea) => Approval::Idea,
        Some(Status::Draft) => Approval::Draft,
        Some(Status::Review) => Approval::Review,
        Some(Status::Changes) => Approval::Changes,
        Some(Status::Approved | Status::Scheduled | Status::Due) => Approval::Approved,
        // What is unsure may be out: she decides before it goes anywhere again.
        Some(Status::Hold | Status::Unsure) => Approval::Hold,
        Some(Status::Missed) | None => otherwise,
    })
}
