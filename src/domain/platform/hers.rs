//! A page of platforms of her own: read against the form of ours, then laid over ours.

use std::collections::HashMap;

use serde::Deserialize;
use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table, Value};

use super::flaw::{is_id, look_for};
use super::{Platform, Step};
use crate::domain::page::sorts::{choice, list, number, unknown, words, yes_or_no};
use crate::domain::page::{Mistake, Page, in_order, quote};
use crate::domain::picture::Kind;
use crate::domain::words::Words;

/// What a field holds.
enum Sort {
    Words,
    List,
    YesNo,
    Number,
    /// One of these.
    One(&'static [&'static str]),
    /// Some of these.
    Some(&'static [&'static str]),
    /// A table of fields.
    Fields(&'static [(&'static str, Sort)]),
}

/// Units that texts are counted in.
const UNITS: &[&str] = &[
    "codepoint",
    "utf16",
    "grapheme",
    "byte",
    "x_weighted",
    "mastodon",
    "threads",
    "linkedin_escaped",
    "unknown",
];

/// Markups that work in texts.
const MARKUPS: &[&str] = &["none", "telegram", "markdown", "plain"];

/// Steps of publishing by hand.
const STEPS: &[&str] = &[
    Step::Open.name(),
    Step::PasteText.name(),
    Step::Pictures.name(),
    Step::Alt.name(),
    Step::FirstComment.name(),
    Step::Link.name(),
    Step::CheckPreview.name(),
    Step::Publish.name(),
];

/// Limits of texts.
const TEXT: &[(&str, Sort)] = &[
    ("max", Sort::Number),
    ("unit", Sort::One(UNITS)),
    ("max_bytes", Sort::Number),
    ("max_with_media", Sort::Number),
    ("warn_at", Sort::Number),
    ("title_max", Sort::Number),
    ("comment_max", Sort::Number),
    ("comment_unit", Sort::One(UNITS)),
    ("hashtags_max", Sort::Number),
    ("mentions_max", Sort::Number),
    ("links_max", Sort::Number),
    ("fold_mobile", Sort::Number),
    ("fold_desktop", Sort::Number),
    ("fold_lines", Sort::Number),
    ("markup", Sort::One(MARKUPS)),
    ("hashtags", Sort::One(&["written", "end", "comment"])),
    ("dead_links", Sort::YesNo),
];

/// Kinds of pictures and films.
const KINDS: &[&str] = &[
    Kind::Jpeg.word(),
    Kind::Png.word(),
    Kind::Gif.word(),
    Kind::Webp.word(),
    Kind::Heic.word(),
    Kind::Avif.word(),
    Kind::Bmp.word(),
    Kind::Tiff.word(),
    Kind::Mp4.word(),
    Kind::Mov.word(),
    Kind::Webm.word(),
    Kind::Mkv.word(),
    Kind::Avi.word(),
];

/// Limits of pictures and films.
const MEDIA: &[(&str, Sort)] = &[
    ("images_max", Sort::Number),
    ("image_bytes", Sort::Number),
    ("required", Sort::YesNo),
    ("image_kinds", Sort::Some(KINDS)),
    ("width_min", Sort::Number),
    ("sides_sum_max", Sort::Number),
    ("side_ratio_max", Sort::Number),
    ("gif_bytes", Sort::Number),
    ("gifs_max", Sort::Number),
    ("films_max", Sort::Number),
    ("film_bytes", Sort::Number),
    ("film_kinds", Sort::Some(KINDS)),
    ("apart", Sort::YesNo),
    ("documents", Sort::YesNo),
    ("alt_max", Sort::Number),
    ("by_program", Sort::List),
];

/// Everything a platform can say.
const FIELDS: &[(&str, Sort)] = &[
    ("id", Sort::Words),
    ("code", Sort::Words),
    ("name", Sort::Words),
    ("name_ru", Sort::Words),
    ("aliases", Sort::List),
    ("kind", Sort::One(&["network", "reviews", "archive"])),
    ("text", Sort::Fields(TEXT)),
    ("media", Sort::Fields(MEDIA)),
    ("alt_text", Sort::YesNo),
    ("first_comment", Sort::YesNo),
    ("ads_ru", Sort::One(&["free", "disputed", "banned"])),
    ("modes", Sort::Some(&["auto", "handoff", "assisted"])),
    ("look_every", Sort::Number),
    ("watch", Sort::Number),
    ("share", Sort::Words),
    ("compose", Sort::Words),
    ("checklist", Sort::Some(STEPS)),
    ("src", Sort::Words),
    ("from_memory", Sort::List),
];

