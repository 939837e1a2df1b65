-- Pieces of text that come again and again: signatures, calls to action, groups of hashtags, beginnings.
CREATE TABLE snippet (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE,
    client     INTEGER REFERENCES client (id), -- NULL for every client
    lang       TEXT    NOT NULL DEFAULT '',    -- '' for any language
    kind       TEXT    NOT NULL CHECK (kind IN ('signature', 'call', 'hashtags', 'intro', 'other')),
    name       TEXT    NOT NULL,
    text       TEXT    NOT NULL,               -- with its variables: {client}, {date}…
    deleted_at INTEGER
) STRICT;
CREATE INDEX snippet_of_client ON snippet (client);
