//! Agenda lines grouped as a person reads them: a post at one minute, on all its channels.

use std::collections::HashMap;

use super::agenda::AgendaLine;
use crate::domain::Moment;
use crate::domain::format::Lack;
use crate::domain::ids::{PostId, VariantId};
use crate::domain::post::{Approval, Status};

/// A post at one minute, on all its channels: VK and TG of the same text are one line.
#[derive(Debug, Clone, PartialEq)]
pub struct PostLine {
    /// Its variants, in the order in which they were made.
    pub variants: Vec<AgendaLine>,
    /// The least advanced of them.
    pub status: Status,
}

impl PostLine {
    /// Groups lines of the same post at the same moment, keeping the order they came in. What is out stands apart, and
    /// so does what nobody knows of: no verb for the rest may publish it again.
    pub fn group(lines: Vec<AgendaLine>, now: Moment) -> Vec<PostLine> {
        let mut groups: Vec<PostLine> = Vec::new();
        let mut places: HashMap<(PostId, Option<Moment>, Option<Status>), usize> = HashMap::new();
        for line in lines {
            let status = line.status(now);
            let key = (line.post, line.at, status.apart());
            if let Some(group) = places.get(&key).and_then(|at| groups.get_mut(*at)) {
                group.status = group.status.min(status);
                group.variants.push(line);
            } else {
                places.insert(key, groups.len());
                groups.push(PostLine {
                    variants: vec![line],
                    status,
                });
            }
        }
        for group in &mut groups {
            group.variants.sort_by_key(|line| line.variant);
        }
        groups
    }

    /// The first variant stands for what all of them share.
    pub fn first(&self) -> &AgendaLine {
        &self.variants[0]
    }

    /// Which post.
    pub fn post(&self) -> PostId {
        self.first().post
    }

    /// Planned moment.
    pub fn at(&self) -> Option<Moment> {
        self.first().at
    }

    /// Whether it is out.
    pub fn is_out(&self) -> bool {
        self.status == Status::Published
    }

    /// The pictures or the film without which one of its channels cannot show it.
    pub fn lacks_media(&self) -> Option<Lack> {
        self.variants.iter().find_map(AgendaLine::lacks_media)
    }

    /// Whether something keeps one of its channels from going out, or the base text has left one behind: the keys of the
    /// words that say so.
    pub fn marks(&self) -> impl Iterator<Item = &'static str> {
        let any = |is: fn(&AgendaLine) -> bool| self.variants.iter().any(is);
        let marks = [
            ("need-held", any(|it| it.is_held)),
            ("need-drifted", any(|it| it.has_drifted)),
        ];
        marks.into_iter().filter(|it| it.1).map(|it| it.0)
    }

    /// Whether only she can say if it is out.
    pub fn is_unsure(&self) -> bool {
        self.status == Status::Unsure
    }

    /// Where it can be seen, on the first of its channels that says so.
    pub fn link(&self) -> Option<&str> {
        let links = self.variants.iter().map(|line| line.link.as_str());
        links.into_iter().find(|link| !link.is_empty())
    }

    /// What its least agreed variant that is not out yet stands at; none when all are out.
    pub fn approval(&self) -> Option<Approval> {
        let open = self.variants.iter().filter(|line| line.out_at.is_none());
        open.map(|line| line.approval).min()
    }

    /// The code its client has been shown it under and has not answered yet.
    pub fn asked(&self) -> Option<&str> {
        let codes = self.variants.iter().map(|line| line.asked.as_str());
        codes.into_iter().find(|code| !code.is_empty())
    }

    /// The variants that are not out.
    pub fn open_variants(&self) -> Vec<VariantId> {
        self.variants
            .iter()
            .filter(|line| line.out_at.is_none())
            .map(|line| line.variant)
            .collect()
    }
}
