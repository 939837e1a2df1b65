//! Wall clocks: what she wrote and where, the moment it means, and what happens when the clocks change.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};
use thiserror::Error;

use super::Moment;

/// A time as a wall clock shows it, and whose wall it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wall {
    /// Date and time on the wall.
    pub local: NaiveDateTime,
    /// Whose clock.
    pub zone: Tz,
}

impl Wall {
    /// What the wall clock of `zone` shows at a moment.
    #[must_use]
    pub fn at(moment: Moment, zone: Tz) -> Self {
        let utc = moment.naive_utc();
        let offset = zone.offset_from_utc_datetime(&utc).fix();
        // Only the last hours of chrono's calendar can overflow; they read as UTC.
        let local = utc.checked_add_offset(offset).unwrap_or(utc);
        Self { local, zone }
    }

    /// The moment it means, with the change of clocks named where there is one.
    #[must_use]
    pub fn resolve(self) -> Resolved {
        resolve(self.local, self.zone)
    }
}

/// The moment a wall time means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolved {
    /// The ordinary case: the wall shows it once.
    Plain(Moment),
    /// The clocks jump over it; it is moved forward by the length of the jump (02:30 becomes 03:30).
    Gap {
        /// The moment it was moved to.
        moved_to: Moment,
    },
    /// The clocks go back and the wall shows it twice.
    Fold {
        /// The first time, which is taken.
        first: Moment,
        /// The second time.
        second: Moment,
    },
}

impl Resolved {
    /// The moment that counts: the moved one in a gap, the first one in a fold.
    #[must_use]
    pub fn moment(self) -> Moment {
        match self {
            Self::Plain(at) | Self::Gap { moved_to: at } | Self::Fold { first: at, .. } => at,
        }
    }
}

/// No such time zone.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no time zone is called {asked:?}; nearest: {}", nearest.join(", "))]
pub struct ZoneError {
    /// What was asked for, cut to 64 characters.
    pub asked: String,
    /// Up to three names that look like it, best first; empty when none does.
    pub nearest: Vec<&'static str>,
}

impl ZoneError {
    /// The sentence for her.
    pub fn words(&self) -> crate::domain::words::Words {
        crate::domain::words::Words::new("zone-unknown")
            .with("asked", &self.asked)
            .with("nearest", self.nearest.join(", "))
    }
}

/// The moment a day begins on the wall of a zone: midnight, or what a change of the clocks makes of it.
#[must_use]
pub fn day_start(day: NaiveDate, zone: Tz) -> Moment {
    resolve(day.and_time(NaiveTime::MIN), zone).moment()
}

/// The moment a wall time means in a zone (promise P18: a gap moves forward by its own length, a fold takes the first).
#[must_use]
pub fn resolve(local: NaiveDateTime, zone: Tz) -> Resolved {
    let offset_at = |utc: NaiveDateTime| {
        let seconds = zone.offset_from_utc_datetime(&utc).fix().local_minus_utc();
        TimeDelta::seconds(i64::from(seconds))
    };
    // Saturating keeps the ends of chrono's calendar harmless.
    let minus = |offset: TimeDelta| local.checked_sub_signed(offset).unwrap_or(local);
    // No zone is further than 15 hours from UTC and none changes twice in 30: the two sides of any change near `local`
    // are the offsets in force a day before and a day after.
    let before = offset_at(minus(TimeDelta::hours(24)));
    let after = offset_at(minus(TimeDelta::hours(-24)));
    let (early, late) = (minus(before.max(after)), minus(before.min(after)));
    let valid = |utc: NaiveDateTime| offset_at(utc) == local - utc;
    match (valid(early), valid(late)) {
        (true, true) if early != late => Resolved::Fold {
            first: early.and_utc(),
            second: late.and_utc(),
        },
        (true, _) => Resolved::Plain(early.and_utc()),
        (false, true) => Resolved::Plain(late.and_utc()),
        (false, false) => Resolved::Gap {
            moved_to: minus(before).and_utc(),
        },
    }
}

