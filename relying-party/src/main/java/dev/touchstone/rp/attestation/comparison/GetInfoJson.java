package dev.touchstone.rp.attestation.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The answer to authenticatorGetInfo as metadata statements word it: names in place of numbers, hex
 * in place of bytes (FIDO Metadata Statement 3.1 §3.10, CTAP 2.3 §6.4).
 */
public final class GetInfoJson {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private GetInfoJson() {}

  /**
   * Reads an answer.
   *
   * @param cbor the map, without the status byte
   * @return members with unknown numbers are named by their number, such as {@code 0x2a}; empty if
   *     it is no map
   */
  public static Optional<ObjectNode> of(byte[] cbor) {
    CBORObject map;
    try {
      map = CBORObject.DecodeFromBytes(cbor);
    } catch (CBORException e) {
      return Optional.empty();
    }
    if (!map.getType().equals(CBORType.Map)) {
      return Optional.empty();
    }
    ObjectNode json = MAKE.objectNode();
    for (CBORObject key : map.getKeys()) {
      json.set(name(key), json(map.get(key)));
    }
    return Optional.of(json);
  }

  private static String name(CBORObject key) {
    if (!key.isNumber() || !key.AsNumber().CanFitInInt32()) {
      return key.toString();
    }
    int number = key.AsInt32Value();
    return Member.numbered(number).map(Member::word).orElseGet(() -> "0x%02x".formatted(number));
  }

  private static JsonNode json(CBORObject value) {
    return switch (value.getType()) {
      case TextString -> MAKE.textNode(value.AsString());
      case ByteString -> MAKE.textNode(HexFormat.of().formatHex(value.GetByteString()));
      case Array -> {
        ArrayNode array = MAKE.arrayNode();
        value.getValues().forEach(item -> array.add(json(item)));
        yield array;
      }
      case Map -> {
        ObjectNode object = MAKE.objectNode();
        for (CBORObject key : value.getKeys()) {
          object.set(key.isNumber() ? key.toString() : key.AsString(), json(value.get(key)));
        }
        yield object;
      }
      case Integer ->
          value.AsNumber().CanFitInInt64()
              ? MAKE.numberNode(value.AsInt64Value())
              : MAKE.textNode(value.toString());
      case Boolean -> MAKE.booleanNode(value.AsBoolean());
      default -> MAKE.textNode(value.toString());
    };
  }
}
