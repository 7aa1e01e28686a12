package dev.touchstone.key.ctap.yubikit;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.key.ctap.ClientPin;
import dev.touchstone.key.ctap.ClientPin.ChangePin;
import dev.touchstone.key.ctap.ClientPin.Done;
import dev.touchstone.key.ctap.ClientPin.GetKeyAgreement;
import dev.touchstone.key.ctap.ClientPin.GetPinRetries;
import dev.touchstone.key.ctap.ClientPin.GetPinToken;
import dev.touchstone.key.ctap.ClientPin.GetTokenUsingPin;
import dev.touchstone.key.ctap.ClientPin.GetTokenUsingUv;
import dev.touchstone.key.ctap.ClientPin.GetUvRetries;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.ClientPin.SetPin;
import dev.touchstone.key.ctap.ClientPin.TokenReply;
import dev.touchstone.key.ctap.KeyAgreementKey;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import java.util.Optional;
import java.util.Set;

/** CTAP 2.3 §6.5.5 on the wire. */
final class ClientPinExchange {

  private ClientPinExchange() {}

  static Exchange<?> of(ClientPin<?> command) {
    return switch (command) {
      case GetPinRetries _ -> exchange(parameters(0x01), ClientPinExchange::pinRetries);
      case GetUvRetries _ -> exchange(parameters(0x07), ClientPinExchange::uvRetries);
      case GetKeyAgreement get ->
          exchange(parameters(0x02).Add(1, get.protocol()), ClientPinExchange::keyAgreement);
      case SetPin set ->
          exchange(
              parameters(0x03)
                  .Add(1, set.protocol())
                  .Add(3, Parameters.coseKey(set.platformKey()))
                  .Add(4, set.pinUvAuthParam().toArray())
                  .Add(5, set.newPinEnc().toArray()),
              _ -> new Done());
      case ChangePin change ->
          exchange(
              parameters(0x04)
                  .Add(1, change.protocol())
                  .Add(3, Parameters.coseKey(change.platformKey()))
                  .Add(4, change.pinUvAuthParam().toArray())
                  .Add(5, change.newPinEnc().toArray())
                  .Add(6, change.pinHashEnc().toArray()),
              _ -> new Done());
      case GetPinToken get ->
          exchange(
              parameters(0x05)
                  .Add(1, get.protocol())
                  .Add(3, Parameters.coseKey(get.platformKey()))
                  .Add(6, get.pinHashEnc().toArray()),
              ClientPinExchange::token);
      case GetTokenUsingPin get ->
          exchange(
              scoped(
                  parameters(0x09)
                      .Add(1, get.protocol())
                      .Add(3, Parameters.coseKey(get.platformKey()))
                      .Add(6, get.pinHashEnc().toArray()),
                  get.permissions(),
                  get.rpId()),
              ClientPinExchange::token);
      case GetTokenUsingUv get ->
          exchange(
              scoped(
                  parameters(0x06)
                      .Add(1, get.protocol())
                      .Add(3, Parameters.coseKey(get.platformKey())),
                  get.permissions(),
                  get.rpId()),
              ClientPinExchange::token);
    };
  }

  private static <R> Exchange<R> exchange(CBORObject parameters, Exchange.ReplyReader<R> reader) {
    return new Exchange<>(0x06, Optional.of(parameters), reader);
  }

  private static CBORObject parameters(int subCommand) {
    return CBORObject.NewMap().Add(2, subCommand);
  }

  private static CBORObject scoped(
      CBORObject parameters, Set<Permission> permissions, Optional<String> rpId) {
    int bits = permissions.stream().mapToInt(Permission::bit).reduce(0, (all, bit) -> all | bit);
    parameters.Add(9, bits);
    rpId.ifPresent(id -> parameters.Add(10, id));
    return parameters;
  }

  private static GetPinRetries.Reply pinRetries(ReplyMap map) throws ReplyGarbled {
    return new GetPinRetries.Reply(map.requiredCount(3), map.flag(4));
  }

  private static GetUvRetries.Reply uvRetries(ReplyMap map) throws ReplyGarbled {
    return new GetUvRetries.Reply(map.requiredCount(5));
  }

  private static GetKeyAgreement.Reply keyAgreement(ReplyMap map) throws ReplyGarbled {
    ReplyMap key = map.requiredMap(1);
    return new GetKeyAgreement.Reply(
        new KeyAgreementKey(key.requiredBytes(-2), key.requiredBytes(-3)));
  }

  private static TokenReply token(ReplyMap map) throws ReplyGarbled {
    return new TokenReply(map.requiredBytes(2));
  }
}
