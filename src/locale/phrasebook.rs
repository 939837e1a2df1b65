//! One language as it lies in the program: a list of keys, plain words lent as they are, sentences parsed on first use.
//!
//! Nine phrases of ten are a few plain words ("add", "Today"). Listing the keys of all areas is one walk over the
//! lines, and such a phrase is then a slice of the program; the Fluent parser and resolver run only for the areas and
//! keys that have something to weave in. A test holds the walk to Fluent's own reading of every file.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::own::{self, OwnWords};
use super::shelf::{Apart, Shelf};
use super::{Arg, numbers};

/// How many keys a language has room for before its list must grow.
const ROOM: usize = 1024;

pub(super) type Bundle = FluentBundle<FluentResource>;

/// What stands behind a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phrase {
    /// Words without anything to weave in, exactly as they are shown.
    Plain(&'static str),
    /// A sentence for the Fluent resolver, in the area with this number.
    Woven(usize),
}

/// All phrases of one language.
pub(super) struct Phrasebook {
    shelf: &'static Shelf,
    phrases: HashMap<&'static str, Phrase>,
    bundles: Vec<OnceLock<Bundle>>,
    /// Her own words over ours.
    own: Option<&'static OwnWords>,
    own_bundle: OnceLock<Bundle>,
}

impl Phrasebook {
    /// Lists the keys of every area; parses nothing.
    pub(super) fn open(shelf: &'static Shelf) -> Self {
        let mut phrases = HashMap::with_capacity(ROOM);
        for (area, (_, file)) in shelf.files.iter().enumerate() {
            list_phrases(file, area, &mut phrases);
        }
        Self {
            shelf,
            phrases,
            bundles: shelf.files.iter().map(|_| OnceLock::new()).collect(),
            own: own::in_force(shelf.tag),
            own_bundle: OnceLock::new(),
        }
    }

    /// The phrase with its values, or none when this language has no such key.
    /// A value that was not given stays visible as `{$name}`: a mistake of ours must not become a crash of hers.
    pub(super) fn phrase(&self, key: &str, args: &[(&str, Arg)]) -> Option<Cow<'_, str>> {
        if let Some(own) = self.own.filter(|own| own.keys.contains(key)) {
            let bundle = self.own_bundle.get_or_init(|| bind(self.shelf, &own.text));
            return woven(bundle, key, args);
        }
        let area = match *self.phrases.get(key)? {
            Phrase::Plain(words) => return Some(Cow::Borrowed(words)),
            Phrase::Woven(area) => area,
        };
        let (_, file) = self.shelf.files.get(area)?;
        let bundle = self
            .bundles
            .get(area)?
            .get_or_init(|| bind(self.shelf, file));
        woven(bundle, key, args)
    }

    /// Every key with what stands behind it.
    #[cfg(test)]
    pub(super) fn phrases(&self) -> impl Iterator<Item = (&'static str, Phrase)> + '_ {
        self.phrases.iter().map(|(key, phrase)| (*key, *phrase))
    }
}

/// A sentence with its values.
fn woven<'b>(bundle: &'b Bundle, key: &str, args: &[(&str, Arg)]) -> Option<Cow<'b, str>> {
    let pattern = bundle.get_message(key)?.value()?;
    let values: FluentArgs = args
        .iter()
        .map(|(name, arg)| (*name, value_of(arg)))
        .collect();
    let mut complaints = Vec::new();
    let words = bundle.format_pattern(pattern, Some(&values), &mut complaints);
    // Owned: what is borrowed may live in `values`, which end here.
    Some(Cow::Owned(words.into_owned()))
}

/// Notes each message of a Fluent file: a key begins a line, everything that belongs to it is indented or closes a brace.
pub(super) fn list_phrases(
    file: &'static str,
    area: usize,
    phrases: &mut HashMap<&'static str, Phrase>,
) {
    let mut last = None;
    for line in file.lines() {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let Some((key, words)) = line.split_once('=') else {
                continue;
            };
            let (key, words) = (key.trim_end(), words.trim());
            let phrase = if words.is_empty() || words.contains(['{', '}']) {
                Phrase::Woven(area)
            } else {
                Phrase::Plain(words)
            };
            phrases.insert(key, phrase);
            last = Some(key);
        } else if line.starts_with([' ', '}']) && !line.trim().is_empty() {
            // It goes on over more lines: that is the resolver's to read.
            if let Some(key) = last {
                phrases.insert(key, Phrase::Woven(area));
            }
        } else if line.starts_with(['#', '-']) {
            last = None;
        }
    }
}

/// Parses one area. A broken message is skipped by Fluent itself, so that the rest of the file still speaks.
pub(super) fn bind(shelf: &Shelf, file: &str) -> Bundle {
    let tag: LanguageIdentifier = shelf.tag.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // The terminal has one direction; isolation marks would only be invisible cells.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match shelf.thousands {
        Apart::Space => grouped::<{ Apart::Space.mark() }, _>,
        Apart::Comma => grouped::<{ Apart::Comma.mark() }, _>,
        Apart::Dot => grouped::<{ Apart::Dot.mark() }, _>,
    }));
    let resource = match FluentResource::try_new(file.to_owned()) {
        Ok(whole) => whole,
        Err((readable, mistakes)) => {
            log::warn!(
                "locale {}: {} unreadable messages",
                shelf.tag,
                mistakes.len()
            );
            readable
        }
    };
    bundle.add_resource_overriding(resource);
    bundle
}

/// Counts inside sentences get the same grouped thousands as counts in tables.
fn grouped<const MARK: char, M>(value: &FluentValue, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(n) => Some(numbers::group(n.value as i64, MARK)),
        _ => None,
    }
}

fn value_of(arg: &Arg) -> FluentValue<'_> {
    match arg {
        Arg::Text(text) => FluentValue::from(text.as_str()),
        Arg::Count(n) => FluentValue::from(*n),
    }
}
