-- A consultation that was given more days: when it was to end before the last time that happened, and why it was prolonged.
ALTER TABLE drafts ADD COLUMN consultation_was_to INTEGER;
ALTER TABLE drafts ADD COLUMN prolonged_because TEXT;
