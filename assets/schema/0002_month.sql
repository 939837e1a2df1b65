-- The month: what the client was shown and said, and the days nobody works.

-- ── nouns ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- Posts sent to a client for a yes, under a letter that is used once per client: A, B, … Z, AA.
CREATE TABLE packet (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE,
    client     INTEGER NOT NULL REFERENCES client (id),
    code       TEXT    NOT NULL,
    lang       TEXT    NOT NULL, -- language tag it was written in
    made_at    INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX packet_code ON packet (client, code) WHERE deleted_at IS NULL;

-- One post of a packet, what exactly was shown of it, and what the client said.
CREATE TABLE packet_item (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE,
    packet     INTEGER NOT NULL REFERENCES packet (id),
    number     INTEGER NOT NULL, -- the 2 of A2
    post       INTEGER NOT NULL REFERENCES post (id),
    shown      INTEGER NOT NULL REFERENCES shown (id),
    verdict    TEXT    NOT NULL DEFAULT '' CHECK (verdict IN ('', 'yes', 'changes', 'no')),
    words      TEXT    NOT NULL DEFAULT '', -- the client's own
    said_at    INTEGER,
    deleted_at INTEGER,
    CHECK ((verdict = '') = (said_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX packet_item_number ON packet_item (packet, number) WHERE deleted_at IS NULL;
CREATE INDEX packet_item_of_post ON packet_item (post);

-- A day with a name, of one client or of all; on a day off of hers nothing is published by hand without a warning.
CREATE TABLE holiday_mark (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE,
    client     INTEGER REFERENCES client (id), -- NULL is everybody
    day        TEXT    NOT NULL, -- 2026-11-29
    name       TEXT    NOT NULL,
    is_off     INTEGER NOT NULL DEFAULT 0 CHECK (is_off IN (0, 1)), -- she does not work
    deleted_at INTEGER
) STRICT;
CREATE INDEX holiday_mark_of_day ON holiday_mark (day);
CREATE INDEX holiday_mark_of_client ON holiday_mark (client) WHERE client IS NOT NULL;

-- ── facts ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- What a client was shown of a post, to the letter.
CREATE TABLE shown (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    post INTEGER NOT NULL,
    hash TEXT    NOT NULL,
    body TEXT    NOT NULL, -- JSON: topic, wordings by channel, first comment, pictures
    at   INTEGER NOT NULL
) STRICT;
CREATE INDEX shown_of_post ON shown (post);
