//! What was said about files by hand is known the next time: columns by the look of the header, names everywhere.

use std::collections::BTreeMap;

use super::stand_in::StandIns;
use crate::import::header::Kind;
use crate::import::{Assignment, Field};
use crate::store::{Memo, Reader, Result};

/// Under which key the names are kept.
const NAMES: &str = "import.names";

/// Columns kept for one header; a file may have more, a hand has not.
const MOST: usize = 200;

/// Columns of one header: the name, and the id of what it means; `-` for nothing.
type Kept = BTreeMap<String, String>;

/// What was said about the columns of such a header before.
pub(super) fn columns(reader: &Reader, kind: Kind, print: &str) -> Result<Vec<Assignment>> {
    let kept = reader.memory(&key(kind, print))?.unwrap_or_default();
    // What another version of the program kept, or nobody, means nothing.
    let kept: Kept = serde_json::from_str(&kept).unwrap_or_default();
    let known = |(column, id): (String, String)| {
        let field = match id.as_str() {
            "-" => None,
            id => Some(Field::from_id(id)?),
        };
        Some(Assignment { column, field })
    };
    Ok(kept.into_iter().filter_map(known).collect())
}

/// What names stood for before.
pub(super) fn names(reader: &Reader) -> Result<StandIns> {
    let kept = reader.memory(NAMES)?.unwrap_or_default();
    Ok(serde_json::from_str(&kept).unwrap_or_default())
}

/// Columns of such a header are read so from now on.
pub(super) fn keep_columns(kind: Kind, print: &str, said: &[Assignment]) -> Memo {
    let id = |it: &Assignment| it.field.map_or("-", Field::id).to_owned();
    let kept: Kept = said
        .iter()
        .take(MOST)
        .map(|it| (it.column.clone(), id(it)))
        .collect();
    Memo::Note {
        key: key(kind, print),
        value: serde_json::to_string(&kept).unwrap_or_default(),
    }
}

/// Names stand for this from now on.
pub(super) fn keep_names(names: &StandIns) -> Memo {
    Memo::Note {
        key: NAMES.to_owned(),
        value: serde_json::to_string(names).unwrap_or_default(),
    }
}

fn key(kind: Kind, print: &str) -> String {
    let kind = match kind {
        Kind::Plan => "plan",
        Kind::Messages => "messages",
        Kind::Readings => "readings",
    };
    format!("import.map.{kind}.{print}")
}
