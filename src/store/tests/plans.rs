//! The plans of every statement that runs: SQLite's own trace tells which they were, and none may read a table that grows
//! from end to end. A new query is judged as soon as one of these walks reaches it; there is no list to keep.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::Connection;
use rusqlite::trace::{TraceEvent, TraceEventCodes};

use super::deeds::Dealer;
use super::desk::{Desk, card, moment, planned, post};
use super::kinds::KINDS;
use crate::domain::command::{ClientCommand, Command, DeliveryCommand, PlanCommand};
use crate::domain::ids::{ChannelId, ClientId, PostId, RubricId, VariantId};
use crate::domain::post::Approval;
use crate::store::{Draft, Memo, Reader, Store};

/// Tables that grow with every day of work. The others hold a handful of rows each.
const GROWING: &[&str] = &[
    "post",
    "variant",
    "media",
    "person",
    "lead",
    "note",
    "thread_mark",
    "agenda_sum",
    "voided_sum",
    "fact_void",
    "message",
    "thread",
    "thread_sum",
    "reading",
    "round",
    "payload",
    "delivery",
    "delivery_event",
    "journal_entry",
    "journal_row",
    "text_rev",
    "packet",
    "packet_item",
    "shown",
    "lint_pass",
    "lint_look",
    "lint_found",
    "lint_print",
];

/// What ran, each statement once.
type Heard = Arc<Mutex<BTreeSet<String>>>;

fn listen(conn: &mut Connection, heard: &Heard) {
    let heard = Arc::clone(heard);
    let note = move |event: TraceEvent<'_>| {
        if let TraceEvent::Stmt(statement, _) = event {
            let sql = statement.sql().into_owned();
            heard
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .insert(sql);
        }
    };
    conn.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note))
        .unwrap();
}

/// The lines of a statement's plan.
fn plan(conn: &Connection, sql: &str) -> Vec<String> {
    let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let marks = statement.parameter_count();
    let nothing = vec![rusqlite::types::Null; marks];
    let lines = statement
        .query_map(rusqlite::params_from_iter(nothing), |row| row.get(3))
        .unwrap();
    lines.map(Result::unwrap).collect()
}

/// Whether this step of a plan reads a growing table from end to end. Walking an index in order is fine for a statement that
/// stops at its limit.
fn reads_it_all(step: &str, sql: &str) -> bool {
    let Some(scanned) = step.strip_prefix("SCAN ") else {
        return false;
    };
    let name = scanned.split(' ').next().unwrap_or_default();
    let limited = sql.ends_with("LIMIT ?") || sql.ends_with("LIMIT 1");
    let stops = limited && scanned.contains(" INDEX ");
    real_names(sql, name)
        .iter()
        .any(|name| GROWING.contains(name))
        && !stops
}

/// The tables an alias stands for in a statement: the word before it, and itself.
fn real_names<'s>(sql: &'s str, alias: &'s str) -> Vec<&'s str> {
    let words: Vec<&str> = sql
        .split_whitespace()
        .map(|word| word.trim_matches(['(', ')', ',', ';']))
        .collect();
    let pairs = words.windows(2).filter(|pair| pair[1] == alias);
    pairs.map(|pair| pair[0]).chain([alias]).collect()
}

/// Everything a Reader can be asked, once.
fn ask_everything(reader: &Reader) {
    let day = (moment(-9999), moment(9999));
    reader
        .snapshot(|reader| {
            reader.clients()?;
            reader.unsure(None, 9)?;
            reader.unsure(Some(ClientId(1)), 9)?;
            reader.channels()?;
            drop(reader.client(ClientId(1)));
            drop(reader.channel(ChannelId(1)));
            reader.rubrics(ClientId(1))?;
            reader.posts_of_rubric(RubricId(1))?;
            reader.mix(ClientId(1), &(day.0..day.1))?;
            reader.campaigns(ClientId(1))?;
            reader.campaign_progress(ClientId(1), day.0)?;
            reader.posts_about("a post")?;
            drop(reader.card_of_post(PostId(1)));
            reader.sheet(PostId(1))?;
            reader.findings(PostId(1))?;
            reader.subject(PostId(1), day.0)?;
            reader.held_back(&[VariantId(1)], day.0)?;
            reader.blocked(day.0, day.1, None, 9)?;
            reader.next_look()?;
            reader.wording(PostId(1), Some(VariantId(1)))?;
            reader.pending(day.0, day.1, 100)?;
            reader.unmarked(day.1, 100)?;
            reader.next_planned(day.0)?;
            reader.has_rung(VariantId(1), day.0)?;
            reader.with_client(None, 50)?;
            reader.with_client(Some(ClientId(1)), 50)?;
            reader.asked(ClientId(1), 50)?;
            reader.shown_of(PostId(1), 50)?;
            reader.since_shown(PostId(1))?;
            drop(reader.letter(crate::domain::ids::PacketId(1)));
            reader.letters_of(ClientId(1), 50)?;
            reader.next_letters(ClientId(1))?;
            reader.line(VariantId(1))?;
            reader.history(None, 50)?;
            reader.history_of(PostId(1), None, 50)?;
            reader.touched_by(crate::domain::ids::EntryId(1), 50)?;
            reader.stands_on(crate::domain::ids::EntryId(1))?;
            reader.post_as_of(PostId(1), moment(0))?;
            reader.wordings(PostId(1), None, 50)?;
            reader.unindexed()?;
            drop(reader.client_brief(ClientId(1), day.0));
            reader.draft("post:1")?;
            reader.drafts_kept()?;
            reader.memory("pane").map(drop)
        })
        .unwrap();
}

