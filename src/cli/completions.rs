//! `completions SHELL`: a script that lets a shell complete commands and options, with their words in her language.

use clap_complete::{Shell, generate};

use super::door::Door;
use super::line;
use super::named::shown;
use super::stop::Stop;
use crate::domain::words::Words;

/// Shells there are scripts for.
const SHELLS: [(&str, Shell); 5] = [
    ("bash", Shell::Bash),
    ("zsh", Shell::Zsh),
    ("fish", Shell::Fish),
    ("elvish", Shell::Elvish),
    ("powershell", Shell::PowerShell),
];

/// Says the script.
pub(super) fn run(door: &mut Door<'_>, asked: &str) -> Result<(), Stop> {
    let wanted = asked.trim().to_lowercase();
    let found = SHELLS.into_iter().find(|(name, _)| *name == wanted);
    let Some((_, shell)) = found else {
        let known = SHELLS.map(|(name, _)| name).join(", ");
        let words = Words::new("completions-no-shell").with("found", shown(asked));
        return Err(Stop::misasked(words.with("known", known)));
    };
    let mut script = Vec::new();
    generate(
        shell,
        &mut line::command(&door.locale),
        "postdesk",
        &mut script,
    );
    door.say.raw(&String::from_utf8_lossy(&script))
}
