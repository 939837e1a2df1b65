//! Values of JSON objects, and how objects within objects become columns: `{"image": [{"path": …}]}` is `image.path`.

use std::{borrow::Cow, cell::Cell as Counter, collections::VecDeque, fmt};

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::import::{
    reason::Reason,
    table::{Cell, LARGEST_CELL, MOST_COLUMNS, check_cell},
};

/// Whole numbers above this are no longer exact in JSON's usual double (2^53).
const EXACT: f64 = 9_007_199_254_740_992.0;
/// The most values kept of one object with everything in it.
const MOST_VALUES: usize = 1_000_000;
/// How many bytes may be said once for all posts of a list.
const MOST_SHARED: usize = 4 << 10;
/// How deep objects within objects become columns.
const DEEPEST: usize = 4;
/// How many objects of a list become columns.
const MOST_OF_A_LIST: usize = 20;
/// What the list of posts within an object is called.
const LISTS: [&str; 6] = ["posts", "items", "data", "rows", "entries", "results"];

/// Names and values of one object, in its order, doubles kept: they are a problem, not a choice.
pub(super) type Pairs<'a> = Vec<(Cow<'a, str>, Value<'a>)>;

/// One value.
#[derive(Debug, Clone)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    /// Plain values of a list, joined.
    List(String),
    Number(String),
    Empty,
    Object(Pairs<'a>),
    Objects(Vec<Pairs<'a>>),
    Refused(Reason),
}

impl<'a> Value<'a> {
    /// How many bytes its words have.
    fn length(&self) -> usize {
        match self {
            Value::Text(text) => text.len(),
            Value::List(text) | Value::Number(text) => text.len(),
            _ => 0,
        }
    }

    /// The value as a cell; what is within it has columns of its own.
    pub(super) fn into_cell(self) -> Result<Cell<'a>, Reason> {
        match self {
            Value::Text(text) => check_cell(&text).map(|()| Cell::Text(text)),
            Value::List(list) => check_cell(&list).map(|()| Cell::Text(Cow::Owned(list))),
            Value::Number(number) => Ok(Cell::Number(number)),
            Value::Empty => Ok(Cell::Text(Cow::Borrowed(""))),
            Value::Object(_) | Value::Objects(_) => Ok(Cell::Refused(Reason::NestedValue {})),
            Value::Refused(reason) => Ok(Cell::Refused(reason)),
        }
    }
}

/// The posts within an object, and what is said of all of them. An object without such a list is a post itself.
pub(super) fn posts_within<'a>(mut entries: Pairs<'a>) -> (VecDeque<Pairs<'a>>, Pairs<'a>) {
    let listed = |(name, value): &(Cow<'a, str>, Value<'a>)| {
        LISTS.contains(&name.as_ref()) && matches!(value, Value::Objects(_))
    };
    let place = entries.iter().position(listed);
    let Some((_, Value::Objects(posts))) = place.map(|place| entries.remove(place)) else {
        return (VecDeque::from([entries]), Vec::new());
    };
    let mut left = MOST_SHARED;
    let mut shared = flat(entries);
    for (name, value) in &mut shared {
        // Whether all of it is a draft or goes out now is no format of a post.
        if name == "type" {
            *name = Cow::Borrowed("plan.type");
        }
        let length = name.len() + value.length();
        if length > left {
            *value = Value::Refused(Reason::NestedTooBig {});
        }
        left = left.saturating_sub(length);
    }
    (posts.into(), shared)
}

/// A post with what is said of all posts, where it says nothing else itself.
pub(super) fn with_shared<'a>(post: Pairs<'a>, shared: &Pairs<'a>) -> Pairs<'a> {
    let mut post = flat(post);
    let silent = |(name, _): &&(Cow<'a, str>, Value<'a>)| post.iter().all(|(own, _)| own != name);
    let more: Vec<_> = shared.iter().filter(silent).cloned().collect();
    post.extend(more);
    post
}

