//! The command line as she may write it. Its words are the locale's: `help-<command>`, and `help-<first word>-<argument>`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, CommandFactory, Parser, Subcommand};

use super::backup::BackupOrder;
use super::brief::BriefOrder;
use super::chain::ChainOrder;
use super::check::CheckOrder;
use super::config::ConfigOrder;
use super::daemon::DaemonOrder;
use super::edit::EditOrder;
use super::export::ExportOrder;
use super::find::FindOrder;
use super::goal::GoalOrder;
use super::history::{HistoryOrder, UndoOrder};
use super::import::ImportOrder;
use super::links::LinksOrder;
use super::lint::LintOrder;
use super::man::ManOrder;
use super::manner;
use super::moves::MoveOrder;
use super::orders::{CampaignOrder, RubricOrder};
pub(super) use super::orders::{ChannelFields, ChannelOrder, ClientFields, ClientOrder};
use super::packet::PacketOrder;
use super::picture::PictureOrder;
use super::posts::{CopyOrder, DeleteOrder};
use super::publish::PublishOrder;
use super::reading::ReadingOrder;
use super::ready::ReadyOrder;
use super::restore::RestoreOrder;
pub(super) use super::shelves::{Listed, ListedMessages, ListedPosts, Shelf, Stretch};
use super::show::ShowOrder;
use super::slot::SlotOrder;
use super::snippet::SnippetOrder;
use super::status::StatusOrder;
use super::talk::{DecideOrder, LookOrder, MessageOrder, TalkOrder, ToneOrder, WordsOrder};
use super::task::TaskOrder;
use crate::locale::Locale;

/// The whole line.
#[derive(Debug, Parser)]
#[command(name = "postdesk", version)]
pub(super) struct Line {
    #[command(subcommand)]
    pub(super) order: Option<Order>,
}

/// What can be asked for; nothing at all means the window.
#[derive(Debug, Subcommand)]
pub(super) enum Order {
    Backup(BackupOrder),
    Demo {
        #[arg(long, value_name = "DIR")]
        keep: Option<PathBuf>,
    },
    Daemon {
        #[command(flatten)]
        how: DaemonOrder,
    },
    Due {
        #[arg(long, value_name = "MOMENT")]
        at: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Add {
        #[arg(required = true, value_name = "LINE")]
        words: Vec<String>,
        #[arg(long)]
        draft: bool,
    },
    Show(ShowOrder),
    Edit(Box<EditOrder>),
    Lint(LintOrder),
    Move(MoveOrder),
    Status(StatusOrder),
    Publish(PublishOrder),
    Copy(CopyOrder),
    Delete(DeleteOrder),
    Links(LinksOrder),
    Chain(ChainOrder),
    Find(FindOrder),
    Answer(WordsOrder),
    Decide(DecideOrder),
    Tone(ToneOrder),
    Topic(WordsOrder),
    Lead(WordsOrder),
    Idea(TalkOrder),
    Message(MessageOrder),
    Look(LookOrder),
    Packet {
        #[command(subcommand)]
        what: PacketOrder,
    },
    Brief(BriefOrder),
    Task(TaskOrder),
    Reading {
        #[command(subcommand)]
        what: ReadingOrder,
    },
    Export {
        #[command(subcommand)]
        what: ExportOrder,
    },
    Import {
        #[command(subcommand)]
        what: Box<ImportOrder>,
    },
    List {
        #[command(subcommand)]
        what: Shelf,
    },
    Client {
        #[command(subcommand)]
        what: Box<ClientOrder>,
    },
    Channel {
        #[command(subcommand)]
        what: Box<ChannelOrder>,
    },
    Rubric {
        #[command(subcommand)]
        what: RubricOrder,
    },
    Campaign {
        #[command(subcommand)]
        what: Box<CampaignOrder>,
    },
    Slot {
        #[command(subcommand)]
        what: SlotOrder,
    },
    Goal {
        #[command(subcommand)]
        what: GoalOrder,
    },
    #[command(alias = "reply")]
    Ready {
        #[command(subcommand)]
        what: ReadyOrder,
    },
    Picture(PictureOrder),
    Snippet {
        #[command(subcommand)]
        what: SnippetOrder,
    },
    Config {
        #[command(subcommand)]
        what: ConfigOrder,
    },
    Day {
        #[command(subcommand)]
        what: DayOrder,
    },
    Undo(UndoOrder),
    Redo,
    History(HistoryOrder),
    Check(CheckOrder),
    Doctor,
    Paths,
    Restore(RestoreOrder),
    Completions {
        #[arg(value_name = "SHELL")]
        shell: String,
    },
    Man(ManOrder),
}

/// What can be done with the calendar.
#[derive(Debug, Subcommand)]
pub(super) enum DayOrder {
    Add {
        #[arg(value_name = "DAYS")]
        days: String,
        #[arg(value_name = "NAME")]
        named: Option<String>,
        #[arg(long)]
        off: bool,
        #[command(flatten)]
        how: Listed,
    },
    Delete {
        #[arg(value_name = "DAYS")]
        days: String,
        #[command(flatten)]
        how: Listed,
    },
    List(Listed),
}

/// Commands that show how they are used; the others speak for themselves.
const WITH_EXAMPLES: &[&str] = &[
    "postdesk",
    "answer",
    "brief",
    "completions",
    "copy",
    "daemon",
    "decide",
    "delete",
    "edit",
    "find",
    "lint",
    "history",
    "idea",
    "lead",
    "look",
    "man",
    "message",
    "move",
    "packet-answer",
    "packet-list",
    "packet-send",
    "publish",
    "reading-add",
    "show",
    "status",
    "task",
    "tone",
    "topic",
    "undo",
    "demo",
    "due",
    "add",
    "list-posts",
    "client-add",
    "client-edit",
    "client-delete",
    "channel-add",
    "channel-edit",
    "channel-delete",
    "goal-delete",
    "goal-list",
    "goal-set",
    "picture-add",
    "picture-alt",
    "picture-cover",
    "picture-list",
    "picture-move",
    "picture-remove",
    "ready-add",
    "ready-delete",
    "ready-edit",
    "ready-list",
    "slot-add",
    "slot-delete",
    "slot-list",
    "snippet-add",
    "snippet-delete",
    "snippet-edit",
    "snippet-list",
    "rubric-add",
    "rubric-delete",
    "campaign-add",
    "campaign-put",
    "day-add",
    "day-delete",
    "export-plan",
    "export-messages",
    "export-readings",
    "export-clients",
    "import-plan",
    "import-messages",
    "import-readings",
    "config-check",
    "config-set",
    "backup",
    "check",
    "restore",
];

/// The words of the line, with a distance back in time ("-1d") told apart from an option: none of ours begins with a digit.
pub(super) fn told(args: &[OsString]) -> Vec<OsString> {
    let each = args.iter().map(|arg| {
        let back = arg.to_str().and_then(|arg| arg.strip_prefix('-'));
        match back.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
            Some(rest) => OsString::from(format!("−{rest}")),
            None => arg.clone(),
        }
    });
    each.collect()
}

