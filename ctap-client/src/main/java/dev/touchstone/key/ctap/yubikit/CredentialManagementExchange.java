package dev.touchstone.key.ctap.yubikit;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.CredentialManagement;
import dev.touchstone.key.ctap.CredentialManagement.CredentialReply;
import dev.touchstone.key.ctap.CredentialManagement.DeleteCredential;
import dev.touchstone.key.ctap.CredentialManagement.Done;
import dev.touchstone.key.ctap.CredentialManagement.EnumerateCredentialsBegin;
import dev.touchstone.key.ctap.CredentialManagement.EnumerateCredentialsNext;
import dev.touchstone.key.ctap.CredentialManagement.EnumerateRpsBegin;
import dev.touchstone.key.ctap.CredentialManagement.EnumerateRpsNext;
import dev.touchstone.key.ctap.CredentialManagement.GetCredsMetadata;
import dev.touchstone.key.ctap.CredentialManagement.RpReply;
import dev.touchstone.key.ctap.CredentialManagement.UpdateUserInformation;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.Proof;
import dev.touchstone.key.ctap.UserAccount;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** CTAP 2.3 §6.8 on the wire. */
final class CredentialManagementExchange {

  static final int CODE = 0x0A;

  private CredentialManagementExchange() {}

  static Exchange<?> of(CredentialManagement<?> command) {
    return switch (command) {
      case GetCredsMetadata get ->
          exchange(
              proven(0x01, Optional.empty(), get.proof()), CredentialManagementExchange::metadata);
      case EnumerateRpsBegin begin ->
          exchange(
              proven(0x02, Optional.empty(), begin.proof()),
              CredentialManagementExchange::relyingParty);
      case EnumerateRpsNext _ ->
          exchange(CBORObject.NewMap().Add(1, 0x03), CredentialManagementExchange::relyingParty);
      case EnumerateCredentialsBegin begin ->
          exchange(
              proven(
                  0x04,
                  Optional.of(CBORObject.NewMap().Add(1, begin.rpIdHash().toArray())),
                  begin.proof()),
              CredentialManagementExchange::credential);
      case EnumerateCredentialsNext _ ->
          exchange(CBORObject.NewMap().Add(1, 0x05), CredentialManagementExchange::credential);
      case DeleteCredential delete ->
          exchange(
              proven(0x06, Optional.of(named(delete.credentialId())), delete.proof()),
              _ -> new Done());
      case UpdateUserInformation update ->
          exchange(
              proven(
                  0x07,
                  Optional.of(named(update.credentialId()).Add(3, user(update.user()))),
                  update.proof()),
              _ -> new Done());
    };
  }

  private static <R> Exchange<R> exchange(CBORObject parameters, Exchange.ReplyReader<R> reader) {
    return new Exchange<>(CODE, Optional.of(parameters), reader);
  }

  private static CBORObject proven(
      int subcommand, Optional<CBORObject> subcommandParameters, Proof proof) {
    return Parameters.proven(
        new Parameters.Members(1, 2, 4, 3), new byte[0], subcommand, subcommandParameters, proof);
  }

  private static CBORObject named(CredentialId credential) {
    return CBORObject.NewMap().Add(2, Parameters.descriptors(List.of(credential)).get(0));
  }

  /** A name that is empty is left away, which takes it from the key. */
  private static CBORObject user(UserAccount user) {
    CBORObject map = CBORObject.NewMap().Add("id", user.id().toArray());
    if (!user.name().isEmpty()) {
      map.Add("name", user.name());
    }
    if (!user.displayName().isEmpty()) {
      map.Add("displayName", user.displayName());
    }
    return map;
  }

  private static GetCredsMetadata.Reply metadata(ReplyMap map) throws ReplyGarbled {
    return new GetCredsMetadata.Reply(map.requiredCount(1), map.requiredCount(2));
  }

  private static RpReply relyingParty(ReplyMap map) throws ReplyGarbled {
    OptionalInt total = map.count(5);
    if (total.isPresent() && total.getAsInt() == 0) {
      // an empty key of the drafts says so instead of refusing
      return new RpReply(Optional.empty(), Bytes.of(new byte[0]), total);
    }
    Optional<ReplyMap> rp = map.map(3);
    return new RpReply(
        rp.isEmpty() ? Optional.empty() : rp.get().text("id").filter(id -> !id.isEmpty()),
        map.requiredBytes(4),
        total);
  }

  private static CredentialReply credential(ReplyMap map) throws ReplyGarbled {
    return new CredentialReply(
        GetAssertionExchange.account(map.requiredMap(6)),
        new CredentialId(map.requiredMap(7).requiredBytes("id")),
        CoseKeyReader.read(map.requiredMap(8)),
        map.count(9),
        map.count(10),
        map.bytes(11),
        map.optionalFlag(12));
  }
}