/// What a new platform cannot do without.
const NEEDED: &[&str] = &["code", "name", "kind", "modes"];

/// Largest number: more letters, bytes or minutes than anybody has.
const MOST: u64 = 4_000_000_000;

/// A platform of hers while it is read.
struct Hers {
    id: String,
    /// Where it begins.
    at: usize,
    /// Where each of its fields stands.
    fields: HashMap<String, usize>,
    table: Table,
}

impl Hers {
    /// Where a field stands; a field she did not write is wrong where the platform begins.
    fn place(&self, field: &str) -> usize {
        self.fields.get(field).copied().unwrap_or(self.at)
    }
}

/// Lays a page over these tables of ours; refuses the whole page with all its mistakes.
pub(super) fn over(ours: Vec<Table>, page: &str) -> Result<Vec<Platform>, Vec<Mistake>> {
    let (mut page, root) = Page::toml(page);
    let mut hers: Vec<Hers> = Vec::new();
    for (name, value) in in_order(root.get_ref()) {
        match value.get_ref().as_array() {
            Some(list) if name.get_ref() == "platform" => {
                for item in list {
                    hers.extend(read(&mut page, item, &ours));
                }
            }
            _ => {
                let words = Words::new("platform-stray").with("key", quote(name.get_ref()));
                page.complain(name.span().start, words);
            }
        }
    }
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for new in &hers {
        if let Some(earlier) = seen.insert(&new.id, new.at) {
            let words = Words::new("platform-twice")
                .with("platform", &new.id)
                .with("other", page.place(earlier).0);
            page.complain(new.place("id"), words);
        }
    }
    if page.is_right() {
        let list = together(&mut page, ours, &hers);
        if page.is_right() {
            return Ok(list);
        }
    }
    Err(page.finish())
}

/// The page laid over ours, as platforms; what is wrong only now is told of the page.
fn together(page: &mut Page<'_>, mut tables: Vec<Table>, hers: &[Hers]) -> Vec<Platform> {
    for new in hers {
        match tables
            .iter_mut()
            .find(|table| id_of(table) == Some(&new.id))
        {
            Some(below) => lay_over(below, new.table.clone()),
            None => tables.push(completed(new.table.clone())),
        }
    }
    let of_hers = |id: &str| hers.iter().find(|new| new.id == id);
    let mut list = Vec::with_capacity(tables.len());
    for table in tables {
        let at = id_of(&table).and_then(of_hers).map_or(0, |new| new.at);
        match Platform::deserialize(Value::Table(table)) {
            Ok(platform) => list.push(platform),
            Err(error) => {
                page.complain(
                    at,
                    Words::new("page-syntax").with("detail", error.message()),
                );
            }
        }
    }
    for flaw in look_for(&list) {
        let at = flaw.platforms.iter().find_map(|id| of_hers(id));
        page.complain(at.map_or(0, |new| new.place(flaw.field)), flaw.words);
    }
    list
}

/// One platform of the page, if it can be laid over ours.
fn read(page: &mut Page<'_>, item: &Spanned<DeValue<'_>>, ours: &[Table]) -> Option<Hers> {
    let at = item.span().start;
    let Some(table) = item.get_ref().as_table() else {
        page.complain(at, Words::new("platform-stray").with("key", "platform"));
        return None;
    };
    let before = page.mistakes();
    let mut fields = HashMap::new();
    for (name, value) in in_order(table) {
        fields.insert(name.get_ref().to_string(), value.span().start);
    }
    look(page, "", table, FIELDS);
    let id = table.get("id").and_then(|id| id.get_ref().as_str());
    let Some(id) = id.map(str::trim) else {
        if !fields.contains_key("id") {
            page.complain(at, Words::new("platform-nameless"));
        }
        return None;
    };
    if !is_id(id) {
        let words = Words::new("platform-id").with("platform", quote(id));
        page.complain(fields.get("id").copied().unwrap_or(at), words);
    } else if !ours.iter().any(|table| id_of(table) == Some(id)) {
        for field in NEEDED.iter().filter(|field| !fields.contains_key(**field)) {
            let words = Words::new("platform-lacks")
                .with("platform", id)
                .with("field", field);
            page.complain(at, words);
        }
    }
    (page.mistakes() == before).then(|| Hers {
        id: id.to_owned(),
        at,
        fields,
        table: table_of(table),
    })
}

