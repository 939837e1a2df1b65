//! `list`: posts, messages, channels and clients, for eyes (lines with tabs) and for scripts (JSON).
//!
//! Long lists are read and written page by page, so that their length costs time but no memory.

use std::collections::HashMap;

use chrono::SecondsFormat;
use chrono_tz::Tz;
use serde::Serialize;
use serde_json::{Value, json};

use super::door::Door;
use super::line::{Listed, ListedMessages, ListedPosts, Shelf, Stretch};
use super::moments;
use super::named;
use super::stop::Stop;
use crate::domain::Moment;
use crate::domain::filter;
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::store::{
    Bookmark, Channel, Client, ListedMessage, ListedPost, MANY_POSTS, Reader, Result, Sieve,
};

/// Rows asked for at once.
const PAGE: usize = 1_000;

/// Lists what was asked for.
pub(super) fn run(door: &mut Door<'_>, what: &Shelf) -> std::result::Result<(), Stop> {
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let (how, stretch) = match what {
        Shelf::Posts(ListedPosts { how, stretch, .. })
        | Shelf::Messages(ListedMessages { how, stretch }) => (how, stretch.clone()),
        Shelf::Channels(how) | Shelf::Clients(how) => (how, Stretch::default()),
    };
    let mut scope = match &how.client {
        Some(who) => Some(named::client(&roster, who)?.id),
        None => None,
    };
    let sieve = match what {
        Shelf::Posts(posts) => sieve(door, &reader, posts, &mut scope)?,
        _ => Sieve::default(),
    };
    let bound = |asked: &Option<String>, end| {
        let asked = asked.as_deref();
        asked
            .map(|asked| moments::bound(door, asked, end))
            .transpose()
    };
    let list = List {
        reader: &reader,
        roster: &roster,
        zones: zones(&roster),
        from: bound(&stretch.from, false)?,
        until: bound(&stretch.to, true)?,
        scope,
        sieve,
        how,
    };
    match what {
        Shelf::Posts(_) => list.posts(door),
        Shelf::Messages(_) => list.messages(door),
        Shelf::Channels(_) => list.channels(door),
        Shelf::Clients(_) => list.clients(door),
    }
}

/// What the posts must pass: the words of a filter, and those of a kept view with its client.
fn sieve(
    door: &mut Door<'_>,
    reader: &Reader,
    asked: &ListedPosts,
    scope: &mut Option<ClientId>,
) -> std::result::Result<Sieve, Stop> {
    let mut line = String::new();
    if let Some(digit) = asked.view {
        let missing = || Stop::misasked(Words::new("view-missing").with("n", digit));
        let view = reader.view(digit)?.ok_or_else(missing)?;
        line = view.filter;
        *scope = scope.or(view.scope);
    }
    if let Some(words) = &asked.filter {
        line = format!("{line} {words}");
    }
    let reading = filter::read(&line, &reader.filter_names()?);
    let unclear: Vec<Words> = reading.unclear.iter().map(filter::Unclear::words).collect();
    Stop::unless_right(unclear)?;
    let sieve = reader.sieve(&reading.filter, door.now)?;
    if sieve.is_cut() {
        door.remark(&Words::new("filter-cut").with("n", MANY_POSTS));
    }
    Ok(sieve)
}

/// One question with everything it needs.
struct List<'l> {
    reader: &'l Reader,
    roster: &'l Roster,
    zones: HashMap<ClientId, Tz>,
    scope: Option<ClientId>,
    /// From this moment on; then the shelf, which has no moments, is left out.
    from: Option<Moment>,
    /// Up to this moment, likewise.
    until: Option<Moment>,
    sieve: Sieve,
    how: &'l Listed,
}

