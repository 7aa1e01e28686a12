package dev.touchstone.rp.ceremony;

import java.util.List;
import java.util.Optional;

/**
 * What the operator wants from a sign-in.
 *
 * @param userName the account, or its e-mail address; empty for a sign-in by discoverable
 *     credential alone
 * @param userVerification §5.8.6
 * @param hints §5.8.7
 * @param extensionsJson a JSON object with the extension inputs of §9; {@code {}} for none
 * @param discreet whether the one who asks must not learn that there is no such account: the
 *     options then look as if there were, and no answer is accepted
 */
public record AuthenticationRequest(
    Optional<String> userName,
    String userVerification,
    List<String> hints,
    String extensionsJson,
    boolean discreet) {

  /** For the operator, who is told what is wrong. */
  public AuthenticationRequest(
      Optional<String> userName,
      String userVerification,
      List<String> hints,
      String extensionsJson) {
    this(userName, userVerification, hints, extensionsJson, false);
  }

  public static AuthenticationRequest forUser(String userName) {
    return new AuthenticationRequest(Optional.of(userName), "preferred", List.of(), "{}");
  }

  public static AuthenticationRequest nameless() {
    return new AuthenticationRequest(Optional.empty(), "preferred", List.of(), "{}");
  }

  /** The same for a stranger. */
  public AuthenticationRequest discreetly() {
    return new AuthenticationRequest(userName, userVerification, hints, extensionsJson, true);
  }
}
