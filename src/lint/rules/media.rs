//! What a platform refuses of the pictures and films: the same that the window of pictures says, heavy where it is certain.

use super::{Hit, Rule, Said, Subject};
use crate::domain::ids::VariantId;
use crate::domain::lint::{RuleId, Severity};
use crate::domain::picture::{Piece, Refusal, refusals};
use crate::lint::Picture;
use crate::lint::finding::{Part, Place};

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::Media,
    severity: Severity::Blocking,
    source: "media in platforms.toml and formats.toml, each with its own source",
    look,
};

fn look(post: &Subject, said: &mut Said) {
    refused(post)
        .iter()
        .filter(|it| !it.refusal.is_lack)
        .for_each(|it| said.say(it.hit(post)));
}

/// One thing refused, with all channels that refuse it for the same reason.
pub(super) struct Refused {
    /// What.
    pub(super) refusal: Refusal,
    /// The codes of their platforms.
    codes: Vec<&'static str>,
    /// Where it would have gone.
    about: Vec<VariantId>,
}

impl Refused {
    /// As a finding: what is doubtful keeps nobody from publishing.
    pub(super) fn hit(&self, post: &Subject) -> Hit {
        let place = Place {
            part: Part::Card,
            owner: None,
            about: self.about.clone(),
            range: None,
        };
        let piece = self.refusal.place.and_then(|at| post.media.get(at));
        let name = piece.map(|it| it.name.as_str());
        let hit = Hit::at(place, self.refusal.words(&self.codes.join(" "), name));
        match self.refusal.doubt {
            Some(_) => hit.weighing(Severity::Warning),
            None => hit,
        }
    }
}

/// Everything that is refused of a post's pictures, where it still goes.
pub(super) fn refused(post: &Subject) -> Vec<Refused> {
    let pieces: Vec<Piece> = post.media.iter().map(Picture::piece).collect();
    let mut all: Vec<Refused> = Vec::new();
    for (_, outlet) in post.outlets() {
        let code = outlet.platform.code.as_str();
        for refusal in refusals(outlet.platform, post.format, &pieces) {
            let at = all.iter().position(|it| it.refusal == refusal);
            let at = at.unwrap_or_else(|| {
                all.push(Refused {
                    refusal,
                    codes: Vec::new(),
                    about: Vec::new(),
                });
                all.len() - 1
            });
            let known = &mut all[at];
            known.about.push(outlet.variant);
            if !known.codes.contains(&code) {
                known.codes.push(code);
            }
        }
    }
    all
}
