-- What differs from channel to channel of one platform: how long a text may be (0 leaves it to the platform), and what is put
-- on the links of its posts (empty leaves it to us, a hyphen puts nothing there).
ALTER TABLE channel ADD COLUMN text_max INTEGER NOT NULL DEFAULT 0 CHECK (text_max >= 0);
ALTER TABLE channel ADD COLUMN utm TEXT NOT NULL DEFAULT '';
