package dev.touchstone.key.manage;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CredentialManagement.CredentialReply;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.manage.CredentialWalk.Found;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.Authorization;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Lists the discoverable credentials of a key, CTAP 2.3 §6.8. Changes nothing. */
public final class ListKeyCredentials {

  private static final Comparator<StoredCredential> ORDER =
      Comparator.<StoredCredential, String>comparing(
              it -> it.rp().id().orElse("\uffff" + hex(it.rp().idHash())))
          .thenComparing(it -> it.user().name())
          .thenComparing(it -> it.user().displayName())
          .thenComparing(it -> hex(it.id().bytes()));

  private final Conversation conversation;
  private final Authorization authorization;

  /**
   * @param authorization with permission cm, or pcmr: both may list
   */
  public ListKeyCredentials(Conversation conversation, Authorization authorization) {
    this.conversation = conversation;
    this.authorization = authorization;
  }

  /** Why this key cannot list or change its credentials, and what can be done; empty if it can. */
  public static Optional<String> obstacle(GetInfo.Reply info) {
    if (info.isU2fOnly()) {
      return Optional.of(
          "This key speaks U2F only: it keeps no credentials. Each relying party keeps those that"
              + " were made with it, and deletes them.");
    }
    if (info.options().credentialManagement() || info.options().credentialManagementPreview()) {
      return Optional.empty();
    }
    return Optional.of(
        info.options().residentKey()
            ? "This key cannot list its credentials: that came with CTAP 2.1. Discoverable ones are"
                + " on it all the same, and only a reset removes them."
            : "This key keeps no discoverable credentials. Each relying party keeps those that were"
                + " made with it, and deletes them.");
  }

  /**
   * Reads them all, in an order that stays the same.
   *
   * @throws NotPossible if the key cannot list them
   */
  public KeyCredentials run() throws KeyException {
    check(conversation);
    CredentialSlots slots = CredentialSlots.read(conversation, authorization);
    List<Found> found =
        authorization.run(
            conversation,
            verification -> new CredentialWalk(conversation, verification::proofOver).all());
    return new KeyCredentials(found.stream().map(Found::described).sorted(ORDER).toList(), slots);
  }

  /**
   * For whoever goes on only if the key can.
   *
   * @throws NotPossible with the {@link #obstacle}, if there is one
   */
  public static void check(Conversation conversation) throws NotPossible {
    Optional<String> obstacle = obstacle(conversation.info());
    if (obstacle.isPresent()) {
      throw new NotPossible(NotPossible.Obstacle.NOT_SUPPORTED, obstacle.get());
    }
  }

  static StoredCredential credential(StoredCredential.Rp rp, CredentialReply reply) {
    return new StoredCredential(
        rp,
        reply.credentialId(),
        reply.user(),
        reply.publicKey(),
        reply.protection(),
        reply.largeBlobKey().isPresent(),
        reply.thirdPartyPayment());
  }

  private static String hex(Bytes bytes) {
    return HexFormat.of().formatHex(bytes.toArray());
  }
}
