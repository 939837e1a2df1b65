//! Who is called so: clients and channels by short name, name, handle, platform, or the beginning of a uid.

use super::Roster;
use crate::domain::fold::fold;
use crate::domain::ids::ClientId;
use crate::domain::platform::Platforms;
use crate::store::{Channel, Client};

/// Fewer signs of a uid than this could be a name as well.
const SHORTEST_UID: usize = 6;

impl Roster {
    /// All clients that a name fits: those who are called so, else those whose uid begins so.
    pub fn clients_called(&self, asked: &str) -> Vec<&Client> {
        let wanted = fold(asked.trim());
        let called = |client: &&Client| {
            fold(&client.card.short) == wanted || fold(&client.card.name) == wanted
        };
        let named: Vec<&Client> = self.clients.iter().filter(called).collect();
        if !named.is_empty() {
            return named;
        }
        let by_uid = |client: &&Client| begins_uid(&client.uid, &wanted);
        self.clients.iter().filter(by_uid).collect()
    }

    /// All channels of a client that a name fits: by platform, else by handle, else by the beginning of the uid.
    pub fn channels_called(&self, client: ClientId, asked: &str) -> Vec<&Channel> {
        let theirs = |fits: &dyn Fn(&Channel) -> bool| -> Vec<&Channel> {
            self.channels_of(client).filter(|it| fits(it)).collect()
        };
        if let Some(platform) = Platforms::builtin().by_word(asked) {
            let on_it = theirs(&|it| it.card.platform == platform.id);
            if !on_it.is_empty() {
                return on_it;
            }
        }
        let wanted = fold(asked.trim().trim_start_matches('@'));
        if wanted.is_empty() {
            return Vec::new();
        }
        let handles = theirs(&|it| fold(it.card.handle.trim_start_matches('@')) == wanted);
        if handles.is_empty() {
            theirs(&|it| begins_uid(&it.uid, &wanted))
        } else {
            handles
        }
    }
}

/// Whether a folded word is the beginning of a uid, and long enough to be meant as one.
pub fn begins_uid(uid: &str, wanted: &str) -> bool {
    wanted.len() >= SHORTEST_UID && uid.starts_with(wanted)
}
