//! Where a table's header stands, or that it has none: a title may stand above it, and bulk files begin with a post.

use super::{Kind, known, words::is_network};
use crate::import::stamp::is_dated;

/// How many rows are looked at in search of the header.
pub(in crate::import) const NEAR_TOP: usize = 16;

/// The top of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Top {
    /// The place of the header among the rows looked at; none when the first of them is a row already.
    pub(in crate::import) place: Option<usize>,
}

/// Finds the header among the first rows; `said` is what she says about it.
pub(in crate::import) fn top(rows: &[Vec<String>], kind: Kind, said: Option<bool>) -> Top {
    let place = match said {
        Some(false) => None,
        Some(true) => Some(0),
        None => found(rows, kind),
    };
    Top { place }
}

fn found(rows: &[Vec<String>], kind: Kind) -> Option<usize> {
    let scores = rows.iter().map(|row| score(row, kind)).enumerate();
    // A row that stands below others is their header only if they are titles: of far fewer cells than it has.
    let scores = scores.filter(|(place, _)| {
        let own = rows.get(*place).map_or(0, |row| filled(row));
        let above = rows.iter().take(*place);
        above.map(|row| filled(row)).all(|many| many * 2 <= own)
    });
    // Of equals the first: what repeats the header further down is told as such.
    let best = scores.collect::<Vec<_>>().into_iter().rev();
    match best.max_by_key(|(_, score)| *score) {
        Some((place, score)) if score >= 2 || (score == 1 && place == 0) => Some(place),
        _ if rows
            .first()
            .is_some_and(|row| row.iter().any(|cell| is_dated(cell))) =>
        {
            None
        }
        _ => Some(0),
    }
}

fn filled(row: &[String]) -> usize {
    row.iter().filter(|cell| !cell.is_empty()).count()
}

/// How many cells of a row are names of columns. A row with a date in it is no header.
fn score(row: &[String], kind: Kind) -> usize {
    if row.iter().any(|cell| is_dated(cell)) {
        return 0;
    }
    let names = row.iter().filter(|cell| known(cell, kind).is_some());
    let names = names.count();
    if names == 0 {
        return 0;
    }
    names + row.iter().filter(|cell| is_network(cell)).count()
}
