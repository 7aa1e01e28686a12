-- Instants are milliseconds since 1970-01-01T00:00:00Z. Handles are base64url.

ALTER TABLE account ADD COLUMN email_verified INTEGER; -- when its owner proved to read mail there

-- What an operator chose for all replicas.
CREATE TABLE setting (
  name    TEXT PRIMARY KEY, -- such as mail.smtp
  value   TEXT NOT NULL, -- JSON
  changed INTEGER NOT NULL
) STRICT;

-- Mail that is to be sent, and what became of it.
CREATE TABLE mail (
  id            TEXT PRIMARY KEY,
  state         TEXT NOT NULL, -- waiting, sent, failed or withheld
  kind          TEXT NOT NULL, -- which template
  recipient     TEXT NOT NULL,
  content       BLOB NOT NULL, -- encrypted, and empty as soon as it is not needed any more: it holds codes
  created       INTEGER NOT NULL,
  due           INTEGER NOT NULL, -- not before
  expires       INTEGER NOT NULL, -- of no use later
  attempts      INTEGER NOT NULL,
  claimed_by    TEXT NOT NULL,
  claimed_until INTEGER NOT NULL, -- nobody else may send it before
  reply         TEXT NOT NULL, -- what went wrong last
  ended         INTEGER
) STRICT;
CREATE INDEX mail_waiting ON mail (due, id) WHERE state = 'waiting';
CREATE INDEX mail_by_creation ON mail (created, id);

-- Codes that were sent by mail; only a keyed hash of each.
CREATE TABLE email_code (
  id      TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  subject TEXT NOT NULL, -- the address in lower case, and the account where the purpose has one
  digest  BLOB NOT NULL,
  long    INTEGER NOT NULL, -- too long to be guessed
  created INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  used    INTEGER
) STRICT;
CREATE INDEX email_code_by_subject ON email_code (subject, purpose);
CREATE INDEX email_code_by_expiry ON email_code (expires);

-- Guesses at a code from one network.
CREATE TABLE email_code_try (
  code_id TEXT NOT NULL REFERENCES email_code (id) ON DELETE CASCADE,
  network TEXT NOT NULL,
  tries   INTEGER NOT NULL,
  PRIMARY KEY (code_id, network)
) STRICT;

-- What is left of what may be done in a day.
CREATE TABLE budget (
  name TEXT PRIMARY KEY,
  left_over INTEGER NOT NULL, -- in thousandths
  at   INTEGER NOT NULL
) STRICT;
CREATE INDEX budget_by_time ON budget (at);

-- From where the owner of an account proved who they are.
CREATE TABLE known_network (
  user_handle TEXT NOT NULL REFERENCES account (handle) ON DELETE CASCADE,
  network     TEXT NOT NULL,
  seen        INTEGER NOT NULL,
  PRIMARY KEY (user_handle, network)
) STRICT;

-- RFC 6238; the secret is encrypted.
CREATE TABLE totp (
  user_handle TEXT PRIMARY KEY REFERENCES account (handle) ON DELETE CASCADE,
  algorithm   TEXT NOT NULL,
  digits      INTEGER NOT NULL,
  period      INTEGER NOT NULL, -- in seconds
  secret      BLOB NOT NULL,
  last_step   INTEGER NOT NULL, -- no code of this step or an earlier one is accepted
  created     INTEGER NOT NULL,
  confirmed   INTEGER -- by a first correct code
) STRICT;

-- Codes for who lost the device that computes the others; only a keyed hash of each.
CREATE TABLE recovery_code (
  user_handle TEXT NOT NULL REFERENCES account (handle) ON DELETE CASCADE,
  digest      TEXT NOT NULL,
  used        INTEGER,
  PRIMARY KEY (user_handle, digest)
) STRICT;

-- Argon2id, in the form of its reference implementation.
CREATE TABLE password (
  user_handle TEXT PRIMARY KEY REFERENCES account (handle) ON DELETE CASCADE,
  hash        TEXT NOT NULL,
  changed     INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 5;
