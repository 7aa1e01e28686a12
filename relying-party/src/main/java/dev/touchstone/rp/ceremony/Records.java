package dev.touchstone.rp.ceremony;

import dev.touchstone.rp.account.Credentials;
import dev.touchstone.rp.account.Users;

/** Everything that is stored, as one transaction sees it. */
public interface Records {

  Users users();

  Credentials credentials();

  Ceremonies ceremonies();
}
