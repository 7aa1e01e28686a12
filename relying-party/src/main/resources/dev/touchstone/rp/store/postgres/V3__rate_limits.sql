-- How often whom tried lately, for all replicas together (Bucket4j). Not a record: it is not written
-- ahead, so that no request waits for a disk, and after a crash of the server everybody begins anew.

CREATE UNLOGGED TABLE rate_limit (
  id         TEXT COLLATE "C" PRIMARY KEY, -- SHA-256 of who and what
  state      BYTEA,
  expires_at BIGINT -- when it is as good as no row
);
CREATE INDEX rate_limit_by_expiry ON rate_limit (expires_at);
