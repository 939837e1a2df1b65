//! Random sittings of writing.

use super::deeds::{Dealer, of};
use crate::domain::command::{NewWording, PlanCommand};
use crate::domain::ids::{PostId, VariantId};
use crate::store::Store;

impl Dealer {
    /// The base text and a variant's in one sitting, as the window saves them.
    pub(super) fn of_texts(&mut self, store: &Store) -> PlanCommand {
        let variant = self.pick(store, "variant");
        let base = self.word();
        let came_from = (self.roll(2) == 0).then(|| base.clone());
        let text = (self.roll(3) > 0).then(|| self.word());
        let mut texts = vec![NewWording {
            variant: Some(VariantId(variant)),
            came_from: came_from.filter(|_| text.is_some()),
            text,
        }];
        if self.roll(2) == 0 {
            let base = NewWording {
                variant: None,
                text: Some(base),
                came_from: None,
            };
            texts.insert(0, base);
        }
        PlanCommand::SaveTexts {
            post: PostId(of(store, "variant", variant, "post")),
            texts,
        }
    }
}
