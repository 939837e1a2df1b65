//! Every released schema to this one, on desks of three sizes, broken off at every statement, with a backup before.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rusqlite::fallible_iterator::FallibleIterator;
use rusqlite::{Batch, Connection};

use super::{asked, bring, tell, trouble};
use crate::domain::Moment;
use crate::domain::found::Piece;
use crate::store::derive;
use crate::store::keeping::{list, prove};
use crate::store::migrate::{APPLICATION_ID, KNOWN, STEPS};
use crate::store::sound::dump;
use crate::store::table::{Fact, Noun};
use crate::store::tests::desk::{Rows, START, moment, open};
use crate::store::{FILE, Origin};

/// Posts on a small desk, a usual one, and a large one.
const SIZES: [usize; 3] = [3, 100, 1_000];

/// A desk as a program of this schema left it, with so many posts.
fn old_desk(schema: usize, posts: usize) -> (tempfile::TempDir, Connection) {
    let folder = tempfile::tempdir().unwrap();
    let conn = Connection::open(folder.path().join(FILE)).unwrap();
    conn.pragma_update(None, "journal_mode", "WAL").unwrap();
    conn.pragma_update(None, "synchronous", "OFF").unwrap();
    conn.execute_batch("BEGIN").unwrap();
    for step in &STEPS[..schema] {
        conn.execute_batch(step).unwrap();
    }
    conn.pragma_update(None, "application_id", APPLICATION_ID)
        .unwrap();
    conn.pragma_update(None, "user_version", schema as i64)
        .unwrap();
    conn.execute_batch(&first(posts)).unwrap();
    if schema >= 2 {
        conn.execute_batch(SECOND).unwrap();
    }
    if schema >= 10 {
        let snippet = "INSERT INTO snippet (uid, kind, name, text) VALUES ('s1', 'call', 'Зовём', 'Ждём вас')";
        conn.execute_batch(snippet).unwrap();
    }
    if schema >= 13 {
        let pass = "INSERT INTO lint_pass (uid, post, rule, reason) VALUES ('lp1', 1, 'spaces', 'так и надо')";
        conn.execute_batch(pass).unwrap();
    }
    if schema >= 3 {
        conn.execute_batch("UPDATE shown SET client = 1, code = 'A'")
            .unwrap();
    }
    // The search of today looks into columns that an older desk has not: they are lent to it for as long as it is built.
    let lent = |how: &str, rest: &str| {
        for column in ["client_note", "script", "shots"] {
            let sql = format!("ALTER TABLE post {how} COLUMN {column} {rest}");
            conn.execute_batch(&sql).unwrap();
        }
    };
    if schema < 14 {
        lent("ADD", "TEXT NOT NULL DEFAULT ''");
        derive::rebuild(&conn).unwrap();
        lent("DROP", "");
    } else {
        derive::rebuild(&conn).unwrap();
    }
    conn.execute_batch("COMMIT").unwrap();
    (folder, conn)
}

