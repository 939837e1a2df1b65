//! How the settings are asked for on the command line.

use std::path::PathBuf;

use clap::Subcommand;

/// What can be done with the settings.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ConfigOrder {
    Check {
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    Edit,
    Init,
    Path,
    Set {
        #[arg(value_name = "KEY")]
        key: String,
        #[arg(required = true, value_name = "VALUE", allow_hyphen_values = true)]
        value: Vec<String>,
    },
    Show {
        #[arg(long)]
        json: bool,
    },
    Unset {
        #[arg(value_name = "KEY")]
        key: String,
    },
}
