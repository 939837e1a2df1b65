//! Plans the demo's posts and takes each as far as it has come: written, with the client, ready, late, out.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;

use chrono::Duration;

use super::anchor::planned;
use super::cast::{Cast, ids};
use super::script::{At, Past, Post, Script, Stage};
use super::{SeedError, known, picture};
use crate::domain::Moment;
use crate::domain::command::{Command, DeliveryCommand, Mark, NewPost, PacketCommand, PlanCommand};
use crate::domain::ids::{ChannelId, PostId, VariantId};
use crate::domain::post::{Approval, Format, Outcome};
use crate::domain::tongue::Tongue;
use crate::media;
use crate::store::{AgendaLine, Reader, Store};

/// The posts of the script, planned.
pub(super) struct Posts {
    by_key: BTreeMap<String, PostId>,
    /// The posts of which only numbers are known, in the order of the script.
    pub(super) past: Vec<PostId>,
}

impl Posts {
    /// A post of the script.
    pub(super) fn post(&self, key: &str) -> Result<PostId, SeedError> {
        known(self.by_key.get(key).copied(), key)
    }
}

/// Plans everything.
pub(super) fn plan(
    store: &mut Store,
    script: &Script,
    cast: &Cast,
    now: Moment,
) -> Result<Posts, SeedError> {
    let mut added = Vec::new();
    for post in &script.posts {
        added.push(new_post(post, cast, now)?);
    }
    for past in &script.numbers.past {
        added.push(past_post(past, cast, now)?);
    }
    let ids: Vec<PostId> = ids(store, &added)?.into_iter().map(PostId).collect();
    let (told, past) = ids.split_at(script.posts.len());
    let mut month = Month::new(script, store.reader(), now)?;
    for (post, id) in script.posts.iter().zip(told) {
        let lines = store.reader().variants_of(*id)?;
        month.wordings(post, *id, &lines, cast)?;
        month.pictures(post, *id, &lines, store.folder())?;
        month.carry(post, &lines);
    }
    for id in past {
        let lines = store.reader().variants_of(*id)?;
        month.out(&lines);
    }
    store.apply_all(&month.commands)?;
    let keys = script.posts.iter().map(|post| post.key.clone());
    Ok(Posts {
        by_key: keys.zip(told.iter().copied()).collect(),
        past: past.to_vec(),
    })
}

/// A post as it began: a thought or a draft, some days before it needed to be more.
fn new_post(post: &Post, cast: &Cast, now: Moment) -> Result<(Command, Moment), SeedError> {
    let client = cast.client(&post.client)?;
    let planned = post.at.map(|at| planned(at, now, client.zone));
    let begun = begun(planned.as_ref().map(|it| it.at), now);
    let channels = post
        .channels
        .iter()
        .map(|platform| client.channel(platform));
    let new = NewPost {
        client: client.id,
        rubric: post.rubric.clone(),
        topic: post.topic.clone(),
        format: known(Format::from_word(&post.format), &post.format)?,
        text: post.text.trim().to_owned(),
        link: post.link.clone(),
        first_comment: post.first_comment.clone(),
        planned,
        approval: match post.status {
            Stage::Idea => Approval::Idea,
            _ => Approval::Draft,
        },
        channels: channels.collect::<Result<_, _>>()?,
    };
    Ok((Command::Plan(PlanCommand::AddPost(new)), begun))
}

/// A post of which nothing but its numbers is left.
fn past_post(past: &Past, cast: &Cast, now: Moment) -> Result<(Command, Moment), SeedError> {
    let client = cast.client(&past.client)?;
    let at = At::DaysAgo {
        days_ago: past.days_ago,
        time: past.time,
    };
    let planned = planned(at, now, client.zone);
    let begun = begun(Some(planned.at), now);
    let new = NewPost {
        client: client.id,
        rubric: past.rubric.clone(),
        topic: past.topic.clone(),
        format: Format::Text,
        text: String::new(),
        link: String::new(),
        first_comment: String::new(),
        planned: Some(planned),
        approval: Approval::Draft,
        channels: vec![client.channel(&past.channel)?],
    };
    Ok((Command::Plan(PlanCommand::AddPost(new)), begun))
}

/// What was done about the posts of the month, in order.
struct Month {
    now: Moment,
    pages: BTreeMap<ChannelId, String>,
    taken: BTreeMap<(String, usize), media::Taken>,
    /// What each client reads.
    tongues: BTreeMap<String, Tongue>,
    commands: Vec<(Command, Moment)>,
}

impl Month {
    fn new(script: &Script, reader: &Reader, now: Moment) -> Result<Self, SeedError> {
        let clients = script.desk.client.iter();
        let clients = clients.map(|it| (it.key.clone(), Tongue::of(&it.languages)));
        let pages = reader.channels()?.into_iter();
        Ok(Self {
            now,
            pages: pages.map(|it| (it.id, it.card.link)).collect(),
            taken: BTreeMap::new(),
            tongues: clients.collect(),
            commands: Vec::new(),
        })
    }

