//! The client's yes, put on record: posts go to the client under a letter, and come back with what the client said.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension};

use super::convert::{int, text};
use super::error::{Result, StoreError};
use super::ledger::Ledger;
use super::lint;
use super::shown::{self, Open, as_it_stands, moved, open_variants, recorded};
use super::table::Noun;
use super::texts;
use crate::domain::command::{PacketCommand, Told};
use crate::domain::ids::{ClientId, PacketItemId, PostId};
use crate::domain::post::Approval;
use crate::domain::tongue::Tongue;
use crate::domain::verdict::Verdict;
use crate::domain::yes::{CHANGES_UNSAID, NO_UNSAID, Part, YES_HELD, YesRefused, next_letters};

pub(super) fn apply(ledger: &mut Ledger<'_>, command: &PacketCommand) -> Result<Option<i64>> {
    match command {
        PacketCommand::Send { posts, tongue } => send(ledger, posts, *tongue).map(Some),
        PacketCommand::Answer { told } => answer(ledger, told).map(|()| None),
    }
}

/// Shows posts to their client: they wait for a word from now on.
fn send(ledger: &mut Ledger<'_>, posts: &[PostId], tongue: Tongue) -> Result<i64> {
    let client = their_client(ledger.conn(), posts)?;
    let code = next_code(ledger.conn(), client)?;
    let now = ledger.now().timestamp();
    let packet = ledger.insert(
        Noun::Packet,
        &[
            ("client", int(client.0)),
            ("code", text(code.clone())),
            ("lang", text(tongue.word())),
            ("made_at", int(now)),
        ],
    )?;
    for (post, number) in posts.iter().zip(1_i64..) {
        let shown = show(ledger, client, &code, *post)?;
        ledger.insert(
            Noun::PacketItem,
            &[
                ("packet", int(packet)),
                ("number", int(number)),
                ("post", int(post.0)),
                ("shown", int(shown)),
            ],
        )?;
    }
    Ok(packet)
}

/// Freezes on record what the client sees of one post, and lets it wait for a word.
fn show(ledger: &mut Ledger<'_>, client: ClientId, code: &str, post: PostId) -> Result<i64> {
    let now = as_it_stands(ledger.conn(), post)?.ok_or(gone(post))?;
    let open = open_variants(ledger.conn(), post)?;
    if open.is_empty() {
        return Err(YesRefused::NothingOpen(now.topic).into());
    }
    if open.iter().any(|it| it.approval == Approval::Hold) {
        return Err(YesRefused::Parked(now.topic).into());
    }
    let fact = shown::record(ledger, client, code, post, &now)?;
    open.iter()
        .try_for_each(|it| moved(ledger, it.variant, Approval::Review, ""))?;
    Ok(fact)
}

/// The one client of all these posts.
fn their_client(conn: &Connection, posts: &[PostId]) -> Result<ClientId> {
    let sql = "SELECT p.client, p.topic FROM post p JOIN client c ON c.id = p.client AND c.deleted_at IS NULL \
        WHERE p.id = ? AND p.deleted_at IS NULL";
    let mut asked = conn.prepare_cached(sql)?;
    let mut seen = HashSet::new();
    let mut theirs: Option<ClientId> = None;
    for post in posts {
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let found: Option<(ClientId, String)> = asked.query_row([post], read).optional()?;
        let (client, topic) = found.ok_or(gone(*post))?;
        if !seen.insert(*post) {
            return Err(YesRefused::Twice(topic).into());
        }
        if theirs.is_some_and(|theirs| theirs != client) {
            return Err(YesRefused::TwoClients.into());
        }
        theirs = Some(client);
    }
    theirs.ok_or(StoreError::Yes(YesRefused::NoPosts))
}

/// The letters of the client's next packet: those of a packet that was taken back are not used again.
pub(super) fn next_code(conn: &Connection, client: ClientId) -> Result<String> {
    let sql = "SELECT code FROM shown WHERE client = ? ORDER BY id DESC LIMIT 1";
    let last: Option<String> = conn
        .prepare_cached(sql)?
        .query_row([client], |row| row.get(0))
        .optional()?;
    Ok(next_letters(last.as_deref()))
}

