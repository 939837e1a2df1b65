//! Derived tables: kept in step with nouns and facts, and rebuilt from them to prove it.

mod agenda;
mod search;
mod threads;

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::error::Result;
use super::ledger::Touched;
use super::lint;
use super::table::{Fact, Noun};

pub(super) use search::{PIECES_OF_POST, catch_up, is_behind, unindexed};

/// Brings every derived row in step with what a Command or an undo has touched.
pub(super) fn refresh(conn: &Connection, touched: &Touched) -> Result<()> {
    let reach = Reach::of(conn, touched)?;
    agenda::refresh(conn, &reach.variants)?;
    threads::refresh(conn, &reach.threads)?;
    search::refresh_posts(conn, &reach.posts)?;
    search::refresh_messages(conn, &reach.messages)?;
    lint::queue(conn, &reach.looks, &touched.wishes)
}

/// The derived tables that a rebuild must reproduce row for row, and the order to compare them in.
pub(super) const COMPARED: &[(&str, &str)] = &[
    ("voided_sum", "tbl, fact"),
    ("agenda_sum", "variant"),
    ("thread_sum", "thread"),
];

/// Drops and rebuilds everything derived.
pub(super) fn rebuild(conn: &Connection) -> Result<()> {
    rebuild_voided(conn)?;
    agenda::rebuild(conn)?;
    threads::rebuild(conn)?;
    search::rebuild(conn)
}

/// A fact is void when a void of it counts. Voids only ever name older rows, so newest first settles the chain.
fn rebuild_voided(conn: &Connection) -> Result<()> {
    conn.execute_batch("DELETE FROM voided_sum")?;
    let mut statement = conn.prepare("SELECT id, tbl, fact FROM fact_void ORDER BY id DESC")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        conn.prepare_cached(
            "INSERT INTO voided_sum (tbl, fact) SELECT ?2, ?3 \
             WHERE NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'fact_void' AND fact = ?1) ON CONFLICT DO NOTHING",
        )?
        .execute((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?))?;
    }
    Ok(())
}

/// How far a touch reaches into the derived tables.
#[derive(Default)]
struct Reach {
    variants: BTreeSet<i64>,
    threads: BTreeSet<i64>,
    posts: BTreeSet<i64>,
    messages: BTreeSet<i64>,
    /// Posts that the checker looks at anew.
    looks: BTreeSet<i64>,
}

impl Reach {
    fn of(conn: &Connection, touched: &Touched) -> Result<Self> {
        let mut reach = Reach::default();
        for &(noun, id) in &touched.nouns {
            reach.noun(conn, noun, id)?;
        }
        let open = "SELECT thread FROM thread_sum WHERE client = ? AND state = 'open'";
        for &client in &touched.promises {
            add(conn, &mut reach.threads, open, client)?;
        }
        for &(fact, first, last) in &touched.facts {
            reach.fact(conn, fact, first, last)?;
        }
        Ok(reach)
    }

    fn noun(&mut self, conn: &Connection, noun: Noun, id: i64) -> Result<()> {
        let add = |set: &mut BTreeSet<i64>, sql: &str| add(conn, set, sql, id);
        match noun {
            Noun::Variant => {
                self.variants.insert(id);
                let post = "SELECT post FROM variant WHERE id = ?";
                add(&mut self.posts, post)?;
                add(&mut self.looks, post)
            }
            Noun::Post => {
                self.posts.insert(id);
                self.looks.insert(id);
                add(&mut self.variants, "SELECT id FROM variant WHERE post = ?")
            }
            Noun::Channel => {
                add(
                    &mut self.variants,
                    "SELECT id FROM variant WHERE channel = ?",
                )?;
                add(&mut self.threads, "SELECT id FROM thread WHERE channel = ?")
            }
            Noun::Client => {
                let variants = "SELECT variant.id FROM variant JOIN post ON post.id = variant.post WHERE post.client = ?";
                add(&mut self.variants, variants)?;
                add(&mut self.threads, "SELECT id FROM thread WHERE client = ?")
            }
            Noun::Media => {
                let post = "SELECT post FROM media WHERE id = ?";
                add(&mut self.posts, post)?;
                add(&mut self.looks, post)
            }
            // Of a mark that an undo removed, the undo itself names the conversation.
            Noun::ThreadMark => add(
                &mut self.threads,
                "SELECT thread FROM thread_mark WHERE id = ?",
            ),
            Noun::LintPass => add(&mut self.looks, "SELECT post FROM lint_pass WHERE id = ?"),
            Noun::Campaign => {
                let open = "SELECT DISTINCT a.post FROM post p JOIN agenda_sum a ON a.post = p.id WHERE p.campaign = ? \
                    AND a.outcome IN ('none', 'due', 'missed')";
                add(&mut self.looks, open)
            }
            Noun::Rubric
            | Noun::Slot
            | Noun::Person
            | Noun::CannedReply
            | Noun::Snippet
            | Noun::Target
            | Noun::Note
            | Noun::HolidayMark
            | Noun::Packet
            | Noun::PacketItem
            | Noun::Lead => Ok(()),
        }
    }

    fn fact(&mut self, conn: &Connection, fact: Fact, first: i64, last: i64) -> Result<()> {
        for id in first..=last {
            match fact {
                Fact::DeliveryEvent => {
                    let sql = "SELECT variant FROM delivery JOIN delivery_event e ON e.delivery = delivery.id WHERE e.id = ?";
                    add(conn, &mut self.variants, sql, id)?;
                    let post = "SELECT v.post FROM delivery_event e JOIN delivery d ON d.id = e.delivery \
                        JOIN variant v ON v.id = d.variant WHERE e.id = ?";
                    add(conn, &mut self.looks, post, id)?;
                }
                Fact::Delivery => {
                    add(
                        conn,
                        &mut self.variants,
                        "SELECT variant FROM delivery WHERE id = ?",
                        id,
                    )?;
                }
                Fact::Message => {
                    self.messages.insert(id);
                    add(
                        conn,
                        &mut self.threads,
                        "SELECT thread FROM message WHERE id = ?",
                        id,
                    )?;
                }
                Fact::Thread => {
                    self.threads.insert(id);
                }
                Fact::TextRev
                | Fact::Payload
                | Fact::Shown
                | Fact::Round
                | Fact::Reading
                | Fact::Void => {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

fn add(conn: &Connection, set: &mut BTreeSet<i64>, sql: &str, id: i64) -> Result<()> {
    let mut statement = conn.prepare_cached(sql)?;
    for found in statement.query_map([id], |row| row.get(0))? {
        set.insert(found?);
    }
    Ok(())
}
