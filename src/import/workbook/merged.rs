//! Merged areas: what is said once for several rows is said in each of them, as the eye reads it.

use calamine::Dimensions;

use super::Spot;
use crate::import::reason::Reason;

/// The most rows filled in all; areas do not overlap, so a sheet of a million rows stays below.
const MOST_FILLED: usize = 4_000_000;

/// Repeats the first cell of each area downwards, in rows that say something else.
pub(super) fn fill(placed: &mut Vec<(u32, Spot)>, areas: &[Dimensions]) -> Result<(), Reason> {
    let mut rows: Vec<u32> = placed.iter().map(|(row, _)| *row).collect();
    rows.dedup();
    let mut more = Vec::new();
    let mut walked = 0;
    for area in areas {
        let ((top, column), bottom) = (area.start, area.end.0);
        let Ok(first) =
            placed.binary_search_by_key(&(top, column), |(row, spot)| (*row, spot.column))
        else {
            continue;
        };
        let spot = placed.get(first).map(|(_, spot)| *spot);
        let below = rows.partition_point(|row| *row <= top);
        let covered = rows.iter().skip(below).take_while(|row| **row <= bottom);
        for row in covered {
            walked += 1;
            if walked > MOST_FILLED {
                return Err(Reason::WorkbookBroken {});
            }
            let place = (*row, column);
            let taken = placed
                .binary_search_by_key(&place, |(row, spot)| (*row, spot.column))
                .is_ok();
            if !taken {
                more.extend(spot.map(|spot| (*row, spot)));
            }
        }
    }
    placed.append(&mut more);
    placed.sort_by_key(|(row, spot)| (*row, spot.column));
    placed.dedup_by_key(|(row, spot)| (*row, spot.column));
    Ok(())
}