/// The entries with everything in them spread out: names joined with dots, the second of a list with its number.
fn flat(entries: Pairs<'_>) -> Pairs<'_> {
    let plain = |value: &Value<'_>| !matches!(value, Value::Object(_) | Value::Objects(_));
    if entries.iter().all(|(_, value)| plain(value)) {
        return entries;
    }
    let mut spread = Vec::with_capacity(entries.len());
    for (name, value) in entries {
        spread_out(name, value, 1, &mut spread);
    }
    spread
}

fn spread_out<'a>(name: Cow<'a, str>, value: Value<'a>, depth: usize, spread: &mut Pairs<'a>) {
    let inner = |pairs: Pairs<'a>, prefix: &str, spread: &mut Pairs<'a>| {
        for (part, value) in pairs {
            let name = Cow::Owned(format!("{prefix}.{part}"));
            spread_out(name, value, depth + 1, spread);
        }
    };
    match value {
        Value::Object(_) | Value::Objects(_) if depth >= DEEPEST => {
            spread.push((name, Value::Refused(Reason::NestedValue {})));
        }
        Value::Object(pairs) => inner(pairs, &name, spread),
        Value::Objects(list) => {
            let too_many = list.len() > MOST_OF_A_LIST;
            for (place, pairs) in list.into_iter().take(MOST_OF_A_LIST).enumerate() {
                match place {
                    0 => inner(pairs, &name, spread),
                    place => inner(pairs, &format!("{name}.{}", place + 1), spread),
                }
            }
            if too_many {
                spread.push((name, Value::Refused(Reason::NestedTooBig {})));
            }
        }
        value => spread.push((name, value)),
    }
}

/// A whole object of the file, read within its allowance.
pub(super) struct Top<'a>(pub(super) Pairs<'a>);

impl<'de> Deserialize<'de> for Top<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Top<'de>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let left = Counter::new(MOST_VALUES);
                pairs(map, &left).map(Top)
            }
        }
        from.deserialize_map(Reader)
    }
}

/// The entries of an object. More entries than columns cannot be a row; the rest is walked over without keeping it.
fn pairs<'de, A: MapAccess<'de>>(
    mut map: A,
    left: &Counter<usize>,
) -> Result<Pairs<'de>, A::Error> {
    let mut pairs = Vec::new();
    while let Some(name) = map.next_key_seed(Seed { left })? {
        let value = map.next_value_seed(Seed { left })?;
        if let (Value::Text(name), true) = (name, pairs.len() <= MOST_COLUMNS) {
            pairs.push((name, value));
        }
    }
    Ok(pairs)
}

/// Reads one value, as long as the object's allowance lasts.
#[derive(Clone, Copy)]
struct Seed<'l> {
    left: &'l Counter<usize>,
}

impl Seed<'_> {
    /// Whether one more value may be kept.
    fn keep(self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left > 0
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value<'de>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Self::Value, E> {
        let word = if yes { "true" } else { "false" };
        Ok(Value::Text(Cow::Borrowed(word)))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(if number.abs() < EXACT {
            Value::Number(number.to_string())
        } else {
            Value::Refused(Reason::NumberTooLong {})
        })
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Value::Empty)
    }

    /// A list of plain values reads like a cell with commas: `["VK", "TG"]`.
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut joined = String::new();
        let mut objects = Vec::new();
        let mut refused = None;
        while let Some(value) = list.next_element_seed(self)? {
            if let Value::Object(pairs) = value {
                if self.keep() {
                    objects.push(pairs);
                } else {
                    refused = Some(Reason::NestedTooBig {});
                }
                continue;
            }
            let nested = matches!(value, Value::List(_) | Value::Objects(_));
            match value.into_cell() {
                _ if nested => refused = Some(Reason::NestedValue {}),
                Ok(Cell::Refused(reason)) | Err(reason) => refused = Some(reason),
                Ok(cell) if joined.len() <= LARGEST_CELL => {
                    joined.push_str(if joined.is_empty() { "" } else { ", " });
                    joined.push_str(cell.text());
                }
                Ok(_) => {}
            }
        }
        Ok(match refused {
            Some(reason) => Value::Refused(reason),
            None if objects.is_empty() => Value::List(joined),
            None if joined.is_empty() => Value::Objects(objects),
            None => Value::Refused(Reason::NestedValue {}),
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        // Not `IgnoredAny`: it walks any depth, and then every `{` of a deep file is walked to its end anew.
        let pairs = pairs(map, self.left)?;
        let kept = pairs.iter().all(|_| self.keep());
        Ok(if kept {
            Value::Object(pairs)
        } else {
            Value::Refused(Reason::NestedTooBig {})
        })
    }
}
