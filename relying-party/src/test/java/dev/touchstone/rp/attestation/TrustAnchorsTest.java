package dev.touchstone.rp.attestation;

import static dev.touchstone.rp.attestation.Issued.NOW;
import static dev.touchstone.rp.attestation.Issued.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustAnchorsTest {

  @TempDir Path folder;

  /** As Yubico publishes them; see the head of the bundled files. */
  @Test
  void yubicosRootsAreBundled() {
    TrustAnchors bundled = TrustAnchors.bundled();
    assertThat(bundled.complaints()).isEmpty();
    assertThat(bundled.anchors())
        .extracting(it -> CertificateText.fingerprint(it.certificate()))
        .containsExactly(
            "0fa1386f80eb8713263ae5c1d84deb455bdf08aea50ab05503cefee82b092d42",
            "35f1a54b353bfb711e6d42adbeb76c0e9dead095018e6a94783ba2192fd6faad",
            "62760c6a6ef91679f454c8902b80fd009825b3f25da90f1fbace2ec6586cd5a8");
  }

  @Test
  void everyBundledIntermediateLeadsToABundledRoot() {
    TrustAnchors bundled = TrustAnchors.bundled();
    assertThat(bundled.intermediates()).isNotEmpty();
    for (X509Certificate intermediate : bundled.intermediates()) {
      CertificatePath path = CertificatePath.judge(List.of(intermediate), bundled, NOW);
      assertThat(path.sentence()).contains("\"Yubico Attestation Root 1\"").startsWith("Trusted");
    }
  }

  @Test
  void theLibraryGetsIntermediatesThatLeadToAnAnchorAsRoots() throws Exception {
    Issued root = order("CN=Root").ca().selfSigned();
    Issued middle = order("CN=Middle").ca().by(root);
    Issued stray = order("CN=Middle").ca().by(order("CN=Nobody").ca().selfSigned());
    Issued leaf = order("CN=Key").by(middle);
    TrustAnchors anchors =
        TrustAnchors.none()
            .plus("a test", List.of(root.certificate()))
            .plusIntermediates(List.of(middle.certificate(), stray.certificate()));
    var result =
        anchors
            .trustSource(InstantSource.fixed(NOW))
            .findTrustRoots(List.of(leaf.certificate()), Optional.empty());
    assertThat(result.getTrustRoots())
        .containsExactlyInAnyOrder(root.certificate(), middle.certificate());
    assertThat(result.isEnableRevocationChecking()).isFalse();
  }

  @Test
  void pemAndDerFilesOfAFolderAreTrusted() throws Exception {
    Issued one = order("CN=One").ca().selfSigned();
    Issued two = order("CN=Two").ca().selfSigned();
    Issued three = order("CN=Three").ca().selfSigned();
    write("a.pem", "A comment\n" + pem(one) + "and one more\n" + pem(two));
    Files.write(folder.resolve("b.CER"), three.certificate().getEncoded());
    write("notes.txt", "not read");
    TrustAnchors anchors = TrustAnchors.none().plusFolder(folder);
    assertThat(anchors.complaints()).isEmpty();
    assertThat(anchors.anchors())
        .extracting(it -> it.certificate())
        .containsExactly(one.certificate(), two.certificate(), three.certificate());
    assertThat(anchors.anchors().getFirst().origin()).isEqualTo("the file a.pem");
  }

  @Test
  void windowsLineEndsAreRead() throws Exception {
    write("a.pem", pem(order("CN=One").ca().selfSigned()).replace("\n", "\r\n"));
    assertThat(TrustAnchors.none().plusFolder(folder).anchors()).hasSize(1);
  }

  @Test
  void aDamagedCertificateIsReportedAndTheOthersAreKept() throws Exception {
    Issued good = order("CN=Good").ca().selfSigned();
    write(
        "a.pem", "-----BEGIN CERTIFICATE-----\nMIIBAAAA\n-----END CERTIFICATE-----\n" + pem(good));
    TrustAnchors anchors = TrustAnchors.none().plusFolder(folder);
    assertThat(anchors.anchors()).hasSize(1);
    assertThat(anchors.complaints())
        .singleElement()
        .asString()
        .startsWith("Certificate 1 in the file ")
        .contains("a.pem")
        .endsWith("is damaged; it was skipped. Export it again.");
  }

  @Test
  void filesWithoutACertificateAreReported() throws Exception {
    write("empty.pem", "");
    write("garbage.crt", "0123456789");
    Files.write(folder.resolve("half.cer"), new byte[] {0x30, (byte) 0x82, 1});
    TrustAnchors anchors = TrustAnchors.none().plusFolder(folder);
    assertThat(anchors.anchors()).isEmpty();
    assertThat(anchors.complaints()).hasSize(3).allMatch(it -> it.contains("skipped"));
  }

  @Test
  void aFileThatIsNoListOfCertificatesBySizeIsReported() throws Exception {
    Files.write(folder.resolve("large.pem"), new byte[(1 << 20) + 1]);
    assertThat(TrustAnchors.none().plusFolder(folder).complaints())
        .singleElement()
        .asString()
        .contains("larger than 1 MiB");
  }

  @Test
  void aFolderNamedLikeAFileIsReported() throws Exception {
    Files.createDirectory(folder.resolve("sub.pem"));
    assertThat(TrustAnchors.none().plusFolder(folder).complaints()).hasSize(1);
  }

  @Test
  void aFolderThatDoesNotExistAddsNothing() {
    TrustAnchors anchors = TrustAnchors.none().plusFolder(folder.resolve("none"));
    assertThat(anchors).isEqualTo(TrustAnchors.none());
  }

  @Test
  void aFileInPlaceOfTheFolderIsReported() throws Exception {
    write("file", "");
    assertThat(TrustAnchors.none().plusFolder(folder.resolve("file")).complaints())
        .singleElement()
        .asString()
        .contains("cannot be listed");
  }

  private void write(String name, String content) throws Exception {
    Files.writeString(folder.resolve(name), content);
  }

  private static String pem(Issued issued) throws Exception {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(issued.certificate().getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
