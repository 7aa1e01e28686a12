package dev.touchstone.rp.inspect;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.rp.attestation.AttestationExplainer;
import dev.touchstone.rp.attestation.AttestationReport;
import dev.touchstone.rp.cose.CoseAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attestation object spelled out and judged (WebAuthn Level 3 §6.5). */
final class AttestationObjectDecoder {

  private AttestationObjectDecoder() {}

  /**
   * Decodes and explains.
   *
   * @param clientDataHash SHA-256 of the client data, if that is at hand
   */
  static Decoded decode(
      byte[] bytes,
      CBORObject map,
      Optional<byte[]> clientDataHash,
      RpIdNames names,
      Context context) {
    AttestationReport report =
        AttestationExplainer.explain(bytes, clientDataHash, context.anchors(), context.now());
    List<Node> lines = new ArrayList<>(verdict(report));
    for (CBORObject key : map.getKeys()) {
      String name = key.getType() == CBORType.TextString ? key.AsString() : key.toString();
      CBORObject value = map.get(key);
      lines.add(
          switch (name) {
            case "fmt" -> CborDecoder.decode("fmt", value).noted("attestation statement format");
            case "attStmt" -> statement("attStmt", value);
            case "authData" ->
                value.getType() == CBORType.ByteString
                    ? AuthenticatorDataDecoder.decode(value.GetByteString(), names)
                    : Node.bad("authData", value.toString(), "should be a byte string");
            default -> CborDecoder.decode(name, value).noted("unknown field");
          });
    }
    for (String needed : List.of("fmt", "attStmt", "authData")) {
      if (map.get(needed) == null) {
        lines.add(Node.bad(needed, "", "is missing"));
      }
    }
    return new Decoded(
        new Node(
            "attestation object",
            report.format(),
            Bytes.count(bytes.length),
            Node.Severity.PLAIN,
            lines),
        Optional.of(report));
  }

  private static List<Node> verdict(AttestationReport report) {
    List<Node> lines = new ArrayList<>();
    lines.add(
        report.trusted()
            ? Node.good("trust", report.sentence(), "")
            : Node.warning("trust", report.sentence(), ""));
    lines.add(Node.of("attestation type", report.type()));
    report.model().ifPresent(model -> lines.add(Node.of("model", model)));
    if (!report.path().isEmpty()) {
      lines.add(CertificateDecoder.elements(report.path()));
    }
    return lines;
  }

  private static Node statement(String name, CBORObject statement) {
    if (statement.getType() == CBORType.Array) {
      List<Node> parts = new ArrayList<>();
      for (CBORObject part : statement.getValues()) {
        parts.add(part(parts.size() + 1, part));
      }
      return Node.parent(name, "", parts);
    }
    if (statement.getType() != CBORType.Map) {
      return Node.bad(name, statement.toString(), "should be a map");
    }
    List<Node> lines = new ArrayList<>();
    for (CBORObject key : statement.getKeys()) {
      String field = key.getType() == CBORType.TextString ? key.AsString() : key.toString();
      lines.add(field(field, statement.get(key)));
    }
    return new Node(name, lines.isEmpty() ? "empty" : "", "", Node.Severity.PLAIN, lines);
  }

  private static Node part(int number, CBORObject part) {
    @Nullable CBORObject format = part.getType() == CBORType.Map ? part.get("fmt") : null;
    @Nullable CBORObject inner = part.getType() == CBORType.Map ? part.get("attStmt") : null;
    if (format == null || inner == null) {
      return CborDecoder.decode("statement " + number, part);
    }
    return statement("statement " + number + " " + format, inner);
  }

  private static Node field(String name, CBORObject value) {
    boolean isBytes = value.getType() == CBORType.ByteString;
    return switch (name) {
      case "alg" ->
          value.getType() == CBORType.Integer && value.CanValueFitInInt32()
              ? Node.of(name, value.toString(), algorithm(value.AsInt32Value()))
              : Node.bad(name, value.toString(), "should be an algorithm number");
      case "x5c" -> certificates(value);
      case "response" ->
          isBytes
              ? JwtDecoder.decode(name, new String(value.GetByteString(), StandardCharsets.UTF_8))
              : Node.bad(name, value.toString(), "should be a byte string");
      case "sig", "certInfo", "pubArea", "ver" -> CborDecoder.decode(name, value);
      default -> {
        Node line = CborDecoder.decode(name, value);
        yield line.noted(line.note().isEmpty() ? "unknown field" : "unknown field, " + line.note());
      }
    };
  }

  private static String algorithm(int number) {
    return CoseAlgorithm.of(number).map(CoseAlgorithm::label).orElse("unknown algorithm");
  }

  private static Node certificates(CBORObject x5c) {
    if (x5c.getType() != CBORType.Array) {
      return Node.bad("x5c", x5c.toString(), "should be an array of certificates");
    }
    List<Node> lines = new ArrayList<>();
    for (CBORObject der : x5c.getValues()) {
      String name = "certificate " + (lines.size() + 1);
      lines.add(
          der.getType() == CBORType.ByteString
              ? CertificateDecoder.decode(name, der.GetByteString())
              : Node.bad(name, der.toString(), "should be a byte string"));
    }
    return Node.parent("x5c", String.valueOf(lines.size()), lines);
  }
}
