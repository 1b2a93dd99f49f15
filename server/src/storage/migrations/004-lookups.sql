-- How what is asked with every command is found.

-- What the tables have heard is counted again with every contribution: from this index alone.
CREATE INDEX contributions_by_lab ON contributions(lab_id, sub_table_id, question, state);

-- Left to its own guesses, SQLite takes every event of a lab in its hand to find those of one command or of one subject. These are the
-- proportions it would find in a lab that has worked for a day, written down because a new file has nothing to count yet.
ANALYZE labs;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('events', 'events', '100000 10000 1'),
  ('events', 'events_by_command', '100000 10000 1'),
  ('events', 'events_by_subject', '100000 10000 10');
ANALYZE sqlite_schema;
