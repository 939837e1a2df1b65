//! The checker's side of the desk: what it is told, what it found, when it looks again, and what she lets pass.

mod brought;
mod found;
mod gather;
mod held;
mod look;
mod near;
mod sound;

use super::clients::list;
use super::convert::{int, text};
use super::error::Result;
use super::ledger::Ledger;
use super::table::Noun;
use crate::domain::ids::PostId;
use crate::domain::lint::RuleId;

pub use held::HeldBack;
pub(super) use held::held;
pub use look::{LINED_UP, Looked};
pub(super) use look::{forget, queue};
pub(super) use sound::drift;

const PASSES: &str = "SELECT id, rule FROM lint_pass WHERE post = ? AND deleted_at IS NULL";

/// Lets a post break these rules, with a reason. A rule it may break already gets the newer one.
pub(super) fn let_pass(
    ledger: &mut Ledger<'_>,
    post: PostId,
    rules: &[RuleId],
    reason: &str,
) -> Result<()> {
    ledger.lives(Noun::Post, post.0)?;
    let known = passes(ledger, post)?;
    for rule in rules {
        if let Some((id, _)) = known.iter().find(|(_, word)| word == rule.word()) {
            ledger.update(Noun::LintPass, *id, &[("reason", text(reason))])?;
        } else {
            let row = [
                ("post", int(post.0)),
                ("rule", text(rule.word())),
                ("reason", text(reason)),
            ];
            ledger.insert(Noun::LintPass, &row)?;
        }
    }
    Ok(())
}

/// Holds a post to these rules again.
pub(super) fn mind(ledger: &mut Ledger<'_>, post: PostId, rules: &[RuleId]) -> Result<()> {
    let known = passes(ledger, post)?;
    known
        .iter()
        .filter(|(_, word)| rules.iter().any(|rule| rule.word() == word))
        .try_for_each(|(id, _)| ledger.bury(Noun::LintPass, *id))
}

/// The rules that a post may break, each with the row that says so.
fn passes(ledger: &Ledger<'_>, post: PostId) -> Result<Vec<(i64, String)>> {
    list(ledger.conn(), PASSES, [post], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}
