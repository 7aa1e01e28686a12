package dev.touchstone.rp.desk.person;

import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.desk.Enrolment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the help desk sees of a person; no secret is among it.
 *
 * @param user the account
 * @param credentials oldest first
 * @param serials of the keys that made them, by credential id, where they are known
 * @param device whether there is a device for one-time passwords, confirmed or not
 * @param deviceSince since when it is a factor
 * @param recoveryCodes how many are unused
 * @param password whether there is one
 * @param enrolments requests for new keys, newest first
 */
public record PersonFacts(
    User user,
    List<Credential> credentials,
    Map<String, String> serials,
    boolean device,
    Optional<Instant> deviceSince,
    int recoveryCodes,
    boolean password,
    List<Enrolment> enrolments) {

  public PersonFacts {
    credentials = List.copyOf(credentials);
    serials = Map.copyOf(serials);
    enrolments = List.copyOf(enrolments);
  }

  /** Whether the person can prove who they are without a key. */
  public boolean provable() {
    return mail() || deviceSince.isPresent();
  }

  /** Whether a code can be sent to an address that is theirs. */
  public boolean mail() {
    return user.profile().email().isPresent() && user.emailVerified().isPresent();
  }
}
