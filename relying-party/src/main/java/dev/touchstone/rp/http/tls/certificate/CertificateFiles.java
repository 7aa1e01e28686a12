package dev.touchstone.rp.http.tls.certificate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Where a server's certificate and its key are.
 *
 * @param certificate a PEM file with the chain, the server's own certificate first
 * @param key a PEM file with the private key; may be the same file
 * @param passphrase of the key, if it is encrypted
 */
public record CertificateFiles(Path certificate, Path key, Passphrase passphrase) {

  /** A key that is not encrypted. */
  public CertificateFiles(Path certificate, Path key) {
    this(certificate, key, Passphrase.NONE);
  }

  /**
   * Reads the pair and judges it.
   *
   * @throws CertificateRefused with the first thing that makes it unusable at this moment
   */
  public ServerIdentity read(Instant now) throws CertificateRefused {
    List<X509Certificate> chain = CertificateFile.read(certificate);
    PrivateKey privateKey = PrivateKeyFile.read(key, passphrase);
    for (CertificateFinding finding :
        new CertificateCheck(chain, Optional.of(privateKey)).findings(now)) {
      if (finding.fatal()) {
        throw new CertificateRefused(
            "The certificate in %s cannot be used: %s".formatted(certificate, finding.found()),
            finding.next());
      }
    }
    return new ServerIdentity(chain, privateKey);
  }

  /**
   * Changes when one of the files does. What they hold is compared, not when they were written: a
   * copy may keep the time, and two writes may fall into one tick of a file system's clock.
   */
  String digest() throws CertificateRefused {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(bytes(certificate, "certificate"));
      sha256.update(bytes(key, "private key"));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] bytes(Path file, String what) throws CertificateRefused {
    return PemText.read(file, what).getBytes(StandardCharsets.ISO_8859_1);
  }
}
