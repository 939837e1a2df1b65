//! Whole files, as they lie on the disk.
