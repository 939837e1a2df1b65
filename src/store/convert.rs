//! Moments, keys and bytes, to and from SQL.

use chrono::{DateTime, NaiveDateTime};
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, Value, ValueRef};

use crate::domain::Moment;
use crate::domain::ids;

/// A stored moment. Seconds that no calendar knows become the beginning of time, which is visibly wrong and never "now".
pub(super) fn moment(seconds: i64) -> Moment {
    DateTime::from_timestamp(seconds, 0).unwrap_or(DateTime::UNIX_EPOCH)
}

/// A stored moment that may be missing.
pub(super) fn maybe_moment(seconds: Option<i64>) -> Option<Moment> {
    seconds.map(moment)
}

/// A wall time as text, to the minute.
pub(super) fn wall_text(local: NaiveDateTime) -> String {
    local.format("%Y-%m-%dT%H:%M").to_string()
}

/// The wall time of this text.
pub(super) fn wall(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok()
}

/// Bytes as lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|half| char::from_digit(u32::from(half), 16))
        .collect()
}

/// Text for a column.
pub(super) fn text(value: impl Into<String>) -> Value {
    Value::Text(value.into())
}

/// A number for a column.
pub(super) fn int(value: impl Into<i64>) -> Value {
    Value::Integer(value.into())
}

/// A number that may be missing.
pub(super) fn maybe_int(value: Option<i64>) -> Value {
    value.map_or(Value::Null, Value::Integer)
}

macro_rules! id_columns {
    ($($name:ident),* $(,)?) => { $(
        impl ToSql for ids::$name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }
        impl FromSql for ids::$name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                i64::column_result(value).map(ids::$name)
            }
        }
    )* };
}

id_columns!(
    ClientId,
    ChannelId,
    RubricId,
    CampaignId,
    PostId,
    VariantId,
    SlotId,
    MediaId,
    PersonId,
    ThreadId,
    MessageId,
    CannedId,
    SnippetId,
    TargetId,
    LeadId,
    DeliveryId,
    RevId,
    PacketId,
    PacketItemId,
    HolidayId,
    EntryId,
);
