package dev.touchstone.key.ctap.yubikit;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A CBOR map that a key sent, read with suspicion: what has the wrong type is garbled. */
final class ReplyMap {

  private final CBORObject map;
  private final String what;
  private final Bytes encoded;

  private ReplyMap(CBORObject map, String what, Bytes encoded) {
    this.map = map;
    this.what = what;
    this.encoded = encoded;
  }

  /**
   * @param what for messages, such as {@code the reply}
   */
  static ReplyMap of(CBORObject value, String what) throws ReplyGarbled {
    if (value.getType() != CBORType.Map) {
      throw new ReplyGarbled("The key sent something else where " + what + " has to be a map.");
    }
    return new ReplyMap(value, what, Bytes.of(new byte[0]));
  }

  static ReplyMap decode(byte[] cbor) throws ReplyGarbled {
    try {
      ReplyMap reply =
          of(
              cbor.length == 0 ? CBORObject.NewMap() : CBORObject.DecodeFromBytes(cbor),
              "the reply");
      return new ReplyMap(reply.map, reply.what, Bytes.of(cbor));
    } catch (CBORException e) {
      throw new ReplyGarbled("The key's reply is not CBOR.", e);
    }
  }

  Optional<Bytes> bytes(Object key) throws ReplyGarbled {
    return Optional.ofNullable(typed(key, CBORType.ByteString))
        .map(value -> Bytes.of(value.GetByteString()));
  }

  Bytes requiredBytes(Object key) throws ReplyGarbled {
    return required(bytes(key), key);
  }

  Optional<String> text(Object key) throws ReplyGarbled {
    return Optional.ofNullable(typed(key, CBORType.TextString)).map(CBORObject::AsString);
  }

  Optional<Long> number(Object key) throws ReplyGarbled {
    CBORObject value = typed(key, CBORType.Integer);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.AsNumber().CanFitInInt64()) {
      throw wrong(key);
    }
    return Optional.of(value.AsInt64Value());
  }

  OptionalInt count(Object key) throws ReplyGarbled {
    Optional<Long> number = number(key);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    if (number.get() < 0 || number.get() > Integer.MAX_VALUE) {
      throw wrong(key);
    }
    return OptionalInt.of(number.get().intValue());
  }

  int requiredCount(Object key) throws ReplyGarbled {
    OptionalInt count = count(key);
    if (count.isEmpty()) {
      throw wrong(key);
    }
    return count.getAsInt();
  }

  boolean flag(Object key) throws ReplyGarbled {
    return optionalFlag(key).orElse(false);
  }

  Optional<Boolean> optionalFlag(Object key) throws ReplyGarbled {
    return Optional.ofNullable(typed(key, CBORType.Boolean)).map(CBORObject::AsBoolean);
  }

  Optional<ReplyMap> map(Object key) throws ReplyGarbled {
    CBORObject value = typed(key, CBORType.Map);
    return value == null ? Optional.empty() : Optional.of(of(value, nameOf(key)));
  }

  ReplyMap requiredMap(Object key) throws ReplyGarbled {
    return required(map(key), key);
  }

  /** The texts of a list; empty when there is no list. */
  List<String> texts(Object key) throws ReplyGarbled {
    List<String> texts = new ArrayList<>();
    for (CBORObject element : elements(key)) {
      if (element.getType() != CBORType.TextString) {
        throw wrong(key);
      }
      texts.add(element.AsString());
    }
    return List.copyOf(texts);
  }

  /** The whole numbers of a list, however large; empty when there is no list. */
  List<BigInteger> integers(Object key) throws ReplyGarbled {
    List<BigInteger> integers = new ArrayList<>();
    for (CBORObject element : elements(key)) {
      if (element.getType() != CBORType.Integer) {
        throw wrong(key);
      }
      integers.add(new BigInteger(element.AsNumber().ToEInteger().toString()));
    }
    return List.copyOf(integers);
  }

  /** The elements of a list; none when there is no list. */
  List<CBORObject> elements(Object key) throws ReplyGarbled {
    CBORObject list = typed(key, CBORType.Array);
    return list == null ? List.of() : List.copyOf(list.getValues());
  }

  boolean has(Object key) {
    return map.ContainsKey(CBORObject.FromObject(key));
  }

  /** The bytes that came; none for a map within another. */
  Bytes encoded() {
    return encoded;
  }

  /** The map itself. */
  CBORObject cbor() {
    return map;
  }

  <T> T required(Optional<T> value, Object key) throws ReplyGarbled {
    if (value.isEmpty()) {
      throw new ReplyGarbled("The key left " + nameOf(key) + " away.");
    }
    return value.get();
  }

  ReplyGarbled wrong(Object key) {
    return new ReplyGarbled("The key sent a value of the wrong kind for " + nameOf(key) + ".");
  }

  private @Nullable CBORObject typed(Object key, CBORType type) throws ReplyGarbled {
    CBORObject value = map.get(CBORObject.FromObject(key));
    if (value == null) {
      return null;
    }
    if (value.getType() != type || value.isTagged()) {
      throw wrong(key);
    }
    return value;
  }

  private String nameOf(Object key) {
    return "member " + key + " of " + what;
  }
}
