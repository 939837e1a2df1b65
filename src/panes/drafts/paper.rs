//! The chosen post as it is read before it is written on: its wordings, how long each is, what to mind.

use std::ops::Range;

use crate::domain::chain::standing;
use crate::domain::count::{Standing, Unit, count};
use crate::domain::fold::fold;
use crate::domain::format::{Facts, Lack, check};
use crate::domain::ids::{PostId, VariantId};
use crate::domain::lint::RuleId;
use crate::env::Env;
use crate::lint::Finding;
use crate::store::{AskedItem, Reader, Result, Sheet, SinceShown};
use crate::ui::wrapped;

/// How often it was shown is told of the last times.
const SHOWN: usize = 4;

/// A post read closely, its texts already counted.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Paper {
    pub(super) sheet: Sheet,
    /// Length of the base text in characters.
    pub(super) base_length: usize,
    pub(super) counters: Vec<Counter>,
    /// Words of the client's that should not be there and are.
    pub(super) avoid: Vec<String>,
    /// How it has changed since its client saw it.
    pub(super) since_shown: Option<SinceShown>,
    /// What its format and its platforms ask for and is not there; missing text and alt texts are said elsewhere.
    pub(super) lacks: Vec<Lack>,
    /// What else the checker found at its last look.
    pub(super) found: Vec<Finding>,
    /// What its client was shown of it lately, the newest first.
    pub(super) shown: Vec<AskedItem>,
    rows: Option<Rows>,
}

/// How long the text for one channel is, and whether it is the channel's own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Counter {
    pub(super) code: &'static str,
    pub(super) is_own: bool,
    /// Whether the base has become another since its own text was made from it.
    pub(super) is_stale: bool,
    pub(super) standing: Option<Standing>,
}

/// A wording broken into screen rows.
#[derive(Debug, Clone, PartialEq)]
struct Rows {
    channel: Option<usize>,
    cells: usize,
    breaks: Vec<Range<usize>>,
}

impl Paper {
    /// Reads and counts it; nothing if it is gone.
    pub(super) fn read(post: PostId, reader: &Reader, env: &Env<'_>) -> Result<Option<Self>> {
        let Some(sheet) = reader.sheet(post)? else {
            return Ok(None);
        };
        let counters = sheet.variants.iter().map(|it| Counter {
            code: env.roster.code(it.channel),
            is_own: it.own.is_some(),
            is_stale: it.came_from.is_some(),
            standing: env
                .roster
                .platform(it.channel)
                .map(|platform| standing(sheet.wording(it), platform, sheet.pictures > 0)),
        });
        Ok(Some(Self {
            base_length: count(&sheet.text, Unit::Grapheme),
            counters: counters.collect(),
            avoid: to_avoid(&sheet, env),
            since_shown: reader.since_shown(post)?,
            lacks: lacks(&sheet, env),
            found: found(post, reader)?,
            shown: reader.shown_of(post, SHOWN)?,
            rows: None,
            sheet,
        }))
    }

    pub(super) fn post(&self) -> PostId {
        self.sheet.post
    }

    /// How many channels it goes to.
    pub(super) fn channels(&self) -> usize {
        self.counters.len()
    }

    /// The variant of a chosen channel; none for the base text.
    pub(super) fn variant(&self, channel: Option<usize>) -> Option<VariantId> {
        Some(self.sheet.variants.get(channel?)?.variant)
    }

    /// The wording of a chosen channel, or the base text.
    pub(super) fn wording(&self, channel: Option<usize>) -> &str {
        let variant = channel.and_then(|at| self.sheet.variants.get(at));
        variant.map_or(self.sheet.text.as_str(), |it| self.sheet.wording(it))
    }

    /// Breaks a wording into rows of so many cells, unless that was done already.
    pub(super) fn wrap(&mut self, channel: Option<usize>, cells: usize) {
        let done = self.rows.as_ref();
        if done.is_some_and(|rows| rows.channel == channel && rows.cells == cells) {
            return;
        }
        let breaks = wrapped(self.wording(channel), cells);
        self.rows = Some(Rows {
            channel,
            cells,
            breaks,
        });
    }

    /// The rows of the wording it was wrapped for; none for an empty one.
    pub(super) fn rows(&self) -> impl ExactSizeIterator<Item = &str> {
        let rows = self.rows.as_ref();
        let text = self.wording(rows.and_then(|rows| rows.channel));
        let breaks = rows.map_or(&[][..], |rows| rows.breaks.as_slice());
        let shown = if text.is_empty() { &[][..] } else { breaks };
        shown.iter().map(move |row| &text[row.clone()])
    }
}

/// What the checker found, without what this paper says already from the post as it stands this moment.
fn found(post: PostId, reader: &Reader) -> Result<Vec<Finding>> {
    let is_said = |it: &Finding| matches!(it.rule, RuleId::Avoid | RuleId::NoAlt | RuleId::NoMedia);
    let mut found = reader.findings(post)?;
    found.retain(|it| !is_said(it));
    Ok(found)
}

/// What the checklist of its format finds missing.
fn lacks(sheet: &Sheet, env: &Env<'_>) -> Vec<Lack> {
    let platforms: Vec<_> = sheet
        .variants
        .iter()
        .filter_map(|it| env.roster.platform(it.channel))
        .collect();
    let facts = Facts {
        text: &sheet.text,
        media: sheet.pictures,
        undescribed: sheet.undescribed,
        has_link: !sheet.link.is_empty(),
        has_script: sheet.has_script,
        ..Facts::default()
    };
    let mut lacks = check(sheet.format, &facts, &platforms);
    lacks.retain(|lack| !matches!(lack, Lack::Text | Lack::Alt(_)));
    lacks
}

/// Words the client never wants to read that stand in some wording, as the client writes them.
fn to_avoid(sheet: &Sheet, env: &Env<'_>) -> Vec<String> {
    let Some(client) = env.roster.client(sheet.client) else {
        return Vec::new();
    };
    if client.card.avoid.is_empty() {
        return Vec::new();
    }
    let own = sheet.variants.iter().filter_map(|it| it.own.as_deref());
    let texts: Vec<String> = own
        .chain([sheet.text.as_str(), sheet.first_comment.as_str()])
        .map(fold)
        .collect();
    let stands = |word: &&String| {
        let word = fold(word.trim());
        !word.is_empty() && texts.iter().any(|text| text.contains(&word))
    };
    client.card.avoid.iter().filter(stands).cloned().collect()
}
