-- One plan is a graph of items (program, term, course, experience, step, credential, milestone) joined by
-- links and requisites. Ids are text, dates are YYYY-MM-DD text, money is US cents. Nothing derived is stored.

CREATE TABLE plan(
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK(length(name) > 0),
  goal_id TEXT REFERENCES item ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  target TEXT,
  jurisdiction TEXT,
  facility TEXT CHECK(facility IN ('nursing-home', 'assisted-living', 'office')),
  template TEXT,
  catalog_version TEXT,
  notes TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE item(
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK(kind IN ('program', 'term', 'course', 'experience', 'step', 'credential', 'milestone')),
  program_id TEXT REFERENCES item ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  phase TEXT CHECK(phase IN ('undergraduate', 'graduate', 'experience', 'licensure')),
  title TEXT NOT NULL CHECK(length(title) > 0),
  position INTEGER NOT NULL,
  notes TEXT NOT NULL DEFAULT '',
  url TEXT,
  cost_cents INTEGER CHECK(cost_cents >= 0),
  not_before TEXT,
  pin_start TEXT,
  pin_end TEXT CHECK(pin_end >= pin_start),
  actual_start TEXT,
  actual_end TEXT CHECK(actual_end >= actual_start),
  length REAL CHECK(length > 0),
  length_unit TEXT CHECK(length_unit IN ('day', 'week', 'month', 'hour')),
  best_length REAL CHECK(best_length > 0),
  CHECK((length IS NULL AND best_length IS NULL) OR length_unit IS NOT NULL),
  CHECK(pin_end IS NULL OR pin_start IS NOT NULL)
) STRICT;
CREATE INDEX item_by_plan ON item(plan_id, position, id);
CREATE INDEX item_by_program ON item(program_id) WHERE program_id IS NOT NULL;

CREATE TABLE program(
  id TEXT PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  level TEXT NOT NULL CHECK(level IN ('certificate', 'associate', 'bachelor', 'master', 'doctorate')),
  field TEXT,
  institution TEXT,
  degree_type TEXT,
  cip TEXT,
  system TEXT NOT NULL CHECK(system IN ('semester', 'quarter')),
  accreditor TEXT,
  accreditation TEXT,
  credits_required REAL CHECK(credits_required >= 0),
  gpa_minimum REAL,
  gpa_goal REAL,
  repeats TEXT NOT NULL DEFAULT 'latest' CHECK(repeats IN ('latest', 'all')),
  must_end_by TEXT
) STRICT;

CREATE TABLE requirement(
  id TEXT PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program ON DELETE CASCADE,
  title TEXT NOT NULL CHECK(length(title) > 0),
  rule TEXT NOT NULL CHECK(rule IN ('all', 'credits', 'choose')),
  amount REAL CHECK(amount >= 0),
  min_grade TEXT,
  shared INTEGER NOT NULL DEFAULT 0 CHECK(shared IN (0, 1)),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX requirement_by_program ON requirement(program_id);

CREATE TABLE term(
  id TEXT PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  idx INTEGER NOT NULL CHECK(idx > 0),
  season TEXT NOT NULL CHECK(season IN ('fall', 'winter', 'spring', 'summer')),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL CHECK(last_day >= first_day),
  credit_limit REAL CHECK(credit_limit >= 0),
  credit_minimum REAL CHECK(credit_minimum >= 0)
) STRICT;

CREATE TABLE course(
  id TEXT PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  term_id TEXT REFERENCES term ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  requirement_id TEXT REFERENCES requirement ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  prefix TEXT NOT NULL,
  number TEXT NOT NULL,
  credits REAL CHECK(credits >= 0),
  status TEXT NOT NULL CHECK(status IN ('planned', 'enrolled', 'completed', 'withdrawn', 'transferred', 'exempt')),
  grade TEXT,
  offered TEXT,
  locked INTEGER NOT NULL DEFAULT 0 CHECK(locked IN (0, 1)),
  repeats_id TEXT REFERENCES course ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  imported_id TEXT,
  canonical_name TEXT,
  institution TEXT
) STRICT;
CREATE INDEX course_by_term ON course(term_id) WHERE term_id IS NOT NULL;
CREATE INDEX course_by_requirement ON course(requirement_id) WHERE requirement_id IS NOT NULL;
CREATE INDEX course_by_repeat ON course(repeats_id) WHERE repeats_id IS NOT NULL;

CREATE TABLE eligible(
  requirement_id TEXT NOT NULL REFERENCES requirement ON DELETE CASCADE,
  course_id TEXT NOT NULL REFERENCES course ON DELETE CASCADE,
  PRIMARY KEY(requirement_id, course_id)
) STRICT;
CREATE INDEX eligible_by_course ON eligible(course_id);

CREATE TABLE requisite_set(
  id TEXT PRIMARY KEY,
  course_id TEXT NOT NULL REFERENCES course ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK(kind IN ('pre', 'co', 'strict')),
  need INTEGER CHECK(need > 0),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX requisite_set_by_course ON requisite_set(course_id);

CREATE TABLE requisite(
  set_id TEXT NOT NULL REFERENCES requisite_set ON DELETE CASCADE,
  needs_id TEXT NOT NULL REFERENCES course ON DELETE CASCADE,
  min_grade TEXT,
  position INTEGER NOT NULL,
  PRIMARY KEY(set_id, needs_id)
) STRICT;
CREATE INDEX requisite_by_needs ON requisite(needs_id);

CREATE TABLE experience(
  id TEXT PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  sort TEXT NOT NULL CHECK(sort IN ('internship', 'practicum', 'residency', 'ait', 'job')),
  organization TEXT,
  supervisor TEXT,
  hours_required REAL CHECK(hours_required > 0),
  hours_per_week REAL CHECK(hours_per_week > 0 AND hours_per_week <= 168)
) STRICT;

CREATE TABLE hours(
  id TEXT PRIMARY KEY,
  experience_id TEXT NOT NULL REFERENCES experience ON DELETE CASCADE,
  day TEXT NOT NULL,
  hours REAL NOT NULL CHECK(hours > 0),
  note TEXT
) STRICT;
CREATE INDEX hours_by_experience ON hours(experience_id, day, id);

CREATE TABLE step(
  id TEXT PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  sort TEXT NOT NULL CHECK(sort IN ('application', 'approval', 'exam', 'fee', 'background-check', 'issuing', 'other')),
  retake_days INTEGER CHECK(retake_days >= 0),
  valid_days INTEGER CHECK(valid_days > 0)
) STRICT;

CREATE TABLE attempt(
  id TEXT PRIMARY KEY,
  step_id TEXT NOT NULL REFERENCES step ON DELETE CASCADE,
  day TEXT NOT NULL,
  result TEXT NOT NULL CHECK(result IN ('passed', 'failed')),
  score TEXT
) STRICT;
CREATE INDEX attempt_by_step ON attempt(step_id, day, id);

CREATE TABLE credential(
  id TEXT PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  sort TEXT NOT NULL CHECK(sort IN ('license', 'certification', 'certificate')),
  issuer TEXT,
  jurisdiction TEXT,
  issued TEXT,
  expires TEXT CHECK(expires >= issued),
  renew_months INTEGER CHECK(renew_months > 0),
  ce_months INTEGER CHECK(ce_months > 0),
  ce_hours REAL CHECK(ce_hours >= 0)
) STRICT;

CREATE TABLE ce_topic(
  credential_id TEXT NOT NULL REFERENCES credential ON DELETE CASCADE,
  topic TEXT NOT NULL,
  hours REAL NOT NULL CHECK(hours > 0),
  PRIMARY KEY(credential_id, topic)
) STRICT;

CREATE TABLE ce(
  id TEXT PRIMARY KEY,
  credential_id TEXT NOT NULL REFERENCES credential ON DELETE CASCADE,
  day TEXT NOT NULL,
  hours REAL NOT NULL CHECK(hours > 0),
  topic TEXT,
  title TEXT
) STRICT;
CREATE INDEX ce_by_credential ON ce(credential_id, day, id);

CREATE TABLE milestone(
  id TEXT PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  sort TEXT NOT NULL CHECK(sort IN ('deadline', 'graduation', 'decision', 'event')),
  done_on TEXT
) STRICT;

CREATE TABLE reminder(
  item_id TEXT NOT NULL REFERENCES item ON DELETE CASCADE,
  days_before INTEGER NOT NULL CHECK(days_before >= 0),
  PRIMARY KEY(item_id, days_before)
) STRICT;

CREATE TABLE link_group(
  id TEXT PRIMARY KEY,
  to_id TEXT NOT NULL REFERENCES item ON DELETE CASCADE,
  need INTEGER NOT NULL CHECK(need > 0)
) STRICT;
CREATE INDEX link_group_by_to ON link_group(to_id);

CREATE TABLE link(
  id TEXT PRIMARY KEY,
  from_id TEXT NOT NULL REFERENCES item ON DELETE CASCADE,
  to_id TEXT NOT NULL REFERENCES item ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK(kind IN ('FS', 'SS', 'FF')),
  lag INTEGER NOT NULL DEFAULT 0,
  window INTEGER CHECK(window > 0),
  group_id TEXT REFERENCES link_group ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  UNIQUE(from_id, to_id, kind),
  CHECK(from_id <> to_id),
  CHECK(window IS NULL OR kind = 'FS')
) STRICT;
CREATE INDEX link_by_to ON link(to_id);
CREATE INDEX link_by_group ON link(group_id) WHERE group_id IS NOT NULL;

CREATE TABLE fact(
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan ON DELETE CASCADE,
  item_id TEXT REFERENCES item ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT,
  unit TEXT,
  basis TEXT NOT NULL CHECK(basis IN ('source', 'seed', 'own')),
  source_title TEXT,
  source_url TEXT,
  as_of TEXT,
  as_of_text TEXT,
  checked_on TEXT,
  note TEXT,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX fact_by_plan ON fact(plan_id, position, id);
CREATE INDEX fact_by_item ON fact(item_id) WHERE item_id IS NOT NULL;

CREATE TABLE acknowledgement(
  plan_id TEXT NOT NULL REFERENCES plan ON DELETE CASCADE,
  key TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY(plan_id, key)
) STRICT;

-- The journal: one row per command, and for each changed row of the tables above its image before and after.
-- It has no foreign key to plan, because it outlives the plan it speaks of.
CREATE TABLE journal(
  seq INTEGER PRIMARY KEY,
  plan_id TEXT,
  name TEXT NOT NULL,
  subject TEXT,
  at TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK(undone IN (0, 1)),
  bytes INTEGER NOT NULL DEFAULT 0,
  -- The plan a step made whole, while its rows have no images: they are taken when the step is undone.
  created_plan TEXT
) STRICT;

CREATE INDEX journal_undone ON journal(seq) WHERE undone = 1;

CREATE TABLE journal_row(
  n INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES journal ON DELETE CASCADE,
  tab TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX journal_row_by_seq ON journal_row(seq, n);
