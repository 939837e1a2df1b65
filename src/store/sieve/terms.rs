//! What each term asks, in SQL: of a variant `x`, or of the post `p` of the agenda's row `a`.

use rusqlite::types::Value;

use super::{LISTED, Test, listed};
use crate::domain::Moment;
use crate::domain::filter::{Flag, Is, Stage};
use crate::domain::format::rules;
use crate::domain::platform::Platforms;
use crate::domain::post::{Format, soon};
use crate::store::convert::int;
use crate::store::error::Result;
use crate::store::reader::Reader;

/// Not out and not let go.
const WAITS: &str = "x.outcome IN ('none', 'due', 'missed')";

/// Whether it is asked of each channel rather than of the post.
pub(super) const fn is_of_variants(is: &Is) -> bool {
    match is {
        Is::Channel(_) | Is::Stage(_) => true,
        Is::Flag(flag) => !matches!(flag, Flag::NoRubric),
        Is::Client(_) | Is::Format(_) | Is::Rubric(_) | Is::Campaign(_) | Is::Words(_) => false,
    }
}

impl Reader {
    /// The test of one term.
    pub(super) fn test(&self, is: &Is, now: Moment) -> Result<Test> {
        Ok(match is {
            Is::Client(name) => among("a.client", &self.clients_called(name)?),
            Is::Channel(name) => among("x.channel", &self.channels_called(name)?),
            Is::Stage(stage) => plain(&stage_test(*stage)),
            Is::Format(format) => {
                let word = Value::Text(format.word().to_owned());
                ("p.format = ?".to_owned(), vec![word])
            }
            Is::Rubric(name) => among("p.rubric", &self.keys_of("rubric", name)?),
            Is::Campaign(name) => among("p.campaign", &self.keys_of("campaign", name)?),
            Is::Flag(flag) => flag_test(*flag, now),
            // Words are looked up all together, before anything is tested.
            Is::Words(_) => plain("1"),
        })
    }
}

/// The plus keeps an index on this column from being walked instead of the order that is asked for.
fn among(column: &str, keys: &[i64]) -> Test {
    (format!("+{column} IN {LISTED}"), vec![listed(keys)])
}

fn plain(test: &str) -> Test {
    (test.to_owned(), Vec::new())
}

fn stage_test(stage: Stage) -> String {
    match stage {
        Stage::Out => "x.outcome = 'published'".to_owned(),
        Stage::Skipped => "x.outcome = 'skipped'".to_owned(),
        Stage::Idea
        | Stage::Draft
        | Stage::Review
        | Stage::Changes
        | Stage::Hold
        | Stage::Approved => format!("(x.approval = '{}' AND {WAITS})", stage.word()),
    }
}

fn flag_test(flag: Flag, now: Moment) -> Test {
    let (now, near) = (int(now.timestamp()), int(soon(now).timestamp()));
    match flag {
        Flag::Late => {
            let come = "x.approval NOT IN ('idea', 'hold') AND x.at <= ?";
            let to_write = "x.approval IN ('draft', 'changes') AND (x.at <= ? OR p.ready_by <= ?)";
            let test = format!("({WAITS} AND (({come}) OR ({to_write})))");
            (test, vec![now, near.clone(), near])
        }
        Flag::Mine => {
            let test =
                "x.approval IN ('draft', 'changes') OR (x.approval = 'approved' AND x.at <= ?)";
            (format!("({WAITS} AND ({test}))"), vec![now])
        }
        Flag::NoText => plain(&format!(
            "({WAITS} AND NOT EXISTS (SELECT 1 FROM variant w JOIN text_rev t ON t.id = coalesce(w.rev, p.base_rev) \
             WHERE w.id = x.variant AND t.text <> ''))"
        )),
        Flag::NoPicture => {
            let pictures =
                "SELECT count(*) FROM media m WHERE m.post = a.post AND m.deleted_at IS NULL";
            plain(&format!("({WAITS} AND ({pictures}) < {})", least_media()))
        }
        Flag::NoTime => plain("(x.at IS NULL AND x.outcome = 'none')"),
        Flag::NoRubric => plain("p.rubric IS NULL"),
    }
}

/// How many pictures or films a variant must have: its format says, or a platform that takes no words alone.
fn least_media() -> String {
    let of_format = Format::ALL.iter().filter_map(|format| {
        let (_, least) = rules(*format).media_on(&[])?;
        Some(format!("WHEN '{}' THEN {least}", format.word()))
    });
    let of_format = of_format.collect::<Vec<_>>().join(" ");
    let platforms = Platforms::in_force().iter();
    let strict = platforms.filter(|platform| platform.media.required);
    let strict: Vec<String> = strict.map(|it| format!("'{}'", it.id)).collect();
    let strict = strict.join(", ");
    let asks = format!("(SELECT c.platform IN ({strict}) FROM channel c WHERE c.id = x.channel)");
    format!("CASE p.format {of_format} ELSE {asks} END")
}
