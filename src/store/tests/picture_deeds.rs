//! Deals of pictures: one more, another in its place, another order, another cover.

use super::deeds::{Dealer, of};
use crate::domain::command::PlanCommand;
use crate::domain::ids::{MediaId, PostId};
use crate::store::Store;

impl Dealer {
    pub(super) fn other_pictures(
        &mut self,
        store: &Store,
        kind: usize,
        post: PostId,
    ) -> PlanCommand {
        if kind == 58 {
            return PlanCommand::SwapMedia {
                media: MediaId(self.pick(store, "media")),
                hash: self.bytes(store),
                name: self.word(),
                bytes: 5,
            };
        }
        if kind == 64 {
            let media = self.pick(store, "media");
            let post = PostId(of(store, "media", media, "post"));
            let cover = (self.roll(4) > 0).then_some(MediaId(media));
            return PlanCommand::ChooseCover { post, cover };
        }
        let order = [self.pick(store, "media"), self.pick(store, "media")].map(MediaId);
        let order = order.to_vec();
        PlanCommand::ArrangeMedia { post, order }
    }

    pub(super) fn picture(&mut self, store: &Store, post: PostId) -> PlanCommand {
        PlanCommand::Attach {
            post,
            hash: self.bytes(store),
            name: self.word(),
            bytes: 5,
            alt: self.word(),
        }
    }

    pub(super) fn bytes(&mut self, store: &Store) -> String {
        let hash = format!("{:02}", self.roll(5));
        std::fs::write(store.folder().join("media").join(&hash), b"bytes").unwrap();
        hash
    }
}
