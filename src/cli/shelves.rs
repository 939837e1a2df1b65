//! What can be listed, and how: whose, which, from when to when.

use clap::{Args, Subcommand};

/// What can be listed.
#[derive(Debug, Subcommand)]
pub(super) enum Shelf {
    Posts(ListedPosts),
    Messages(ListedMessages),
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

/// Which posts are listed, and how.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct ListedPosts {
    #[command(flatten)]
    pub(super) how: Listed,
    #[arg(long, value_name = "WORDS")]
    pub(super) filter: Option<String>,
    #[arg(long, value_name = "1-9")]
    pub(super) view: Option<u8>,
    #[command(flatten)]
    pub(super) stretch: Stretch,
}

/// Which messages are listed, and how.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct ListedMessages {
    #[command(flatten)]
    pub(super) how: Listed,
    #[command(flatten)]
    pub(super) stretch: Stretch,
}

/// From when to when.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct Stretch {
    #[arg(long, value_name = "DAY")]
    pub(super) from: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(super) to: Option<String>,
}
