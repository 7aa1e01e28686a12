package dev.touchstone.rp.ceremony;

import java.util.List;
import java.util.Optional;

/**
 * What the operator wants from a sign-in.
 *
 * @param userName the account; empty for a sign-in by discoverable credential alone
 * @param userVerification §5.8.6
 * @param hints §5.8.7
 * @param extensionsJson a JSON object with the extension inputs of §9; {@code {}} for none
 */
public record AuthenticationRequest(
    Optional<String> userName, String userVerification, List<String> hints, String extensionsJson) {

  public static AuthenticationRequest forUser(String userName) {
    return new AuthenticationRequest(Optional.of(userName), "preferred", List.of(), "{}");
  }

  public static AuthenticationRequest nameless() {
    return new AuthenticationRequest(Optional.empty(), "preferred", List.of(), "{}");
  }
}
