//! What the numbers are made of: readings that count, first answers, leads, posts that went out, goals.
//!
//! Every question is about one client or one channel and a stretch of days, goes through an index, and has a limit.

use rusqlite::Row;

use super::clients::list;
use super::convert::{maybe_moment, moment};
use super::error::Result;
use super::reader::Reader;
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, PostId};
use crate::domain::inbox::{ThreadState, Tone};
use crate::domain::kpi::{Metric, Period, Value};

/// Readings of one number of one channel: a year of days, each corrected now and then.
const MOST_READINGS: i64 = 2_000;

/// Readings of one post: it is measured daily for a month or two.
const MOST_POST_READINGS: i64 = 1_000;

/// Conversations, leads or posts of a client in two months. Where there are more, the oldest are left out.
const MOST_EVENTS: i64 = 10_000;

/// A conversation as far as numbers go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Their first message.
    pub first_in: Moment,
    /// Our first answer to it.
    pub first_answer: Option<Moment>,
    /// Whose turn it is.
    pub state: ThreadState,
    /// How it sounds.
    pub tone: Tone,
}

/// A post that went out, for the list of hits and misses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutPost {
    /// Which post.
    pub post: PostId,
    /// When it went out last.
    pub at: Moment,
    /// One line that names it.
    pub topic: String,
    /// Its rubric; empty when it has none.
    pub rubric: String,
}

const READINGS: &str = "SELECT r.day, r.value, r.typed_at, r.origin FROM reading r \
    WHERE r.post IS NULL AND r.channel = ? AND r.metric = ? AND r.day BETWEEN ? AND ? \
    AND NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'reading' AND fact = r.id) \
    ORDER BY r.day DESC, r.id DESC LIMIT ?";

const POST_READINGS: &str = "SELECT r.channel, r.value FROM reading r \
    WHERE r.post IS NOT NULL AND r.post = ? AND r.metric = ? \
    AND NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'reading' AND fact = r.id) \
    ORDER BY r.day DESC, r.id DESC LIMIT ?";

const SPOKEN: &str = "SELECT first_in, first_answer, state, tone FROM thread_sum \
    WHERE client = ? AND first_in BETWEEN ? AND ? ORDER BY first_in DESC LIMIT ?";

const LEADS: &str = "SELECT at FROM lead WHERE client = ? AND at BETWEEN ? AND ? AND deleted_at IS NULL \
    ORDER BY at DESC LIMIT ?";

const NOTES_LEADS: &str =
    "SELECT 1 FROM lead WHERE client = ? AND deleted_at IS NULL ORDER BY at DESC LIMIT 1";

const OUT: &str = "SELECT post, out_at FROM agenda_sum WHERE outcome = 'published' AND client = ? \
    AND out_at BETWEEN ? AND ? ORDER BY out_at DESC LIMIT ?";

const PLANNED: &str = "SELECT count(DISTINCT post) FROM (SELECT post, outcome FROM agenda_sum \
    WHERE client = ? AND at BETWEEN ? AND ? LIMIT ?) WHERE outcome <> 'skipped'";

const TARGETS: &str = "SELECT metric, value FROM target WHERE client = ? AND deleted_at IS NULL ORDER BY metric LIMIT 100";

/// A post on several channels has several rows, so more rows are looked at than posts are wanted.
const LAST_OUT: &str = "SELECT a.post, max(a.out_at), p.topic, coalesce(r.name, '') FROM \
    (SELECT post, out_at FROM agenda_sum WHERE outcome = 'published' AND client = ? AND out_at <= ? \
     ORDER BY out_at DESC LIMIT ?) a \
    JOIN post p ON p.id = a.post LEFT JOIN rubric r ON r.id = p.rubric \
    GROUP BY a.post ORDER BY 2 DESC, 1 DESC LIMIT ?";

impl Reader {
    /// The readings that count of one number of one channel, newest day first; of two for the same day the newer comes first.
    pub fn channel_readings(
        &self,
        channel: ChannelId,
        metric: Metric,
        days: Period,
    ) -> Result<Vec<(chrono::NaiveDate, Value)>> {
        let params = (
            channel,
            metric.word(),
            days.from.to_string(),
            days.to.to_string(),
            MOST_READINGS,
        );
        let rows = list(self.conn(), READINGS, params, |row| {
            let day: String = row.get(0)?;
            let value = Value {
                number: row.get(1)?,
                typed_at: moment(row.get(2)?),
                origin: row.get(3)?,
            };
            Ok((day, value))
        })?;
        // A day that is no day cannot have come through our own doors.
        let dated = rows.into_iter();
        Ok(dated
            .filter_map(|(day, value)| Some((day.parse().ok()?, value)))
            .collect())
    }

