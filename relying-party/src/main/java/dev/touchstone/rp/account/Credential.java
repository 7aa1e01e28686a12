package dev.touchstone.rp.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A credential record (WebAuthn Level 3 §4) as people see it.
 *
 * @param id credential id, base64url
 * @param userName whose it is
 * @param label what the person calls it; may be empty
 * @param aaguid in the usual form with hyphens; all zero where the key told none
 * @param model the name of that model, where it is known
 * @param algorithm such as {@code ES256}
 * @param transports as the client told them
 * @param discoverable by credProps, where the client told it
 * @param userVerified whether user verification was performed at registration or since
 * @param backupEligible flag BE
 * @param backedUp flag BS at the last ceremony
 * @param signCount the counter at the last ceremony
 * @param attestationFormat such as {@code packed}
 * @param trusted whether the attestation led to a trust anchor at registration
 * @param possibleClone whether the counter ever went back
 * @param created when it was registered
 * @param lastUsed the last accepted authentication
 * @param lost since when its owner says that the key is lost; it signs nobody in meanwhile
 * @param history the last uses, newest first: how counter and backup state came about
 */
public record Credential(
    String id,
    String userName,
    String label,
    String aaguid,
    Optional<String> model,
    String algorithm,
    List<String> transports,
    Optional<Boolean> discoverable,
    boolean userVerified,
    boolean backupEligible,
    boolean backedUp,
    long signCount,
    String attestationFormat,
    boolean trusted,
    boolean possibleClone,
    Instant created,
    Optional<Instant> lastUsed,
    Optional<Instant> lost,
    List<CredentialUse> history) {

  public Credential {
    transports = List.copyOf(transports);
    history = List.copyOf(history);
  }

  /** What of it may change. */
  public CredentialState state() {
    return new CredentialState(signCount, backedUp, userVerified, possibleClone, lastUsed, lost);
  }

  /** The same after a sign-in. */
  public Credential after(Credentials.Use use) {
    List<CredentialUse> uses = new ArrayList<>();
    uses.add(new CredentialUse(use.when(), use.signCount(), use.backedUp(), use.address()));
    uses.addAll(history);
    return new Credential(
        id,
        userName,
        label,
        aaguid,
        model,
        algorithm,
        transports,
        discoverable,
        use.userVerified(),
        backupEligible,
        use.backedUp(),
        use.signCount(),
        attestationFormat,
        trusted,
        use.possibleClone(),
        created,
        Optional.of(use.when()),
        lost,
        uses);
  }

  /** The same under suspicion. */
  public Credential suspected() {
    return new Credential(
        id,
        userName,
        label,
        aaguid,
        model,
        algorithm,
        transports,
        discoverable,
        userVerified,
        backupEligible,
        backedUp,
        signCount,
        attestationFormat,
        trusted,
        true,
        created,
        lastUsed,
        lost,
        history);
  }
}
