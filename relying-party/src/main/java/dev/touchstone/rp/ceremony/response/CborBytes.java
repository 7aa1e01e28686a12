package dev.touchstone.rp.ceremony.response;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import dev.touchstone.rp.account.Bytes;
import java.io.ByteArrayInputStream;

/** Bytes that are read from the front, with CBOR items among them. */
final class CborBytes {

  private final Bytes bytes;
  private int position;

  CborBytes(Bytes bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  int position() {
    return position;
  }

  int left() {
    return bytes.length() - position;
  }

  /** The next {@code count} bytes. */
  Bytes take(int count, String what) throws Unreadable {
    if (count > left()) {
      throw new Unreadable(
          "%s should have %d bytes, but only %d are left".formatted(what, count, left()));
    }
    position += count;
    return bytes.slice(position - count, position);
  }

  /** The next CBOR item. */
  CBORObject next(String what) throws Unreadable {
    ByteArrayInputStream stream =
        new ByteArrayInputStream(bytes.slice(position, bytes.length()).toArray());
    try {
      CBORObject item = CBORObject.Read(stream);
      position = bytes.length() - stream.available();
      return item;
    } catch (CBORException e) {
      throw new Unreadable("%s cannot be read as CBOR".formatted(what));
    }
  }

  /** The bytes from {@code start} up to here. */
  Bytes since(int start) {
    return bytes.slice(start, position);
  }
}
