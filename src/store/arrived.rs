//! What hangs on a noun from outside: facts that count and would lose their meaning if an undo removed the row they name.

use rusqlite::Connection;

use super::error::Result;
use super::table::Noun;

const MESSAGES: &str = "SELECT 1 FROM thread t JOIN message m ON m.thread = t.id \
    WHERE NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'message' AND fact = m.id)";

const READINGS: &str = "SELECT 1 FROM reading r \
    WHERE NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'reading' AND fact = r.id)";

const ROUNDS: &str = "SELECT 1 FROM round r \
    WHERE NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'round' AND fact = r.id)";

/// Only her word that something is out holds a variant; what the clock noted about it goes with it.
const STAMPS: &str = "SELECT 1 FROM delivery d JOIN delivery_event e ON e.delivery = d.id \
    WHERE e.kind IN ('stamped', 'skipped') \
    AND NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'delivery_event' AND fact = e.id)";

/// Whether a fact that counts names this row.
pub(super) fn hangs_on(conn: &Connection, noun: Noun, id: i64) -> Result<bool> {
    let asked: &[(&str, &str)] = match noun {
        Noun::Client => &[(MESSAGES, "t.client = ?")],
        Noun::Channel => &[
            (MESSAGES, "t.channel = ?"),
            (ROUNDS, "r.channel = ?"),
            (READINGS, "r.channel = ? AND r.post IS NULL"),
            (READINGS, "r.channel = ? AND r.post IS NOT NULL"),
        ],
        Noun::Post => &[(MESSAGES, "t.post = ?"), (READINGS, "r.post = ?")],
        Noun::Variant => &[(STAMPS, "d.variant = ?")],
        Noun::Person => &[(MESSAGES, "t.person = ?")],
        Noun::Rubric
        | Noun::Campaign
        | Noun::Slot
        | Noun::Media
        | Noun::CannedReply
        | Noun::Snippet
        | Noun::Target
        | Noun::Note
        | Noun::HolidayMark
        | Noun::Packet
        | Noun::PacketItem
        | Noun::Lead
        | Noun::ThreadMark
        | Noun::LintPass => &[],
    };
    for (facts, named) in asked {
        let sql = format!("{facts} AND {named}");
        if conn.prepare_cached(&sql)?.exists([id])? {
            return Ok(true);
        }
    }
    Ok(false)
}
