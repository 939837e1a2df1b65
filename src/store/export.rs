//! Everything that goes out again into files: read page by page and handed on row by row, so that length costs no memory.

use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::types::Value;
use rusqlite::{Row, ToSql, params_from_iter};

use super::clients::list;
use super::convert::{int, maybe_moment, moment, wall};
use super::error::StoreError;
use super::reader::Reader;
use super::sieve::Asked;
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, PostId, VariantId};
use crate::domain::post::{Approval, Format, Outcome, Status, status};

/// Rows asked for at once.
const PAGE: i64 = 1_000;

/// A post as it stands on one or several of its channels: those that have the same time, wording and standing.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedPost {
    /// Name of the post.
    pub uid: String,
    /// Whose.
    pub client: ClientId,
    /// Where, as they were opened.
    pub channels: Vec<ChannelId>,
    /// When, on the wall it was planned on, with the name of its zone.
    pub wall: Option<(NaiveDateTime, String)>,
    /// The same as a moment.
    pub at: Option<Moment>,
    /// What it is about.
    pub topic: String,
    /// The wording that stands for these channels.
    pub text: String,
    /// Rubric, or empty.
    pub rubric: String,
    /// Campaign, or empty.
    pub campaign: String,
    /// What kind of thing it is.
    pub format: Format,
    /// Link that goes with it.
    pub link: String,
    /// First comment under it.
    pub first_comment: String,
    /// Names and descriptions of its pictures, in order.
    pub media: Vec<(String, String)>,
    /// Which of them is the cover, from 1; none where none was chosen.
    pub cover: Option<usize>,
    /// What is said and shown in it.
    pub script: String,
    /// Its shots, one a line.
    pub shots: String,
    /// A note its client reads.
    pub client_note: String,
    /// When it was published or let go.
    pub out_at: Option<Moment>,
    /// Where it can be seen.
    pub permalink: String,
    /// What it should do and how it should sound.
    pub brief: String,
    /// A note for herself.
    pub note: String,
    /// When its texts have to be ready.
    pub ready_by: Option<Moment>,
    post: PostId,
    approval: Approval,
    outcome: Outcome,
    grace_min: u32,
}

impl PlannedPost {
    /// Where it stands now.
    pub fn status(&self, now: Moment) -> Status {
        status(self.approval, self.outcome, self.at, self.grace_min, now)
    }

    /// Whether it is among the drafts: not out, not let go, not parked.
    pub fn is_waiting(&self) -> bool {
        let is_over = matches!(self.outcome, Outcome::Published | Outcome::Skipped);
        !is_over && self.approval != Approval::Hold
    }

    /// Whether another variant of the post belongs to the same row.
    fn goes_with(&self, other: &Self) -> bool {
        self.post == other.post
            && self.wall == other.wall
            && self.at == other.at
            && self.text == other.text
            && (self.approval, self.outcome) == (other.approval, other.outcome)
            && (self.out_at, &self.permalink) == (other.out_at, &other.permalink)
    }
}

/// One measured value that stands.
#[derive(Debug, Clone, PartialEq)]
pub struct StandingReading {
    /// Of which channel.
    pub channel: ChannelId,
    /// Name of the post, for a number of a post.
    pub post: Option<String>,
    /// What was measured.
    pub metric: String,
    /// The day it is for, on the client's wall.
    pub day: NaiveDate,
    /// The value.
    pub value: f64,
    /// When it was typed or brought in.
    pub typed_at: Moment,
    /// Who says so.
    pub origin: String,
}

const PLANNED: &str = "SELECT a.post, a.variant, p.uid, a.client, a.channel, a.at, v.local, v.zone, p.topic, \
    coalesce(own.text, base.text, ''), coalesce(r.name, ''), coalesce(g.name, ''), p.format, p.link, p.first_comment, \
    a.out_at, a.link, p.brief, p.note, p.ready_by, a.approval, a.outcome, c.grace_min, p.script, p.shots, p.client_note \
    FROM agenda_sum a JOIN post p ON p.id = a.post JOIN variant v ON v.id = a.variant JOIN channel c ON c.id = a.channel \
    LEFT JOIN rubric r ON r.id = p.rubric LEFT JOIN campaign g ON g.id = p.campaign \
    LEFT JOIN text_rev own ON own.id = v.rev LEFT JOIN text_rev base ON base.id = p.base_rev";

