//! `check`: is the desk sound, are its pictures, and can its backups be trusted?

use std::fs;
use std::path::Path;

use clap::Args;
use serde_json::{Value, json};

use super::door::Door;
use super::stop::Stop;
use crate::domain::words::Words;
use crate::store::Finding;
use crate::store::keeping::{self, MediaFinding, Weighed};

/// How it is looked at.
#[derive(Debug, Args)]
pub(super) struct CheckOrder {
    #[arg(long)]
    backups: bool,
    #[arg(long)]
    mend: bool,
    #[arg(long)]
    json: bool,
}

/// How many of the newest backups are read to the last byte.
const BACKUPS: usize = 3;

/// Says what was found; exit code 1 when that is anything that is wrong.
pub(super) fn run(door: &mut Door<'_>, order: &CheckOrder) -> Result<(), Stop> {
    // A desk that is not there is not made in order to be found sound.
    drop(door.reader()?);
    let mut store = door.store()?;
    let mut looked = Looked::default();
    for finding in store.check()? {
        looked.wrong(said(&finding));
    }
    let (media, orphans) = store.check_media()?;
    for finding in media {
        looked.wrong(said_of_media(&finding));
    }
    let desk = store.folder().to_owned();
    looked.leftovers("orphans", "check-orphans", orphans);
    for (kind, key) in [("outbox", "check-outbox"), ("editing", "check-editing")] {
        looked.leftovers(kind, key, weight(&desk.join(kind)));
    }
    if order.backups {
        look_at_backups(&desk, &mut looked)?;
    }
    if order.mend {
        store.mend()?;
        looked.note("mended", &Words::new("check-mended"), json!({}));
    }
    tell(door, looked, order.json)
}

/// What was found.
#[derive(Default)]
struct Looked {
    /// What is wrong: its kind, the sentence, and the same for scripts.
    wrong: Vec<(Words, Value)>,
    /// What is good to know.
    notes: Vec<(Words, Value)>,
}

impl Looked {
    fn wrong(&mut self, (kind, words, fields): (&str, Words, Value)) {
        self.wrong.push((words, with_kind(kind, fields)));
    }

    fn note(&mut self, kind: &str, words: &Words, fields: Value) {
        self.notes.push((words.clone(), with_kind(kind, fields)));
    }

    fn leftovers(&mut self, kind: &str, key: &str, weighed: Weighed) {
        if weighed.files > 0 {
            let words = Words::new(key)
                .with("n", weighed.files)
                .with("kb", weighed.bytes.div_ceil(1024));
            let fields = json!({ "files": weighed.files, "bytes": weighed.bytes });
            self.note(kind, &words, fields);
        }
    }
}

fn with_kind(kind: &str, mut fields: Value) -> Value {
    if let Some(map) = fields.as_object_mut() {
        map.insert("kind".to_owned(), kind.into());
    }
    fields
}

fn tell(door: &mut Door<'_>, looked: Looked, as_json: bool) -> Result<(), Stop> {
    let sound = looked.wrong.is_empty();
    if as_json {
        let fields = |it: Vec<(Words, Value)>| it.into_iter().map(|it| it.1).collect::<Vec<_>>();
        let told = json!({
            "sound": sound,
            "wrong": fields(looked.wrong),
            "notes": fields(looked.notes),
        });
        door.say.json(&told)?;
    } else {
        for (words, _) in &looked.wrong {
            door.answer(words)?;
        }
        if sound {
            door.answer(&Words::new("check-sound"))?;
        }
        for (words, _) in &looked.notes {
            door.remark(words);
        }
    }
    if sound { Ok(()) } else { Err(Stop::Found) }
}

/// The newest backups, read to the last byte.
fn look_at_backups(desk: &Path, looked: &mut Looked) -> Result<(), Stop> {
    let kept = keeping::list(desk)?;
    if kept.is_empty() {
        let words = Words::new("check-no-backups");
        looked.wrong(("no-backups", words, json!({})));
    }
    for one in kept.iter().take(BACKUPS) {
        let found = match keeping::prove(&one.folder) {
            Ok(proof) => proof.broken,
            Err(unsound) => vec![unsound],
        };
        let name = &one.name;
        if found.is_empty() {
            let words = Words::new("check-backup-sound").with("name", name);
            looked.note("backup-sound", &words, json!({ "name": name }));
        }
        for unsound in found {
            let fields = json!({ "name": name, "detail": unsound.to_string() });
            let words = Words::new("check-backup").with("name", name);
            looked.wrong(("backup", words.with("detail", &unsound), fields));
        }
    }
    Ok(())
}

fn said(finding: &Finding) -> (&'static str, Words, Value) {
    match finding {
        Finding::Damaged(detail) => (
            "damaged",
            Words::new("check-damaged").with("detail", detail),
            json!({ "detail": detail }),
        ),
        Finding::Orphan(row) => (
            "orphan",
            Words::new("check-orphan").with("row", row),
            json!({ "row": row }),
        ),
        Finding::Drifted { table, rows } => (
            "drifted",
            Words::new("check-drifted")
                .with("table", table)
                .with("n", rows),
            json!({ "table": table, "rows": rows }),
        ),
        Finding::TextChanged { table, row } => (
            "text-changed",
            Words::new("check-text")
                .with("table", table)
                .with("row", row),
            json!({ "table": table, "row": row }),
        ),
        Finding::MediaMissing(hash) => missing(hash),
    }
}

fn said_of_media(finding: &MediaFinding) -> (&'static str, Words, Value) {
    match finding {
        MediaFinding::Missing(hash) => missing(hash),
        MediaFinding::Changed(hash) => (
            "media-changed",
            Words::new("check-media-changed").with("hash", hash),
            json!({ "hash": hash }),
        ),
    }
}

fn missing(hash: &str) -> (&'static str, Words, Value) {
    (
        "media-missing",
        Words::new("check-media").with("hash", hash),
        json!({ "hash": hash }),
    )
}

/// Files in a folder and below, and their bytes; what cannot be read weighs nothing.
fn weight(folder: &Path) -> Weighed {
    let mut weighed = Weighed::default();
    let Ok(entries) = fs::read_dir(folder) else {
        return weighed;
    };
    for entry in entries.flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => {
                let below = weight(&entry.path());
                weighed.files += below.files;
                weighed.bytes += below.bytes;
            }
            Ok(kind) if kind.is_file() => {
                weighed.files += 1;
                weighed.bytes += entry.metadata().map_or(0, |it| it.len());
            }
            _ => {}
        }
    }
    weighed
}
