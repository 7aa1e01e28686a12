package dev.touchstone.key.webauthn.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.GetAssertion;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.uv.Verification;
import java.util.Optional;
import java.util.Set;

/** What one extension does in one authentication. */
interface AtAuthentication {

  /** What a token has to permit besides the assertion. */
  default Set<Permission> permissions() {
    return Set.of();
  }

  /** Whether the input depends on the credential, so that it has to be known beforehand. */
  default boolean needsCredential() {
    return false;
  }

  /**
   * Adds what the key has to know.
   *
   * @param credential the one that will be used, where that is known
   */
  GetAssertion.Extensions input(GetAssertion.Extensions input, Optional<CredentialId> credential)
      throws KeyException;

  /**
   * Adds what the relying party is told.
   *
   * @param results the client extension results
   */
  void output(GetAssertion.Reply reply, Verification verification, ObjectNode results)
      throws KeyException;
}
