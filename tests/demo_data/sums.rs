//! The numbers of the demo: they must add up to the stories the KPI pane tells.

use std::ops::RangeInclusive;

use crate::shapes::{Numbers, PostReading, Series, Value};
use crate::{NUMBERS, clients, posts, read};

/// The month to date, told as its first 24 days, and the same days a month before.
const NOW: RangeInclusive<i64> = 0..=23;
const BEFORE: RangeInclusive<i64> = 31..=54;

impl Series {
    /// Every read day of a window, with its value.
    fn within(&self, window: &RangeInclusive<i64>) -> Vec<i64> {
        let days = (0i64..).map(|n| self.from_days_ago - n).zip(&self.values);
        let read = days.filter(|(day, _)| window.contains(day));
        read.filter_map(|(_, value)| value.known()).collect()
    }
}

impl Value {
    fn known(&self) -> Option<i64> {
        match self {
            Self::Known(value) => Some(*value),
            Self::Missing(_) => None,
        }
    }
}

impl PostReading {
    fn interactions(&self) -> i64 {
        self.reactions + self.comments + self.shares + self.saves
    }
}

impl Numbers {
    fn of<'a>(&'a self, client: &'a str, metric: &'a str) -> impl Iterator<Item = &'a Series> {
        self.series
            .iter()
            .filter(move |s| s.client == client && s.metric == metric)
    }

    fn sum(&self, client: &str, metric: &str, window: &RangeInclusive<i64>) -> i64 {
        self.of(client, metric).flat_map(|s| s.within(window)).sum()
    }

    /// The level at the end of a window: the last read day of every channel, added up.
    fn level(&self, client: &str, metric: &str, window: &RangeInclusive<i64>) -> i64 {
        self.of(client, metric)
            .filter_map(|s| s.within(window).last().copied())
            .sum()
    }

    fn median(&self, client: &str, metric: &str, window: &RangeInclusive<i64>) -> f64 {
        let days = self.of(client, metric).flat_map(|s| s.within(window));
        median(days.map(|v| v as f64).collect())
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    if values.len() % 2 == 1 {
        values[half]
    } else {
        f64::midpoint(values[half - 1], values[half])
    }
}

fn near(value: f64, told: f64) -> bool {
    (value - told).abs() < 0.051
}

#[test]
fn a_series_belongs_to_a_channel_its_client_has() {
    let (numbers, clients) = (read::<Numbers>(NUMBERS), clients());
    for series in &numbers.series {
        let client = &clients[&series.client];
        assert!(
            series.channel.as_ref().is_none_or(|c| client.has(c)),
            "{}",
            series.metric
        );
        assert!(
            series.from_days_ago - series.values.len() as i64 >= 0,
            "today has no numbers yet"
        );
        let sentinel = |v: &Value| !matches!(v, Value::Missing(mark) if mark != "-");
        assert!(series.values.iter().all(sentinel), "{}", series.metric);
    }
    for past in &numbers.past {
        let client = &clients[&past.client];
        assert!(client.has(&past.channel) && client.rubric.iter().any(|r| r.name == past.rubric));
        assert!(past.days_ago > 23 && !past.topic.is_empty());
    }
    assert!(
        numbers
            .total
            .iter()
            .all(|t| t.window == "before" && t.metric == "posts_out")
    );
    let totals: Vec<_> = numbers
        .total
        .iter()
        .map(|t| (t.client.as_str(), t.value))
        .collect();
    assert_eq!(totals, [("marani", 11), ("lampo", 7)]);
}