fn remember(store: &mut Store) {
    let draft = Draft {
        owner: "post:1".to_owned(),
        text: "Сырн".to_owned(),
        caret: 8,
        base: None,
        pid: 1,
        at: moment(0),
    };
    let owner = draft.owner.clone();
    for memo in [Memo::Keep(draft), Memo::Drop { owner }] {
        store.remember(&memo).unwrap();
    }
}

#[test]
fn no_statement_reads_a_growing_table_from_end_to_end() {
    let mut desk = Desk::new();
    let heard = Heard::default();
    listen(&mut desk.store.writer, &heard);
    let mut dealer = Dealer::new(42);
    for n in 0..KINDS * 20 {
        dealer.wait();
        let command = match n {
            0..4 => dealer.deal_kind(&desk.store, n % 2 * 5),
            _ => dealer.deal_kind(&desk.store, n % KINDS),
        };
        // Refused ones have asked something too.
        if desk
            .store
            .apply(&command, dealer.now)
            .is_ok_and(|done| done.entry.is_some())
            && (n / KINDS).is_multiple_of(2)
        {
            desk.store.undo(dealer.now).unwrap();
            desk.store.redo(dealer.now).unwrap();
        }
    }
    remember(&mut desk.store);
    desk.store.index_some(10).unwrap();
    let mut reader = Connection::open(desk.folder.path().join("desk.db")).unwrap();
    listen(&mut reader, &heard);
    ask_everything(&Reader::new(reader).unwrap());

    let heard = heard.lock().unwrap();
    // The dealer's own questions are not the desk's.
    let ours = |sql: &&String| !sql.ends_with("ORDER BY id");
    let mut bad = Vec::new();
    let mut judged = 0;
    for sql in heard.iter().filter(|sql| sql.contains(' ')).filter(ours) {
        let verb = sql.split(' ').next().unwrap_or_default();
        if !["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains(&verb) {
            continue;
        }
        judged += 1;
        let steps = plan(&desk.store.writer, sql);
        if steps.iter().any(|step| reads_it_all(step, sql)) {
            bad.push(format!("{sql}\n    {}", steps.join("\n    ")));
        }
    }
    assert!(
        bad.is_empty(),
        "{} of {judged}:\n{}",
        bad.len(),
        bad.join("\n")
    );
    assert!(judged > 100, "only {judged} statements heard");
}

/// The statements of this question, with their plans.
fn plans_of(desk: &Desk, ask: impl FnOnce(&Reader)) -> String {
    let heard = Heard::default();
    let mut conn = Connection::open(desk.folder.path().join("desk.db")).unwrap();
    let reader = {
        listen(&mut conn, &heard);
        Reader::new(conn).unwrap()
    };
    ask(&reader);
    let heard = heard.lock().unwrap();
    let asked = heard.iter().filter(|sql| sql.starts_with("SELECT"));
    asked
        .flat_map(|sql| plan(&desk.store.writer, sql))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_clock_asks_small_indexes() {
    let desk = Desk::new();
    let now = moment(0);
    let unmarked = plans_of(&desk, |reader| {
        assert_eq!(reader.unmarked(now, 9).unwrap(), []);
    });
    assert!(unmarked.contains("INDEX agenda_sum_fresh"), "{unmarked}");
    assert!(unmarked.contains("INDEX agenda_sum_due"), "{unmarked}");
    assert!(!unmarked.contains("TEMP B-TREE"), "{unmarked}");
    let pending = plans_of(&desk, |reader| drop(reader.pending(now, now, 9).unwrap()));
    assert!(pending.contains("INDEX agenda_sum_pending"), "{pending}");
    assert!(!pending.contains("TEMP B-TREE"), "{pending}");
    let next = plans_of(&desk, |reader| {
        assert_eq!(reader.next_planned(now).unwrap(), None);
    });
    assert!(next.contains("INDEX agenda_sum_fresh"), "{next}");
}

#[test]
fn what_is_behind_is_found_without_walking_past_what_went_out() {
    let desk = Desk::new();
    for scope in [None, Some(ClientId(1))] {
        let behind = plans_of(&desk, |reader| {
            assert_eq!(reader.behind(moment(0), scope, 9).unwrap(), []);
        });
        assert!(behind.contains("INDEX agenda_sum_pending"), "{behind}");
        assert!(!behind.contains("TEMP B-TREE"), "{behind}");
    }
}

#[test]
fn who_waits_is_walked_in_order_and_never_collected() {
    let desk = Desk::new();
    for scope in [None, Some(ClientId(1))] {
        let counted = plans_of(&desk, |reader| {
            assert_eq!(reader.waiting_count(moment(0), scope).unwrap(), (0, false));
        });
        let index = match scope {
            None => "INDEX thread_sum_open",
            Some(_) => "INDEX thread_sum_client_open",
        };
        assert!(counted.contains(index), "{counted}");
        assert!(!counted.contains("TEMP B-TREE"), "{counted}");
    }
}

#[test]
fn old_ideas_do_not_crowd_out_what_is_due() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    for n in 0..12 {
        let mut new = post(client, &[channel], Some(moment(n)));
        new.approval = match n {
            11 => Approval::Approved,
            n if n % 2 == 0 => Approval::Idea,
            _ => Approval::Hold,
        };
        desk.apply(&Command::Plan(PlanCommand::AddPost(new)))
            .unwrap();
    }
    let found = desk.store.reader().unmarked(moment(60), 5).unwrap();
    let moments: Vec<_> = found.iter().map(|it| it.at).collect();
    assert_eq!(moments, [moment(11)]);
    assert_eq!(
        desk.store.reader().next_planned(moment(-1)).unwrap(),
        Some(moment(11))
    );
}

