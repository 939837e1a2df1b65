//! The care of an open desk: kept before much changes at once, looked through for damage, mended where that loses nothing.

use rusqlite::TransactionBehavior;

use super::media::{self, MediaFinding, Weighed};
use super::{Kept, Order, list, make_from, unwatched};
use crate::domain::Moment;
use crate::domain::backup::Why;
use crate::store::error::Result;
use crate::store::{Finding, Origin, Store, derive, lint, sound};

impl Store {
    /// Makes a backup before much changes at once. Whatever is done at one moment is one piece of work and needs one backup;
    /// a rule of the house works on a desk that has nothing to lose yet.
    pub(in crate::store) fn keep_before(&self, why: Why, now: Moment) -> Result<()> {
        let kept = |it: &Kept| it.why == why && it.at == now;
        if self.origin == Origin::Rule || list(&self.folder)?.iter().any(kept) {
            return Ok(());
        }
        let order = Order {
            why,
            at: now,
            to: None,
        };
        make_from(&self.writer, &self.folder, order, &mut unwatched).map(drop)
    }

    /// Makes everything derived anew from the nouns and facts it is derived from.
    pub fn mend(&mut self) -> Result<()> {
        let tx = self
            .writer
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        derive::rebuild(&tx)?;
        lint::forget(&tx)?;
        tx.commit()?;
        Ok(())
    }

    /// Reads every picture of the desk: what is wrong with them, and what nobody needs any more.
    pub fn check_media(&self) -> Result<(Vec<MediaFinding>, Weighed)> {
        media::check(&self.writer, &self.folder)
    }

    /// Looks for damage: SQLite's own check, foreign keys, and every derived table against a rebuild.
    pub fn check(&mut self) -> Result<Vec<Finding>> {
        sound::check(&mut self.writer, &self.folder)
    }
}
