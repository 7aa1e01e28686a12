package dev.touchstone.rp.ceremony.response;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.attestation.statement.AttestationObject;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.AttestedCredential;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.Damage;
import dev.touchstone.rp.attestation.statement.Refusal;
import dev.touchstone.rp.cbor.CborException;
import dev.touchstone.rp.cbor.CborItem;
import dev.touchstone.rp.cose.CoseKey;
import java.util.Optional;

/** The binary parts of a response; a part with any damage counts as unreadable. */
public final class Parts {

  private Parts() {}

  /** Authenticator data (WebAuthn Level 3 §6.1). */
  public static AuthenticatorData authenticatorData(Bytes bytes) throws Unreadable {
    AuthenticatorData data = AuthenticatorData.read(bytes.toArray());
    Optional<Damage> damage = data.damage();
    if (damage.isPresent()) {
      throw new Unreadable(
          "the authenticator data is damaged at byte %d: %s"
              .formatted(damage.get().offset(), damage.get().fault()));
    }
    return data;
  }

  /** An attestation object (WebAuthn Level 3 §6.5). */
  public static AttestationObject attestationObject(Bytes bytes) throws Unreadable {
    try {
      return AttestationObject.parse(bytes.toArray());
    } catch (Refusal refusal) {
      throw new Unreadable(refusal.because());
    }
  }

  /** The attested credential in an attestation object (WebAuthn Level 3 §6.5.1). */
  public static AttestedCredential attested(AttestationObject attestation) throws Unreadable {
    return attestation
        .authenticatorData()
        .credential()
        .orElseThrow(
            () -> new Unreadable("the authenticator data has no attested credential (flag AT)"));
  }

  /** A COSE_Key (WebAuthn Level 3 §6.5.1.1) as it is stored. */
  public static CoseKey coseKey(Bytes bytes) throws Unreadable {
    try {
      return new CoseKey(CborItem.readWhole(bytes.toArray()));
    } catch (CborException e) {
      throw new Unreadable("the credential public key is no CBOR: " + e.fault());
    }
  }
}
