-- Instants are milliseconds since 1970-01-01T00:00:00Z. Handles are base64url.

-- What access tokens are signed with.
CREATE TABLE token_key (
  id        TEXT PRIMARY KEY, -- the kid of tokens
  algorithm TEXT NOT NULL,
  secret    BLOB NOT NULL, -- a JWK, encrypted
  created   INTEGER NOT NULL,
  retired   INTEGER, -- signs no more
  ends      INTEGER -- the last token that it signed is over
) STRICT;
CREATE UNIQUE INDEX token_key_that_signs ON token_key (algorithm) WHERE retired IS NULL;

-- Sign-ins that go on by refresh tokens.
CREATE TABLE session (
  id          TEXT PRIMARY KEY,
  user_handle TEXT NOT NULL REFERENCES account (handle) ON DELETE CASCADE,
  methods     TEXT NOT NULL, -- by which its owner proved who they are, such as pop hwk user
  proved      INTEGER NOT NULL,
  scopes      TEXT NOT NULL,
  number      INTEGER NOT NULL, -- of the refresh token that counts now
  used        INTEGER NOT NULL,
  address     TEXT NOT NULL, -- from where it was used last
  agent       TEXT NOT NULL,
  expires     INTEGER NOT NULL, -- unless it is used before
  last        INTEGER NOT NULL, -- however it is used
  ended       INTEGER,
  why         TEXT NOT NULL
) STRICT;
CREATE INDEX session_by_user ON session (user_handle);
CREATE INDEX session_by_expiry ON session (expires);

-- Each refresh token of a session; only a hash.
CREATE TABLE refresh_token (
  digest     TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  number     INTEGER NOT NULL,
  used       INTEGER,
  network    TEXT NOT NULL -- from where
) STRICT;
CREATE INDEX refresh_token_by_session ON refresh_token (session_id);

-- Tokens of scripts; only a hash.
CREATE TABLE api_token (
  id          TEXT PRIMARY KEY,
  user_handle TEXT NOT NULL REFERENCES account (handle) ON DELETE CASCADE,
  name        TEXT NOT NULL,
  digest      TEXT NOT NULL UNIQUE,
  scopes      TEXT NOT NULL,
  audience    TEXT NOT NULL,
  created     INTEGER NOT NULL,
  expires     INTEGER NOT NULL,
  last_used   INTEGER,
  address     TEXT NOT NULL, -- from where it was used last
  revoked     INTEGER
) STRICT;
CREATE INDEX api_token_by_user ON api_token (user_handle);

-- Access tokens that are no good although they have not expired.
CREATE TABLE revoked_token (
  id      TEXT PRIMARY KEY, -- jti
  expires INTEGER NOT NULL
) STRICT;
CREATE INDEX revoked_token_by_expiry ON revoked_token (expires);

-- Access tokens of this account that were issued earlier are no good.
CREATE TABLE token_cutoff (
  user_handle TEXT PRIMARY KEY REFERENCES account (handle) ON DELETE CASCADE,
  earliest    INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 7;
