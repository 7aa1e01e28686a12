-- Instants are milliseconds since 1970-01-01T00:00:00Z. Handles, ids and challenges are base64url.
-- The same tables as SQLite's after its second migration, and so of the same number. Keys are
-- compared byte by byte (COLLATE "C"), as SQLite does, whatever the database is set to.

CREATE TABLE account (
  handle        TEXT COLLATE "C" PRIMARY KEY,
  name          TEXT COLLATE "C" NOT NULL UNIQUE,
  display_name  TEXT NOT NULL,
  created       BIGINT NOT NULL,
  last_sign_in  BIGINT,
  email         TEXT COLLATE "C", -- normalised; null where none is known
  email_key     TEXT COLLATE "C", -- the same in lower case: no two may differ in case only
  first_name    TEXT NOT NULL DEFAULT '',
  last_name     TEXT NOT NULL DEFAULT '',
  date_of_birth TEXT, -- ISO 8601
  job_title     TEXT NOT NULL DEFAULT '',
  role          TEXT NOT NULL DEFAULT 'user',
  status        TEXT NOT NULL DEFAULT 'active'
);
CREATE UNIQUE INDEX account_by_email ON account (email_key);
CREATE INDEX account_by_role ON account (role) WHERE role <> 'user';

CREATE TABLE credential (
  id                      TEXT COLLATE "C" PRIMARY KEY,
  user_handle             TEXT COLLATE "C" NOT NULL REFERENCES account (handle) ON DELETE CASCADE,
  label                   TEXT NOT NULL,
  aaguid                  TEXT NOT NULL,
  model                   TEXT,
  algorithm               TEXT NOT NULL,
  transports              TEXT NOT NULL, -- separated by blanks
  discoverable            BOOLEAN,       -- as the client told it; null where it did not
  backup_eligible         BOOLEAN NOT NULL,
  attestation_format      TEXT NOT NULL,
  trusted                 BOOLEAN NOT NULL,
  created                 BIGINT NOT NULL,
  rp_id                   TEXT NOT NULL,
  public_key              BYTEA NOT NULL, -- COSE_Key
  attestation_object      BYTEA NOT NULL,
  attestation_client_data BYTEA NOT NULL
);
CREATE INDEX credential_by_user ON credential (user_handle);

-- What changes with every sign-in stands apart from what never changes and is large.
CREATE TABLE credential_state (
  credential_id  TEXT COLLATE "C" PRIMARY KEY REFERENCES credential (id) ON DELETE CASCADE,
  user_verified  BOOLEAN NOT NULL,
  backed_up      BOOLEAN NOT NULL,
  sign_count     BIGINT NOT NULL,
  possible_clone BOOLEAN NOT NULL,
  last_used      BIGINT,
  history        TEXT NOT NULL DEFAULT '' -- the last uses, newest first, a line each
);

-- A ceremony may be for an account that does not exist yet, or never will.
CREATE TABLE ceremony (
  id            TEXT COLLATE "C" PRIMARY KEY,
  kind          TEXT NOT NULL,
  user_handle   TEXT,
  account       TEXT,    -- JSON of the account that is made when it is accepted
  label         TEXT NOT NULL,
  challenge     TEXT NOT NULL UNIQUE,
  options       TEXT NOT NULL,
  begun         BIGINT NOT NULL,
  expires       BIGINT NOT NULL,
  answered      BIGINT, -- when the challenge was spent
  answer_digest TEXT     -- SHA-256 of the answer that spent it
);
CREATE INDEX ceremony_by_expiry ON ceremony (expires);

-- Who did what for whom. Rows are only ever added; each holds the hash of the one before it.
CREATE TABLE audit (
  writer     TEXT COLLATE "C" NOT NULL,
  seq        BIGINT NOT NULL, -- 1, 2, 3, … for each writer
  at         BIGINT NOT NULL,
  event      TEXT NOT NULL,    -- such as sign-in.complete
  outcome    TEXT NOT NULL,    -- succeeded, refused or failed
  actor      TEXT NOT NULL,    -- who
  subject    TEXT NOT NULL,    -- for whom; empty if for nobody
  credential TEXT NOT NULL,    -- id; empty if none
  address    TEXT NOT NULL,
  agent      TEXT NOT NULL,
  reason     TEXT NOT NULL,
  detail     TEXT NOT NULL,    -- a JSON object of texts
  hash       BYTEA NOT NULL,    -- SHA-256 over the row and the hash before it
  PRIMARY KEY (writer, seq)
);
CREATE INDEX audit_by_time ON audit (at, writer, seq);
CREATE INDEX audit_unsuccessful ON audit (at, writer, seq) WHERE outcome <> 'succeeded';
CREATE INDEX audit_by_subject ON audit (subject, at, writer, seq);

-- The end of each writer's chain, and how far it was signed.
CREATE TABLE audit_checkpoint (
  writer    TEXT COLLATE "C" NOT NULL,
  seq       BIGINT NOT NULL,
  kind      TEXT NOT NULL, -- signed, or retained: rows up to this one were removed by policy
  at        BIGINT NOT NULL,
  hash      BYTEA NOT NULL,
  key_id    TEXT NOT NULL,
  signature BYTEA NOT NULL,
  PRIMARY KEY (writer, seq, kind)
);

-- Up to which row each receiver of the audit trail was sent it.
CREATE TABLE audit_receiver (
  receiver TEXT NOT NULL, -- such as tls://siem.example.com:6514
  writer   TEXT NOT NULL,
  seq      BIGINT NOT NULL,
  PRIMARY KEY (receiver, writer)
);

-- Signing keys, passwords and seeds, encrypted.
CREATE TABLE secret (
  name      TEXT COLLATE "C" PRIMARY KEY,
  key_id    TEXT NOT NULL, -- which key encrypts it
  encrypted BYTEA NOT NULL,
  changed   BIGINT NOT NULL
);

-- FIDO metadata as it was fetched.
CREATE TABLE metadata (
  source      TEXT COLLATE "C" PRIMARY KEY, -- URL or file name
  blob        TEXT NOT NULL,
  etag        TEXT NOT NULL,
  number      BIGINT NOT NULL,
  next_update BIGINT NOT NULL,
  fetched     BIGINT NOT NULL
);
