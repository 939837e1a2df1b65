//! The third part of the deal: posts that go to their clients, and what comes back.

use super::deeds::{Dealer, of};
use crate::domain::command::{PacketCommand, Told};
use crate::domain::ids::{PacketItemId, PostId};
use crate::domain::tongue::Tongue;
use crate::domain::verdict::Verdict;
use crate::store::Store;

impl Dealer {
    pub(super) fn of_packet(&mut self, store: &Store, kind: usize) -> PacketCommand {
        if kind == 42 {
            let post = self.pick(store, "post");
            let client = of(store, "post", post, "client");
            let mut posts = vec![PostId(post)];
            // Mostly a second post of the same client; now and then anybody's, or the same one again.
            match self.roll(6) {
                0 => posts.push(PostId(self.pick(store, "post"))),
                1..4 => {
                    let others = format!(
                        "post WHERE client = {client} AND deleted_at IS NULL AND id <> {post}"
                    );
                    posts.push(PostId(self.nth(store, &others)));
                }
                _ => {}
            }
            posts.retain(|post| post.0 != 4096 || client == 4096);
            return PacketCommand::Send {
                posts,
                tongue: Tongue::ALL[self.roll(Tongue::ALL.len())],
            };
        }
        let told = (0..=self.roll(2)).map(|_| Told {
            item: PacketItemId(self.pick(store, "packet_item")),
            verdict: Verdict::ALL[self.roll(Verdict::ALL.len())],
            words: self.word(),
        });
        PacketCommand::Answer {
            told: told.collect(),
        }
    }
}
