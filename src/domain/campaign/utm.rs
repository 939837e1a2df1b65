//! The name of a campaign in links (`utm_campaign`): small Latin letters, digits, hyphens and underscores, because
//! counters tell "Osen" from "osen" and spell everything else as they like.

use crate::domain::fold::fold;

/// Longer ones are cut when one is suggested.
const LONGEST: usize = 60;

/// Whether it may stand in a link; an empty one says that there is none. Otherwise comes what could stand there instead.
pub fn check(utm: &str) -> Result<(), String> {
    if utm.bytes().all(is_plain) {
        Ok(())
    } else {
        Err(suggest(utm))
    }
}

/// A name for the counters out of any name: letters written in Latin, everything else a hyphen. Empty where nothing of it
/// can be written so.
pub fn suggest(name: &str) -> String {
    let mut utm = String::new();
    for c in fold(name).chars() {
        if utm.len() >= LONGEST {
            break;
        }
        match latin(c) {
            Some(letters) => utm.push_str(letters),
            None if c.is_ascii() && is_plain(c as u8) => utm.push(c),
            None if !utm.ends_with('-') => utm.push('-'),
            None => {}
        }
    }
    utm.trim_matches('-').to_owned()
}

const fn is_plain(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_')
}

/// A Cyrillic or Georgian letter in Latin ones, as passports and road signs spell them.
fn latin(c: char) -> Option<&'static str> {
    let letters = match c {
        'а' | 'ა' => "a",
        'б' | 'ბ' => "b",
        'в' | 'ვ' => "v",
        'г' | 'ґ' | 'გ' => "g",
        'д' | 'დ' => "d",
        'е' | 'э' | 'ე' => "e",
        'є' => "ye",
        'ж' | 'ჟ' => "zh",
        'з' | 'ზ' => "z",
        'и' | 'і' | 'ი' => "i",
        'ї' => "yi",
        'й' | 'ы' => "y",
        'к' | 'კ' | 'ქ' => "k",
        'л' | 'ლ' => "l",
        'м' | 'მ' => "m",
        'н' | 'ნ' => "n",
        'о' | 'ო' => "o",
        'п' | 'პ' | 'ფ' => "p",
        'р' | 'რ' => "r",
        'с' | 'ს' => "s",
        'т' | 'თ' | 'ტ' => "t",
        'у' | 'უ' => "u",
        'ф' => "f",
        'х' | 'ხ' => "kh",
        'ц' | 'ც' | 'წ' => "ts",
        'ч' | 'ჩ' | 'ჭ' => "ch",
        'ш' | 'შ' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        'ღ' => "gh",
        'ყ' => "q",
        'ძ' => "dz",
        'ჯ' => "j",
        'ჰ' => "h",
        _ => return None,
    };
    Some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_written_in_latin_letters() {
        for (name, utm) in [
            ("Осень в «Колосе» 2026", "osen-v-kolose-2026"),
            ("Ёлка & друзья", "elka-druzya"),
            ("რთველი 2026", "rtveli-2026"),
            ("Học thử: Đà Nẵng", "hoc-thu-da-nang"),
            ("Lämpö päivät", "lampo-paivat"),
            ("NOV_breakfast", "nov_breakfast"),
            ("  --  ", ""),
            ("日本語", ""),
            ("", ""),
        ] {
            assert_eq!(suggest(name), utm, "{name}");
        }
    }

    #[test]
    fn only_what_every_counter_spells_alike_may_stand_in_a_link() {
        for fine in ["", "osen-2026", "nov_breakfast", "7"] {
            assert_eq!(check(fine), Ok(()));
        }
        assert_eq!(check("Osen"), Err("osen".to_owned()));
        assert_eq!(check("a b"), Err("a-b".to_owned()));
        assert_eq!(check("осень?x=1"), Err("osen-x-1".to_owned()));
        assert_eq!(check("日本"), Err(String::new()));
    }

    proptest! {
        #[test]
        fn what_is_suggested_may_stand_there(name in "\\PC*") {
            let utm = suggest(&name);
            prop_assert_eq!(check(&utm), Ok(()));
            prop_assert!(utm.len() <= LONGEST + 4);
            prop_assert_eq!(suggest(&utm), utm);
        }
    }
}
