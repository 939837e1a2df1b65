//! The tags of a workbook's XML, looked at as they pass: places of cells that exist, counts that can be kept.
//!
//! The reader behind us adds and reserves by what the file claims, so a claim that is out of every range must not reach
//! it. This is no XML parser: it only has to see every tag that the parser will see.

/// The longest tag taken.
const LONGEST_TAG: usize = 64 << 10;
/// The most strings a workbook may share between its cells.
const MOST_STRINGS: usize = 4_000_000;
/// The most of what the reader keeps one by one: formats, fonts, sheets, relations, merged areas.
const MOST_KEPT: usize = 200_000;
/// The elements that are kept one by one.
const KEPT: [&[u8]; 11] = [
    b"xf",
    b"dxf",
    b"font",
    b"fill",
    b"border",
    b"numFmt",
    b"Relationship",
    b"sheet",
    b"definedName",
    b"mergeCell",
    b"Override",
];

/// Where the eye stands.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum At {
    #[default]
    Text,
    Tag {
        quote: Option<u8>,
    },
    /// A comment, a passage of characters or an instruction, until these bytes.
    Until(&'static [u8]),
}

/// What has been seen of one part.
#[derive(Default)]
pub(super) struct Tags {
    at: At,
    /// The tag so far, or the end of a comment so far.
    inside: Vec<u8>,
    strings: usize,
    kept: usize,
    /// Whether the cell here says that it holds a number.
    in_number: bool,
    /// The number in the value here.
    number: Option<Vec<u8>>,
}

impl Tags {
    /// Looks at the next bytes; false when the part must not be read.
    pub(super) fn bear(&mut self, bytes: &[u8]) -> bool {
        bytes.iter().all(|byte| self.step(*byte))
    }

    fn step(&mut self, byte: u8) -> bool {
        // Letters of two bytes would hide the tags from an eye that reads one.
        if byte == 0 {
            return false;
        }
        match self.at {
            At::Text if byte == b'<' => {
                self.at = At::Tag { quote: None };
                self.inside.clear();
                self.number.take().is_none_or(|number| is_number(&number))
            }
            At::Text => {
                if let Some(number) = self.number.as_mut().filter(|it| it.len() < 64) {
                    number.push(byte);
                }
                true
            }
            At::Until(end) => {
                self.inside.push(byte);
                if self.inside.ends_with(end) {
                    self.at = At::Text;
                }
                if self.inside.len() > LONGEST_TAG {
                    self.inside.drain(..LONGEST_TAG - end.len());
                }
                true
            }
            At::Tag { quote } => self.step_in_tag(byte, quote),
        }
    }

    fn step_in_tag(&mut self, byte: u8, quote: Option<u8>) -> bool {
        if byte == b'>' && quote.is_none() {
            self.at = At::Text;
            return self.tag();
        }
        self.inside.push(byte);
        let quote = match (quote, byte) {
            (None, b'"' | b'\'') => Some(byte),
            (Some(open), byte) if open == byte => None,
            (quote, _) => quote,
        };
        self.at = match self.inside.as_slice() {
            b"?" => At::Until(b"?>"),
            b"!--" => At::Until(b"-->"),
            b"![CDATA[" => At::Until(b"]]>"),
            _ => At::Tag { quote },
        };
        // A comment begins with nothing, so that its own beginning cannot end it.
        if self.at == At::Until(b"-->") || self.at == At::Until(b"]]>") {
            self.inside.clear();
        }
        self.inside.len() <= LONGEST_TAG
    }

    /// Judges a whole tag.
    fn tag(&mut self) -> bool {
        let inside = std::mem::take(&mut self.inside);
        let good = self.judge(&inside);
        self.inside = inside;
        good
    }

    fn judge(&mut self, inside: &[u8]) -> bool {
        if inside.starts_with(b"/") {
            return true;
        }
        // A declaration of a document's type can define anything; no workbook has one.
        if inside.starts_with(b"!") {
            return false;
        }
        let end = inside
            .iter()
            .position(|b| b.is_ascii_whitespace() || *b == b'/')
            .unwrap_or(inside.len());
        let (name, rest) = inside.split_at(end);
        let name = name.rsplit(|b| *b == b':').next().unwrap_or_default();
        self.strings += usize::from(name == b"si");
        self.kept += usize::from(KEPT.contains(&name));
        if self.strings > MOST_STRINGS || self.kept > MOST_KEPT {
            return false;
        }
        match name {
            b"c" => {
                self.in_number = attributes(rest).any(|(key, value)| key == b"t" && value == b"n");
                attributes(rest).all(|(key, value)| key != b"r" || is_place(value))
            }
            b"v" => {
                self.number = self.in_number.then(Vec::new);
                true
            }
            b"row" => attributes(rest).all(|(key, value)| key != b"r" || is_row(value)),
            b"dimension" | b"mergeCell" => {
                attributes(rest).all(|(key, value)| key != b"ref" || is_area(value))
            }
            b"sst" => attributes(rest).all(|(key, value)| key != b"uniqueCount" || is_count(value)),
            _ => true,
        }
    }
}