/// Whether nothing stands behind the program's own name.
pub(super) fn is_bare(args: &[OsString]) -> bool {
    args.len() <= 1
}

/// The command line in her language.
pub(super) fn command(locale: &Locale) -> Command {
    worded(Line::command(), "postdesk", locale)
}

/// Gives a command and everything under it its words. Our own headings: clap knows only English ones.
fn worded(mut command: Command, path: &str, locale: &Locale) -> Command {
    let said = |key: &str| locale.text(key).into_owned();
    let headings = headings(&command, &said);
    command = manner::with_options(command, path)
        .about(said(&format!("help-{path}")))
        .help_template(headings)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .mut_args(|arg| {
            let help = argument(arg.get_id().as_str(), path, locale);
            arg.help(help)
        })
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(said("help-help")),
        );
    if let Some(examples) = examples(path, locale) {
        command = command.after_help(format!("{}:\n{examples}", said("help-examples")));
    }
    if path == "postdesk" {
        command = command.arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(said("help-version")),
        );
    }
    command.mut_subcommands(|sub| {
        let path = match path {
            "postdesk" => sub.get_name().to_owned(),
            above => format!("{above}-{}", sub.get_name()),
        };
        worded(sub, &path, locale)
    })
}

/// How a command is used, line by line, where it does not speak for itself.
pub(super) fn examples(path: &str, locale: &Locale) -> Option<String> {
    let key = format!("help-{path}-examples");
    WITH_EXAMPLES
        .contains(&path)
        .then(|| locale.text(&key).into_owned())
}

/// The words of an argument: those of its group of commands, or those that it has everywhere.
fn argument(id: &str, path: &str, locale: &Locale) -> String {
    let group = path.split('-').next().unwrap_or(path);
    let name = id.replace('_', "-");
    let own = format!("help-{group}-{name}");
    if locale.has(&own) {
        locale.text(&own).into_owned()
    } else {
        locale.text(&format!("help-any-{name}")).into_owned()
    }
}

/// The outline of a help page: only the parts that this command has.
fn headings(command: &Command, said: &dyn Fn(&str) -> String) -> String {
    let usage = format!("{}: {{usage}}", said("help-usage"));
    let mut parts = vec!["{about}".to_owned(), usage];
    if command.get_positionals().next().is_some() {
        parts.push(format!("{}:\n{{positionals}}", said("help-arguments")));
    }
    if command.has_subcommands() {
        parts.push(format!("{}:\n{{subcommands}}", said("help-commands")));
    }
    parts.push(format!("{}:\n{{options}}", said("help-options")));
    parts.join("\n\n") + "{after-help}"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    fn every_help(command: &mut Command, helps: &mut Vec<String>) {
        helps.push(command.render_long_help().to_string());
        for sub in command.get_subcommands_mut() {
            every_help(sub, helps);
        }
    }

    #[test]
    fn every_command_and_option_has_words_in_every_language() {
        for lang in Lang::ALL {
            let mut command = command(&Locale::new(*lang));
            command.build();
            let mut helps = Vec::new();
            every_help(&mut command, &mut helps);
            assert!(helps.len() > 20, "{}", helps.len());
            for help in helps {
                assert!(!help.contains('⟦'), "{}: {help}", lang.tag());
            }
        }
    }
}
