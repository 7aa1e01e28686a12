-- Metadata that were fetched and found good, one row a source. What has megabytes comes last, and is
-- read only when the digest is not the one that is known.
CREATE TABLE metadata_blob (
  source      TEXT COLLATE "C" PRIMARY KEY, -- the address or file that it came from
  digest      TEXT NOT NULL, -- SHA-256 of the BLOB, hex
  fetched     BIGINT NOT NULL,
  number      BIGINT NOT NULL,
  next_update TEXT NOT NULL, -- YYYY-MM-DD
  etag        TEXT,
  jws         TEXT NOT NULL
);
