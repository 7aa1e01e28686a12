-- With a sign-out, registrations that were begun for the account are taken back.
CREATE INDEX ceremony_registration_by_user ON ceremony (user_handle) WHERE kind = 'REGISTRATION';

-- Whether a key came of a code that began a registration was not written down before this version:
-- it counts as redeemed.
UPDATE enrolment SET state = 'redeemed' WHERE state = 'used';

PRAGMA user_version = 11;
