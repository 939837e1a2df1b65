//! The readings that count: one for each channel, metric and day. What is not here was not measured.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::{Metric, Period};
use crate::domain::Moment;
use crate::domain::ids::ChannelId;

/// How many days a level (followers) is held to stand when nobody looked again.
pub const LEVEL_HOLDS_DAYS: u64 = 31;

/// One value with where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// The number, in the metric's unit.
    pub number: f64,
    /// When it was typed or imported.
    pub typed_at: Moment,
    /// Who said so: `typed`, or the name of a file.
    pub origin: String,
}

/// A day of a channel for which a number should be there and is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// Of which channel.
    pub channel: ChannelId,
    /// Which number.
    pub metric: Metric,
    /// On which day.
    pub day: NaiveDate,
}

/// All readings of a client that count, over the days that are asked about.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Readings {
    by_day: BTreeMap<(ChannelId, Metric, NaiveDate), Value>,
}

impl Readings {
    /// Takes a reading in unless a newer one for the same day is there already: readings come newest first.
    pub fn take_older(&mut self, channel: ChannelId, metric: Metric, day: NaiveDate, value: Value) {
        self.by_day.entry((channel, metric, day)).or_insert(value);
    }

    /// The reading of a day.
    pub fn at(&self, channel: ChannelId, metric: Metric, day: NaiveDate) -> Option<&Value> {
        self.by_day.get(&(channel, metric, day))
    }

    /// The readings of a period in the order of their days.
    pub fn within(
        &self,
        channel: ChannelId,
        metric: Metric,
        period: Period,
    ) -> impl DoubleEndedIterator<Item = (NaiveDate, &Value)> {
        // A period that ends before it begins would be a panic of the map's range.
        let to = period.to.max(period.from);
        self.by_day
            .range((channel, metric, period.from)..=(channel, metric, to))
            .filter(move |((_, _, day), _)| period.holds(*day))
            .map(|((_, _, day), value)| (*day, value))
    }

    /// What stood at the end of a day: the last reading up to it, if it is not older than a month.
    pub fn level(
        &self,
        channel: ChannelId,
        metric: Metric,
        by: NaiveDate,
    ) -> Option<(NaiveDate, &Value)> {
        let from = by.checked_sub_days(Days::new(LEVEL_HOLDS_DAYS))?;
        self.within(channel, metric, Period { from, to: by })
            .next_back()
    }

    /// What came together over a period; unknown when nothing was measured.
    pub fn sum(&self, channel: ChannelId, metric: Metric, period: Period) -> Option<f64> {
        self.within(channel, metric, period)
            .map(|(_, value)| value.number)
            .reduce(|sum, number| sum + number)
    }

    /// Whether this channel has ever had this number in the days that are asked about.
    pub fn has(&self, channel: ChannelId, metric: Metric) -> bool {
        self.first_day(channel, metric).is_some()
    }

    /// Reactions, comments, shares and saves of a day, as far as they were measured.
    pub fn interactions(&self, channel: ChannelId, day: NaiveDate) -> Option<f64> {
        Metric::ALL
            .iter()
            .filter(|metric| metric.is_interaction())
            .filter_map(|metric| self.at(channel, *metric, day))
            .map(|value| value.number)
            .reduce(|sum, number| sum + number)
    }

    /// The same over a period.
    pub fn interactions_within(&self, channel: ChannelId, period: Period) -> Option<f64> {
        Metric::ALL
            .iter()
            .filter(|metric| metric.is_interaction())
            .filter_map(|metric| self.sum(channel, *metric, period))
            .reduce(|sum, number| sum + number)
    }

    /// The days of a period on which a number is missing that the channel had before. Days before its first reading are
    /// not missing: nobody had begun.
    pub fn missing(
        &self,
        channel: ChannelId,
        metric: Metric,
        period: Period,
    ) -> impl Iterator<Item = Missing> {
        let from = self.first_day(channel, metric).map(|first| Period {
            from: first.max(period.from),
            to: period.to,
        });
        from.filter(|_| metric.is_daily())
            .into_iter()
            .flat_map(Period::days)
            .filter(move |day| self.at(channel, metric, *day).is_none())
            .map(move |day| Missing {
                channel,
                metric,
                day,
            })
    }

    /// The days of channels on which anything at all is missing, each once.
    pub fn holes(
        &self,
        channels: &[ChannelId],
        period: Period,
    ) -> BTreeSet<(ChannelId, NaiveDate)> {
        channels
            .iter()
            .flat_map(|channel| {
                Metric::ALL
                    .iter()
                    .flat_map(|metric| self.missing(*channel, *metric, period))
            })
            .map(|missing| (missing.channel, missing.day))
            .collect()
    }