#[test]
fn every_post_that_is_out_has_its_readings() {
    let (numbers, posts) = (read::<Numbers>(NUMBERS), posts());
    for post in posts.values() {
        let own: Vec<_> = numbers
            .post_reading
            .iter()
            .filter(|r| r.post == post.key)
            .collect();
        let expected = if post.status == "published" {
            post.channels.len()
        } else {
            0
        };
        assert_eq!(own.len(), expected, "{}", post.key);
        assert!(
            own.iter().all(|r| post.channels.contains(&r.channel)),
            "{}",
            post.key
        );
        assert!(
            own.iter().all(|r| r.reach > r.interactions()),
            "{}",
            post.key
        );
    }
    for client in clients().keys() {
        let mine = |r: &&PostReading| &posts[&r.post].client == client;
        let reach: i64 = numbers
            .post_reading
            .iter()
            .filter(mine)
            .map(|r| r.reach)
            .sum();
        assert_eq!(numbers.sum(client, "reach", &NOW), reach, "{client}");
        let told = numbers
            .post_reading
            .iter()
            .filter(mine)
            .map(PostReading::interactions)
            .sum();
        assert_eq!(numbers.sum(client, "interactions", &NOW), told, "{client}");
    }
}

#[test]
fn kolos_grows_and_pays_for_it() {
    let n: Numbers = read(NUMBERS);
    let followers = |day: i64| n.level("kolos", "followers", &(day..=day));
    assert_eq!(
        (followers(31), followers(24), followers(1)),
        (6_214, 6_214, 6_486)
    );
    assert_eq!(
        (followers(8) - followers(11), followers(1) - followers(8)),
        (410, -138)
    );
    let both = |metric| {
        (
            n.sum("kolos", metric, &BEFORE),
            n.sum("kolos", metric, &NOW),
        )
    };
    assert_eq!(both("reach"), (35_900, 41_300));
    assert_eq!(both("interactions"), (1_472, 2_190));
    assert_eq!(both("messages"), (117, 129));
    assert_eq!(both("negative"), (7, 18));
    assert_eq!(both("leads"), (11, 19));
    assert_eq!(both("spend"), (9_500, 16_600));
    assert_eq!((both("asked"), both("in_time")), ((100, 100), (62, 91)));
    assert_eq!(followers(31) - followers(55), 250);
    assert!(near(n.median("kolos", "first_answer_min", &BEFORE), 190.0));
    assert!(near(n.median("kolos", "first_answer_min", &NOW), 48.0));
    let before: Vec<_> = n
        .past
        .iter()
        .filter(|p| p.client == "kolos" && BEFORE.contains(&p.days_ago))
        .collect();
    assert_eq!(before.len(), 18);
    assert_eq!(before.iter().map(|p| p.reach).sum::<i64>(), 35_900);
    assert_eq!(before.iter().map(|p| p.interactions).sum::<i64>(), 1_472);
}

/// Days ago, hour, reach and interactions of every post of a client, newest first.
fn outings(client: &str) -> Vec<(i64, String, i64, i64)> {
    let numbers: Numbers = read(NUMBERS);
    let mut out = Vec::new();
    for post in posts()
        .values()
        .filter(|p| p.client == client && p.status == "published")
    {
        let own = numbers.post_reading.iter().filter(|r| r.post == post.key);
        let (reach, acts) = own.fold((0, 0), |(r, i), x| (r + x.reach, i + x.interactions()));
        let at = post.at.unwrap();
        out.push((
            at.days_ago.unwrap(),
            at.time.unwrap().to_string(),
            reach,
            acts,
        ));
    }
    for past in numbers.past.iter().filter(|p| p.client == client) {
        out.push((
            past.days_ago,
            past.time.to_string(),
            past.reach,
            past.interactions,
        ));
    }
    out.sort();
    out
}

fn er(post: &(i64, String, i64, i64)) -> f64 {
    post.3 as f64 * 100.0 / post.2 as f64
}

#[test]
fn one_post_with_a_wrong_price_explains_the_complaints() {
    let n: Numbers = read(NUMBERS);
    let scandal: Vec<_> = n
        .post_reading
        .iter()
        .filter(|r| r.post == "kolos-199")
        .collect();
    assert_eq!(scandal.iter().map(|r| r.reach).sum::<i64>(), 9_840);
    assert_eq!(scandal.iter().map(|r| r.negative).sum::<i64>(), 11);
    let month: Vec<_> = outings("kolos")
        .into_iter()
        .filter(|o| NOW.contains(&o.0))
        .collect();
    let usual = median(month.iter().map(|o| o.2 as f64).collect());
    assert!(near(9_840.0 / usual, 5.6), "{usual}");
    let talk = n
        .post_reading
        .iter()
        .filter(|r| r.post.starts_with("kolos"));
    let talk: i64 = talk
        .filter(|r| r.post != "kolos-draw")
        .map(|r| r.comments)
        .sum();
    assert!(
        talk <= n.sum("kolos", "messages", &NOW),
        "messages leave out only the draw"
    );
}

