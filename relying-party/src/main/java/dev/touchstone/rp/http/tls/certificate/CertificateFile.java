package dev.touchstone.rp.http.tls.certificate;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The certificates in a PEM file. */
public final class CertificateFile {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*+)-----END CERTIFICATE-----");

  private CertificateFile() {}

  /**
   * Reads them in the order in which they stand.
   *
   * @throws CertificateRefused if the file cannot be read, or has no certificate, or a damaged one
   */
  public static List<X509Certificate> read(Path file) throws CertificateRefused {
    String text = PemText.read(file, "certificate");
    List<X509Certificate> certificates = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      certificates.add(certificate(file, certificates.size() + 1, blocks.group(1)));
    }
    if (certificates.isEmpty()) {
      throw new CertificateRefused(
          "There is no certificate in %s.".formatted(file),
          text.contains("PRIVATE KEY-----")
              ? "It holds a private key: name that file as the key, and the certificate's here."
              : "A PEM file has -----BEGIN CERTIFICATE----- in it; 'openssl x509 -inform der'"
                  + " makes one of a DER file.");
    }
    return certificates;
  }

  private static X509Certificate certificate(Path file, int number, String base64)
      throws CertificateRefused {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException | IllegalArgumentException e) {
      throw new CertificateRefused(
          "Certificate %d in %s is damaged.".formatted(number, file),
          "Copy the file again from where it was issued.",
          e);
    }
  }
}
