//! Rubrics: what a month of a client is made of, and how it stands against the shares that were wanted.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::{Months, NaiveDate};
use chrono_tz::Tz;

use super::Moment;
use super::ids::{ChannelId, PostId, RubricId};
use super::kpi::Period;
use super::post::{Approval, Format, Outcome};
use super::words::Words;
use super::zone::day_start;

/// A post on one channel, as far as the mix of a month asks about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outing {
    /// Which post.
    pub post: PostId,
    /// Its rubric, if any.
    pub rubric: Option<RubricId>,
    /// What kind of thing it is.
    pub format: Format,
    /// Where it goes.
    pub channel: ChannelId,
    /// Planned moment.
    pub at: Option<Moment>,
    /// When it was stamped or let go.
    pub out_at: Option<Moment>,
    /// How far it has come.
    pub approval: Approval,
    /// What came of its moment.
    pub outcome: Outcome,
}

impl Outing {
    /// The one rule of what counts into a month, here and in the mix under the drafts.
    ///
    /// It counts with its planned moment, whether it is out, late or still to come; what went out without ever having had
    /// one counts with the moment it went out. What was let go does not count, and an idea or a parked post counts only
    /// once it is out. A post counts once in a month however many channels it has there, and in two months if its
    /// channels fall into two.
    pub fn counts_in(&self, month: &Range<Moment>) -> bool {
        let is_meant = match self.outcome {
            Outcome::Published => true,
            Outcome::Skipped => false,
            Outcome::None | Outcome::Due | Outcome::Missed | Outcome::Unsure => {
                !matches!(self.approval, Approval::Idea | Approval::Hold)
            }
        };
        let out_at = self.out_at.filter(|_| self.outcome == Outcome::Published);
        is_meant && self.at.or(out_at).is_some_and(|at| month.contains(&at))
    }
}

/// What a month is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mix {
    /// Posts of the month, those without a rubric too.
    pub posts: u32,
    by_rubric: BTreeMap<Option<RubricId>, Part>,
    by_format: BTreeMap<Format, u32>,
}

/// The posts of one rubric.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Part {
    posts: u32,
    channels: BTreeMap<ChannelId, u32>,
}

impl Mix {
    /// Counts what belongs to the month.
    pub fn of(outings: &[Outing], month: &Range<Moment>) -> Self {
        let mut mix = Self::default();
        let mut posts = BTreeSet::new();
        let mut places = BTreeSet::new();
        for it in outings.iter().filter(|it| it.counts_in(month)) {
            let part = mix.by_rubric.entry(it.rubric).or_default();
            if places.insert((it.post, it.channel)) {
                *part.channels.entry(it.channel).or_default() += 1;
            }
            if posts.insert(it.post) {
                part.posts += 1;
                mix.posts += 1;
                *mix.by_format.entry(it.format).or_default() += 1;
            }
        }
        mix
    }

    /// Posts of a rubric; without one: those that have none.
    pub fn posts_of(&self, rubric: Option<RubricId>) -> u32 {
        self.by_rubric.get(&rubric).map_or(0, |part| part.posts)
    }

    /// Where the posts of a rubric go, and how many there.
    pub fn channels_of(&self, rubric: Option<RubricId>) -> impl Iterator<Item = (ChannelId, u32)> {
        let part = self.by_rubric.get(&rubric);
        let channels = part.into_iter().flat_map(|part| &part.channels);
        channels.map(|(channel, posts)| (*channel, *posts))
    }

    /// Posts of a format.
    pub fn posts_in(&self, format: Format) -> u32 {
        self.by_format.get(&format).copied().unwrap_or(0)
    }

    /// So many posts as a share of the month, in whole per cent; none while the month is empty.
    pub fn per_cent(&self, posts: u32) -> Option<u32> {
        (self.posts > 0).then(|| (posts * 100 + self.posts / 2) / self.posts)
    }

    /// Whether so many posts are far from a target share: by [`FAR`] points at least, and by a whole post.
    pub fn is_far(&self, posts: u32, share: u32) -> bool {
        let far = |cent: u32| cent.abs_diff(share) >= FAR;
        self.per_cent(posts).is_some_and(far) && posts != self.posts_for(share)
    }

