package dev.touchstone.rp.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.inspect.Node.Severity;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the trees say. */
class TreeTest {

  private final Inspector inspector =
      new Inspector(TrustAnchors.bundled(), InstantSource.fixed(Samples.RECORDING.at()));

  @Test
  void aRegistrationResponseIsSpelledOutAndVerified() throws Exception {
    Inspection inspection = inspector.inspect(Samples.registrationJson());
    Node tree = inspection.tree();
    assertThat(inspection.attestation().orElseThrow().trusted()).isTrue();
    assertThat(find(tree, "trust").severity()).isEqualTo(Severity.GOOD);
    assertThat(find(tree, "attestation signature").severity()).isEqualTo(Severity.GOOD);
    assertThat(find(tree, "model").value()).isEqualTo("YubiKey 5 Series with NFC");
    assertThat(find(tree, "RP ID hash").note()).isEqualTo("SHA-256 of \"example.com\"");
    assertThat(find(tree, "signature counter").value()).isEqualTo("11");
    assertThat(find(tree, "AAGUID").note()).isEqualTo("YubiKey 5 Series with NFC");
    assertThat(find(tree, "certificate path").children()).hasSize(2);
    assertThat(all(tree)).noneMatch(node -> node.severity() == Severity.BAD);
  }

  @Test
  void flagsAreSpelledOutWithTheirByte() throws Exception {
    Node flags = find(inspector.inspect(Samples.authenticatorData()).tree(), "flags");
    assertThat(flags.value()).isEqualTo("0x41");
    assertThat(flags.note()).isEqualTo("UP AT");
    assertThat(flags.children())
        .extracting(Node::name)
        .containsExactly(
            "UP (bit 0)", "UV (bit 2)", "BE (bit 3)", "BS (bit 4)", "AT (bit 6)", "ED (bit 7)");
    assertThat(find(flags, "UP (bit 0)").value()).isEqualTo("1");
    assertThat(find(flags, "UV (bit 2)").value()).isEqualTo("0");
  }

