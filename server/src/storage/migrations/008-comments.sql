-- Comments on words of a text that is being written. Where the words are is two relative positions of the text, kept here and not in it.

CREATE TABLE comment_threads (
  id TEXT PRIMARY KEY, lab_id TEXT NOT NULL REFERENCES labs(id), document_id TEXT NOT NULL REFERENCES documents(id),
  author_id TEXT NOT NULL REFERENCES people(id), block_id TEXT NOT NULL, quote TEXT NOT NULL,
  quote_unique TEXT NOT NULL, anchor_start TEXT NOT NULL, anchor_end TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'resolved')),
  created_at INTEGER NOT NULL, settled_by TEXT REFERENCES people(id), settled_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX threads_by_document ON comment_threads(document_id, created_at);

-- The words of one that was taken back or taken down are gone: text and mentions are empty then.
CREATE TABLE comments (
  id TEXT PRIMARY KEY, lab_id TEXT NOT NULL REFERENCES labs(id), thread_id TEXT NOT NULL REFERENCES comment_threads(id),
  no INTEGER NOT NULL, author_id TEXT NOT NULL REFERENCES people(id), text TEXT NOT NULL, mentions TEXT NOT NULL DEFAULT '[]',
  at INTEGER NOT NULL, edited_at INTEGER, removed_at INTEGER, removed_by TEXT REFERENCES people(id), removed_reason TEXT,
  version INTEGER NOT NULL DEFAULT 1, UNIQUE (thread_id, no)
) STRICT, WITHOUT ROWID;
