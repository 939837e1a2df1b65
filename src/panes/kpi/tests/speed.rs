//! A refresh asks bounded questions, however long the desk has been in use.

use super::desk::Desk;
use crate::domain::command::NewReading;
use crate::domain::kpi::Metric;
use crate::locale::Lang;

#[test]
fn only_the_days_that_are_shown_are_read() {
    let mut desk = Desk::kolos(Lang::En);
    let today = desk.now.date_naive();
    let reading = |metric, back: i64| NewReading {
        channel: desk.vk,
        post: None,
        metric,
        day: today - chrono::Duration::days(back),
        value: back as f64,
    };
    let metrics = [Metric::Followers, Metric::Reach];
    let two_years = (1..730).flat_map(|back| metrics.map(|metric| reading(metric, back)));
    let all = two_years.collect();
    desk.typed(all);
    let readings = &desk.room.shown.as_ref().unwrap().sheet.inputs.readings;
    let held = |metric| {
        let days = (0..730).map(|back| today - chrono::Duration::days(back));
        days.filter(|day| readings.at(desk.vk, metric, *day).is_some())
            .count()
    };
    // 1 October to 23 November; a level may have been read a month before that.
    assert_eq!(held(Metric::Reach), 54);
    assert_eq!(held(Metric::Followers), 54 + 31);
}
