package dev.touchstone.rp.ceremony.response;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.rp.account.Bytes;

/**
 * An attestation object (WebAuthn Level 3 §6.5.4).
 *
 * @param format attestation statement format identifier
 * @param statement a CBOR map
 * @param authenticatorData with attested credential data
 * @param attested that data
 */
public record AttestationObject(
    String format,
    CBORObject statement,
    AuthenticatorData authenticatorData,
    AttestedCredential attested) {

  /**
   * Takes the bytes apart.
   *
   * @throws Unreadable if they are not exactly one attestation object
   */
  public static AttestationObject parse(Bytes bytes) throws Unreadable {
    CBORObject root;
    try {
      root = CBORObject.DecodeFromBytes(bytes.toArray());
    } catch (CBORException e) {
      throw new Unreadable("the attestation object cannot be read as one CBOR item");
    }
    CBORObject format = member(root, "fmt", CBORType.TextString);
    CBORObject statement = member(root, "attStmt", CBORType.Map);
    CBORObject authData = member(root, "authData", CBORType.ByteString);
    AuthenticatorData parsed = AuthenticatorData.parse(Bytes.of(authData.GetByteString()));
    return new AttestationObject(
        format.AsString(),
        statement,
        parsed,
        parsed
            .attested()
            .orElseThrow(() ->
                new Unreadable(
                    "the authenticator data holds no attested credential data (flags %s)"
                        .formatted(parsed.flags().spelledOut()))));
  }

  private static CBORObject member(CBORObject root, String name, CBORType type) throws Unreadable {
    CBORObject member = root.getType() == CBORType.Map ? root.get(name) : null;
    if (member == null || member.getType() != type) {
      throw new Unreadable("the attestation object has no '%s' of type %s".formatted(name, type));
    }
    return member;
  }
}
