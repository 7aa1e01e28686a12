-- The tables of the eighth version; a migration in Java runs this and fills the index.
-- Instants are milliseconds since 1970-01-01T00:00:00Z. Handles and ids are base64url.

-- By which words a person is found, without accents and in lower case: those of their names, their
-- address, and the labels and serial numbers of their keys. Nothing that a sign-in changes is here.
CREATE TABLE search_word (
  word        TEXT NOT NULL,
  user_handle TEXT NOT NULL, -- an account; no reference, as to follow one it would need another index
  PRIMARY KEY (word, user_handle)
) STRICT, WITHOUT ROWID;

-- All words of a person, each between blanks: what to take away from the table before, and a second
-- look at who was found by one of several words.
CREATE TABLE search_text (
  user_handle TEXT PRIMARY KEY REFERENCES account (handle) ON DELETE CASCADE,
  words       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The number that the key told that made a credential, where this console saw the key.
CREATE TABLE credential_serial (
  credential_id TEXT PRIMARY KEY REFERENCES credential (id) ON DELETE CASCADE,
  serial        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Since when its owner says that the key is lost: it signs nobody in meanwhile.
ALTER TABLE credential_state ADD COLUMN lost INTEGER;

-- Who lost everything gets a one-time code for a new key, if two operators agree.
CREATE TABLE enrolment (
  id              TEXT PRIMARY KEY,
  user_handle     TEXT NOT NULL REFERENCES account (handle) ON DELETE CASCADE,
  state           TEXT NOT NULL, -- asked, approved, declined, withdrawn or used
  reason          TEXT NOT NULL, -- what the operator wrote down
  asked           INTEGER NOT NULL,
  asked_by        TEXT NOT NULL, -- handle of an account, which may be gone
  asked_by_name   TEXT NOT NULL,
  decided         INTEGER,
  decided_by      TEXT,
  decided_by_name TEXT,
  expires         INTEGER NOT NULL, -- of the request; once it is approved, of the code
  code_digest     TEXT, -- only a keyed hash
  ceremony        TEXT  -- the registration that the code paid for
) STRICT;
CREATE INDEX enrolment_by_user ON enrolment (user_handle, asked);
CREATE INDEX enrolment_by_time ON enrolment (asked, id);

-- Operators who signed in to the console with a key.
CREATE TABLE operator_session (
  digest      TEXT PRIMARY KEY, -- SHA-256 of what the session's file holds
  user_handle TEXT NOT NULL REFERENCES account (handle) ON DELETE CASCADE,
  begun       INTEGER NOT NULL,
  seen        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX operator_session_by_user ON operator_session (user_handle);

PRAGMA user_version = 8;
