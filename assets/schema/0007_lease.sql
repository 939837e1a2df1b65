-- Who looks after the clock: marks what is due and missed, and rings. One row, and it is neither noun nor fact: whoever holds
-- the lease says so here, and every write made as its holder is refused once the epoch has moved on. A process that slept
-- through its own replacement can therefore not write or ring any more.
CREATE TABLE lease (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    epoch  INTEGER NOT NULL, -- moves on whenever the lease changes hands
    kind   TEXT    NOT NULL CHECK (kind IN ('', 'window', 'daemon', 'once')), -- '' when it was given back
    holder TEXT    NOT NULL, -- the name under which its holder can be seen to live
    since  INTEGER NOT NULL,
    until  INTEGER NOT NULL, -- where nobody can see who lives, the others leave the clock alone until then
    seen   INTEGER NOT NULL  -- the last moment at which a holder looked
) STRICT;
INSERT INTO lease (id, epoch, kind, holder, since, until, seen) VALUES (1, 0, '', '', 0, 0, 0);
