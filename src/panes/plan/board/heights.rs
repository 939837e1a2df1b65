//! How many rows each band gets: what it needs while there is room, the tallest giving way first.

/// Heights of the bands for so many rows; every band keeps `least`, even if that is more than there are.
pub(super) fn share(needs: &[u16], least: u16, rows: u16) -> Vec<u16> {
    let mut heights: Vec<u16> = needs.iter().map(|need| (*need).max(least)).collect();
    let mut over = heights
        .iter()
        .map(|height| usize::from(*height))
        .sum::<usize>()
        .saturating_sub(usize::from(rows));
    while over > 0 {
        let Some(tallest) = heights.iter_mut().rev().max() else {
            break;
        };
        if *tallest <= least {
            break;
        }
        *tallest -= 1;
        over -= 1;
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_get_what_they_need_while_there_is_room() {
        assert_eq!(share(&[1, 3, 0], 1, 9), [1, 3, 1]);
        assert_eq!(share(&[], 1, 9), [0; 0]);
    }

    #[test]
    fn the_tallest_gives_way_first_and_nobody_vanishes() {
        assert_eq!(share(&[12, 3, 1], 1, 8), [4, 3, 1]);
        assert_eq!(share(&[12, 12], 2, 3), [2, 2]);
    }
}
