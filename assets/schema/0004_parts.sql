-- A large change is written in parts, so that no other window waits for the desk; until the last part is in, its entry
-- stands here and counts as taken back. An entry found here whose writer is gone never became whole.
CREATE TABLE journal_part (
    entry INTEGER PRIMARY KEY REFERENCES journal_entry (id)
) STRICT;
