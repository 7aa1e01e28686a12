-- Instants are milliseconds since 1970-01-01T00:00:00Z. Handles are base64url.

-- What access tokens are signed with.
CREATE TABLE token_key (
  id        TEXT COLLATE "C" PRIMARY KEY, -- the kid of tokens
  algorithm TEXT NOT NULL,
  secret    BYTEA NOT NULL, -- a JWK, encrypted
  created   BIGINT NOT NULL,
  retired   BIGINT, -- signs no more
  ends      BIGINT -- the last token that it signed is over
);
CREATE UNIQUE INDEX token_key_that_signs ON token_key (algorithm) WHERE retired IS NULL;

-- Sign-ins that go on by refresh tokens.
CREATE TABLE session (
  id          TEXT COLLATE "C" PRIMARY KEY,
  user_handle TEXT COLLATE "C" NOT NULL REFERENCES account (handle) ON DELETE CASCADE,
  methods     TEXT NOT NULL, -- by which its owner proved who they are, such as pop hwk user
  proved      BIGINT NOT NULL,
  scopes      TEXT NOT NULL,
  number      BIGINT NOT NULL, -- of the refresh token that counts now
  used        BIGINT NOT NULL,
  address     TEXT NOT NULL, -- from where it was used last
  agent       TEXT NOT NULL,
  expires     BIGINT NOT NULL, -- unless it is used before
  last        BIGINT NOT NULL, -- however it is used
  ended       BIGINT,
  why         TEXT NOT NULL
);
CREATE INDEX session_by_user ON session (user_handle);
CREATE INDEX session_by_expiry ON session (expires);

-- Each refresh token of a session; only a hash.
CREATE TABLE refresh_token (
  digest     TEXT COLLATE "C" PRIMARY KEY,
  session_id TEXT COLLATE "C" NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  number     BIGINT NOT NULL,
  used       BIGINT,
  network    TEXT NOT NULL -- from where
);
CREATE INDEX refresh_token_by_session ON refresh_token (session_id);

-- Tokens of scripts; only a hash.
CREATE TABLE api_token (
  id          TEXT COLLATE "C" PRIMARY KEY,
  user_handle TEXT COLLATE "C" NOT NULL REFERENCES account (handle) ON DELETE CASCADE,
  name        TEXT NOT NULL,
  digest      TEXT COLLATE "C" NOT NULL UNIQUE,
  scopes      TEXT NOT NULL,
  audience    TEXT NOT NULL,
  created     BIGINT NOT NULL,
  expires     BIGINT NOT NULL,
  last_used   BIGINT,
  address     TEXT NOT NULL, -- from where it was used last
  revoked     BIGINT
);
CREATE INDEX api_token_by_user ON api_token (user_handle);

-- Access tokens that are no good although they have not expired.
CREATE TABLE revoked_token (
  id      TEXT COLLATE "C" PRIMARY KEY, -- jti
  expires BIGINT NOT NULL
);
CREATE INDEX revoked_token_by_expiry ON revoked_token (expires);

-- Access tokens of this account that were issued earlier are no good.
CREATE TABLE token_cutoff (
  user_handle TEXT COLLATE "C" PRIMARY KEY REFERENCES account (handle) ON DELETE CASCADE,
  earliest    BIGINT NOT NULL
);
