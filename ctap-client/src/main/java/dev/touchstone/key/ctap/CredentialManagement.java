package dev.touchstone.key.ctap;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * CTAP 2.3 §6.8 authenticatorCredentialManagement: the discoverable credentials that a key holds.
 * Keys of the drafts of CTAP 2.1 know the same under another command byte (§6.8.1, {@code
 * credentialMgmtPreview}); who sends these records need not care which.
 */
public sealed interface CredentialManagement<R> extends CtapCommand<R> {

  /** §6.8.2 getCredsMetadata. */
  record GetCredsMetadata(Proof proof) implements CredentialManagement<GetCredsMetadata.Reply> {

    /**
     * How full the key is.
     *
     * @param existing discoverable credentials on the key
     * @param remaining how many more fit at most; each may take more room than the last
     */
    public record Reply(int existing, int remaining) {}
  }

  /** §6.8.3 enumerateRPsBegin; refused with CTAP2_ERR_NO_CREDENTIALS by an empty key. */
  record EnumerateRpsBegin(Proof proof) implements CredentialManagement<RpReply> {}

  /** §6.8.3 enumerateRPsGetNextRP; nothing else may have been sent in between. */
  record EnumerateRpsNext() implements CredentialManagement<RpReply> {}

  /**
   * A relying party that the key holds credentials for.
   *
   * @param rpId its RP ID; empty where the key kept only the hash, shortened where it kept only so
   *     much (§6.8.7)
   * @param rpIdHash SHA-256 of the whole RP ID; no bytes if the total is 0
   * @param total how many relying parties there are; with the first one only
   */
  record RpReply(Optional<String> rpId, Bytes rpIdHash, OptionalInt total) {}

  /** §6.8.4 enumerateCredentialsBegin. */
  record EnumerateCredentialsBegin(Bytes rpIdHash, Proof proof)
      implements CredentialManagement<CredentialReply> {}

  /** §6.8.4 enumerateCredentialsGetNextCredential; nothing else may have been sent in between. */
  record EnumerateCredentialsNext() implements CredentialManagement<CredentialReply> {}

  /**
   * A credential of that relying party.
   *
   * @param user names are empty where the key keeps none, shortened where it keeps so much only
   * @param total how many the relying party has; with the first one only
   * @param protection level 1 to 3 of the extension credProtect, §12.1; empty where not told
   * @param largeBlobKey opens the credential's large blob, §12.3: a secret
   * @param thirdPartyPayment whether others than the relying party may start a payment, §12.8
   */
  record CredentialReply(
      UserAccount user,
      CredentialId credentialId,
      CoseKey publicKey,
      OptionalInt total,
      OptionalInt protection,
      Optional<Bytes> largeBlobKey,
      Optional<Boolean> thirdPartyPayment) {}

  /** §6.8.5 deleteCredential. */
  record DeleteCredential(CredentialId credentialId, Proof proof)
      implements CredentialManagement<Done> {}

  /**
   * §6.8.6 updateUserInformation.
   *
   * @param user an empty name takes away the one that was there
   */
  record UpdateUserInformation(CredentialId credentialId, UserAccount user, Proof proof)
      implements CredentialManagement<Done> {}

  /** The key did it. */
  record Done() {}
}
