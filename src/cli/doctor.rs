//! `doctor`: everything that is worth knowing when something is wrong, in lines with tabs that can be sent to somebody.

use std::fs;
use std::io::IsTerminal;
use std::path::Path;

use super::config;
use super::dictionaries;
use super::door::Door;
use super::list::outside;
use super::paths;
use super::stop::Stop;
use crate::domain::words::Words;
use crate::domain::zone::{offset_label, tzdb_version};
use crate::neighbours::{Hearing, Kind, daemon};
use crate::term::panic::last_crash;

/// What is known, by name.
type Facts = Vec<(&'static str, String)>;

/// Tells all facts, then everything that is wrong; exit code 1 when anything is.
pub(super) fn run(door: &mut Door<'_>) -> Result<(), Stop> {
    let mut wrong: Vec<Words> = config::everything_wrong(door)?
        .iter()
        .map(|it| it.words(&door.locale))
        .collect();
    let mut facts = facts(door)?;
    desk(door, &mut facts, &mut wrong)?;
    if crate::store::Store::is_at(&door.paths()?.desk()) {
        dictionaries::tell(door, &mut facts);
    }
    paths::tell(door, &facts)?;
    if let Some(report) = door.paths().ok().and_then(|paths| last_crash(&paths.state)) {
        door.remark(&Words::new("doctor-crash").with("path", report.display()));
    }
    if wrong.is_empty() {
        door.remark(&Words::new("doctor-well"));
        return Ok(());
    }
    Err(Stop::Refused(wrong))
}

fn facts(door: &Door<'_>) -> Result<Facts, Stop> {
    let mut facts = vec![("postdesk", env!("CARGO_PKG_VERSION").to_owned())];
    facts.extend(paths::lines(door)?);
    facts.push(("language", door.locale.lang().tag().to_owned()));
    facts.push((
        "zone",
        format!("{} {}", door.zone.name(), offset_label(door.now, door.zone)),
    ));
    // As she wrote them, or that she wrote none: then only nights are warned about.
    let hours = door.config.hours.as_str();
    let hours = if hours.is_empty() { "—" } else { hours };
    facts.push(("hours", crate::domain::sanitize::line(hours)));
    facts.push(("tzdb", tzdb_version().to_owned()));
    facts.push(("theme", door.config.theme(&door.world.manners).to_owned()));
    facts.push(("pictures", door.way().word().to_owned()));
    let yes = |there: bool| if there { "yes" } else { "no" }.to_owned();
    facts.push(("stdin.terminal", yes(std::io::stdin().is_terminal())));
    facts.push(("stdout.terminal", yes(std::io::stdout().is_terminal())));
    let told = door.world.terminal.iter();
    facts.extend(told.map(|(name, value)| (*name, crate::domain::sanitize::line(value))));
    Ok(facts)
}

/// The desk, where there is one: schema, sizes, how much of everything.
fn desk(door: &mut Door<'_>, facts: &mut Facts, wrong: &mut Vec<Words>) -> Result<(), Stop> {
    let folder = door.paths()?.desk();
    if !crate::store::Store::is_at(&folder) {
        door.remark(&Words::new("cli-no-desk").with("folder", folder.display()));
        return Ok(());
    }
    facts.push(("desk.bytes", weight(&folder).to_string()));
    let told = door.reader().and_then(|reader| {
        let (found, known) = reader.schema()?;
        Ok((found, known, reader.counts()?))
    });
    neighbours(door, facts, &folder);
    match told {
        Ok((found, known, counts)) => {
            facts.push(("schema", format!("{found} ({known})")));
            let each = counts.into_iter();
            facts.extend(each.map(|(name, count)| (name, count.to_string())));
        }
        Err(stop) => {
            for words in stop.words() {
                if !wrong.contains(words) {
                    wrong.push(words.clone());
                }
            }
        }
    }
    Ok(())
}

/// Who else is on the desk, and whether they can be heard. Not to hear them is no mistake: work goes on.
fn neighbours(door: &mut Door<'_>, facts: &mut Facts, folder: &Path) {
    let daemon = daemon(folder).map_or_else(
        || "—".to_owned(),
        |it| format!("{} {}", it.pid, outside(it.since, door.zone)),
    );
    facts.push(("daemon", daemon));
    let looks = door.reader().ok().and_then(|reader| reader.lease().ok());
    if let Some(lease) = looks {
        let kind = lease.kind.map_or("—", Kind::word);
        facts.push(("clock", format!("{kind} ({})", lease.epoch)));
    }
    if let Err(deaf) = Hearing::open(folder) {
        door.remark(&deaf.words());
    }
}

/// Bytes of all files in a folder and below; what cannot be read weighs nothing.
fn weight(folder: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(folder) else {
        return 0;
    };
    let of = |entry: fs::DirEntry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => weight(&entry.path()),
        Ok(kind) if kind.is_file() => entry.metadata().map_or(0, |facts| facts.len()),
        _ => 0,
    };
    entries.flatten().map(of).sum()
}
