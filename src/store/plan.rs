//! Posts, their variants, wordings and times: changes.

use rusqlite::OptionalExtension;
use rusqlite::types::Value;

use super::campaigns::campaign_named;
use super::convert::{int, maybe_int, text, wall_text};
use super::copies;
use super::error::{Result, StoreError};
use super::ledger::Ledger;
use super::lint;
use super::pictures;
use super::rubrics::rubric_named;
use super::shown::edited;
use super::table::{Fact, Noun};
use super::texts;
use crate::domain::command::{
    BroughtPost, Mended, NewMedia, NewPost, PlanCommand, Planned, PostCard,
};
use crate::domain::ids::{ChannelId, ClientId, PostId, VariantId};
use crate::domain::post::{Approval, Outcome, may_move};
use crate::domain::zone::tzdb_version;

pub(super) fn apply(ledger: &mut Ledger<'_>, command: &PlanCommand) -> Result<Option<i64>> {
    match command {
        PlanCommand::AddPost(post) => add_post(ledger, post, Vec::new(), &[]).map(Some),
        PlanCommand::AddPosts { posts, .. } => each(posts, |post| bring(ledger, post).map(drop)),
        PlanCommand::EditPost { post, card } => answer(*post, edit_post(ledger, *post, card)),
        PlanCommand::SaveText {
            post,
            variant,
            text,
        } => write(ledger, *post, |ledger| {
            texts::save(ledger, *post, *variant, text)
        }),
        PlanCommand::SaveTexts { post, texts } => write(ledger, *post, |ledger| {
            texts::save_all(ledger, *post, texts)
        }),
        PlanCommand::TagLinks { post, texts } => write(ledger, *post, |ledger| {
            let each = |(variant, text): &(_, String)| texts::save(ledger, *post, *variant, text);
            texts.iter().try_for_each(each)
        }),
        PlanCommand::Inherit { variant } => inherit(ledger, *variant).map(|()| None),
        PlanCommand::SetApproval {
            variants,
            to,
            reason,
        } => each(variants, |id| set_approval(ledger, *id, *to, reason)),
        PlanCommand::Reschedule { moves } => {
            each(moves, |(id, to)| reschedule(ledger, *id, to.as_ref()))
        }
        PlanCommand::Attach {
            post,
            hash,
            name,
            bytes,
            alt,
        } => attach(ledger, *post, hash, name, *bytes, alt).map(Some),
        // What is frozen are the pictures; how they are described is read as it stands when they go out.
        PlanCommand::EditAlt { media, alt } => {
            ledger.update(Noun::Media, media.0, &[("alt", text(alt))])?;
            Ok(Some(media.0))
        }
        PlanCommand::Detach { media } => detach(ledger, media.0).map(|()| None),
        PlanCommand::SwapMedia {
            media,
            hash,
            name,
            bytes,
        } => pictures::swap(ledger, *media, hash, name, *bytes).map(|()| Some(media.0)),
        PlanCommand::ArrangeMedia { post, order } => {
            answer(*post, pictures::arrange(ledger, *post, order))
        }
        PlanCommand::ChooseCover { post, cover } => {
            answer(*post, pictures::choose_cover(ledger, *post, *cover))
        }
        PlanCommand::DeletePosts { posts } => each(posts, |post| ledger.bury(Noun::Post, post.0)),
        PlanCommand::CopyPosts { copies } => copies::apply(ledger, copies),
        PlanCommand::LetPass {
            posts,
            rules,
            reason,
        } => each(posts, |post| lint::let_pass(ledger, *post, rules, reason)),
        PlanCommand::Mend { texts } => each(texts, |it| mend(ledger, it)),
        PlanCommand::Mind { posts, rules } => each(posts, |post| lint::mind(ledger, *post, rules)),
    }
}

/// The post that was changed, unless it was refused.
fn answer(post: PostId, done: Result<()>) -> Result<Option<i64>> {
    done.map(|()| Some(post.0))
}

/// Does the same with each of them: with all or, at the first that is refused, with none.
fn each<T>(of: &[T], act: impl FnMut(&T) -> Result<()>) -> Result<Option<i64>> {
    of.iter().try_for_each(act).map(|()| None)
}

/// Puts a text in place with the safe fixes of the checker taken.
fn mend(ledger: &mut Ledger<'_>, mended: &Mended) -> Result<()> {
    match mended {
        Mended::Wording {
            post,
            variant,
            text,
        } => edited(ledger, *post, |ledger| {
            texts::save(ledger, *post, *variant, text)
        }),
        Mended::FirstComment { post, text: words } => edited(ledger, *post, |ledger| {
            ledger.update(Noun::Post, post.0, &[("first_comment", text(words))])?;
            texts::freeze_again(ledger, *post)
        }),
    }
}

