package dev.touchstone.rp.attestation.statement;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.rp.cbor.CborException;
import dev.touchstone.rp.cbor.CborItem;
import dev.touchstone.rp.cose.CoseKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Authenticator data taken apart (WebAuthn Level 3 §6.1), as far as it can be: damage does not hide
 * what comes before it.
 */
public final class AuthenticatorData {

  /** Bit numbers of the flags byte. */
  public enum Flag {
    UP(0, "user present"),
    UV(2, "user verified"),
    BE(3, "backup eligible"),
    BS(4, "backed up"),
    AT(6, "attested credential data included"),
    ED(7, "extension data included");

    private final int bit;
    private final String meaning;

    Flag(int bit, String meaning) {
      this.bit = bit;
      this.meaning = meaning;
    }

    /** Whether it is set in a flags byte. */
    public boolean in(int flags) {
      return (flags & 1 << bit) != 0;
    }

    public int bit() {
      return bit;
    }

    /** What it says, such as {@code user present}. */
    public String meaning() {
      return meaning;
    }
  }

  /**
   * The credential that was made (§6.5.1).
   *
   * @param idHex credential id, hex
   * @param key its public key
   */
  public record AttestedCredential(UUID aaguid, String idHex, CoseKey key) {}

  /**
   * What is wrong with the bytes.
   *
   * @param offset where
   * @param fault a clause, such as {@code the credential id is cut off}
   */
  public record Damage(int offset, String fault) {}

  private static final int HEADER = 37;
  private static final int AAGUID_END = HEADER + 16;

  private final byte[] bytes;
  private Optional<UUID> aaguid = Optional.empty();
  private Optional<AttestedCredential> credential = Optional.empty();
  private Optional<CBORObject> extensions = Optional.empty();
  private Optional<Damage> damage = Optional.empty();

  private AuthenticatorData(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** Reads as far as it goes; never throws. */
  public static AuthenticatorData read(byte[] bytes) {
    AuthenticatorData data = new AuthenticatorData(bytes);
    if (bytes.length < HEADER) {
      data.damage(
          bytes.length,
          "authenticator data has at least %d bytes, this has %d".formatted(HEADER, bytes.length));
    } else {
      data.readTail();
    }
    return data;
  }

  /** The bytes as they came. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** SHA-256 of the RP ID. Less than 32 bytes only in damaged data. */
  public byte[] rpIdHash() {
    return Arrays.copyOf(bytes, Math.min(bytes.length, 32));
  }

  /** The flags byte, 0 to 255; 0 if the data ends before it. */
  public int flags() {
    return bytes.length > 32 ? bytes[32] & 0xff : 0;
  }

  /** Whether a flag is set. */
  public boolean has(Flag flag) {
    return flag.in(flags());
  }

  /** The signature counter, 0 to 2^32-1; 0 if the data ends before it. */
  public long signCount() {
    return bytes.length < HEADER ? 0 : unsigned(33, 4);
  }

  /** The model, where the data gets that far; the credential may still be damaged. */
  public Optional<UUID> aaguid() {
    return aaguid;
  }

  public Optional<AttestedCredential> credential() {
    return credential;
  }

  /** Extension outputs (§9.5), a map from identifiers. */
  public Optional<CBORObject> extensions() {
    return extensions;
  }

  /** What is wrong, if anything is. */
  public Optional<Damage> damage() {
    return damage;
  }

  private void readTail() {
    int end = HEADER;
    try {
      if (has(Flag.AT)) {
        end = readCredential();
      }
      if (damage.isEmpty() && has(Flag.ED)) {
        CborItem item = CborItem.read(bytes, end);
        if (item.value().getType() != CBORType.Map) {
          damage(end, "extension data is not a CBOR map");
        }
        extensions = Optional.of(item.value());
        end = item.end();
      }
      if (damage.isEmpty() && end < bytes.length) {
        damage(end, "%d bytes are left over that no flag announces".formatted(bytes.length - end));
      }
    } catch (CborException e) {
      damage(e.offset(), e.fault());
    }
  }

  private int readCredential() throws CborException {
    if (bytes.length < AAGUID_END + 2) {
      damage(bytes.length, "the attested credential data is cut off");
      return bytes.length;
    }
    UUID model = new UUID(unsigned(HEADER, 8), unsigned(HEADER + 8, 8));
    aaguid = Optional.of(model);
    int idStart = AAGUID_END + 2;
    int idLength = (int) unsigned(AAGUID_END, 2);
    if (bytes.length < idStart + idLength) {
      damage(
          AAGUID_END,
          "the credential id is said to have %d bytes, but only %d follow"
              .formatted(idLength, bytes.length - idStart));
      return bytes.length;
    }
    byte[] id = Arrays.copyOfRange(bytes, idStart, idStart + idLength);
    CborItem key = CborItem.read(bytes, idStart + idLength);
    if (key.value().getType() != CBORType.Map) {
      damage(idStart + idLength, "the credential public key is not a CBOR map");
    } else {
      String idHex = HexFormat.of().formatHex(id);
      credential = Optional.of(new AttestedCredential(model, idHex, new CoseKey(key.value())));
    }
    return key.end();
  }

  private long unsigned(int offset, int length) {
    long value = 0;
    for (int i = offset; i < offset + length; i++) {
      value = (value << 8) | (bytes[i] & 0xff);
    }
    return value;
  }

  private void damage(int offset, String fault) {
    damage = Optional.of(new Damage(offset, fault));
  }
}
