package dev.touchstone.rp.attestation;

import static dev.touchstone.rp.attestation.Issued.NOW;
import static dev.touchstone.rp.attestation.Issued.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import java.security.Signature;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that can be wrong with a packed attestation has its own sentence. */
class AttestationExplainerTest {

  private static final UUID MODEL = UUID.fromString("2fc0579f-8113-47ea-b116-bb5a8db9202a");
  private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final String SUBJECT = "C=SE,O=Ada AB,OU=Authenticator Attestation,CN=Ada Key";
  private static final byte[] HASH = new byte[32];

  private Issued root;
  private Issued leaf;

  @BeforeEach
  void issue() throws Exception {
    root = order("CN=Ada Root").ca().selfSigned();
    leaf = order(SUBJECT).aaguid(MODEL).by(root);
  }

  @Test
  void aGoodOneIsTrusted() throws Exception {
    AttestationReport report = explain(packed(leaf));
    assertThat(report.sentence()).startsWith("Trusted: the certificate \"Ada Key\"");
    assertThat(report.trusted()).isTrue();
    assertThat(report.type()).isEqualTo("Basic");
    assertThat(report.aaguid()).isEqualTo(MODEL.toString());
    assertThat(report.model()).contains("YubiKey 5 Series with NFC");
    assertThat(report.path().getFirst().notes())
        .anyMatch(note -> note.startsWith("FIDO AAGUID (1.3.6.1.4.1.45724.1.1.4): " + MODEL));
  }

  @Test
  void withoutClientDataItSaysThatTheSignatureIsOpen() throws Exception {
    AttestationReport report =
        AttestationExplainer.explain(packed(leaf), Optional.empty(), anchors(), NOW);
    assertThat(report.sentence())
        .startsWith("Trusted: ")
        .endsWith("was not verified, because the client data is not known here.");
  }

  @Test
  void otherClientDataIsFoundOut() throws Exception {
    byte[] other = new byte[32];
    other[0] = 1;
    AttestationReport report =
        AttestationExplainer.explain(packed(leaf), Optional.of(other), anchors(), NOW);
    assertThat(report.trusted()).isFalse();
    assertThat(report.sentence())
        .startsWith(
            "Untrusted because the statement's signature (ES256 (-7)) does not verify with the key of the leaf certificate.")
        .endsWith("register again.");
    assertThat(report.path()).hasSize(2);
  }

  @Test
  void anotherModelInTheCertificateIsFoundOut() throws Exception {
    Issued wrong = order(SUBJECT).aaguid(OTHER).by(root);
    assertThat(explain(packed(wrong)).sentence())
        .startsWith(
            "Untrusted because the leaf certificate is for the AAGUID %s, but the authenticator data says %s."
                .formatted(OTHER, MODEL));
  }

