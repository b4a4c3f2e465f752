-- The row images of a step move into the step's own row. As rows of their own they dirtied two more pages in every
-- commit, their table's and their index's, and each page is written twice. Steps are forgotten here, as by every migration.

DROP TABLE journal_row;

-- A JSON array of [table, before, after] in the order of the changes; before and after are arrays of the row's values,
-- or null. It is the last column, so that what comes before it is read without it.
ALTER TABLE journal ADD COLUMN images TEXT;
