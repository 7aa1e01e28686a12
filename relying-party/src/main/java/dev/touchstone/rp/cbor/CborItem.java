package dev.touchstone.rp.cbor;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import java.util.Arrays;

/**
 * One data item of CBOR and where it ended.
 *
 * @param value the item
 * @param end offset of the first byte after it
 */
public record CborItem(CBORObject value, int end) {

  private static final CBOREncodeOptions OPTIONS =
      new CBOREncodeOptions("allowduplicatekeys=0;resolvereferences=0");

  /**
   * Reads the item that begins at an offset; whatever follows it is left alone.
   *
   * @throws CborException if it is not well-formed (RFC 8949 §5.3.1), has a map with the same key
   *     twice, or is nested deeper than {@value CborScan#DEEPEST} levels
   */
  public static CborItem read(byte[] bytes, int offset) throws CborException {
    int end = CborScan.end(bytes, offset);
    try {
      return new CborItem(
          CBORObject.DecodeFromBytes(Arrays.copyOfRange(bytes, offset, end), OPTIONS), end);
    } catch (CBORException | IllegalArgumentException e) {
      throw new CborException(offset, "a value of CBOR here does not fit its tag");
    }
  }

  /**
   * Reads bytes that are exactly one item.
   *
   * @throws CborException as {@link #read}, and if bytes follow the item
   */
  public static CBORObject readWhole(byte[] bytes) throws CborException {
    CborItem item = read(bytes, 0);
    if (item.end < bytes.length) {
      throw new CborException(
          item.end,
          bytes.length - item.end == 1
              ? "1 byte follows the end of the CBOR item"
              : "%d bytes follow the end of the CBOR item".formatted(bytes.length - item.end));
    }
    return item.value;
  }
}
