package dev.touchstone.rp.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts that are stored. */
public interface Users {

  /** By name. */
  List<User> all();

  /** By name. */
  List<User> page(UserQuery query);

  /**
   * Those of whom each of these words begins a word, in no order. It looks at so many and no more,
   * however many there are.
   *
   * @param words as {@link SearchWords} makes them
   * @param most how many at most
   */
  Found found(List<String> words, int most);

  /**
   * Who was found by words.
   *
   * @param all whether there is nobody else whom they fit
   */
  record Found(List<User> users, boolean all) {}

  /** The owners of credentials whose id begins so, up to so many. */
  List<User> ofCredentials(String beginning, int most);

  /** How many there are in this role. */
  int count(Role role);

  /**
   * How many administrators may sign in. None of them can be changed by anybody else until the work
   * at the store is done.
   */
  int activeAdminsToChange();

  Optional<User> named(String name);

  /**
   * Finds an account by e-mail address, in whatever case its letters are.
   *
   * @param email normalised
   */
  Optional<User> withEmail(String email);

  Optional<User> withHandle(Bytes handle);

  /**
   * Who has this name, or else this e-mail address; no more of them than a sign-in asks for when it
   * begins.
   */
  Optional<Who> who(String nameOrEmail);

  /**
   * An account.
   *
   * @param handle user handle, base64url
   * @param name its user name
   */
  record Who(String handle, String name) {}

  /** The name, the handle and the e-mail address must be new. */
  void add(User user);

  /**
   * Stores everything but handle, creation and last sign-in anew.
   *
   * @return false if there is no account with this handle
   */
  boolean update(User user);

  /**
   * Notes a sign-in.
   *
   * @return false if there is no such account, or it is disabled; then nothing is noted
   */
  boolean signedIn(Bytes handle, Instant when);

  /** With its credentials; false if there is none of that name. */
  boolean delete(String name);
}
