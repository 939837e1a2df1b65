//! The file itself: written beside its place and put there whole, or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::Trouble;

/// Bytes gathered before they go to the disk.
const GATHERED: usize = 256 * 1024;

/// Writes a file. One that is there already is only replaced where that was asked for. What is no file of its own, a pipe or
/// a device, is written to as it is.
pub fn whole<T>(
    path: &Path,
    replace: bool,
    write: impl FnOnce(&mut dyn Write) -> Result<T, Trouble>,
) -> Result<T, Trouble> {
    match fs::metadata(path) {
        Ok(there) if there.is_file() && !replace => {
            return Err(Trouble::There(path.display().to_string()));
        }
        Ok(there) if there.is_dir() => {
            return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
        }
        Ok(there) if !there.is_file() => {
            return write(&mut BufWriter::with_capacity(
                GATHERED,
                File::options().write(true).open(path)?,
            ));
        }
        _ => {}
    }
    let Some(name) = path.file_name() else {
        return Err(io::Error::from(io::ErrorKind::InvalidInput).into());
    };
    let making = path.with_file_name(format!(
        ".making-{}-{}",
        std::process::id(),
        name.to_string_lossy()
    ));
    let written = make(&making, write).and_then(|made| {
        fs::rename(&making, path)?;
        Ok(made)
    });
    if written.is_err() {
        // What is left of it is of no use to anybody; that it cannot be removed either is no second failure.
        fs::remove_file(&making).ok();
    }
    written
}

fn make<T>(
    making: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, Trouble>,
) -> Result<T, Trouble> {
    let mut file = BufWriter::with_capacity(GATHERED, File::create(making)?);
    let made = write(&mut file)?;
    file.into_inner()
        .map_err(io::IntoInnerError::into_error)?
        .sync_all()?;
    Ok(made)
}
