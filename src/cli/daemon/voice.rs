//! How the daemon speaks to whoever started it: a line for each event, or JSON, or nothing; and the bell of its terminal.

use std::io::IsTerminal;

use serde_json::json;

use crate::cli::door::Door;
use crate::cli::list::{outside, wall, zone_in, zones};
use crate::daemon::{Happening, Voice, What};
use crate::domain::Moment;
use crate::domain::ids::VariantId;
use crate::domain::post::Outcome;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::store::{Noted, Reader, Result};
use crate::term::outside::ringing;

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Loudness {
    /// A line for each event.
    Lines,
    /// A JSON object for each event.
    Json,
    /// Nothing but what goes wrong.
    Quiet,
}

/// The daemon's mouth.
pub(super) struct Speaker<'d, 'w> {
    door: &'d mut Door<'w>,
    loudness: Loudness,
    /// What was described last, as lines for eyes.
    lines: Vec<String>,
}

impl<'d, 'w> Speaker<'d, 'w> {
    /// Speaks through this door.
    pub(super) fn new(door: &'d mut Door<'w>, loudness: Loudness) -> Self {
        Self {
            door,
            loudness,
            lines: Vec::new(),
        }
    }

    /// It was asked to end.
    pub(super) fn ends(&mut self) {
        if self.loudness == Loudness::Lines {
            self.door.remark(&Words::new("daemon-ends"));
        }
    }

    /// Everything about one event, or nothing when the post has gone meanwhile.
    fn happening(
        &mut self,
        reader: &Reader,
        roster: &Roster,
        noted: &Noted,
    ) -> Result<Option<Happening>> {
        let Some(line) = reader.line(noted.variant())? else {
            return Ok(None);
        };
        let (what, at, reason) = describe(noted);
        let held = match what {
            What::Soon | What::Due => self.held(reader, noted.variant())?,
            What::Missed => String::new(),
        };
        let (id, post) = reader.uids(noted.variant())?;
        let channel = roster.channel(line.channel);
        let client = roster.badge(line.client).0;
        let said = if reason.is_empty() {
            String::new()
        } else {
            self.door.locale.text(reason).into_owned()
        };
        let heading = self.door.locale.text(&format!("due-{}", word(what)));
        let words = [
            heading.as_ref(),
            &wall(at, self.door),
            client,
            roster.code(line.channel),
            &line.topic,
            &said,
            &held,
        ];
        self.lines.push(words.join("\t").trim_end().to_owned());
        let plain = |text: &str| sanitize::line(text).replace('\0', "");
        Ok(Some(Happening {
            what,
            id,
            post,
            client: plain(client),
            channel: plain(channel.map_or("", |it| it.card.handle.as_str())),
            platform: plain(channel.map_or("", |it| it.card.platform.as_str())),
            topic: plain(&line.topic),
            at: outside(at, zone_in(&zones(roster), line.client)),
            reason: plain(reason),
            held: plain(&held),
        }))
    }

    /// What keeps it from going out at this very moment; nothing where it may.
    fn held(&self, reader: &Reader, variant: VariantId) -> Result<String> {
        let held = reader.held_back(&[variant], (self.door.world.now)())?;
        let why = held.iter().flat_map(|it| &it.why).map(|it| &it.words);
        let why: Vec<String> = why.map(|words| self.door.locale.words(words)).collect();
        if why.is_empty() {
            return Ok(String::new());
        }
        let words = Words::new("daemon-held").with("why", why.join("; "));
        Ok(self.door.locale.words(&words))
    }
}

impl Voice for Speaker<'_, '_> {
    fn begins(&mut self) {
        if self.loudness == Loudness::Lines {
            let words = Words::new("daemon-begins").with("pid", std::process::id());
            self.door.remark(&words);
        }
    }

    fn describe(&mut self, reader: &Reader, noted: &[Noted]) -> Result<Vec<Happening>> {
        self.lines.clear();
        let roster = Roster::read(reader)?;
        let mut happenings = Vec::with_capacity(noted.len());
        for noted in noted {
            happenings.extend(self.happening(reader, &roster, noted)?);
        }
        Ok(happenings)
    }

    fn tell(&mut self, happenings: &[Happening]) {
        // That nobody reads it any more is no reason to leave the clock alone.
        let told = match self.loudness {
            Loudness::Quiet => Ok(()),
            Loudness::Json => happenings
                .iter()
                .try_for_each(|it| self.door.say.json(&json!(it))),
            Loudness::Lines => self
                .lines
                .iter()
                .try_for_each(|line| self.door.say.answer(line)),
        };
        told.and_then(|()| self.door.say.finish()).ok();
    }

    fn ring(&mut self, happenings: &[Happening]) -> String {
        let Some(first) = happenings.first() else {
            return String::new();
        };
        let words = Words::new(&format!("daemon-{}", first.what.word()))
            .with("n", happenings.len())
            .with("client", &first.client)
            .with("topic", &first.topic);
        let held = happenings.iter().find(|it| !it.held.is_empty());
        let mut sentence = self.door.locale.words(&words);
        if let Some(held) = held {
            sentence = format!("{sentence} · {}", held.held);
        }
        if self.loudness == Loudness::Lines && std::io::stdout().is_terminal() {
            let rung = self.door.say.raw(&ringing(&sentence));
            rung.and_then(|()| self.door.say.finish()).ok();
        }
        sentence
    }

    fn trouble(&mut self, words: &Words) {
        self.door.remark(words);
    }
}

/// What an event is, its moment, and the key of its reason.
fn describe(noted: &Noted) -> (What, Moment, &str) {
    match noted {
        Noted::Rang { due_at, .. } => (What::Soon, *due_at, ""),
        Noted::Marked(mark) if mark.outcome == Outcome::Missed => {
            (What::Missed, mark.due_at, &mark.reason)
        }
        Noted::Marked(mark) => (What::Due, mark.due_at, ""),
    }
}

/// The word under which `due` says the same.
const fn word(what: What) -> &'static str {
    match what {
        What::Soon => "ringing",
        What::Due => "due",
        What::Missed => "missed",
    }
}
