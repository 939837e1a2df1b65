//! Changes to the calendar: what days are called, and on which she does not work.

use crate::domain::days::Stretch;
use crate::domain::ids::ClientId;
use crate::domain::words::Words;

/// A change to named days. A day has one name for each client and one for everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayCommand {
    /// Give days a name or take them off, whatever they were called before.
    Name {
        /// Whose; none is everybody's.
        client: Option<ClientId>,
        /// Which days.
        stretch: Stretch,
        /// What they are called; a day off needs no name.
        name: String,
        /// Whether she does not work then.
        is_off: bool,
    },
    /// Take away what days were called, and work on them again.
    TakeAway {
        /// Whose; none is everybody's.
        client: Option<ClientId>,
        /// Which days.
        stretch: Stretch,
    },
}

impl DayCommand {
    pub(super) fn title(&self) -> Words {
        match self {
            DayCommand::Name {
                stretch,
                name,
                is_off,
                ..
            } => {
                let key = match (is_off, name.is_empty()) {
                    (false, _) => "did-day-name",
                    (true, true) => "did-day-off",
                    (true, false) => "did-day-off-named",
                };
                Words::new(key)
                    .with("days", days(*stretch))
                    .with("name", name)
            }
            DayCommand::TakeAway { stretch, .. } => {
                Words::new("did-day-take-away").with("days", days(*stretch))
            }
        }
    }
}

/// "29.11", "30.12–8.01": short, and read alike in both languages.
fn days(stretch: Stretch) -> String {
    let (first, last) = (stretch.first(), stretch.last());
    let said = |day: chrono::NaiveDate| day.format("%-d.%m").to_string();
    if first == last {
        said(first)
    } else {
        format!("{}–{}", said(first), said(last))
    }
}
