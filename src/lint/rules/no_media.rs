//! No picture or film where a platform takes no words alone, or where the format of the post is one.

use super::media::refused;
use super::{Hit, Rule, Said, Subject};
use crate::domain::format::{Lack, rules};
use crate::domain::lint::{RuleId, Severity};

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::NoMedia,
    severity: Severity::Blocking,
    source: "media.required in platforms.toml, and formats.toml",
    look,
};

fn look(post: &Subject, said: &mut Said) {
    let refused = refused(post);
    let lacks = refused.iter().filter(|it| it.refusal.is_lack);
    let hits: Vec<Hit> = lacks.map(|it| it.hit(post)).collect();
    if !hits.is_empty() {
        return hits.into_iter().for_each(|hit| said.say(hit));
    }
    // A format without its pictures is an unfinished plan, but the platform would take it.
    let has = u32::try_from(post.media.len()).unwrap_or(u32::MAX);
    let rules = rules(post.format);
    let lack = rules
        .media
        .and_then(|media| Lack::of_media(media, rules.least, has));
    if let Some((lack, (place, _))) = lack.zip(post.card_of(|_| true)) {
        said.say(Hit::at(place, lack.words()).weighing(Severity::Warning));
    }
}
