package dev.touchstone.rp.store.sqlite;

import dev.touchstone.rp.account.Credentials;
import dev.touchstone.rp.account.Users;
import dev.touchstone.rp.ceremony.Ceremonies;
import dev.touchstone.rp.ceremony.Records;
import org.jdbi.v3.core.Handle;

/** The records behind one connection. */
record JdbcRecords(Users users, Credentials credentials, Ceremonies ceremonies) implements Records {

  static JdbcRecords over(Handle handle) {
    return new JdbcRecords(
        new JdbcUsers(handle), new JdbcCredentials(handle), new JdbcCeremonies(handle));
  }
}
