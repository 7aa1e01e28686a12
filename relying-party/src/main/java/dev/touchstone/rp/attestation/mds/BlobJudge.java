package dev.touchstone.rp.attestation.mds;

import dev.touchstone.rp.attestation.AttestationReport.PathElement;
import dev.touchstone.rp.attestation.CertificatePath;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.attestation.metadata.BlobReader;
import dev.touchstone.rp.attestation.metadata.MalformedBlob;
import dev.touchstone.rp.attestation.metadata.MetadataBlob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides whether a BLOB is to be believed (FIDO Metadata Service 3.1 §3.2), and says why, one
 * check after the other. Nothing of the payload is read before the signature was found good.
 */
final class BlobJudge {

  private final List<Publisher> publishers;
  private final RevocationLists lists;
  private final Instant now;
  private final List<BlobCheck> checks = new ArrayList<>();
  private List<PathElement> path = List.of();
  private Optional<String> publisher = Optional.empty();

  private BlobJudge(List<Publisher> publishers, RevocationLists lists, Instant now) {
    this.publishers = publishers;
    this.lists = lists;
    this.now = now;
  }

  /**
   * Judges a BLOB.
   *
   * @param text the JWS in its compact form
   * @param now at which the certificates must be valid
   */
  static JudgedBlob judge(
      String text, List<Publisher> publishers, RevocationLists lists, Instant now) {
    BlobJudge judge = new BlobJudge(publishers, lists, now);
    Optional<MetadataBlob> content = judge.read(text);
    return new JudgedBlob(
        judge.checks, judge.path, judge.publisher, judge.hasFailed() ? Optional.empty() : content);
  }

  private Optional<MetadataBlob> read(String text) {
    SignedBlob blob;
    try {
      blob = SignedBlob.parse(text);
    } catch (MalformedBlob e) {
      checks.add(
          BlobCheck.failed(
              "It is a signed BLOB",
              "It is no metadata BLOB, because %s. Check the address or the file."
                  .formatted(e.because())));
      return Optional.empty();
    }
    checks.add(BlobCheck.passed("It is a signed BLOB", "It is a JWS of three parts."));
    signature(blob);
    if (blob.chain().isEmpty()) {
      return Optional.empty();
    }
    path(blob);
    return hasFailed() ? Optional.empty() : payload(blob);
  }

  private void signature(SignedBlob blob) {
    String title = "The signature is good";
    Optional<JwsAlgorithm> algorithm = JwsAlgorithm.of(blob.algorithm());
    if (algorithm.isEmpty()) {
      checks.add(
          BlobCheck.failed(
              title,
              "The header's algorithm is %s, which proves nothing about who signed. Do not use this BLOB."
                  .formatted(blob.algorithm().isEmpty() ? "missing" : quoted(blob.algorithm()))));
    } else if (blob.chain().isEmpty()) {
      checks.add(
          BlobCheck.failed(
              title,
              "The header brings no certificates (x5c), so there is no key to verify the signature"
                  + " with."));
    } else if (!algorithm.get().fits(blob.chain().getFirst().getPublicKey())) {
      checks.add(
          BlobCheck.failed(
              title,
              "The header says %s, but the signer's key is of the kind %s."
                  .formatted(
                      blob.algorithm(), blob.chain().getFirst().getPublicKey().getAlgorithm())));
    } else if (!algorithm
        .get()
        .verifies(blob.chain().getFirst().getPublicKey(), blob.signed(), blob.signature())) {
      checks.add(
          BlobCheck.failed(
              title,
              "The signature was not made over this content with the signer's key: the BLOB was"
                  + " changed or cut short. Fetch it again."));
    } else {
      checks.add(
          BlobCheck.passed(
              title, "%s with the key of the first certificate.".formatted(blob.algorithm())));
    }
  }

  private void path(SignedBlob blob) {
    String title = "The signer leads to a publisher that is trusted";
    for (Publisher candidate : publishers) {
      CertificatePath judged = CertificatePath.judge(blob.chain(), candidate.roots(), now);
      if (judged.trusted()) {
        path = judged.elements();
        publisher = Optional.of(candidate.name());
        checks.add(
            BlobCheck.passed(title, "%s. %s".formatted(candidate.name(), judged.sentence())));
        signer(candidate, blob);
        checks.add(new RevocationCheck(lists, now).of(judged.certificates()));
        return;
      }
    }
    TrustAnchors all = TrustAnchors.none();
    for (Publisher each : publishers) {
      all = all.plusAll(each.roots());
    }
    CertificatePath judged = CertificatePath.judge(blob.chain(), all, now);
    path = judged.elements();
    checks.add(BlobCheck.failed(title, judged.sentence()));
  }

  private void signer(Publisher candidate, SignedBlob blob) {
    candidate
        .host()
        .ifPresent(host -> {
          List<String> names = SignerName.of(blob.chain().getFirst());
          String title = "The signer is " + host;
          checks.add(
              names.contains(host.toLowerCase(Locale.ROOT))
                  ? BlobCheck.passed(title, "The certificate was issued for it.")
                  : BlobCheck.failed(
                      title,
                      "The certificate was issued for %s. The root signs for many; only %s may publish this metadata."
                          .formatted(names.isEmpty() ? "nobody" : String.join(", ", names), host)));
        });
  }

  private Optional<MetadataBlob> payload(SignedBlob blob) {
    String title = "Its content can be read";
    try {
      MetadataBlob content = BlobReader.read(blob.payload().toArray());
      checks.add(
          BlobCheck.passed(
              title,
              "Number %d, with %d models.".formatted(content.number(), content.entries().size())));
      content.complaints().forEach(it -> checks.add(BlobCheck.noted(title, it)));
      checks.add(due(content));
      checks.add(terms(content));
      return Optional.of(content);
    } catch (MalformedBlob e) {
      checks.add(
          BlobCheck.failed(
              title, "It is signed, but cannot be used, because %s.".formatted(e.because())));
      return Optional.empty();
    }
  }

  private BlobCheck due(MetadataBlob content) {
    String title = "It is current";
    return content.isOverdueAt(now)
        ? BlobCheck.noted(
            title,
            "The next one was due on %s. What became known of a model since is not in it; fetch again."
                .formatted(content.nextUpdate()))
        : BlobCheck.passed(title, "The next one is due on %s.".formatted(content.nextUpdate()));
  }

  private static BlobCheck terms(MetadataBlob content) {
    String title = "Its terms";
    return content.legalHeader().isBlank()
        ? BlobCheck.noted(title, "It states none.")
        : BlobCheck.noted(title, content.legalHeader());
  }

  private boolean hasFailed() {
    return checks.stream().anyMatch(check -> check.outcome() == BlobCheck.Outcome.FAILED);
  }

  private static String quoted(String word) {
    String shown = word.replaceAll("[^\\x20-\\x7e]", "·");
    return '"' + shown.substring(0, Math.min(shown.length(), 40)) + '"';
  }
}
