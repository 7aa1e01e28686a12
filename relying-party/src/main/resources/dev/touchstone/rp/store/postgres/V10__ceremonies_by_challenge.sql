-- A ceremony is named by its challenge: one index less to write. Those that were begun before this
-- version are begun anew.
DROP TABLE ceremony;
CREATE TABLE ceremony (
  challenge     TEXT COLLATE "C" PRIMARY KEY, -- base64url
  kind          TEXT NOT NULL,
  user_handle   TEXT,
  account       TEXT,    -- JSON of the account that is made when it is accepted
  label         TEXT NOT NULL,
  options       TEXT NOT NULL,
  begun         BIGINT NOT NULL,
  expires       BIGINT NOT NULL,
  answered      BIGINT, -- when the challenge was spent
  answer_digest TEXT     -- SHA-256 of the answer that spent it
);
CREATE INDEX ceremony_by_expiry ON ceremony (expires);

-- Metadata are kept in files.
DROP TABLE metadata;