impl List<'_> {
    fn posts(&self, door: &mut Door<'_>) -> std::result::Result<(), Stop> {
        self.stream(
            door,
            |place| {
                let asked = (self.scope, &self.sieve);
                if self.from.is_none() && self.until.is_none() {
                    self.reader.posts_after(place, asked, PAGE)
                } else {
                    self.reader.posts_until(place, asked, self.until, PAGE)
                }
            },
            |post| post.place,
            |door, post| {
                if self.how.json {
                    Row::Json(self.post(post, door.now))
                } else {
                    Row::Line(self.post_line(post, door))
                }
            },
        )
    }

    fn messages(&self, door: &mut Door<'_>) -> std::result::Result<(), Stop> {
        self.stream(
            door,
            |place| {
                let reader = self.reader;
                reader.messages_after(place, self.scope, self.until, PAGE)
            },
            |message| message.place,
            |door, message| {
                if self.how.json {
                    Row::Json(self.message(message))
                } else {
                    Row::Line(self.message_line(message, door))
                }
            },
        )
    }

    fn channels(&self, door: &mut Door<'_>) -> std::result::Result<(), Stop> {
        let asked = |it: &&Channel| self.scope.is_none_or(|client| it.card.client == client);
        let channels: Vec<&Channel> = self.roster.channels.iter().filter(asked).collect();
        if self.how.json {
            let all: Vec<Value> = channels
                .into_iter()
                .map(|it| channel_object(it, self.roster))
                .collect();
            return door.say.json(&all);
        }
        for it in channels {
            let card = &it.card;
            let line = [
                self.short(card.client),
                &card.platform,
                &card.handle,
                card.mode.word(),
                &card.link,
                &it.uid,
            ];
            door.say.answer(&line.join("\t"))?;
        }
        Ok(())
    }

    fn clients(&self, door: &mut Door<'_>) -> std::result::Result<(), Stop> {
        let asked = |it: &&Client| self.scope.is_none_or(|client| it.id == client);
        let clients: Vec<&Client> = self.roster.clients.iter().filter(asked).collect();
        if self.how.json {
            let all: Vec<Value> = clients.into_iter().map(client_object).collect();
            return door.say.json(&all);
        }
        for it in clients {
            let card = &it.card;
            let line = [&card.short, &card.name, &card.zone, &card.hours, &it.uid];
            door.say.answer(&line.map(String::as_str).join("\t"))?;
        }
        Ok(())
    }

    /// Asks page after page and writes each row at once; as JSON the rows make one array.
    fn stream<T>(
        &self,
        door: &mut Door<'_>,
        page_after: impl Fn(Bookmark) -> Result<Vec<T>>,
        place_of: impl Fn(&T) -> Bookmark,
        row: impl Fn(&Door<'_>, &T) -> Row,
    ) -> std::result::Result<(), Stop> {
        let mut place = self.from.map_or(Bookmark::START, Bookmark::from);
        let mut before = "[\n";
        loop {
            let page = page_after(place)?;
            for it in &page {
                match row(door, it) {
                    Row::Line(line) => door.say.answer(&line)?,
                    Row::Json(value) => {
                        door.say.raw(before)?;
                        door.say.piece(&value)?;
                        before = ",\n";
                    }
                }
            }
            match page.last() {
                Some(last) if page.len() == PAGE => place = place_of(last),
                _ => break,
            }
        }
        match (self.how.json, before) {
            (false, _) => Ok(()),
            (true, "[\n") => door.say.raw("[]\n"),
            (true, _) => door.say.raw("\n]\n"),
        }
    }

    fn post(&self, post: &ListedPost, now: Moment) -> Value {
        json!({
            "id": post.uid,
            "post": post.post,
            "client": self.short(post.client),
            "channel": self.handle(post.channel),
            "platform": self.platform(post.channel),
            "status": post.status(now).word(),
            "at": post.at.map(|at| self.moment(post.client, at)),
            "rubric": post.rubric,
            "campaign": post.campaign,
            "format": post.format.word(),
            "topic": post.topic,
            "text": post.text,
        })
    }

    fn post_line(&self, post: &ListedPost, door: &Door<'_>) -> String {
        [
            post.at
                .map_or_else(|| "—".to_owned(), |at| wall(at, door))
                .as_str(),
            self.short(post.client),
            self.roster.code(post.channel),
            post.status(door.now).word(),
            &post.topic,
            named::short(&post.uid),
        ]
        .join("\t")
    }

    fn message(&self, message: &ListedMessage) -> Value {
        json!({
            "thread": message.thread,
            "client": self.short(message.client),
            "channel": self.handle(message.channel),
            "platform": self.platform(message.channel),
            "kind": message.kind,
            "author": message.person,
            "author_id": message.handle,
            "at": self.moment(message.client, message.at),
            "direction": if message.outgoing { "out" } else { "in" },
            "state": message.state,
            "post": message.post,
            "text": message.text,
        })
    }

    fn message_line(&self, message: &ListedMessage, door: &Door<'_>) -> String {
        [
            wall(message.at, door).as_str(),
            self.short(message.client),
            self.roster.code(message.channel),
            if message.outgoing { ">" } else { "<" },
            &message.person,
            &sanitize::line(&message.text),
            named::short(&message.thread),
        ]
        .join("\t")
    }

    fn short(&self, client: ClientId) -> &str {
        self.roster.badge(client).0
    }

    fn handle(&self, channel: ChannelId) -> &str {
        self.roster
            .channel(channel)
            .map_or("", |it| &it.card.handle)
    }

    fn platform(&self, channel: ChannelId) -> &str {
        self.roster
            .channel(channel)
            .map_or("", |it| &it.card.platform)
    }

    fn moment(&self, client: ClientId, at: Moment) -> String {
        outside(at, zone_in(&self.zones, client))
    }
}

