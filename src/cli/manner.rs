//! How a command is asked: only tried, told in JSON. Every command that changes the desk takes both, every other one that
//! answers takes the second; this is the one list of them.

use clap::{Arg, ArgAction, ArgMatches, Command};

/// Commands that change the desk, by their path.
pub(super) const CHANGING: &[&str] = &[
    "add",
    "answer",
    "campaign-add",
    "campaign-delete",
    "campaign-edit",
    "campaign-leave",
    "campaign-put",
    "chain",
    "channel-add",
    "channel-delete",
    "channel-edit",
    "client-add",
    "client-delete",
    "client-edit",
    "copy",
    "day-add",
    "day-delete",
    "decide",
    "delete",
    "edit",
    "goal-delete",
    "goal-set",
    "idea",
    "lead",
    "links",
    "lint",
    "look",
    "message",
    "move",
    "packet-answer",
    "packet-send",
    "picture-add",
    "picture-alt",
    "picture-cover",
    "picture-move",
    "picture-remove",
    "publish",
    "reading-add",
    "ready-add",
    "ready-delete",
    "ready-edit",
    "redo",
    "rubric-add",
    "rubric-delete",
    "rubric-edit",
    "slot-add",
    "slot-delete",
    "snippet-add",
    "snippet-delete",
    "snippet-edit",
    "status",
    "tone",
    "topic",
    "undo",
];

/// Commands that only answer, and can do so in JSON.
const ANSWERING: &[&str] = &[
    "brief",
    "campaign-list",
    "channel-list",
    "check",
    "client-list",
    "day-list",
    "doctor",
    "due",
    "find",
    "goal-list",
    "history",
    "list-channels",
    "list-clients",
    "list-messages",
    "list-posts",
    "packet-list",
    "paths",
    "picture-list",
    "ready-list",
    "rubric-list",
    "show",
    "slot-list",
    "snippet-list",
    "task",
];

/// How this one was asked.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Manner {
    /// Whether it changes the desk.
    pub(super) changes: bool,
    /// Whether nothing shall be written.
    pub(super) dry_run: bool,
    /// Whether the answer shall be JSON.
    pub(super) json: bool,
}

/// Gives a command the options it takes, unless it has them of its own.
pub(super) fn with_options(command: Command, path: &str) -> Command {
    let changes = CHANGING.contains(&path);
    let told = changes || ANSWERING.contains(&path);
    let command = with_option(command, "dry_run", changes);
    with_option(command, "json", told)
}

fn with_option(command: Command, id: &'static str, wanted: bool) -> Command {
    if !wanted || command.get_arguments().any(|arg| arg.get_id() == id) {
        return command;
    }
    let long = if id == "dry_run" { "dry-run" } else { id };
    command.arg(Arg::new(id).long(long).action(ArgAction::SetTrue))
}

/// How the command at the end of the line was asked.
pub(super) fn of(matches: &ArgMatches) -> Manner {
    let mut path = String::new();
    let mut leaf = matches;
    while let Some((name, below)) = leaf.subcommand() {
        if !path.is_empty() {
            path.push('-');
        }
        path.push_str(name);
        leaf = below;
    }
    let is = |id: &str| matches!(leaf.try_get_one::<bool>(id), Ok(Some(true)));
    Manner {
        changes: CHANGING.contains(&path.as_str()),
        dry_run: is("dry_run"),
        json: is("json"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::line;
    use crate::locale::{Lang, Locale};

    fn walk(command: &Command, path: &str, seen: &mut Vec<String>) {
        for sub in command.get_subcommands() {
            let path = match path {
                "" => sub.get_name().to_owned(),
                above => format!("{above}-{}", sub.get_name()),
            };
            let has = |id: &str| sub.get_arguments().any(|arg| arg.get_id() == id);
            if CHANGING.contains(&path.as_str()) {
                assert!(has("dry_run") && has("json"), "{path}");
            }
            if ANSWERING.contains(&path.as_str()) {
                assert!(has("json"), "{path}");
            }
            walk(sub, &path, seen);
            seen.push(path);
        }
    }

    #[test]
    fn every_command_of_the_lists_is_there_and_takes_its_options() {
        let command = line::command(&Locale::new(Lang::En));
        let mut seen = Vec::new();
        walk(&command, "", &mut seen);
        for path in CHANGING.iter().chain(ANSWERING) {
            assert!(seen.iter().any(|it| it == path), "{path} is no command");
        }
    }
}
