package dev.touchstone.rp.ceremony;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.User;
import java.time.Instant;
import java.util.Optional;

/**
 * A ceremony that was begun, as it is remembered. It is kept for a while after it was answered, so
 * that a replay can be told from nonsense.
 *
 * @param kind which ceremony
 * @param userHandle the account; empty for a sign-in without a user name
 * @param newcomer the account that is made when a registration is accepted; empty where it exists
 * @param label for the new credential; empty for an authentication
 * @param challenge §13.4.3, used once
 * @param optionsJson what was given out
 * @param begun when
 * @param expires after this the challenge is refused
 * @param answer the first answer, which spent the challenge
 */
public record Ceremony(
    CeremonyKind kind,
    Optional<Bytes> userHandle,
    Optional<User> newcomer,
    String label,
    Bytes challenge,
    String optionsJson,
    Instant begun,
    Instant expires,
    Optional<Answer> answer) {

  /**
   * The answer that spent a challenge.
   *
   * @param when it came
   * @param digest SHA-256 of what the key made: the attestation object, or the signature
   */
  public record Answer(Instant when, Bytes digest) {

    /** No answer at all: the challenge was taken back. */
    public static Answer none(Instant when) {
      return new Answer(when, Bytes.of(new byte[0]));
    }

    /** Whether the challenge was taken back before anybody answered. */
    public boolean isNone() {
      return digest.length() == 0;
    }
  }

  /** Names it when it is finished: its challenge in base64url, which no other one has. */
  public String id() {
    return challenge.base64Url();
  }

  /** The same ceremony, answered like this. */
  public Ceremony answered(Optional<Answer> itsAnswer) {
    return new Ceremony(
        kind, userHandle, newcomer, label, challenge, optionsJson, begun, expires, itsAnswer);
  }

  /** Whether the answer that spent the challenge was this very one. */
  public boolean answeredBy(Bytes digest) {
    return answer.filter(it -> it.digest().equals(digest)).isPresent();
  }
}
