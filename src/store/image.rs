//! Row images: changed columns as JSON, keyed by column name, with blobs and unusual numbers tagged so that nothing is lost.

use rusqlite::types::Value;
use serde_json::{Map, Number, Value as Json, json};

use super::convert::hex;

/// Column values of one row.
pub(super) type Columns = Vec<(String, Value)>;

/// Writes columns as a JSON object.
pub(super) fn write(columns: &Columns) -> String {
    let map: Map<String, Json> = columns
        .iter()
        .map(|(name, value)| (name.clone(), to_json(value)))
        .collect();
    Json::Object(map).to_string()
}

/// Reads what `write` wrote; none when the text is not such an object.
pub(super) fn read(text: &str) -> Option<Columns> {
    let Json::Object(map) = serde_json::from_str(text).ok()? else {
        return None;
    };
    map.into_iter()
        .map(|(name, json)| Some((name, from_json(&json)?)))
        .collect()
}

fn to_json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Integer(n) => json!(n),
        // A whole REAL must come back as REAL, and JSON has no infinity: both are tagged by their bits.
        Value::Real(x) => json!({ "real": x.to_bits().to_string() }),
        Value::Text(text) => json!(text),
        Value::Blob(bytes) => json!({ "hex": hex(bytes) }),
    }
}

fn from_json(json: &Json) -> Option<Value> {
    Some(match json {
        Json::Null => Value::Null,
        Json::Number(n) => Value::Integer(Number::as_i64(n)?),
        Json::String(text) => Value::Text(text.clone()),
        Json::Object(tagged) => {
            if let Some(bits) = tagged.get("real") {
                Value::Real(f64::from_bits(bits.as_str()?.parse().ok()?))
            } else {
                Value::Blob(unhex(tagged.get("hex")?.as_str()?)?)
            }
        }
        Json::Bool(_) | Json::Array(_) => return None,
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value_comes_back_as_it_was() {
        let columns: Columns = vec![
            ("n".into(), Value::Null),
            ("i".into(), Value::Integer(i64::MIN)),
            ("whole".into(), Value::Real(6600.0)),
            ("inf".into(), Value::Real(f64::INFINITY)),
            (
                "t".into(),
                Value::Text("Сырники \u{202e} \0 ქართული".into()),
            ),
            ("b".into(), Value::Blob(vec![0, 255, 16])),
        ];
        let mut back = read(&write(&columns)).unwrap();
        back.sort_by_key(|(name, _)| columns.iter().position(|(n, _)| n == name));
        assert_eq!(back, columns);
    }

    #[test]
    fn what_is_no_image_is_refused() {
        for text in [
            "",
            "[]",
            "{\"a\":true}",
            "{\"a\":{\"hex\":\"zz\"}}",
            "{\"a\":1.5}",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
