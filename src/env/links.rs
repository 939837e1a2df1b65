//! Marking the links of a post: what its wordings become, and what of that is worth looking at before it is done.

use super::Roster;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::ids::{ChannelId, PostId, VariantId};
use crate::domain::links::{Place, Template, Values, changed, marked, marked_link};
use crate::domain::post::Outcome;
use crate::store::{Reader, Result, Sheet};

/// What is marked, as it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Becomes {
    /// The wording of a variant; of the post where none is named.
    Wording(Option<VariantId>, String),
    /// The post's own link.
    Link(String),
}

/// A wording, or the post's own link, with marks on its links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// What it is.
    pub becomes: Becomes,
    /// The channels it is for.
    pub channels: Vec<ChannelId>,
    /// Its links that have changed.
    pub links: Vec<String>,
}

impl Roster {
    /// What marking the links of a post changes, on all its channels or on these; what is out keeps what went out. Its own
    /// link is of all its channels at once.
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
        let texts = texts.map(|(variant, text)| told(&sheet, variant, text));
        let own = only.is_none().then(|| marked_link(&sheet.link, &places));
        let own = own.flatten().map(|link| Marked {
            links: vec![link.clone()],
            becomes: Becomes::Link(link),
            channels: sheet.variants.iter().map(|it| it.channel).collect(),
        });
        Ok(texts.chain(own).collect())
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
        channels: theirs.iter().map(|it| it.channel).collect(),
        links: changed(was, &text),
        becomes: Becomes::Wording(variant, text),
    }
}

/// The change that these wordings are, in one.
pub fn tag_links(post: PostId, marked: &[Marked]) -> Command {
    let (mut texts, mut link) = (Vec::new(), None);
    for it in marked {
        match &it.becomes {
            Becomes::Wording(variant, text) => texts.push((*variant, text.clone())),
            Becomes::Link(own) => link = Some(own.clone()),
        }
    }
    Command::Plan(PlanCommand::TagLinks { post, texts, link })
}