/// Looks at the fields of a table and at the tables within it.
fn look(page: &mut Page<'_>, above: &str, table: &DeTable<'_>, fields: &'static [(&str, Sort)]) {
    for (name, value) in in_order(table) {
        let key = match above {
            "" => name.get_ref().to_string(),
            above => format!("{above}.{}", name.get_ref()),
        };
        let known = fields.iter().find(|(field, _)| field == name.get_ref());
        let Some((_, sort)) = known else {
            let words = unknown(name.get_ref(), fields.iter().map(|(field, _)| *field));
            page.complain(name.span().start, words);
            continue;
        };
        let at = value.span().start;
        let value = value.get_ref();
        let tried = match sort {
            Sort::Words => words(&key, value).map(drop),
            Sort::List => list(&key, value).map(drop),
            Sort::YesNo => yes_or_no(&key, value).map(drop),
            Sort::Number => number(&key, value, 0..=MOST).map(drop),
            Sort::One(all) => words(&key, value).and_then(|it| choice(&key, it, all).map(drop)),
            Sort::Some(all) => list(&key, value).and_then(|list| {
                let mut each = list.iter();
                each.try_for_each(|it| choice(&key, it, all).map(drop))
            }),
            Sort::Fields(inner) => match value.as_table() {
                Some(inside) => {
                    look(page, &key, inside, inner);
                    Ok(())
                }
                None => Err(Words::new("page-wants-table").with("key", &key)),
            },
        };
        page.check(at, tried);
    }
}

/// A new platform with what she need not say.
fn completed(mut table: Table) -> Table {
    let name = table.get("name").cloned();
    let usual = [
        (
            "name_ru",
            name.unwrap_or_else(|| Value::String(String::new())),
        ),
        ("aliases", Value::Array(Vec::new())),
        ("text", Value::Table(Table::new())),
        ("look_every", Value::Integer(0)),
        ("watch", Value::Integer(120)),
        ("src", Value::String("platforms.toml".to_owned())),
    ];
    for (field, value) in usual {
        table.entry(field).or_insert(value);
    }
    table
}

fn id_of(table: &Table) -> Option<&str> {
    table.get("id").and_then(Value::as_str)
}

/// Fields of `over` replace those of `under`, tables field by field; aliases add up, so that nobody unlearns ours.
fn lay_over(under: &mut Table, over: Table) {
    for (field, value) in over {
        match (under.get_mut(&field), value) {
            (Some(Value::Table(below)), Value::Table(above)) => lay_over(below, above),
            (Some(Value::Array(ours)), Value::Array(theirs)) if field == "aliases" => {
                ours.extend(theirs);
            }
            (_, value) => {
                under.insert(field, value);
            }
        }
    }
}

fn table_of(table: &DeTable<'_>) -> Table {
    let lines = table.iter();
    lines
        .map(|(name, value)| (name.get_ref().to_string(), value_of(value.get_ref())))
        .collect()
}

/// A value without its place. Only sorts that platforms have get here.
fn value_of(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::String(text.trim().to_owned()),
        DeValue::Boolean(it) => Value::Boolean(*it),
        DeValue::Array(list) => {
            Value::Array(list.iter().map(|item| value_of(item.get_ref())).collect())
        }
        DeValue::Table(table) => Value::Table(table_of(table)),
        DeValue::Integer(digits) => {
            let read = i64::from_str_radix(digits.as_str(), digits.radix());
            Value::Integer(read.unwrap_or_default())
        }
        DeValue::Float(digits) => Value::String(digits.as_str().to_owned()),
        DeValue::Datetime(moment) => Value::Datetime(*moment),
    }
}
