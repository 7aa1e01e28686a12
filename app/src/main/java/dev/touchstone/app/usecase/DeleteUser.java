package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.User;
import java.util.List;

/** Takes an account away with all of its credentials. */
public final class DeleteUser {

  /** What would be lost. */
  public record Preview(User user, List<Credential> credentials) {

    public Preview {
      credentials = List.copyOf(credentials);
    }
  }

  /**
   * Looks, changes nothing.
   *
   * @throws Failure if there is no such user
   */
  public Preview preview(String userName) throws Failure {
    return Pending.of(userName);
  }

  /**
   * Deletes the user.
   *
   * @return what is gone
   * @throws Failure if there is no such user
   */
  public Preview apply(String userName) throws Failure {
    return Pending.of(userName);
  }
}