  @Test
  void aCriticalAaguidExtensionIsFoundOut() throws Exception {
    assertThat(explain(packed(order(SUBJECT).criticalAaguid(MODEL).by(root))).sentence())
        .contains("marked critical");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "O=Ada AB,OU=Authenticator Attestation,CN=Ada Key | no country of two letters (C)",
        "C=SE,OU=Authenticator Attestation,CN=Ada Key | no O",
        "C=SE,O=Ada AB,OU=Authenticator Attestation | no CN",
        "C=SE,O=Ada AB,OU=Marketing,CN=Ada Key | not the OU \"Authenticator Attestation\"",
        "C=SE,O=Ada AB,CN=Ada Key | not the OU \"Authenticator Attestation\""
      })
  void theSubjectMustBeAsTheSpecificationAsks(String subject, String because) throws Exception {
    AttestationReport report = explain(packed(order(subject).by(root)));
    assertThat(report.trusted()).isFalse();
    assertThat(report.sentence()).contains("the leaf certificate's subject has " + because);
  }

  @Test
  void aCaAsLeafIsFoundOut() throws Exception {
    assertThat(explain(packed(order(SUBJECT).ca().by(root))).sentence())
        .contains("the leaf certificate is a CA");
  }

  @Test
  void selfAttestationMustBeForTheAlgorithmOfTheKey() {
    byte[] object = object("packed", CBORObject.NewMap().Add("alg", -8).Add("sig", new byte[64]));
    assertThat(explain(object).sentence())
        .contains("the statement says EdDSA (-8), but the credential's key is for ES256 (-7)");
  }

  @Test
  void anUnknownAlgorithmCannotBeVerifiedHere() throws Exception {
    CBORObject statement = statement(leaf).Set("alg", -4711);
    assertThat(explain(object("packed", statement)).sentence())
        .contains("cannot verify signatures with the algorithm unknown (-4711)");
  }

  @Test
  void anUnknownFormatIsNamedAndItsCertificatesAreShown() throws Exception {
    AttestationReport report = explain(object("acme-proof", statement(leaf)));
    assertThat(report.sentence())
        .contains("nobody here knows the attestation statement format \"acme-proof\"");
    assertThat(report.type()).isEqualTo("Unknown");
    assertThat(report.path()).hasSize(2);
  }

  @Test
  void noneSaysWhatToDo() {
    AttestationReport report = explain(object("none", CBORObject.NewMap()));
    assertThat(report.type()).isEqualTo("None");
    assertThat(report.sentence())
        .contains("there is no attestation statement (format none)")
        .contains("\"direct\"");
  }

  @Test
  void noneWithAStatementIsFoundOut() throws Exception {
    assertThat(explain(object("none", statement(leaf))).sentence()).contains("not an empty map");
  }

  @Test
  void compoundStatementsMustAllHold() throws Exception {
    CBORObject good = CBORObject.NewMap().Add("fmt", "packed").Add("attStmt", statement(leaf));
    CBORObject none = CBORObject.NewMap().Add("fmt", "none").Add("attStmt", CBORObject.NewMap());
    CBORObject bad =
        CBORObject.NewMap()
            .Add("fmt", "packed")
            .Add("attStmt", statement(leaf).Set("sig", new byte[70]));
    assertThat(explain(object("compound", CBORObject.NewArray().Add(good).Add(none))).trusted())
        .isTrue();
    assertThat(explain(object("compound", CBORObject.NewArray().Add(good).Add(bad))).sentence())
        .contains("does not verify");
    assertThat(explain(object("compound", CBORObject.NewArray().Add(good))).sentence())
        .contains("not an array of two statements or more");
  }

  @Test
  void compoundInCompoundIsRefused() {
    CBORObject inner =
        CBORObject.NewMap().Add("fmt", "compound").Add("attStmt", CBORObject.NewArray());
    assertThat(explain(object("compound", CBORObject.NewArray().Add(inner).Add(inner))).sentence())
        .contains("inside another one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''         | the bytes end",
        "ff         | none belongs",
        "80         | it is not a CBOR map",
        "a0         | it has no fmt",
        "a1c363     | at byte"
      })
  void bytesThatAreNoAttestationObjectAreReportedNotThrown(String hex, String because) {
    AttestationReport report = explain(HexFormat.of().parseHex(hex));
    assertThat(report.trusted()).isFalse();
    assertThat(report.sentence())
        .startsWith("Untrusted because the attestation object cannot be read: ")
        .contains(because);
  }

  @Test
  void everyTruncationIsReportedNotThrown() throws Exception {
    byte[] whole = packed(leaf);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = java.util.Arrays.copyOf(whole, length);
      assertThat(explain(part).trusted()).isFalse();
    }
  }

  @Test
  void noFlippedByteIsTrustedOrThrown() throws Exception {
    byte[] whole = packed(leaf);
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 0x55;
      assertThat(explain(flipped).trusted()).as("byte %d", i).isFalse();
    }
  }

  private AttestationReport explain(byte[] object) {
    return AttestationExplainer.explain(object, Optional.of(HASH), anchors(), NOW);
  }

  private TrustAnchors anchors() {
    return TrustAnchors.none().plus("a test", List.of(root.certificate()));
  }

  private static byte[] packed(Issued signer) throws Exception {
    return object("packed", statement(signer));
  }

  private static CBORObject statement(Issued signer) throws Exception {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(signer.keys().getPrivate());
    signature.update(authenticatorData());
    signature.update(HASH);
    return CBORObject.NewMap()
        .Add("alg", -7)
        .Add("sig", signature.sign())
        .Add("x5c", CBORObject.NewArray().Add(signer.certificate().getEncoded()));
  }

  private static byte[] object(String format, CBORObject statement) {
    return CBORObject.NewOrderedMap()
        .Add("fmt", format)
        .Add("attStmt", statement)
        .Add("authData", authenticatorData())
        .EncodeToBytes();
  }

  private static byte[] authenticatorData() {
    CBORObject key =
        CBORObject.NewOrderedMap()
            .Add(1, 2)
            .Add(3, -7)
            .Add(-1, 1)
            .Add(-2, new byte[32])
            .Add(-3, new byte[32]);
    String head = "00".repeat(32) + "41" + "00000007" + MODEL.toString().replace("-", "") + "0004";
    return HexFormat.of()
        .parseHex(head + "01020304" + HexFormat.of().formatHex(key.EncodeToBytes()));
  }
}
