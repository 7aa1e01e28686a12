-- Rate limits are shared between replicas, and a file has none: they are counted in memory here. The
-- number is PostgreSQL's.

PRAGMA user_version = 3;
