package dev.touchstone.key.ctap.yubikit;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.GetAssertion;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.UserAccount;
import java.util.Optional;

/** CTAP 2.3 §6.2 and §6.3 on the wire. */
final class GetAssertionExchange {

  private GetAssertionExchange() {}

  static Exchange<GetAssertion.Reply> of(GetAssertion command) {
    CBORObject parameters =
        CBORObject.NewMap().Add(1, command.rpId()).Add(2, command.clientDataHash().toArray());
    if (!command.allowList().isEmpty()) {
      parameters.Add(3, Parameters.descriptors(command.allowList()));
    }
    CBORObject extensions = extensions(command.extensions());
    if (extensions.size() > 0) {
      parameters.Add(4, extensions);
    }
    if (!command.userPresence() || command.userVerification()) {
      parameters.Add(5, options(command));
    }
    command.pinUvAuth().ifPresent(param -> Parameters.addPinUvAuth(parameters, param, 6, 7));
    return new Exchange<>(0x02, Optional.of(parameters), GetAssertionExchange::reply);
  }

  static Exchange<GetAssertion.Reply> next() {
    return new Exchange<>(0x08, Optional.empty(), GetAssertionExchange::reply);
  }

  private static CBORObject extensions(GetAssertion.Extensions extensions) {
    CBORObject map = CBORObject.NewMap();
    extensions
        .hmacSecret()
        .ifPresent(input -> map.Add("hmac-secret", Parameters.hmacSecret(input)));
    if (extensions.largeBlobKey()) {
      map.Add("largeBlobKey", true);
    }
    return map;
  }

  private static CBORObject options(GetAssertion command) {
    CBORObject map = CBORObject.NewMap();
    if (!command.userPresence()) {
      map.Add("up", false);
    }
    if (command.userVerification()) {
      map.Add("uv", true);
    }
    return map;
  }

  private static GetAssertion.Reply reply(ReplyMap map) throws ReplyGarbled {
    Optional<ReplyMap> credential = map.map(1);
    Optional<ReplyMap> user = map.map(4);
    return new GetAssertion.Reply(
        credential.isEmpty()
            ? Optional.empty()
            : Optional.of(new CredentialId(credential.get().requiredBytes("id"))),
        new AuthenticatorDataReader(map.requiredBytes(2)).read(),
        map.requiredBytes(3),
        user.isEmpty() ? Optional.empty() : Optional.of(account(user.get())),
        map.count(5).orElse(1),
        map.flag(6),
        map.bytes(7));
  }

  static UserAccount account(ReplyMap user) throws ReplyGarbled {
    return new UserAccount(
        user.requiredBytes("id"),
        user.text("name").orElse(""),
        user.text("displayName").orElse(""));
  }
}