const STANDING: &str = "SELECT r.metric, r.day, r.id, r.value, r.typed_at, r.origin FROM reading r \
    WHERE (r.metric, r.day, r.id) > (?, ?, ?) AND r.day BETWEEN ? AND ? \
    AND NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'reading' AND fact = r.id)";

const NEWER: &str = "AND n.metric = r.metric AND n.day = r.day AND n.id > r.id \
    AND NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'reading' AND fact = n.id)";

/// Where a page of the plan begins: behind this variant of this post at this moment.
type Place = (i64, PostId, VariantId);

impl Reader {
    /// Every post that is asked about, row by row: by planned moment, then those without one. Only what is planned
    /// within a stretch of time has a place in it, so that where one is named nothing without a time is told.
    pub fn each_planned<E: From<StoreError>>(
        &self,
        asked: Asked<'_>,
        stretch: Option<&Range<Moment>>,
        mut each: impl FnMut(&PlannedPost) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let (from, until) = stretch.map_or((i64::MIN, i64::MAX), |it| {
            (it.start.timestamp(), it.end.timestamp())
        });
        let dated =
            "a.at IS NOT NULL AND a.at >= ? AND (a.at, a.post, a.variant) > (?, ?, ?) AND a.at < ?";
        self.each_page(
            asked,
            (from, PostId(0), VariantId(0)),
            |(at, post, variant)| {
                let bounds = [int(at), int(at), int(post.0), int(variant.0), int(until)];
                (dated, "a.at, a.post, a.variant", bounds.to_vec())
            },
            &mut each,
        )?;
        if stretch.is_some() {
            return Ok(());
        }
        let undated = "a.at IS NULL AND (a.post, a.variant) > (?, ?)";
        self.each_page(
            asked,
            (0, PostId(0), VariantId(0)),
            |(_, post, variant)| {
                (
                    undated,
                    "a.post, a.variant",
                    vec![int(post.0), int(variant.0)],
                )
            },
            &mut each,
        )
    }

    fn each_page<E: From<StoreError>>(
        &self,
        asked: Asked<'_>,
        mut place: Place,
        page_after: impl Fn(Place) -> (&'static str, &'static str, Vec<Value>),
        each: &mut impl FnMut(&PlannedPost) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let (about, bound) = asked.clause();
        // The rows of one post at one moment; the channels of a row need not follow each other.
        let mut open: Vec<PlannedPost> = Vec::new();
        loop {
            let (condition, order, mut params) = page_after(place);
            params.extend(bound.iter().cloned());
            params.push(int(PAGE));
            let sql = format!("{PLANNED} WHERE {condition} {about} ORDER BY {order} LIMIT ?");
            let page = list(self.conn(), &sql, params_from_iter(params), planned)?;
            let is_last = page.len() < PAGE as usize;
            for (variant, row) in page {
                place = (row.at.map_or(0, |at| at.timestamp()), row.post, variant);
                if open
                    .first()
                    .is_some_and(|it| it.post != row.post || it.at != row.at)
                {
                    self.hand_on(&mut open, each)?;
                }
                match open.iter_mut().find(|it| it.goes_with(&row)) {
                    Some(it) => it.channels.extend(row.channels),
                    None => open.push(row),
                }
            }
            if is_last {
                return self.hand_on(&mut open, each);
            }
        }
    }

    fn hand_on<E: From<StoreError>>(
        &self,
        open: &mut Vec<PlannedPost>,
        each: &mut impl FnMut(&PlannedPost) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let sql = "SELECT name, alt, is_cover FROM media WHERE post = ? AND deleted_at IS NULL ORDER BY position, id";
        for mut row in open.drain(..) {
            let media = list(self.conn(), sql, [row.post], |it| {
                Ok(((it.get(0)?, it.get(1)?), it.get::<_, bool>(2)?))
            })?;
            row.cover = (1..).zip(&media).find(|(_, it)| it.1).map(|(n, _)| n);
            row.media = media.into_iter().map(|it| it.0).collect();
            each(&row)?;
        }
        Ok(())
    }

