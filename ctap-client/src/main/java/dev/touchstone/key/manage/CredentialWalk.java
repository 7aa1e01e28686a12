package dev.touchstone.key.manage;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.CredentialManagement;
import dev.touchstone.key.ctap.CredentialManagement.CredentialReply;
import dev.touchstone.key.ctap.CredentialManagement.EnumerateCredentialsBegin;
import dev.touchstone.key.ctap.CredentialManagement.EnumerateCredentialsNext;
import dev.touchstone.key.ctap.CredentialManagement.EnumerateRpsBegin;
import dev.touchstone.key.ctap.CredentialManagement.EnumerateRpsNext;
import dev.touchstone.key.ctap.CredentialManagement.RpReply;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.Proof;
import dev.touchstone.key.session.Conversation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Goes through all credentials on a key, relying party by relying party, CTAP 2.3 §6.8.3 and
 * §6.8.4. What it finds holds the large-blob keys, which are secret: nobody keeps it.
 */
public final class CredentialWalk {

  /** More than any key holds; who tells of more would be listened to for ever. */
  private static final int MOST = 10_000;

  private final Conversation conversation;
  private final Proof proof;

  public CredentialWalk(Conversation conversation, Proof proof) {
    this.conversation = conversation;
    this.proof = proof;
  }

  /** A credential and whom it is for. */
  public record Found(RpReply rp, CredentialReply credential) {

    /** The same without the large-blob key. */
    public StoredCredential described() {
      return ListKeyCredentials.credential(
          new StoredCredential.Rp(rp.rpId(), rp.rpIdHash()), credential);
    }
  }

  /** All of them, each once, in the key's order. */
  public List<Found> all() throws KeyException {
    Map<CredentialId, Found> found = new LinkedHashMap<>();
    for (RpReply rp : relyingParties()) {
      for (CredentialReply credential : credentials(rp.rpIdHash())) {
        found.putIfAbsent(credential.credentialId(), new Found(rp, credential));
      }
    }
    return List.copyOf(found.values());
  }

  /**
   * All relying parties that have credentials here; they are told before anything else is asked.
   */
  private List<RpReply> relyingParties() throws KeyException {
    return all(new EnumerateRpsBegin(proof), new EnumerateRpsNext(), RpReply::total);
  }

  /** All credentials of one relying party; none if it has none any more. */
  List<CredentialReply> credentials(Bytes rpIdHash) throws KeyException {
    return all(
        new EnumerateCredentialsBegin(rpIdHash, proof),
        new EnumerateCredentialsNext(),
        CredentialReply::total);
  }

  @FunctionalInterface
  private interface Total<T> {
    OptionalInt of(T reply);
  }

  /**
   * The key's count decides when to stop asking, but a key that has no more before that ends the
   * list, too: the number of credentials is compared with what it tells elsewhere.
   */
  private <T> List<T> all(CredentialManagement<T> begin, CredentialManagement<T> next, Total<T> of)
      throws KeyException {
    List<T> replies = new ArrayList<>();
    try {
      T first = conversation.send(begin);
      int total = of.of(first).orElse(1);
      if (total > MOST) {
        throw new ReplyGarbled("The key says that its list has " + total + " entries.");
      }
      if (total > 0) {
        replies.add(first);
      }
      while (replies.size() < total) {
        replies.add(conversation.send(next));
      }
    } catch (KeyRefused e) {
      boolean empty = e.status() == CtapStatus.NO_CREDENTIALS;
      boolean noMore = e.status() == CtapStatus.NOT_ALLOWED && !replies.isEmpty();
      if (!empty && !noMore) {
        throw e;
      }
    }
    return replies;
  }
}
