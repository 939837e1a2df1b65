//! Changes to campaigns and to what belongs to them.

use crate::domain::campaign::CampaignCard;
use crate::domain::ids::{CampaignId, ClientId, PostId};
use crate::domain::words::Words;

/// A change to a campaign.
#[derive(Debug, Clone, PartialEq)]
pub enum CampaignCommand {
    /// Begin one.
    Add {
        client: ClientId,
        card: CampaignCard,
    },
    /// Change its card; the client stays.
    Edit {
        campaign: CampaignId,
        card: CampaignCard,
    },
    /// Delete it: its posts stay and belong to none.
    Delete { campaign: CampaignId, name: String },
    /// Put posts into it, or take them out of whichever they are in.
    Put {
        posts: Vec<PostId>,
        campaign: Option<CampaignId>,
        name: String,
    },
}

impl CampaignCommand {
    pub(super) fn title(&self) -> Words {
        match self {
            CampaignCommand::Add { card, .. } => {
                Words::new("did-campaign-add").with("name", &card.name)
            }
            CampaignCommand::Edit { card, .. } => {
                Words::new("did-campaign-edit").with("name", &card.name)
            }
            CampaignCommand::Delete { name, .. } => {
                Words::new("did-campaign-delete").with("name", name)
            }
            CampaignCommand::Put {
                posts,
                campaign: Some(_),
                name,
            } => Words::new("did-campaign-put")
                .with("name", name)
                .with("n", posts.len()),
            CampaignCommand::Put { posts, .. } => {
                Words::new("did-campaign-out").with("n", posts.len())
            }
        }
    }
}
