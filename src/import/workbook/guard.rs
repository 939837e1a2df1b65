//! A workbook is weighed before it is read: how much comes out of the archive, and whether its XML says only what the
//! reader of workbooks can bear. An archive of a few kilobytes can hold gigabytes, and a cell can claim any place.

use std::{
    io::{Cursor, Read},
    path::Path,
};

use zip::ZipArchive;

use super::tags::Tags;
use crate::import::reason::Reason;

/// The most bytes that may come out of the archive: a hundred thousand rows fit several times.
pub(super) const MOST_UNPACKED: usize = 128 << 20;
/// The most parts an archive may have.
const MOST_PARTS: usize = 10_000;

/// Weighs the archive, which may hold no more than `most` bytes; an error says why it is not read.
pub(super) fn weigh(bytes: &[u8], most: usize) -> Result<(), Reason> {
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
    let mut left = most;
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).map_err(|_| broken())?;
        let name = part.name().map_err(|_| broken())?.into_owned();
        let ending = Path::new(&name).extension().unwrap_or_default();
        let is_xml = ending.eq_ignore_ascii_case("xml") || ending.eq_ignore_ascii_case("rels");
        left = part_within(&mut part, is_xml, left)?.ok_or(Reason::UnpacksTooBig {
            most_megabytes: most >> 20,
        })?;
    }
    Ok(())
}

/// Walks through one part; what is left of the allowance, if it lasts.
fn part_within(
    part: &mut impl Read,
    is_xml: bool,
    mut left: usize,
) -> Result<Option<usize>, Reason> {
    let mut tags = Tags::default();
    let mut piece = vec![0; 64 << 10];
    loop {
        let read = part
            .read(&mut piece)
            .map_err(|_| Reason::WorkbookBroken {})?;
        if read == 0 {
            return Ok(Some(left));
        }
        left = match left.checked_sub(read) {
            Some(left) => left,
            None => return Ok(None),
        };
        let bearable = !is_xml || tags.bear(piece.get(..read).unwrap_or_default());
        if !bearable {
            return Err(Reason::WorkbookBroken {});
        }
    }
}
