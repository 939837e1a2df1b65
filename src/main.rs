//! The door: builds the clock, chance and what the environment says as values. Nobody else reads them.

use std::env;
use std::hash::{BuildHasher, RandomState};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::DateTime;
use directories::{BaseDirs, ProjectDirs};
use postdesk::cli::{World, run};
use postdesk::config::{Manners, Paths};
use postdesk::domain::Moment;
use postdesk::term::Surroundings;

fn main() -> ExitCode {
    ExitCode::from(run(&World {
        args: env::args_os().collect(),
        program: env::current_exe().ok(),
        told_home: told_home(),
        now,
        seconds: || now().timestamp(),
        seed: RandomState::new().hash_one(now().timestamp_nanos_opt()),
        paths: paths(),
        temp: env::temp_dir(),
        home: BaseDirs::new().map(|dirs| dirs.home_dir().to_owned()),
        zone: zone(),
        manners: Manners {
            language: ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(var),
            no_color: var("NO_COLOR").is_some(),
            ground: var("COLORFGBG"),
        },
        surroundings: Surroundings {
            display: var("DISPLAY"),
            wayland_display: var("WAYLAND_DISPLAY"),
            is_mac: cfg!(target_os = "macos"),
        },
        editor: (var("VISUAL"), var("EDITOR")),
        terminal: [
            "TERM",
            "COLORTERM",
            "TERM_PROGRAM",
            "KITTY_WINDOW_ID",
            "TMUX",
            "SSH_TTY",
        ]
        .into_iter()
        .filter_map(|name| Some((name, var(name)?)))
        .collect(),
        dicpath: env::var_os("DICPATH"),
    }))
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one clock that everybody else is given"
)]
fn now() -> Moment {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
    DateTime::from_timestamp(seconds, since.subsec_nanos()).unwrap_or_default()
}

/// A variable that is set to something.
fn var(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// The one folder for everything, where she wants that.
fn told_home() -> Option<PathBuf> {
    env::var_os("POSTDESK_HOME")
        .filter(|home| !home.is_empty())
        .map(PathBuf::from)
}

fn paths() -> Option<Paths> {
    match told_home() {
        Some(home) => Some(Paths::under(&home)),
        None => ProjectDirs::from("", "", "postdesk").map(|dirs| Paths::usual(&dirs)),
    }
}

/// The system's zone: `TZ`, else where the link `/etc/localtime` leads, below the folder `zoneinfo`.
fn zone() -> Option<String> {
    let link = || {
        Some(
            std::fs::read_link("/etc/localtime")
                .ok()?
                .display()
                .to_string(),
        )
    };
    let told = var("TZ").or_else(link)?;
    let told = told.trim_start_matches(':');
    let name = told.rsplit_once("zoneinfo/").map_or(told, |(_, name)| name);
    let plain = name
        .strip_prefix("posix/")
        .or_else(|| name.strip_prefix("right/"));
    Some(plain.unwrap_or(name).to_owned())
}
