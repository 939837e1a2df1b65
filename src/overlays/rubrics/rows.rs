//! What the cursor can stand on, and the lines of the picture: three parts, each under its head.

use super::sheet::Sheet;
use crate::domain::ids::{CampaignId, RubricId};
use crate::domain::post::Format;

/// A row the cursor can stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// A rubric.
    Rubric(RubricId),
    /// Posts of the month in no rubric.
    NoRubric,
    /// Room for one more rubric.
    NewRubric,
    /// A campaign.
    Campaign(CampaignId),
    /// Room for one more campaign.
    NewCampaign,
    /// A format.
    Format(Format),
}

/// A part of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Rubrics,
    Campaigns,
    Formats,
}

impl Row {
    /// The part it belongs to.
    pub(super) const fn part(self) -> Part {
        match self {
            Row::Rubric(_) | Row::NoRubric | Row::NewRubric => Part::Rubrics,
            Row::Campaign(_) | Row::NewCampaign => Part::Campaigns,
            Row::Format(_) => Part::Formats,
        }
    }
}

/// One line of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// The head of a part.
    Head(Part),
    /// A row by its place.
    Row(usize),
}

/// All rows, part by part.
pub(super) fn all(sheet: &Sheet) -> Vec<Row> {
    let mut rows: Vec<Row> = sheet.rubrics.iter().map(|it| Row::Rubric(it.id)).collect();
    if sheet.without_rubric() > 0 {
        rows.push(Row::NoRubric);
    }
    rows.push(Row::NewRubric);
    rows.extend(sheet.campaigns.iter().map(|(it, _)| Row::Campaign(it.id)));
    rows.push(Row::NewCampaign);
    rows.extend(Format::ALL.iter().map(|format| Row::Format(*format)));
    rows
}

/// The lines of the picture.
pub(super) fn lines(rows: &[Row]) -> Vec<Line> {
    let mut lines = Vec::with_capacity(rows.len() + 3);
    let mut part = None;
    for (at, row) in rows.iter().enumerate() {
        if part != Some(row.part()) {
            part = Some(row.part());
            lines.push(Line::Head(row.part()));
        }
        lines.push(Line::Row(at));
    }
    lines
}
