-- The checker: what a post says of itself as an advertisement, what she lets pass, and what was found.

-- ── nouns ─────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE post ADD COLUMN is_ad INTEGER NOT NULL DEFAULT 0 CHECK (is_ad IN (0, 1));
ALTER TABLE post ADD COLUMN advertiser TEXT NOT NULL DEFAULT '';
ALTER TABLE post ADD COLUMN erid TEXT NOT NULL DEFAULT '';
ALTER TABLE client ADD COLUMN lints_off TEXT NOT NULL DEFAULT ''; -- rules that say nothing here, one to a line

-- A rule that one post may break, and why.
CREATE TABLE lint_pass (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE,
    post       INTEGER NOT NULL REFERENCES post (id),
    rule       TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE INDEX lint_pass_of_post ON lint_pass (post);

-- ── derived ───────────────────────────────────────────────────────────────────────────────────────────────────
-- When the checker looked at a post, and when it must again. What it says depends on the moment and on this program's
-- rules, so a rebuild does not compare it: it looks again.
CREATE TABLE lint_look (
    post INTEGER PRIMARY KEY,
    at   INTEGER, -- the last look
    next INTEGER  -- 0 is at once, NULL is not before somebody changes it
) STRICT;
CREATE INDEX lint_look_next ON lint_look (next, post DESC) WHERE next IS NOT NULL;

CREATE TABLE lint_found (
    post     INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    rule     TEXT    NOT NULL,
    severity TEXT    NOT NULL,
    part     TEXT    NOT NULL,
    owner    INTEGER,          -- the variant whose own text it is in
    about    TEXT    NOT NULL, -- JSON array of the variants it concerns
    start    INTEGER,          -- bytes of the text
    stop     INTEGER,
    words    TEXT    NOT NULL, -- locale key
    args     TEXT    NOT NULL, -- JSON object of its arguments
    fix      TEXT,
    PRIMARY KEY (post, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX lint_found_blocking ON lint_found (post) WHERE severity = 'blocking';

-- The smallest prints of a post's text: what shares several of them with another text nearly says the same.
CREATE TABLE lint_print (
    client INTEGER NOT NULL,
    print  INTEGER NOT NULL,
    post   INTEGER NOT NULL,
    PRIMARY KEY (client, print, post)
) STRICT, WITHOUT ROWID;
CREATE INDEX lint_print_of_post ON lint_print (post);