    /// When the newest of them was typed or imported.
    pub fn newest_typed(&self) -> Option<Moment> {
        self.by_day.values().map(|value| value.typed_at).max()
    }

    fn first_day(&self, channel: ChannelId, metric: Metric) -> Option<NaiveDate> {
        let all = (channel, metric, NaiveDate::MIN)..=(channel, metric, NaiveDate::MAX);
        self.by_day.range(all).next().map(|((_, _, day), _)| *day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const VK: ChannelId = ChannelId(1);

    fn november(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn span(from: u32, to: u32) -> Period {
        Period {
            from: november(from),
            to: november(to),
        }
    }

    fn value(number: f64) -> Value {
        Value {
            number,
            typed_at: Moment::UNIX_EPOCH,
            origin: "typed".to_owned(),
        }
    }

    fn table(metric: Metric, days: &[Option<f64>]) -> Readings {
        let mut readings = Readings::default();
        for (day, number) in (1..).zip(days) {
            if let Some(number) = number {
                readings.take_older(VK, metric, november(day), value(*number));
            }
        }
        readings
    }

    #[test]
    fn a_day_nobody_measured_is_missing_and_not_zero() {
        let reach = table(Metric::Reach, &[Some(10.0), None, Some(0.0)]);
        assert_eq!(reach.sum(VK, Metric::Reach, span(1, 3)), Some(10.0));
        assert_eq!(reach.sum(VK, Metric::Reach, span(3, 3)), Some(0.0));
        assert_eq!(reach.sum(VK, Metric::Reach, span(2, 2)), None);
        let missing: Vec<NaiveDate> = reach
            .missing(VK, Metric::Reach, span(1, 4))
            .map(|missing| missing.day)
            .collect();
        assert_eq!(missing, [november(2), november(4)]);
    }

    #[test]
    fn days_before_the_first_number_are_not_missing() {
        let reach = table(Metric::Reach, &[None, None, Some(7.0), None]);
        assert_eq!(reach.missing(VK, Metric::Reach, span(1, 4)).count(), 1);
        assert_eq!(reach.missing(VK, Metric::Views, span(1, 4)).count(), 0);
        assert_eq!(
            reach.missing(VK, Metric::Reach, span(4, 3)).count(),
            0,
            "an empty period"
        );
    }

    #[test]
    fn the_newer_reading_of_a_day_stands() {
        let mut readings = Readings::default();
        readings.take_older(VK, Metric::Followers, november(9), value(3412.0));
        readings.take_older(VK, Metric::Followers, november(9), value(3142.0));
        let (day, level) = readings.level(VK, Metric::Followers, november(20)).unwrap();
        assert_eq!((day, level.number as i64), (november(9), 3412));
    }

    #[test]
    fn a_level_holds_for_a_month_and_never_looks_ahead() {
        let readings = table(Metric::Followers, &[None, Some(100.0)]);
        assert!(readings.level(VK, Metric::Followers, november(1)).is_none());
        let held = november(2) + Days::new(31);
        assert!(readings.level(VK, Metric::Followers, held).is_some());
        let stale = november(2) + Days::new(32);
        assert!(readings.level(VK, Metric::Followers, stale).is_none());
    }

    #[test]
    fn a_hole_is_a_day_of_a_channel_however_many_numbers_are_missing() {
        let mut readings = table(Metric::Reach, &[Some(1.0), None, Some(1.0)]);
        readings.take_older(VK, Metric::Comments, november(1), value(1.0));
        let holes = readings.holes(&[VK], span(1, 3));
        assert_eq!(
            holes.into_iter().collect::<Vec<_>>(),
            [(VK, november(2)), (VK, november(3))]
        );
    }

    proptest! {
        #[test]
        fn a_sum_is_of_what_was_measured(days in prop::collection::vec(prop::option::of(0u32..100_000), 0..30)) {
            let numbers: Vec<Option<f64>> = days.iter().map(|day| day.map(f64::from)).collect();
            let readings = table(Metric::Reach, &numbers);
            let measured: Vec<u32> = days.iter().flatten().copied().collect();
            let expected = (!measured.is_empty()).then(|| measured.iter().map(|n| f64::from(*n)).sum::<f64>());
            prop_assert_eq!(readings.sum(VK, Metric::Reach, span(1, 30)), expected);
            let first = days.iter().position(Option::is_some).unwrap_or(days.len());
            let gaps = days[first..].iter().filter(|day| day.is_none()).count();
            let to = u32::try_from(days.len()).unwrap();
            if to > 0 {
                prop_assert_eq!(readings.missing(VK, Metric::Reach, span(1, to)).count(), gaps);
            }
        }
    }
}
