//! What a post has and what it lacks, held against the rules of its format.

use super::{Media, Need, Rules, most_pictures, rules};
use crate::domain::count::Limit;
use crate::domain::platform::Platform;
use crate::domain::post::Format;
use crate::domain::words::Words;

/// A post as far as a checklist asks about it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts<'f> {
    /// Its text.
    pub text: &'f str,
    /// Pictures and films it has.
    pub media: u32,
    /// Those of them that nobody has described.
    pub undescribed: u32,
    /// Whether a link goes with it.
    pub has_link: bool,
    /// Whether it is written what is said and shown.
    pub has_script: bool,
    /// Whether one of its pictures was chosen as the cover.
    pub has_cover: bool,
}

/// Something that is not there, or too much of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// Pictures or films are missing.
    Media {
        /// Which of them.
        media: Media,
        /// How many are there.
        has: u32,
        /// How many more it takes.
        missing: u32,
    },
    /// A platform takes fewer pictures.
    TooMany {
        /// Its code.
        platform: String,
        /// How many it takes.
        most: u32,
    },
    /// Pictures that nobody has described.
    Alt(u32),
    /// Nothing is written.
    Text,
    /// A poll with too few options or too many.
    Options {
        /// How many there are.
        has: u32,
        /// How many there must be.
        least: u32,
        /// How many there may be.
        most: u32,
    },
    /// A question that a platform finds too long.
    LongQuestion {
        /// Its code.
        platform: String,
        /// How many characters it takes.
        most: usize,
    },
    /// An option that a platform finds too long.
    LongOption {
        /// Its code.
        platform: String,
        /// How many characters it takes.
        most: usize,
    },
    /// No link.
    Link,
    /// Neither a script nor the film.
    Script,
}

impl Lack {
    /// What is missing when a format needs so much to be seen and so much is there; none when that is enough.
    pub fn of_media(media: Media, least: u32, has: u32) -> Option<Lack> {
        let missing = least.saturating_sub(has);
        (missing > 0).then_some(Lack::Media {
            media,
            has,
            missing,
        })
    }

    /// The few words that say it.
    pub fn words(&self) -> Words {
        match self {
            Lack::Media {
                media: Media::Picture,
                has: 1..,
                missing,
            } => Words::new("lack-pictures-more").with("n", missing),
            Lack::Media {
                media: Media::Picture,
                missing,
                ..
            } => Words::new("lack-pictures").with("n", missing),
            Lack::Media { media, .. } => Words::new(&format!("lack-{}", media.word())),
            Lack::TooMany { platform, most } => Words::new("lack-too-many")
                .with("platform", platform)
                .with("n", most),
            Lack::Alt(n) => Words::new("lack-alt").with("n", n),
            Lack::Text => Words::new("lack-text"),
            Lack::Options { has, least, .. } if has < least => {
                Words::new("lack-options").with("n", least - has)
            }
            Lack::Options { most, .. } => Words::new("lack-options-over").with("n", most),
            Lack::LongQuestion { platform, most } => Words::new("lack-question-long")
                .with("platform", platform)
                .with("n", most),
            Lack::LongOption { platform, most } => Words::new("lack-option-long")
                .with("platform", platform)
                .with("n", most),
            Lack::Link => Words::new("lack-link"),
            Lack::Script => Words::new("lack-script"),
        }
    }
}

/// How one line of a checklist stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// It is there.
    Kept,
    /// It is not.
    Lacks(Lack),
    /// No program sees it: she must look.
    Look,
}

impl Mark {
    /// The cell that stands for it.
    pub const fn sign(&self) -> &'static str {
        match self {
            Mark::Kept => "✓",
            Mark::Lacks(_) => "▲",
            Mark::Look => "·",
        }
    }
}

/// One line of a checklist, held against a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What is asked for.
    pub need: Need,
    /// How it stands.
    pub mark: Mark,
    /// What is asked for, or what is wrong with it.
    pub words: Words,
}