  @Test
  void impossibleFlagsAreMarked() throws Exception {
    byte[] data = Samples.assertionData();
    data[32] = 0x13;
    Node tree = inspector.inspect(data).tree();
    assertThat(find(tree, "BS (bit 4)").severity()).isEqualTo(Severity.BAD);
    assertThat(find(tree, "reserved (bits 1 and 5)").severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void theKeyIsSpelledOut() throws Exception {
    Node key = inspector.inspect(Samples.coseKey()).tree();
    assertThat(key.value()).isEqualTo("EC2");
    assertThat(find(key, "kty (1)").note()).isEqualTo("EC2");
    assertThat(find(key, "alg (3)").note()).isEqualTo("ES256");
    assertThat(find(key, "crv (-1)").note()).isEqualTo("P-256");
    assertThat(find(key, "x (-2)").value()).hasSize(64);
    assertThat(find(key, "y (-3)").note()).isEqualTo("32 bytes");
  }

  @Test
  void unknownAlgorithmsCurvesAndLabelsAreShownAsNumbers() throws Exception {
    byte[] key =
        CBORObject.NewMap()
            .Add(1, 2)
            .Add(3, -4711)
            .Add(-1, 99)
            .Add(-2, new byte[32])
            .Add(-99, "new")
            .EncodeToBytes();
    Node tree = inspector.inspect(key).tree();
    assertThat(find(tree, "alg (3)").note()).isEqualTo("unknown algorithm");
    assertThat(find(tree, "crv (-1)").note()).isEqualTo("unknown");
    assertThat(find(tree, "label -99").value()).isEqualTo("new");
    assertThat(find(tree, "use").severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void extensionOutputsAreExplained() throws Exception {
    byte[] outputs =
        CBORObject.NewOrderedMap()
            .Add("credProtect", 3)
            .Add("hmac-secret", true)
            .Add("minPinLength", 6)
            .Add("acme", "x")
            .EncodeToBytes();
    byte[] data = concatenate(Samples.assertionData(), outputs);
    data[32] |= (byte) 0x80;
    Node extensions = find(inspector.inspect(data).tree(), "extensions");
    assertThat(find(extensions, "credProtect").note()).isEqualTo("user verification required");
    assertThat(find(extensions, "minPinLength").value()).isEqualTo("6");
    assertThat(find(extensions, "acme").note()).startsWith("unknown extension");
  }

  @Test
  void anAuthenticationResponseSaysThatItsSignatureIsOpen() throws Exception {
    Node tree = inspector.inspect(Samples.authenticationJson()).tree();
    assertThat(find(tree, "signature").note()).startsWith("not verified: ");
    assertThat(find(tree, "userHandle").value()).isEqualTo("616461");
    assertThat(find(tree, "signature counter").value()).isEqualTo("12");
  }

  @Test
  void mismatchesInAResponseAreMarkedAtTheirPlace() throws Exception {
    String json = Samples.registrationJson().replace(Samples.credentialId(), "AAAA");
    assertThat(bad(json)).extracting(Node::name).containsExactly("rawId");
    String wrongType =
        Samples.authenticationJson()
            .replace(
                Samples.RECORDING.assertion().orElseThrow().clientDataJson(),
                Samples.RECORDING.registration().clientDataJson());
    assertThat(bad(wrongType)).extracting(Node::note).containsExactly("should be webauthn.get");
  }

  @Test
  void otherClientDataMakesTheAttestationSignatureBad() throws Exception {
    String json =
        Samples.registrationJson()
            .replace(
                Samples.RECORDING.registration().clientDataJson(),
                Samples.part(
                    "{\"type\":\"webauthn.create\",\"challenge\":\"AAAA\",\"origin\":\"https://example.com\"}"));
    assertThat(bad(json)).extracting(Node::name).containsExactly("attestation signature");
    assertThat(inspector.inspect(json).attestation().orElseThrow().trusted()).isFalse();
  }

  @Test
  void aDamagedPartDoesNotHideTheRest() throws Exception {
    CBORObject object = CBORObject.DecodeFromBytes(Samples.attestationObject());
    byte[] data = Samples.authenticatorData();
    object.Set("authData", Arrays.copyOf(data, 60));
    object.get("attStmt").get("x5c").Set(0, CBORObject.FromObject((Object) new byte[] {0x30, 1}));
    Node tree = inspector.inspect(object.EncodeToBytes()).tree();
    assertThat(find(tree, "damaged").value()).isEqualTo("at byte 53");
    assertThat(find(tree, "certificate 1").severity()).isEqualTo(Severity.BAD);
    assertThat(find(tree, "RP ID hash").note()).contains("example.com");
    assertThat(find(tree, "AAGUID").note()).contains("YubiKey 5");
    assertThat(find(tree, "trust").value()).contains("cannot be read");
  }

  @Test
  void missingAndUnknownFieldsAreNamed() throws Exception {
    byte[] object =
        CBORObject.NewMap()
            .Add("fmt", "none")
            .Add("attStmt", CBORObject.NewMap().Add("extra", 1))
            .Add("ep", true)
            .EncodeToBytes();
    Node tree = inspector.inspect(object).tree();
    assertThat(find(tree, "authData").note()).isEqualTo("is missing");
    assertThat(find(tree, "ep").note()).startsWith("unknown field");
    assertThat(find(tree, "extra").note()).startsWith("unknown field");
  }

  @Test
  void cborIsShownInDiagnosticNotationToo() throws Exception {
    Node tree = inspector.inspect("a261610161628202f5").tree();
    assertThat(find(tree, "diagnostic notation").value()).isEqualTo("{\"a\": 1, \"b\": [2, true]}");
    assertThat(find(tree, "[1]").value()).isEqualTo("true");
  }

  @Test
  void tagsFloatsAndBigNumbersAreShown() throws Exception {
    Node tree =
        inspector
            .inspect("85c11a514b67b0f97e00fb3ff199999999999a1bffffffffffffffffd8641864")
            .tree();
    assertThat(find(tree, "[0]").value()).isEqualTo("tag 1");
    assertThat(find(tree, "[1]").value()).isEqualTo("NaN");
    assertThat(find(tree, "[2]").value()).isEqualTo("1.1");
    assertThat(find(tree, "[3]").value()).isEqualTo("18446744073709551615");
  }

  @Test
  void longListsAreCutAndSaidToBe() throws Exception {
    String json = "{\"list\":[" + "0,".repeat(9_999) + "0]}";
    Node list = find(inspector.inspect(json).tree(), "list");
    assertThat(list.children()).hasSize(501);
    assertThat(list.children().getLast().value()).isEqualTo("9500 more are not shown");
  }

  @Test
  void aJwtsTimesAreDatesAndItsSignatureIsOpen() throws Exception {
    Node tree = inspector.inspect(Samples.jwt()).tree();
    assertThat(find(tree, "alg").value()).isEqualTo("RS256");
    assertThat(find(tree, "iat").note()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(find(tree, "exp").note()).isEqualTo("2026-01-01T01:00:00Z");
    assertThat(find(tree, "signature").severity()).isEqualTo(Severity.WARNING);
    assertThat(find(tree, "signature").note()).startsWith("not verified");
  }

  @Test
  void aCertificateIsSpelledOutWithItsPath() throws Exception {
    Node tree = inspector.inspect(Samples.pem()).tree();
    assertThat(find(tree, "trust").severity()).isEqualTo(Severity.GOOD);
    assertThat(find(tree, "FIDO AAGUID").value()).contains("YubiKey 5 Series with NFC");
    assertThat(find(tree, "FIDO U2F transports").value()).isEqualTo("USB, NFC");
    assertThat(find(tree, "certificate path").children())
        .extracting(Node::name)
        .containsExactly("1 leaf", "2 trust anchor");
  }

  @Test
  void aBundleThatBeginsWithTheRootIsTurnedRound() throws Exception {
    String root =
        Samples.pem(TrustAnchors.bundled().anchors().getFirst().certificate().getEncoded());
    Node tree = inspector.inspect(root + Samples.pem()).tree();
    assertThat(find(tree, "1 leaf").value()).contains("Yubico U2F EE");
    assertThat(find(tree, "trust").severity()).isEqualTo(Severity.GOOD);
  }

  @Test
  void optionsNameTheirAlgorithms() throws Exception {
    Node tree = inspector.inspect(Samples.creationOptions()).tree();
    assertThat(all(tree).stream().filter(it -> it.name().equals("alg")).map(Node::note))
        .containsExactly("ES256 (-7)", "unknown (-4711)");
    assertThat(find(tree, "challenge").note()).isEqualTo("16 bytes");
  }

  @Test
  void aSignatureIsCheckedWhereTheKeyIsInTheAuthenticatorData() throws Exception {
    var assertion = Samples.RECORDING.assertion().orElseThrow();
    String json =
        "{\"response\":{\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\"}}"
            .formatted(
                assertion.clientDataJson(),
                Base64.getUrlEncoder().encodeToString(Samples.authenticatorData()),
                assertion.signature());
    Node signature = find(inspector.inspect(json).tree(), "signature");
    assertThat(signature.severity()).isEqualTo(Severity.BAD);
    assertThat(signature.note()).contains("does not verify");
  }

  private List<Node> bad(String json) throws Exception {
    return all(inspector.inspect(json).tree()).stream()
        .filter(node -> node.severity() == Severity.BAD)
        .toList();
  }

  private static Node find(Node tree, String name) {
    return tree.find(name).orElseThrow(() -> new AssertionError("no line " + name));
  }

  private static List<Node> all(Node tree) {
    return Stream.concat(
            Stream.of(tree), tree.children().stream().flatMap(child -> all(child).stream()))
        .toList();
  }

  private static byte[] concatenate(byte[] a, byte[] b) {
    return HexFormat.of().parseHex(HexFormat.of().formatHex(a) + HexFormat.of().formatHex(b));
  }
}
