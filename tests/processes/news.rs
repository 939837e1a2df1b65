//! What one process writes the others show at once.

use std::time::{Duration, Instant};

use crate::dice::percentile;
use crate::home::{Home, now};
use crate::window::Window;

#[test]
#[expect(clippy::print_stderr, reason = "the measure is what the test is for")]
fn a_change_by_the_command_line_shows_in_two_open_windows_at_once() {
    let home = Home::kolos();
    home.posts(std::iter::once(now() + chrono::Duration::hours(1)));
    let (one, two) = (Window::open(home.path()), Window::open(home.path()));
    one.sees("Пост");
    two.sees("Пост");
    let mut latencies = Vec::new();
    for n in 0..10 {
        let line = format!("Kolos vk 13:{n:02} Новость {n}");
        let said = home.run(&["add", &line]);
        assert!(said.status.success(), "{said:?}");
        let written = Instant::now();
        let topic = format!("Новость {n}");
        one.sees(&topic);
        two.sees(&topic);
        latencies.push(written.elapsed());
    }
    let (half, worst) = (
        percentile(&mut latencies, 50),
        percentile(&mut latencies, 100),
    );
    eprintln!("seen {half:?} after the end of the command in half the cases, {worst:?} at worst");
    // No clock has to come round for it: the window would else ask at the next minute.
    assert!(worst < Duration::from_secs(2), "{latencies:?}");
    one.leave();
    two.leave();
    let left = std::fs::read_dir(home.desk().join("neighbours")).unwrap();
    let left: Vec<_> = left.map(|it| it.unwrap().file_name()).collect();
    assert!(left.is_empty(), "left behind: {left:?}");
}

#[test]
fn rubbish_thrown_at_a_window_does_not_disturb_it() {
    use std::os::unix::net::UnixDatagram;
    let home = Home::kolos();
    let mut window = Window::open(home.path());
    window.sees("Today");
    let ear = home
        .desk()
        .join(format!("neighbours/{}.sock", window.pid()));
    let mouth = UnixDatagram::unbound().unwrap();
    mouth.set_nonblocking(true).unwrap();
    for n in 0..2_000_usize {
        let rubbish: Vec<u8> = (0..n % 64).map(|at| (at * n) as u8).collect();
        // A full ear turns letters away, which is as it should be.
        mouth.send_to(&rubbish, &ear).ok();
    }
    window.send("2");
    window.sees("[2 Plan]");
    window.leave();
}
