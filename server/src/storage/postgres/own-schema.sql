-- What only PostgreSQL needs beside the numbered steps; run after them at every start, so every line may be run again.

-- A row of a document is found by its seq, which is taken once: the columns that chain rows in SQLite stay empty here.
CREATE UNIQUE INDEX IF NOT EXISTS yjs_updates_by_seq ON yjs_updates(document_id, seq);
ALTER TABLE yjs_documents ALTER COLUMN newest_row SET DEFAULT 0;

-- History is compressed already.
ALTER TABLE yjs_history ALTER COLUMN data SET STORAGE EXTERNAL;
