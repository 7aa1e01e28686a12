package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.Profile;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import java.util.Optional;

/**
 * Gives a person a new credential in the place of one that is lost, broken or no longer trusted.
 *
 * <p>Usually the new one is registered first, and the old one is revoked when that is accepted: who
 * breaks off in the middle has what they had before. Who fears that the old one is misused revokes
 * it first, and may then be left without.
 */
public final class ReplaceCredential {

  private final RegisterCredential register;
  private final DeleteCredential delete;

  public ReplaceCredential(RegisterCredential register, DeleteCredential delete) {
    this.register = register;
    this.delete = delete;
  }

  /** What is done first. */
  public enum Order {
    /** Nothing is lost if the registration fails. */
    REGISTER_FIRST,
    /** The old credential signs nobody in from now on, whatever becomes of the new one. */
    REVOKE_FIRST
  }

  /**
   * What to replace, and by what.
   *
   * @param credentialId the old one, base64url, or enough of its beginning to be unique
   * @param keyId the key that gets the new one; empty for the one that {@link ChooseKey} takes
   * @param label of the new one; empty for the old one's
   */
  public record Request(
      String credentialId, Optional<String> keyId, Optional<String> label, Order order) {}

  /**
   * What became of it.
   *
   * @param old the credential as it was
   * @param revoked whether the old one is gone
   * @param ceremony the registration of the new one, accepted or refused
   */
  public record Result(Credential old, boolean revoked, CeremonyResult ceremony) {}

  /**
   * Looks, changes nothing.
   *
   * @param credentialId base64url, or enough of its beginning to be unique
   * @throws Failure if no credential, or more than one, begins so
   */
  public DeleteCredential.Preview preview(String credentialId) throws Failure {
    return delete.preview(credentialId);
  }

  /**
   * Does both.
   *
   * @throws Failure if the registration came to no verdict, or the old credential cannot be
   *     revoked; it says what is gone and what is there
   */
  public Result run(Request request, CeremonyWatcher watcher, Cancellation cancellation)
      throws Failure {
    Credential old = delete.preview(request.credentialId()).credential();
    return switch (request.order()) {
      case REGISTER_FIRST -> {
        CeremonyResult ceremony = register(request, old, watcher, cancellation);
        boolean accepted = ceremony.verdict().accepted();
        if (accepted) {
          revokeAfter(old);
        }
        yield new Result(old, accepted, ceremony);
      }
      case REVOKE_FIRST -> {
        var _ = delete.apply(old.id());
        yield new Result(old, true, registerAfter(request, old, watcher, cancellation));
      }
    };
  }

  private CeremonyResult register(
      Request request, Credential old, CeremonyWatcher watcher, Cancellation cancellation)
      throws Failure {
    return register.run(
        new RegisterCredential.Request(request.keyId(), wish(request, old)), watcher, cancellation);
  }

  private static RegistrationRequest wish(Request request, Credential old) {
    return RegistrationRequest.forUser(old.userName())
        .labelled(request.label().orElse(old.label()))
        .by("", Profile.UNKNOWN, RegistrationRequest.Account.EXISTING);
  }

  private void revokeAfter(Credential old) throws Failure {
    try {
      var _ = delete.apply(old.id());
    } catch (Failure e) {
      throw because(
          e,
          "The new credential is registered, but the old one could not be revoked: "
              + e.advice().happened(),
          "Both sign in.",
          "Revoke the old one as soon as that works.");
    }
  }

  private CeremonyResult registerAfter(
      Request request, Credential old, CeremonyWatcher watcher, Cancellation cancellation)
      throws Failure {
    try {
      return register(request, old, watcher, cancellation);
    } catch (Failure e) {
      throw because(
          e,
          e.advice().happened(),
          ("The old credential is revoked already, and there is no new one. " + e.advice().cost())
              .strip(),
          ("Register a key for %s. ".formatted(old.userName()) + e.advice().next()).strip());
    }
  }

  private static Failure because(Failure e, String happened, String cost, String next) {
    return new Failure(new Advice(e.advice().kind(), happened, cost, next, e.advice().clause()), e);
  }
}
