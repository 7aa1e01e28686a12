-- Metadata that were fetched and found good, one row a source. What has megabytes comes last, and is
-- read only when the digest is not the one that is known.
CREATE TABLE metadata_blob (
  source      TEXT PRIMARY KEY, -- the address or file that it came from
  digest      TEXT NOT NULL, -- SHA-256 of the BLOB, hex
  fetched     INTEGER NOT NULL,
  number      INTEGER NOT NULL,
  next_update TEXT NOT NULL, -- YYYY-MM-DD
  etag        TEXT,
  jws         TEXT NOT NULL
) STRICT;

PRAGMA user_version = 12;
