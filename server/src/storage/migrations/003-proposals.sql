-- Proposals: their records beside the prose, who wrote and who endorses them, what they came from and became, and the lab's rule of the gate.

CREATE TABLE proposals (
  id TEXT PRIMARY KEY REFERENCES documents(id), lab_id TEXT NOT NULL REFERENCES labs(id), state TEXT NOT NULL, typology TEXT,
  indicator TEXT NOT NULL DEFAULT '', baseline TEXT NOT NULL DEFAULT '', target TEXT NOT NULL DEFAULT '', date TEXT, responsible TEXT,
  created_at INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, support_version INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX proposals_by_lab ON proposals(lab_id);

CREATE TABLE proposal_authors (
  proposal_id TEXT NOT NULL REFERENCES proposals(id), person_id TEXT NOT NULL, no INTEGER NOT NULL, PRIMARY KEY (proposal_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE proposal_sources (
  proposal_id TEXT NOT NULL REFERENCES proposals(id), contribution_id TEXT NOT NULL, PRIMARY KEY (proposal_id, contribution_id)
) STRICT, WITHOUT ROWID;

-- One row a person and proposal, for ever: who takes an endorsement back and gives it again is still the kind they were.
CREATE TABLE proposal_endorsements (
  proposal_id TEXT NOT NULL REFERENCES proposals(id), person_id TEXT NOT NULL REFERENCES people(id), institution TEXT NOT NULL,
  actor_kind TEXT NOT NULL, at INTEGER NOT NULL, withdrawn_at INTEGER, PRIMARY KEY (proposal_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE proposal_steps (
  proposal_id TEXT NOT NULL REFERENCES proposals(id), command_id TEXT NOT NULL, event_type TEXT NOT NULL, reason TEXT,
  blocks TEXT NOT NULL, PRIMARY KEY (proposal_id, command_id, event_type)
) STRICT, WITHOUT ROWID;

CREATE TABLE proposal_lineages (
  id TEXT PRIMARY KEY, lab_id TEXT NOT NULL REFERENCES labs(id), kind TEXT NOT NULL, actor_id TEXT NOT NULL, at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;

CREATE TABLE proposal_lineage_members (
  lineage_id TEXT NOT NULL REFERENCES proposal_lineages(id), proposal_id TEXT NOT NULL REFERENCES proposals(id), part TEXT NOT NULL,
  no INTEGER NOT NULL, PRIMARY KEY (lineage_id, proposal_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lineages_by_proposal ON proposal_lineage_members(proposal_id);

CREATE TABLE proposal_gates (
  lab_id TEXT PRIMARY KEY REFERENCES labs(id), kinds TEXT NOT NULL, threshold INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;

-- The history of one thing is read from the log.
CREATE INDEX events_by_subject ON events(lab_id, subject_id);
