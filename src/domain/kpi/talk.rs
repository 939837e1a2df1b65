//! What the conversations of a period say: how soon, how often in time, in what tone.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{Period, median, ratio};
use crate::domain::Moment;
use crate::domain::hours::Hours;
use crate::domain::inbox::{ThreadState, Tone};

/// What a client's answers are measured by.
pub struct Promise<'a> {
    /// Working hours in which the promise runs.
    pub hours: &'a Hours,
    /// Promised time to the first answer, in working minutes.
    pub minutes: u32,
    /// The client's zone.
    pub zone: Tz,
}

/// One conversation, as far as numbers go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Talk {
    /// The client's local day on which it began.
    pub day: NaiveDate,
    /// Minutes on the wall from their first message to our first answer; none while there is no answer.
    pub waited_min: Option<i64>,
    /// Whether the promise was kept; none while it can still be, or when no answer was needed.
    pub in_time: Option<bool>,
    /// How it sounds.
    pub tone: Tone,
}

impl Talk {
    /// Judges a conversation by today's promise.
    pub fn judge(
        first_in: Moment,
        first_answer: Option<Moment>,
        state: ThreadState,
        tone: Tone,
        promise: &Promise<'_>,
        now: Moment,
    ) -> Self {
        let needs_none = matches!(state, ThreadState::Closed | ThreadState::Hidden);
        let in_time = match first_answer {
            Some(answer) => Some(promise.is_kept(first_in, answer)),
            None if needs_none || promise.is_kept(first_in, now) => None,
            None => Some(false),
        };
        Self {
            day: first_in.with_timezone(&promise.zone).date_naive(),
            waited_min: first_answer.map(|answer| (answer - first_in).num_minutes()),
            in_time,
            tone,
        }
    }
}

impl Promise<'_> {
    fn is_kept(&self, asked: Moment, answered: Moment) -> bool {
        // Working minutes are never shorter than minutes on the wall, so most answers need no look at the hours.
        (answered - asked).num_seconds() <= i64::from(self.minutes) * 60
            || answered <= self.hours.deadline(asked, self.minutes, self.zone)
    }
}

/// The conversations of a client in the order of their days.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Talks(Vec<Talk>);

impl Talks {
    /// Puts them in order.
    pub fn new(mut talks: Vec<Talk>) -> Self {
        talks.sort_by_key(|talk| talk.day);
        Self(talks)
    }

    /// Those that began in a period.
    pub fn of(&self, period: Period) -> &[Talk] {
        let from = self.0.partition_point(|talk| talk.day < period.from);
        let to = self.0.partition_point(|talk| talk.day <= period.to);
        self.0.get(from..to).unwrap_or(&[])
    }

    /// The middle of the waits for a first answer, in minutes.
    pub fn first_answer(&self, period: Period) -> Option<f64> {
        let mut waits: Vec<f64> = self
            .of(period)
            .iter()
            .filter_map(|talk| talk.waited_min)
            .map(|minutes| minutes as f64)
            .collect();
        median(&mut waits)
    }

    /// How many got an answer.
    pub fn answered(&self, period: Period) -> usize {
        let talks = self.of(period).iter();
        talks.filter(|talk| talk.waited_min.is_some()).count()
    }

    /// How many were answered in time, of how many that can be judged.
    pub fn kept(&self, period: Period) -> (usize, usize) {
        count(self.of(period).iter().filter_map(|talk| talk.in_time))
    }

    /// How many sound like a complaint or worse, of how many that have a tone.
    pub fn negative(&self, period: Period) -> (usize, usize) {
        let toned = self
            .of(period)
            .iter()
            .filter(|talk| talk.tone != Tone::Unsaid);
        count(toned.map(|talk| matches!(talk.tone, Tone::Bad | Tone::Troll)))
    }
}

/// A share in per cent of a count; unknown of nothing.
pub(super) fn per_cent((part, whole): (usize, usize)) -> Option<f64> {
    ratio(Some(part as f64), Some(whole as f64)).map(|share| share * 100.0)
}

fn count(judged: impl Iterator<Item = bool>) -> (usize, usize) {
    judged.fold((0, 0), |(yes, all), kept| {
        (yes + usize::from(kept), all + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration, TimeZone};

    fn asked() -> Moment {
        chrono::Utc
            .with_ymd_and_hms(2026, 11, 23, 21, 30, 0)
            .unwrap()
    }

    fn judge(answer_after: Option<i64>, state: ThreadState, now_after: i64) -> Talk {
        let promise = Promise {
            hours: &Hours::default(),
            minutes: 120,
            zone: chrono_tz::Europe::Moscow,
        };
        Talk::judge(
            asked(),
            answer_after.map(|minutes| asked() + Duration::minutes(minutes)),
            state,
            Tone::Bad,
            &promise,
            asked() + Duration::minutes(now_after),
        )
    }

    #[test]
    fn the_day_is_the_clients_own() {
        let talk = judge(Some(48), ThreadState::Done, 600);
        assert_eq!(talk.day, NaiveDate::from_ymd_opt(2026, 11, 24).unwrap());
        assert_eq!(talk.waited_min, Some(48));
    }

    #[test]
    fn a_promise_is_kept_broken_or_still_open() {
        assert_eq!(judge(Some(120), ThreadState::Done, 600).in_time, Some(true));
        assert_eq!(
            judge(Some(121), ThreadState::Done, 600).in_time,
            Some(false)
        );
        assert_eq!(judge(None, ThreadState::Open, 119).in_time, None);
        assert_eq!(judge(None, ThreadState::Open, 121).in_time, Some(false));
        assert_eq!(
            judge(None, ThreadState::Closed, 999).in_time,
            None,
            "no answer was needed"
        );
        assert_eq!(judge(None, ThreadState::Hidden, 999).in_time, None, "spam");
    }

    #[test]
    fn shares_are_of_what_can_be_judged() {
        let talk = |tone| Talk {
            tone,
            ..judge(None, ThreadState::Open, 5)
        };
        let talks = Talks::new(vec![
            talk(Tone::Bad),
            talk(Tone::Troll),
            talk(Tone::Good),
            talk(Tone::Question),
            talk(Tone::Unsaid),
        ]);
        let day = Period::day(talks.0[0].day);
        assert_eq!(talks.negative(day), (2, 4));
        assert_eq!(talks.kept(day), (0, 0));
        assert_eq!(talks.first_answer(day), None);
        assert_eq!(per_cent(talks.negative(day)), Some(50.0));
        assert_eq!(per_cent((0, 0)), None);
    }
}
