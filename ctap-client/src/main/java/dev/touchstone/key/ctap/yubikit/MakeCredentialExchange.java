package dev.touchstone.key.ctap.yubikit;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.ctap.RelyingParty;
import dev.touchstone.key.ctap.UserAccount;
import java.util.Optional;

/** CTAP 2.3 §6.1 on the wire. */
final class MakeCredentialExchange {

  private MakeCredentialExchange() {}

  static Exchange<MakeCredential.Reply> of(MakeCredential command) {
    CBORObject parameters =
        CBORObject.NewMap()
            .Add(1, command.clientDataHash().toArray())
            .Add(2, rp(command.rp()))
            .Add(3, user(command.user()))
            .Add(4, algorithms(command));
    if (!command.excludeList().isEmpty()) {
      parameters.Add(5, Parameters.descriptors(command.excludeList()));
    }
    CBORObject extensions = extensions(command.extensions());
    if (extensions.size() > 0) {
      parameters.Add(6, extensions);
    }
    if (command.residentKey() || command.userVerification()) {
      parameters.Add(7, options(command));
    }
    command.pinUvAuth().ifPresent(param -> Parameters.addPinUvAuth(parameters, param, 8, 9));
    command.enterpriseAttestation().ifPresent(level -> parameters.Add(10, level));
    return new Exchange<>(0x01, Optional.of(parameters), MakeCredentialExchange::reply);
  }

  private static CBORObject rp(RelyingParty rp) {
    CBORObject map = CBORObject.NewMap().Add("id", rp.id());
    return rp.name().isEmpty() ? map : map.Add("name", rp.name());
  }

  private static CBORObject user(UserAccount user) {
    return CBORObject.NewMap()
        .Add("id", user.id().toArray())
        .Add("name", user.name())
        .Add("displayName", user.displayName());
  }

  private static CBORObject algorithms(MakeCredential command) {
    CBORObject list = CBORObject.NewArray();
    command
        .algorithms()
        .forEach(alg -> list.Add(CBORObject.NewMap().Add("alg", alg).Add("type", "public-key")));
    return list;
  }

  private static CBORObject extensions(MakeCredential.Extensions extensions) {
    CBORObject map = CBORObject.NewMap();
    extensions.credProtect().ifPresent(level -> map.Add("credProtect", level));
    if (extensions.hmacSecret()) {
      map.Add("hmac-secret", true);
    }
    extensions
        .hmacSecretMc()
        .ifPresent(input -> map.Add("hmac-secret-mc", Parameters.hmacSecret(input)));
    if (extensions.minPinLength()) {
      map.Add("minPinLength", true);
    }
    if (extensions.largeBlobKey()) {
      map.Add("largeBlobKey", true);
    }
    return map;
  }

  private static CBORObject options(MakeCredential command) {
    CBORObject map = CBORObject.NewMap();
    if (command.residentKey()) {
      map.Add("rk", true);
    }
    if (command.userVerification()) {
      map.Add("uv", true);
    }
    return map;
  }

  private static MakeCredential.Reply reply(ReplyMap map) throws ReplyGarbled {
    AuthenticatorDataReader authData = new AuthenticatorDataReader(map.requiredBytes(2));
    MakeCredential.Reply reply =
        new MakeCredential.Reply(
            map.required(map.text(1), 1),
            authData.read(),
            Bytes.of(statement(map).EncodeToBytes(Exchange.CANONICAL)),
            statement(map).ContainsKey("x5c"),
            map.bytes(5));
    if (reply.authenticatorData().attestedCredential().isEmpty()) {
      throw new ReplyGarbled("The key sent authenticator data without the new credential.");
    }
    return reply;
  }

  /** A key may leave an empty statement away. */
  private static CBORObject statement(ReplyMap map) throws ReplyGarbled {
    return map.map(3).map(ReplyMap::cbor).orElseGet(CBORObject::NewMap);
  }
}