/// The zone with this IANA name, in any case; a space is as good as an underscore.
pub fn zone_by_name(name: &str) -> Result<Tz, ZoneError> {
    let asked = name.trim();
    if let Ok(zone) = asked.parse() {
        return Ok(zone);
    }
    let wanted = spelled(asked);
    let found = TZ_VARIANTS
        .iter()
        .find(|zone| spelled(zone.name()) == wanted);
    found.copied().ok_or_else(|| ZoneError {
        asked: asked.chars().take(64).collect(),
        nearest: nearest(&wanted),
    })
}

/// The release of the tz database the moments were resolved with, such as "2025b".
#[must_use]
pub fn tzdb_version() -> &'static str {
    chrono_tz::IANA_TZDB_VERSION
}

/// The distance from UTC at a moment as people write it: "+3", "+5:30", "−3:30", "+0".
#[must_use]
pub fn offset_label(moment: Moment, zone: Tz) -> String {
    let seconds = zone
        .offset_from_utc_datetime(&moment.naive_utc())
        .fix()
        .local_minus_utc();
    let sign = if seconds < 0 { '−' } else { '+' };
    // Offsets with seconds are older than the telephone; the nearest minute will do.
    let minutes = (seconds.unsigned_abs() + 30) / 60;
    match minutes % 60 {
        0 => format!("{sign}{}", minutes / 60),
        rest => format!("{sign}{}:{rest:02}", minutes / 60),
    }
}

fn spelled(name: &str) -> String {
    name.to_lowercase().replace(' ', "_")
}

/// Names whose place begins like the asked one, or differs from it by a slip or two of the finger.
fn nearest(wanted: &str) -> Vec<&'static str> {
    let wanted: Vec<char> = wanted.chars().take(64).collect();
    let place = |name: &[char]| {
        name.rsplit(|&c| c == '/')
            .next()
            .unwrap_or_default()
            .to_vec()
    };
    let asked_place = place(&wanted);
    if asked_place.len() < 3 {
        return Vec::new();
    }
    let mut ranked: Vec<(usize, &'static str)> = TZ_VARIANTS
        .iter()
        .filter_map(|zone| {
            let name: Vec<char> = spelled(zone.name()).chars().collect();
            let zone_place = place(&name);
            let slips = slips(&zone_place, &asked_place).min(slips(&name, &wanted));
            let begins = zone_place.starts_with(&asked_place);
            let near = begins || slips <= asked_place.len() / 3;
            near.then(|| (if begins { slips.min(1) } else { slips }, zone.name()))
        })
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().take(3).map(|(_, name)| name).collect()
}

