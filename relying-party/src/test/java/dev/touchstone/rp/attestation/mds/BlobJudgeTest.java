package dev.touchstone.rp.attestation.mds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.attestation.Issued;
import dev.touchstone.rp.attestation.mds.BlobCheck.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobJudgeTest {

  private final Issued root = Issued.order("CN=Metadata root").ca().selfSigned();
  private final Issued between = Issued.order("CN=Metadata intermediate").ca().by(root);
  private final Issued signer = Issued.order("CN=mds.example").by(between);

  BlobJudgeTest() throws Exception {}

  @Test
  void aGoodBlobIsBelievedAndEveryCheckSaysWhy() throws Exception {
    JudgedBlob judged = judge(Blobs.signed(Blobs.payload(), signer, between));

    assertThat(judged.objection()).isEmpty();
    assertThat(judged.publisher()).contains("Tester");
    assertThat(judged.path()).hasSize(3);
    assertThat(judged.content().orElseThrow().number()).isEqualTo(7);
    assertThat(judged.checks())
        .extracting(BlobCheck::title)
        .containsExactly(
            "It is a signed BLOB",
            "The signature is good",
            "The signer leads to a publisher that is trusted",
            "No certificate was revoked",
            "Its content can be read",
            "It is current",
            "Its terms");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "<!doctype html><title>Sign in to this hotel's network</title>",
        "{\"no\": 7}",
        "a.b",
        "a.b.c.d",
        "ä.ö.ü",
        "e30.e30.e30",
        "..",
        "W10.e30.AAAA",
        "e30=.!!!.AAAA"
      })
  void whatIsNoBlobIsSaidToBeNone(String text) {
    JudgedBlob judged = judge(text);

    assertThat(judged.believed()).isFalse();
    assertThat(judged.objection()).isNotEmpty();
  }

  @Test
  void aChangedContentBreaksTheSignature() throws Exception {
    String[] parts = Blobs.signed(Blobs.payload(), signer, between).split("\\.");
    ObjectNode other = Blobs.payload().put("no", 8);
    parts[1] =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(other.toString().getBytes(StandardCharsets.UTF_8));

    JudgedBlob judged = judge(String.join(".", parts));

    assertThat(judged.believed()).isFalse();
    assertThat(judged.objection()).contains("signature was not made over this content");
    assertThat(judged.checks())
        .extracting(BlobCheck::title)
        .doesNotContain("Its content can be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "", "HS256", "ES256K", "RS1", "../../etc/passwd"})
  void anAlgorithmThatProvesNothingIsRefused(String algorithm) throws Exception {
    JudgedBlob judged =
        judge(
            Blobs.signed(Blobs.payload(), signer, header -> header.put("alg", algorithm), between));

    assertThat(judged.believed()).isFalse();
    assertThat(judged.objection()).contains("The header's algorithm is");
  }

  @Test
  void anAlgorithmOfAnotherKindOfKeyIsRefused() throws Exception {
    JudgedBlob judged =
        judge(Blobs.signed(Blobs.payload(), signer, header -> header.put("alg", "RS256"), between));

    assertThat(judged.objection()).contains("RS256").contains("of the kind EC");
  }

  @Test
  void anotherKeyInTheHeaderIsNotUsed() throws Exception {
    Issued stranger = Issued.order("CN=mds.example").selfSigned();
    JudgedBlob judged =
        judge(
            Blobs.signed(
                Blobs.payload(),
                stranger,
                header -> {
                  header.put("jku", "http://127.0.0.1/keys").put("kid", "mine");
                  header.set("x5c", header.arrayNode().add(base64(signer)).add(base64(between)));
                }));

    assertThat(judged.believed()).isFalse();
    assertThat(judged.objection()).contains("signature was not made");
  }

  @Test
  void aBlobWithoutCertificatesIsRefused() throws Exception {
    JudgedBlob judged =
        judge(Blobs.signed(Blobs.payload(), signer, header -> header.remove("x5c")));

    assertThat(judged.objection()).contains("x5c");
  }

  @Test
  void aForeignRootIsRefusedAndThePathIsShown() throws Exception {
    Issued stranger = Issued.order("CN=Stranger root").ca().selfSigned();
    Issued theirs = Issued.order("CN=mds.example").by(stranger);

    JudgedBlob judged = judge(Blobs.signed(Blobs.payload(), theirs));

    assertThat(judged.believed()).isFalse();
    assertThat(judged.publisher()).isEmpty();
    assertThat(judged.objection()).contains("Stranger root");
    assertThat(judged.path()).isNotEmpty();
  }

  @Test
  void anExpiredSignerIsRefused() throws Exception {
    Issued expired = Issued.order("CN=mds.example").valid("2025-01-01", "2025-12-31").by(between);

    JudgedBlob judged = judge(Blobs.signed(Blobs.payload(), expired, between));

    assertThat(judged.objection()).contains("expired on 2025-12-31");
  }

  @Test
  void aSignerForAnotherHostIsRefusedWhereTheRootSignsForMany() throws Exception {
    Publisher strict =
        new Publisher(
            "Tester",
            Publisher.of("Tester", root.certificate()).roots(),
            Optional.of("mds.example"));
    Issued other = Issued.order("CN=shop.example").host("shop.example").by(between);
    Issued right = Issued.order("CN=Somebody").host("mds.example").by(between);

    assertThat(judge(Blobs.signed(Blobs.payload(), other, between), strict).objection())
        .contains("shop.example")
        .contains("only mds.example may publish");
    assertThat(judge(Blobs.signed(Blobs.payload(), right, between), strict).believed()).isTrue();
    assertThat(judge(Blobs.signed(Blobs.payload(), signer, between), strict).believed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "",
        "{}",
        "{\"no\": 7}",
        "{\"no\": \"7\", \"nextUpdate\": \"2026-07-01\", \"entries\": []}",
        "{\"no\": 7, \"nextUpdate\": \"soon\", \"entries\": []}",
        "{\"no\": 7, \"nextUpdate\": \"2026-07-01\", \"entries\": {}}",
        "{\"no\": 7, \"no\": 8, \"nextUpdate\": \"2026-07-01\", \"entries\": []}",
        "{\"no\": 7, \"nextUpdate\": \"2026-07-01\", \"entries\": []} more",
        "{\"no\": 99999999999999999999, \"nextUpdate\": \"2026-07-01\", \"entries\": []}"
      })
  void aSignedContentThatMakesNoSenseIsRefused(String payload) throws Exception {
    JudgedBlob judged = judge(Blobs.signed(payload, signer, header -> {}, between));

    assertThat(judged.believed()).isFalse();
    assertThat(judged.objection()).contains("cannot be used");
  }

  @Test
  void anOverdueBlobIsUsedAndTheDelayIsSaid() throws Exception {
    JudgedBlob judged =
        judge(Blobs.signed(Blobs.payload().put("nextUpdate", "2026-05-01"), signer, between));

    assertThat(judged.believed()).isTrue();
    assertThat(judged.checks())
        .filteredOn(check -> check.title().equals("It is current"))
        .singleElement()
        .satisfies(check -> {
          assertThat(check.outcome()).isEqualTo(Outcome.NOTED);
          assertThat(check.explanation()).contains("2026-05-01");
        });
  }

  @Test
  void theTermsOfUseAreShown() throws Exception {
    assertThat(judge(Blobs.signed(Blobs.payload(), signer, between)).checks().getLast())
        .isEqualTo(new BlobCheck("Its terms", Outcome.NOTED, "For tests."));
  }

  private JudgedBlob judge(String text) {
    return judge(text, Publisher.of("Tester", root.certificate()));
  }

  private static JudgedBlob judge(String text, Publisher publisher) {
    Instant now = Issued.NOW;
    return BlobJudge.judge(
        text, List.of(Publisher.fido(), publisher), RevocationLists.offline(), now);
  }

  private static String base64(Issued issued) {
    try {
      return Base64.getEncoder().encodeToString(issued.certificate().getEncoded());
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
