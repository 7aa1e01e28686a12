-- Instants are milliseconds since 1970-01-01T00:00:00Z. Handles, ids and challenges are base64url.

ALTER TABLE user RENAME TO account;
ALTER TABLE account ADD COLUMN email TEXT; -- normalised; null where none is known
ALTER TABLE account ADD COLUMN email_key TEXT; -- the same in lower case: no two may differ in case only
ALTER TABLE account ADD COLUMN first_name TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN last_name TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN date_of_birth TEXT; -- ISO 8601
ALTER TABLE account ADD COLUMN job_title TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN role TEXT NOT NULL DEFAULT 'user';
ALTER TABLE account ADD COLUMN status TEXT NOT NULL DEFAULT 'active';
CREATE UNIQUE INDEX account_by_email ON account (email_key);
CREATE INDEX account_by_role ON account (role) WHERE role <> 'user';

-- What changes with every sign-in stands apart from what never changes and is large.
CREATE TABLE credential_state (
  credential_id  TEXT PRIMARY KEY REFERENCES credential (id) ON DELETE CASCADE,
  user_verified  INTEGER NOT NULL,
  backed_up      INTEGER NOT NULL,
  sign_count     INTEGER NOT NULL,
  possible_clone INTEGER NOT NULL,
  last_used      INTEGER,
  history        TEXT NOT NULL DEFAULT '' -- the last uses, newest first, a line each
) STRICT, WITHOUT ROWID;

INSERT INTO credential_state
  (credential_id, user_verified, backed_up, sign_count, possible_clone, last_used)
SELECT id, user_verified, backed_up, sign_count, possible_clone, last_used FROM credential;

ALTER TABLE credential DROP COLUMN user_verified;
ALTER TABLE credential DROP COLUMN backed_up;
ALTER TABLE credential DROP COLUMN sign_count;
ALTER TABLE credential DROP COLUMN possible_clone;
ALTER TABLE credential DROP COLUMN last_used;

-- A ceremony may be for an account that does not exist yet, or never will. Those that were begun
-- before this version are begun anew.
DROP TABLE ceremony;
CREATE TABLE ceremony (
  id            TEXT PRIMARY KEY,
  kind          TEXT NOT NULL,
  user_handle   TEXT,
  account       TEXT,    -- JSON of the account that is made when it is accepted
  label         TEXT NOT NULL,
  challenge     TEXT NOT NULL UNIQUE,
  options       TEXT NOT NULL,
  begun         INTEGER NOT NULL,
  expires       INTEGER NOT NULL,
  answered      INTEGER, -- when the challenge was spent
  answer_digest TEXT     -- SHA-256 of the answer that spent it
) STRICT;
CREATE INDEX ceremony_by_expiry ON ceremony (expires);

-- Who did what for whom. Rows are only ever added; each holds the hash of the one before it.
CREATE TABLE audit (
  writer     TEXT NOT NULL,
  seq        INTEGER NOT NULL, -- 1, 2, 3, … for each writer
  at         INTEGER NOT NULL,
  event      TEXT NOT NULL,    -- such as sign-in.complete
  outcome    TEXT NOT NULL,    -- succeeded, refused or failed
  actor      TEXT NOT NULL,    -- who
  subject    TEXT NOT NULL,    -- for whom; empty if for nobody
  credential TEXT NOT NULL,    -- id; empty if none
  address    TEXT NOT NULL,
  agent      TEXT NOT NULL,
  reason     TEXT NOT NULL,
  detail     TEXT NOT NULL,    -- a JSON object of texts
  hash       BLOB NOT NULL,    -- SHA-256 over the row and the hash before it
  PRIMARY KEY (writer, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_by_time ON audit (at, writer, seq);
CREATE INDEX audit_unsuccessful ON audit (at, writer, seq) WHERE outcome <> 'succeeded';
CREATE INDEX audit_by_subject ON audit (subject, at, writer, seq);

-- The end of each writer's chain, and how far it was signed.
CREATE TABLE audit_checkpoint (
  writer    TEXT NOT NULL,
  seq       INTEGER NOT NULL,
  kind      TEXT NOT NULL, -- signed, or retained: rows up to this one were removed by policy
  at        INTEGER NOT NULL,
  hash      BLOB NOT NULL,
  key_id    TEXT NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (writer, seq, kind)
) STRICT, WITHOUT ROWID;

-- Up to which row each receiver of the audit trail was sent it.
CREATE TABLE audit_receiver (
  receiver TEXT NOT NULL, -- such as tls://siem.example.com:6514
  writer   TEXT NOT NULL,
  seq      INTEGER NOT NULL,
  PRIMARY KEY (receiver, writer)
) STRICT, WITHOUT ROWID;

-- Signing keys, passwords and seeds, encrypted.
CREATE TABLE secret (
  name      TEXT PRIMARY KEY,
  key_id    TEXT NOT NULL, -- which key encrypts it
  encrypted BLOB NOT NULL,
  changed   INTEGER NOT NULL
) STRICT;

-- FIDO metadata as it was fetched.
CREATE TABLE metadata (
  source      TEXT PRIMARY KEY, -- URL or file name
  blob        TEXT NOT NULL,
  etag        TEXT NOT NULL,
  number      INTEGER NOT NULL,
  next_update INTEGER NOT NULL,
  fetched     INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 2;