    /// The last value of one number of a post on each of its channels: a platform counts a post from its beginning.
    pub fn post_readings(&self, post: PostId, metric: Metric) -> Result<Vec<(ChannelId, f64)>> {
        let params = (post, metric.word(), MOST_POST_READINGS);
        let newest_first: Vec<(ChannelId, f64)> =
            list(self.conn(), POST_READINGS, params, |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        let mut last: Vec<(ChannelId, f64)> = Vec::new();
        for (channel, value) in newest_first {
            if !last.iter().any(|(known, _)| *known == channel) {
                last.push((channel, value));
            }
        }
        Ok(last)
    }

    /// The conversations of a client that began between two moments, newest first.
    pub fn spoken(&self, client: ClientId, from: Moment, to: Moment) -> Result<Vec<Spoken>> {
        let params = (client, from.timestamp(), to.timestamp(), MOST_EVENTS);
        list(self.conn(), SPOKEN, params, spoken)
    }

    /// When leads of a client were noted between two moments, newest first.
    pub fn lead_moments(&self, client: ClientId, from: Moment, to: Moment) -> Result<Vec<Moment>> {
        let params = (client, from.timestamp(), to.timestamp(), MOST_EVENTS);
        list(self.conn(), LEADS, params, |row| Ok(moment(row.get(0)?)))
    }

    /// Whether a lead was ever noted for a client.
    pub fn notes_leads(&self, client: ClientId) -> Result<bool> {
        Ok(self.conn().prepare_cached(NOTES_LEADS)?.exists([client])?)
    }

    /// Posts of a client that went out between two moments, each channel apart, newest first.
    pub fn went_out(
        &self,
        client: ClientId,
        from: Moment,
        to: Moment,
    ) -> Result<Vec<(PostId, Moment)>> {
        let params = (client, from.timestamp(), to.timestamp(), MOST_EVENTS);
        list(self.conn(), OUT, params, |row| {
            Ok((row.get(0)?, moment(row.get(1)?)))
        })
    }

    /// How many posts of a client are planned between two moments and were not let go, those that are out included.
    pub fn planned_count(&self, client: ClientId, from: Moment, to: Moment) -> Result<usize> {
        let params = (client, from.timestamp(), to.timestamp(), MOST_EVENTS);
        let count: i64 = self
            .conn()
            .prepare_cached(PLANNED)?
            .query_row(params, |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// The goals of a client by the word of their number.
    pub fn targets(&self, client: ClientId) -> Result<Vec<(String, f64)>> {
        list(self.conn(), TARGETS, [client], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    }

    /// The last posts of a client that went out, newest first.
    pub fn last_out(&self, client: ClientId, upto: Moment, posts: usize) -> Result<Vec<OutPost>> {
        let posts = i64::try_from(posts).unwrap_or(i64::MAX);
        let params = (client, upto.timestamp(), posts.saturating_mul(8), posts);
        list(self.conn(), LAST_OUT, params, |row| {
            Ok(OutPost {
                post: row.get(0)?,
                at: moment(row.get(1)?),
                topic: row.get(2)?,
                rubric: row.get(3)?,
            })
        })
    }
}

fn spoken(row: &Row<'_>) -> rusqlite::Result<Spoken> {
    Ok(Spoken {
        first_in: moment(row.get(0)?),
        first_answer: maybe_moment(row.get(1)?),
        state: ThreadState::from_word(&row.get::<_, String>(2)?).unwrap_or(ThreadState::Open),
        tone: Tone::from_word(&row.get::<_, String>(3)?).unwrap_or(Tone::Unsaid),
    })
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::domain::chance::Rng;
    use crate::domain::channel::{ChannelCard, Mode};
    use crate::domain::client::ClientCard;
    use crate::domain::command::{
        ChannelCommand, ClientCommand, Command, KpiCommand, NewPost, NewReading, PlanCommand,
    };
    use crate::domain::post::{Approval, Format};
    use crate::store::{Origin, Store};

    /// What SQLite means to do for a question.
    fn plan(reader: &Reader, sql: &str) -> String {
        let conn = reader.conn();
        let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let unbound = statement.parameter_count();
        let params = vec![1; unbound];
        let rows = statement
            .query_map(rusqlite::params_from_iter(params), |row| {
                row.get::<_, String>(3)
            })
            .unwrap();
        rows.map(rusqlite::Result::unwrap)
            .collect::<Vec<_>>()
            .join("; ")
    }

    #[test]
    fn every_question_goes_through_its_index() {
        let dir = tempfile::tempdir().unwrap();
        let patience = Duration::from_secs(1);
        let store = Store::open(dir.path(), Origin::Window, patience, Rng::seeded(7)).unwrap();
        for (sql, index) in [
            (
                READINGS,
                "reading_of_channel (channel=? AND metric=? AND day>? AND day<?)",
            ),
            (POST_READINGS, "reading_of_post (post=? AND metric=?)"),
            (
                SPOKEN,
                "thread_sum_first (client=? AND first_in>? AND first_in<?)",
            ),
            (LEADS, "lead_of_client (client=? AND at>? AND at<?)"),
            (NOTES_LEADS, "lead_of_client (client=?)"),
            (
                OUT,
                "agenda_sum_client_out (client=? AND out_at>? AND out_at<?)",
            ),
            (PLANNED, "agenda_sum_client (client=? AND at>? AND at<?)"),
            (TARGETS, "target_of_metric (client=?)"),
            (LAST_OUT, "agenda_sum_client_out (client=? AND out_at<?)"),
        ] {
            let plan = plan(store.reader(), sql);
            assert!(plan.contains(index), "{index}\n{plan}\n{sql}");
            for table in [
                "reading",
                "thread_sum",
                "lead",
                "agenda_sum",
                "target",
                "r",
                "p",
            ] {
                assert!(!plan.contains(&format!("SCAN {table};")), "{plan}");
            }
        }
        for sql in [READINGS, POST_READINGS, SPOKEN, LEADS, OUT, TARGETS] {
            let plan = plan(store.reader(), sql);
            assert!(
                !plan.contains("TEMP B-TREE"),
                "the index has the order: {plan}"
            );
        }
    }

    fn post_on_a_channel(store: &mut Store, now: Moment) -> (ChannelId, PostId) {
        let mut made = |command: Command| store.apply(&command, now).unwrap().id.unwrap();
        let card = ClientCard::new("Kolos", "Europe/Moscow");
        let client = ClientId(made(Command::Client(ClientCommand::Add(card))));
        let channel = ChannelCard {
            client,
            platform: "vk".to_owned(),
            handle: String::new(),
            link: String::new(),
            mode: Mode::Auto,
            grace_min: 15,
            look_every_min: 0,
            watch_min: 0,
            text_max: 0,
            utm: String::new(),
        };
        let channel = Command::Channel(ChannelCommand::Add(channel));
        let channel = ChannelId(made(channel));
        let post = Command::Plan(PlanCommand::AddPost(NewPost {
            client,
            rubric: String::new(),
            campaign: String::new(),
            topic: "Раф".to_owned(),
            format: Format::Text,
            text: String::new(),
            link: String::new(),
            first_comment: String::new(),
            planned: None,
            approval: Approval::Draft,
            channels: vec![channel],
        }));
        let post = PostId(made(post));
        (channel, post)
    }

    #[test]
    fn a_post_counts_by_its_last_reading_and_a_void_by_the_one_before() {
        let dir = tempfile::tempdir().unwrap();
        let patience = Duration::from_secs(1);
        let mut store = Store::open(dir.path(), Origin::Window, patience, Rng::seeded(7)).unwrap();
        let now = moment(1_795_500_000);
        let (channel, post) = post_on_a_channel(&mut store, now);
        for (day, value) in [
            ("2026-11-22", 900.0),
            ("2026-11-20", 500.0),
            ("2026-11-22", 950.0),
        ] {
            let reading = NewReading {
                channel,
                post: Some(post),
                metric: Metric::Reach,
                day: day.parse().unwrap(),
                value,
            };
            let readings = vec![reading];
            let origin = "posts.csv".to_owned();
            let command = Command::Kpi(KpiCommand::TypeReadings { readings, origin });
            store.apply(&command, now).unwrap();
        }
        let reach = |store: &Store| store.reader().post_readings(post, Metric::Reach).unwrap();
        assert_eq!(reach(&store), [(channel, 950.0)]);
        store.undo(now).unwrap();
        assert_eq!(reach(&store), [(channel, 900.0)]);
        let day = "2026-11-22".parse().unwrap();
        let of_channel = store
            .reader()
            .channel_readings(channel, Metric::Reach, Period::day(day));
        assert_eq!(
            of_channel.unwrap(),
            [],
            "a post's reach is not its channel's"
        );
    }
}
