//! Settling what nobody knows: did it go out, on all its channels or on one?

use super::Show;
use crate::domain::Moment;
use crate::domain::command::{Command, DeliveryCommand};
use crate::domain::ids::{ChannelId, VariantId};
use crate::domain::words::Words;
use crate::store::{AgendaLine, PostLine};

impl Show {
    /// The question about an unsure post: out or not on all its channels, and where it has several, on each of them.
    pub fn settle<'c>(line: &PostLine, now: Moment, code: impl Fn(ChannelId) -> &'c str) -> Show {
        let all: Vec<VariantId> = line.variants.iter().map(|it| it.variant).collect();
        let mut choices = vec![
            (Words::new("settle-out"), out(&line.variants, now)),
            (Words::new("settle-absent"), absent(all)),
        ];
        if line.variants.len() > 1 {
            for one in &line.variants {
                let said = |key: &str| Words::new(key).with("channel", code(one.channel));
                let alone = std::slice::from_ref(one);
                choices.push((said("settle-out-on"), out(alone, now)));
                choices.push((said("settle-absent-on"), absent(vec![one.variant])));
            }
        }
        let title = Words::new("settle-title").with("topic", &line.first().topic);
        Show::Choose { title, choices }
    }
}

/// Out at the moment it was planned for; what had none, or one to come, is out now.
fn out(lines: &[AgendaLine], now: Moment) -> Command {
    let planned = lines.iter().find_map(|line| line.at);
    Command::Delivery(DeliveryCommand::Stamp {
        variants: lines.iter().map(|line| line.variant).collect(),
        at: planned.filter(|at| *at <= now).unwrap_or(now),
        permalink: String::new(),
    })
}

fn absent(variants: Vec<VariantId>) -> Command {
    Command::Delivery(DeliveryCommand::Absent { variants })
}
