package dev.touchstone.rp.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.AttestedCredential;
import dev.touchstone.rp.cose.CoseKey;
import dev.touchstone.rp.cose.CoseSignature;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An authentication response spelled out (WebAuthn Level 3 §5.2.2). */
final class AuthenticationResponseDecoder {

  private AuthenticationResponseDecoder() {}

  static Node decode(JsonNode json) {
    ResponseFields fields = new ResponseFields(json);
    List<Node> lines = new ArrayList<>(fields.others());
    List<Node> response = new ArrayList<>();
    response.add(fields.clientDataNode("webauthn.get"));
    Optional<byte[]> data = fields.bytes(fields.response(), "authenticatorData");
    response.add(
        data.map(bytes -> AuthenticatorDataDecoder.decode(bytes, fields.names()))
            .orElseGet(() -> Node.bad("authenticatorData", "", "is not base64url")));
    response.add(signature(fields, data));
    for (Map.Entry<String, JsonNode> member : fields.response().properties()) {
      switch (member.getKey()) {
        case "clientDataJSON", "authenticatorData", "signature" -> {}
        case "userHandle" -> response.add(userHandle(fields));
        default -> response.add(JsonDecoder.decode(member.getKey(), member.getValue()));
      }
    }
    lines.add(Node.parent("response", "", response));
    return Node.parent("authentication response", "", lines);
  }

  private static Node userHandle(ResponseFields fields) {
    return fields
        .bytes(fields.response(), "userHandle")
        .map(bytes -> Bytes.node("userHandle", bytes))
        .orElseGet(() -> Node.of("userHandle", "", "none"));
  }

  private static Node signature(ResponseFields fields, Optional<byte[]> data) {
    Optional<byte[]> signature = fields.bytes(fields.response(), "signature");
    if (signature.isEmpty()) {
      return Node.bad("signature", "", "is not base64url");
    }
    Node line = Bytes.node("signature", signature.get());
    Optional<CoseKey> key =
        data.map(AuthenticatorData::read)
            .flatMap(AuthenticatorData::credential)
            .map(AttestedCredential::key);
    Optional<PublicKey> publicKey = key.flatMap(CoseKey::publicKey);
    Optional<byte[]> hash = fields.clientDataHash();
    if (key.isEmpty() || publicKey.isEmpty() || hash.isEmpty() || data.isEmpty()) {
      return line.noted(
          "not verified: the credential's public key is not in a response, " + line.note());
    }
    byte[] signed = Arrays.copyOf(data.get(), data.get().length + hash.get().length);
    System.arraycopy(hash.get(), 0, signed, data.get().length, hash.get().length);
    int algorithm = key.get().algorithm().orElse(0);
    return switch (CoseSignature.verify(algorithm, publicKey.get(), signed, signature.get())) {
      case VALID ->
          Node.good("signature", line.value(), "verified with the key in the authenticator data");
      case INVALID ->
          Node.bad(
              "signature", line.value(), "does not verify with the key in the authenticator data");
      case UNSUPPORTED -> line.noted("not verified: this program cannot compute its algorithm");
    };
  }
}
