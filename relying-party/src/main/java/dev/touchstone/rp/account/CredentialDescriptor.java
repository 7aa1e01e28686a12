package dev.touchstone.rp.account;

import java.util.List;

/**
 * What a client is told of a credential before it answers: {@code PublicKeyCredentialDescriptor}
 * (WebAuthn Level 3 §5.8.3).
 *
 * @param id base64url
 * @param transports how its authenticator was reached when it was registered
 */
public record CredentialDescriptor(String id, List<String> transports) {

  public CredentialDescriptor {
    transports = List.copyOf(transports);
  }
}
