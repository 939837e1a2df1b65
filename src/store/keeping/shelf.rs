//! The shelf: which backups there are, which is the newest sound one, and which may go.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::manifest::Manifest;
use super::proof::{Unsound, glance, prove};
use super::{Order, SHELF, disk};
use crate::domain::Moment;
use crate::domain::backup::{Why, named, to_let_go};
use crate::store::error::Result;

/// A backup on the shelf.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub folder: PathBuf,
    /// When it was made.
    pub at: Moment,
    /// Why.
    pub why: Why,
    /// What it says it holds, or what is wrong at the first glance.
    pub manifest: std::result::Result<Manifest, Unsound>,
}

impl Kept {
    pub(super) fn made(folder: PathBuf, order: Order<'_>, manifest: Manifest) -> Self {
        let name = folder.file_name().unwrap_or_default();
        Self {
            name: name.to_string_lossy().into_owned(),
            folder,
            at: order.at,
            why: order.why,
            manifest: Ok(manifest),
        }
    }

    fn at(folder: PathBuf, name: &str) -> Option<Self> {
        let (at, why) = named(name)?;
        let manifest = glance(&folder);
        // The name is good to the minute, the manifest to the moment.
        let at = manifest.as_ref().map_or(at, |it| it.at);
        Some(Self {
            name: name.to_owned(),
            folder,
            at,
            why,
            manifest,
        })
    }
}

/// All backups of the desk, newest first. What has not the name of one, or is only a link, is not one of ours.
pub fn list(desk: &Path) -> Result<Vec<Kept>> {
    let shelf = desk.join(SHELF);
    let mut kept = Vec::new();
    if !shelf.is_dir() {
        return Ok(kept);
    }
    for entry in fs::read_dir(shelf)? {
        let entry = entry?;
        if entry.file_type()?.is_dir()
            && let Some(name) = entry.file_name().to_str()
        {
            kept.extend(Kept::at(entry.path(), name));
        }
    }
    kept.sort_by(|a, b| (b.at, &b.name).cmp(&(a.at, &a.name)));
    Ok(kept)
}

/// Backups that cannot be trusted, each with the reason.
pub type Distrusted = Vec<(Kept, Unsound)>;

/// The newest backup that is sound to the last byte, with those that were tried before it and are not.
pub fn newest_sound(desk: &Path) -> Result<(Option<Kept>, Distrusted)> {
    let mut unsound = Vec::new();
    for kept in list(desk)? {
        match prove(&kept.folder) {
            Ok(_) => return Ok((Some(kept), unsound)),
            Err(why) => unsound.push((kept, why)),
        }
    }
    Ok((None, unsound))
}

/// The backups whose name begins so, or the one that lies in this folder.
pub fn find(desk: &Path, asked: &str) -> Result<Vec<PathBuf>> {
    let called = list(desk)?;
    let exact = called.iter().find(|it| it.name == asked);
    if let Some(exact) = exact {
        return Ok(vec![exact.folder.clone()]);
    }
    if asked.contains(std::path::MAIN_SEPARATOR) {
        return Ok(vec![PathBuf::from(asked)]);
    }
    let begins = called.into_iter().filter(|it| it.name.starts_with(asked));
    Ok(begins.map(|it| it.folder).collect())
}

/// Lets go of the backups that the rule of days, weeks and months does not keep; says how many. Only what is ours to the
/// letter goes: the name, the manifest, and the desk it was made of. Each leaves its name before it leaves the disk.
pub fn let_go(desk: &Path, new: &Kept, day: impl Fn(Moment) -> NaiveDate) -> Result<usize> {
    let Ok(Manifest { desk: id, .. }) = &new.manifest else {
        return Ok(0);
    };
    let ours = |it: &Kept| {
        let manifest = it.manifest.as_ref();
        // The first schemas could not name their desk.
        manifest.is_ok_and(|it| it.desk == *id || it.desk.is_empty())
    };
    let kept: Vec<Kept> = list(desk)?.into_iter().filter(ours).collect();
    let known: Vec<(Moment, Why)> = kept.iter().map(|it| (it.at, it.why)).collect();
    let mut gone = 0;
    for at in to_let_go(&known, day) {
        let shelf = desk.join(SHELF);
        let leaving = shelf.join(disk::making(&format!("{}-gone", kept[at].name)));
        fs::rename(&kept[at].folder, &leaving)?;
        fs::remove_dir_all(&leaving)?;
        gone += 1;
    }
    Ok(gone)
}
