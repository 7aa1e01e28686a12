package dev.touchstone.app.remembered;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.session.uv.PersistentToken;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Remembered keys as bytes and back; in arrays that can be wiped, so not as JSON. */
final class RememberedKeysCodec {

  private static final int MOST_BYTES = 1 << 20;

  private RememberedKeysCodec() {}

  /** The caller wipes what it gets. */
  static byte[] encode(List<RememberedKey> keys) {
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + keys.size() * 4096);
    buffer.putInt(keys.size());
    for (RememberedKey key : keys) {
      byte[] token = key.token().copyValue();
      put(buffer, token);
      Arrays.fill(token, (byte) 0);
      put(buffer, key.identifier().toArray());
      put(buffer, cut(key.name()).getBytes(StandardCharsets.UTF_8));
      buffer.putLong(key.since().toEpochMilli()).putLong(key.lastLook().toEpochMilli());
      put(buffer, key.state().map(Bytes::toArray).orElse(new byte[0]));
    }
    byte[] encoded = Arrays.copyOf(buffer.array(), buffer.position());
    Arrays.fill(buffer.array(), (byte) 0);
    return encoded;
  }

  /**
   * The other way round.
   *
   * @throws IOException if it is not what {@link #encode} made
   */
  static List<RememberedKey> decode(byte[] encoded) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded));
    List<RememberedKey> keys = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      PersistentToken token = new PersistentToken(bytes(in));
      Bytes identifier = Bytes.of(bytes(in));
      String name = new String(bytes(in), StandardCharsets.UTF_8);
      Instant since = Instant.ofEpochMilli(in.readLong());
      Instant lastLook = Instant.ofEpochMilli(in.readLong());
      Optional<Bytes> state = Optional.of(Bytes.of(bytes(in))).filter(it -> it.length() > 0);
      keys.add(new RememberedKey(token, identifier, name, since, lastLook, state));
    }
    return keys;
  }

  private static String cut(String name) {
    return name.length() <= 200 ? name : name.substring(0, 200);
  }

  private static void put(ByteBuffer buffer, byte[] bytes) {
    buffer.putInt(bytes.length).put(bytes);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException("a length that cannot be");
    }
    return in.readNBytes(length);
  }
}
