//! A plan of posts: one row, one post, for one or several channels.

use super::{Choices, Field, Imported, Reason, When, header::Kind, sheet};
use crate::domain::sanitize;

/// A post to come, as the file says it: names are still only names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRow {
    /// Its line in the file.
    pub row: usize,
    /// When it goes out; `None` is the shelf of undated posts, [`When::Day`] a day whose time is still open.
    pub when: Option<When>,
    /// Whose post it is.
    pub client: String,
    /// Its channels, each named once; empty when the cell is.
    pub channels: Vec<String>,
    /// Its rubric, or empty.
    pub rubric: String,
    /// Its campaign, or empty.
    pub campaign: String,
    /// Its topic; empty only where there is a text.
    pub topic: String,
    /// Its text, or empty.
    pub text: String,
    /// Its link, or empty.
    pub link: String,
    /// Its format, or empty.
    pub format: String,
    /// Its pictures and films: paths or addresses as the file writes them.
    pub media: Vec<String>,
    /// What its pictures show, in their order; empty where one has no words.
    pub alt: Vec<String>,
    /// Its first comment, or empty.
    pub first_comment: String,
    /// Which of its pictures is the cover, by its number or name, or empty.
    pub cover: String,
    /// What is said and shown in it, or empty.
    pub script: String,
    /// Its shots, one a line, or empty.
    pub shots: String,
    /// A note its client reads, or empty.
    pub client_note: String,
    /// The name of the zone its time is of, or empty.
    pub zone: String,
    /// How far it has come, as a file of ours says it, or empty.
    pub status: String,
    /// Our name of it, in a file of ours, or empty.
    pub uid: String,
}

/// Reads a plan. Never fails: a file that cannot be read is a report without rows.
pub fn read(bytes: &[u8], choices: &Choices) -> Imported<PlanRow> {
    sheet::read(bytes, Kind::Plan, choices, |cells| {
        let uid = cells.line(Field::Uid);
        // In a file of ours no space is there by accident.
        let is_ours = !uid.is_empty();
        let text = |field| {
            if is_ours {
                sanitize::own_text(cells.raw(field))
            } else {
                cells.text(field)
            }
        };
        let [text, first_comment, script, shots, client_note] = [
            Field::Text,
            Field::FirstComment,
            Field::Script,
            Field::Shots,
            Field::ClientNote,
        ]
        .map(text);
        let topic = if is_ours {
            sanitize::own_line(cells.raw(Field::Topic))
        } else {
            cells.line(Field::Topic)
        };
        if topic.is_empty() && text.is_empty() {
            cells.complain(Field::Topic, Reason::CellEmpty {});
        }
        Some(PlanRow {
            row: cells.line_number(),
            when: cells.when(),
            client: cells.client(),
            channels: all_channels(cells, choices),
            rubric: cells.line(Field::Rubric),
            campaign: cells.line(Field::Campaign),
            topic,
            text,
            link: cells.line(Field::Link),
            format: cells.line(Field::Format),
            media: cells.files(Field::Media),
            alt: cells.words(Field::Alt),
            first_comment,
            cover: cells.line(Field::Cover),
            script,
            shots,
            client_note,
            zone: cells.line(Field::Zone),
            status: cells.line(Field::Status),
            uid,
        })
    })
}

/// The channels a row names in its cell and by its ticks, or else those that are said for the file.
fn all_channels(cells: &mut sheet::Cells, choices: &Choices) -> Vec<String> {
    let mut named = channels(cells.raw(Field::Channel));
    for network in cells.ticked() {
        if !named.contains(&network) {
            named.push(network);
        }
    }
    if named.is_empty() {
        choices.channels.clone_into(&mut named);
    }
    named
}

/// The channels of a cell, divided by `,` `;` `+` `/` `|` or a line end.
fn channels(cell: &str) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    for part in cell.split([',', ';', '+', '/', '|', '\n']) {
        let name = sanitize::line(part.trim()).trim().to_owned();
        if !name.is_empty() && !named.contains(&name) {
            named.push(name);
        }
        if named.len() == MOST_CHANNELS {
            break;
        }
    }
    named
}

/// No client has more channels than this; it keeps a megabyte of commas from becoming half a million names.
const MOST_CHANNELS: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_names_several_channels() {
        assert_eq!(
            channels("VK, TG ;OK+FB/IG|\nVK"),
            ["VK", "TG", "OK", "FB", "IG"]
        );
        assert!(channels(" , ;").is_empty());
    }
}