/// The checklist of a format for a post that goes to these platforms.
pub fn checklist(format: Format, facts: &Facts<'_>, platforms: &[&Platform]) -> Vec<Item> {
    let rules = rules(format);
    let item = |need| {
        let mark = stand(rules, need, facts, platforms);
        let words = match &mark {
            Mark::Lacks(lack) => lack.words(),
            Mark::Kept | Mark::Look => rules.words_of(need, platforms),
        };
        Item { need, mark, words }
    };
    rules.needs_on(platforms).into_iter().map(item).collect()
}

/// What a post of this format lacks on these platforms, as far as a program sees.
pub fn check(format: Format, facts: &Facts<'_>, platforms: &[&Platform]) -> Vec<Lack> {
    let rules = rules(format);
    let needs = rules.needs_on(platforms).into_iter();
    needs
        .filter_map(|need| match stand(rules, need, facts, platforms) {
            Mark::Lacks(lack) => Some(lack),
            Mark::Kept | Mark::Look => None,
        })
        .collect()
}

fn stand(rules: &Rules, need: Need, facts: &Facts<'_>, platforms: &[&Platform]) -> Mark {
    let unless = |kept: bool, lack: Lack| if kept { Mark::Kept } else { Mark::Lacks(lack) };
    match need {
        Need::Media => match media(rules, facts, platforms) {
            Some(lack) => Mark::Lacks(lack),
            None => Mark::Kept,
        },
        // There is nothing to describe yet.
        Need::Alt if facts.media == 0 => Mark::Look,
        Need::Alt => unless(facts.undescribed == 0, Lack::Alt(facts.undescribed)),
        Need::Text => unless(!facts.text.trim().is_empty(), Lack::Text),
        Need::Options => match options(rules, facts, platforms) {
            Some(lack) => Mark::Lacks(lack),
            None => Mark::Kept,
        },
        Need::Link => unless(facts.has_link, Lack::Link),
        // A stream shows no film that could be there already.
        Need::Script => unless(
            facts.has_script || (rules.media.is_some() && facts.media > 0),
            Lack::Script,
        ),
        Need::Cover if facts.has_cover => Mark::Kept,
        Need::Cover | Need::Subtitles | Need::Ratio | Need::Seconds | Need::Rules => Mark::Look,
    }
}

/// Too little to be seen, or more pictures than a platform takes.
fn media(rules: &Rules, facts: &Facts<'_>, platforms: &[&Platform]) -> Option<Lack> {
    let (media, least) = rules.media_on(platforms)?;
    Lack::of_media(media, least, facts.media).or_else(|| {
        let (platform, most) = most_pictures(platforms)?;
        let over = media == Media::Picture && facts.media > most;
        over.then(|| Lack::TooMany {
            platform: platform.code.clone(),
            most,
        })
    })
}

/// Too few options, too many, or one that is too long somewhere.
fn options(rules: &Rules, facts: &Facts<'_>, platforms: &[&Platform]) -> Option<Lack> {
    let (least, most) = rules.options_on(platforms)?;
    let has = u32::try_from(options_in(facts.text).count()).unwrap_or(u32::MAX);
    if !(least..=most).contains(&has) {
        return Some(Lack::Options { has, least, most });
    }
    let question = question_in(facts.text);
    platforms.iter().find_map(|it| {
        let own = rules.on.get(&it.id)?;
        let platform = it.code.clone();
        let asks = own
            .question_limit()
            .filter(|limit| limit.standing(&question).over);
        if let Some(Limit { max: most, .. }) = asks {
            return Some(Lack::LongQuestion { platform, most });
        }
        let limit = own.option_limit()?;
        let is_long = options_in(facts.text).any(|option| limit.standing(option).over);
        let most = limit.max;
        is_long.then_some(Lack::LongOption { platform, most })
    })
}

/// The question of a poll: every line that is no option.
pub fn question_in(text: &str) -> String {
    let is_option = |line: &&str| options_in(line).next().is_some();
    let lines: Vec<&str> = text.lines().filter(|line| !is_option(line)).collect();
    lines.join("\n").trim().to_owned()
}

/// The options of a poll: lines that begin with a dash or a bullet.
pub fn options_in(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter_map(|line| line.trim().strip_prefix(['-', '–', '—', '•']))
        .map(str::trim)
        .filter(|option| !option.is_empty())
}