/// Keys and values of a tag, in its order.
fn attributes(mut rest: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let equals = rest.iter().position(|b| *b == b'=')?;
        let (key, after) = rest.split_at(equals);
        let value = after.get(1..)?.trim_ascii_start();
        let (quote, value) = value.split_first()?;
        let end = value.iter().position(|b| b == quote)?;
        rest = value.get(end + 1..)?;
        Some((key.trim_ascii(), value.get(..end)?))
    })
}

/// Letters of a column and digits of a row: B12.
fn is_place(value: &[u8]) -> bool {
    place(value).is_some()
}

fn place(value: &[u8]) -> Option<(u32, u32)> {
    let end = value.iter().position(u8::is_ascii_digit)?;
    let (letters, digits) = value.split_at(end);
    if !(1..=3).contains(&letters.len()) || !letters.iter().all(u8::is_ascii_alphabetic) {
        return None;
    }
    let column = letters.iter().fold(0, |sum, b| {
        sum * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1
    });
    Some((row(digits)?, column))
}

fn row(digits: &[u8]) -> Option<u32> {
    let plain = (1..=7).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    plain.then(|| {
        digits
            .iter()
            .fold(0, |sum, b| sum * 10 + u32::from(b - b'0'))
    })
}

fn is_row(value: &[u8]) -> bool {
    row(value).is_some_and(|row| row > 0)
}

/// One place, or two of which the first is not behind the second.
fn is_area(value: &[u8]) -> bool {
    let mut places = value.split(|b| *b == b':').map(place);
    match (places.next(), places.next(), places.next()) {
        (Some(Some(_)), None, None) => true,
        (Some(Some(first)), Some(Some(last)), None) => first.0 <= last.0 && first.1 <= last.1,
        _ => false,
    }
}

fn is_count(value: &[u8]) -> bool {
    row(value).is_some_and(|count| count as usize <= MOST_STRINGS)
}

/// A number as XML writes it: -1.5e3.
fn is_number(text: &[u8]) -> bool {
    let digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    let unsigned = |part: &[u8]| digits(part.strip_prefix(b"-").unwrap_or(part));
    let mut parts = text.splitn(2, |b| matches!(b, b'e' | b'E'));
    let whole = parts.next().unwrap_or_default();
    let power = parts
        .next()
        .is_none_or(|power| unsigned(power.strip_prefix(b"+").unwrap_or(power)));
    let mut halves = whole.splitn(2, |b| *b == b'.');
    let front = halves.next().is_some_and(unsigned);
    text.is_empty() || (front && power && halves.next().is_none_or(digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bears(xml: &str) -> bool {
        // Byte by byte, as the worst archive would give it.
        let mut tags = Tags::default();
        xml.as_bytes().chunks(1).all(|piece| tags.bear(piece))
    }

    #[test]
    fn a_sheet_as_spreadsheets_write_it_is_borne() {
        for xml in [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>\
             <row r=\"1\" spans='1:2'><c r=\"A1\" t=\"s\"><v>0</v></c><c t=\"n\" r = 'B1'><v>-4.5E-3</v></c></row>\
             </sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>",
            "<x:row r=\"7\"><x:c r=\"ab7\" t=\"n\"><x:v></x:v></x:c></x:row>",
            "<sst count=\"9\" uniqueCount=\"3\"><si><t>r=\"AAAAAAAAAAAAAAA1\" ref=\"Z\"</t></si></sst>",
            "<a b='>'/><!-- a \" and <c r=\"?\"> --><t><![CDATA[<c r='0'>]]></t><c r=\"A1\"/>",
        ] {
            assert!(bears(xml), "{xml}");
        }
    }

    #[test]
    fn a_claim_out_of_every_range_is_not_borne() {
        for xml in [
            "<c r=\"AAAAAAAAAAAA1\"/>",
            "<x:c\n r='A99999999999'/>",
            "<c s=\"1\" r=\"1\"/>",
            "<c r=\"A1\" r=\"ZZZZZZZ1\"/>",
            "<row r=\"99999999999\">",
            "<row r=\"0\">",
            "<dimension ref=\"B2:A1\"/>",
            "<mergeCell ref=\"A1:B2:C3\"/>",
            "<sst uniqueCount=\"18446744073709551615\">",
            "<c r=\"A1\" t=\"n\"><v>+1</v></c>",
            "<c r=\"A1\" t=\"n\"><v>1.</v></c>",
            "<c r=\"A1\" t=\"n\"><v>١</v></c>",
            "<!DOCTYPE a [<!ENTITY b \"c\">]>",
            "<a b=\"'\"/><c r=\"?\"/>",
            "<!--> --><c r=\"?\"/>",
            "\0<\0c\0",
        ] {
            assert!(!bears(xml), "{xml}");
        }
        assert!(!bears(&"<xf/>".repeat(MOST_KEPT + 1)));
        assert!(!bears(&format!("<c {}>", "a".repeat(LONGEST_TAG))));
    }
}