#[test]
fn u_finds_its_entry_without_walking_past_the_daemon_s() {
    let desk = Desk::new();
    let sound = |sql: &str| plan(&desk.store.writer, sql).join("\n");
    let newest = sound(crate::store::journal::NEWEST_STANDING);
    assert!(newest.contains("INDEX journal_entry_standing"), "{newest}");
    let redo = sound(crate::store::journal::NEWEST_UNDO);
    assert!(redo.contains("INDEX journal_entry_people"), "{redo}");
    assert!(
        !redo.contains("SCAN u\n") && !redo.contains("SCAN e\n"),
        "{redo}"
    );
}

/// A desk of many years: this many variants, and twice as many delivery events.
const MANY: i64 = 100_000;

fn old_desk() -> Desk {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    assert_eq!((client.0, channel.0), (1, 1));
    desk.store
        .writer
        .execute_batch(&format!(
            "BEGIN;
             WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MANY})
             INSERT INTO post (id, uid, client, topic) SELECT i, 'p' || i, 1, 'Тема ' || i FROM n;
             INSERT INTO variant (id, uid, post, channel, approval, approval_at, local, zone, at)
             SELECT id, 'v' || id, id, 1, 'approved', 0, '2025-01-01T00:00', 'UTC', {start} + id * 60 FROM post;
             INSERT INTO delivery (id, uid, variant, due_at) SELECT id, 'd' || id, id, at FROM variant;
             INSERT INTO delivery_event (delivery, at, kind) SELECT id, due_at, 'due' FROM delivery;
             INSERT INTO delivery_event (delivery, at, kind) SELECT id, due_at + 60, 'stamped' FROM delivery WHERE id % 10;
             INSERT INTO delivery_event (delivery, at, kind) SELECT id, due_at + 60, 'missed' FROM delivery WHERE id % 10 = 0;
             INSERT INTO agenda_sum (variant, post, client, channel, at, approval, outcome)
             SELECT id, post, 1, 1, at, approval, CASE WHEN id % 10 THEN 'published' ELSE 'missed' END FROM variant;
             COMMIT;",
            start = super::desk::START
        ))
        .unwrap();
    desk
}

/// How long the quickest of many runs took: what else this machine does at the moment is not the desk's doing.
fn quickest(runs: i64, mut run: impl FnMut(i64)) -> Duration {
    let clocked = (0..runs).map(|n| {
        let began = Instant::now();
        run(n);
        began.elapsed()
    });
    clocked.min().unwrap()
}

#[test]
fn a_command_on_an_old_desk_is_as_quick_as_on_a_new_one() {
    let mut desk = old_desk();
    let ten = |n: i64| (1..=10).map(move |i| VariantId((n * 10 + i) * 10));
    let moved = quickest(40, |n| {
        let moves = ten(n).map(|id| (id, Some(planned(moment(n)))));
        let moves = moves.collect();
        desk.apply(&Command::Plan(PlanCommand::Reschedule { moves }))
            .unwrap();
    });
    let stamped = quickest(40, |n| {
        let stamp = DeliveryCommand::Stamp {
            variants: ten(n).collect(),
            at: moment(n),
            permalink: String::new(),
        };
        desk.apply(&Command::Delivery(stamp)).unwrap();
    });
    for (what, ten) in [("move", moved), ("stamp", stamped)] {
        assert!(ten.as_micros() < 10_000, "{ten:?} to {what} ten variants");
    }
    let edited = quickest(5, |n| {
        let mut card = card("Колос");
        card.promise_min = 30 + n as u32;
        desk.apply(&Command::Client(ClientCommand::Edit(ClientId(1), card)))
            .unwrap();
        desk.store.undo(moment(9)).unwrap();
    });
    assert!(edited.as_millis() < 50, "{edited:?} for a card and back");
}
