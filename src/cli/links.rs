//! `links WHICH`: marks on the links of a post, so that counters know where visitors came from; what the links become is
//! told, and `--dry-run` leaves it at that.

use clap::Args;

use super::change;
use super::door::Door;
use super::stop::Stop;
use super::which::{self, Narrow};
use crate::domain::ids::VariantId;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::{Roster, tag_links};

/// Whose links.
#[derive(Debug, Args)]
pub(super) struct LinksOrder {
    #[arg(value_name = "WHICH")]
    which: String,
    #[command(flatten)]
    narrow: Narrow,
}

/// Marks the links of a post, all or none.
pub(super) fn run(door: &mut Door<'_>, order: &LinksOrder) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let target = which::one(door, store.reader(), &roster, &order.which, &order.narrow)?;
    let meant: Vec<VariantId> = target.lines.iter().map(|line| line.variant).collect();
    let only = target.is_narrow.then_some(meant.as_slice());
    let marked = roster.marked(store.reader(), target.post, only)?;
    if marked.is_empty() {
        door.remark(&Words::new("links-none"));
        return Ok(());
    }
    for it in marked.iter().filter(|_| !door.manner.json) {
        let codes: Vec<&str> = it.channels.iter().map(|it| roster.code(*it)).collect();
        for link in &it.links {
            let line = format!("{}\t{}", codes.join(" "), sanitize::line(link));
            door.say.answer(&line)?;
        }
    }
    change::apply(door, &mut store, &tag_links(target.post, &marked)).map(drop)
}
