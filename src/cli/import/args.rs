//! How an import may be asked for, and what the words of it mean.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::super::named::shown;
use super::super::stop::Stop;
use crate::domain::platform::Platforms;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::import::{Assignment, Choices, Order};
use crate::intake::{StandIns, What};

/// What can be brought in.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ImportOrder {
    Plan(ImportFrom),
    Messages(ImportFrom),
    Readings(ImportFrom),
}

/// From where, and how it is read.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct ImportFrom {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long, value_name = "WHO")]
    client: Option<String>,
    #[arg(long, value_name = "CHANNELS", value_delimiter = ',')]
    to: Vec<String>,
    #[arg(long)]
    pub(super) zone: Option<String>,
    #[arg(long, value_name = "COLUMN=FIELD")]
    map: Vec<Assignment>,
    #[arg(long, value_name = "NAME=WHO")]
    client_name: Vec<String>,
    #[arg(long, value_name = "NAME=WHERE")]
    channel: Vec<String>,
    #[arg(long, value_name = "NAME=RUBRIC")]
    rubric: Vec<String>,
    #[command(flatten)]
    how: How,
    #[arg(long)]
    pub(super) yes: bool,
    #[arg(long)]
    pub(super) json: bool,
}

/// What the file does not tell, or tells wrong.
#[derive(Debug, Clone, Args)]
struct How {
    #[arg(long)]
    form: Option<String>,
    #[arg(long)]
    encoding: Option<String>,
    #[arg(long, value_name = "SIGN")]
    separator: Option<String>,
    #[arg(long)]
    sheet: Option<String>,
    #[arg(long)]
    header: bool,
    #[arg(long)]
    no_header: bool,
    #[arg(long, value_name = "ORDER")]
    dates: Option<String>,
}

impl ImportFrom {
    /// How the file is to be read; all that cannot be meant at once.
    pub(super) fn choices(&self) -> Result<Choices, Stop> {
        let mut wrong = Vec::new();
        let mut unless = |found: Option<()>, key: &str, said: &str| {
            if found.is_none() {
                wrong.push(Words::new(key).with("said", shown(said)));
            }
        };
        let how = &self.how;
        let mut choices = Choices {
            client: self.client.clone(),
            channels: self.to.clone(),
            map: self.map.clone(),
            sheet: how.sheet.clone(),
            header: (how.header || how.no_header).then_some(how.header),
            ..Choices::default()
        };
        if let Some(said) = &how.form {
            choices.form = said.parse().ok();
            unless(choices.form.map(drop), "intake-not-form", said);
        }
        if let Some(said) = &how.encoding {
            choices.encoding = said.parse().ok();
            unless(choices.encoding.map(drop), "intake-not-encoding", said);
        }
        if let Some(said) = &how.separator {
            choices.separator = separator(said);
            unless(choices.separator.map(drop), "intake-not-separator", said);
        }
        if let Some(said) = &how.dates {
            choices.order = order(said);
            unless(choices.order.map(drop), "intake-not-order", said);
        }
        if how.header && how.no_header {
            wrong.push(Words::new("intake-header-twice"));
        }
        Stop::unless_right(wrong)?;
        Ok(choices)
    }

    /// What names stand for; what nobody here is called is refused, so that a slip is not remembered.
    pub(super) fn names(&self, roster: &Roster) -> Result<StandIns, Stop> {
        let mut names = StandIns::default();
        let mut wrong = Vec::new();
        let all = [
            (What::Client, &self.client_name),
            (What::Channel, &self.channel),
            (What::Rubric, &self.rubric),
        ];
        for (what, said) in all
            .into_iter()
            .flat_map(|(what, all)| all.iter().map(move |it| (what, it)))
        {
            match stands_for(what, said, roster) {
                Ok((name, here)) => names.say(what, name, &here),
                Err(why) => wrong.push(why),
            }
        }
        Stop::unless_right(wrong)?;
        Ok(names)
    }
}

/// The two sides of NAME=WHAT; the last `=` divides.
fn stands_for<'s>(what: What, said: &'s str, roster: &Roster) -> Result<(&'s str, String), Words> {
    let not_a_name = || Words::new("intake-not-name").with("said", shown(said));
    let (name, here) = said.rsplit_once('=').ok_or_else(not_a_name)?;
    let (name, here) = (name.trim(), here.trim());
    if name.is_empty() || here.is_empty() {
        return Err(not_a_name());
    }
    let nobody = |key: &str| {
        Words::new(key)
            .with("name", shown(name))
            .with("here", shown(here))
    };
    match what {
        What::Rubric => Ok((name, here.to_owned())),
        What::Client => match roster.clients_called(here).as_slice() {
            [client] => Ok((name, client.card.short.clone())),
            _ => Err(nobody("intake-no-client")),
        },
        // "Kolos/vk" is said elsewhere as well; within a client's rows the second half is enough.
        What::Channel => {
            let word = here.rsplit_once('/').map_or(here, |(_, word)| word);
            let is_there =
                |client: &crate::store::Client| !roster.channels_called(client.id, word).is_empty();
            let is_platform = Platforms::builtin().by_word(word).is_some();
            if is_platform || roster.clients.iter().any(is_there) {
                Ok((name, word.to_owned()))
            } else {
                Err(nobody("intake-no-channel"))
            }
        }
    }
}

/// A sign, or its name.
fn separator(said: &str) -> Option<u8> {
    match said {
        "comma" => Some(b','),
        "semicolon" => Some(b';'),
        "tab" | "\\t" => Some(b'\t'),
        "bar" | "pipe" => Some(b'|'),
        one => match one.as_bytes() {
            [sign] if !sign.is_ascii_alphanumeric() && !b"\"\r\n \0".contains(sign) => Some(*sign),
            _ => None,
        },
    }
}

fn order(said: &str) -> Option<Order> {
    let both = [Order::DayFirst, Order::MonthFirst];
    both.into_iter().find(|order| order.id() == said.trim())
}
