//! `check`: is the desk sound?

use super::door::Door;
use super::stop::Stop;
use crate::domain::words::Words;
use crate::store::Finding;

/// Says what was found; exit code 1 when that is anything.
pub(super) fn run(door: &mut Door<'_>) -> Result<(), Stop> {
    // A desk that is not there is not made in order to be found sound.
    drop(door.reader()?);
    let findings = door.store()?.check()?;
    if findings.is_empty() {
        return door.answer(&Words::new("check-sound"));
    }
    for finding in &findings {
        door.answer(&words(finding))?;
    }
    Err(Stop::Found)
}

fn words(finding: &Finding) -> Words {
    match finding {
        Finding::Damaged(detail) => Words::new("check-damaged").with("detail", detail),
        Finding::Orphan(row) => Words::new("check-orphan").with("row", row),
        Finding::Drifted { table, rows } => Words::new("check-drifted")
            .with("table", table)
            .with("n", rows),
        Finding::MediaMissing(hash) => Words::new("check-media").with("hash", hash),
    }
}
