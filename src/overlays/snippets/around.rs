//! What stands around a text: what each variable of a snippet means for this post, in the language of the snippet.

use chrono::NaiveDateTime;

use crate::domain::ids::{ChannelId, ClientId, PostId, VariantId};
use crate::domain::sanitize;
use crate::domain::snippet::{SnippetTrouble, Variable, fill};
use crate::domain::tongue::Tongue;
use crate::env::Env;
use crate::locale::Voice;
use crate::store::{AgendaLine, Reader, Result, Snippet};

/// The post that a snippet is put into.
#[derive(Debug)]
pub(super) struct Around {
    pub(super) client: ClientId,
    name: String,
    languages: Vec<String>,
    channels: Vec<ChannelId>,
    /// Day and time in every language that clients are written to in; none while it has no one time.
    when: Vec<(Tongue, String, String)>,
    link: String,
    rubric: String,
    topic: String,
}

impl Around {
    /// Reads the post, as it goes to one channel or to all of them.
    pub(super) fn read(
        reader: &Reader,
        post: PostId,
        variant: Option<VariantId>,
        env: &Env<'_>,
    ) -> Result<Self> {
        let of_post = reader.card_of_post(post)?;
        let client = of_post.client;
        let lines = reader.variants_of(post)?;
        let mine = |line: &&AgendaLine| variant.is_none_or(|variant| variant == line.variant);
        let mine: Vec<&AgendaLine> = lines.iter().filter(mine).collect();
        let zone = env.roster.zone(client);
        let mut walls = mine
            .iter()
            .map(|line| line.at.map(|at| at.with_timezone(&zone).naive_local()));
        let first = walls.next().flatten();
        let one = first.filter(|first| walls.all(|wall| wall == Some(*first)));
        Ok(Self {
            channels: mine.iter().map(|line| line.channel).collect(),
            when: one.map(told).unwrap_or_default(),
            link: of_post.card.link,
            rubric: of_post.card.rubric,
            topic: of_post.card.topic,
            ..Self::client(client, env)
        })
    }

    /// A client alone, with no post that a snippet could be put into.
    pub(super) fn client(client: ClientId, env: &Env<'_>) -> Self {
        let card = env.roster.client(client).map(|client| &client.card);
        Self {
            client,
            name: card.map_or_else(String::new, |card| card.name.clone()),
            languages: card.map_or_else(Vec::new, |card| card.languages.clone()),
            channels: Vec::new(),
            when: Vec::new(),
            link: String::new(),
            rubric: String::new(),
            topic: String::new(),
        }
    }

    /// How early a snippet is offered: the client's own first, then by the languages of the client.
    pub(super) fn rank(&self, snippet: &Snippet) -> (bool, usize) {
        let spoken = |tag: &str| {
            let same = |ours: &String| ours.eq_ignore_ascii_case(tag);
            self.languages.iter().position(same)
        };
        let place = match snippet.card.lang.as_str() {
            "" => 0,
            tag => spoken(tag).unwrap_or(usize::MAX),
        };
        (snippet.card.client.is_none(), place)
    }

    /// The whole text of a snippet for this post, or why there is none.
    pub(super) fn filled(
        &self,
        snippet: &Snippet,
        env: &Env<'_>,
    ) -> std::result::Result<String, SnippetTrouble> {
        let tongue = Tongue::from_tag(&snippet.card.lang);
        let tongue = tongue.unwrap_or_else(|| Tongue::of(&self.languages));
        let filled = fill(&snippet.card.text, |variable| {
            self.value(variable, tongue, env)
        })?;
        Ok(sanitize::text(&filled))
    }

    /// What a variable stands for here; none where nothing or more than one thing could stand there.
    fn value(&self, variable: Variable, tongue: Tongue, env: &Env<'_>) -> Option<String> {
        let when = || self.when.iter().find(|(its, ..)| *its == tongue);
        match variable {
            Variable::Client => Some(self.name.clone()),
            Variable::Channel => {
                let mut platforms = self.channels.iter().map(|it| env.roster.platform(*it));
                let first = platforms.next().flatten()?;
                platforms
                    .all(|other| other.is_some_and(|other| other.id == first.id))
                    .then(|| first.name_in(tongue).to_owned())
            }
            Variable::Handle => match self.channels.as_slice() {
                [only] => env.roster.channel(*only).map(|it| it.card.handle.clone()),
                _ => None,
            },
            Variable::Date => when().map(|(_, day, _)| day.clone()),
            Variable::Time => when().map(|(_, _, time)| time.clone()),
            Variable::Link => Some(self.link.clone()),
            Variable::Rubric => Some(self.rubric.clone()),
            Variable::Topic => Some(self.topic.clone()),
        }
    }
}

/// A moment on the client's wall in the words of every language.
fn told(wall: NaiveDateTime) -> Vec<(Tongue, String, String)> {
    let each = Tongue::ALL.iter().map(|tongue| {
        let voice = Voice::new(*tongue);
        (
            *tongue,
            voice.day_in_text(wall.date()),
            voice.clock(wall.time()),
        )
    });
    each.collect()
}
