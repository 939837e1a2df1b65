//! The terminal is given back: every way out of the window, in a real pseudo-terminal under a real shell.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "terminal/probe.rs"]
mod probe;
#[path = "terminal/stage.rs"]
mod stage;

use stage::{Ended, Stage, taken_back};

/// Not a test: the program under test, when this file runs itself inside the pseudo-terminal.
#[test]
fn probe() {
    if let Ok(part) = std::env::var(probe::PART) {
        probe::play(&part);
    }
}

#[test]
fn leaving_in_peace_gives_everything_back() {
    let ended = Stage::open("leave").run(|_| {});
    ended.gave_all_back();
    assert_eq!(ended.status, 0);
}

#[test]
fn leaving_with_an_error_gives_everything_back() {
    let ended = Stage::open("error").run(|_| {});
    ended.gave_all_back();
    assert_eq!(ended.status, 7);
}

#[test]
fn a_panic_gives_everything_back_and_leaves_a_report() {
    for (part, thread) in [("panic", "probe"), ("panic-elsewhere", "courier")] {
        let ended = Stage::open(part).run(|_| {});
        ended.gave_all_back();
        assert_eq!(ended.status, 101, "{part}");
        ended.reported(thread);
    }
}

#[test]
fn a_picture_is_taken_off_on_every_way_out_and_nobody_else_hears_of_pictures() {
    for (part, status) in [("picture", 0), ("picture-panic", 101)] {
        let ended = Stage::open(part).run(|_| {});
        ended.gave_all_back();
        assert_eq!(ended.status, status, "{part}");
        let last = |what: &str| ended.screen.rfind(what).unwrap();
        let (drawn, taken) = (last("\x1b_Ga=T,"), last("\x1b_Ga=d,"));
        assert!(
            drawn < taken && taken < last("\x1b[?1049l"),
            "{:?}",
            ended.screen
        );
    }
    let without = Stage::open("leave").run(|_| {});
    assert!(!without.screen.contains("\x1b_G"), "{:?}", without.screen);
}

fn ends_on(signal: &str) -> Ended {
    Stage::open("wait").run(|stage| {
        stage.expect("READY");
        stage.signal(signal);
    })
}

#[test]
fn being_asked_to_end_gives_everything_back() {
    for signal in ["TERM", "HUP", "INT"] {
        let ended = ends_on(signal);
        ended.gave_all_back();
        assert_eq!(ended.status, 0, "{signal}");
        let said = if signal == "HUP" {
            "Hangup"
        } else {
            "Terminate"
        };
        assert!(ended.notes.contains(said), "{signal}: {}", ended.notes);
        let quiet = "then Woken { inputs: [], signals: [], woken: false, timed_out: true }";
        assert!(ended.notes.contains(quiet), "{signal}: {}", ended.notes);
    }
}

#[test]
fn half_a_key_does_not_hold_up_the_end() {
    let ended = Stage::open("wait").run(|stage| {
        stage.expect("READY");
        stage.send("\x1b[");
        stage.rest();
        stage.signal("TERM");
    });
    ended.gave_all_back();
    assert!(ended.notes.contains("Terminate"), "{}", ended.notes);
}

#[test]
fn a_window_that_is_closed_hangs_up_once_and_does_not_spin() {
    let notes = Stage::open("wait").close();
    assert_eq!(notes.matches("Hangup").count(), 1, "{notes}");
}

#[test]
fn ctrl_z_stops_the_job_and_comes_back() {
    let ended = Stage::open("wait").run(|stage| {
        stage.expect("READY");
        stage.will_stop();
        stage.send("\x1a");
        stage.stops_and_goes_on();
    });
    ended.gave_all_back();
    ended.stopped_cleanly();
}

#[test]
fn a_stop_from_outside_gives_the_terminal_back_in_between() {
    let ended = Stage::open("wait").run(|stage| {
        stage.expect("READY");
        stage.signal("TSTP");
        stage.stops_and_goes_on();
    });
    ended.gave_all_back();
    ended.stopped_cleanly();
}

