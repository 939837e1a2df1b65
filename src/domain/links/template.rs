//! What is put on a link: pairs of a name and a value, the value with what differs from post to post.

use crate::domain::campaign::utm;
use crate::domain::words::Words;

/// What is put on links where she says nothing else.
pub const USUAL: &str =
    "utm_source={platform}&utm_medium=social&utm_campaign={campaign}&utm_content={post}";

/// What says that nothing is put there.
pub const NONE: &str = "-";

/// What a template may ask for.
const ASKED: [&str; 4] = ["platform", "client", "campaign", "post"];

/// What a template is filled with: names as they are; they are written as counters spell them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Values<'v> {
    /// The platform's id.
    pub platform: &'v str,
    /// The client's short name.
    pub client: &'v str,
    /// The campaign's name in links, or its name.
    pub campaign: &'v str,
    /// What the post is about.
    pub post: &'v str,
}

impl Values<'_> {
    /// The value of a name that a template may ask for.
    fn of(&self, name: &str) -> String {
        let value = match name {
            "platform" => self.platform,
            "client" => self.client,
            "campaign" => self.campaign,
            _ => self.post,
        };
        utm::check(value).err().unwrap_or_else(|| value.to_owned())
    }
}

/// A template that can be filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    pairs: Vec<(String, String)>,
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Not a name, an equals sign and a value of plain letters.
    Pair(String),
    /// It asks for what nobody knows.
    Unknown(String),
}

impl Wrong {
    /// The sentence that says it.
    pub fn words(&self) -> Words {
        match self {
            Wrong::Pair(pair) => Words::new("links-bad-pair").with("pair", pair),
            Wrong::Unknown(name) => {
                let known = ASKED.map(|name| format!("{{{name}}}")).join(" ");
                Words::new("links-bad-name")
                    .with("name", format!("{{{name}}}"))
                    .with("known", known)
            }
        }
    }
}

impl Template {
    /// Reads one; an empty line is the usual one, a hyphen none.
    pub fn read(line: &str) -> Result<Option<Self>, Wrong> {
        let line = match line.trim() {
            NONE => return Ok(None),
            "" => USUAL,
            line => line.trim_start_matches('?'),
        };
        let pairs = line.split('&').map(pair).collect::<Result<_, _>>()?;
        Ok(Some(Self { pairs }))
    }

    /// Its pairs for one post on one channel; one whose value is missing is left out.
    pub(super) fn filled(&self, values: &Values<'_>) -> Vec<(String, String)> {
        let fill = |(key, value): &(String, String)| {
            let mut filled = value.clone();
            for name in ASKED {
                let place = format!("{{{name}}}");
                if filled.contains(&place) {
                    let known = values.of(name);
                    if known.is_empty() {
                        return None;
                    }
                    filled = filled.replace(&place, &known);
                }
            }
            Some((key.clone(), filled))
        };
        self.pairs.iter().filter_map(fill).collect()
    }
}

/// One pair: a name, and a value of plain letters and names in braces.
fn pair(pair: &str) -> Result<(String, String), Wrong> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.~".contains(c);
    let wrong = || Wrong::Pair(pair.chars().take(60).collect());
    let (key, value) = pair.trim().split_once('=').ok_or_else(wrong)?;
    if key.is_empty() || value.is_empty() || !key.chars().all(is_plain) {
        return Err(wrong());
    }
    let mut rest = value;
    while let Some((plain, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').ok_or_else(wrong)?;
        if !ASKED.contains(&name) {
            return Err(Wrong::Unknown(name.chars().take(60).collect()));
        }
        if !plain.chars().all(is_plain) {
            return Err(wrong());
        }
        rest = after;
    }
    if rest.chars().all(is_plain) {
        Ok((key.to_owned(), value.to_owned()))
    } else {
        Err(wrong())
    }
}