/// Levenshtein's distance: how many letters must be put in, taken out or changed.
fn slips(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = change.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn wall(y: i32, m: u32, d: u32, h: u32, min: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(y, m, d)
            .unwrap()
            .and_hms_opt(h, min, 0)
            .unwrap()
    }

    #[test]
    fn a_gap_moves_forward_by_its_length_and_a_fold_takes_the_first() {
        let helsinki = Tz::Europe__Helsinki;
        let gap = resolve(wall(2027, 3, 28, 3, 30), helsinki);
        assert!(matches!(gap, Resolved::Gap { .. }));
        assert_eq!(
            Wall::at(gap.moment(), helsinki).local,
            wall(2027, 3, 28, 4, 30)
        );
        let Resolved::Fold { first, second } = resolve(wall(2026, 10, 25, 3, 30), helsinki) else {
            panic!("the hour is shown twice");
        };
        assert_eq!(second - first, TimeDelta::hours(1));
        assert_eq!(offset_label(first, helsinki), "+3");
        assert_eq!(offset_label(second, helsinki), "+2");
    }

    /// Every change of clocks of every zone, 2026 to 2036, found from the UTC side, which `resolve` does not use.
    fn changes(zone: Tz) -> Vec<(NaiveDateTime, i64, i64)> {
        let offset = |utc: NaiveDateTime| {
            i64::from(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc())
        };
        let (mut at, end) = (wall(2026, 1, 1, 0, 0), wall(2037, 1, 1, 0, 0));
        let mut found = Vec::new();
        let mut now = offset(at);
        while at < end {
            let next = at + TimeDelta::hours(12);
            let then = offset(next);
            if now != then {
                let (mut low, mut high) = (at, next);
                while high - low > TimeDelta::seconds(1) {
                    let middle = low + (high - low) / 2;
                    if offset(middle) == now {
                        low = middle;
                    } else {
                        high = middle;
                    }
                }
                found.push((high, now, then));
            }
            (at, now) = (next, then);
        }
        found
    }

    #[test]
    fn every_change_of_clocks_until_2036_is_exact() {
        let (mut gaps, mut folds, mut zones) = (0, 0, 0);
        for zone in TZ_VARIANTS {
            let changes = changes(zone);
            zones += usize::from(!changes.is_empty());
            for (utc, old, new) in changes {
                let jump = TimeDelta::seconds((new - old).abs());
                let from = utc + TimeDelta::seconds(old.min(new));
                let until = utc + TimeDelta::seconds(old.max(new));
                let second = TimeDelta::seconds(1);
                for outside in [from - jump, from - second, until, until + jump] {
                    let Resolved::Plain(at) = resolve(outside, zone) else {
                        panic!("{zone} {outside} is shown once");
                    };
                    assert_eq!(Wall::at(at, zone).local, outside, "{zone}");
                }
                for inside in [from, from + jump / 2, until - second] {
                    let resolved = resolve(inside, zone);
                    if new > old {
                        assert_eq!(
                            resolved,
                            Resolved::Gap {
                                moved_to: resolved.moment()
                            },
                            "{zone} {inside}"
                        );
                        assert_eq!(
                            Wall::at(resolved.moment(), zone).local,
                            inside + jump,
                            "{zone}"
                        );
                        assert!(resolved.moment().naive_utc() >= utc);
                    } else {
                        let Resolved::Fold { first, second } = resolved else {
                            panic!("{zone} {inside} is shown twice");
                        };
                        assert_eq!(second - first, jump, "{zone}");
                        assert!(
                            first.naive_utc() < utc && second.naive_utc() >= utc,
                            "{zone}"
                        );
                        assert_eq!(Wall::at(first, zone).local, inside);
                        assert_eq!(Wall::at(second, zone).local, inside);
                    }
                }
                if new > old { gaps += 1 } else { folds += 1 }
            }
        }
        assert!(
            gaps >= 1_800 && folds >= 1_800 && zones >= 160,
            "{gaps} {folds} {zones}"
        );
    }

    #[test]
    fn a_zone_is_known_in_any_case_and_a_slip_is_named() {
        assert_eq!(zone_by_name(" europe/moscow "), Ok(Tz::Europe__Moscow));
        assert_eq!(zone_by_name("America/New York"), Ok(Tz::America__New_York));
        assert_eq!(
            zone_by_name("Europe/Moskow").unwrap_err().nearest[0],
            "Europe/Moscow"
        );
        assert_eq!(
            zone_by_name("tbilisi").unwrap_err().nearest,
            ["Asia/Tbilisi"]
        );
        assert!(zone_by_name("").unwrap_err().nearest.is_empty());
        let long = zone_by_name(&"Ы".repeat(100_000)).unwrap_err();
        assert_eq!(long.asked.chars().count(), 64);
    }

    #[test]
    fn offsets_read_as_people_write_them() {
        let winter = wall(2026, 11, 24, 9, 12).and_utc();
        for (zone, label) in [
            (Tz::Europe__Moscow, "+3"),
            (Tz::Asia__Kolkata, "+5:30"),
            (Tz::America__St_Johns, "−3:30"),
            (Tz::UTC, "+0"),
        ] {
            assert_eq!(offset_label(winter, zone), label);
        }
        assert_eq!(tzdb_version().len(), 5);
    }

    #[test]
    fn the_ends_of_the_calendar_do_not_panic() {
        for zone in [Tz::Pacific__Kiritimati, Tz::Pacific__Niue] {
            for local in [NaiveDateTime::MIN, NaiveDateTime::MAX] {
                let there = resolve(local, zone).moment();
                assert!((Wall::at(there, zone).local - local).abs() < TimeDelta::days(1));
            }
        }
    }
}
