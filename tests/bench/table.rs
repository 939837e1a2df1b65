//! What was measured: a table to read and one line of JSON to keep.

use std::io::Write;
use std::time::{Duration, Instant};

/// All measures of one run.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<(String, f64, &'static str)>,
}

impl Table {
    /// Notes one number.
    pub(crate) fn note(&mut self, what: &str, value: f64, unit: &'static str) {
        self.rows.push((what.to_owned(), value, unit));
    }

    /// Does something `times` times and notes the middle and the shortest of its times.
    pub(crate) fn time(&mut self, what: &str, times: usize, mut act: impl FnMut()) {
        let mut taken: Vec<f64> = (0..times)
            .map(|_| {
                let start = Instant::now();
                act();
                millis(start.elapsed())
            })
            .collect();
        taken.sort_by(f64::total_cmp);
        self.note(&format!("{what}, median"), taken[times / 2], "ms");
        self.note(&format!("{what}, best"), taken[0], "ms");
    }

    /// Prints the table and the line.
    pub(crate) fn print(&self) {
        let mut out = std::io::stdout().lock();
        for (what, value, unit) in &self.rows {
            writeln!(out, "{what:<52} {value:>14.3} {unit}").unwrap();
        }
        let json: serde_json::Map<String, serde_json::Value> = self
            .rows
            .iter()
            .map(|(what, value, unit)| (format!("{what} [{unit}]"), (*value).into()))
            .collect();
        writeln!(out, "{}", serde_json::Value::Object(json)).unwrap();
    }
}

pub(crate) fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
