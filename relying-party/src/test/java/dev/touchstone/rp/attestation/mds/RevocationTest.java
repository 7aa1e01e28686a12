package dev.touchstone.rp.attestation.mds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.attestation.Issued;
import dev.touchstone.rp.attestation.mds.BlobCheck.Outcome;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists of revoked certificates over a web server on this computer. */
class RevocationTest {

  private static final Instant LATER = Issued.NOW.plus(Duration.ofDays(7));

  private final LocalWeb web = new LocalWeb();
  private final Issued root = Issued.order("CN=Metadata root").ca().selfSigned();
  private final Issued between =
      Issued.order("CN=Metadata intermediate")
          .ca()
          .revocationList(web.address("/root.crl").toString())
          .by(root);
  private final Issued signer =
      Issued.order("CN=mds.example")
          .revocationList(web.address("/between.crl").toString())
          .by(between);

  RevocationTest() throws Exception {}

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  void listsThatNameNoneOfItsCertificatesLetABlobPass() throws Exception {
    web.gives("/root.crl", list(root, LATER));
    web.gives("/between.crl", list(between, LATER));

    JudgedBlob judged = judge();

    assertThat(judged.believed()).isTrue();
    assertThat(revocation(judged).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(web.asked()).containsExactlyInAnyOrder("/between.crl", "/root.crl");
  }

  @Test
  void aRevokedSignerIsRefusedWithTheDay() throws Exception {
    web.gives("/root.crl", list(root, LATER));
    web.gives("/between.crl", list(between, LATER, signer.certificate()));

    JudgedBlob judged = judge();

    assertThat(judged.believed()).isFalse();
    assertThat(judged.objection()).contains("Certificate 1 was revoked on 2026-05-31");
  }

  @Test
  void aRevokedIntermediateIsRefused() throws Exception {
    web.gives("/root.crl", list(root, LATER, between.certificate()));
    web.gives("/between.crl", list(between, LATER));

    assertThat(judge().objection()).contains("Certificate 2 was revoked");
  }

  @Test
  void aListThatCannotBeHadIsSaidAndRefusesNothing() throws Exception {
    web.gives("/root.crl", list(root, LATER));

    JudgedBlob judged = judge();

    assertThat(judged.believed()).isTrue();
    assertThat(revocation(judged).outcome()).isEqualTo(Outcome.NOTED);
    assertThat(revocation(judged).explanation())
        .contains("Whether certificate 1 was revoked is not known")
        .contains("HTTP 404");
  }

  @Test
  void aListThatIsOutOfDateIsNotReliedOn() throws Exception {
    web.gives("/root.crl", list(root, LATER));
    web.gives("/between.crl", list(between, Issued.NOW.minusSeconds(1)));

    assertThat(revocation(judge()).explanation()).contains("out of date or not its issuer's");
  }

  @Test
  void aListThatSomebodyElseSignedIsNotReliedOn() throws Exception {
    Issued impostor = Issued.order("CN=Metadata intermediate").ca().selfSigned();
    web.gives("/root.crl", list(root, LATER));
    web.gives("/between.crl", list(impostor, LATER, signer.certificate()));

    JudgedBlob judged = judge();

    assertThat(judged.believed()).isTrue();
    assertThat(revocation(judged).outcome()).isEqualTo(Outcome.NOTED);
  }

  @Test
  void aWebPageInPlaceOfAListIsSaid() throws Exception {
    web.gives("/root.crl", list(root, LATER));
    web.gives("/between.crl", "<html>".getBytes(StandardCharsets.UTF_8));

    assertThat(revocation(judge()).explanation()).contains("is no such list");
  }

  @Test
  void certificatesWithoutAnAddressAreSaidToHaveNone() throws Exception {
    Issued bare = Issued.order("CN=mds.example").by(root);

    JudgedBlob judged = judge(Blobs.signed(Blobs.payload(), bare));

    assertThat(revocation(judged).explanation()).contains("names no list");
  }

  private JudgedBlob judge() throws Exception {
    return judge(Blobs.signed(Blobs.payload(), signer, between));
  }

  private JudgedBlob judge(String blob) {
    return BlobJudge.judge(
        blob,
        List.of(Publisher.of("Tester", root.certificate())),
        new HttpRevocationLists(new Download(1 << 20, Duration.ofSeconds(20))),
        Issued.NOW);
  }

  private static BlobCheck revocation(JudgedBlob judged) {
    return judged.checks().stream()
        .filter(check -> check.title().equals("No certificate was revoked"))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] list(Issued issuer, Instant nextUpdate, X509Certificate... revoked)
      throws IOException, org.bouncycastle.operator.OperatorCreationException {
    X509v2CRLBuilder builder =
        new X509v2CRLBuilder(
            X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded()),
            Date.from(Issued.NOW.minus(Duration.ofDays(1))));
    builder.setNextUpdate(Date.from(nextUpdate));
    for (X509Certificate each : revoked) {
      BigInteger number = each.getSerialNumber();
      builder.addCRLEntry(
          number, Date.from(Issued.NOW.minus(Duration.ofDays(1))), CRLReason.keyCompromise);
    }
    return builder
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.keys().getPrivate()))
        .getEncoded();
  }
}
