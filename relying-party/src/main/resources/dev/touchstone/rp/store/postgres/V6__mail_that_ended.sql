CREATE INDEX mail_by_end ON mail (ended); -- what ended long ago is forgotten after each round

-- Nobody is ever to read it.
UPDATE mail SET content = '' WHERE state = 'withheld';
