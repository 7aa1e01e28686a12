package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.account.Credential;

/** Everything the relying party knows about one credential. */
public final class CredentialFacts {

  private CredentialFacts() {}

  public static Facts of(Credential credential, Moments moments) {
    return new Facts()
        .add("User", credential.userName())
        .add("Label", credential.label())
        .add("Model", credential.model().orElse("not known"))
        .add("Sign counter", Long.toString(credential.signCount()))
        .add("Algorithm", credential.algorithm())
        .add("Transports", String.join(", ", credential.transports()))
        .add("Discoverable", credential.discoverable().map(CredentialFacts::yes).orElse("not told"))
        .add("User verified", yes(credential.userVerified()))
        .add("Backup", backup(credential))
        .add("Attestation", attestation(credential))
        .add("Registered", moments.both(credential.created()))
        .add("Last used", credential.lastUsed().map(moments::both).orElse("never"))
        .addCopyable("AAGUID", credential.aaguid())
        .addCopyable("Credential id", credential.id());
  }

  /** The flags BE and BS in words (WebAuthn Level 3 §6.1.3). */
  public static String backup(Credential credential) {
    if (!credential.backupEligible()) {
      return "stays on this key";
    }
    return credential.backedUp() ? "backed up" : "may be backed up, is not";
  }

  private static String attestation(Credential credential) {
    return credential.attestationFormat() + (credential.trusted() ? ", trusted" : ", not trusted");
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }
}
