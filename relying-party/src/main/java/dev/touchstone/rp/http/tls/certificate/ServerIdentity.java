package dev.touchstone.rp.http.tls.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Who a server says it is: a certificate with those that lead to its root, and the private key.
 *
 * @param chain the server's own certificate first, then each one's issuer
 * @param key of the first certificate
 */
public record ServerIdentity(List<X509Certificate> chain, PrivateKey key) {

  private static final char[] NO_PASSWORD = new char[0];

  public ServerIdentity {
    chain = List.copyOf(chain);
  }

  /** The server's own certificate. */
  public X509Certificate leaf() {
    return chain.getFirst();
  }

  /** The last moment at which the server's own certificate is valid. */
  public Instant notAfter() {
    return leaf().getNotAfter().toInstant();
  }

  /** The names and addresses for which the server's own certificate is good. */
  public List<String> names() {
    return SubjectNames.of(leaf());
  }

  /** SHA-256 of the server's own certificate, which clients pin: 64 hexadecimal digits. */
  public String fingerprint() {
    return fingerprint(leaf());
  }

  /** SHA-256 of a certificate: 64 hexadecimal digits. */
  public static String fingerprint(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  /** In memory, with an empty password. */
  KeyStore keyStore() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a pair that was judged fits into a key store", e);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ServerIdentity[" + names() + ", until " + notAfter() + "]";
  }
}
