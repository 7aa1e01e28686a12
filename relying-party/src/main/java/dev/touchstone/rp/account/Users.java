package dev.touchstone.rp.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts that are stored. */
public interface Users {

  /** By name. */
  List<User> all();

  Optional<User> named(String name);

  Optional<User> withHandle(Bytes handle);

  /** The name and the handle must be new. */
  void add(User user);

  void signedIn(Bytes handle, Instant when);

  /** With its credentials and ceremonies; false if there is none of that name. */
  boolean delete(String name);
}
