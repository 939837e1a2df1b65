//! Deals of the checker: what may pass, what is minded again, which fixes are taken, and which posts are advertisements.

use super::deeds::Dealer;
use crate::domain::command::{Mended, PlanCommand};
use crate::domain::ids::{PostId, VariantId};
use crate::domain::lint::{Ad, RuleId};
use crate::store::Store;

impl Dealer {
    pub(super) fn of_lint(&mut self, store: &Store, kind: usize) -> PlanCommand {
        let post = PostId(self.pick(store, "post"));
        let rules = vec![RuleId::ALL[self.roll(RuleId::ALL.len())], RuleId::Ad];
        match kind {
            61 => PlanCommand::LetPass {
                posts: vec![post],
                rules,
                reason: self.word(),
            },
            62 => PlanCommand::Mind {
                posts: vec![post],
                rules,
            },
            _ => {
                let own = self.roll(2) == 0;
                let variant = VariantId(self.pick(store, "variant"));
                PlanCommand::Mend {
                    texts: vec![
                        Mended::Wording {
                            post,
                            variant: own.then_some(variant),
                            text: self.word(),
                        },
                        Mended::FirstComment {
                            post,
                            text: self.word(),
                        },
                    ],
                }
            }
        }
    }

    pub(super) fn ad(&mut self) -> Ad {
        Ad {
            is_ad: self.roll(3) == 0,
            advertiser: self.word(),
            erid: self.word(),
        }
    }
}
