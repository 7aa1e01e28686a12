package dev.touchstone.rp.http.tls.certificate;

import static dev.touchstone.rp.http.tls.certificate.Authority.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.rp.http.tls.certificate.Authority.Wish;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every pair that cannot be used is refused with a sentence that says what to do. */
final class CertificateFilesTest {

  private static final Instant LATER = NOON.plus(Duration.ofDays(1));

  @TempDir Path folder;
  private PemFolder pems;
  private Authority root;
  private Authority intermediate;

  @BeforeEach
  void foundTheAuthority() throws Exception {
    pems = new PemFolder(folder);
    root = Authority.root("root");
    intermediate = root.intermediate("intermediate");
  }

  @Test
  void aWholeChainIsTaken() throws Exception {
    ServerIdentity issued =
        intermediate.issue(
            Wish.server("login.example.com", "*.example.com"),
            intermediate.certificate(),
            root.certificate());

    ServerIdentity read = written(issued).read(LATER);

    assertThat(read.chain()).isEqualTo(issued.chain());
    assertThat(read.names()).containsExactly("login.example.com", "*.example.com");
    assertThat(read.fingerprint()).matches("[0-9a-f]{64}");
    assertThat(read.toString()).doesNotContain(String.valueOf(issued.key()));
    assertThat(findings(issued)).isEmpty();
  }

  @Test
  void aChainMayEndBeforeItsRoot() throws Exception {
    assertThat(
            written(intermediate.issue(Wish.server("a.example"), intermediate.certificate()))
                .read(LATER)
                .chain())
        .hasSize(2);
  }

  @Test
  void aMissingFileIsNamed() {
    CertificateFiles files = pems.files();

    assertThat(refusal(files))
        .hasMessageContaining("There is no file " + pems.certificate())
        .hasMessageContaining("touchstone tls self-signed");
  }

  @Test
  void aKeyOfAnotherCertificateIsRefused() throws Exception {
    ServerIdentity one = root.issue(Wish.server("a.example"));
    ServerIdentity other = root.issue(Wish.server("a.example"));

    assertThat(refusal(written(new ServerIdentity(one.chain(), other.key()))))
        .hasMessageContaining("The private key belongs to another certificate.");
  }

  @Test
  void aKeyOfAnotherKindIsRefused() throws Exception {
    ServerIdentity curve = root.issue(Wish.server("a.example"));
    ServerIdentity rsa = root.issue(Wish.server("a.example").rsa(2048));

    assertThat(refusal(written(new ServerIdentity(curve.chain(), rsa.key()))))
        .hasMessageContaining("belongs to another certificate");
  }

  @Test
  void anExpiredCertificateIsRefused() throws Exception {
    assertThat(refusal(written(root.issue(Wish.server("a.example").until(NOON.plusSeconds(60))))))
        .hasMessageContaining("It expired on 2026-06-01T12:01:00Z.")
        .hasMessageContaining("this computer's clock says " + LATER);
  }

  @Test
  void aCertificateOfTheFutureIsRefused() throws Exception {
    assertThat(refusal(written(root.issue(Wish.server("a.example").from(LATER.plusSeconds(60))))))
        .hasMessageContaining("It is not valid before 2026-06-02T12:01:00Z")
        .hasMessageContaining("put the clock right");
  }

  @Test
  void aChainInTheWrongOrderIsRefused() throws Exception {
    ServerIdentity right = intermediate.issue(Wish.server("a.example"));
    X509Certificate leaf = right.leaf();

    assertThat(
            refusal(
                written(
                    new ServerIdentity(List.of(intermediate.certificate(), leaf), right.key()))))
        .hasMessageContaining("Its certificates are in the wrong order.")
        .hasMessageContaining("cat server.pem intermediate.pem");
    assertThat(
            refusal(
                written(
                    new ServerIdentity(
                        List.of(leaf, root.certificate(), intermediate.certificate()),
                        right.key()))))
        .hasMessageContaining("number 2 did not issue number 1");
  }

  @Test
  void anIssuerOfTheSameNameWithAnotherKeyIsRefused() throws Exception {
    ServerIdentity issued =
        intermediate.issue(
            Wish.server("a.example"), root.intermediate("intermediate").certificate());

    assertThat(refusal(written(issued))).hasMessageContaining("number 2 did not issue number 1");
  }

  @Test
  void whatIsNoCertificateIsToldWhatItIs() throws Exception {
    ServerIdentity issued = root.issue(Wish.server("a.example"));
    written(issued);

    assertThat(refusal(new CertificateFiles(pems.key(), pems.key())))
        .hasMessageContaining("There is no certificate in " + pems.key())
        .hasMessageContaining("It holds a private key");
    Files.write(pems.certificate(), issued.leaf().getEncoded());
    assertThat(refusal(pems.files())).hasMessageContaining("openssl x509 -inform der");
    Files.writeString(
        pems.certificate(), PemFolder.pem(issued.chain()).replaceFirst("(?m)^MII.*$", "MIIBtruly"));
    assertThat(refusal(pems.files()))
        .hasMessageContaining("Certificate 1 in " + pems.certificate() + " is damaged");
  }

  @Test
  void whatBrowsersWillNotLikeIsAWarning() throws Exception {
    assertThat(findings(root.issue(Wish.server())))
        .singleElement()
        .asString()
        .contains("It names no host");
    assertThat(
            findings(root.issue(Wish.server("a.example").purpose(KeyPurposeId.id_kp_clientAuth))))
        .singleElement()
        .asString()
        .contains("It is not meant for servers");
    assertThat(findings(root.issue(Wish.server("a.example").rsa(1024))))
        .singleElement()
        .asString()
        .contains("Its RSA key has 1024 bits");
    assertThat(findings(root.issue(Wish.server("a.example").until(LATER.plusSeconds(60)))))
        .singleElement()
        .asString()
        .contains("It expires on 2026-06-02T12:01:00Z");
    ServerIdentity alone = intermediate.issue(Wish.server("a.example"));
    assertThat(new CertificateCheck(alone.chain(), Optional.of(alone.key())).findings(LATER))
        .singleElement()
        .asString()
        .contains("It comes without its issuer, CN=intermediate");
  }

  @Test
  void certificateAndKeyMayStandInOneFile() throws Exception {
    ServerIdentity issued = root.issue(Wish.server("a.example"));
    written(issued);
    Files.writeString(
        pems.key(), Files.readString(pems.certificate()) + Files.readString(pems.key()));

    assertThat(new CertificateFiles(pems.key(), pems.key()).read(LATER).chain())
        .isEqualTo(issued.chain());
  }

  private List<CertificateFinding> findings(ServerIdentity issued) {
    List<X509Certificate> chain =
        issued.chain().size() == 1 ? List.of(issued.leaf(), root.certificate()) : issued.chain();
    return new CertificateCheck(chain, Optional.of(issued.key())).findings(LATER);
  }

  private CertificateFiles written(ServerIdentity identity) throws Exception {
    pems.write(identity);
    return pems.files();
  }

  private static CertificateRefused refusal(CertificateFiles files) {
    return catchThrowableOfType(CertificateRefused.class, () -> files.read(LATER));
  }
}
