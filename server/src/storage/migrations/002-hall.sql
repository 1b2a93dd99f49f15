-- The hall: sub-tables while they are open, who sits at them, what is contributed, how it is clustered and weighed.

CREATE TABLE table_sessions (
  sub_table_id TEXT PRIMARY KEY REFERENCES sub_tables(id), lab_id TEXT NOT NULL REFERENCES labs(id), phase TEXT NOT NULL,
  mode TEXT NOT NULL, open_until INTEGER, facilitator_id TEXT NOT NULL REFERENCES people(id),
  note_taker_id TEXT REFERENCES people(id), clock_ends_at INTEGER, clock_left INTEGER, minutes INTEGER NOT NULL,
  seats INTEGER NOT NULL, dots INTEGER NOT NULL, anonymous_dots INTEGER NOT NULL, dots_closed_at INTEGER,
  opened_at INTEGER NOT NULL, closed_at INTEGER, result_document_id TEXT REFERENCES documents(id),
  version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- Who sits at a table beyond what their membership says: the group of a person (`id` is theirs), and people without a phone.
CREATE TABLE seats (
  sub_table_id TEXT NOT NULL REFERENCES sub_tables(id), id TEXT NOT NULL, paper_name TEXT, institution TEXT, actor_kind TEXT,
  circle INTEGER, added_at INTEGER NOT NULL, PRIMARY KEY (sub_table_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE clusters (
  id TEXT PRIMARY KEY, sub_table_id TEXT NOT NULL REFERENCES sub_tables(id), question INTEGER NOT NULL, agreement TEXT,
  minority_view TEXT, plenary INTEGER NOT NULL DEFAULT 0, position REAL NOT NULL, validated_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX clusters_by_table ON clusters(sub_table_id);

-- `no` counts within a table and makes the folio; it is given in the transaction that stores the contribution, so none is given twice.
CREATE TABLE contributions (
  id TEXT PRIMARY KEY, lab_id TEXT NOT NULL REFERENCES labs(id), sub_table_id TEXT NOT NULL REFERENCES sub_tables(id),
  no INTEGER NOT NULL, question INTEGER NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES people(id), circle INTEGER, on_behalf_of TEXT, way TEXT NOT NULL,
  cluster_id TEXT NOT NULL REFERENCES clusters(id), marks TEXT NOT NULL DEFAULT '[]', state TEXT NOT NULL, late INTEGER NOT NULL,
  written_at INTEGER NOT NULL, received_at INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, UNIQUE (sub_table_id, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX contributions_by_cluster ON contributions(cluster_id);

-- One ballot a person, or one for people who raised their hands (`counted_people`, with what they are called). An anonymous ballot has no
-- dots of its own: they are added to `anonymous_dots`, where nothing says whose they are.
CREATE TABLE ballots (
  id TEXT PRIMARY KEY, sub_table_id TEXT NOT NULL REFERENCES sub_tables(id), voter_id TEXT REFERENCES people(id), label TEXT,
  counted_people INTEGER, cast_at INTEGER NOT NULL, UNIQUE (sub_table_id, voter_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE ballot_dots (
  ballot_id TEXT NOT NULL REFERENCES ballots(id), cluster_id TEXT NOT NULL REFERENCES clusters(id), dots INTEGER NOT NULL,
  PRIMARY KEY (ballot_id, cluster_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE anonymous_dots (
  sub_table_id TEXT NOT NULL REFERENCES sub_tables(id), cluster_id TEXT NOT NULL REFERENCES clusters(id), dots INTEGER NOT NULL,
  PRIMARY KEY (sub_table_id, cluster_id)
) STRICT, WITHOUT ROWID;
