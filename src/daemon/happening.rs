//! One thing that the clock brought, with everything that a bell may say about it.

use serde::Serialize;

/// What the clock brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// Ten minutes before its moment.
    Soon,
    /// Its moment has come.
    Due,
    /// Its grace is over and nothing is out.
    Missed,
}

impl What {
    /// In the order in which they ring.
    pub const ALL: [What; 3] = [What::Soon, What::Due, What::Missed];

    /// The word for scripts.
    pub const fn word(self) -> &'static str {
        match self {
            What::Soon => "soon",
            What::Due => "due",
            What::Missed => "missed",
        }
    }
}

/// It, and to which post. Everything is one harmless line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Happening {
    /// What the clock brings.
    #[serde(rename = "event")]
    pub what: What,
    /// The unique name of the variant.
    pub id: String,
    /// The unique name of the post.
    pub post: String,
    /// Short name of the client.
    pub client: String,
    /// The channel's handle.
    pub channel: String,
    /// The platform's word.
    pub platform: String,
    /// What the post is about.
    pub topic: String,
    /// The planned moment on the client's wall, as RFC 3339.
    pub at: String,
    /// Why it was missed, for scripts; empty else.
    pub reason: String,
    /// What keeps it from going out, as one sentence; empty where nothing does.
    pub held: String,
}

/// What a command of hers reads from its standard input.
#[derive(Debug, Serialize)]
pub(super) struct Letter<'h> {
    pub(super) event: What,
    pub(super) count: usize,
    pub(super) posts: &'h [Happening],
}

impl Happening {
    /// The same for whoever reads the environment.
    pub(super) fn variables(&self) -> [(&'static str, &str); 10] {
        [
            ("POSTDESK_EVENT", self.what.word()),
            ("POSTDESK_ID", &self.id),
            ("POSTDESK_POST", &self.post),
            ("POSTDESK_CLIENT", &self.client),
            ("POSTDESK_CHANNEL", &self.channel),
            ("POSTDESK_PLATFORM", &self.platform),
            ("POSTDESK_TOPIC", &self.topic),
            ("POSTDESK_AT", &self.at),
            ("POSTDESK_REASON", &self.reason),
            ("POSTDESK_HELD", &self.held),
        ]
    }
}
