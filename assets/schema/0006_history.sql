-- The history of one row, for "this post as of Tuesday": without it every row that was ever changed would be looked at.
CREATE INDEX journal_row_of ON journal_row (tbl, row);