#[test]
fn a_stop_nobody_asked_us_about_is_mended_afterwards() {
    let ended = Stage::open("wait").run(|stage| {
        stage.expect("READY");
        stage.signal("STOP");
        stage.stops_and_goes_on();
    });
    ended.gave_all_back();
    // Nobody asked, so nothing could be given back; but afterwards keys come one by one again.
    assert_eq!(
        ended.notes.matches("Continue").count(),
        1,
        "{}",
        ended.notes
    );
}

#[test]
fn without_a_shell_to_come_back_to_ctrl_z_does_nothing() {
    let ended = Stage::alone("wait").run(|stage| {
        stage.expect("READY");
        stage.send("\x1a");
        stage.rest();
        stage.send("q");
    });
    assert!(taken_back(&ended.screen).is_empty());
    assert!(!ended.notes.contains("Continue"), "{}", ended.notes);
}

#[test]
fn an_editor_that_crashes_spoils_nothing() {
    let ended = Stage::open("editor").run(|_| {});
    ended.gave_all_back();
    assert!(ended.notes.contains("kept half"), "{}", ended.notes);
    assert_eq!(ended.screen.matches("\x1b[?1049h").count(), 2);
    assert_eq!(ended.screen.matches("\x1b[?1049l").count(), 2);
}

#[test]
fn ctrl_c_in_an_editor_is_the_editors() {
    let ended = Stage::open("patient-editor").run(|stage| {
        stage.expect("EDITING");
        stage.rest();
        stage.send("\x03");
        stage.expect("READY");
        stage.send("q");
    });
    ended.gave_all_back();
    assert!(!ended.notes.contains("Terminate"), "{}", ended.notes);
    assert_eq!(ended.status, 0);
}

#[test]
fn ctrl_z_in_an_editor_stops_us_both() {
    let ended = Stage::open("patient-editor").run(|stage| {
        stage.expect("EDITING");
        stage.will_stop();
        stage.send("\x1a");
        stage.stopped();
        stage.rest();
        stage.send("\x03");
        stage.expect("READY");
        stage.send("q");
    });
    ended.gave_all_back();
    assert!(!ended.notes.contains("Terminate"), "{}", ended.notes);
    assert_eq!(ended.screen.matches("\x1b[?1049h").count(), 2);
}

#[test]
fn keys_pastes_and_sizes_arrive_whole() {
    let ended = Stage::open("wait").run(|stage| {
        stage.expect("READY");
        stage.send("jЖ\x1b[A\x1b[200~q\r:wq\x1b[201~\x1b[I\x1b[<0;3;2M\x1b[<64;3;2M");
        stage.expect("Scroll");
        stage.resize(100, 30);
        stage.expect("Resize(100, 30)");
        stage.send("q");
    });
    ended.gave_all_back();
    for what in [
        "Char('j')",
        "Char('Ж')",
        "code: Up",
        r#"Paste("q\r:wq")"#,
        "FocusIn",
        "Click { col: 2, row: 1 }",
        "Scroll(-1)",
    ] {
        assert!(
            ended.notes.contains(what),
            "{what} is missing: {}",
            ended.notes
        );
    }
}

#[test]
fn a_held_key_is_few_wakes_and_a_bell_is_heard() {
    let ended = Stage::open("wait").run(|stage| {
        stage.expect("READY");
        stage.send(&"j".repeat(900));
        stage.rest();
        stage.send("w");
        stage.expect("bell");
        stage.send("q");
    });
    ended.gave_all_back();
    assert_eq!(ended.notes.matches("Char('j')").count(), 900);
    let wakes = ended
        .notes
        .lines()
        .filter(|line| line.contains("Char('j')"))
        .count();
    assert!(wakes <= 20, "{wakes} wakes for one held key");
}
