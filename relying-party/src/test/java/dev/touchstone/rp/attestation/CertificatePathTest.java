package dev.touchstone.rp.attestation;

import static dev.touchstone.rp.attestation.Issued.NOW;
import static dev.touchstone.rp.attestation.Issued.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.attestation.AttestationReport.PathElement;
import dev.touchstone.rp.attestation.AttestationReport.Role;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertificatePathTest {

  private Issued root;
  private Issued middle;
  private Issued leaf;

  @BeforeEach
  void issue() throws Exception {
    root = order("CN=Ada Root").ca().selfSigned();
    middle = order("CN=Ada Intermediate").caWithPathLength(0).by(root);
    leaf = order("CN=Ada Key 1").by(middle);
  }

  @Test
  void aChainThatEndsAtAnAnchorIsTrusted() {
    CertificatePath path = judge(anchors(root), leaf, middle);
    assertThat(path.trusted()).isTrue();
    assertThat(path.sentence())
        .isEqualTo(
            "Trusted: the certificate \"Ada Key 1\" leads to the trust anchor \"Ada Root\" (the laboratory).");
    assertThat(path.elements())
        .extracting(PathElement::role)
        .containsExactly(Role.LEAF, Role.INTERMEDIATE, Role.ANCHOR);
  }

  @Test
  void theOrderOfTheRestOfTheChainDoesNotMatter() {
    Issued other = middle;
    assertThat(judge(anchors(root), leaf, root, other).trusted()).isTrue();
  }

  @Test
  void aKnownIntermediateBridgesAChainThatLeavesItOut() {
    TrustAnchors known = anchors(root).plusIntermediates(List.of(middle.certificate()));
    assertThat(judge(known, leaf).trusted()).isTrue();
    assertThat(judge(known, leaf).elements()).hasSize(3);
  }

  @Test
  void anIntermediateAloneIsNoAnchor() {
    TrustAnchors known = TrustAnchors.none().plusIntermediates(List.of(middle.certificate()));
    CertificatePath path = judge(known, leaf);
    assertThat(path.trusted()).isFalse();
    assertThat(path.sentence())
        .contains("no trust anchor is known for the issuer \"Ada Root\"")
        .contains("folder of trust anchors");
  }

  @Test
  void aLeafThatIsItselfAnAnchorIsTrusted() {
    CertificatePath path = judge(anchors(leaf), leaf);
    assertThat(path.trusted()).isTrue();
    assertThat(path.elements()).extracting(PathElement::role).containsExactly(Role.ANCHOR);
  }

  @Test
  void anIssuerThatNobodyKnowsIsNamed() {
    assertUntrusted(
        judge(TrustAnchors.none(), leaf),
        "no trust anchor is known for the issuer \"Ada Intermediate\"");
  }

  @Test
  void aRootThatIsNoAnchorIsNamed() {
    assertUntrusted(
        judge(TrustAnchors.none(), leaf, middle, root),
        "its root, certificate 3 \"Ada Root\", is not among the trust anchors");
  }

  @Test
  void anExpiredCertificateIsNamedWithItsDay() throws Exception {
    Issued expired = order("CN=Old Key").valid("2026-01-01", "2026-05-31").by(middle);
    CertificatePath path = judge(anchors(root), expired, middle);
    assertUntrusted(path, "certificate 1 \"Old Key\" expired on 2026-05-31");
    assertThat(path.elements().getFirst().notes()).contains("Expired on 2026-05-31");
  }

  @Test
  void aCertificateFromTheFutureIsNamedWithItsDay() throws Exception {
    Issued early = order("CN=New Key").valid("2026-06-02", "2026-12-31").by(middle);
    assertUntrusted(
        judge(anchors(root), early, middle),
        "certificate 1 \"New Key\" is not valid before 2026-06-02");
  }

  @Test
  void anExpiredIntermediateIsNamedByItsNumber() throws Exception {
    Issued old = order("CN=Old CA").ca().valid("2026-01-01", "2026-02-01").by(root);
    assertUntrusted(
        judge(anchors(root), order("CN=Key").by(old), old),
        "certificate 2 \"Old CA\" expired on 2026-02-01");
  }

  @Test
  void anIssuerOfTheSameNameWithAnotherKeyIsFoundOut() throws Exception {
    Issued impostor = order("CN=Ada Intermediate").ca().by(root);
    assertUntrusted(
        judge(anchors(root), leaf, impostor),
        "the signature of certificate 1 \"Ada Key 1\" was not made with the key of its issuer \"Ada Intermediate\"");
  }

  @Test
  void aLeafThatIssuesIsFoundOut() throws Exception {
    Issued upstart = order("CN=Upstart").by(leaf);
    assertUntrusted(
        judge(anchors(root), upstart, leaf, middle),
        "certificate 2 \"Ada Key 1\" is not a CA, yet it issued certificate 1");
  }

  @Test
  void aPathThatIsTooLongIsFoundOut() throws Exception {
    Issued extra = order("CN=Extra CA").ca().by(middle);
    assertUntrusted(
        judge(anchors(root), order("CN=Key").by(extra), extra, middle),
        "certificate 3 \"Ada Intermediate\" allows at most 0 CA certificates below it, but there are 1");
  }

  @Test
  void whatOnlyJavaRefusesIsToldInItsWords() throws Exception {
    Issued strange = order("CN=Strange Key").critical("1.2.3.4.5").by(middle);
    assertUntrusted(judge(anchors(root), strange, middle), "Java's path validation refuses it: ");
  }

  @Test
  void aCircleOfCertificatesEnds() throws Exception {
    Issued a = order("CN=A").ca().selfSigned();
    Issued b = order("CN=B").ca().by(a);
    Issued likeA = order("CN=A").ca().by(b);
    assertThat(judge(anchors(root), order("CN=Key").by(likeA), likeA, b, likeA).trusted())
        .isFalse();
  }

  @Test
  void theFirstCauseCounts() throws Exception {
    Issued expired = order("CN=Old Key").valid("2026-01-01", "2026-02-01").by(middle);
    assertThat(judge(TrustAnchors.none(), expired).sentence()).contains("expired on 2026-02-01");
  }

  private static void assertUntrusted(CertificatePath path, String because) {
    assertThat(path.trusted()).isFalse();
    assertThat(path.sentence()).startsWith("Untrusted because " + because);
    assertThat(path.sentence()).endsWith(".");
  }

  private static TrustAnchors anchors(Issued... issued) {
    return TrustAnchors.none().plus("the laboratory", certificates(issued));
  }

  private static CertificatePath judge(TrustAnchors known, Issued... chain) {
    return CertificatePath.judge(certificates(chain), known, NOW);
  }

  private static List<X509Certificate> certificates(Issued... issued) {
    return Stream.of(issued).map(Issued::certificate).toList();
  }
}
