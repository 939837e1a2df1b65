//! Changes to posts, their variants, texts and times.

use chrono::NaiveDateTime;

use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, MediaId, PostId, VariantId};
use crate::domain::lint::{Ad, RuleId};
use crate::domain::post::{Approval, Format};
use crate::domain::words::Words;

/// A planned time: the wall clock it was meant on, the zone, and the moment they resolve to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Wall time.
    pub local: NaiveDateTime,
    /// IANA zone of that wall.
    pub zone: String,
    /// The moment it resolves to.
    pub at: Moment,
}

/// A post to be made, with a variant for each of its channels.
#[derive(Debug, Clone, PartialEq)]
pub struct NewPost {
    /// Whose post.
    pub client: ClientId,
    /// Rubric by name; made when the client has none of that name. Empty: no rubric.
    pub rubric: String,
    /// Campaign by name; made, without days, when the client has none of that name. Empty: no campaign.
    pub campaign: String,
    /// One line that names the post.
    pub topic: String,
    /// What kind of thing it is.
    pub format: Format,
    /// Base text, sanitised.
    pub text: String,
    /// Link that goes with it.
    pub link: String,
    /// First comment under it.
    pub first_comment: String,
    /// When; none puts it on the shelf.
    pub planned: Option<Planned>,
    /// How far it has come.
    pub approval: Approval,
    /// Where it goes; at least one.
    pub channels: Vec<ChannelId>,
}

/// A post that comes in with a file, and what came along with it.
#[derive(Debug, Clone, PartialEq)]
pub struct BroughtPost {
    /// The post.
    pub post: NewPost,
    /// A note for herself, or empty.
    pub note: String,
    /// A note its client reads, or empty.
    pub client_note: String,
    /// What is said and shown in it, or empty.
    pub script: String,
    /// Its shots, one a line, or empty.
    pub shots: String,
    /// Its pictures, in their order; their bytes already lie in the desk.
    pub media: Vec<NewMedia>,
}

impl From<NewPost> for BroughtPost {
    fn from(post: NewPost) -> Self {
        Self {
            post,
            note: String::new(),
            client_note: String::new(),
            script: String::new(),
            shots: String::new(),
            media: Vec::new(),
        }
    }
}

/// A picture whose bytes lie in the desk under their hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMedia {
    /// The hash.
    pub hash: String,
    /// The name it came under.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Whether it was chosen as the cover.
    pub is_cover: bool,
}

/// The parts of a post that are not its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostCard {
    /// One line that names the post.
    pub topic: String,
    /// Rubric by name; made when the client has none of that name. Empty: no rubric.
    pub rubric: String,
    /// Campaign by name; made, without days, when the client has none of that name. Empty: no campaign.
    pub campaign: String,
    /// What kind of thing it is.
    pub format: Format,
    /// Link that goes with it.
    pub link: String,
    /// First comment under it.
    pub first_comment: String,
    /// What it should do and how it should sound.
    pub brief: String,
    /// What is said and shown in it, where it is filmed.
    pub script: String,
    /// Its shots, one a line.
    pub shots: String,
    /// A note for herself.
    pub note: String,
    /// A note its client reads beside it.
    pub client_note: String,
    /// When its texts have to be ready, whatever time it goes out.
    pub ready_by: Option<Moment>,
    /// What it says of itself as an advertisement.
    pub ad: Ad,
}

/// A post put once more somewhere. The copy begins as a draft with the texts and pictures of the first.
#[derive(Debug, Clone, PartialEq)]
pub struct PostCopy {
    /// What is copied.
    pub post: PostId,
    /// Who gets it.
    pub client: ClientId,
    /// Where it goes; at least one channel of that client.
    pub onto: Vec<Landing>,
    /// Where the post is not on a channel yet it gets a variant there, instead of becoming two posts.
    pub joins: bool,
}

/// One channel of a copy.
#[derive(Debug, Clone, PartialEq)]
pub struct Landing {
    /// The channel.
    pub channel: ChannelId,
    /// The variant whose own wording goes along.
    pub like: VariantId,
    /// When; none puts it on the shelf.
    pub planned: Option<Planned>,
}

/// What became of one text in a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWording {
    /// Whose: a variant's, or the post's own.
    pub variant: Option<VariantId>,
    /// How it reads now; none lets a variant follow the post's text again.
    pub text: Option<String>,
    /// The base wording that it took in; none leaves what is known of that as it is.
    pub came_from: Option<String>,
}

/// A text with the safe fixes of the checker taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mended {
    /// The wording of a post, or of one variant that goes its own way.
    Wording {
        post: PostId,
        variant: Option<VariantId>,
        text: String,
    },
    /// A first comment.
    FirstComment { post: PostId, text: String },
}

