-- What people suggest for a draft. Each writes in a fork of it: a text of their own in the log of texts, that receives all rows of the draft.

-- `body_seq` is the last row of the draft's text that the fork has; `version` rises with each decision on what it suggests.
CREATE TABLE suggestion_forks (
  id TEXT PRIMARY KEY, lab_id TEXT NOT NULL REFERENCES labs(id), draft_id TEXT NOT NULL REFERENCES documents(id),
  author_id TEXT NOT NULL REFERENCES people(id), body_seq INTEGER NOT NULL, created_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1, UNIQUE (draft_id, author_id)
) STRICT, WITHOUT ROWID;

-- What was accepted or rejected in one act; `row_seq` is the row of the draft's text (of the fork's, where it was rejected) that did it.
CREATE TABLE suggestion_decisions (
  id TEXT PRIMARY KEY, lab_id TEXT NOT NULL REFERENCES labs(id), fork_id TEXT NOT NULL REFERENCES suggestion_forks(id),
  actor_id TEXT NOT NULL REFERENCES people(id), decision TEXT NOT NULL, reason TEXT, count INTEGER NOT NULL, row_seq INTEGER NOT NULL,
  at INTEGER NOT NULL, undone_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX decisions_by_fork ON suggestion_decisions(fork_id, at);