/// Changes what a post says; answers the post.
fn write(
    ledger: &mut Ledger<'_>,
    post: PostId,
    save: impl FnOnce(&mut Ledger<'_>) -> Result<()>,
) -> Result<Option<i64>> {
    edited(ledger, post, save)?;
    Ok(Some(post.0))
}

/// Takes a picture off its post.
fn detach(ledger: &mut Ledger<'_>, media: i64) -> Result<()> {
    let post = PostId(column(
        ledger,
        "SELECT post FROM media WHERE id = ?",
        media,
    )?);
    edited(ledger, post, |ledger| {
        ledger.bury(Noun::Media, media)?;
        texts::freeze_again(ledger, post)
    })
}

/// Lets a variant follow its post's text again.
fn inherit(ledger: &mut Ledger<'_>, variant: VariantId) -> Result<()> {
    let post = PostId(column(
        ledger,
        "SELECT post FROM variant WHERE id = ?",
        variant.0,
    )?);
    edited(ledger, post, |ledger| texts::inherit(ledger, variant))
}

/// A post of a file with what came along.
fn bring(ledger: &mut Ledger<'_>, brought: &BroughtPost) -> Result<i64> {
    let along = vec![
        ("note", text(&brought.note)),
        ("client_note", text(&brought.client_note)),
        ("script", text(&brought.script)),
        ("shots", text(&brought.shots)),
    ];
    add_post(ledger, &brought.post, along, &brought.media)
}

fn add_post(
    ledger: &mut Ledger<'_>,
    post: &NewPost,
    along: Vec<(&'static str, Value)>,
    media: &[NewMedia],
) -> Result<i64> {
    check_channels(ledger, post.client, &post.channels)?;
    let rubric = rubric_named(ledger, post.client, &post.rubric)?;
    let campaign = campaign_named(ledger, post.client, &post.campaign)?;
    let mut row = vec![
        ("client", int(post.client.0)),
        ("rubric", maybe_int(rubric)),
        ("campaign", maybe_int(campaign)),
        ("topic", text(&post.topic)),
        ("format", text(post.format.word())),
        ("link", text(&post.link)),
        ("first_comment", text(&post.first_comment)),
    ];
    row.extend(along);
    let id = ledger.insert(Noun::Post, &row)?;
    // Pictures before approval: what is approved is frozen with them.
    for (position, picture) in (1..).zip(media) {
        ledger.insert(Noun::Media, &picture_row(PostId(id), position, picture))?;
    }
    if !post.text.is_empty() {
        texts::save(ledger, PostId(id), None, &post.text)?;
    }
    for channel in &post.channels {
        let planned = post.planned.as_ref();
        let variant = add_variant(ledger, PostId(id), *channel, post.approval, planned)?;
        if post.approval == Approval::Approved {
            texts::freeze(ledger, variant)?;
        }
    }
    Ok(id)
}

/// Puts a post on one more channel.
pub(super) fn add_variant(
    ledger: &mut Ledger<'_>,
    post: PostId,
    channel: ChannelId,
    approval: Approval,
    planned: Option<&Planned>,
) -> Result<VariantId> {
    let mut row = vec![
        ("post", int(post.0)),
        ("channel", int(channel.0)),
        ("approval", text(approval.word())),
        ("approval_at", int(ledger.now().timestamp())),
    ];
    row.extend(planned_row(planned));
    ledger.insert(Noun::Variant, &row).map(VariantId)
}

/// A post belongs to one client and goes to at least one live channel of that client.
pub(super) fn check_channels(
    ledger: &Ledger<'_>,
    client: ClientId,
    channels: &[ChannelId],
) -> Result<()> {
    let mut theirs = ledger.conn().prepare_cached(
        "SELECT 1 FROM channel WHERE id = ? AND client = ? AND deleted_at IS NULL",
    )?;
    for channel in channels {
        if !theirs.exists((channel, client))? {
            return Err(StoreError::WrongChannels);
        }
    }
    if channels.is_empty() {
        Err(StoreError::WrongChannels)
    } else {
        Ok(())
    }
}

fn edit_post(ledger: &mut Ledger<'_>, post: PostId, card: &PostCard) -> Result<()> {
    ledger.there(Noun::Post, post.0)?;
    let client = column(ledger, "SELECT client FROM post WHERE id = ?", post.0)?;
    let rubric = rubric_named(ledger, ClientId(client), &card.rubric)?;
    let campaign = campaign_named(ledger, ClientId(client), &card.campaign)?;
    let row = [
        ("topic", text(&card.topic)),
        ("rubric", maybe_int(rubric)),
        ("campaign", maybe_int(campaign)),
        ("format", text(card.format.word())),
        ("link", text(&card.link)),
        ("first_comment", text(&card.first_comment)),
        ("brief", text(&card.brief)),
        ("script", text(&card.script)),
        ("shots", text(&card.shots)),
        ("note", text(&card.note)),
        ("client_note", text(&card.client_note)),
        ("is_ad", int(card.ad.is_ad)),
        ("advertiser", text(&card.ad.advertiser)),
        ("erid", text(&card.ad.erid)),
        (
            "ready_by",
            maybe_int(card.ready_by.map(|at| at.timestamp())),
        ),
    ];
    edited(ledger, post, |ledger| {
        ledger.update(Noun::Post, post.0, &row)?;
        texts::freeze_again(ledger, post)
    })
}

fn set_approval(ledger: &mut Ledger<'_>, id: VariantId, to: Approval, reason: &str) -> Result<()> {
    let standing = standing(ledger, id)?;
    may_move(standing.approval, to, standing.outcome, reason)?;
    let row = [
        ("approval", text(to.word())),
        ("approval_at", int(ledger.now().timestamp())),
        ("reason", text(reason)),
    ];
    ledger.update(Noun::Variant, id.0, &row)?;
    if to == Approval::Approved {
        texts::freeze(ledger, id)
    } else {
        ledger
            .update(Noun::Variant, id.0, &[("payload", Value::Null)])
            .map(drop)
    }
}

fn reschedule(ledger: &mut Ledger<'_>, id: VariantId, to: Option<&Planned>) -> Result<()> {
    match standing(ledger, id)?.outcome {
        Outcome::Published | Outcome::Skipped => Err(StoreError::AlreadyOut),
        Outcome::None | Outcome::Due | Outcome::Missed | Outcome::Unsure => ledger
            .update(Noun::Variant, id.0, &planned_row(to))
            .map(drop),
    }
}

/// The four columns of a planned time; all empty for the shelf.
fn planned_row(planned: Option<&Planned>) -> [(&'static str, Value); 4] {
    match planned {
        Some(planned) => [
            ("local", text(wall_text(planned.local))),
            ("zone", text(&planned.zone)),
            ("at", int(planned.at.timestamp())),
            ("tzdb", text(tzdb_version())),
        ],
        None => [
            ("local", Value::Null),
            ("zone", Value::Null),
            ("at", Value::Null),
            ("tzdb", Value::Null),
        ],
    }
}

fn attach(
    ledger: &mut Ledger<'_>,
    post: PostId,
    hash: &str,
    name: &str,
    bytes: u64,
    alt: &str,
) -> Result<i64> {
    let picture = NewMedia {
        hash: hash.to_owned(),
        name: name.to_owned(),
        bytes,
        alt: alt.to_owned(),
        is_cover: false,
    };
    let sql =
        "SELECT coalesce(max(position), 0) + 1 FROM media WHERE post = ? AND deleted_at IS NULL";
    let position = column(ledger, sql, post.0)?;
    let row = picture_row(post, position, &picture);
    edited(ledger, post, |ledger| {
        let id = ledger.insert(Noun::Media, &row)?;
        texts::freeze_again(ledger, post)?;
        Ok(id)
    })
}

/// A picture as a row of its post.
fn picture_row(post: PostId, position: i64, picture: &NewMedia) -> [(&'static str, Value); 7] {
    [
        ("post", int(post.0)),
        ("position", int(position)),
        ("hash", text(&picture.hash)),
        ("name", text(&picture.name)),
        (
            "bytes",
            int(i64::try_from(picture.bytes).unwrap_or(i64::MAX)),
        ),
        ("alt", text(&picture.alt)),
        ("is_cover", int(picture.is_cover)),
    ]
}

/// Where a variant stands before it is touched.
struct Standing {
    approval: Approval,
    outcome: Outcome,
}

fn standing(ledger: &Ledger<'_>, id: VariantId) -> Result<Standing> {
    ledger
        .conn()
        .prepare_cached("SELECT approval, outcome FROM agenda_sum WHERE variant = ?")?
        .query_row([id], |row| {
            Ok(Standing {
                approval: Approval::from_word(&row.get::<_, String>(0)?).unwrap_or(Approval::Draft),
                outcome: Outcome::from_word(&row.get::<_, String>(1)?).unwrap_or(Outcome::None),
            })
        })
        .optional()?
        .ok_or(StoreError::Gone {
            table: "variant",
            row: id.0,
        })
}

fn column(ledger: &Ledger<'_>, sql: &str, id: i64) -> Result<i64> {
    Ok(ledger
        .conn()
        .prepare_cached(sql)?
        .query_row([id], |row| row.get(0))?)
}

/// Appends what a Command froze.
pub(super) fn payload(
    ledger: &mut Ledger<'_>,
    variant: VariantId,
    frozen: &texts::Frozen,
) -> Result<i64> {
    ledger.fact(
        Fact::Payload,
        &[
            ("variant", int(variant.0)),
            ("hash", text(&frozen.hash)),
            ("text", text(&frozen.text)),
            ("first_comment", text(&frozen.first_comment)),
            ("media", text(&frozen.media)),
            ("at", int(ledger.now().timestamp())),
        ],
    )
}