/// Rows of the first schema: every noun and every fact has some.
fn first(posts: usize) -> String {
    let wording = |n: usize| {
        let text = format!("Сырники №{n}, три способа");
        let hash = crate::domain::hash::of_parts(&[&text]);
        format!("({n}, 'p{n}', 1, '{hash}', '{text}', {START}, 'typed')")
    };
    let wordings: Vec<String> = (1..=posts).map(wording).collect();
    format!(
        "INSERT INTO client (id, uid, name, short, zone) VALUES (1, 'c1', 'Колос', 'Колос', 'Europe/Moscow'), (2, 'c2', 'Marani', 'Marani', 'Asia/Tbilisi');
         INSERT INTO channel (id, uid, client, platform, mode, grace_min) VALUES (1, 'h1', 1, 'vk', 'assisted', 60), (2, 'h2', 2, 'telegram', 'auto', 15);
         INSERT INTO rubric (id, uid, client, name) VALUES (1, 'r1', 1, 'Люди');
         INSERT INTO campaign (id, uid, client, name) VALUES (1, 'k1', 1, 'Осень');
         INSERT INTO text_rev (id, owner, seq, hash, text, at, origin) VALUES {wordings};
         INSERT INTO post (id, uid, client, topic, base_rev, rubric) SELECT id, owner, 1, 'Тема ' || id, id, CASE WHEN id % 3 THEN 1 END FROM text_rev;
         INSERT INTO variant (id, uid, post, channel, approval, approval_at, local, zone, at)
         SELECT id, 'v' || id, id, 1, CASE id % 4 WHEN 0 THEN 'draft' ELSE 'approved' END, {START}, '2025-11-24T09:00', 'Europe/Moscow', {START} + id * 60 FROM post;
         INSERT INTO delivery (id, uid, variant, due_at) SELECT id, 'd' || id, id, at FROM variant WHERE id % 2;
         INSERT INTO delivery_event (delivery, at, kind) SELECT id, due_at, 'due' FROM delivery;
         INSERT INTO delivery_event (delivery, at, kind, detail) SELECT id, due_at + 60, 'stamped', 'https://vk.com/wall' || id FROM delivery WHERE id % 3;
         INSERT INTO delivery_event (delivery, at, kind, detail) SELECT id, due_at + 9999, 'missed', 'missed-closed' FROM delivery WHERE id % 3 = 0;
         INSERT INTO fact_void (tbl, fact, at) SELECT 'delivery_event', id, at FROM delivery_event WHERE kind = 'stamped' AND id % 5 = 0;
         INSERT INTO slot (uid, channel, weekday, minute) VALUES ('s1', 1, 0, 540);
         INSERT INTO media (uid, post, position, hash, name, bytes, deleted_at) VALUES ('m1', 1, 0, 'gone', 'хлеб.jpg', 5, 1);
         INSERT INTO person (id, uid, platform, handle, name) VALUES (1, 'e1', 'vk', 'olga', 'Ольга');
         INSERT INTO thread (id, uid, client, channel, person, kind, opened_at) VALUES (1, 't1', 1, 1, 1, 'comment', {START});
         INSERT INTO message (thread, at, outgoing, text, raw_hash, origin) SELECT 1, {START} + id, 0, 'ау ' || id, 'h' || id, 'cli' FROM post;
         INSERT INTO thread_mark (uid, thread, state, decided_at, decided_msg) VALUES ('tm1', 1, 'done', {START}, 1);
         INSERT INTO reading (channel, metric, day, value, typed_at, origin) SELECT 1, 'followers', '2025-11-24', 1000.5 + id, {START}, 'window' FROM post;
         INSERT INTO round (channel, at) VALUES (1, {START});
         INSERT INTO canned_reply (uid, client, lang, name, text) VALUES ('y1', 1, 'ru', 'Доставка', 'Да, возим');
         INSERT INTO target (uid, client, metric, value) VALUES ('g1', 1, 'followers', 6600.0);
         INSERT INTO journal_entry (id, at, title, args, origin, schema) SELECT id, {START} + id, 'did-link', '{{}}', 'window', 1 FROM delivery_event WHERE kind = 'stamped';
         INSERT INTO journal_row (entry, seq, tbl, row, op, after) SELECT id, 0, 'delivery_event', id, 'fact', id FROM delivery_event WHERE kind = 'stamped';
         INSERT INTO draft_buffer VALUES ('post:1', 'недописанное', 3, NULL, 1, {START});
         INSERT INTO memory VALUES ('visit.last', '{START}');",
        wordings = wordings.join(", "),
    )
}

/// What the second schema added.
const SECOND: &str = "\
    INSERT INTO shown (id, post, hash, body, at) VALUES (1, 1, 'h', '{}', 1763971200);
    INSERT INTO packet (id, uid, client, code, lang, made_at) VALUES (1, 'a1', 1, 'A', 'ru', 1763971200);
    INSERT INTO packet_item (uid, packet, number, post, shown) VALUES ('i1', 1, 1, 1, 1);
    INSERT INTO holiday_mark (uid, client, day, name) VALUES ('l1', NULL, '2025-12-31', 'Новый год');";

/// Every noun and fact, by the columns that this schema has.
fn kept(conn: &Connection, columns: &BTreeMap<String, String>) -> BTreeMap<String, Rows> {
    let all = columns.iter().map(|(table, columns)| {
        let sql = format!("(SELECT {columns} FROM {table})");
        (table.clone(), dump(conn, &sql, "1").unwrap())
    });
    all.collect()
}

fn columns(conn: &Connection) -> BTreeMap<String, String> {
    let names = Noun::ALL.iter().map(|it| it.name());
    let names = names.chain(Fact::ALL.iter().map(|it| it.name()));
    let names = names.chain(["journal_entry", "journal_row", "draft_buffer"]);
    let of = |table: &str| -> Option<(String, String)> {
        let sql = "SELECT group_concat(name, ', ') FROM pragma_table_info(?)";
        let columns: Option<String> = conn.query_row(sql, [table], |row| row.get(0)).unwrap();
        Some((table.to_owned(), columns?))
    };
    names.filter_map(of).collect()
}

#[test]
fn every_released_schema_becomes_this_one_and_loses_no_row() {
    let mut cases = 0;
    for schema in 1..KNOWN as usize {
        for size in SIZES.map(|size| size * asked("POSTDESK_SIZE", 1)) {
            let (folder, conn) = old_desk(schema, size);
            let columns = columns(&conn);
            let before = kept(&conn, &columns);
            let unknown_then = ["lead", "note", "payload"];
            let empty = before
                .iter()
                .filter(|_| size > 99)
                .filter(|it| it.1.is_empty())
                .map(|it| it.0.as_str());
            let empty: Vec<&str> = empty.collect();
            assert!(
                size < 99 || empty == unknown_then,
                "schema {schema}: {empty:?}"
            );
            drop(conn);
            let mut store = open(folder.path(), Origin::Window, 3).unwrap();
            let told = format!("schema {schema}, {size} posts");
            assert!(kept(&store.writer, &columns) == before, "{told}");
            assert_eq!(store.check().unwrap(), [], "{told}");
            // The keys that the journal names are still those rows: what was stamped can be taken back.
            store.undo(moment(9999)).unwrap();
            assert_eq!(store.check().unwrap(), [], "{told}");
            let backups = list(folder.path()).unwrap();
            assert_eq!(backups.len(), 1, "{told}");
            let proof = prove(&backups[0].folder).unwrap();
            assert_eq!(proof.manifest.schema, schema as i64);
            assert_eq!(proof.manifest.why.word(), "schema");
            cases += 1;
        }
    }
    tell("old desks", cases);
}

