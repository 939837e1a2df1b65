//! Which post or conversation is meant: by the beginning or the end of its id, a post by its topic too. `-` reads ids from
//! standard input, a line each, so that one command can go on where another ended. All mistakes are told at once.

use std::io::Read;

use clap::Args;
use serde_json::Value;

use super::door::Door;
use super::list::wall;
use super::named::{self, shown};
use super::stop::Stop;
use crate::domain::fold::fold;
use crate::domain::ids::{ChannelId, ClientId, PostId, VariantId};
use crate::domain::platform::Platforms;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::env::may_be_uid;
use crate::store::{AgendaLine, Called, Reader, Talk};

/// The most that is read of standard input: ids of more posts than anybody has.
const LARGEST: u64 = 16 << 20;

/// A topic longer than this is none.
const LONGEST: usize = 300;

/// Candidates that are told of what fits several.
const TOLD: usize = 6;

/// Whose posts, and on which channel.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct Narrow {
    #[arg(long, value_name = "WHO")]
    pub(super) client: Option<String>,
    #[arg(long, value_name = "CHANNEL")]
    pub(super) channel: Option<String>,
}

/// A post that is meant, and on which channels.
#[derive(Debug, Clone)]
pub(super) struct Target {
    /// Which.
    pub(super) post: PostId,
    /// What it was called by: the id of the post, or of one of its variants.
    pub(super) uid: String,
    /// The channels that are meant.
    pub(super) lines: Vec<AgendaLine>,
    /// Whether a channel was named, by the id of the variant or by its own name.
    pub(super) is_narrow: bool,
}

impl Target {
    /// The variants that can still go out; all of them where none can, so that the desk says why not.
    pub(super) fn open(&self) -> Vec<VariantId> {
        let open = self.lines.iter().filter(|line| line.out_at.is_none());
        let open: Vec<VariantId> = open.map(|line| line.variant).collect();
        if open.is_empty() {
            self.lines.iter().map(|line| line.variant).collect()
        } else {
            open
        }
    }
}

/// What stands at the end of a list of posts or conversations, and the list before it.
pub(super) fn with_last<'a>(
    words: &'a [String],
    last: &str,
) -> Result<(&'a String, &'a [String]), Stop> {
    match words.split_last() {
        Some((word, which)) if !which.is_empty() => Ok((word, which)),
        _ => Err(Stop::misasked(
            Words::new("misread-more").with("what", last),
        )),
    }
}

/// The words themselves, with those of standard input in the place of `-`.
pub(super) fn words(asked: &[String]) -> Result<Vec<String>, Stop> {
    let mut words = Vec::with_capacity(asked.len());
    for word in asked {
        if word == "-" {
            // Tabs part the columns of a list; an id is only ever looked up.
            let said = stdin_as_it_is()?;
            words.extend(ids_in(&String::from_utf8_lossy(&said)));
        } else {
            words.push(word.clone());
        }
    }
    if words.is_empty() {
        return Err(Stop::misasked(Words::new("which-none")));
    }
    Ok(words)
}

/// Everything on standard input, as harmless text.
pub(super) fn stdin() -> Result<String, Stop> {
    Ok(sanitize::from_bytes(&stdin_as_it_is()?))
}

/// The words at the end of a line as one harmless text; `-` alone is what stands on standard input.
pub(super) fn said(words: &[String]) -> Result<String, Stop> {
    let text = match words {
        [dash] if dash == "-" => stdin()?,
        words => sanitize::text(&words.join(" ")),
    };
    Ok(text.trim().to_owned())
}

fn stdin_as_it_is() -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().take(LARGEST).read_to_end(&mut bytes);
    read.map_err(|error| Stop::refused(Words::new("which-stdin").with("detail", error)))?;
    Ok(bytes)
}

/// The ids in what another command said: objects of JSON have them as `id` or `thread`, lines with
/// tabs have them last.
fn ids_in(text: &str) -> Vec<String> {
    if let Ok(Value::Array(items)) = serde_json::from_str(text) {
        let id = |item: &Value| {
            let id = item
                .get("id")
                .or_else(|| item.get("thread"))
                .unwrap_or(item);
            id.as_str().map(str::to_owned)
        };
        return items.iter().filter_map(id).collect();
    }
    let lines = text
        .lines()
        .map(|line| line.rsplit('\t').next().unwrap_or(line).trim());
    let lines = lines.filter(|line| !line.is_empty());
    lines
        .map(|line| line.trim_matches('"').to_owned())
        .collect()
}

