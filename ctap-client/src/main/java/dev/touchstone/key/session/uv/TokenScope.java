package dev.touchstone.key.session.uv;

import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.KeyOptions;
import java.util.Optional;
import java.util.Set;

/**
 * What a token is good for, CTAP 2.3 §6.5.5.7. A key without permissions gives one that is good for
 * everything.
 *
 * @param permissions what may be done with it
 * @param rpId whom for; empty for what concerns the key as a whole
 */
public record TokenScope(Set<Permission> permissions, Optional<String> rpId) {

  public TokenScope {
    permissions = Set.copyOf(permissions);
  }

  /** For a ceremony of this relying party. */
  public static TokenScope ceremony(Set<Permission> permissions, String rpId) {
    return new TokenScope(permissions, Optional.of(rpId));
  }

  /** For managing the key, whoever's credentials it holds. */
  public static TokenScope management(Permission... permissions) {
    return new TokenScope(Set.of(permissions), Optional.empty());
  }

  /** Whether the key's own verification, such as a finger, may stand for the PIN. */
  boolean grantedByBuiltIn(KeyOptions options) {
    return permissions.stream()
        .allMatch(permission ->
            switch (permission) {
              case BIO_ENROLLMENT -> options.builtInForBioEnrollment();
              case AUTHENTICATOR_CONFIGURATION -> options.builtInForConfiguration();
              case MAKE_CREDENTIAL,
                  GET_ASSERTION,
                  CREDENTIAL_MANAGEMENT,
                  LARGE_BLOB_WRITE,
                  PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY ->
                  true;
            });
  }
}
