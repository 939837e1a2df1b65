//! What keeps the daemon running: a unit for systemd, a timer for who wants no process that stays, and a line for cron.

use std::path::Path;

use crate::cli::door::Door;
use crate::cli::stop::Stop;
use crate::domain::words::Words;

/// Prints all three; she takes the one that suits her.
pub(super) fn print(door: &mut Door<'_>) -> Result<(), Stop> {
    let program = door.world.program.clone();
    let program = program.ok_or_else(|| Stop::refused(Words::new("daemon-no-program")))?;
    let home = door.world.told_home.clone();
    let page = page(&program, home.as_deref(), |key| {
        door.locale.text(key).into_owned()
    });
    door.say.raw(&page)
}

fn page(program: &Path, home: Option<&Path>, say: impl Fn(&str) -> String) -> String {
    let run = systemd_word(&program.to_string_lossy());
    let setting = home.map_or_else(String::new, |home| {
        let set = format!("POSTDESK_HOME={}", home.display());
        format!("Environment={}\n", systemd_word(&set))
    });
    let cron_home = home.map_or_else(String::new, |home| {
        format!("POSTDESK_HOME={} ", cron_word(&home.to_string_lossy()))
    });
    let cron_run = cron_word(&program.to_string_lossy());
    let (stays, timer, cron) = (
        say("daemon-unit-stays"),
        say("daemon-unit-timer"),
        say("daemon-unit-cron"),
    );
    format!(
        "# {stays}
# ~/.config/systemd/user/postdesk.service
# systemctl --user enable --now postdesk.service
[Unit]
Description=Postdesk: looks after the clock of the desk

[Service]
{setting}ExecStart={run} daemon --quiet
Restart=on-failure
RestartSec=5

[Install]
WantedBy=default.target

# {timer}
# ~/.config/systemd/user/postdesk-look.service
[Unit]
Description=Postdesk: one look at the clock of the desk

[Service]
Type=oneshot
{setting}ExecStart={run} daemon --once --quiet

# ~/.config/systemd/user/postdesk-look.timer
# systemctl --user enable --now postdesk-look.timer
[Unit]
Description=Postdesk: a look at the clock each minute

[Timer]
OnCalendar=*:0/1
AccuracySec=1s
Persistent=true

[Install]
WantedBy=timers.target

# {cron}
* * * * * {cron_home}{cron_run} daemon --once --quiet
"
    )
}

/// One word for systemd: in quotes, its own signs doubled.
fn systemd_word(word: &str) -> String {
    let word = word
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('%', "%%")
        .replace('$', "$$")
        .replace(char::is_control, "");
    format!("\"{word}\"")
}

/// One word for the shell of cron, where a percent sign would end the line.
fn cron_word(word: &str) -> String {
    let word = word
        .replace(char::is_control, "")
        .replace('\'', "'\\''")
        .replace('%', "\\%");
    format!("'{word}'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stand_as_they_are_whatever_is_in_them() {
        let program = Path::new("/opt/my tools/100%/it's $HOME/postdesk");
        let home = Path::new("/home/nina/стол");
        let page = page(program, Some(home), |key| format!("<{key}>"));
        let run = "ExecStart=\"/opt/my tools/100%%/it's $$HOME/postdesk\" daemon --quiet\n";
        assert!(page.contains(run), "{page}");
        assert_eq!(
            page.matches("Environment=\"POSTDESK_HOME=/home/nina/стол\"\n")
                .count(),
            2
        );
        let cron = "* * * * * POSTDESK_HOME='/home/nina/стол' \
            '/opt/my tools/100\\%/it'\\''s $HOME/postdesk' daemon --once --quiet\n";
        assert!(page.ends_with(cron), "{page}");
        let control = cron_word("a\nb");
        assert_eq!(control, "'ab'");
    }

    #[test]
    fn without_a_home_of_its_own_none_is_named() {
        let page = page(Path::new("/usr/bin/postdesk"), None, |_| String::new());
        assert!(!page.contains("POSTDESK_HOME"));
        assert!(page.contains("ExecStart=\"/usr/bin/postdesk\" daemon --once --quiet\n"));
    }
}
