-- Most of a text deleted by one person in a short time. `id` is that of the version of the moment before; `deletion` is what went, as a Yjs
-- update of deletions alone: what it takes to bring it back while others write on.
CREATE TABLE mass_deletions (
  id TEXT PRIMARY KEY REFERENCES draft_versions(id), lab_id TEXT NOT NULL REFERENCES labs(id),
  document_id TEXT NOT NULL REFERENCES documents(id), person_id TEXT NOT NULL REFERENCES people(id), seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL, at INTEGER NOT NULL, last_at INTEGER NOT NULL, characters INTEGER NOT NULL, gone INTEGER NOT NULL,
  deletion BLOB NOT NULL, settled_as TEXT, settled_by TEXT REFERENCES people(id), settled_at INTEGER, restored_before INTEGER,
  restored_at_seq INTEGER, UNIQUE (document_id, person_id, last_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX mass_deletions_by_lab ON mass_deletions(lab_id, settled_at);
