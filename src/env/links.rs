//! Marking the links of a post: what its wordings become, and what of that is worth looking at before it is done.

use super::Roster;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::ids::{ChannelId, PostId, VariantId};
use crate::domain::links::{Place, Template, Values, changed, marked};
use crate::domain::post::Outcome;
use crate::store::{Reader, Result, Sheet};

/// A wording with marks on its links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Whose wording: of the post where none is named.
    pub variant: Option<VariantId>,
    /// The channels it is for.
    pub channels: Vec<ChannelId>,
    /// The wording.
    pub text: String,
    /// Its links that have changed.
    pub links: Vec<String>,
}

impl Roster {
    /// What marking the links of a post changes, on all its channels or on these; what is out keeps what went out.
    pub fn marked(
        &self,
        reader: &Reader,
        post: PostId,
        only: Option<&[VariantId]>,
    ) -> Result<Vec<Marked>> {
        let Some(sheet) = reader.sheet(post)? else {
            return Ok(Vec::new());
        };
        let campaign = reader.card_of_post(post)?.card.campaign;
        let known = reader.campaigns(sheet.client)?.into_iter();
        let named = known.map(|it| it.card).find(|card| card.name == campaign);
        let campaign = match named {
            Some(card) if !card.utm.is_empty() => card.utm,
            _ => campaign,
        };
        let open = open(reader, post, only)?;
        let places: Vec<Place<'_>> = sheet
            .variants
            .iter()
            .map(|it| Place {
                variant: it.variant,
                own: it.own.as_deref(),
                template: self
                    .template(it.channel)
                    .filter(|_| open.contains(&it.variant)),
                values: Values {
                    platform: self.channel(it.channel).map_or("", |it| &it.card.platform),
                    client: self.badge(sheet.client).0,
                    campaign: &campaign,
                    post: &sheet.topic,
                },
            })
            .collect();
        let texts = marked(&sheet.text, &places).into_iter();
        Ok(texts
            .map(|(variant, text)| told(&sheet, variant, text))
            .collect())
    }

    /// What is put on the links of a channel.
    fn template(&self, channel: ChannelId) -> Option<Template> {
        Template::read(&self.channel(channel)?.card.utm)
            .ok()
            .flatten()
    }
}

/// The variants whose links may still change.
fn open(reader: &Reader, post: PostId, only: Option<&[VariantId]>) -> Result<Vec<VariantId>> {
    let lines = reader.variants_of(post)?.into_iter();
    let open = lines.filter(|it| !matches!(it.outcome, Outcome::Published | Outcome::Skipped));
    let open = open.map(|it| it.variant);
    Ok(open
        .filter(|it| only.is_none_or(|only| only.contains(it)))
        .collect())
}

fn told(sheet: &Sheet, variant: Option<VariantId>, text: String) -> Marked {
    let mine = |it: &&crate::store::SheetVariant| match variant {
        Some(variant) => it.variant == variant,
        None => it.own.is_none(),
    };
    let theirs: Vec<_> = sheet.variants.iter().filter(mine).collect();
    let was = theirs
        .first()
        .map_or(sheet.text.as_str(), |it| sheet.wording(it));
    Marked {
        variant,
        channels: theirs.iter().map(|it| it.channel).collect(),
        links: changed(was, &text),
        text,
    }
}

/// The change that these wordings are, in one.
pub fn tag_links(post: PostId, marked: &[Marked]) -> Command {
    let texts = marked.iter().map(|it| (it.variant, it.text.clone()));
    Command::Plan(PlanCommand::TagLinks {
        post,
        texts: texts.collect(),
    })
}
