//! A workbook is weighed before it is read: how much comes out of the archive, and whether its XML says only what the
//! reader of workbooks can bear. An archive of a few kilobytes can hold gigabytes, and a cell can claim any place.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::tags::Tags;
use crate::import::reason::Reason;

/// The most bytes that may come out of the archive: a hundred thousand rows fit several times.
pub(super) const MOST_UNPACKED: usize = 128 << 20;
/// The most parts an archive may have.
const MOST_PARTS: usize = 10_000;

/// Weighs the archive; an error says why it is not read.
pub(super) fn weigh(bytes: &[u8]) -> Result<(), Reason> {
    let broken = || Reason::WorkbookBroken {};
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    if archive.len() > MOST_PARTS {
        return Err(broken());
    }
    // Other archives begin with the same two letters: documents, programs, plain folders.
    let is_workbook = archive
        .file_names()
        .flatten()
        .any(|name| name.eq_ignore_ascii_case("xl/workbook.xml"));
    if !is_workbook {
        return Err(Reason::NotATable {});
    }
    let mut left = MOST_UNPACKED;
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).map_err(|_| broken())?;
        let name = part.name().map_err(|_| broken())?.to_ascii_lowercase();
        let is_xml = name.ends_with(".xml") || name.ends_with(".rels");
        left = part_within(&mut part, is_xml, left)?;
    }
    Ok(())
}

/// Walks through one part; what is left of the allowance.
fn part_within(part: &mut impl Read, is_xml: bool, mut left: usize) -> Result<usize, Reason> {
    let mut tags = Tags::default();
    let mut piece = vec![0; 64 << 10];
    loop {
        let read = part
            .read(&mut piece)
            .map_err(|_| Reason::WorkbookBroken {})?;
        if read == 0 {
            return Ok(left);
        }
        left = left.checked_sub(read).ok_or(Reason::UnpacksTooBig {
            most_megabytes: MOST_UNPACKED >> 20,
        })?;
        let bearable = !is_xml || tags.bear(piece.get(..read).unwrap_or_default());
        if !bearable {
            return Err(Reason::WorkbookBroken {});
        }
    }
}
