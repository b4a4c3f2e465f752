-- Addresses on the web that belong to a plan or to one of its items, in the order in which somebody put them. A list is
-- written as a whole, so an entry needs no id of its own: its owner and its place are its key.
CREATE TABLE web_link(
  item_id TEXT NOT NULL REFERENCES item ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT,
  url TEXT NOT NULL CHECK(length(url) > 0),
  PRIMARY KEY(item_id, position)
) STRICT;

CREATE TABLE plan_web_link(
  plan_id TEXT NOT NULL REFERENCES plan ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT,
  url TEXT NOT NULL CHECK(length(url) > 0),
  PRIMARY KEY(plan_id, position)
) STRICT;
