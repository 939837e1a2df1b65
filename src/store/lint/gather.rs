//! What the checker is told of a post: its texts on their open channels, its card, its pictures, and its client's wishes.

use rusqlite::{Connection, OptionalExtension, Row};

use super::{PASSES, near};
use crate::domain::Moment;
use crate::domain::ids::{ClientId, PostId, VariantId};
use crate::domain::lint::{Ad, RuleId};
use crate::domain::platform::Platforms;
use crate::domain::post::{Approval, Format};
use crate::domain::zone::zone_by_name;
use crate::lint::{Outlet, Picture, Subject, Text};
use crate::store::clients::list;
use crate::store::convert::maybe_moment;
use crate::store::error::Result;
use crate::store::pictures::facts;

/// Which channels of a post are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// Those that are being written or ready: nobody asks a thought for its picture.
    Written,
    /// Those as well that are ideas yet.
    All,
}

const POST: &str = "SELECT p.client, p.format, p.link, p.first_comment, coalesce(t.text, ''), p.is_ad, p.advertiser, \
    p.erid, k.zone, k.avoid, k.languages, k.lints_off, coalesce(g.utm, '') FROM post p \
    JOIN client k ON k.id = p.client AND k.deleted_at IS NULL \
    LEFT JOIN campaign g ON g.id = p.campaign AND g.deleted_at IS NULL LEFT JOIN text_rev t ON t.id = p.base_rev \
    WHERE p.id = ? AND p.deleted_at IS NULL";

const OPEN: &str = "SELECT a.variant, c.platform, own.text, a.at, a.approval, c.text_max FROM agenda_sum a \
    JOIN variant v ON v.id = a.variant JOIN channel c ON c.id = a.channel LEFT JOIN text_rev own ON own.id = v.rev \
    WHERE a.post = ? AND a.outcome IN ('none', 'due', 'missed') ORDER BY c.position, a.variant";

const PICTURES: &str = "SELECT m.name, m.bytes, m.alt, f.kind, f.width, f.height, f.seconds FROM media m \
    LEFT JOIN media_facts f ON f.hash = m.hash WHERE m.post = ? AND m.deleted_at IS NULL ORDER BY m.position, m.id";

/// The post with everything around it; none if it is gone.
pub(super) fn subject(
    conn: &Connection,
    post: PostId,
    of: Of,
    now: Moment,
) -> Result<Option<(ClientId, Subject)>> {
    let about = conn
        .prepare_cached(POST)?
        .query_row([post], |row| about(row, post, now))
        .optional()?;
    let Some((client, base, mut subject)) = about else {
        return Ok(None);
    };
    let open = list(conn, OPEN, [post], open)?;
    let looked_at = open
        .into_iter()
        .filter(|it| of == Of::All || it.approval != Approval::Idea);
    subject.texts = texts(base, looked_at);
    subject.media = list(conn, PICTURES, [post], |row| {
        Ok(Picture {
            name: row.get(0)?,
            bytes: u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0),
            alt: row.get(2)?,
            facts: facts(row, 3)?,
        })
    })?;
    let passed = list(conn, PASSES, [post], |row| row.get::<_, String>(1))?;
    let passed = passed.iter().filter_map(|word| RuleId::from_word(word));
    subject.off.extend(passed);
    subject.near = near::of(conn, client, &subject)?;
    Ok(Some((client, subject)))
}

/// The post without its channels and pictures: whose it is, its base text, and the rest.
pub(super) fn about(
    row: &Row<'_>,
    post: PostId,
    now: Moment,
) -> rusqlite::Result<(ClientId, String, Subject)> {
    let lines = |text: String| -> Vec<String> { text.lines().map(str::to_owned).collect() };
    let zone: String = row.get(8)?;
    let off = lines(row.get(11)?);
    let subject = Subject {
        post,
        now,
        zone: zone_by_name(&zone).unwrap_or(chrono_tz::UTC),
        format: Format::from_word(&row.get::<_, String>(1)?).unwrap_or(Format::Text),
        texts: Vec::new(),
        link: row.get(2)?,
        first_comment: row.get(3)?,
        media: Vec::new(),
        avoid: lines(row.get(9)?),
        languages: lines(row.get(10)?),
        ad: Ad {
            is_ad: row.get(5)?,
            advertiser: row.get(6)?,
            erid: row.get(7)?,
        },
        utm: row.get(12)?,
        near: Vec::new(),
        off: off
            .iter()
            .filter_map(|word| RuleId::from_word(word))
            .collect(),
    };
    Ok((row.get(0)?, row.get(4)?, subject))
}

/// One channel on which the post is not out yet.
struct Open {
    variant: VariantId,
    platform: String,
    own: Option<String>,
    at: Option<Moment>,
    approval: Approval,
    text_max: u32,
}

fn open(row: &Row<'_>) -> rusqlite::Result<Open> {
    Ok(Open {
        variant: row.get(0)?,
        platform: row.get(1)?,
        own: row.get(2)?,
        at: maybe_moment(row.get(3)?),
        approval: Approval::from_word(&row.get::<_, String>(4)?).unwrap_or(Approval::Draft),
        text_max: row.get(5)?,
    })
}

/// The texts that go out: the post's own with the channels that follow it, and each that goes its own way.
fn texts(base: String, open: impl Iterator<Item = Open>) -> Vec<Text> {
    let mut texts = vec![Text {
        owner: None,
        words: base,
        outlets: Vec::new(),
    }];
    for it in open {
        // A platform that nobody knows any more has no rules.
        let Some(platform) = Platforms::in_force().by_id(&it.platform) else {
            continue;
        };
        let outlet = Outlet {
            variant: it.variant,
            platform,
            text_max: it.text_max as usize,
            at: it.at,
        };
        match it.own {
            None => texts[0].outlets.push(outlet),
            Some(words) => texts.push(Text {
                owner: Some(it.variant),
                words,
                outlets: vec![outlet],
            }),
        }
    }
    texts.retain(|text| !text.outlets.is_empty());
    texts
}
