//! A newer program has brought the desk on under a window that is open: it only reads, says so, and no typed text is lost.

use crate::home::{Home, now, wait_for};
use crate::window::Window;

#[test]
fn a_window_whose_desk_has_moved_on_reads_keeps_the_text_and_writes_nothing() {
    let home = Home::kolos();
    home.posts(std::iter::once(now() + chrono::Duration::hours(1)));
    let mut window = Window::open(home.path());
    window.sees("Пост");
    window.send("a");
    window.sees("─ ADD ─");
    window.send("Kolos vk 23:10 pered");
    let conn = home.database();
    conn.pragma_update(None, "user_version", 99).unwrap();
    let dump = || -> Vec<i64> {
        [
            "post",
            "journal_entry",
            "draft_buffer",
            "memory",
            "delivery_event",
        ]
        .map(|table| {
            let sql = format!("SELECT count(*) FROM {table}");
            conn.query_row(&sql, [], |row| row.get(0)).unwrap()
        })
        .to_vec()
    };
    let before = dump();
    window.send(" i posle");
    let unsaved = home.desk().join("unsaved/add.txt");
    let kept = || std::fs::read_to_string(&unsaved).unwrap_or_default();
    wait_for("the text beside the desk", || {
        kept().contains("pered i posle")
    });
    // Reading goes on, and what cannot be done any more is said.
    window.send("\r");
    window.sees("Your text lies in");
    window.send("2");
    window.sees("[2 Plan]");
    window.sees("Пост");
    window.sees("newer Postdesk");
    window.leave();
    assert_eq!(dump(), before, "something was written into the newer desk");
    let daemon = home.run(&["daemon", "--once"]);
    assert_eq!(daemon.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&daemon.stderr).contains("newer Postdesk"));
}
