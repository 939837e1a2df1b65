//! The links of a whole post: what its wording and the wordings of its channels become.

use super::{Template, Values, tagged, with_marks};
use crate::domain::ids::VariantId;

/// A channel of a post.
#[derive(Debug, Clone)]
pub struct Place<'p> {
    /// The post's variant there.
    pub variant: VariantId,
    /// Its own wording; none inherits the post's.
    pub own: Option<&'p str>,
    /// What is put on links there; none leaves them alone.
    pub template: Option<Template>,
    /// What it is filled with.
    pub values: Values<'p>,
}

impl Place<'_> {
    fn tagged(&self, text: &str) -> String {
        let template = self.template.as_ref();
        template.map_or_else(
            || text.to_owned(),
            |template| tagged(text, template, &self.values),
        )
    }
}

/// The wordings that change when the links of a post are marked: of the post itself where all that inherit it agree, else of
/// each of its channels.
pub fn marked(base: &str, places: &[Place<'_>]) -> Vec<(Option<VariantId>, String)> {
    let heirs = places.iter().filter(|place| place.own.is_none());
    let wanted: Vec<_> = heirs
        .map(|place| (Some(place.variant), place.tagged(base)))
        .collect();
    let mut changed = match wanted.split_first() {
        Some(((_, first), rest)) if rest.iter().all(|(_, text)| text == first) => {
            vec![(None, first.clone())]
        }
        _ => wanted,
    };
    changed.retain(|(_, text)| text != base);
    for place in places {
        let own = place.own.unwrap_or(base);
        let text = place.tagged(own);
        if place.own.is_some() && text != own {
            changed.push((Some(place.variant), text));
        }
    }
    changed
}

/// The post's own link with the marks that all its channels agree on, as it goes out the same on each of them. None where it
/// stays what it is.
pub fn marked_link(link: &str, places: &[Place<'_>]) -> Option<String> {
    let mut wanted = places
        .iter()
        .filter_map(|place| Some(place.template.as_ref()?.filled(&place.values)));
    let mut agreed = wanted.next()?;
    for pairs in wanted {
        agreed.retain(|pair| pairs.contains(pair));
    }
    let becomes = with_marks(link, &agreed);
    (becomes != link).then_some(becomes)
}
