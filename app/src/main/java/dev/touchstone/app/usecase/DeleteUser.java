package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.Permission;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.List;

/** Takes an account away with all of its credentials. */
public final class DeleteUser {

  private final RelyingParty relyingParty;
  private final Operators operators;

  public DeleteUser(RelyingParty relyingParty, Operators operators) {
    this.relyingParty = relyingParty;
    this.operators = operators;
  }

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
    try {
      User user =
          relyingParty
              .user(userName)
              .orElseThrow(() -> new RelyingPartyException.UnknownUser(userName));
      return new Preview(user, relyingParty.credentials(userName));
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }

  /**
   * Deletes the user.
   *
   * @return what is gone
   * @throws Failure if there is no such user
   */
  public Preview apply(String userName) throws Failure {
    operators.permit(Permission.ADMINISTER);
    Preview preview = preview(userName);
    try {
      relyingParty.administration().accounts().delete(userName, operators.caller());
      return preview;
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
