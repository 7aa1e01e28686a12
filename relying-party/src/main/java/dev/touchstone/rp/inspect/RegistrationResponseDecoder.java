package dev.touchstone.rp.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.rp.attestation.statement.AttestationObject;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.AttestedCredential;
import dev.touchstone.rp.attestation.statement.Refusal;
import dev.touchstone.rp.attestation.statement.StatementFormat;
import dev.touchstone.rp.cbor.CborException;
import dev.touchstone.rp.cbor.CborItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A registration response spelled out, and its attestation verified (WebAuthn Level 3 §5.2.1). */
final class RegistrationResponseDecoder {

  private RegistrationResponseDecoder() {}

  static Decoded decode(JsonNode json, Context context) {
    ResponseFields fields = new ResponseFields(json);
    List<Node> lines = new ArrayList<>(fields.others());
    List<Node> response = new ArrayList<>();
    response.add(fields.clientDataNode("webauthn.create"));
    Decoded attestation = attestation(fields, context);
    response.add(attestation.tree());
    signature(fields).ifPresent(response::add);
    identity(fields).ifPresent(response::add);
    for (Map.Entry<String, JsonNode> member : fields.response().properties()) {
      other(fields, member.getKey(), member.getValue()).ifPresent(response::add);
    }
    lines.add(Node.parent("response", "", response));
    return new Decoded(Node.parent("registration response", "", lines), attestation.attestation());
  }

  private static Decoded attestation(ResponseFields fields, Context context) {
    Optional<byte[]> bytes = fields.bytes(fields.response(), "attestationObject");
    if (bytes.isEmpty()) {
      return Decoded.of(Node.bad("attestationObject", "", "is not base64url"));
    }
    try {
      CBORObject map = CborItem.readWhole(bytes.get());
      if (map.getType() != CBORType.Map) {
        return Decoded.of(
            Node.bad("attestationObject", Bytes.hex(bytes.get()), "is not a CBOR map"));
      }
      Decoded decoded =
          AttestationObjectDecoder.decode(
              bytes.get(), map, fields.clientDataHash(), fields.names(), context);
      return new Decoded(decoded.tree().named("attestationObject"), decoded.attestation());
    } catch (CborException e) {
      return Decoded.of(
          Node.bad(
              "attestationObject", Bytes.hex(bytes.get()), e.fault() + ", at byte " + e.offset()));
    }
  }

  /** Apart from trust: whether the statement's signature covers this client data. */
  private static Optional<Node> signature(ResponseFields fields) {
    return parsed(fields)
        .filter(it -> fields.clientDataHash().isPresent())
        .map(it -> StatementFormat.examine(it, fields.clientDataHash()))
        .map(examined ->
            examined
                .refusal()
                .map(
                    refusal -> Node.bad("attestation signature", "not verified", refusal.because()))
                .orElseGet(() ->
                    Node.good(
                        "attestation signature",
                        "verified",
                        "the statement holds for this client data, by the rules of its format")));
  }

  private static Optional<Node> identity(ResponseFields fields) {
    Optional<byte[]> told = fields.id();
    Optional<String> attested =
        parsed(fields)
            .flatMap(it -> it.authenticatorData().credential())
            .map(AttestedCredential::idHex);
    if (told.isEmpty() || attested.isEmpty()) {
      return Optional.empty();
    }
    boolean same = HexFormat.of().formatHex(told.get()).equals(attested.get());
    return same
        ? Optional.empty()
        : Optional.of(
            Node.bad(
                "rawId",
                Bytes.hex(told.get()),
                "is not the credential id in the authenticator data"));
  }

  private static Optional<Node> other(ResponseFields fields, String name, JsonNode value) {
    return switch (name) {
      case "clientDataJSON", "attestationObject" -> Optional.empty();
      case "publicKey" -> Optional.of(publicKey(fields));
      case "authenticatorData" -> Optional.of(copy(fields));
      default -> Optional.of(JsonDecoder.decode(name, value));
    };
  }

  private static Node publicKey(ResponseFields fields) {
    return fields
        .bytes(fields.response(), "publicKey")
        .flatMap(X509Recogniser::publicKey)
        .map(key -> CertificateDecoder.key(key).named("publicKey"))
        .orElseGet(() ->
            Node.of(
                "publicKey",
                fields.response().path("publicKey").asText(),
                "not a key that can be read"));
  }

  private static Node copy(ResponseFields fields) {
    Optional<byte[]> copied = fields.bytes(fields.response(), "authenticatorData");
    Optional<byte[]> original = parsed(fields).map(it -> it.authenticatorData().bytes());
    if (copied.isPresent() && original.isPresent() && Arrays.equals(copied.get(), original.get())) {
      return Node.of("authenticatorData", "", "the same as in the attestation object");
    }
    return Node.bad(
        "authenticatorData",
        copied.map(Bytes::hex).orElse(""),
        "differs from that in the attestation object");
  }

  private static Optional<AttestationObject> parsed(ResponseFields fields) {
    return fields
        .bytes(fields.response(), "attestationObject")
        .flatMap(bytes -> {
          try {
            return Optional.of(AttestationObject.parse(bytes));
          } catch (Refusal e) {
            return Optional.empty();
          }
        });
  }
}
