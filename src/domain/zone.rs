//! stub
pub fn zone_by_name(name: &str) -> Result<chrono_tz::Tz, ()> {
    name.parse().map_err(|_| ())
}
pub fn tzdb_version() -> &'static str {
    chrono_tz::IANA_TZDB_VERSION
}
pub enum Resolved {
    Plain(super::Moment),
    Gap {
        moved_to: super::Moment,
    },
    Fold {
        first: super::Moment,
        second: super::Moment,
    },
}
impl Resolved {
    pub fn moment(&self) -> super::Moment {
        match self {
            Resolved::Plain(m) => *m,
            Resolved::Gap { moved_to } => *moved_to,
            Resolved::Fold { first, .. } => *first,
        }
    }
}
pub fn resolve(l: chrono::NaiveDateTime, z: chrono_tz::Tz) -> Resolved {
    use chrono::TimeZone;
    match z.from_local_datetime(&l) {
        chrono::LocalResult::Single(x) => Resolved::Plain(x.to_utc()),
        chrono::LocalResult::Ambiguous(a, b) => Resolved::Fold {
            first: a.to_utc(),
            second: b.to_utc(),
        },
        _ => Resolved::Gap {
            moved_to: (z
                .from_local_datetime(&(l + chrono::Duration::hours(1)))
                .unwrap())
            .to_utc(),
        },
    }
}
