package dev.touchstone.rp.inspect;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.rp.attestation.certificate.AuthenticatorModels;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.AttestedCredential;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.Damage;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Authenticator data spelled out (WebAuthn Level 3 §6.1). */
final class AuthenticatorDataDecoder {

  /** Flags that no edition has used. */
  static final int RESERVED = 0b0010_0010;

  private static final Map<Integer, String> CRED_PROTECT =
      Map.of(
          1, "user verification optional",
          2, "user verification optional with a credential id list",
          3, "user verification required");

  private AuthenticatorDataDecoder() {}

  static Node decode(byte[] bytes, RpIdNames names) {
    AuthenticatorData data = AuthenticatorData.read(bytes);
    List<Node> lines = new ArrayList<>();
    if (bytes.length >= 37) {
      lines.add(
          Bytes.node("RP ID hash", data.rpIdHash())
              .noted(
                  names
                      .name(data.rpIdHash())
                      .map(name -> "SHA-256 of \"" + name + "\"")
                      .orElse("SHA-256 of an RP ID that is not known here")));
      lines.add(flags(data));
      lines.add(Node.of("signature counter", String.valueOf(data.signCount())));
    }
    data.credential()
        .map(AuthenticatorDataDecoder::credential)
        .or(() -> data.aaguid().map(it -> aaguid(data)))
        .ifPresent(lines::add);
    data.extensions().map(AuthenticatorDataDecoder::extensions).ifPresent(lines::add);
    data.damage().map(AuthenticatorDataDecoder::damage).ifPresent(lines::add);
    return new Node(
        "authenticator data", "", Bytes.count(bytes.length), Node.Severity.PLAIN, lines);
  }

  private static Node flags(AuthenticatorData data) {
    List<Node> bits = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      String value = data.has(flag) ? "1" : "0";
      String name = "%s (bit %d)".formatted(flag, flag.bit());
      boolean impossible = flag == Flag.BS && data.has(Flag.BS) && !data.has(Flag.BE);
      bits.add(
          impossible
              ? Node.bad(name, value, "backed up, though not eligible for it (BE is 0)")
              : Node.of(name, value, flag.meaning()));
    }
    if ((data.flags() & RESERVED) != 0) {
      bits.add(Node.warning("reserved (bits 1 and 5)", "1", "should be 0"));
    }
    String set =
        Stream.of(Flag.values()).filter(data::has).map(Flag::name).collect(Collectors.joining(" "));
    return new Node("flags", "0x%02x".formatted(data.flags()), set, Node.Severity.PLAIN, bits);
  }

  private static Node credential(AttestedCredential credential) {
    return Node.parent(
        "attested credential",
        "",
        List.of(
            Node.of(
                "AAGUID",
                credential.aaguid().toString(),
                AuthenticatorModels.bundled().describe(credential.aaguid())),
            Node.of(
                "credential id", credential.idHex(), Bytes.count(credential.idHex().length() / 2)),
            CoseKeyDecoder.decode("public key", credential.key().map())));
  }

  private static Node aaguid(AuthenticatorData data) {
    return Node.parent(
        "attested credential",
        "",
        data.aaguid().stream()
            .map(it -> Node.of("AAGUID", it.toString(), AuthenticatorModels.bundled().describe(it)))
            .toList());
  }

  private static Node extensions(CBORObject outputs) {
    if (outputs.getType() != CBORType.Map) {
      return CborDecoder.decode("extensions", outputs);
    }
    List<Node> lines = new ArrayList<>();
    for (CBORObject key : outputs.getKeys()) {
      String name = key.getType() == CBORType.TextString ? key.AsString() : key.toString();
      lines.add(extension(name, outputs.get(key)));
    }
    return Node.parent("extensions", "", lines);
  }

  private static Node extension(String name, CBORObject output) {
    Node line = CborDecoder.decode(name, output);
    return switch (name) {
      case "credProtect" ->
          line.noted(
              Optional.of(output)
                  .filter(it -> it.getType() == CBORType.Integer && it.CanValueFitInInt32())
                  .map(CBORObject::AsInt32Value)
                  .map(CRED_PROTECT::get)
                  .orElse("not a level that CTAP defines"));
      case "hmac-secret", "hmac-secret-mc" ->
          output.getType() == CBORType.ByteString
              ? line.noted("encrypted for the client, " + line.note())
              : line.noted("whether a secret was made for this credential");
      case "minPinLength" -> line.noted("least number of characters in a PIN");
      case "credBlob" -> line;
      case "largeBlobKey", "uvm", "thirdPartyPayment" -> line;
      default ->
          line.noted(
              line.note().isEmpty() ? "unknown extension" : "unknown extension, " + line.note());
    };
  }

  private static Node damage(Damage damage) {
    return Node.bad("damaged", "at byte " + damage.offset(), damage.fault());
  }
}