    /// Texts of channels that go their own way.
    fn wordings(
        &mut self,
        post: &Post,
        id: PostId,
        lines: &[AgendaLine],
        cast: &Cast,
    ) -> Result<(), SeedError> {
        for own in &post.variant {
            let channel = cast.client(&post.client)?.channel(&own.channel)?;
            let line = lines.iter().find(|line| line.channel == channel);
            let save = PlanCommand::SaveText {
                post: id,
                variant: Some(known(line, &own.channel)?.variant),
                text: own.text.trim().to_owned(),
            };
            let at = begun(planned_at(lines), self.now);
            self.commands.push((Command::Plan(save), at));
        }
        Ok(())
    }

    /// Pictures that have come. A client's posts look alike and only the pictures of one post differ, so that few files
    /// have to reach the disk before the first frame. What is seen is said of the first: the script's words describe it.
    fn pictures(
        &mut self,
        post: &Post,
        id: PostId,
        lines: &[AgendaLine],
        desk: &Path,
    ) -> Result<(), SeedError> {
        if post.picture_missing {
            return Ok(());
        }
        let at = begun(planned_at(lines), self.now);
        for (place, name) in post.pictures.iter().enumerate() {
            let look = (post.client.clone(), place);
            let taken = match self.taken.entry(look) {
                Entry::Occupied(entry) => entry.into_mut(),
                Entry::Vacant(entry) => {
                    let drawn = picture::png(&format!("{} {place}", post.client));
                    entry.insert(take(desk, &drawn)?)
                }
            };
            let attach = PlanCommand::Attach {
                post: id,
                hash: taken.hash.clone(),
                // What is drawn is a PNG, whatever the script's photographers send.
                name: Path::new(name).with_extension("png").display().to_string(),
                bytes: taken.bytes,
                alt: if place == 0 {
                    post.alt.clone()
                } else {
                    String::new()
                },
            };
            self.commands.push((Command::Plan(attach), at));
        }
        Ok(())
    }

    /// Takes a post as far as the script says.
    fn carry(&mut self, post: &Post, lines: &[AgendaLine]) {
        let day = Duration::days(1);
        match post.status {
            Stage::Idea | Stage::Draft => {}
            Stage::Review => {
                let sent = self.now - Duration::days(post.waiting_since_days);
                self.show(post, lines, sent);
            }
            Stage::Changes => {
                self.move_to(lines, Approval::Review, "", self.now - day * 2);
                self.move_to(lines, Approval::Changes, &post.reason, self.now - day);
            }
            Stage::Scheduled | Stage::Due => {
                self.move_to(lines, Approval::Approved, "", self.now - day);
            }
            Stage::Late => {
                self.move_to(lines, Approval::Approved, "", self.now - day);
                self.miss(lines);
            }
            Stage::Published => self.out(lines),
        }
    }

    /// Shows it to its client, alone in a packet.
    fn show(&mut self, post: &Post, lines: &[AgendaLine], at: Moment) {
        let send = PacketCommand::Send {
            posts: lines.first().map(|line| line.post).into_iter().collect(),
            tongue: self.tongues.get(&post.client).copied().unwrap_or_default(),
        };
        self.commands.push((Command::Packet(send), at));
    }

    fn move_to(&mut self, lines: &[AgendaLine], to: Approval, reason: &str, at: Moment) {
        let set = PlanCommand::SetApproval {
            variants: variants(lines),
            to,
            reason: reason.to_owned(),
        };
        self.commands.push((Command::Plan(set), at));
    }

    /// Its moment passed while nobody was at the desk: the clock finds it on opening.
    fn miss(&mut self, lines: &[AgendaLine]) {
        let mark = |line: &AgendaLine| {
            Some(Mark {
                variant: line.variant,
                due_at: line.at?,
                outcome: Outcome::Missed,
                reason: "missed-closed".to_owned(),
            })
        };
        let marks = lines.iter().filter_map(mark).collect();
        let mark = Command::Delivery(DeliveryCommand::Mark { marks });
        self.commands.push((mark, self.now));
    }

    /// Approved the day before, out on its minute, to be seen on the channel's own page.
    fn out(&mut self, lines: &[AgendaLine]) {
        let Some(at) = planned_at(lines) else {
            return;
        };
        self.move_to(lines, Approval::Approved, "", at - Duration::days(1));
        for line in lines {
            let page = self.pages.get(&line.channel);
            let permalink = page.map_or_else(String::new, |page| format!("{page}/{}", line.post.0));
            let stamp = DeliveryCommand::Stamp {
                variants: vec![line.variant],
                at,
                permalink,
            };
            self.commands.push((Command::Delivery(stamp), at));
        }
    }
}

fn variants(lines: &[AgendaLine]) -> Vec<VariantId> {
    lines.iter().map(|line| line.variant).collect()
}

fn planned_at(lines: &[AgendaLine]) -> Option<Moment> {
    lines.iter().find_map(|line| line.at)
}

/// When she wrote it: three days before it went out, and what is still to come has been lying there since four days ago.
fn begun(planned: Option<Moment>, now: Moment) -> Moment {
    match planned {
        Some(at) if at < now - Duration::days(1) => at - Duration::days(3),
        _ => now - Duration::days(4),
    }
}

/// Takes a drawn picture into the desk, as a file from a client would be.
fn take(desk: &Path, drawn: &[u8]) -> Result<media::Taken, SeedError> {
    let file = desk.join("picture.png");
    std::fs::write(&file, drawn)?;
    let taken = media::take(desk, &file);
    std::fs::remove_file(&file)?;
    Ok(taken?)
}