fn answer(ledger: &mut Ledger<'_>, told: &[Told]) -> Result<()> {
    let mut seen = HashSet::new();
    for one in told {
        let item = Item::read(ledger.conn(), one.item)?;
        if !seen.insert(one.item) {
            return Err(YesRefused::Twice(item.code).into());
        }
        take_down(ledger, &item, one)?;
    }
    Ok(())
}

/// A post of a packet, as it was asked about.
struct Item {
    post: PostId,
    code: String,
}

impl Item {
    fn read(conn: &Connection, id: PacketItemId) -> Result<Self> {
        let sql = "SELECT i.post, k.code || i.number FROM packet_item i JOIN packet k ON k.id = i.packet \
            WHERE i.id = ? AND i.deleted_at IS NULL AND k.deleted_at IS NULL";
        let found = conn
            .prepare_cached(sql)?
            .query_row([id], |row| {
                Ok(Self {
                    post: row.get(0)?,
                    code: row.get(1)?,
                })
            })
            .optional()?;
        found.ok_or(StoreError::Gone {
            table: "packet_item",
            row: id.0,
        })
    }
}

/// Takes down what was said to one post, and moves what can still go out.
fn take_down(ledger: &mut Ledger<'_>, item: &Item, said: &Told) -> Result<()> {
    let conn = ledger.conn();
    let (Some(now), Some(last)) = (as_it_stands(conn, item.post)?, recorded(conn, item.post)?)
    else {
        return Err(gone(item.post));
    };
    if last.item != said.item {
        let code = item.code.clone();
        let newer = last.code;
        return Err(YesRefused::ShownAgain { code, newer }.into());
    }
    let was_shown = |it: &Open| last.shown.wordings.iter().any(|(of, _)| *of == it.channel);
    let mut open = open_variants(conn, item.post)?;
    open.retain(was_shown);
    if open.is_empty() {
        return Err(YesRefused::NothingOpen(item.code.clone()).into());
    }
    let parts: Vec<Part> = last.shown.changed(&now).iter().map(|it| it.part).collect();
    if said.verdict == Verdict::Yes && !parts.is_empty() {
        let code = item.code.clone();
        return Err(YesRefused::Changed { code, parts }.into());
    }
    let row = [
        ("verdict", text(said.verdict.word())),
        ("words", text(&said.words)),
        ("said_at", int(ledger.now().timestamp())),
    ];
    ledger.update(Noun::PacketItem, said.item.0, &row)?;
    let held = lint::held(ledger.conn(), item.post, ledger.now())?;
    let is_held = |it: &Open| held.contains(&it.variant);
    open.iter()
        .try_for_each(|it| carry_out(ledger, it, said, is_held(it)))
}

/// What a verdict does to a variant. One that she has put on hold meanwhile stays there, whatever the client allows; and one
/// that must not go out like this waits for her, with the client's yes on record.
fn carry_out(ledger: &mut Ledger<'_>, open: &Open, said: &Told, is_held: bool) -> Result<()> {
    let reason = said.words.split_whitespace().collect::<Vec<_>>().join(" ");
    let or = |unsaid: &str| {
        if reason.is_empty() {
            unsaid.to_owned()
        } else {
            reason.clone()
        }
    };
    match said.verdict {
        Verdict::Yes if open.approval == Approval::Hold => Ok(()),
        // What she let go out herself was hers to answer for.
        Verdict::Yes if is_held && open.approval == Approval::Approved => Ok(()),
        Verdict::Yes if is_held => moved(ledger, open.variant, Approval::Draft, YES_HELD),
        Verdict::Yes => {
            moved(ledger, open.variant, Approval::Approved, "")?;
            texts::freeze(ledger, open.variant)
        }
        Verdict::Changes => moved(ledger, open.variant, Approval::Changes, &or(CHANGES_UNSAID)),
        Verdict::No => moved(ledger, open.variant, Approval::Hold, &or(NO_UNSAID)),
    }
}

fn gone(post: PostId) -> StoreError {
    StoreError::Gone {
        table: "post",
        row: post.0,
    }
}
