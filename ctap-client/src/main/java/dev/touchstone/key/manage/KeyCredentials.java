package dev.touchstone.key.manage;

import java.util.List;

/**
 * What a key holds: its discoverable credentials, by relying party and user. Others leave no trace
 * on a key: they live in their relying party's database, and no key can list them.
 *
 * @param slots as the key counts
 */
public record KeyCredentials(List<StoredCredential> credentials, CredentialSlots slots) {

  public KeyCredentials {
    credentials = List.copyOf(credentials);
  }

  /** Whether the key counts another number of credentials than it listed. */
  public boolean isIncomplete() {
    return slots.existing().isPresent() && slots.existing().getAsInt() != credentials.size();
  }
}
