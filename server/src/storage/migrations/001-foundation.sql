-- The foundation: people and labs, the chained log of events, and the append-only log of Yjs documents.

CREATE TABLE labs (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, facts TEXT NOT NULL, demo INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE people (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, account_name TEXT UNIQUE, password_hash TEXT, institution TEXT,
  actor_kind TEXT NOT NULL, color INTEGER NOT NULL, created_at INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE documents (
  id TEXT PRIMARY KEY, lab_id TEXT NOT NULL REFERENCES labs(id), kind TEXT NOT NULL, title TEXT NOT NULL, draft_no INTEGER,
  state TEXT, opens TEXT, participants_invited INTEGER NOT NULL DEFAULT 0, sub_table_id TEXT, created_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX documents_by_lab ON documents(lab_id);

CREATE TABLE sub_tables (
  id TEXT PRIMARY KEY, lab_id TEXT NOT NULL REFERENCES labs(id), no INTEGER NOT NULL, theme TEXT NOT NULL, questions TEXT NOT NULL,
  notes_document_id TEXT NOT NULL REFERENCES documents(id)
) STRICT;

CREATE TABLE memberships (
  lab_id TEXT NOT NULL REFERENCES labs(id), person_id TEXT NOT NULL REFERENCES people(id), role TEXT NOT NULL, sub_table_id TEXT,
  folded_name TEXT, joined_at INTEGER NOT NULL, removed_at INTEGER, visited_seq INTEGER, visited_at INTEGER,
  PRIMARY KEY (lab_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_name_a_lab ON memberships(lab_id, folded_name) WHERE folded_name IS NOT NULL;
CREATE INDEX memberships_by_person ON memberships(person_id);

CREATE TABLE consents (
  person_id TEXT NOT NULL REFERENCES people(id), lab_id TEXT NOT NULL REFERENCES labs(id), notice_version TEXT NOT NULL,
  attendance INTEGER NOT NULL, image INTEGER NOT NULL, contact INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (person_id, lab_id, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  secret_hash TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES people(id), kind TEXT NOT NULL,
  created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_person ON sessions(person_id);

CREATE TABLE setup_links (secret_hash TEXT PRIMARY KEY, created_at INTEGER NOT NULL, used_at INTEGER) STRICT, WITHOUT ROWID;

CREATE TABLE join_codes (
  id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, lab_id TEXT NOT NULL REFERENCES labs(id), role TEXT NOT NULL, sub_table_id TEXT,
  created_at INTEGER NOT NULL, closed_at INTEGER
) STRICT;

CREATE TABLE events (
  lab_id TEXT NOT NULL REFERENCES labs(id), seq INTEGER NOT NULL, at INTEGER NOT NULL, actor_id TEXT, type TEXT NOT NULL,
  subject_id TEXT NOT NULL, data TEXT NOT NULL, command_id TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (lab_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX events_by_command ON events(lab_id, command_id);
-- The log is append-only for every program that opens this file, ours included.
CREATE TRIGGER events_never_change BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_never_vanish BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TABLE yjs_documents (
  id TEXT PRIMARY KEY, generation TEXT NOT NULL, created_at INTEGER NOT NULL, last_seq INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  newest_row INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The log of all documents, in the order of their commits and without an index: each row names the row before it of its document, the
-- newest is in yjs_documents. A key by document would touch one page for every document of a flush: four times the cost of a commit.
-- `data` is the updates of one flush of one room, each with its length before it; `checksum` is the CRC-32 of `data`.
CREATE TABLE yjs_updates (
  id INTEGER PRIMARY KEY, document_id TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, previous_row INTEGER,
  data BLOB NOT NULL, checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE yjs_snapshots (
  document_id TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, data BLOB NOT NULL, checksum INTEGER NOT NULL,
  PRIMARY KEY (document_id, seq)
) STRICT;

CREATE TABLE yjs_history (
  document_id TEXT NOT NULL, from_seq INTEGER NOT NULL, to_seq INTEGER NOT NULL, data BLOB NOT NULL, checksum INTEGER NOT NULL,
  PRIMARY KEY (document_id, from_seq)
) STRICT;

CREATE TABLE yjs_clients (
  document_id TEXT NOT NULL, client_id INTEGER NOT NULL, user_id TEXT NOT NULL, first_seq INTEGER NOT NULL,
  PRIMARY KEY (document_id, client_id)
) STRICT, WITHOUT ROWID;
