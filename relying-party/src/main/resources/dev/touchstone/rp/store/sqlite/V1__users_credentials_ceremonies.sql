-- Instants are milliseconds since 1970-01-01T00:00:00Z. Handles, ids and challenges are base64url.

CREATE TABLE user (
  handle       TEXT PRIMARY KEY,
  name         TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  created      INTEGER NOT NULL,
  last_sign_in INTEGER
) STRICT;

CREATE TABLE credential (
  id                      TEXT PRIMARY KEY,
  user_handle             TEXT NOT NULL REFERENCES user (handle) ON DELETE CASCADE,
  label                   TEXT NOT NULL,
  aaguid                  TEXT NOT NULL,
  model                   TEXT,
  algorithm               TEXT NOT NULL,
  transports              TEXT NOT NULL, -- separated by blanks
  discoverable            INTEGER,       -- as the client told it; null where it did not
  user_verified           INTEGER NOT NULL,
  backup_eligible         INTEGER NOT NULL,
  backed_up               INTEGER NOT NULL,
  sign_count              INTEGER NOT NULL,
  attestation_format      TEXT NOT NULL,
  trusted                 INTEGER NOT NULL,
  possible_clone          INTEGER NOT NULL,
  created                 INTEGER NOT NULL,
  last_used               INTEGER,
  rp_id                   TEXT NOT NULL,
  public_key              BLOB NOT NULL, -- COSE_Key
  attestation_object      BLOB NOT NULL,
  attestation_client_data BLOB NOT NULL
) STRICT;

CREATE INDEX credential_by_user ON credential (user_handle);

CREATE TABLE ceremony (
  id            TEXT PRIMARY KEY,
  kind          TEXT NOT NULL,
  user_handle   TEXT REFERENCES user (handle) ON DELETE CASCADE,
  label         TEXT NOT NULL,
  challenge     TEXT NOT NULL UNIQUE,
  options       TEXT NOT NULL,
  begun         INTEGER NOT NULL,
  expires       INTEGER NOT NULL,
  answered      INTEGER, -- when the challenge was spent
  answer_digest TEXT     -- SHA-256 of the answer that spent it
) STRICT;

CREATE INDEX ceremony_by_expiry ON ceremony (expires);

PRAGMA user_version = 1;
PRAGMA application_id = 0x746f7563; -- "touc"
