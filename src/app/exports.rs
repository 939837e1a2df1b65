//! Taking what is shown out into a file: the window that asks for its form and name, the worker that writes it, and what came
//! of it.

use std::fs;
use std::path::{Path, PathBuf};

use super::{App, env};
use crate::domain::words::Words;
use crate::effect::Weight;
use crate::overlays::{Export, Overlay};
use crate::report::export::{Trouble, Wanted, file, write as write_rows};
use crate::store::Store;

/// Where files lie that were given no other place.
const FOLDER: &str = "exports";

/// Where a file lies: by its whole path, in her home folder, or among the exports of the desk.
pub fn path(desk: &Path, file: &str, home: Option<&PathBuf>) -> PathBuf {
    let file = file.trim();
    match (file.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        // A whole path takes the place of what it is joined to.
        _ => desk.join(FOLDER).join(file),
    }
}

/// Writes a file, with a reader of its own.
pub fn write(desk: &Path, wanted: &Wanted, path: &Path, replace: bool) -> Result<usize, Trouble> {
    let ours = desk.join(FOLDER);
    if path.starts_with(&ours) {
        fs::create_dir_all(&ours)?;
    }
    let reader = Store::open_for_reading(desk)?;
    file::whole(path, replace, |out| write_rows(&reader, wanted, out))
}

impl App {
    /// Asks how the open room is to be taken out.
    pub(super) fn open_export(&mut self) {
        let env = env!(self);
        let Some(wanted) = self.rooms.takes_out(self.pane, &env) else {
            self.toast = Some((Words::new("export-not-here"), Weight::Note));
            return;
        };
        let folder = self.store.folder().join(FOLDER);
        let sheet = Export::open(wanted, folder, &env);
        self.overlays.push(Overlay::Export(Box::new(sheet)));
    }

    /// A file is there, or is not; where its window has gone meanwhile, the footer says so.
    pub(super) fn exported(&mut self, path: &Path, written: Result<usize, Trouble>) {
        if let Some(Overlay::Export(sheet)) = self.overlays.last_mut() {
            return sheet.written(path, written);
        }
        self.toast = Some(match written {
            Ok(_) => {
                let words = Words::new("export-lies").with("file", path.display());
                (words, Weight::Plain)
            }
            Err(trouble) => (trouble.words(), Weight::Bad),
        });
    }
}
