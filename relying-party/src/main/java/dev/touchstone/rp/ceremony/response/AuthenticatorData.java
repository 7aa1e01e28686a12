package dev.touchstone.rp.ceremony.response;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.rp.account.Bytes;
import java.util.Optional;

/**
 * Authenticator data (WebAuthn Level 3 §6.1).
 *
 * @param bytes as the key signed them
 * @param rpIdHash SHA-256 of the RP ID
 * @param flags the flags
 * @param signCount the signature counter, 0 to 2^32-1
 * @param attested attested credential data, with flag AT
 * @param extensions a CBOR map of extension outputs, with flag ED
 */
public record AuthenticatorData(
    Bytes bytes,
    Bytes rpIdHash,
    Flags flags,
    long signCount,
    Optional<AttestedCredential> attested,
    Optional<CBORObject> extensions) {

  private static final int FIXED_PART = 37;

  /**
   * Takes the bytes apart.
   *
   * @throws Unreadable if they are too short, too long, or not what the flags say
   */
  public static AuthenticatorData parse(Bytes bytes) throws Unreadable {
    if (bytes.length() < FIXED_PART) {
      throw new Unreadable(
          "authenticator data has %d bytes, and at least 37 are needed".formatted(bytes.length()));
    }
    Flags flags = new Flags(bytes.at(32));
    CborBytes rest = new CborBytes(bytes, FIXED_PART);
    Optional<AttestedCredential> attested =
        flags.attestedCredentialData()
            ? Optional.of(AttestedCredential.read(rest))
            : Optional.empty();
    Optional<CBORObject> extensions =
        flags.extensionData() ? Optional.of(extensions(rest)) : Optional.empty();
    if (rest.left() > 0) {
      throw new Unreadable(
          "%d bytes follow the authenticator data although its flags (%s) announce nothing more"
              .formatted(rest.left(), flags.spelledOut()));
    }
    return new AuthenticatorData(
        bytes, bytes.slice(0, 32), flags, signCount(bytes), attested, extensions);
  }

  private static long signCount(Bytes bytes) {
    return (long) bytes.at(33) << 24 | bytes.at(34) << 16 | bytes.at(35) << 8 | bytes.at(36);
  }

  private static CBORObject extensions(CborBytes rest) throws Unreadable {
    CBORObject extensions = rest.next("the extension outputs");
    if (extensions.getType() != CBORType.Map) {
      throw new Unreadable("the extension outputs in the authenticator data are no CBOR map");
    }
    return extensions;
  }
}
