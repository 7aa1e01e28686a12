package dev.touchstone.key.manage;

import dev.touchstone.key.ctap.CredentialManagement.GetCredsMetadata;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.Authorization;
import java.util.OptionalInt;

/**
 * How much room a key has for discoverable credentials.
 *
 * @param existing how many it holds; empty where that takes a PIN that was not given
 * @param remaining how many more fit at most; empty where the key does not tell
 */
public record CredentialSlots(OptionalInt existing, OptionalInt remaining) {

  /** What the key tells without a PIN, CTAP 2.3 §6.4 remainingDiscoverableCredentials. */
  public static CredentialSlots estimate(GetInfo.Reply info) {
    return new CredentialSlots(OptionalInt.empty(), info.remainingDiscoverableCredentials());
  }

  /** Asks the key, CTAP 2.3 §6.8.2. */
  static CredentialSlots read(Conversation conversation, Authorization authorization)
      throws KeyException {
    return authorization.run(
        conversation,
        verification -> {
          GetCredsMetadata.Reply reply =
              conversation.send(new GetCredsMetadata(verification::proofOver));
          return new CredentialSlots(
              OptionalInt.of(reply.existing()), OptionalInt.of(reply.remaining()));
        });
  }
}