/// One row on its way out.
enum Row {
    Line(String),
    Json(Value),
}

/// The zone of every client, looked up by name once: a list asks for it in every row.
pub(super) fn zones(roster: &Roster) -> HashMap<ClientId, Tz> {
    let of = |client: &Client| (client.id, roster.zone(client.id));
    roster.clients.iter().map(of).collect()
}

/// The zone of one client.
pub(super) fn zone_in(zones: &HashMap<ClientId, Tz>, client: ClientId) -> Tz {
    zones.get(&client).copied().unwrap_or(Tz::UTC)
}

/// A moment as files and scripts read it: RFC 3339 on the wall of a zone, with its offset.
pub(super) fn outside(at: Moment, zone: Tz) -> String {
    at.with_timezone(&zone)
        .to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A moment on her own wall.
pub(super) fn wall(at: Moment, door: &Door<'_>) -> String {
    at.with_timezone(&door.zone)
        .format("%Y-%m-%d %H:%M")
        .to_string()
}

/// A reason in her language: what the clock recorded is a key, anything else is in her own words.
pub(super) fn reason(door: &Door<'_>, reason: &str) -> String {
    // A reason recorded by the program is a key; anything else is in her own words.
    if reason.starts_with("missed-") || reason.starts_with("unsure-") {
        door.locale.text(reason).into_owned()
    } else {
        door.locale.reason(reason).into_owned()
    }
}

/// A channel with its uid.
pub(super) fn channel_object(it: &Channel, roster: &Roster) -> Value {
    json!({
        "id": it.uid,
        "client": roster.badge(it.card.client).0,
        "platform": it.card.platform,
        "handle": it.card.handle,
        "link": it.card.link,
        "mode": it.card.mode.word(),
        "grace_min": it.card.grace_min,
        "look_every_min": it.card.look_every_min,
        "watch_min": it.card.watch_min,
        "text_max": it.card.text_max,
        "utm": it.card.utm,
    })
}

/// A client's card with its uid in front.
pub(super) fn client_object(it: &Client) -> Value {
    #[derive(Serialize)]
    struct Told<'c> {
        id: &'c str,
        #[serde(flatten)]
        card: &'c crate::domain::client::ClientCard,
    }
    serde_json::to_value(Told {
        id: &it.uid,
        card: &it.card,
    })
    .unwrap_or_default()
}
