package dev.touchstone.rp.attestation.statement;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.AttestedCredential;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.Damage;
import dev.touchstone.rp.cbor.CborException;
import dev.touchstone.rp.cbor.CborItem;
import org.jspecify.annotations.Nullable;

/**
 * An attestation object taken apart (WebAuthn Level 3 §6.5).
 *
 * @param format attestation statement format identifier
 * @param statement a map, or an array in format {@code compound}
 * @param authenticatorData whole, with a credential in it
 */
public record AttestationObject(
    String format, CBORObject statement, AuthenticatorData authenticatorData) {

  /**
   * Takes bytes apart.
   *
   * @throws Refusal saying what is wrong with them and at which byte
   */
  public static AttestationObject parse(byte[] bytes) throws Refusal {
    CBORObject map;
    try {
      map = CborItem.readWhole(bytes);
    } catch (CborException e) {
      throw unreadable("%s, at byte %d".formatted(e.fault(), e.offset()));
    }
    if (map.getType() != CBORType.Map) {
      throw unreadable("it is not a CBOR map");
    }
    CBORObject format = field(map, "fmt", CBORType.TextString);
    CBORObject data = field(map, "authData", CBORType.ByteString);
    @Nullable CBORObject statement = map.get("attStmt");
    if (statement == null) {
      throw unreadable("it has no attStmt");
    }
    verifyNames(statement);
    AuthenticatorData authenticatorData = AuthenticatorData.read(data.GetByteString());
    if (authenticatorData.damage().isPresent()) {
      Damage damage = authenticatorData.damage().get();
      throw unreadable(
          "in its authenticator data, at byte %d, %s".formatted(damage.offset(), damage.fault()));
    }
    return new AttestationObject(format.AsString(), statement, authenticatorData);
  }

  /**
   * The credential that is attested.
   *
   * @throws Refusal if there is none
   */
  AttestedCredential credential() throws Refusal {
    return authenticatorData
        .credential()
        .orElseThrow(
            () -> Refusal.malformed("the authenticator data has no attested credential (flag AT)"));
  }

  /** All statements of WebAuthn Level 3 §8 name their fields by text; some readers take any. */
  private static void verifyNames(CBORObject statement) throws Refusal {
    if (statement.getType() == CBORType.Map
        && !statement.getKeys().stream().allMatch(it -> it.getType() == CBORType.TextString)) {
      throw unreadable("a field of its attStmt has a name that is no text");
    }
  }

  private static CBORObject field(CBORObject map, String name, CBORType type) throws Refusal {
    @Nullable CBORObject value = map.get(name);
    if (value == null || value.getType() != type) {
      throw unreadable(
          "it has no %s, or one that is not a %s"
              .formatted(name, type == CBORType.TextString ? "text" : "byte string"));
    }
    return value;
  }

  private static Refusal unreadable(String fault) {
    return new Refusal(
        "the attestation object cannot be read: " + fault,
        "Copy it again, whole; if it stays like this, report it to the maker of the client.");
  }
}
