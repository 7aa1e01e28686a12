package dev.touchstone.key.manage.reset;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.LargeBlobs;
import dev.touchstone.key.session.Conversation;
import java.util.OptionalInt;

/** How many large blobs a key holds, which anybody may ask, CTAP 2.3 §6.10.3. */
final class StoredBlobs {

  /** Enough for the head of a CBOR array of any length that fits. */
  private static final int HEAD = 5;

  private static final int ARRAY = 4;

  private StoredBlobs() {}

  /** Empty if the key does not tell, or tells something else than an array. */
  static OptionalInt count(Conversation conversation) throws KeyException {
    try {
      return length(conversation.send(new LargeBlobs.Read(0, HEAD)).fragment().toArray());
    } catch (KeyRefused e) {
      return OptionalInt.empty();
    }
  }

  /** RFC 8949 §3: the length in the head of an array. */
  static OptionalInt length(byte[] head) {
    if (head.length == 0 || (head[0] & 0xff) >> 5 != ARRAY) {
      return OptionalInt.empty();
    }
    int argument = head[0] & 0x1f;
    if (argument < 24) {
      return OptionalInt.of(argument);
    }
    int bytes = argument == 24 ? 1 : argument == 25 ? 2 : 0;
    if (bytes == 0 || head.length < 1 + bytes) {
      return OptionalInt.empty();
    }
    int length = 0;
    for (int i = 1; i <= bytes; i++) {
      length = (length << 8) | (head[i] & 0xff);
    }
    return OptionalInt.of(length);
  }
}
