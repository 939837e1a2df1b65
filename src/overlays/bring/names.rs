//! What the file's names mean here: whoever is called so, or nobody.

use super::Bring;
use super::reading::next;
use crate::env::Env;
use crate::intake::{Unknown, What, channel_word};

impl Bring {
    /// What an unknown name stands for, as it was said.
    pub(super) fn stands_for(&self, unknown: &Unknown, env: &Env<'_>) -> Option<String> {
        let said = self.names.of(unknown.what, &unknown.name);
        let candidates = candidates(unknown, env);
        said.iter().find(|it| candidates.contains(it)).cloned()
    }

    /// Names that nobody here has, as the worker found them. Those that were given a meaning here stay in sight, so that it
    /// can be taken back.
    pub(super) fn unknown_again(&mut self, found: Vec<Unknown>) {
        let same =
            |a: &Unknown, b: &Unknown| (a.what, a.client, &a.name) == (b.what, b.client, &b.name);
        let before = std::mem::take(&mut self.unknown);
        let (mut stay, mut rest) = (Vec::new(), found);
        for old in before {
            match rest.iter().position(|new| same(new, &old)) {
                Some(at) => stay.push(rest.remove(at)),
                None if !self.names.of(old.what, &old.name).is_empty() => stay.push(old),
                None => {}
            }
        }
        stay.append(&mut rest);
        stay.sort_by_key(|it| it.what);
        self.unknown = stay;
    }

    /// Lets the name under the cursor mean the next one that is here, or nothing again.
    pub(super) fn turn_name(&mut self, by: isize, env: &Env<'_>) -> bool {
        let Some(unknown) = self.unknown.get(self.naming.at).cloned() else {
            return false;
        };
        let candidates = candidates(&unknown, env);
        let now = self.stands_for(&unknown, env);
        let mut all: Vec<Option<String>> = vec![None];
        all.extend(candidates.iter().cloned().map(Some));
        let here = next(&all, |it| *it == now, by).cloned().flatten();
        self.names.forget(unknown.what, &unknown.name, &candidates);
        if let Some(here) = here {
            self.names.say(unknown.what, &unknown.name, &here);
        }
        true
    }
}

/// What a name may mean, the nearest first.
fn candidates(unknown: &Unknown, env: &Env<'_>) -> Vec<String> {
    let mut all: Vec<String> = unknown.near.iter().cloned().collect();
    let others: Vec<String> = match (unknown.what, unknown.client) {
        (What::Client, _) => {
            let clients = env.roster.clients.iter();
            clients.map(|it| it.card.short.clone()).collect()
        }
        (What::Channel, Some(client)) => {
            let channels = env.roster.channels_of(client);
            channels.map(|it| channel_word(it, env.roster)).collect()
        }
        (What::Channel, None) => Vec::new(),
        (What::Rubric, _) => unknown.known.clone(),
    };
    for other in others {
        if !all.contains(&other) {
            all.push(other);
        }
    }
    all
}
