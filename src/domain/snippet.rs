//! Snippets: pieces of text that come again and again, and the variables in them that the post fills in.
//!
//! `{client}` stands for what it names; `{{` is a brace. The names are the same in every language, and each language may
//! write its own beside them. A text is filled in whole or not at all.

use super::fold::fold;
use super::ids::ClientId;
use super::post::worded;
use super::slips;
use super::words::Words;
use serde::{Deserialize, Serialize};

worded! {
    /// What a snippet is for.
    SnippetKind {
        /// The end of a text: who speaks, where they are.
        Signature = "signature",
        /// What the reader shall do.
        Call = "call",
        /// Hashtags that go together.
        Hashtags = "hashtags",
        /// The beginning of a text.
        Intro = "intro",
        /// Anything else.
        Other = "other",
    }
}

worded! {
    /// What the post can fill in.
    Variable {
        /// The client's name.
        Client = "client",
        /// The platform of the channel, by name.
        Channel = "channel",
        /// The account on the channel.
        Handle = "handle",
        /// The day it goes out, in the client's language.
        Date = "date",
        /// The time it goes out, on the client's wall.
        Time = "time",
        /// The link that goes with the post.
        Link = "link",
        /// The rubric.
        Rubric = "rubric",
        /// What the post is about.
        Topic = "topic",
    }
}

impl Variable {
    /// What it is called in the languages of our clients, besides its own word.
    const fn aliases(self) -> [&'static str; 4] {
        match self {
            Variable::Client => ["клиент", "khách hàng", "კლიენტი", "asiakas"],
            Variable::Channel => ["канал", "kênh", "არხი", "kanava"],
            Variable::Handle => ["аккаунт", "tài khoản", "ანგარიში", "tili"],
            Variable::Date => ["дата", "ngày", "თარიღი", "päivä"],
            Variable::Time => ["время", "giờ", "დრო", "kello"],
            Variable::Link => ["ссылка", "liên kết", "ბმული", "linkki"],
            Variable::Rubric => ["рубрика", "chuyên mục", "რუბრიკა", "rubriikki"],
            Variable::Topic => ["тема", "chủ đề", "თემა", "aihe"],
        }
    }

    /// The variable of this name, in any of the languages.
    fn called(name: &str) -> Option<Self> {
        let wanted = fold(name.trim());
        let is = |it: &Self| it.word() == wanted || it.aliases().iter().any(|a| fold(a) == wanted);
        Self::ALL.iter().copied().find(is)
    }
}

/// The longest name of a snippet, in characters.
pub const LONGEST_NAME: usize = 60;

/// The longest text of a snippet, in characters: a whole caption of any platform that has captions.
pub const LONGEST_TEXT: usize = 8_000;

/// Everything that is written on a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnippetCard {
    /// Whose; none is everybody's.
    pub client: Option<ClientId>,
    /// The language it is in; empty for any.
    pub lang: String,
    /// What it is for.
    pub kind: SnippetKind,
    /// What she calls it.
    pub name: String,
    /// The text with its variables.
    pub text: String,
}

/// Why a snippet cannot be kept, or not be put in here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SnippetTrouble {
    /// It has no name.
    NameMissing,
    /// It has no text.
    TextMissing,
    /// Its name does not fit a list.
    LongName,
    /// Its text is longer than any caption.
    LongText,
    /// A variable that nothing fills in, and the one that may be meant.
    Unknown {
        /// As it is written.
        found: String,
        /// The nearest that there is, or empty.
        near: String,
    },
    /// A brace that is not closed, with the beginning of what follows it.
    Open(String),
    /// The post has nothing that could stand here.
    Nothing(Variable),
}

impl SnippetTrouble {
    /// The sentence for her.
    pub fn words(&self) -> Words {
        match self {
            SnippetTrouble::NameMissing => Words::new("snippet-name-missing"),
            SnippetTrouble::TextMissing => Words::new("snippet-text-missing"),
            SnippetTrouble::LongName => Words::new("snippet-long-name").with("most", LONGEST_NAME),
            SnippetTrouble::LongText => Words::new("snippet-long-text").with("most", LONGEST_TEXT),
            SnippetTrouble::Unknown { found, near } => {
                let words = match near.as_str() {
                    "" => Words::new("snippet-unknown"),
                    near => Words::new("snippet-unknown-near").with("near", near),
                };
                words.with("found", found)
            }
            SnippetTrouble::Open(found) => Words::new("snippet-open").with("found", found),
            SnippetTrouble::Nothing(variable) => {
                Words::new("snippet-nothing").with("variable", variable.word())
            }
        }
    }

    /// Whether it is about the name, and not about the text.
    pub const fn is_of_the_name(&self) -> bool {
        matches!(self, SnippetTrouble::NameMissing | SnippetTrouble::LongName)
    }
}

impl SnippetCard {
    /// Everything that is wrong with it: a card with nothing wrong can be kept.
    pub fn troubles(&self) -> Vec<SnippetTrouble> {
        let mut troubles = Vec::new();
        if self.name.trim().is_empty() {
            troubles.push(SnippetTrouble::NameMissing);
        } else if self.name.chars().count() > LONGEST_NAME {
            troubles.push(SnippetTrouble::LongName);
        }
        if self.text.trim().is_empty() {
            troubles.push(SnippetTrouble::TextMissing);
        } else if self.text.chars().count() > LONGEST_TEXT {
            troubles.push(SnippetTrouble::LongText);
        } else if let Err(trouble) = pieces(&self.text) {
            troubles.push(trouble);
        }
        troubles
    }
}

/// A piece of a snippet's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'t> {
    /// As it stands.
    Plain(&'t str),
    /// What the post fills in.
    Of(Variable),
}

