-- The first desk. Three kinds of table, told apart by name and kept apart by code:
--   nouns    journaled by the Ledger, tombstoned by deleted_at, never cascaded;
--   facts    append-only; what she wrote by hand is taken back by a row in fact_void;
--   derived  droppable: rebuilt and compared by `postdesk check`.
-- All moments are unix seconds UTC. A wall time keeps its zone and the tz database it was resolved with.

-- ── the journal ───────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE journal_entry (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    at       INTEGER NOT NULL,
    title    TEXT    NOT NULL, -- locale key of what was done
    args     TEXT    NOT NULL, -- JSON object of the title's arguments
    origin   TEXT    NOT NULL CHECK (origin IN ('window', 'cli', 'rule', 'daemon')),
    schema   INTEGER NOT NULL,
    undoes   INTEGER REFERENCES journal_entry (id),
    undone   INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX journal_entry_standing ON journal_entry (id) WHERE undone = 0 AND undoes IS NULL AND origin IN ('window', 'cli');
CREATE INDEX journal_entry_people ON journal_entry (id) WHERE undoes IS NULL AND origin IN ('window', 'cli');
CREATE INDEX journal_entry_undoes ON journal_entry (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE journal_row (
    entry  INTEGER NOT NULL REFERENCES journal_entry (id),
    seq    INTEGER NOT NULL,
    tbl    TEXT    NOT NULL,
    row    INTEGER NOT NULL,
    op     TEXT    NOT NULL CHECK (op IN ('insert', 'update', 'delete', 'fact')),
    before TEXT, -- changed columns as they were (JSON, blobs tagged)
    after  TEXT, -- changed columns as they were left; for facts the last id of the run
    PRIMARY KEY (entry, seq)
) STRICT, WITHOUT ROWID;

-- ── nouns ─────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE client (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    uid            TEXT    NOT NULL UNIQUE,
    name           TEXT    NOT NULL,
    short          TEXT    NOT NULL,
    colour         INTEGER NOT NULL DEFAULT 0,
    zone           TEXT    NOT NULL,
    hours          TEXT    NOT NULL DEFAULT '',
    languages      TEXT    NOT NULL DEFAULT '',
    tone           TEXT    NOT NULL DEFAULT '',
    goals          TEXT    NOT NULL DEFAULT '',
    audience       TEXT    NOT NULL DEFAULT '',
    avoid          TEXT    NOT NULL DEFAULT '',
    promise_min    INTEGER NOT NULL DEFAULT 120,
    contract_posts INTEGER,
    contract_money TEXT    NOT NULL DEFAULT '',
    deleted_at     INTEGER
) STRICT;
CREATE UNIQUE INDEX client_short ON client (short) WHERE deleted_at IS NULL;

CREATE TABLE channel (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    uid            TEXT    NOT NULL UNIQUE,
    client         INTEGER NOT NULL REFERENCES client (id),
    platform       TEXT    NOT NULL,
    handle         TEXT    NOT NULL DEFAULT '',
    link           TEXT    NOT NULL DEFAULT '',
    mode           TEXT    NOT NULL CHECK (mode IN ('auto', 'handoff', 'assisted')),
    grace_min      INTEGER NOT NULL,
    look_every_min INTEGER NOT NULL DEFAULT 0,
    watch_min      INTEGER NOT NULL DEFAULT 0,
    position       INTEGER NOT NULL DEFAULT 0,
    deleted_at     INTEGER
) STRICT;
CREATE INDEX channel_of_client ON channel (client);

CREATE TABLE rubric (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE,
    client     INTEGER NOT NULL REFERENCES client (id),
    name       TEXT    NOT NULL,
    share      INTEGER, -- target share of the month, per cent
    deleted_at INTEGER
) STRICT;
CREATE INDEX rubric_of_client ON rubric (client);

CREATE TABLE campaign (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE,
    client     INTEGER NOT NULL REFERENCES client (id),
    name       TEXT    NOT NULL,
    starts     TEXT,
    ends       TEXT,
    goal       TEXT    NOT NULL DEFAULT '',
    utm        TEXT    NOT NULL DEFAULT '',
    deleted_at INTEGER
) STRICT;
CREATE INDEX campaign_of_client ON campaign (client);

CREATE TABLE post (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE,
    client     INTEGER NOT NULL REFERENCES client (id),
    rubric     INTEGER REFERENCES rubric (id),
    campaign   INTEGER REFERENCES campaign (id),
    topic      TEXT    NOT NULL,
    format     TEXT    NOT NULL DEFAULT 'text',
    link       TEXT    NOT NULL DEFAULT '',
    first_comment TEXT NOT NULL DEFAULT '',
    brief      TEXT    NOT NULL DEFAULT '',
    note       TEXT    NOT NULL DEFAULT '',
    base_rev   INTEGER REFERENCES text_rev (id),
    ready_by   INTEGER,
    deleted_at INTEGER
) STRICT;
CREATE INDEX post_of_client ON post (client);
CREATE INDEX post_of_rubric ON post (rubric) WHERE rubric IS NOT NULL;
CREATE INDEX post_of_campaign ON post (campaign) WHERE campaign IS NOT NULL;

CREATE TABLE variant (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    uid          TEXT    NOT NULL UNIQUE,
    post         INTEGER NOT NULL REFERENCES post (id),
    channel      INTEGER NOT NULL REFERENCES channel (id),
    approval     TEXT    NOT NULL CHECK (approval IN ('idea', 'draft', 'review', 'changes', 'approved', 'hold')),
    approval_at  INTEGER NOT NULL, -- since when
    reason       TEXT    NOT NULL DEFAULT '',
    local        TEXT, -- wall time, 2026-11-24T09:30
    zone         TEXT,
    at           INTEGER, -- the wall time resolved
    tzdb         TEXT,
    rev          INTEGER REFERENCES text_rev (id), -- NULL inherits the post's base
    derived_from INTEGER REFERENCES text_rev (id),
    payload      INTEGER REFERENCES payload (id),
    deleted_at   INTEGER,
    CHECK ((local IS NULL) = (at IS NULL)),
    CHECK ((local IS NULL) = (zone IS NULL))
) STRICT;
CREATE INDEX variant_of_post ON variant (post);
CREATE INDEX variant_of_channel ON variant (channel);

CREATE TABLE slot (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE,
    channel    INTEGER NOT NULL REFERENCES channel (id),
    weekday    INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6), -- 0 is Monday
    minute     INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
    rubric     INTEGER REFERENCES rubric (id),
    deleted_at INTEGER
) STRICT;
CREATE INDEX slot_of_channel ON slot (channel);

CREATE TABLE media (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE,
    post       INTEGER NOT NULL REFERENCES post (id),
    position   INTEGER NOT NULL,
    hash       TEXT    NOT NULL, -- sha256 of the bytes, the file's name in media/
    name       TEXT    NOT NULL,
    bytes      INTEGER NOT NULL,
    alt        TEXT    NOT NULL DEFAULT '',
    deleted_at INTEGER
) STRICT;
CREATE INDEX media_of_post ON media (post);
CREATE INDEX media_by_hash ON media (hash);

CREATE TABLE person (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE,
    platform   TEXT    NOT NULL,
    handle     TEXT    NOT NULL, -- the platform's id or the name she knows the person by
    name       TEXT    NOT NULL,
    note       TEXT    NOT NULL DEFAULT '',
    same_as    INTEGER REFERENCES person (id),
    deleted_at INTEGER
) STRICT;
CREATE INDEX person_same_as ON person (same_as) WHERE same_as IS NOT NULL;
CREATE UNIQUE INDEX person_handle ON person (platform, handle) WHERE deleted_at IS NULL;

CREATE TABLE canned_reply (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE,
    client     INTEGER NOT NULL REFERENCES client (id),
    lang       TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE INDEX canned_reply_of_client ON canned_reply (client);

CREATE TABLE target (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE,
    client     INTEGER NOT NULL REFERENCES client (id),
    metric     TEXT    NOT NULL,
    value      REAL    NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX target_of_metric ON target (client, metric) WHERE deleted_at IS NULL;

CREATE TABLE note (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE,
    client     INTEGER NOT NULL REFERENCES client (id),
    day        TEXT,
    text       TEXT    NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE INDEX note_of_client ON note (client, day);

CREATE TABLE lead (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE,
    client     INTEGER NOT NULL REFERENCES client (id),
    thread     INTEGER REFERENCES thread (id),
    what       TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE INDEX lead_of_client ON lead (client, at);
CREATE INDEX lead_of_thread ON lead (thread);

-- What she decided about a conversation. An incoming message newer than `decided_msg` opens it again by itself.
CREATE TABLE thread_mark (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    uid          TEXT    NOT NULL UNIQUE,
    thread       INTEGER NOT NULL UNIQUE REFERENCES thread (id),
    state        TEXT    NOT NULL DEFAULT 'open'
                 CHECK (state IN ('open', 'done', 'closed', 'wait_author', 'wait_client', 'wait_other', 'snoozed', 'hidden')),
    decided_at   INTEGER NOT NULL,
    decided_msg  INTEGER NOT NULL, -- the newest message she had seen then
    snooze_until INTEGER,
    tone         TEXT    NOT NULL DEFAULT '' CHECK (tone IN ('', '+', '-', '?', '!')),
    topic        TEXT    NOT NULL DEFAULT '',
    deleted_at   INTEGER
) STRICT;
CREATE INDEX thread_mark_when ON thread_mark (decided_at);

-- ── facts ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- Facts name their nouns without foreign keys: a fact that was taken back stays on record and must not keep the noun it
-- names from being taken back after it. The Ledger refuses facts about what is not there, and an undo refuses to remove
-- a noun on which a fact that counts hangs.
CREATE TABLE text_rev (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    owner  TEXT    NOT NULL, -- uid of the post or variant
    seq    INTEGER NOT NULL,
    hash   TEXT    NOT NULL,
    text   TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    origin TEXT    NOT NULL,
    UNIQUE (owner, seq)
) STRICT;

CREATE TABLE payload (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    variant       INTEGER NOT NULL,
    hash          TEXT    NOT NULL,
    text          TEXT    NOT NULL,
    first_comment TEXT    NOT NULL,
    media         TEXT    NOT NULL, -- JSON array of hashes, in order
    at            INTEGER NOT NULL
) STRICT;
CREATE INDEX payload_of_variant ON payload (variant);

CREATE TABLE delivery (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    uid     TEXT    NOT NULL UNIQUE,
    variant INTEGER NOT NULL,
    due_at  INTEGER NOT NULL,
    payload INTEGER REFERENCES payload (id),
    UNIQUE (variant, due_at)
) STRICT;

CREATE TABLE delivery_event (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    delivery INTEGER NOT NULL REFERENCES delivery (id),
    at       INTEGER NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('due', 'missed', 'rang', 'opened', 'stamped', 'skipped')),
    detail   TEXT    NOT NULL DEFAULT '' -- the reason, or the permalink
) STRICT;
CREATE INDEX delivery_event_of ON delivery_event (delivery, id);
CREATE INDEX delivery_event_when ON delivery_event (at, kind);

CREATE TABLE thread (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    uid       TEXT    NOT NULL UNIQUE,
    client    INTEGER NOT NULL,
    channel   INTEGER NOT NULL,
    person    INTEGER,
    post      INTEGER,
    kind      TEXT    NOT NULL CHECK (kind IN ('comment', 'message', 'review', 'mention')),
    opened_at INTEGER NOT NULL
) STRICT;
CREATE INDEX thread_of_person ON thread (person, channel, post);
CREATE INDEX thread_of_client ON thread (client);
CREATE INDEX thread_of_channel ON thread (channel);
CREATE INDEX thread_of_post ON thread (post) WHERE post IS NOT NULL;

CREATE TABLE message (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    thread      INTEGER NOT NULL REFERENCES thread (id),
    at          INTEGER NOT NULL,
    outgoing    INTEGER NOT NULL CHECK (outgoing IN (0, 1)),
    text        TEXT    NOT NULL,
    raw_hash    TEXT    NOT NULL, -- sha256 of the bytes as they came, before sanitising
    external_id TEXT,
    origin      TEXT    NOT NULL
) STRICT;
CREATE INDEX message_of_thread ON message (thread, at);
CREATE INDEX message_when ON message (at);
CREATE INDEX message_external ON message (external_id) WHERE external_id IS NOT NULL;

CREATE TABLE round (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    channel INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    found   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX round_of_channel ON round (channel, at);

CREATE TABLE reading (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    channel  INTEGER NOT NULL,
    post     INTEGER,
    metric   TEXT    NOT NULL,
    day      TEXT    NOT NULL, -- local day of the client, 2026-11-24
    value    REAL    NOT NULL,
    typed_at INTEGER NOT NULL,
    origin   TEXT    NOT NULL
) STRICT;
CREATE INDEX reading_of_channel ON reading (channel, metric, day) WHERE post IS NULL;
CREATE INDEX reading_of_channel_posts ON reading (channel) WHERE post IS NOT NULL;
CREATE INDEX reading_of_post ON reading (post, metric, day) WHERE post IS NOT NULL;

-- Taking back what she wrote by hand: the fact stays, this row says it no longer counts. Voiding a void counts it again.
CREATE TABLE fact_void (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    tbl  TEXT    NOT NULL,
    fact INTEGER NOT NULL,
    at   INTEGER NOT NULL
) STRICT;

-- ── derived ───────────────────────────────────────────────────────────────────────────────────────────────────
-- Facts that do not count at the moment.
CREATE TABLE voided_sum (
    tbl  TEXT    NOT NULL,
    fact INTEGER NOT NULL,
    PRIMARY KEY (tbl, fact)
) STRICT, WITHOUT ROWID;

-- One line per live variant: where it stands, without the clock (the clock is applied when reading).
CREATE TABLE agenda_sum (
    variant  INTEGER PRIMARY KEY,
    post     INTEGER NOT NULL,
    client   INTEGER NOT NULL,
    channel  INTEGER NOT NULL,
    at       INTEGER, -- planned moment
    approval TEXT    NOT NULL,
    outcome  TEXT    NOT NULL, -- none, due, missed, published, skipped
    out_at   INTEGER, -- when it was stamped or skipped
    link     TEXT    NOT NULL DEFAULT '',
    reason   TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX agenda_sum_pending ON agenda_sum (at, variant) WHERE outcome IN ('none', 'due', 'missed') AND at IS NOT NULL;
-- What the clock still has to look at. Ideas and parked posts pile up behind it and are none of its business.
CREATE INDEX agenda_sum_fresh ON agenda_sum (at, variant)
    WHERE outcome = 'none' AND at IS NOT NULL AND approval NOT IN ('idea', 'hold');
CREATE INDEX agenda_sum_due ON agenda_sum (at, variant)
    WHERE outcome = 'due' AND at IS NOT NULL AND approval NOT IN ('idea', 'hold');
CREATE INDEX agenda_sum_when ON agenda_sum (at, variant) WHERE at IS NOT NULL;
CREATE INDEX agenda_sum_client ON agenda_sum (client, at);
CREATE INDEX agenda_sum_channel ON agenda_sum (channel, at);
CREATE INDEX agenda_sum_out ON agenda_sum (out_at) WHERE outcome = 'published';
CREATE INDEX agenda_sum_client_out ON agenda_sum (client, out_at) WHERE outcome = 'published';
CREATE INDEX agenda_sum_post ON agenda_sum (post);
CREATE INDEX agenda_sum_shelf ON agenda_sum (at, variant) WHERE at IS NULL AND outcome = 'none';
CREATE INDEX agenda_sum_waits ON agenda_sum (approval, at, variant) WHERE outcome IN ('none', 'due', 'missed');
CREATE INDEX agenda_sum_client_waits ON agenda_sum (client, approval, at, variant) WHERE outcome IN ('none', 'due', 'missed');

-- One line per conversation: whose turn it is, and by when.
CREATE TABLE thread_sum (
    thread       INTEGER PRIMARY KEY,
    client       INTEGER NOT NULL,
    channel      INTEGER NOT NULL,
    state        TEXT    NOT NULL,
    waiting_since INTEGER, -- first message of theirs that nobody has answered
    answer_by    INTEGER, -- the promised moment, on the client's working hours
    snooze_until INTEGER,
    last_in      INTEGER,
    last_out     INTEGER,
    first_in     INTEGER,
    first_answer INTEGER,
    tone         TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX thread_sum_open ON thread_sum (answer_by, thread) WHERE state = 'open';
CREATE INDEX thread_sum_client_open ON thread_sum (client, answer_by, thread) WHERE state = 'open';
CREATE INDEX thread_sum_state ON thread_sum (state, last_in, thread);
CREATE INDEX thread_sum_snoozed ON thread_sum (snooze_until) WHERE state = 'snoozed';
CREATE INDEX thread_sum_first ON thread_sum (client, first_in);
CREATE INDEX thread_sum_channel ON thread_sum (channel);

CREATE VIRTUAL TABLE post_fts USING fts5 (folded, content = '', contentless_delete = 1);
CREATE VIRTUAL TABLE message_fts USING fts5 (folded, content = '', contentless_delete = 1);

-- ── memory: unjournaled, cheap durability ─────────────────────────────────────────────────────────────────────
CREATE TABLE draft_buffer (
    owner    TEXT    PRIMARY KEY, -- what is being written: 'post:<uid>', 'answer:<thread>', 'form:client', …
    text     TEXT    NOT NULL,
    caret    INTEGER NOT NULL,
    base_rev INTEGER,
    pid      INTEGER NOT NULL,
    at       INTEGER NOT NULL
) STRICT;

CREATE TABLE memory (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
