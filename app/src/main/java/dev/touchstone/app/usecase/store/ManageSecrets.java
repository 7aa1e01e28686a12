package dev.touchstone.app.usecase.store;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.audit.SettingsTrail;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.secret.SecretKeys;
import dev.touchstone.rp.secret.SecretRow;
import java.util.List;

/** The secrets by name, never by value, and the keys under which they are encrypted. */
public final class ManageSecrets {

  private final RelyingParty relyingParty;
  private final SettingsTrail trail;

  public ManageSecrets(RelyingParty relyingParty, SettingsTrail trail) {
    this.relyingParty = relyingParty;
    this.trail = trail;
  }

  private interface Work<T> {
    T run() throws RelyingPartyException;
  }

  /**
   * All of them, still encrypted.
   *
   * @throws Failure if the database cannot be read
   */
  public List<SecretRow> list() throws Failure {
    return told(relyingParty.secrets()::names);
  }

  /**
   * Where the keys are, and what they encrypt.
   *
   * @throws Failure if the keys cannot be read
   */
  public SecretKeys.State keys() throws Failure {
    return told(relyingParty.secretKeys()::state);
  }

  /**
   * Encrypts all of them anew under a new key.
   *
   * @throws Failure if a key or a secret cannot be read or written
   */
  public SecretKeys.State rotate() throws Failure {
    SecretKeys.State state = told(relyingParty.secretKeys()::rotate);
    trail.changed("secret key", "rotated");
    return state;
  }

  /**
   * Forgets the keys that encrypt nothing any more.
   *
   * @throws Failure if the keys cannot be read or written
   */
  public SecretKeys.State forgetOld() throws Failure {
    SecretKeys.State state = told(relyingParty.secretKeys()::forgetOld);
    trail.changed("secret key", "old ones forgotten");
    return state;
  }

  /**
   * What would be deleted.
   *
   * @throws Failure if there is no such secret
   */
  public SecretRow preview(String name) throws Failure {
    return list().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Failure(
                new Advice(
                    Advice.Kind.USAGE,
                    "There is no secret '%s'.".formatted(name),
                    "Nothing was changed.",
                    "'touchstone secrets' lists them.",
                    "")));
  }

  /**
   * Deletes it.
   *
   * @return what is gone
   * @throws Failure if there is no such secret
   */
  public SecretRow delete(String name) throws Failure {
    SecretRow row = preview(name);
    told(() -> relyingParty.secrets().delete(name));
    trail.changed("secret", name + ": deleted");
    return row;
  }

  private static <T> T told(Work<T> work) throws Failure {
    try {
      return work.run();
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
