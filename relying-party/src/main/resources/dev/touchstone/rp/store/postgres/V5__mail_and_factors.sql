-- Instants are milliseconds since 1970-01-01T00:00:00Z. Handles are base64url.

ALTER TABLE account ADD COLUMN email_verified BIGINT; -- when its owner proved to read mail there

-- What an operator chose for all replicas.
CREATE TABLE setting (
  name    TEXT COLLATE "C" PRIMARY KEY, -- such as mail.smtp
  value   TEXT NOT NULL, -- JSON
  changed BIGINT NOT NULL
);

-- Mail that is to be sent, and what became of it.
CREATE TABLE mail (
  id            TEXT COLLATE "C" PRIMARY KEY,
  state         TEXT NOT NULL, -- waiting, sent, failed or withheld
  kind          TEXT NOT NULL, -- which template
  recipient     TEXT NOT NULL,
  content       BYTEA NOT NULL, -- encrypted, and empty as soon as it is not needed any more: it holds codes
  created       BIGINT NOT NULL,
  due           BIGINT NOT NULL, -- not before
  expires       BIGINT NOT NULL, -- of no use later
  attempts      BIGINT NOT NULL,
  claimed_by    TEXT NOT NULL,
  claimed_until BIGINT NOT NULL, -- nobody else may send it before
  reply         TEXT NOT NULL, -- what went wrong last
  ended         BIGINT
);
CREATE INDEX mail_waiting ON mail (due, id) WHERE state = 'waiting';
CREATE INDEX mail_by_creation ON mail (created, id);

-- Codes that were sent by mail; only a keyed hash of each.
CREATE TABLE email_code (
  id      TEXT COLLATE "C" PRIMARY KEY,
  purpose TEXT NOT NULL,
  subject TEXT COLLATE "C" NOT NULL, -- the address in lower case, and the account where the purpose has one
  digest  BYTEA NOT NULL,
  long    BOOLEAN NOT NULL, -- too long to be guessed
  created BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  used    BIGINT
);
CREATE INDEX email_code_by_subject ON email_code (subject, purpose);
CREATE INDEX email_code_by_expiry ON email_code (expires);

-- Guesses at a code from one network.
CREATE TABLE email_code_try (
  code_id TEXT COLLATE "C" NOT NULL REFERENCES email_code (id) ON DELETE CASCADE,
  network TEXT COLLATE "C" NOT NULL,
  tries   BIGINT NOT NULL,
  PRIMARY KEY (code_id, network)
);

-- What is left of what may be done in a day.
CREATE TABLE budget (
  name TEXT COLLATE "C" PRIMARY KEY,
  left_over BIGINT NOT NULL, -- in thousandths
  at   BIGINT NOT NULL
);
CREATE INDEX budget_by_time ON budget (at);

-- From where the owner of an account proved who they are.
CREATE TABLE known_network (
  user_handle TEXT COLLATE "C" NOT NULL REFERENCES account (handle) ON DELETE CASCADE,
  network     TEXT COLLATE "C" NOT NULL,
  seen        BIGINT NOT NULL,
  PRIMARY KEY (user_handle, network)
);

-- RFC 6238; the secret is encrypted.
CREATE TABLE totp (
  user_handle TEXT COLLATE "C" PRIMARY KEY REFERENCES account (handle) ON DELETE CASCADE,
  algorithm   TEXT NOT NULL,
  digits      BIGINT NOT NULL,
  period      BIGINT NOT NULL, -- in seconds
  secret      BYTEA NOT NULL,
  last_step   BIGINT NOT NULL, -- no code of this step or an earlier one is accepted
  created     BIGINT NOT NULL,
  confirmed   BIGINT -- by a first correct code
);

-- Codes for who lost the device that computes the others; only a keyed hash of each.
CREATE TABLE recovery_code (
  user_handle TEXT COLLATE "C" NOT NULL REFERENCES account (handle) ON DELETE CASCADE,
  digest      TEXT COLLATE "C" NOT NULL,
  used        BIGINT,
  PRIMARY KEY (user_handle, digest)
);

-- Argon2id, in the form of its reference implementation.
CREATE TABLE password (
  user_handle TEXT COLLATE "C" PRIMARY KEY REFERENCES account (handle) ON DELETE CASCADE,
  hash        TEXT NOT NULL,
  changed     BIGINT NOT NULL
);