/// So much of an unknown name is told.
const TOLD: usize = 24;

/// The text in its pieces, or the first thing in it that cannot be read.
fn pieces(text: &str) -> Result<Vec<Piece<'_>>, SnippetTrouble> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        pieces.push(Piece::Plain(&rest[..at]));
        let inside = &rest[at + 1..];
        if let Some(after) = inside.strip_prefix('{') {
            pieces.push(Piece::Plain("{"));
            rest = after;
            continue;
        }
        let short = |text: &str| text.chars().take(TOLD).collect::<String>();
        let end = inside.find(['}', '{', '\n']);
        let Some(end) = end.filter(|end| inside[*end..].starts_with('}')) else {
            return Err(SnippetTrouble::Open(short(
                inside.lines().next().unwrap_or(""),
            )));
        };
        let name = &inside[..end];
        let Some(variable) = Variable::called(name) else {
            let known = Variable::ALL
                .iter()
                .flat_map(|it| std::iter::once(it.word()).chain(it.aliases()));
            return Err(SnippetTrouble::Unknown {
                found: short(name),
                near: slips::nearest(name.trim(), known)
                    .unwrap_or_default()
                    .to_owned(),
            });
        };
        pieces.push(Piece::Of(variable));
        rest = &inside[end + 1..];
    }
    pieces.push(Piece::Plain(rest));
    Ok(pieces)
}

/// Fills a text in: every variable by what `value` says, all of them or none. An empty value is none.
pub fn fill(
    text: &str,
    value: impl Fn(Variable) -> Option<String>,
) -> Result<String, SnippetTrouble> {
    let mut filled = String::with_capacity(text.len());
    for piece in pieces(text)? {
        match piece {
            Piece::Plain(plain) => filled.push_str(plain),
            Piece::Of(variable) => {
                let value = value(variable).filter(|value| !value.is_empty());
                filled.push_str(&value.ok_or(SnippetTrouble::Nothing(variable))?);
            }
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kolos(variable: Variable) -> Option<String> {
        let value = match variable {
            Variable::Client => "Колос",
            Variable::Handle => "@kolos",
            Variable::Date => "28 ноября",
            Variable::Link => "",
            _ => return None,
        };
        Some(value.to_owned())
    }

    #[test]
    fn variables_are_filled_in_by_their_names_in_any_language() {
        for text in [
            "{client}: {date}",
            "{Клиент}: {ДАТА}",
            "{ კლიენტი }: {päivä}",
            "{khách hàng}: {NGÀY}",
        ] {
            assert_eq!(
                fill(text, kolos).as_deref(),
                Ok("Колос: 28 ноября"),
                "{text}"
            );
        }
        assert_eq!(fill("{{client} }}{{", kolos).as_deref(), Ok("{client} }}{"));
        assert_eq!(fill("", kolos).as_deref(), Ok(""));
    }

    #[test]
    fn what_cannot_be_filled_in_is_named_and_nothing_comes_of_it() {
        let unknown = fill("Ждём {клиентт}", kolos);
        let (found, near) = ("клиентт".to_owned(), "клиент".to_owned());
        assert_eq!(unknown, Err(SnippetTrouble::Unknown { found, near }));
        assert_eq!(
            fill("{client} {link}", kolos),
            Err(SnippetTrouble::Nothing(Variable::Link))
        );
        for open in ["{client", "{client {date}", "{cli\nent}", "{"] {
            assert!(
                matches!(fill(open, kolos), Err(SnippetTrouble::Open(_))),
                "{open:?}"
            );
        }
        let empty = fill("{}", kolos);
        assert!(matches!(empty, Err(SnippetTrouble::Unknown { found, .. }) if found.is_empty()));
        assert_eq!(
            fill("{channel} {nobody}", |_| Some("{client}".to_owned()))
                .unwrap_err()
                .words()
                .key,
            "snippet-unknown",
            "an unknown name is told before anything is filled in"
        );
    }

    #[test]
    fn what_a_value_says_is_never_read_again() {
        let nested = fill("{client}", |_| Some("{topic} {{".to_owned()));
        assert_eq!(nested.as_deref(), Ok("{topic} {{"));
    }

    #[test]
    fn no_name_means_two_things() {
        let mut seen = std::collections::HashSet::new();
        for variable in Variable::ALL {
            assert!(seen.insert(fold(variable.word())), "{}", variable.word());
            for alias in variable.aliases() {
                assert!(seen.insert(fold(alias)), "{alias}");
                assert_eq!(Variable::called(alias), Some(*variable));
            }
        }
    }

    #[test]
    fn a_card_tells_everything_that_is_wrong_with_it() {
        let mut card = SnippetCard {
            client: None,
            lang: String::new(),
            kind: SnippetKind::Call,
            name: " ".to_owned(),
            text: "{ссылка".to_owned(),
        };
        let open = SnippetTrouble::Open("ссылка".to_owned());
        assert_eq!(card.troubles(), [SnippetTrouble::NameMissing, open]);
        card.name = "я".repeat(LONGEST_NAME + 1);
        card.text = "я".repeat(LONGEST_TEXT + 1);
        assert_eq!(
            card.troubles(),
            [SnippetTrouble::LongName, SnippetTrouble::LongText]
        );
        card.name = "заказ".to_owned();
        card.text = "Заказать: {ссылка}".to_owned();
        assert!(card.troubles().is_empty());
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_filled_in_whole_or_refused(text in "[{}a-zа-яё \n]{0,40}") {
            let value = |variable: Variable| Some(variable.word().to_owned());
            if let Ok(filled) = fill(&text, value) {
                let doubled = filled.replace('{', "{{");
                prop_assert_eq!(fill(&doubled, value), Ok(filled));
            }
        }
    }
}
