//! The command line as she may write it. Its words are the locale's: `help-<command>`, and `help-<first word>-<argument>`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Args, Command, CommandFactory, Parser, Subcommand};

use super::export::ExportOrder;
use super::import::ImportOrder;
use super::orders::{CampaignOrder, RubricOrder};
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
    Demo {
        #[arg(long, value_name = "DIR")]
        keep: Option<PathBuf>,
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
        dry_run: bool,
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
    Day {
        #[command(subcommand)]
        what: DayOrder,
    },
    Undo,
    Redo,
    Check,
    Doctor,
    Paths,
}

/// What can be listed.
#[derive(Debug, Subcommand)]
pub(super) enum Shelf {
    Posts(Listed),
    Messages(Listed),
    Channels(Listed),
    Clients(Listed),
}

/// How it is listed.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct Listed {
    #[arg(long)]
    pub(super) json: bool,
    #[arg(long, value_name = "WHO")]
    pub(super) client: Option<String>,
}

/// What can be done with clients.
#[derive(Debug, Subcommand)]
pub(super) enum ClientOrder {
    Add {
        #[arg(value_name = "NAME")]
        named: String,
        #[command(flatten)]
        card: ClientFields,
    },
    Edit {
        #[arg(value_name = "WHO")]
        who: String,
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        card: ClientFields,
    },
    List(Listed),
}

/// The fields of a client's card; what is not named stays as it is.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct ClientFields {
    #[arg(long)]
    pub(super) short: Option<String>,
    #[arg(long, value_name = "0-7")]
    pub(super) colour: Option<u8>,
    #[arg(long)]
    pub(super) zone: Option<String>,
    #[arg(long)]
    pub(super) hours: Option<String>,
    #[arg(long, value_name = "TAG", value_delimiter = ',')]
    pub(super) languages: Option<Vec<String>>,
    #[arg(long, value_name = "TEXT")]
    pub(super) tone: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) goals: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) audience: Option<String>,
    #[arg(long, value_name = "WORD", value_delimiter = ',')]
    pub(super) avoid: Option<Vec<String>>,
    #[arg(long, value_name = "MINUTES")]
    pub(super) promise: Option<u32>,
    #[arg(long, value_name = "N")]
    pub(super) contract_posts: Option<u32>,
    #[arg(long, value_name = "TEXT")]
    pub(super) contract_money: Option<String>,
}

/// What can be done with channels.
#[derive(Debug, Subcommand)]
pub(super) enum ChannelOrder {
    Add {
        #[arg(long, value_name = "WHO")]
        client: String,
        #[arg(long)]
        platform: String,
        #[command(flatten)]
        card: ChannelFields,
    },
    Edit {
        #[arg(value_name = "WHICH")]
        which: String,
        #[command(flatten)]
        card: ChannelFields,
    },
    List(Listed),
}

/// The fields of a channel's card; what is not named stays as it is.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct ChannelFields {
    #[arg(long)]
    pub(super) handle: Option<String>,
    #[arg(long, value_name = "URL")]
    pub(super) link: Option<String>,
    #[arg(long)]
    pub(super) mode: Option<String>,
    #[arg(long, value_name = "MINUTES")]
    pub(super) grace: Option<u32>,
    #[arg(long, value_name = "MINUTES")]
    pub(super) look_every: Option<u32>,
    #[arg(long, value_name = "MINUTES")]
    pub(super) watch: Option<u32>,
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
    "demo",
    "due",
    "add",
    "list-posts",
    "client-add",
    "client-edit",
    "channel-add",
    "channel-edit",
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
];

/// The command line in her language.
pub(super) fn command(locale: &Locale) -> Command {
    worded(Line::command(), "postdesk", locale)
}

/// Gives a command and everything under it its words. Our own headings: clap knows only English ones.
fn worded(mut command: Command, path: &str, locale: &Locale) -> Command {
    let said = |key: &str| locale.text(key).into_owned();
    let headings = headings(&command, &said);
    command = command
        .about(said(&format!("help-{path}")))
        .help_template(headings)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .mut_args(|arg| {
            let group = path.split('-').next().unwrap_or(path);
            let key = format!("help-{group}-{}", arg.get_id().as_str().replace('_', "-"));
            arg.help(said(&key))
        })
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(said("help-help")),
        );
    if WITH_EXAMPLES.contains(&path) {
        let examples = said(&format!("help-{path}-examples"));
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
