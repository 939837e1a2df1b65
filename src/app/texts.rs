//! What is done to the texts of a post in one go: marks on its links, and cutting one into a chain.

use super::{App, env};
use crate::domain::chain;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::ids::{PostId, VariantId};
use crate::domain::words::Words;
use crate::effect::{Show, Weight};
use crate::env::{Becomes, Marked, tag_links};
use crate::store::Result;
use crate::ui::short_address;

/// Cells for the links of one wording, beside its channels, in a window of 80 columns.
const ROOM: usize = 60;

impl App {
    /// Shows what the links of a post become, everywhere and channel by channel; one of these is then chosen, or none.
    pub(super) fn tag_links(&mut self, post: PostId) -> Result<()> {
        self.keep_now();
        let marked = self.roster.marked(self.store.reader(), post, None)?;
        if marked.is_empty() {
            self.toast = Some((Words::new("links-none"), Weight::Note));
            return Ok(());
        }
        let mut choices: Vec<(Words, Command)> = Vec::new();
        if marked.len() > 1 {
            let codes: Vec<String> = marked.iter().map(|it| self.codes(it)).collect();
            let all = Words::new("links-everywhere").with("codes", codes.join(" "));
            choices.push((all, tag_links(post, &marked)));
        }
        choices.extend(
            marked
                .iter()
                .map(|it| (self.becomes(it), tag_links(post, std::slice::from_ref(it)))),
        );
        let title = Words::new("links-title");
        self.open(Show::Choose { title, choices })
    }

    /// What is marked and what its links become, in one row of the window.
    fn becomes(&self, it: &Marked) -> Words {
        let cells = ROOM / it.links.len().max(1);
        let links: Vec<String> = it.links.iter().map(|it| short_address(it, cells)).collect();
        let words = match it.becomes {
            Becomes::Wording(..) => Words::new("links-on").with("codes", self.codes(it)),
            Becomes::Link(_) => Words::new("links-own"),
        };
        words.with("links", links.join(" · "))
    }

    fn codes(&self, marked: &Marked) -> String {
        let codes = marked.channels.iter().map(|it| self.roster.code(*it));
        codes.collect::<Vec<_>>().join(" ")
    }

    /// Cuts the wording for one channel into a chain, or joins it again.
    pub(super) fn chain(&mut self, post: PostId, variant: Option<VariantId>) -> Result<()> {
        let Some(sheet) = self.store.reader().sheet(post)? else {
            return Ok(());
        };
        let on = match (variant, sheet.variants.as_slice()) {
            (None, [only]) => Some(only),
            (None, _) => None,
            (Some(variant), all) => all.iter().find(|it| it.variant == variant),
        };
        let Some(on) = on else {
            self.toast = Some((Words::new("chain-which-channel"), Weight::Note));
            return Ok(());
        };
        let Some(platform) = env!(self).roster.platform(on.channel) else {
            return Ok(());
        };
        match chain::toggled(sheet.wording(on), platform, sheet.pictures > 0) {
            Ok(text) => self.apply(&Command::Plan(PlanCommand::SaveText {
                post,
                variant: variant.or(on.own.as_ref().map(|_| on.variant)),
                text,
            })),
            Err(uncut) => {
                self.toast = Some((uncut.words(), Weight::Note));
                Ok(())
            }
        }
    }
}
