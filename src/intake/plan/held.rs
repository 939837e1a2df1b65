//! What a file calls ready is held against the checker before it comes in.

use super::{Brought, Planning};
use crate::domain::command::NewPost;
use crate::domain::ids::VariantId;
use crate::domain::lint::RuleId;
use crate::domain::post::Approval;
use crate::import::{Field, Reason};
use crate::store::Result;

impl Planning<'_> {
    /// What is ready but must not go out like this comes in as a draft, and that is told; what is gone by was, as it was.
    pub(super) fn hold_back(
        &mut self,
        row: usize,
        post: &mut NewPost,
        pictures: &[Brought],
    ) -> Result<()> {
        let is_gone = post.planned.as_ref().is_some_and(|it| it.at < self.now);
        if post.approval != Approval::Approved || is_gone {
            return Ok(());
        }
        let seen = pictures.iter().map(|it| {
            let name = it.path.file_name().unwrap_or_default();
            (name.to_string_lossy().into_owned(), it.alt.clone())
        });
        let seen: Vec<_> = seen.collect();
        let found = self.desk.reader.would_hold(post, &seen, self.now)?;
        if let Some(first) = found.first() {
            post.approval = Approval::Draft;
            let field = match first.rule {
                RuleId::Media | RuleId::NoMedia => Field::Media,
                _ => Field::Text,
            };
            let codes = post
                .channels
                .iter()
                .filter(|it| first.place.about.contains(&VariantId(it.0)));
            let codes: Vec<&str> = codes.map(|it| self.desk.roster.code(*it)).collect();
            let why = Reason::HeldBack {
                check: first.rule.word().to_owned(),
                channels: codes.join(" "),
            };
            self.desk.note(row, field, why);
        }
        Ok(())
    }
}