    /// Every value of a channel and of its posts that stands, by what was measured and then by day; of the days from the
    /// first to the last, both counted.
    pub fn each_reading<E: From<StoreError>>(
        &self,
        channel: ChannelId,
        (first, last): (Option<NaiveDate>, Option<NaiveDate>),
        mut each: impl FnMut(&StandingReading) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let first = first.map_or_else(String::new, |day| day.to_string());
        let last = last.map_or_else(|| "9999-12-31".to_owned(), |day| day.to_string());
        let days = (first, last);
        let own = (
            "r.channel = ? AND r.post IS NULL",
            "n.channel = r.channel AND n.post IS NULL",
        );
        self.each_value((own, channel.0), (channel, None), &days, &mut each)?;
        let sql = "SELECT p.id, p.uid FROM post p WHERE p.deleted_at IS NULL AND p.id IN \
            (SELECT post FROM reading WHERE channel = ? AND post IS NOT NULL) ORDER BY p.id";
        let posts: Vec<(i64, String)> = list(self.conn(), sql, [channel], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        for (post, uid) in posts {
            let of_post = (
                "r.post = ? AND r.channel = ?",
                "n.post = r.post AND n.channel = r.channel",
            );
            self.each_value((of_post, post), (channel, Some(&uid)), &days, &mut each)?;
        }
        Ok(())
    }

    fn each_value<E: From<StoreError>>(
        &self,
        ((mine, newer), key): ((&str, &str), i64),
        (channel, post): (ChannelId, Option<&String>),
        (from, last): &(String, String),
        each: &mut impl FnMut(&StandingReading) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let sql = format!(
            "{STANDING} AND {mine} AND NOT EXISTS (SELECT 1 FROM reading n WHERE {newer} {NEWER}) \
             ORDER BY r.metric, r.day, r.id LIMIT ?"
        );
        let mut place = (String::new(), String::new(), 0_i64);
        loop {
            let mut params: Vec<&dyn ToSql> = vec![&place.0, &place.1, &place.2, from, last, &key];
            if post.is_some() {
                params.push(&channel);
            }
            params.push(&PAGE);
            let page = list(self.conn(), &sql, params.as_slice(), |row| {
                Ok((row.get::<_, i64>(2)?, reading(row, channel, post)?))
            })?;
            for (_, row) in &page {
                each(row)?;
            }
            match page.last() {
                Some((id, row)) if page.len() == PAGE as usize => {
                    place = (row.metric.clone(), row.day.to_string(), *id);
                }
                _ => return Ok(()),
            }
        }
    }
}

fn planned(row: &Row<'_>) -> rusqlite::Result<(VariantId, PlannedPost)> {
    let local: Option<String> = row.get(6)?;
    let zone: Option<String> = row.get(7)?;
    let planned = PlannedPost {
        post: row.get(0)?,
        uid: row.get(2)?,
        client: row.get(3)?,
        channels: vec![row.get(4)?],
        at: maybe_moment(row.get(5)?),
        wall: local.as_deref().and_then(wall).zip(zone),
        topic: row.get(8)?,
        text: row.get(9)?,
        rubric: row.get(10)?,
        campaign: row.get(11)?,
        format: Format::from_word(row.get_ref(12)?.as_str()?).unwrap_or(Format::Text),
        link: row.get(13)?,
        first_comment: row.get(14)?,
        media: Vec::new(),
        out_at: maybe_moment(row.get(15)?),
        permalink: row.get(16)?,
        brief: row.get(17)?,
        note: row.get(18)?,
        ready_by: maybe_moment(row.get(19)?),
        approval: Approval::from_word(row.get_ref(20)?.as_str()?).unwrap_or(Approval::Draft),
        outcome: Outcome::from_word(row.get_ref(21)?.as_str()?).unwrap_or(Outcome::None),
        grace_min: row.get(22)?,
        cover: None,
        script: row.get(23)?,
        shots: row.get(24)?,
        client_note: row.get(25)?,
    };
    Ok((row.get(1)?, planned))
}

fn reading(
    row: &Row<'_>,
    channel: ChannelId,
    post: Option<&String>,
) -> rusqlite::Result<StandingReading> {
    let day: String = row.get(1)?;
    Ok(StandingReading {
        channel,
        post: post.cloned(),
        metric: row.get(0)?,
        // Days are written by us; one that is none shows itself as the first of all days.
        day: day.parse().unwrap_or_default(),
        value: row.get(3)?,
        typed_at: moment(row.get(4)?),
        origin: row.get(5)?,
    })
}
