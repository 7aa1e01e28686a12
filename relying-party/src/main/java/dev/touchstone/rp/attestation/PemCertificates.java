package dev.touchstone.rp.attestation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificates of one file (RFC 7468, text around them allowed, or a single one in DER).
 *
 * @param certificates those that could be read
 * @param complaints a sentence for each that could not
 */
record PemCertificates(List<X509Certificate> certificates, List<String> complaints) {

  private static final long LARGEST_FILE = 1 << 20;
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*+)-----END CERTIFICATE-----");

  PemCertificates {
    certificates = List.copyOf(certificates);
    complaints = List.copyOf(complaints);
  }

  /** A resource of this package; its absence is a broken build. */
  static PemCertificates resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(PemCertificates.class.getResourceAsStream(name), name)) {
      return of("the bundled " + name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Never throws: whatever is wrong is in {@link #complaints}. */
  static PemCertificates file(Path file) {
    try {
      // Devices and pipes have no size and no end.
      if (!Files.isRegularFile(file)) {
        throw new IOException("no file");
      }
      if (Files.size(file) > LARGEST_FILE) {
        return complaint(
            "The file %s is larger than 1 MiB, which no list of trust anchors is; it was skipped."
                .formatted(file));
      }
      return of("the file " + file, Files.readAllBytes(file));
    } catch (IOException e) {
      return complaint(
          "The file %s cannot be read; it was skipped. Check its permissions.".formatted(file));
    }
  }

  private static PemCertificates of(String where, byte[] content) {
    if (content.length > 0 && content[0] == 0x30) {
      return der(where, content);
    }
    List<X509Certificate> certificates = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(new String(content, StandardCharsets.ISO_8859_1));
    int number = 0;
    while (blocks.find()) {
      number++;
      try {
        certificates.add(certificate(Base64.getMimeDecoder().decode(blocks.group(1))));
      } catch (CertificateException | IllegalArgumentException e) {
        complaints.add(
            "Certificate %d in %s is damaged; it was skipped. Export it again."
                .formatted(number, where));
      }
    }
    if (number == 0) {
      complaints.add(
          "There is no certificate in %s; it was skipped. A PEM file has -----BEGIN CERTIFICATE-----."
              .formatted(where));
    }
    return new PemCertificates(certificates, complaints);
  }

  private static PemCertificates der(String where, byte[] content) {
    try {
      return new PemCertificates(List.of(certificate(content)), List.of());
    } catch (CertificateException e) {
      return complaint(
          "The certificate in %s is damaged; it was skipped. Export it again.".formatted(where));
    }
  }

  private static PemCertificates complaint(String sentence) {
    return new PemCertificates(List.of(), List.of(sentence));
  }

  private static X509Certificate certificate(byte[] der) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }
}
