//! The table `[daemon]` of `config.toml`: how the daemon rings.

use toml::de::{DeTable, DeValue};

use super::mistake::Fault;
use crate::domain::slips;

/// Every option of the table.
const KEYS: [&str; 2] = ["on_due", "notify"];

/// How the daemon rings outside of a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaemonConfig {
    /// A program of hers with its arguments, no shell; empty is none.
    pub on_due: Vec<String>,
    /// Whether a notice is shown where there is `notify-send`.
    pub notify: bool,
}

impl Default for DaemonConfig {
    fn default() -> Self {
        Self {
            on_due: Vec::new(),
            notify: true,
        }
    }
}

/// Reads the table; every mistake goes to `complain`, with the place where its option begins.
pub(super) fn table(table: &DeTable<'_>, mut complain: impl FnMut(usize, Fault)) -> DaemonConfig {
    let mut config = DaemonConfig::default();
    for (key, value) in table {
        let read = match key.get_ref().as_ref() {
            "on_due" => list(value.get_ref()).map(|words| config.on_due = words),
            "notify" => super::read::yes_or_no("daemon.notify", value.get_ref())
                .map(|notify| config.notify = notify),
            other => Err(Fault::UnknownKey {
                key: format!("daemon.{other}"),
                near: slips::nearest(other, KEYS),
            }),
        };
        if let Err(fault) = read {
            complain(key.span().start, fault);
        }
    }
    config
}

/// Words in quotes between brackets.
fn list(value: &DeValue<'_>) -> Result<Vec<String>, Fault> {
    let wrong = || Fault::WrongSort {
        key: "daemon.on_due",
        wanted: "config-wants-list",
    };
    let items = value.as_array().ok_or_else(wrong)?;
    items
        .iter()
        .map(|item| item.get_ref().as_str().map(str::to_owned).ok_or_else(wrong))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, Fault};

    #[test]
    fn a_command_of_hers_is_read_word_by_word() {
        let config = Config::read(
            "clock = false\n[daemon]\non_due = [\"/home/nina/ring me.sh\", \"$HOME\"]\nnotify = false\n",
        );
        let daemon = config.unwrap().daemon;
        assert_eq!(daemon.on_due, ["/home/nina/ring me.sh", "$HOME"]);
        assert!(!daemon.notify);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let mistakes = Config::read("[daemon]\non_due = \"ring\"\nnotfy = true\nnotify = 1\n");
        let told: Vec<_> = mistakes
            .unwrap_err()
            .into_iter()
            .map(|it| (it.line, it.fault))
            .collect();
        assert!(matches!(
            &told[0],
            (
                2,
                Fault::WrongSort {
                    wanted: "config-wants-list",
                    ..
                }
            )
        ));
        let (line, Fault::UnknownKey { key, near }) = &told[1] else {
            panic!("{told:?}");
        };
        assert_eq!(
            (*line, key.as_str(), *near),
            (3, "daemon.notfy", Some("notify"))
        );
        assert!(matches!(
            &told[2],
            (
                4,
                Fault::WrongSort {
                    key: "daemon.notify",
                    ..
                }
            )
        ));
        let mistakes = Config::read("daemon = 1\n").unwrap_err();
        assert!(matches!(
            mistakes[0].fault,
            Fault::WrongSort { key: "daemon", .. }
        ));
        let mistakes = Config::read("[daemon]\non_due = [\"a\", 1]\n").unwrap_err();
        assert_eq!(mistakes.len(), 1);
    }
}
