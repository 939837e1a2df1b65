//! The cells of a sheet as they come: each text kept once, numbers and dates written out.

use std::collections::HashMap;

use calamine::{DataRef, ExcelDateTime};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::{Held, Spot};
use crate::import::{reason::Reason, sheet::MOST_ROWS};

/// The most cells taken of one sheet.
const MOST_CELLS: usize = 16_000_000;

/// The cells so far.
#[derive(Default)]
pub(super) struct Cells {
    texts: String,
    /// Where the texts lie that cells share, by the place where the reader holds them.
    shared: HashMap<(usize, usize), (u32, u32)>,
    placed: Vec<(u32, Spot)>,
    in_order: Option<(u32, u32)>,
    disorder: bool,
}

impl Cells {
    /// Takes a cell; `code` is its number format.
    pub(super) fn take(
        &mut self,
        (row, column): (u32, u32),
        value: &DataRef<'_>,
        code: &str,
    ) -> Result<(), Reason> {
        let (held, (from, to)) = match value {
            DataRef::Empty => return Ok(()),
            DataRef::SharedString(text) => (Held::Text, self.shared_text(text)?),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                (Held::Text, self.text(text)?)
            }
            DataRef::Bool(yes) => (Held::Text, self.text(if *yes { "TRUE" } else { "FALSE" })?),
            DataRef::Int(number) => (Held::Number, self.text(&number.to_string())?),
            DataRef::Float(number) => (Held::Number, self.text(&written(*number, code))?),
            DataRef::DateTime(stamp) => (Held::Text, self.text(&iso(stamp))?),
            DataRef::Error(failure) => (Held::Failure, self.text(&failure.to_string())?),
        };
        if from == to {
            return Ok(());
        }
        if row as usize >= MOST_ROWS * 2 || self.placed.len() >= MOST_CELLS {
            return Err(Reason::TooManyRows { most: MOST_ROWS });
        }
        self.disorder |= self.in_order.is_some_and(|last| last >= (row, column));
        self.in_order = Some((row, column));
        let spot = Spot {
            column,
            from,
            to,
            held,
        };
        self.placed.push((row, spot));
        Ok(())
    }

    /// The texts, and the cells row by row and column by column; two cells in one place are a damaged sheet.
    pub(super) fn into_parts(mut self) -> Result<(String, Vec<(u32, Spot)>), Reason> {
        if self.disorder {
            let place = |(row, spot): &(u32, Spot)| (*row, spot.column);
            self.placed.sort_by_key(place);
            let twice = |pair: &[(u32, Spot)]| matches!(pair, [a, b] if place(a) == place(b));
            if self.placed.windows(2).any(twice) {
                return Err(Reason::WorkbookBroken {});
            }
        }
        Ok((self.texts, self.placed))
    }

    fn shared_text(&mut self, text: &str) -> Result<(u32, u32), Reason> {
        // The reader holds every shared text once, so its place names it.
        let name = (text.as_ptr() as usize, text.len());
        if let Some(lies) = self.shared.get(&name) {
            return Ok(*lies);
        }
        let lies = self.text(text)?;
        self.shared.insert(name, lies);
        Ok(lies)
    }

    fn text(&mut self, text: &str) -> Result<(u32, u32), Reason> {
        // A cell of spaces says nothing; those beside words are the row's to judge.
        let text = if text.trim().is_empty() { "" } else { text };
        let from = self.texts.len();
        self.texts.push_str(text);
        let place = |at: usize| u32::try_from(at).map_err(|_| Reason::WorkbookBroken {});
        Ok((place(from)?, place(self.texts.len())?))
    }
}

/// A number as it is shown: a share that is shown in per cent is a number of them, as the sheet's reader sees it.
fn written(number: f64, code: &str) -> String {
    let shown = if code.contains('%') {
        // Twelve digits are more than any sheet shows, and fewer than a double's crumbs.
        let per_cent = number * 100.0;
        (per_cent * 1e9).round() / 1e9
    } else {
        number
    };
    shown.to_string()
}

/// A date, a time, or both, as ISO writes them. Nothing that is no moment of a calendar becomes one.
fn iso(stamp: &ExcelDateTime) -> String {
    let serial = stamp.as_f64();
    if stamp.is_duration() && serial >= 1.0 {
        return serial.to_string();
    }
    let Some(moment) = moment(stamp) else {
        return serial.to_string();
    };
    // A whole number is a day without a time; below one there is only a time.
    if serial < 1.0 {
        moment.format("%H:%M:%S").to_string()
    } else if serial.fract() == 0.0 {
        moment.format("%Y-%m-%d").to_string()
    } else {
        moment.format("%Y-%m-%d %H:%M:%S").to_string()
    }
}

fn moment(stamp: &ExcelDateTime) -> Option<NaiveDateTime> {
    if !(0.0..2_958_466.0).contains(&stamp.as_f64()) {
        return None;
    }
    let (year, month, day, hour, minute, second, milli) = stamp.to_ymd_hms_milli();
    let day = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))?;
    let time = [hour, minute, second].map(u32::from);
    let [hour, minute, second] = time;
    let exact = day.and_hms_milli_opt(hour, minute, second, u32::from(milli))?;
    // Half past nine is a fraction without an end; the nearest second is what was typed.
    let near = exact.checked_add_signed(TimeDelta::milliseconds(500))?;
    near.date().and_hms_opt(
        chrono::Timelike::hour(&near),
        chrono::Timelike::minute(&near),
        chrono::Timelike::second(&near),
    )
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    fn stamp(serial: f64, from_1904: bool) -> String {
        iso(&ExcelDateTime::new(
            serial,
            ExcelDateTimeType::DateTime,
            from_1904,
        ))
    }

    #[test]
    fn a_serial_is_a_day_a_time_or_both() {
        assert_eq!(stamp(46_357.0, false), "2026-12-01");
        assert_eq!(stamp(46_357.0 - 1_462.0, true), "2026-12-01");
        assert_eq!(stamp(46_357.395_833_333_336, false), "2026-12-01 09:30:00");
        assert_eq!(stamp(0.395_833_333, false), "09:30:00");
        assert_eq!(stamp(46_357.999_999_999, false), "2026-12-02 00:00:00");
        assert_eq!(stamp(-5.0, false), "-5");
        assert_eq!(stamp(f64::MAX, false).len(), f64::MAX.to_string().len());
        let long = ExcelDateTime::new(1.4, ExcelDateTimeType::TimeDelta, false);
        assert_eq!(iso(&long), "1.4");
    }

    #[test]
    fn a_number_is_written_as_it_is_shown() {
        assert_eq!(written(0.053, "0.0%"), "5.3");
        assert_eq!(written(0.07, "0%"), "7");
        assert_eq!(written(1234.0, "# ##0"), "1234");
        assert_eq!(written(0.1, ""), "0.1");
    }
}
