-- Safe keeping: what a restored desk cannot know, and what tells one life of a desk from the next.

-- ── facts ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- 'unsure': a backup came back, and nobody here knows what went out meanwhile; 'absent': she says that it did not. SQLite
-- cannot widen a CHECK, so the table is made anew; its keys stay, because the journal and the voids name them.
CREATE TABLE delivery_event_wide (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    delivery INTEGER NOT NULL REFERENCES delivery (id),
    at       INTEGER NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('due', 'missed', 'rang', 'opened', 'stamped', 'skipped', 'unsure', 'absent')),
    detail   TEXT    NOT NULL DEFAULT '' -- the reason, or the permalink
) STRICT;
INSERT INTO delivery_event_wide (id, delivery, at, kind, detail)
    SELECT id, delivery, at, kind, detail FROM delivery_event ORDER BY id;
DROP TABLE delivery_event;
ALTER TABLE delivery_event_wide RENAME TO delivery_event;
CREATE INDEX delivery_event_of ON delivery_event (delivery, id);
CREATE INDEX delivery_event_when ON delivery_event (at, kind);

-- ── derived ───────────────────────────────────────────────────────────────────────────────────────────────────
CREATE INDEX agenda_sum_unsure ON agenda_sum (at, variant) WHERE outcome = 'unsure';

-- ── memory ────────────────────────────────────────────────────────────────────────────────────────────────────
-- Whose backup is whose, and which life of the desk this is: a restore begins the next one.
INSERT INTO memory (key, value) VALUES ('desk.id', lower(hex(randomblob(16)))), ('desk.epoch', '1') ON CONFLICT DO NOTHING;
