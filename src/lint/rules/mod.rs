//! The rules for one post on its channels, each in a file of its own.

mod ad;
mod alphabets;
mod at_once;
mod avoid;
mod letters;
mod links;
mod media;
mod near;
mod no_alt;
mod no_media;
mod over_limit;
mod past;
mod spaces;
mod too_many;
mod utm;

use super::{Hit, Rule, Said, Subject};

/// All of them.
pub(super) const POST: &[Rule<Subject>] = &[
    over_limit::RULE,
    no_media::RULE,
    media::RULE,
    no_alt::RULE,
    avoid::RULE,
    alphabets::RULE,
    letters::RULE,
    spaces::RULE,
    links::RULE,
    utm::RULE,
    too_many::RULE,
    at_once::RULE,
    near::RULE,
    past::RULE,
    ad::RULE,
];
