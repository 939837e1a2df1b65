//! `chain WHICH --channel X`: a text that is too long cut into a numbered chain, `--join` puts it together again.

use clap::Args;

use super::change;
use super::door::Door;
use super::stop::Stop;
use super::which::{self, Narrow};
use crate::domain::chain;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::Roster;

/// Which text is cut or joined.
#[derive(Debug, Args)]
pub(super) struct ChainOrder {
    #[arg(value_name = "WHICH")]
    which: String,
    #[command(flatten)]
    narrow: Narrow,
    #[arg(long)]
    join: bool,
}

/// Cuts or joins the wording for one channel, which is its own from then on where the post goes to several.
pub(super) fn run(door: &mut Door<'_>, order: &ChainOrder) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let target = which::one(door, store.reader(), &roster, &order.which, &order.narrow)?;
    let [line] = target.lines.as_slice() else {
        return Err(Stop::misasked(Words::new("chain-which-channel")));
    };
    let Some(sheet) = store.reader().sheet(target.post)? else {
        return Err(Stop::misasked(Words::new("chain-which-channel")));
    };
    let on = sheet.variants.iter().find(|it| it.variant == line.variant);
    let was = on.map_or(sheet.text.as_str(), |it| sheet.wording(it));
    let Some(platform) = roster.platform(line.channel) else {
        return Err(Stop::refused(Words::new("chain-no-limit")));
    };
    let has_media = sheet.pictures > 0;
    let text = if order.join {
        chain::join(was)
    } else {
        chain::cut(was, platform, has_media).map_err(|uncut| Stop::refused(uncut.words()))?
    };
    if text == was {
        door.remark(&Words::new("cli-nothing-changed"));
        return Ok(());
    }
    if !door.manner.json {
        door.say.answer(&sanitize::text(&text))?;
    }
    let is_own = on.is_some_and(|it| it.own.is_some());
    let variant = (is_own || sheet.variants.len() > 1).then_some(line.variant);
    let post = target.post;
    let save = Command::Plan(PlanCommand::SaveText {
        post,
        variant,
        text,
    });
    change::apply(door, &mut store, &save).map(drop)
}
