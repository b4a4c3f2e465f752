-- A baseline is a plan as it stood on a day. Nothing in it is ever looked up row by row, so it is one text: the plan file
-- without its baselines, deflated and in base64. It is the last column, so that what comes before it is read without it.
CREATE TABLE baseline(
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan ON DELETE CASCADE,
  name TEXT NOT NULL CHECK(length(name) > 0),
  taken_on TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  position INTEGER NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE INDEX baseline_by_plan ON baseline(plan_id, position, id);
