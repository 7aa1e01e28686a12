package dev.touchstone.key.ctap.yubikit;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.HmacSecretInput;
import dev.touchstone.key.ctap.KeyAgreementKey;
import dev.touchstone.key.ctap.PinUvAuthParam;
import dev.touchstone.key.ctap.Proof;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** CBOR of what several commands have in common. */
final class Parameters {

  private Parameters() {}

  /** PublicKeyCredentialDescriptors; keys are not told transports, CTAP 2.3 §6.1. */
  static CBORObject descriptors(List<CredentialId> credentials) {
    CBORObject list = CBORObject.NewArray();
    for (CredentialId credential : credentials) {
      list.Add(
          CBORObject.NewMap().Add("type", "public-key").Add("id", credential.bytes().toArray()));
    }
    return list;
  }

  /** CTAP 2.3 §6.5.6: a COSE_Key with the algorithm that is only a name. */
  static CBORObject coseKey(KeyAgreementKey key) {
    return CBORObject.NewMap()
        .Add(1, 2)
        .Add(3, -25)
        .Add(-1, 1)
        .Add(-2, key.x().toArray())
        .Add(-3, key.y().toArray());
  }

  /** CTAP 2.3 §12. */
  static CBORObject hmacSecret(HmacSecretInput input) {
    return CBORObject.NewMap()
        .Add(1, coseKey(input.platformKey()))
        .Add(2, input.saltEnc().toArray())
        .Add(3, input.saltAuth().toArray())
        .Add(4, input.protocol());
  }

  /**
   * The numbers of a command's members that all commands with subcommands have.
   *
   * @param parameters of the subcommand
   * @param signature pinUvAuthParam
   * @param protocol pinUvAuthProtocol
   */
  record Members(int subcommand, int parameters, int signature, int protocol) {}

  /**
   * A subcommand with its proof over the prefix, the subcommand and its parameters as they are
   * sent, CTAP 2.3 §6.7, §6.8 and §6.11.
   *
   * @param subcommandParameters left away if empty
   */
  static CBORObject proven(
      Members members,
      byte[] prefix,
      int subcommand,
      Optional<CBORObject> subcommandParameters,
      Proof proof) {
    CBORObject parameters = CBORObject.NewMap().Add(members.subcommand(), subcommand);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(prefix);
    message.write(subcommand);
    subcommandParameters.ifPresent(map -> {
      parameters.Add(members.parameters(), map);
      message.writeBytes(map.EncodeToBytes(Exchange.CANONICAL));
    });
    proof
        .over(message.toByteArray())
        .ifPresent(
            param -> addPinUvAuth(parameters, param, members.signature(), members.protocol()));
    return parameters;
  }

  static void addPinUvAuth(
      CBORObject parameters, PinUvAuthParam param, int signatureKey, int protocolKey) {
    parameters.Add(signatureKey, param.signature().toArray()).Add(protocolKey, param.protocol());
  }
}