/// The posts that are meant, each once.
pub(super) fn posts(
    door: &mut Door<'_>,
    reader: &Reader,
    asked: &[String],
) -> Result<Vec<PostId>, Stop> {
    let roster = Roster::read(reader)?;
    let targets = targets(door, reader, &roster, asked, &Narrow::default())?;
    let mut posts: Vec<PostId> = Vec::with_capacity(targets.len());
    for target in targets {
        if !posts.contains(&target.post) {
            posts.push(target.post);
        }
    }
    Ok(posts)
}

/// The one post that is meant.
pub(super) fn one(
    door: &mut Door<'_>,
    reader: &Reader,
    roster: &Roster,
    asked: &str,
    narrow: &Narrow,
) -> Result<Target, Stop> {
    let asked = [asked.to_owned()];
    let mut targets = targets(door, reader, roster, &asked, narrow)?;
    match (targets.pop(), targets.pop()) {
        (Some(target), None) => Ok(target),
        _ => Err(Stop::misasked(Words::new("which-only-one"))),
    }
}

/// The posts that are meant, with their channels.
pub(super) fn targets(
    door: &mut Door<'_>,
    reader: &Reader,
    roster: &Roster,
    asked: &[String],
    narrow: &Narrow,
) -> Result<Vec<Target>, Stop> {
    let words = words(asked)?;
    let client = narrow.client.as_deref();
    let client = client.map(|who| named::client(roster, who)).transpose()?;
    let client = client.map(|client| client.id);
    let mut targets: Vec<Target> = Vec::with_capacity(words.len());
    let mut wrong = Vec::new();
    for (word, found) in words.iter().zip(called(reader, &words)?) {
        let found = of_client(reader, found, client)?;
        match meant(&found) {
            Some(called) => {
                let target = target(reader, roster, called, narrow)?;
                if !targets.iter().any(|it| it.uid == target.uid) {
                    targets.push(target);
                }
            }
            None if found.is_empty() => {
                wrong.push(Words::new("cli-no-post").with("name", shown(word)));
            }
            None => {
                wrong.push(Words::new("cli-many-posts").with("name", shown(word)));
                wrong.extend(candidates(door, reader, roster, &found)?);
            }
        }
    }
    Stop::unless_right(wrong)?;
    door.ids.extend(targets.iter().map(|it| it.uid.clone()));
    Ok(targets)
}

/// What each word may be: names first, then topics.
fn called(reader: &Reader, words: &[String]) -> Result<Vec<Vec<Called>>, Stop> {
    let folded: Vec<String> = words.iter().map(|word| fold(word.trim())).collect();
    let names: Vec<String> = folded.iter().filter(|it| may_be_uid(it)).cloned().collect();
    let mut named = reader.posts_called_so(&names)?.into_iter();
    let mut found = Vec::with_capacity(words.len());
    for (word, folded) in words.iter().zip(&folded) {
        let mut fits = if may_be_uid(folded) {
            named.next().unwrap_or_default()
        } else {
            Vec::new()
        };
        if fits.is_empty() && word.chars().count() <= LONGEST {
            let topics = reader.posts_about(word)?.into_iter();
            fits.extend(topics.map(|(post, _)| Called::Post(post)));
        }
        found.push(fits);
    }
    Ok(found)
}

/// The one thing that all of these are: a post and its own variants begin alike.
fn meant(found: &[Called]) -> Option<Called> {
    match found {
        [only] => Some(*only),
        [first, rest @ ..] if rest.iter().all(|it| it.post() == first.post()) => {
            Some(Called::Post(first.post()))
        }
        _ => None,
    }
}

fn of_client(
    reader: &Reader,
    found: Vec<Called>,
    client: Option<ClientId>,
) -> Result<Vec<Called>, Stop> {
    let Some(client) = client else {
        return Ok(found);
    };
    let mut theirs = Vec::with_capacity(found.len());
    for called in found {
        if reader.card_of_post(called.post())?.client == client {
            theirs.push(called);
        }
    }
    Ok(theirs)
}