/// A change to the plan.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanCommand {
    /// Make one post.
    AddPost(NewPost),
    /// Make many at once, from a file.
    AddPosts {
        posts: Vec<BroughtPost>,
        file: String,
    },
    /// Change what a post is about.
    EditPost { post: PostId, card: PostCard },
    /// Save a wording: of the post, or of one variant that now goes its own way.
    SaveText {
        post: PostId,
        variant: Option<VariantId>,
        text: String,
    },
    /// Save everything written in one sitting, the post's own text first.
    SaveTexts {
        post: PostId,
        texts: Vec<NewWording>,
    },
    /// Put marks on the links of a post: its wordings as they become, of the post itself or of single variants, and its own
    /// link where that changes too.
    TagLinks {
        post: PostId,
        texts: Vec<(Option<VariantId>, String)>,
        link: Option<String>,
    },
    /// Let a variant follow the post's text again.
    Inherit { variant: VariantId },
    /// Move variants along: to the client, back to draft, ready.
    SetApproval {
        variants: Vec<VariantId>,
        to: Approval,
        reason: String,
    },
    /// Give variants other times; none puts a variant on the shelf.
    Reschedule {
        moves: Vec<(VariantId, Option<Planned>)>,
    },
    /// Put a picture to a post; its bytes already lie in the desk under their hash.
    Attach {
        post: PostId,
        hash: String,
        name: String,
        bytes: u64,
        alt: String,
    },
    /// Describe a picture for those who do not see it.
    EditAlt { media: MediaId, alt: String },
    /// Take a picture off.
    Detach { media: MediaId },
    /// Put other bytes in the place of a picture; its description stays.
    SwapMedia {
        media: MediaId,
        hash: String,
        name: String,
        bytes: u64,
    },
    /// Put the pictures of a post into this order.
    ArrangeMedia { post: PostId, order: Vec<MediaId> },
    /// Choose which picture of a post is its cover; none makes it the first again.
    ChooseCover {
        post: PostId,
        cover: Option<MediaId>,
    },
    /// Delete posts.
    DeletePosts { posts: Vec<PostId> },
    /// Put posts once more somewhere: another day, another channel, another client.
    CopyPosts { copies: Vec<PostCopy> },
    /// Let posts break rules of the checker, and why.
    LetPass {
        posts: Vec<PostId>,
        rules: Vec<RuleId>,
        reason: String,
    },
    /// Take safe fixes of the checker.
    Mend { texts: Vec<Mended> },
    /// Hold posts to these rules again.
    Mind {
        posts: Vec<PostId>,
        rules: Vec<RuleId>,
    },
}

impl PlanCommand {
    pub(super) fn title(&self) -> Words {
        match self {
            PlanCommand::AddPost(post) => Words::new("did-post-add").with("topic", &post.topic),
            PlanCommand::AddPosts { posts, file } => Words::new("did-posts-import")
                .with("n", posts.len())
                .with("file", file),
            PlanCommand::EditPost { card, .. } => {
                Words::new("did-post-edit").with("topic", &card.topic)
            }
            PlanCommand::SaveText { .. } => Words::new("did-text-save"),
            PlanCommand::SaveTexts { texts, .. } => {
                Words::new("did-texts-save").with("n", texts.len())
            }
            PlanCommand::TagLinks { .. } => Words::new("did-links-tag"),
            PlanCommand::Inherit { .. } => Words::new("did-text-inherit"),
            PlanCommand::SetApproval { variants, to, .. } => Words::new("did-approval")
                .with("to", to.word())
                .with("n", variants.len()),
            PlanCommand::Reschedule { moves } => {
                Words::new("did-reschedule").with("n", moves.len())
            }
            PlanCommand::Attach { name, .. } => Words::new("did-attach").with("name", name),
            PlanCommand::EditAlt { .. } => Words::new("did-alt"),
            PlanCommand::Detach { .. } => Words::new("did-detach"),
            PlanCommand::SwapMedia { name, .. } => Words::new("did-swap").with("name", name),
            PlanCommand::ArrangeMedia { .. } => Words::new("did-arrange"),
            PlanCommand::ChooseCover { .. } => Words::new("did-cover"),
            PlanCommand::DeletePosts { posts } => {
                Words::new("did-post-delete").with("n", posts.len())
            }
            PlanCommand::CopyPosts { copies } => Words::new("did-copy").with("n", copies.len()),
            PlanCommand::LetPass { posts, reason, .. } => Words::new("did-lint-pass")
                .with("n", posts.len())
                .with("reason", reason),
            PlanCommand::Mend { texts } => Words::new("did-lint-mend").with("n", texts.len()),
            PlanCommand::Mind { posts, .. } => Words::new("did-lint-mind").with("n", posts.len()),
        }
    }
}
