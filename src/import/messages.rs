//! Messages and comments from a file: one row, one utterance.

use sha2::{Digest, Sha256};

use super::{
    Choices, Field, Imported, Reason, When,
    header::{Kind, outgoing},
    reason::quoted,
    sheet,
};

/// One utterance, as the file says it: names are still only names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageRow {
    /// Its line in the file.
    pub row: usize,
    /// When it was said: a local time or a moment, never only a day.
    pub at: When,
    /// Whose channel it is.
    pub client: String,
    /// The channel.
    pub channel: String,
    /// Who said it, or empty.
    pub author: String,
    /// The platform's id of who said it, or empty.
    pub author_id: String,
    /// What was said, safe to keep and show.
    pub text: String,
    /// SHA-256 of the text's bytes before they were made safe.
    pub raw_hash: [u8; 32],
    /// The post it stands under, or empty.
    pub post: String,
    /// The platform's id of the message, or empty.
    pub external_id: String,
    /// Its kind, or empty.
    pub kind: String,
    /// Said by us.
    pub outgoing: bool,
    /// The name of the zone its time is of, or empty.
    pub zone: String,
}

/// Reads messages. Never fails: a file that cannot be read is a report without rows.
pub fn read(bytes: &[u8], choices: &Choices) -> Imported<MessageRow> {
    sheet::read(bytes, Kind::Messages, choices, |cells| {
        let at = timed(cells);
        let text = cells.text(Field::Text);
        if text.is_empty() {
            cells.complain(Field::Text, Reason::CellEmpty {});
        }
        let (client, channel) = (cells.client(), cells.needed(Field::Channel));
        let outgoing = direction(cells);
        Some(MessageRow {
            row: cells.line_number(),
            at: at?,
            client,
            channel,
            author: cells.line(Field::Author),
            author_id: cells.line(Field::AuthorId),
            text,
            raw_hash: Sha256::digest(cells.raw(Field::Text).as_bytes()).into(),
            post: cells.line(Field::Post),
            external_id: cells.line(Field::Id),
            kind: cells.line(Field::Kind),
            outgoing,
            zone: cells.line(Field::Zone),
        })
    })
}

/// Promises are counted in minutes: a message without a time of day is no use.
fn timed(cells: &mut sheet::Cells) -> Option<When> {
    let field = if cells.raw(Field::At).trim().is_empty() {
        Field::Date
    } else {
        Field::At
    };
    let (said_day, said_time) = (
        !cells.raw(field).trim().is_empty(),
        !cells.raw(Field::Time).trim().is_empty(),
    );
    match cells.when() {
        Some(When::Day(_)) => {
            cells.complain(field, Reason::TimeMissing {});
            None
        }
        None if !said_day && !said_time => {
            cells.complain(field, Reason::CellEmpty {});
            None
        }
        when => when,
    }
}

/// Without a word about it a message came in.
fn direction(cells: &mut sheet::Cells) -> bool {
    let word = cells.raw(Field::Direction).trim();
    if word.is_empty() {
        return false;
    }
    outgoing(word).unwrap_or_else(|| {
        cells.complain(
            Field::Direction,
            Reason::UnknownDirection { name: quoted(word) },
        );
        false
    })
}