#[test]
fn the_search_of_an_older_desk_gets_to_the_pieces_that_it_left_out() {
    let (folder, conn) = old_desk(7, 250);
    let posts = conn
        .execute("UPDATE post SET note = 'Kysy hinta'", [])
        .unwrap();
    assert!(posts >= 250);
    drop(conn);
    let mut store = open(folder.path(), Origin::Window, 3).unwrap();
    assert!(store.reader().is_behind().unwrap());
    assert_eq!(store.reader().find("hint", 999).unwrap(), []);
    while store.index_some(500).unwrap() > 0 {}
    let found = store.reader().find("hint", 999).unwrap();
    assert_eq!(found.len(), posts);
    assert!(found.iter().all(|it| it.piece == Piece::Note));
    assert!(!store.reader().is_behind().unwrap());
}

#[test]
fn a_desk_of_every_released_schema_comes_back_from_its_backup() {
    for schema in 1..KNOWN as usize {
        let (folder, conn) = old_desk(schema, 40);
        let columns = columns(&conn);
        let before = kept(&conn, &columns);
        drop(conn);
        drop(open(folder.path(), Origin::Window, 3).unwrap());
        let backup = list(folder.path()).unwrap().remove(0);
        let mut columns = columns;
        for own in ["delivery", "delivery_event"] {
            columns.remove(own);
        }
        bring(folder.path(), &backup.folder, moment(0)).unwrap();
        let store = open(folder.path(), Origin::Window, 3).unwrap();
        let mut wanted = before;
        wanted.retain(|table, _| columns.contains_key(table));
        assert!(kept(&store.writer, &columns) == wanted, "schema {schema}");
        drop(store);
        assert_eq!(trouble(folder.path()), "");
    }
}

#[test]
fn a_migration_cut_off_at_any_statement_begins_again() {
    let mut cases = 0;
    for schema in 0..KNOWN as usize {
        // The first schema alone has a hundred statements, and nothing to lose.
        let stride = if schema == 0 { 9 } else { 1 };
        for done in (0..).step_by(stride) {
            let (folder, conn) = match schema {
                0 => empty(),
                schema => old_desk(schema, 3),
            };
            let columns = columns(&conn);
            let before = kept(&conn, &columns);
            // Everything goes to the disk at once, committed or not.
            conn.pragma_update(None, "cache_size", 1).unwrap();
            conn.execute_batch("BEGIN EXCLUSIVE").unwrap();
            let whole = run(&conn, &STEPS[schema..].concat(), done);
            let crashed = as_it_lies(folder.path());
            let store = open(crashed.path(), Origin::Window, 1).unwrap();
            let told = format!("schema {schema} after {done} statements");
            assert!(kept(&store.writer, &columns) == before, "{told}");
            drop(store);
            assert_eq!(trouble(crashed.path()), "", "{told}");
            cases += 1;
            if whole {
                break;
            }
        }
    }
    tell("migrations cut off", cases);
}

fn empty() -> (tempfile::TempDir, Connection) {
    let folder = tempfile::tempdir().unwrap();
    let conn = Connection::open(folder.path().join(FILE)).unwrap();
    conn.pragma_update(None, "journal_mode", "WAL").unwrap();
    (folder, conn)
}

/// Runs so many statements; says whether those were all.
fn run(conn: &Connection, sql: &str, most: usize) -> bool {
    let mut batch = Batch::new(conn, sql);
    for _ in 0..most {
        match batch.next().unwrap() {
            Some(mut statement) => drop(statement.raw_execute().unwrap()),
            None => return true,
        }
    }
    false
}

/// The files as the disk holds them at this moment.
fn as_it_lies(folder: &Path) -> tempfile::TempDir {
    let crashed = tempfile::tempdir().unwrap();
    for name in [FILE, "desk.db-wal"] {
        fs::copy(folder.join(name), crashed.path().join(name)).ok();
    }
    crashed
}

#[test]
fn the_moment_of_a_backup_before_a_migration_is_the_last_the_desk_knew() {
    let (folder, conn) = old_desk(3, 7);
    drop(conn);
    drop(open(folder.path(), Origin::Window, 3).unwrap());
    let at: Moment = list(folder.path()).unwrap()[0].at;
    assert!(at >= moment(0) && at < moment(600), "{at}");
}
