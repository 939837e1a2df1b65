-- What the bytes of a picture or film tell, by their hash: every row of the same bytes reads it here. Derived: what is missing
-- is measured again from the files.
CREATE TABLE media_facts (
    hash    TEXT    PRIMARY KEY, -- as in media
    kind    TEXT    NOT NULL,    -- 'jpeg', 'mp4', …; '' where nobody can tell
    width   INTEGER,             -- as it is shown; NULL where the bytes do not tell
    height  INTEGER,
    seconds INTEGER
) STRICT;
