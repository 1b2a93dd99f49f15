-- Three functions of SQLite that our queries use, so that a query is written once; made before the numbered steps, which may use them too.

-- json_extract(data, '$.key'): the text or the number at a key of an object, as text.
CREATE OR REPLACE FUNCTION json_extract(data TEXT, path TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT data::jsonb #>> string_to_array(substr(path, 3), '.') $$;

-- total(x): a sum that is 0.0 where there is nothing to add up.
CREATE OR REPLACE FUNCTION total_step(sum DOUBLE PRECISION, value BIGINT) RETURNS DOUBLE PRECISION LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT sum + coalesce(value, 0) $$;
CREATE OR REPLACE AGGREGATE total(BIGINT) (SFUNC = total_step, STYPE = DOUBLE PRECISION, INITCOND = '0');

-- group_concat(text, separator): null where there is nothing to join.
CREATE OR REPLACE FUNCTION group_concat_step(joined TEXT, value TEXT, separator TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN joined IS NULL THEN value WHEN value IS NULL THEN joined ELSE joined || separator || value END $$;
CREATE OR REPLACE AGGREGATE group_concat(TEXT, TEXT) (SFUNC = group_concat_step, STYPE = TEXT);
