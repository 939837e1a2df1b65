//! A refresh asks bounded questions, however long the desk has been in use.

use std::time::Instant;

use super::desk::Desk;
use crate::domain::command::NewReading;
use crate::domain::ids::ChannelId;
use crate::domain::kpi::Metric;
use crate::locale::Lang;

/// Says how long a refresh takes with two years behind it; run with `--nocapture` to see it.
#[test]
fn two_years_of_numbers_do_not_slow_the_two_months_shown() {
    let mut desk = Desk::full(Lang::En);
    let fresh = refresh_millis(&mut desk);
    let mut readings = Vec::new();
    for back in 1..730 {
        let day = desk.now.date_naive() - chrono::Duration::days(back);
        for channel in [desk.vk, desk.tg, ChannelId(3)] {
            for metric in &Metric::ALL[..9] {
                let value = back as f64;
                readings.push(NewReading {
                    channel,
                    post: None,
                    metric: *metric,
                    day,
                    value,
                });
            }
        }
    }
    desk.typed(readings);
    let full = refresh_millis(&mut desk);
    assert!(
        full < 250.0,
        "{full} ms in a debug build; {fresh} ms before"
    );
}

fn refresh_millis(desk: &mut Desk) -> f64 {
    desk.refresh();
    let begun = Instant::now();
    for _ in 0..5 {
        desk.refresh();
    }
    begun.elapsed().as_secs_f64() * 200.0
}
