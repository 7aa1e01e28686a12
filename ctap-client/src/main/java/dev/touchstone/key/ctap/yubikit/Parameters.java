package dev.touchstone.key.ctap.yubikit;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.HmacSecretInput;
import dev.touchstone.key.ctap.KeyAgreementKey;
import dev.touchstone.key.ctap.PinUvAuthParam;
import java.util.List;

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

  static void addPinUvAuth(
      CBORObject parameters, PinUvAuthParam param, int signatureKey, int protocolKey) {
    parameters.Add(signatureKey, param.signature().toArray()).Add(protocolKey, param.protocol());
  }
}
