//! An idle daemon sleeps: with nothing due it is not woken once.

use std::time::Duration;

use rustix::process::Signal;

use crate::dice::asked;
use crate::home::{Home, ended, now};

/// How often the system has put it to sleep or taken it off the processor since it began.
fn switches(pid: u32) -> Option<u64> {
    let mut sum = 0;
    for thread in std::fs::read_dir(format!("/proc/{pid}/task")).ok()? {
        let status = std::fs::read_to_string(thread.ok()?.path().join("status")).ok()?;
        let counts = status.lines().filter(|line| line.contains("ctxt_switches"));
        sum += counts
            .filter_map(|line| line.split_whitespace().last()?.parse::<u64>().ok())
            .sum::<u64>();
    }
    Some(sum)
}

#[test]
#[expect(clippy::print_stderr, reason = "the measure is what the test is for")]
fn with_nothing_due_the_daemon_is_not_woken() {
    let span = asked("POSTDESK_IDLE").map_or(Duration::from_secs(2), |minutes| {
        Duration::from_secs(minutes * 60)
    });
    let home = Home::kolos();
    home.posts(std::iter::once(now() + chrono::Duration::days(3)));
    let daemon = home.daemon(&[]);
    std::thread::sleep(Duration::from_millis(500));
    let before = switches(daemon.id());
    std::thread::sleep(span);
    let after = switches(daemon.id());
    ended(daemon, Signal::TERM);
    // Only Linux counts.
    if let (Some(before), Some(after)) = (before, after) {
        eprintln!("{} wakes in {span:?} with nothing due", after - before);
        assert_eq!(after, before);
    }
}