#[test]
fn best_worst_and_the_hours_behind_them() {
    let kolos = outings("kolos");
    let last: Vec<f64> = kolos.iter().take(20).map(er).collect();
    assert!(near(median(last.clone()), 4.4), "{}", median(last));
    let mut ranked: Vec<f64> = kolos.iter().take(20).map(er).collect();
    ranked.sort_by(f64::total_cmp);
    assert!(near(ranked[0], 0.9) && near(ranked[18], 8.0) && near(ranked[19], 9.1));
    // Told from a Tuesday: day 6 and its weeks are Wednesdays, day 4 Fridays, day 3 Saturdays.
    let behind = |day: i64, hour: &str| {
        kolos
            .iter()
            .filter(|o| (o.0 - day) % 7 == 0 && o.1.starts_with(hour))
            .count()
    };
    assert_eq!(
        (behind(6, "19:30"), behind(4, "19:30"), behind(3, "11:00")),
        (6, 5, 4)
    );
    assert_eq!(kolos.iter().filter(|o| o.1.starts_with("12:00")).count(), 7);
    let school = outings("saomai");
    let rate = |hour: &str| {
        let there: Vec<_> = school.iter().filter(|o| o.1.starts_with(hour)).collect();
        let (reach, acts) = there.iter().fold((0, 0), |(r, i), o| (r + o.2, i + o.3));
        (there.len(), acts as f64 / reach as f64)
    };
    let ((evenings, evening), (mornings, morning)) = (rate("20:00"), rate("09:00"));
    assert_eq!((evenings, mornings), (9, 11));
    assert!(near(evening / morning, 2.3));
}

#[test]
fn marani_sleeps_after_the_harvest_every_year() {
    let n: Numbers = read(NUMBERS);
    let change = |shift: i64| {
        let window = |w: RangeInclusive<i64>| w.start() + shift..=w.end() + shift;
        let before = n.sum("marani", "reach", &window(BEFORE)) as f64;
        n.sum("marani", "reach", &window(NOW)) as f64 * 100.0 / before - 100.0
    };
    assert!((-38.5..-37.5).contains(&change(0)) && (-38.5..-37.5).contains(&change(365)));
    assert_eq!(n.sum("marani", "bookings", &BEFORE), 6);
    assert_eq!(n.sum("marani", "bookings", &NOW), 9);
    let photos = n
        .of("marani", "reach")
        .find(|s| s.channel.as_deref() == Some("instagram"))
        .unwrap();
    assert_eq!(
        photos.values.iter().filter(|v| v.known().is_none()).count(),
        2
    );
}

#[test]
fn lampo_is_small_and_earns() {
    let n: Numbers = read(NUMBERS);
    let now = |metric| n.sum("lampo", metric, &NOW);
    assert_eq!(
        (now("reach"), now("leads"), now("sales"), now("margin")),
        (3_150, 7, 2, 2_300)
    );
    let cost = now("spend") + now("fee");
    assert_eq!(cost, 240 + 900);
    assert_eq!(
        ((now("margin") - cost) as f64 * 100.0 / cost as f64).round() as i64,
        102
    );
}

#[test]
fn yesterday_is_missing_for_three_channels() {
    let n: Numbers = read(NUMBERS);
    let late: Vec<_> = n
        .series
        .iter()
        .filter(|s| s.metric == "reach" && s.from_days_ago == 60 && s.values.len() < 60)
        .filter_map(|s| s.channel.as_deref())
        .collect();
    assert_eq!(late, ["youtube", "zalo", "x"]);
}
