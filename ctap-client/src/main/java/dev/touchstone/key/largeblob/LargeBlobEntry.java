package dev.touchstone.key.largeblob;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.key.ctap.Bytes;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One element of the large-blob array, CTAP 2.3 §6.10.3, kept as it came, because other programs
 * may have put something there that we do not understand.
 *
 * @param encoded its CBOR, byte for byte
 */
public record LargeBlobEntry(Bytes encoded) {

  static final CBOREncodeOptions CANONICAL = new CBOREncodeOptions("ctap2canonical=true");

  private static final int CIPHERTEXT = 1;
  private static final int NONCE = 2;
  private static final int ORIGINAL_SIZE = 3;

  /** The three members that an entry needs. */
  record Sealed(Bytes ciphertext, Bytes nonce, int originalSize) {}

  static LargeBlobEntry of(Bytes ciphertext, Bytes nonce, long originalSize) {
    return new LargeBlobEntry(
        Bytes.of(
            CBORObject.NewMap()
                .Add(CIPHERTEXT, ciphertext.toArray())
                .Add(NONCE, nonce.toArray())
                .Add(ORIGINAL_SIZE, originalSize)
                .EncodeToBytes(CANONICAL)));
  }

  /** Empty for what is no entry as the specification has it. */
  Optional<Sealed> sealed() {
    try {
      CBORObject map = CBORObject.DecodeFromBytes(encoded.toArray());
      boolean complete =
          map.getType() == CBORType.Map
              && has(map, CIPHERTEXT, CBORType.ByteString)
              && has(map, NONCE, CBORType.ByteString)
              && has(map, ORIGINAL_SIZE, CBORType.Integer)
              && map.get(ORIGINAL_SIZE).AsNumber().CanFitInInt32()
              && !map.get(ORIGINAL_SIZE).AsNumber().IsNegative();
      return complete
          ? Optional.of(
              new Sealed(
                  Bytes.of(map.get(CIPHERTEXT).GetByteString()),
                  Bytes.of(map.get(NONCE).GetByteString()),
                  map.get(ORIGINAL_SIZE).AsInt32()))
          : Optional.empty();
    } catch (CBORException e) {
      return Optional.empty();
    }
  }

  /** Whether it has the members that an entry needs; whose it is, only its key tells. */
  public boolean isWellFormed() {
    return sealed().isPresent();
  }

  /** What people call it by: the beginning of the SHA-256 of its bytes, in hexadecimal. */
  public String id() {
    return HexFormat.of().formatHex(encoded.sha256().toArray(), 0, 6);
  }

  private static boolean has(CBORObject map, int member, CBORType type) {
    return map.ContainsKey(CBORObject.FromObject(member)) && map.get(member).getType() == type;
  }
}
