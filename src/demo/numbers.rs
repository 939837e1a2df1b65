//! Types the demo's numbers in, day by day, as she did every morning.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::SeedError;
use super::anchor::day_ago;
use super::cast::Cast;
use super::posts::Posts;
use super::script::{Script, Series};
use crate::domain::Moment;
use crate::domain::command::{Command, KpiCommand, NewReading};
use crate::domain::ids::{ChannelId, PostId};
use crate::domain::kpi::Metric;
use crate::domain::zone::resolve;
use crate::store::Store;

/// Types everything in.
pub(super) fn count(
    store: &mut Store,
    script: &Script,
    cast: &Cast,
    posts: &Posts,
    now: Moment,
) -> Result<(), SeedError> {
    let mut mornings = Mornings::default();
    for series in &script.numbers.series {
        mornings.series(series, script, cast, now)?;
    }
    for reading in &script.numbers.post_reading {
        let post = posts.post(&reading.post)?;
        let told = script.posts.iter().find(|it| it.key == reading.post);
        if let Some(told) = told {
            let client = cast.client(&told.client)?;
            let at = (client.channel(&reading.channel)?, Some(post));
            let day = Day::ago(now, client.zone, 1);
            for (word, value) in &reading.counted {
                mornings.reading(at, word, &day, *value);
            }
        }
    }
    for (past, post) in script.numbers.past.iter().zip(&posts.past) {
        let client = cast.client(&past.client)?;
        let at = (client.channel(&past.channel)?, Some(*post));
        // After three days a post has got what it will get.
        let day = Day::ago(now, client.zone, past.days_ago - 3);
        mornings.reading(at, "reach", &day, past.reach);
        mornings.reading(at, "interactions", &day, past.interactions);
    }
    store.apply_all(&mornings.commands(now))?;
    Ok(())
}

/// A local day of a client, with the zone that makes it one.
struct Day {
    date: NaiveDate,
    zone: Tz,
}

impl Day {
    fn ago(now: Moment, zone: Tz, days: i64) -> Self {
        let date = day_ago(now, zone, days);
        Self { date, zone }
    }

    /// Leads that were noted from conversations on this day: the desk counts them itself.
    fn noted(&self, client: &str, script: &Script, now: Moment) -> f64 {
        let messages = script.people.message.iter();
        let theirs = messages.filter(|it| it.client == client && it.is_lead());
        let noted = theirs.filter(|it| {
            let ago = Duration::minutes(it.minutes_ago - it.answered_after_min);
            (now - ago).with_timezone(&self.zone).date_naive() == self.date
        });
        noted.count() as f64
    }

    /// When its numbers are typed: the next morning at nine.
    fn typed(&self) -> Moment {
        let next = self.date.succ_opt().unwrap_or(self.date);
        let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
        resolve(next.and_time(nine), self.zone).moment()
    }
}

/// Readings by the moment at which they were typed.
#[derive(Default)]
struct Mornings(BTreeMap<Moment, Vec<NewReading>>);

impl Mornings {
    /// Every day of a series. What belongs to the client as a whole is counted on its main channel; what the desk works
    /// out by itself from conversations has no reading.
    fn series(
        &mut self,
        series: &Series,
        script: &Script,
        cast: &Cast,
        now: Moment,
    ) -> Result<(), SeedError> {
        let client = cast.client(&series.client)?;
        let channel = match &series.channel {
            Some(platform) => client.channel(platform)?,
            None => client.main_channel()?,
        };
        for (days_ago, value) in series.days() {
            let day = Day::ago(now, client.zone, days_ago);
            let noted = match metric(&series.metric) {
                Some(Metric::Leads) => day.noted(&series.client, script, now),
                _ => 0.0,
            };
            let value = f64::max(value - noted, 0.0);
            self.reading((channel, None), &series.metric, &day, value);
        }
        Ok(())
    }

    fn reading(
        &mut self,
        (channel, post): (ChannelId, Option<PostId>),
        word: &str,
        day: &Day,
        value: f64,
    ) {
        if let Some(metric) = metric(word) {
            let reading = NewReading {
                channel,
                post,
                metric,
                day: day.date,
                value,
            };
            self.0.entry(day.typed()).or_default().push(reading);
        }
    }

    fn commands(self, now: Moment) -> Vec<(Command, Moment)> {
        let type_in = |(typed, readings): (Moment, Vec<NewReading>)| {
            let origin = "typed".to_owned();
            let command = KpiCommand::TypeReadings { readings, origin };
            (Command::Kpi(command), typed.min(now))
        };
        self.0.into_iter().map(type_in).collect()
    }
}

/// The quantity of a word of the script; none for what is worked out from conversations or is the manager's own business.
///
/// Reactions, comments and shares of a day are told together; they count as reactions, so that their sum is right.
fn metric(word: &str) -> Option<Metric> {
    match word {
        "interactions" => Some(Metric::Reactions),
        "bookings" => Some(Metric::Leads),
        known => Metric::from_word(known),
    }
}
