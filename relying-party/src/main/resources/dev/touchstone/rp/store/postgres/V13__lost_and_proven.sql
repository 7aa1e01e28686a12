-- Whether whoever said that the key is lost proved a moment before who they are: then nobody asks them
-- again. Two operators who stop somebody's keys prove nothing. Before this version such keys were
-- dated back instead.
ALTER TABLE credential_state ADD COLUMN lost_proven BOOLEAN NOT NULL DEFAULT true;
