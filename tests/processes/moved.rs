//! The desk is moved away under the daemon: it says so, touches nothing else, and goes on when the desk is back.

use std::fs;

use rustix::process::Signal;

use crate::home::{Home, ended, now, wait_for};

#[test]
fn a_desk_that_comes_back_is_looked_after_again() {
    let home = Home::kolos();
    let daemon = home.daemon(&[]);
    let (desk, elsewhere) = (home.desk(), home.path().join("elsewhere"));
    fs::rename(&desk, &elsewhere).unwrap();
    // Somebody wakes it: it has been stopped for a moment.
    crate::home::signal(daemon.id(), Signal::CONT);
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert!(!desk.exists(), "a desk was begun");
    fs::rename(&elsewhere, &desk).unwrap();
    wait_for("the daemon at its desk", || {
        postdesk::neighbours::daemon(&desk).is_some_and(|it| it.pid == daemon.id())
    });
    let at = now() + chrono::Duration::seconds(1);
    home.posts(std::iter::once(at));
    wait_for("a mark", || home.marks().contains_key("due"));
    let said = ended(daemon, Signal::TERM);
    assert_eq!(said.status.code(), Some(0));
    let words = String::from_utf8_lossy(&said.stderr);
    assert!(
        words.contains("not in") && words.contains("The desk is back"),
        "{words}"
    );
    assert_eq!(home.store().check().unwrap(), []);
}
