//! The formulas on hand-made tables, and what must hold of any table.

use super::*;
use crate::domain::kpi::{Change, Standing, Talk, Value};
use proptest::prelude::*;

const VK: ChannelId = ChannelId(1);
const TG: ChannelId = ChannelId(2);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn inputs(readings: &[(ChannelId, Metric, &str, f64)]) -> Inputs {
    let mut table = Readings::default();
    for (channel, metric, on, number) in readings {
        let value = Value {
            number: *number,
            typed_at: Moment::UNIX_EPOCH,
            origin: "typed".to_owned(),
        };
        table.take_older(*channel, *metric, day(on), value);
    }
    Inputs {
        compared: Compared::month_to_date(day("2026-11-04")),
        channels: vec![VK, TG],
        readings: table,
        talks: Talks::new(Vec::<Talk>::new()),
        leads: Vec::new(),
        notes_leads: false,
        out: Vec::new(),
        planned: 0,
        goals: Vec::new(),
    }
}

fn now(inputs: &Inputs, score: Score) -> Answer {
    inputs.answer(score, inputs.compared.now)
}

#[test]
fn followers_are_the_last_reading_of_every_channel() {
    let table = inputs(&[
        (VK, Metric::Followers, "2026-10-04", 4_000.0),
        (TG, Metric::Followers, "2026-10-03", 2_214.0),
        (VK, Metric::Followers, "2026-11-03", 4_200.0),
        (TG, Metric::Followers, "2026-11-02", 2_286.0),
    ]);
    let sheet = Sheet::new(table);
    let card = &sheet.cards[0];
    assert_eq!((card.now, card.before), (Ok(6_486.0), Ok(6_214.0)));
    assert_eq!(card.change, Some(Change::By(272.0)));
    assert_eq!(card.missing, 0, "a level need not be read every day");
}

#[test]
fn a_channel_without_a_level_makes_the_sum_unknown() {
    let table = inputs(&[
        (VK, Metric::Followers, "2026-10-04", 4_000.0),
        (VK, Metric::Followers, "2026-11-03", 4_200.0),
        (TG, Metric::Followers, "2026-11-02", 2_286.0),
    ]);
    let before = table.answer(Score::Followers, table.compared.before);
    assert_eq!(before, Err(Why::ChannelWithout(Metric::Followers, TG)));
    assert_eq!(
        inputs(&[]).answer(Score::Followers, table.compared.now),
        Err(Why::NeverMeasured(Metric::Followers))
    );
}

#[test]
fn er_by_reach_takes_only_days_on_which_both_are_known() {
    let table = inputs(&[
        (VK, Metric::Reach, "2026-11-01", 1_000.0),
        (VK, Metric::Reactions, "2026-11-01", 30.0),
        (VK, Metric::Comments, "2026-11-01", 10.0),
        (VK, Metric::Shares, "2026-11-01", 5.0),
        (VK, Metric::Saves, "2026-11-01", 5.0),
        // Reach alone, reactions alone: neither half moves the rate.
        (VK, Metric::Reach, "2026-11-02", 9_000.0),
        (VK, Metric::Reactions, "2026-11-03", 700.0),
        (TG, Metric::Reach, "2026-11-01", 1_000.0),
        (TG, Metric::Reactions, "2026-11-01", 56.0),
        // Views and clicks are no interactions.
        (TG, Metric::Views, "2026-11-01", 5_000.0),
        (TG, Metric::Clicks, "2026-11-01", 90.0),
    ]);
    assert_eq!(now(&table, Score::ErByReach), Ok(5.3));
}

#[test]
fn er_by_followers_leaves_out_channels_without_either() {
    let table = inputs(&[
        (VK, Metric::Followers, "2026-11-03", 4_000.0),
        (VK, Metric::Reactions, "2026-11-02", 80.0),
        (TG, Metric::Followers, "2026-11-03", 2_000.0),
    ]);
    assert_eq!(now(&table, Score::ErByFollowers), Ok(2.0));
}

#[test]
fn a_rate_says_which_half_is_missing() {
    let reach = (VK, Metric::Reach, "2026-11-01", 10.0);
    let apart = (VK, Metric::Reactions, "2026-11-02", 1.0);
    assert_eq!(
        now(&inputs(&[apart]), Score::ErByReach),
        Err(Why::NeverMeasured(Metric::Reach))
    );
    assert_eq!(
        now(&inputs(&[reach]), Score::ErByReach),
        Err(Why::NotMeasured(Metric::Reactions))
    );
    assert_eq!(
        now(&inputs(&[reach, apart]), Score::ErByReach),
        Err(Why::NotTogether(Metric::Reactions, Metric::Reach))
    );
    let none_reached = [reach, (VK, Metric::Reactions, "2026-11-01", 0.0)];
    assert_eq!(
        now(&inputs(&none_reached), Score::ErByReach),
        Ok(0.0),
        "nobody engaged is a zero, and it was measured"
    );
}

