package dev.touchstone.key.ctap.yubikit;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.KeyOptions;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** CTAP 2.3 §6.4 on the wire. */
final class GetInfoExchange {

  /** §6.4: what every key takes, whether it says so or not. */
  private static final int LEAST_MESSAGE_SIZE = 1024;

  private static final int DEFAULT_MIN_PIN_LENGTH = 4;
  private static final int DEFAULT_MAX_PIN_LENGTH = 63;

  private GetInfoExchange() {}

  static Exchange<GetInfo.Reply> of() {
    return new Exchange<>(0x04, Optional.empty(), GetInfoExchange::reply);
  }

  private static GetInfo.Reply reply(ReplyMap map) throws ReplyGarbled {
    return new GetInfo.Reply(
        map.texts(0x01),
        map.texts(0x02),
        AuthenticatorDataReader.uuid(map.requiredBytes(0x03).toArray()),
        options(map),
        product(map),
        limits(map),
        pinPolicy(map),
        new GetInfo.BuiltInVerification(map.count(0x11), number(map, 0x12), map.count(0x17)),
        administration(map),
        new GetInfo.Raw(map.encoded(), () -> members(map.cbor())));
  }

  private static GetInfo.Product product(ReplyMap map) throws ReplyGarbled {
    return new GetInfo.Product(
        map.texts(0x09),
        algorithms(map),
        number(map, 0x0E),
        certifications(map),
        map.texts(0x16),
        map.bytes(0x19));
  }

  private static GetInfo.Limits limits(ReplyMap map) throws ReplyGarbled {
    return new GetInfo.Limits(
        Math.max(map.count(0x05).orElse(0), LEAST_MESSAGE_SIZE),
        map.count(0x07),
        map.count(0x08),
        map.count(0x0B).orElse(0),
        map.count(0x0F).orElse(0),
        map.count(0x14),
        map.bytes(0x1E));
  }

  private static GetInfo.PinPolicy pinPolicy(ReplyMap map) throws ReplyGarbled {
    return new GetInfo.PinPolicy(
        protocols(map),
        map.flag(0x0C),
        map.count(0x0D).orElse(DEFAULT_MIN_PIN_LENGTH),
        map.count(0x10).orElse(0),
        map.optionalFlag(0x1B),
        map.bytes(0x1C).map(url -> new String(url.toArray(), StandardCharsets.UTF_8)),
        map.count(0x1D).orElse(DEFAULT_MAX_PIN_LENGTH));
  }

  private static GetInfo.Administration administration(ReplyMap map) throws ReplyGarbled {
    Optional<List<Integer>> commands =
        map.has(0x1F)
            ? Optional.of(map.integers(0x1F).stream().map(BigInteger::intValue).toList())
            : Optional.empty();
    return new GetInfo.Administration(
        map.integers(0x15), map.optionalFlag(0x18), map.texts(0x1A), commands);
  }

  private static List<GetInfo.Raw.Member> members(CBORObject map) {
    List<GetInfo.Raw.Member> members = new ArrayList<>();
    for (CBORObject key : map.getKeys()) {
      boolean small = key.isNumber() && key.AsNumber().CanFitInInt32() && key.AsInt32() >= 0;
      members.add(
          new GetInfo.Raw.Member(
              small ? "0x%02X".formatted(key.AsInt32()) : key.toString(), map.get(key).toString()));
    }
    return members;
  }

  private static OptionalLong number(ReplyMap map, int member) throws ReplyGarbled {
    return map.number(member).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private static KeyOptions options(ReplyMap map) throws ReplyGarbled {
    Map<String, Boolean> options = new TreeMap<>();
    Optional<ReplyMap> told = map.map(0x04);
    if (told.isPresent()) {
      for (CBORObject id : told.get().cbor().getKeys()) {
        if (id.getType() == CBORType.TextString) {
          options.put(id.AsString(), told.get().flag(id));
        }
      }
    }
    return new KeyOptions(options);
  }

  private static List<Integer> protocols(ReplyMap map) throws ReplyGarbled {
    List<Integer> protocols = new ArrayList<>();
    for (CBORObject protocol : map.elements(0x06)) {
      if (!protocol.isNumber() || !protocol.AsNumber().CanFitInInt32()) {
        throw map.wrong(0x06);
      }
      protocols.add(protocol.AsInt32());
    }
    return List.copyOf(protocols);
  }

  private static List<Integer> algorithms(ReplyMap map) throws ReplyGarbled {
    List<Integer> algorithms = new ArrayList<>();
    for (CBORObject algorithm : map.elements(0x0A)) {
      ReplyMap parameters = ReplyMap.of(algorithm, "an algorithm");
      if (parameters.text("type").filter("public-key"::equals).isPresent()) {
        algorithms.add(parameters.required(parameters.number("alg"), "alg").intValue());
      }
    }
    return List.copyOf(algorithms);
  }

  private static Map<String, Long> certifications(ReplyMap map) throws ReplyGarbled {
    Map<String, Long> certifications = new TreeMap<>();
    Optional<ReplyMap> told = map.map(0x13);
    if (told.isPresent()) {
      for (CBORObject id : told.get().cbor().getKeys()) {
        if (id.getType() == CBORType.TextString) {
          certifications.put(id.AsString(), told.get().required(told.get().number(id), id));
        }
      }
    }
    return Map.copyOf(certifications);
  }
}
