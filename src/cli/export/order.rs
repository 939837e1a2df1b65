//! What can be taken out, and how.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// What can be taken out.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ExportOrder {
    Plan(PlanOut),
    Messages(Dated),
    Readings(Dated),
    Clients(Out),
}

/// The plan: which posts.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct PlanOut {
    #[command(flatten)]
    pub(super) dated: Dated,
    #[arg(long, value_name = "WORDS")]
    pub(super) filter: Option<String>,
}

/// What has days.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Dated {
    #[command(flatten)]
    pub(super) out: Out,
    #[arg(long, value_name = "DAY")]
    pub(super) from: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(super) to: Option<String>,
}

/// Whose, where to, and in which form.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Out {
    #[arg(long, value_name = "csv|xlsx|md|json|jsonl")]
    pub(super) format: Option<String>,
    #[arg(long, value_name = "WHO")]
    pub(super) client: Option<String>,
    #[arg(long = "out", short = 'o', value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    #[arg(long)]
    pub(super) force: bool,
}
