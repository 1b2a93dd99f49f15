-- From Borrador to Borrador: the life of a draft beyond its state, the versions of a text, what is observed on a frozen one and answered, and
-- where each block of the next one comes from.

CREATE TABLE drafts (
  document_id TEXT PRIMARY KEY REFERENCES documents(id), lab_id TEXT NOT NULL REFERENCES labs(id), frozen_version_id TEXT,
  consultation_from INTEGER, consultation_to INTEGER, published_at INTEGER, version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- A moment of a text that has a name. The text itself is in the log, at `seq`; a frozen one also stands here as it is published:
-- `canonical` is what its fingerprint is taken of (see docs/fingerprint.md).
CREATE TABLE draft_versions (
  id TEXT PRIMARY KEY, lab_id TEXT NOT NULL REFERENCES labs(id), document_id TEXT NOT NULL REFERENCES documents(id), seq INTEGER NOT NULL,
  kind TEXT NOT NULL, name TEXT, actor_id TEXT, at INTEGER NOT NULL, fingerprint TEXT, canonical TEXT
) STRICT;
CREATE INDEX versions_by_document ON draft_versions(document_id, at);
-- What was frozen stays as it was for every program that opens this file, ours included.
CREATE TRIGGER frozen_never_changes BEFORE UPDATE ON draft_versions WHEN OLD.kind = 'frozen'
  BEGIN SELECT RAISE(ABORT, 'a frozen version never changes'); END;
CREATE TRIGGER frozen_never_vanishes BEFORE DELETE ON draft_versions WHEN OLD.kind = 'frozen'
  BEGIN SELECT RAISE(ABORT, 'a frozen version never changes'); END;

-- A text that is frozen takes no row any more, whoever asks.
ALTER TABLE yjs_documents ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0;

-- `no` counts within a draft and makes the folio; given in the transaction that stores the observation. Who spoke as what, and for whom, is
-- as it was when it was sent. Offsets count UTF-16 units in the words of the block.
CREATE TABLE observations (
  id TEXT PRIMARY KEY, lab_id TEXT NOT NULL REFERENCES labs(id), document_id TEXT NOT NULL REFERENCES documents(id), no INTEGER NOT NULL,
  block_id TEXT NOT NULL, quote TEXT NOT NULL, quote_from INTEGER NOT NULL, quote_to INTEGER NOT NULL, kind TEXT NOT NULL,
  proposed_text TEXT, justification TEXT NOT NULL, author_id TEXT NOT NULL REFERENCES people(id), actor_kind TEXT NOT NULL,
  institution TEXT, on_behalf_of TEXT, show_name INTEGER NOT NULL, way TEXT NOT NULL, late INTEGER NOT NULL, written_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL, state TEXT NOT NULL, group_id TEXT, disposition TEXT, duplicate_of TEXT REFERENCES observations(id),
  response TEXT, destinations TEXT NOT NULL DEFAULT '[]', decided_by TEXT REFERENCES people(id), decided_at INTEGER, answered_at INTEGER,
  satisfaction TEXT NOT NULL DEFAULT 'none', satisfaction_reason TEXT, satisfaction_at INTEGER, version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (document_id, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX observations_by_lab ON observations(lab_id, document_id);
CREATE INDEX observations_by_author ON observations(author_id);
CREATE INDEX observations_by_group ON observations(group_id);

-- Answers that are given again and again, in the words of the lab.
CREATE TABLE reply_templates (
  id TEXT PRIMARY KEY, lab_id TEXT NOT NULL REFERENCES labs(id), title TEXT NOT NULL, text TEXT NOT NULL, removed_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- Where a block of a draft comes from; `source_id` is null for what INAP wrote of itself, which then says why.
CREATE TABLE block_origins (
  id TEXT PRIMARY KEY, lab_id TEXT NOT NULL REFERENCES labs(id), document_id TEXT NOT NULL REFERENCES documents(id), block_id TEXT NOT NULL,
  source_kind TEXT NOT NULL, source_id TEXT, reason TEXT, added_by TEXT NOT NULL, added_at INTEGER NOT NULL, removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX origins_by_document ON block_origins(document_id);
CREATE INDEX origins_by_source ON block_origins(source_id);

-- What INAP answers to a contribution that does not go into the text.
CREATE TABLE contribution_outcomes (
  contribution_id TEXT PRIMARY KEY REFERENCES contributions(id), lab_id TEXT NOT NULL REFERENCES labs(id), outcome TEXT NOT NULL,
  reason TEXT, decided_by TEXT NOT NULL, decided_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What somebody wrote into a draft without a connection and brought after it was frozen: kept apart, with an outcome of its own.
CREATE TABLE late_writings (
  id TEXT PRIMARY KEY, lab_id TEXT NOT NULL REFERENCES labs(id), document_id TEXT NOT NULL REFERENCES documents(id), no INTEGER NOT NULL,
  block_id TEXT, before TEXT NOT NULL, text TEXT NOT NULL, author_id TEXT NOT NULL REFERENCES people(id), written_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT, decided_by TEXT, decided_at INTEGER, version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (document_id, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX late_writings_by_lab ON late_writings(lab_id);
