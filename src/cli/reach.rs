//! From the window's catalogue to the command line: where each action is reached, or why it needs a screen.

use crate::action::Action;

/// How an action is reached without a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// By these commands, as their paths: which of them it is depends on what lies under the cursor.
    Orders(&'static [&'static str]),
    /// Only in a window, for the reason under this key.
    Screen(&'static str),
}

/// What is changed, by what it is.
const EDITING: &[&str] = &[
    "edit",
    "picture",
    "client-edit",
    "channel-edit",
    "slot-add",
    "slot-delete",
    "ready-edit",
    "goal-set",
    "snippet-edit",
];

/// What begins, by what it is.
const ADDING: &[&str] = &[
    "add",
    "client-add",
    "channel-add",
    "ready-add",
    "rubric-add",
    "snippet-add",
];

/// What goes, by what it is.
const DELETING: &[&str] = &["delete", "client-delete", "channel-delete", "rubric-delete"];

/// What the window of clients shows.
const OF_CLIENTS: &[&str] = &["client-list", "channel-list", "slot-list", "ready-list"];

/// Exhaustive on purpose: a new action does not compile until it is said how it is reached.
#[expect(clippy::too_many_lines, reason = "a table: one line for each action")]
pub(super) const fn reach(action: Action) -> Reach {
    use Reach::{Orders, Screen};
    match action {
        Action::Add => Orders(ADDING),
        Action::Edit => Orders(EDITING),
        Action::Pictures => Orders(&["picture"]),
        Action::EditOutside | Action::Inherit => Orders(&["edit"]),
        Action::Time | Action::NextSlot | Action::DayLater | Action::DayEarlier => {
            Orders(&["move"])
        }
        Action::Status => Orders(&["status"]),
        Action::LetPass => Orders(&["lint"]),
        Action::Copy | Action::Paste => Orders(&["copy"]),
        Action::Done | Action::Wait | Action::Later | Action::Cut => Orders(&["decide"]),
        Action::Lead => Orders(&["lead"]),
        Action::Idea => Orders(&["idea"]),
        Action::ToneUp | Action::ToneDown => Orders(&["tone"]),
        Action::Topic => Orders(&["topic"]),
        Action::Delete => Orders(DELETING),
        Action::TagLinks => Orders(&["links"]),
        Action::Chain => Orders(&["chain"]),
        Action::ToClient => Orders(&["packet-send"]),
        Action::Brief => Orders(&["brief"]),
        Action::GoKpi => Orders(&["brief", "goal-list"]),
        Action::NameDay => Orders(&["day-add"]),
        Action::GoToday => Orders(&["due"]),
        Action::GoPlan
        | Action::GoDrafts
        | Action::Filter
        | Action::View1
        | Action::View2
        | Action::View3
        | Action::View4
        | Action::View5
        | Action::View6
        | Action::View7
        | Action::View8
        | Action::View9 => Orders(&["list-posts"]),
        Action::GoInbox => Orders(&["list-messages"]),
        Action::Find => Orders(&["find"]),
        Action::Scope => Orders(&["client-list"]),
        Action::Clients => Orders(OF_CLIENTS),
        Action::Rubrics => Orders(&["rubric-list"]),
        Action::Snippets => Orders(&["snippet-list"]),
        Action::Import => Orders(&["import-plan"]),
        Action::Export => Orders(&["export-plan"]),
        Action::History => Orders(&["history"]),
        Action::Undo => Orders(&["undo"]),
        Action::Redo => Orders(&["redo"]),
        Action::Palette | Action::Help => Orders(&["man"]),
        Action::Do => Screen("reach-do"),
        Action::NextProblem | Action::PrevProblem => Screen("reach-walk"),
        Action::Up
        | Action::Down
        | Action::Left
        | Action::Right
        | Action::PageUp
        | Action::PageDown
        | Action::Home
        | Action::End
        | Action::ToToday => Screen("reach-cursor"),
        Action::Mark | Action::Range => Screen("reach-mark"),
        Action::Look | Action::KeepView => Screen("reach-look"),
        Action::Reload => Orders(&["config-check"]),
        Action::Back | Action::Suspend | Action::Quit => Screen("reach-window"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::line;
    use crate::locale::{Lang, Locale};

    #[test]
    fn every_action_is_a_command_or_says_why_it_needs_a_screen() {
        for lang in Lang::ALL {
            let locale = Locale::new(*lang);
            let command = line::command(&locale);
            for action in Action::ALL {
                match reach(*action) {
                    Reach::Orders(paths) => {
                        assert!(!paths.is_empty(), "{}", action.id());
                        for path in paths {
                            let found = path
                                .split('-')
                                .try_fold(&command, |above, word| above.find_subcommand(word));
                            assert!(found.is_some(), "{}: no command {path}", action.id());
                        }
                    }
                    Reach::Screen(why) => {
                        let why = locale.text(why);
                        assert!(!why.contains('⟦'), "{}: {why}", action.id());
                    }
                }
            }
        }
    }
}
