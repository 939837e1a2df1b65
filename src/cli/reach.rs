//! From the window's catalogue to the command line: where each action is reached, or why it needs a screen.

use crate::action::Action;

/// How an action is reached without a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// By this command, as its path.
    Order(&'static str),
    /// Only in a window, for the reason under this key.
    Screen(&'static str),
}

/// Exhaustive on purpose: a new action does not compile until it is said how it is reached.
pub(super) const fn reach(action: Action) -> Reach {
    use Reach::{Order, Screen};
    match action {
        Action::Add => Order("add"),
        Action::Edit | Action::EditOutside | Action::Inherit => Order("edit"),
        Action::Time | Action::NextSlot | Action::DayLater | Action::DayEarlier => Order("move"),
        Action::Status => Order("status"),
        Action::LetPass => Order("lint"),
        Action::Copy | Action::Paste => Order("copy"),
        Action::Done | Action::Wait | Action::Later | Action::Cut => Order("decide"),
        Action::Lead => Order("lead"),
        Action::Idea => Order("idea"),
        Action::ToneUp | Action::ToneDown => Order("tone"),
        Action::Topic => Order("topic"),
        Action::Delete => Order("delete"),
        Action::ToClient => Order("packet-send"),
        Action::Brief | Action::GoKpi => Order("brief"),
        Action::NameDay => Order("day-add"),
        Action::GoToday => Order("due"),
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
        | Action::View9 => Order("list-posts"),
        Action::GoInbox => Order("list-messages"),
        Action::Find => Order("find"),
        Action::Scope | Action::Clients => Order("client-list"),
        Action::Rubrics => Order("rubric-list"),
        Action::Import => Order("import-plan"),
        Action::Export => Order("export-plan"),
        Action::History => Order("history"),
        Action::Undo => Order("undo"),
        Action::Redo => Order("redo"),
        Action::Palette | Action::Help => Order("man"),
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
        Action::Reload => Order("config-check"),
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
                    Reach::Order(path) => {
                        let mut found = Some(&command);
                        for word in path.split('-') {
                            found = found.and_then(|above| above.find_subcommand(word));
                        }
                        assert!(found.is_some(), "{}: no command {path}", action.id());
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
