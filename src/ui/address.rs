//! An address in few cells: whose it is, and what it says of where a visitor comes from; what lies between goes first.

use super::width::{cut, width};

/// Where the part begins that counters read.
const MARKS: &str = "utm_";

/// An address as it is where it fits; else its host and its marks, or its end where it has none.
pub fn short_address(address: &str, cells: usize) -> String {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    if width(address) <= cells {
        return address.to_owned();
    }
    if width(bare) <= cells {
        return bare.to_owned();
    }
    let host = bare.find(['/', '?', '#']).unwrap_or(bare.len());
    let (host, rest) = bare.split_at(host);
    let tail = match rest.find(MARKS) {
        Some(at) => &rest[at..],
        None => end(rest, cells.saturating_sub(width(host) + 1)),
    };
    cut(&format!("{host}…{tail}"), cells)
}

/// So much of the end as has room.
fn end(text: &str, cells: usize) -> &str {
    let starts = text.char_indices().map(|(at, _)| &text[at..]);
    let mut fitting = starts.filter(|tail| width(tail) <= cells);
    fitting.next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_and_the_marks_are_the_last_to_go() {
        let long = "https://kolos.example/menu/osen/zavtraki?utm_source=vk&utm_medium=social";
        for (cells, shown) in [
            (80, long),
            (
                66,
                "kolos.example/menu/osen/zavtraki?utm_source=vk&utm_medium=social",
            ),
            (50, "kolos.example…utm_source=vk&utm_medium=social"),
            (30, "kolos.example…utm_source=vk&u…"),
            (10, "kolos.exa…"),
        ] {
            assert_eq!(short_address(long, cells), shown, "{cells}");
        }
    }

    #[test]
    fn without_marks_it_is_the_end_that_stays() {
        let long = "https://kolos.example/меню/осенние-завтраки/сырники";
        assert_eq!(short_address(long, 24), "kolos.example…ки/сырники");
        assert_eq!(
            short_address("https://очень-длинный-дом.рф", 10),
            "очень-дли…"
        );
    }

    #[test]
    fn it_never_takes_more_cells_than_it_is_given() {
        let hostile = "https://例え.jp/👩‍👩‍👧/日本?q=ééé#🇷🇺";
        for cells in 0..40 {
            assert!(width(&short_address(hostile, cells)) <= cells, "{cells}");
        }
    }
}
