package dev.touchstone.key.ctap.yubikit;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.key.ctap.AuthenticatorConfig;
import dev.touchstone.key.ctap.AuthenticatorConfig.EnableEnterpriseAttestation;
import dev.touchstone.key.ctap.AuthenticatorConfig.EnableLongTouchForReset;
import dev.touchstone.key.ctap.AuthenticatorConfig.SetMinPinLength;
import dev.touchstone.key.ctap.AuthenticatorConfig.ToggleAlwaysUv;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** CTAP 2.3 §6.11 on the wire. */
final class AuthenticatorConfigExchange {

  private static final int CODE = 0x0D;

  /** §6.11: what is signed begins with as many bytes of 0xff. */
  private static final int PREFIX_LENGTH = 32;

  private AuthenticatorConfigExchange() {}

  static Exchange<AuthenticatorConfig.Reply> of(AuthenticatorConfig config) {
    CBORObject parameters = CBORObject.NewMap().Add(1, config.setting().number());
    Optional<CBORObject> subcommand = subcommandParameters(config.setting());
    subcommand.ifPresent(map -> parameters.Add(2, map));
    config
        .proof()
        .over(message(config.setting().number(), subcommand))
        .ifPresent(param -> Parameters.addPinUvAuth(parameters, param, 4, 3));
    return new Exchange<>(CODE, Optional.of(parameters), _ -> new AuthenticatorConfig.Reply());
  }

  private static Optional<CBORObject> subcommandParameters(AuthenticatorConfig.Setting setting) {
    return switch (setting) {
      case EnableEnterpriseAttestation _, ToggleAlwaysUv _, EnableLongTouchForReset _ ->
          Optional.empty();
      case SetMinPinLength policy -> Optional.of(policy(policy));
    };
  }

  private static CBORObject policy(SetMinPinLength policy) {
    CBORObject map = CBORObject.NewMap();
    policy.newMinPinLength().ifPresent(length -> map.Add(1, length));
    if (!policy.minPinLengthRpIds().isEmpty()) {
      CBORObject rpIds = CBORObject.NewArray();
      policy.minPinLengthRpIds().forEach(rpIds::Add);
      map.Add(2, rpIds);
    }
    if (policy.forceChangePin()) {
      map.Add(3, true);
    }
    if (policy.pinComplexityPolicy()) {
      map.Add(4, true);
    }
    return map;
  }

  private static byte[] message(int number, Optional<CBORObject> parameters) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    byte[] prefix = new byte[PREFIX_LENGTH];
    Arrays.fill(prefix, (byte) 0xff);
    message.writeBytes(prefix);
    message.write(CODE);
    message.write(number);
    parameters.ifPresent(map -> message.writeBytes(map.EncodeToBytes(Exchange.CANONICAL)));
    return message.toByteArray();
  }
}
