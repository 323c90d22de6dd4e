/**
 * What studies keep on a server while they are played there. Another layout would take another number, so that releases
 * of either kind leave one another alone.
 */
export const TABLES = 'parley_1';
/** The tables of pg-boss. */
export const QUEUES = 'parley_queue';

/** Played blocks go with their study when it is withdrawn, and a block is there once. */
export const CREATE = `
  CREATE SCHEMA IF NOT EXISTS ${TABLES};
  CREATE TABLE IF NOT EXISTS ${TABLES}.study (
    hash text PRIMARY KEY,
    title text NOT NULL,
    release text NOT NULL,
    rules integer NOT NULL,
    manifest text NOT NULL
  );
  CREATE TABLE IF NOT EXISTS ${TABLES}.block (
    study text NOT NULL REFERENCES ${TABLES}.study ON DELETE CASCADE,
    index integer NOT NULL,
    rows_in_all integer NOT NULL,
    rows integer NOT NULL,
    bytes bytea NOT NULL,
    endings text NOT NULL,
    judged bytea NOT NULL,
    PRIMARY KEY (study, index, rows_in_all)
  );
  ALTER TABLE ${TABLES}.block ALTER COLUMN bytes SET STORAGE EXTERNAL;`;

/** Two processes that come first at the same time would both create. */
export const CREATE_LOCK = 'SELECT pg_advisory_xact_lock(7096538104)';

export const INSERT_STUDY = `
  INSERT INTO ${TABLES}.study (hash, title, release, rules, manifest) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (hash) DO NOTHING`;

export const STUDIES = `SELECT hash, title, release, rules FROM ${TABLES}.study ORDER BY hash`;

export const HAS_STUDY = `SELECT 1 FROM ${TABLES}.study WHERE hash = $1`;

export const MANIFEST_OF = `SELECT manifest FROM ${TABLES}.study WHERE hash = $1`;

export const DELETE_STUDY = `DELETE FROM ${TABLES}.study WHERE hash = $1`;

/** Waits for the study to be left alone, so that a block is not delivered to one that is just being withdrawn. */
export const KEEP_STUDY = `SELECT 1 FROM ${TABLES}.study WHERE hash = $1 FOR KEY SHARE`;

export const INSERT_BLOCK = `
  INSERT INTO ${TABLES}.block (study, index, rows_in_all, rows, bytes, endings, judged)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

/** Some at a time: a block may be large. */
export const BLOCKS = `
  SELECT index, rows_in_all, rows, bytes, endings, judged FROM ${TABLES}.block
  WHERE study = $1 AND (index, rows_in_all) IN (SELECT * FROM unnest($2::integer[], $3::integer[]))
  ORDER BY index LIMIT 8`;

export const LOCK = 'SELECT pg_try_advisory_lock($1::bigint) AS taken';