    /// How many posts a share of the month comes to, to the nearest one.
    pub fn posts_for(&self, share: u32) -> u32 {
        (self.posts.saturating_mul(share).saturating_add(50)) / 100
    }
}

/// The calendar month that holds a day, as moments of a wall: from its first midnight up to that of the next month.
pub fn month_on(day: NaiveDate, zone: Tz) -> Range<Moment> {
    let first = Period::month_of(day).from;
    let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
    let midnight = |day: NaiveDate| day_start(day, zone);
    midnight(first)..midnight(next)
}

/// Reads a target share: whole per cent from 0 to 100, with or without the sign; nothing typed means no target.
pub fn read_share(typed: &str) -> Result<Option<u32>, ShareRefused> {
    let number = typed.trim().trim_end_matches('%').trim_end();
    if number.is_empty() {
        return Ok(None);
    }
    match number.parse() {
        Ok(share) if share <= WHOLE => Ok(Some(share)),
        _ => Err(ShareRefused),
    }
}

/// Points from which on a share is far from its target.
pub const FAR: u32 = 10;

/// All of a month.
pub const WHOLE: u32 = 100;

/// A share was typed that is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a share is a whole number from 0 to 100")]
pub struct ShareRefused;

impl ShareRefused {
    /// The sentence for her.
    pub fn words(self) -> Words {
        Words::new("share-refused")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// November 2026 in Kazan, three hours ahead of UTC.
    fn november() -> Range<Moment> {
        month_on(day("2026-11-24"), chrono_tz::Europe::Moscow)
    }

    /// A post planned for a moment, on channel 1.
    fn planned(post: i64, rubric: Option<i64>, at: &str) -> Outing {
        Outing {
            post: PostId(post),
            rubric: rubric.map(RubricId),
            format: Format::Photo,
            channel: ChannelId(1),
            at: Some(moment(at)),
            out_at: None,
            approval: Approval::Draft,
            outcome: Outcome::None,
        }
    }

    #[test]
    fn a_month_is_the_clients_own() {
        let month = november();
        assert_eq!(month.start, moment("2026-10-31T21:00:00Z"));
        assert_eq!(month.end, moment("2026-11-30T21:00:00Z"));
        let post = |at| planned(1, None, at);
        assert!(!post("2026-10-31T20:59:59Z").counts_in(&month));
        assert!(post("2026-10-31T21:00:00Z").counts_in(&month));
        assert!(post("2026-11-30T20:59:59Z").counts_in(&month));
        assert!(!post("2026-11-30T21:00:00Z").counts_in(&month));
    }

    #[test]
    fn what_is_planned_late_or_out_counts_and_a_thought_does_not() {
        let month = november();
        let counts = |approval, outcome| {
            let mut it = planned(1, None, "2026-11-24T06:30:00Z");
            (it.approval, it.outcome) = (approval, outcome);
            it.counts_in(&month)
        };
        for approval in Approval::ALL {
            let thought = matches!(approval, Approval::Idea | Approval::Hold);
            for outcome in [
                Outcome::None,
                Outcome::Due,
                Outcome::Missed,
                Outcome::Unsure,
            ] {
                assert_eq!(counts(*approval, outcome), !thought, "{approval:?}");
            }
            assert!(counts(*approval, Outcome::Published), "{approval:?}");
            assert!(!counts(*approval, Outcome::Skipped), "{approval:?}");
        }
    }

    #[test]
    fn the_planned_moment_counts_and_only_without_one_the_moment_it_went_out() {
        let month = november();
        let mut it = planned(1, None, "2026-10-31T20:00:00Z");
        it.outcome = Outcome::Published;
        it.out_at = Some(moment("2026-11-01T06:00:00Z"));
        assert!(
            !it.counts_in(&month),
            "it is October's, though it went out late"
        );
        it.at = None;
        assert!(it.counts_in(&month));
        it.outcome = Outcome::None;
        assert!(!it.counts_in(&month), "the shelf is in no month");
    }

    #[test]
    fn a_post_counts_once_and_its_channels_each() {
        let on = |channel, mut it: Outing| {
            it.channel = ChannelId(channel);
            it
        };
        let menu = Some(RubricId(7));
        let mut poll = planned(4, None, "2026-11-09T06:30:00Z");
        poll.format = Format::Poll;
        let outings = [
            planned(1, Some(7), "2026-11-02T06:30:00Z"),
            on(2, planned(1, Some(7), "2026-11-02T06:30:00Z")),
            on(2, planned(2, Some(7), "2026-11-03T06:30:00Z")),
            planned(3, Some(8), "2026-11-04T06:30:00Z"),
            poll,
            planned(5, Some(8), "2026-12-04T06:30:00Z"),
        ];
        let mix = Mix::of(&outings, &november());
        assert_eq!((mix.posts, mix.posts_of(menu)), (4, 2));
        assert_eq!(mix.posts_of(Some(RubricId(8))), 1);
        assert_eq!(mix.posts_of(None), 1);
        let channels: Vec<_> = mix.channels_of(menu).collect();
        assert_eq!(channels, [(ChannelId(1), 1), (ChannelId(2), 2)]);
        assert_eq!(mix.posts_in(Format::Photo), 3);
        assert_eq!(mix.posts_in(Format::Poll), 1);
        assert_eq!(mix.per_cent(2), Some(50));
        assert_eq!(mix.per_cent(1), Some(25));
        assert_eq!(mix.posts_for(30), 1);
        assert_eq!(Mix::default().per_cent(0), None, "nothing is no zero");
    }

    #[test]
    fn shares_are_rounded_to_the_nearest_per_cent() {
        let outings: Vec<Outing> = (0..9)
            .map(|n| planned(n, (n < 4).then_some(1), "2026-11-02T06:30:00Z"))
            .collect();
        let mix = Mix::of(&outings, &november());
        assert_eq!(mix.per_cent(mix.posts_of(Some(RubricId(1)))), Some(44));
        assert_eq!(mix.per_cent(mix.posts_of(None)), Some(56));
        assert_eq!(mix.posts_for(30), 3);
    }

    #[test]
    fn a_share_is_far_from_its_target_by_ten_points_and_a_whole_post() {
        let month = |posts| {
            let outing = |n| planned(n, None, "2026-11-02T06:30:00Z");
            let outings: Vec<Outing> = (0..posts).map(outing).collect();
            Mix::of(&outings, &november())
        };
        assert!(month(20).is_far(8, 30));
        assert!(month(20).is_far(4, 30));
        assert!(!month(20).is_far(7, 30), "five points are near");
        // One post of three is as near to 20 % as posts can come.
        assert!(!month(3).is_far(1, 20));
        assert!(month(3).is_far(0, 30));
        assert!(!month(0).is_far(0, 30), "an empty month is no miss");
    }

    #[test]
    fn a_share_is_a_whole_number_up_to_a_hundred() {
        for (typed, share) in [
            ("30", Ok(Some(30))),
            (" 30 % ", Ok(Some(30))),
            ("0", Ok(Some(0))),
            ("100%", Ok(Some(100))),
            ("", Ok(None)),
            ("101", Err(ShareRefused)),
            ("-1", Err(ShareRefused)),
            ("2.5", Err(ShareRefused)),
            ("a third", Err(ShareRefused)),
            ("99999999999999999999", Err(ShareRefused)),
        ] {
            assert_eq!(read_share(typed), share, "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn the_parts_of_a_month_are_the_month(
            dealt in proptest::collection::vec((0..20_i64, 0..3_i64, 1..31_u32), 0..60)
        ) {
            let outings: Vec<Outing> = dealt
                .into_iter()
                .map(|(post, channel, day)| {
                    // A post has one rubric, whatever channel is looked at.
                    let rubric = (post % 4 > 0).then_some(post % 4);
                    let mut it = planned(post, rubric, &format!("2026-11-{day:02}T10:00:00Z"));
                    it.channel = ChannelId(channel);
                    it
                })
                .collect();
            let mix = Mix::of(&outings, &november());
            let parts: u32 = (0..4)
                .map(|n| mix.posts_of((n > 0).then_some(RubricId(n))))
                .sum();
            prop_assert_eq!(parts, mix.posts);
            let formats: u32 = Format::ALL.iter().map(|it| mix.posts_in(*it)).sum();
            prop_assert_eq!(formats, mix.posts);
        }
    }
}
