//! What can be asked of clients, channels, rubrics and campaigns on the command line.

use clap::{Args, Subcommand};

use super::shelves::Listed;

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
    Delete {
        #[arg(value_name = "WHO")]
        who: String,
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
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) lints_off: Option<Vec<String>>,
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
    Delete {
        #[arg(value_name = "WHICH")]
        which: String,
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
    #[arg(long, value_name = "CHARACTERS")]
    pub(super) text_max: Option<u32>,
    #[arg(long, value_name = "TEMPLATE")]
    pub(super) utm: Option<String>,
}