/// A post with the channels that are meant of it.
fn target(
    reader: &Reader,
    roster: &Roster,
    called: Called,
    narrow: &Narrow,
) -> Result<Target, Stop> {
    let post = called.post();
    let mut lines = reader.variants_of(post)?;
    let mut uid = reader.post_uid(post)?;
    if let Called::Variant(_, variant) = called {
        lines.retain(|line| line.variant == variant);
        uid = reader.uids(variant)?.0;
    }
    if let Some(asked) = &narrow.channel {
        let channels = channels(roster, asked)?;
        lines.retain(|line| channels.contains(&line.channel));
        if lines.is_empty() {
            let topic = reader.card_of_post(post)?.card.topic;
            return Err(Stop::misasked(
                Words::new("which-not-there")
                    .with("topic", topic)
                    .with("name", shown(asked)),
            ));
        }
    }
    let is_narrow = narrow.channel.is_some() || matches!(called, Called::Variant(..));
    Ok(Target {
        post,
        uid,
        lines,
        is_narrow,
    })
}

/// The channels of this word: all of a platform, or the one of this name.
pub(super) fn channels(roster: &Roster, asked: &str) -> Result<Vec<ChannelId>, Stop> {
    if let Some(platform) = Platforms::in_force().by_word(asked.trim()) {
        let on_it = roster
            .channels
            .iter()
            .filter(|it| it.card.platform == platform.id);
        return Ok(on_it.map(|it| it.id).collect());
    }
    Ok(vec![named::channel(roster, asked)?.id])
}

/// What fits several, a line each, so that one of them can be chosen.
fn candidates(
    door: &Door<'_>,
    reader: &Reader,
    roster: &Roster,
    found: &[Called],
) -> Result<Vec<Words>, Stop> {
    let mut told = Vec::new();
    for called in found.iter().take(TOLD) {
        let lines = reader.variants_of(called.post())?;
        let uid = match called {
            Called::Post(post) => reader.post_uid(*post)?,
            Called::Variant(_, variant) => reader.uids(*variant)?.0,
        };
        let first = lines.iter().find_map(|line| line.at);
        let codes: Vec<&str> = lines.iter().map(|line| roster.code(line.channel)).collect();
        let (client, topic) = lines.first().map_or(("", ""), |line| {
            (roster.badge(line.client).0, line.topic.as_str())
        });
        let line = [
            first.map_or_else(|| "—".to_owned(), |at| wall(at, door)),
            client.to_owned(),
            codes.join(" "),
            topic.to_owned(),
            named::short(&uid).to_owned(),
        ];
        told.push(Words::new("cli-as-it-is").with("line", format!("  {}", line.join("\t"))));
    }
    Ok(told)
}

/// The conversations that are meant, each once.
pub(super) fn talks(
    door: &mut Door<'_>,
    reader: &Reader,
    asked: &[String],
) -> Result<Vec<Talk>, Stop> {
    let mut talks: Vec<Talk> = Vec::new();
    let mut wrong = Vec::new();
    for word in words(asked)? {
        let folded = fold(word.trim());
        let found = if may_be_uid(&folded) {
            reader.talks_called_so(&folded)?
        } else {
            Vec::new()
        };
        match found.as_slice() {
            [talk] if talks.contains(talk) => {}
            [talk] => talks.push(talk.clone()),
            [] => wrong.push(Words::new("which-no-talk").with("name", shown(&word))),
            several => {
                let fits: Vec<&str> = several.iter().map(|it| it.uid.as_str()).collect();
                let words = Words::new("cli-ambiguous").with("name", shown(&word));
                wrong.push(words.with("fits", fits.join(", ")));
            }
        }
    }
    Stop::unless_right(wrong)?;
    door.ids.extend(talks.iter().map(|it| it.uid.clone()));
    Ok(talks)
}

#[cfg(test)]
mod tests {
    use super::ids_in;

    #[test]
    fn ids_are_found_in_whatever_another_command_said() {
        let ids = |text: &str| ids_in(text);
        assert_eq!(ids("[{\"id\":\"a\",\"x\":1},{\"id\":\"b\"}]"), ["a", "b"]);
        assert_eq!(ids("[\"a\",7,{\"thread\":\"c\"}]"), ["a", "c"]);
        assert_eq!(
            ids("2026-11-24 09:14\tKolos\tVK\tdraft\tТема\tabc\n\n  def \n"),
            ["abc", "def"]
        );
        assert_eq!(ids("\"abc\"\n"), ["abc"]);
        assert!(ids("").is_empty());
    }
}
