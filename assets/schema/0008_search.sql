-- The search also looks into first comments, notes, briefs and descriptions of pictures. Posts of before are indexed again,
-- a few at a time, from the newest down.
INSERT INTO memory (key, value) SELECT 'search.post.again_to', CAST(seq AS TEXT) FROM sqlite_sequence WHERE name = 'post';
