//! A file of which only little is read: a few bytes here and there, and not too often.

use std::io::{Read, Seek, SeekFrom};

/// How often a file is read at most: more than any header needs, and no time for a file made to keep us busy.
const READS: u32 = 2_000;

/// The bytes of a file.
pub(super) struct Source<R> {
    from: R,
    bytes: u64,
    reads: u32,
}

impl<R: Read + Seek> Source<R> {
    pub(super) fn new(from: R, bytes: u64) -> Self {
        Self {
            from,
            bytes,
            reads: 0,
        }
    }

    /// How many bytes there are.
    pub(super) const fn len(&self) -> u64 {
        self.bytes
    }

    /// These bytes; none where the file ends before, or has been read too often.
    pub(super) fn at<const N: usize>(&mut self, from: u64) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        self.go(from)?;
        self.from.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }

    /// So many bytes from the beginning, or as many as there are.
    pub(super) fn head(&mut self, most: u64) -> Option<Vec<u8>> {
        let mut head = Vec::new();
        self.go(0)?;
        let mut first = self.from.by_ref().take(most);
        first.read_to_end(&mut head).ok()?;
        Some(head)
    }

    fn go(&mut self, from: u64) -> Option<()> {
        self.reads += 1;
        if self.reads > READS || from > self.bytes {
            return None;
        }
        self.from.seek(SeekFrom::Start(from)).ok().map(drop)
    }
}
