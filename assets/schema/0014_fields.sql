-- What a post has beside its texts: a note its client reads, what is said and shown in a film, and which picture is its cover.
ALTER TABLE post ADD COLUMN client_note TEXT NOT NULL DEFAULT '';
ALTER TABLE post ADD COLUMN script TEXT NOT NULL DEFAULT '';
ALTER TABLE post ADD COLUMN shots TEXT NOT NULL DEFAULT ''; -- one shot a line
ALTER TABLE media ADD COLUMN is_cover INTEGER NOT NULL DEFAULT 0 CHECK (is_cover IN (0, 1)); -- of no picture: the first is
