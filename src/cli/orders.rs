//! What can be asked of rubrics and campaigns on the command line.

use clap::{Args, Subcommand};

/// What can be done with rubrics.
#[derive(Debug, Subcommand)]
pub(super) enum RubricOrder {
    Add {
        #[arg(value_name = "NAME")]
        named: String,
        #[arg(long, value_name = "WHO")]
        client: String,
        #[arg(long, value_name = "PERCENT")]
        share: Option<String>,
    },
    Edit {
        #[command(flatten)]
        which: Which,
        #[arg(long)]
        name: Option<String>,
        #[arg(long, value_name = "PERCENT")]
        share: Option<String>,
    },
    Delete {
        #[command(flatten)]
        which: Which,
        #[arg(long, value_name = "RUBRIC")]
        into: Option<String>,
    },
    List {
        #[arg(long, value_name = "WHO")]
        client: Option<String>,
        #[arg(long, value_name = "YYYY-MM")]
        month: Option<String>,
        #[arg(long)]
        json: bool,
    },
}

/// What can be done with campaigns.
#[derive(Debug, Subcommand)]
pub(super) enum CampaignOrder {
    Add {
        #[arg(value_name = "NAME")]
        named: String,
        #[arg(long, value_name = "WHO")]
        client: String,
        #[command(flatten)]
        card: CampaignFields,
    },
    Edit {
        #[command(flatten)]
        which: Which,
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        card: CampaignFields,
    },
    Delete(Which),
    Put {
        #[command(flatten)]
        which: Which,
        #[arg(required = true, value_name = "POST")]
        posts: Vec<String>,
    },
    Leave {
        #[arg(required = true, value_name = "POST")]
        posts: Vec<String>,
    },
    List {
        #[arg(long, value_name = "WHO")]
        client: Option<String>,
        #[arg(long)]
        json: bool,
    },
}

/// One of them, and whose it is where two clients have one of that name.
#[derive(Debug, Clone, Args)]
pub(super) struct Which {
    #[arg(value_name = "WHICH")]
    pub(super) which: String,
    #[arg(long, value_name = "WHO")]
    pub(super) client: Option<String>,
}

/// The fields of a campaign's card; what is not named stays as it is.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct CampaignFields {
    #[arg(long, value_name = "DAY")]
    pub(super) starts: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(super) ends: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) goal: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) utm: Option<String>,
}