#[test]
fn reach_without_a_whole_channel_is_unknown_and_single_days_are_counted_missing() {
    let mut readings = vec![
        (VK, Metric::Reach, "2026-10-01", 500.0),
        (TG, Metric::Reach, "2026-10-01", 300.0),
        (VK, Metric::Reach, "2026-11-01", 700.0),
        (VK, Metric::Reach, "2026-11-03", 100.0),
    ];
    assert_eq!(
        now(&inputs(&readings), Score::Reach),
        Err(Why::ChannelWithout(Metric::Reach, TG))
    );
    readings.push((TG, Metric::Reach, "2026-11-02", 200.0));
    let table = inputs(&readings);
    assert_eq!(now(&table, Score::Reach), Ok(1_000.0));
    assert_eq!(table.missing(Score::Reach, table.compared.now), 3);
    assert_eq!(
        table.on_day(Score::Reach, day("2026-11-01")),
        None,
        "half a day is a gap in the curve"
    );
}

#[test]
fn a_follower_costs_the_ads_by_those_who_came() {
    let mut readings = vec![
        (VK, Metric::Followers, "2026-10-31", 6_214.0),
        (VK, Metric::Followers, "2026-11-03", 6_486.0),
        (VK, Metric::Spend, "2026-11-01", 10_000.0),
        (VK, Metric::Spend, "2026-11-03", 6_592.0),
    ];
    assert_eq!(
        now(&inputs(&readings), Score::CostPerFollower),
        Ok(61.0),
        "16 592 ÷ 272"
    );
    readings[1].3 = 6_100.0;
    assert_eq!(
        now(&inputs(&readings), Score::CostPerFollower),
        Err(Why::NobodyCame)
    );
    let shown = |sheet: Sheet| sheet.cards.len();
    assert_eq!(shown(Sheet::new(inputs(&readings))), Score::ALL.len());
    assert_eq!(
        shown(Sheet::new(inputs(&readings[..2]))),
        Score::ALL.len() - 2,
        "without ads there is no card for them"
    );
}

#[test]
fn no_leads_are_unknown_until_the_first_was_noted() {
    let mut table = inputs(&[]);
    assert_eq!(now(&table, Score::Leads), Err(Why::NoLeads));
    table.notes_leads = true;
    assert_eq!(now(&table, Score::Leads), Ok(0.0));
    table.leads = vec![day("2026-10-31"), day("2026-11-01"), day("2026-11-04")];
    assert_eq!(now(&table, Score::Leads), Ok(2.0));
}

#[test]
fn a_problem_is_a_missed_goal_or_a_missing_number() {
    let mut table = inputs(&[(VK, Metric::Followers, "2026-11-03", 10.0)]);
    table.out = vec![day("2026-11-02")];
    table.planned = 9;
    table.goals = vec![(Score::PostsOut, 10.0)];
    let sheet = Sheet::new(table);
    let card = |score| sheet.cards.iter().find(|card| card.score == score).unwrap();
    assert_eq!(card(Score::PostsOut).standing, Standing::Missed);
    assert!(card(Score::PostsOut).is_problem());
    assert!(card(Score::Reach).is_problem(), "nobody measured it");
    assert!(!card(Score::Followers).is_problem());
}

proptest! {
    /// Filling a gap with a zero must be told apart from leaving it: zero can only lower a rate's neighbourhood, never
    /// appear by itself.
    #[test]
    fn missing_is_never_zero(reach in prop::collection::vec(prop::option::of(1u32..10_000), 3),
        reactions in prop::collection::vec(prop::option::of(0u32..500), 3)) {
        let days = ["2026-11-01", "2026-11-02", "2026-11-03"];
        let mut readings = Vec::new();
        let (mut engaged, mut reached) = (0.0, 0.0);
        for (at, on) in days.iter().enumerate() {
            if let Some(n) = reach[at] {
                readings.push((VK, Metric::Reach, *on, f64::from(n)));
            }
            if let Some(n) = reactions[at] {
                readings.push((VK, Metric::Reactions, *on, f64::from(n)));
            }
            if let (Some(r), Some(e)) = (reach[at], reactions[at]) {
                engaged += f64::from(e);
                reached += f64::from(r);
            }
        }
        let table = inputs(&readings);
        let rate = now(&table, Score::ErByReach);
        if reached > 0.0 {
            prop_assert_eq!(rate, Ok(engaged / reached * 100.0));
        } else {
            prop_assert!(rate.is_err());
        }
        let sum: u32 = reach.iter().flatten().sum();
        let known = reach.iter().any(Option::is_some);
        prop_assert_eq!(now(&table, Score::Reach).ok(), known.then(|| f64::from(sum)));
        let sheet = Sheet::new(table);
        let curve = &sheet.cards[1].daily;
        let gaps = curve.iter().filter(|value| value.is_none()).count();
        prop_assert_eq!(curve.len() - gaps, reach.iter().flatten().count());
    }

    #[test]
    fn growth_is_the_same_both_ways_round(before in 0u32..1_000_000, after in 0u32..1_000_000) {
        let table = inputs(&[
            (VK, Metric::Followers, "2026-10-31", f64::from(before)),
            (VK, Metric::Followers, "2026-11-04", f64::from(after)),
        ]);
        prop_assert_eq!(table.growth(table.compared.now), Ok(f64::from(after) - f64::from(before)));
    }
}
