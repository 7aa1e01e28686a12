package dev.touchstone.key.webauthn;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.GetAssertion;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.Verification;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which credential of a list is on the key, without a touch: the "pre-flight" of CTAP 2.3
 * §6.1.1 and §6.2.1 for lists that are longer than the key can take.
 */
final class CredentialSearch {

  /** Nothing is signed that a relying party would accept. */
  private static final Bytes NO_CLIENT_DATA = Bytes.of(new byte[32]);

  private final Conversation conversation;

  CredentialSearch(Conversation conversation) {
    this.conversation = conversation;
  }

  /** Leaves away what is longer than any of the key's own credential ids. */
  List<CredentialId> possible(List<CredentialId> list) {
    int longest = conversation.info().maxCredentialIdLength().orElse(Integer.MAX_VALUE);
    return list.stream().filter(id -> id.bytes().length() <= longest).toList();
  }

  /** Whether the key can take the list at once. */
  boolean fits(List<CredentialId> list) {
    return list.size() <= batchSize();
  }

  /** The first one that is on the key. */
  Optional<CredentialId> find(String rpId, List<CredentialId> list, Verification verification)
      throws KeyException {
    int size = batchSize();
    int next = 0;
    while (next < list.size()) {
      List<CredentialId> batch = list.subList(next, Math.min(list.size(), next + size));
      try {
        GetAssertion.Reply found = conversation.send(question(rpId, batch, verification));
        return Optional.of(found.credential().orElseGet(batch::getFirst));
      } catch (KeyRefused e) {
        switch (e.status()) {
          case NO_CREDENTIALS, INVALID_CREDENTIAL -> next += batch.size();
          case REQUEST_TOO_LARGE, LIMIT_EXCEEDED -> {
            if (batch.size() == 1) {
              throw e;
            }
            size = batch.size() / 2;
          }
          default -> throw e;
        }
      }
    }
    return Optional.empty();
  }

  private GetAssertion question(String rpId, List<CredentialId> batch, Verification verification) {
    return new GetAssertion(
        rpId,
        NO_CLIENT_DATA,
        batch,
        GetAssertion.Extensions.NONE,
        false,
        false,
        verification.proofOver(NO_CLIENT_DATA.toArray()));
  }

  private int batchSize() {
    return Math.max(1, conversation.info().maxCredentialCountInList().orElse(1));
  }
}
