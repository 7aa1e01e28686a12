package dev.touchstone.app.usecase.factor;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.factor.password.account.Passwords;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;

/** Passwords of users, for systems that still need them. */
public final class ManagePasswords {

  private final Passwords passwords;
  private final Operators operators;

  public ManagePasswords(RelyingParty relyingParty, Operators operators) {
    this.operators = operators;
    this.passwords = relyingParty.passwords();
  }

  private interface Work<T> {
    T run() throws RelyingPartyException;
  }

  /**
   * Whether anybody may sign in by one.
   *
   * @throws Failure if the database cannot be read
   */
  public boolean isAllowed() throws Failure {
    return told(passwords::isAllowed);
  }

  /**
   * Allows it, or not.
   *
   * @return false if it was so already
   * @throws Failure if the database cannot be written
   */
  public boolean allow(boolean allowed) throws Failure {
    return told(() -> passwords.allow(allowed, operators.caller()));
  }

  /**
   * How it stands with a user.
   *
   * @throws Failure if there is no such user
   */
  public Passwords.State state(String user) throws Failure {
    return told(() -> passwords.state(user));
  }

  /**
   * Sets it, in the place of what was there.
   *
   * @param password the caller wipes it
   * @throws Failure if there is no such user, or it is not one that is taken
   */
  public void set(String user, char[] password) throws Failure {
    told(() -> {
      passwords.set(user, password, operators.caller());
      return true;
    });
  }

  /**
   * Takes it away.
   *
   * @return false if there was none
   * @throws Failure if there is no such user
   */
  public boolean remove(String user) throws Failure {
    return told(() -> passwords.remove(user, operators.caller()));
  }

  private static <T> T told(Work<T> work) throws Failure {
    try {
      return work.run();
    } catch (RequestInvalid e) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE, String.valueOf(e.getMessage()), "Nothing was changed.", "", ""),
          e);
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
