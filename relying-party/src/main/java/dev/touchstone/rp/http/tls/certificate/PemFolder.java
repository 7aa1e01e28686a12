package dev.touchstone.rp.http.tls.certificate;

import dev.touchstone.rp.file.OwnersFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/**
 * A folder with a server's certificate as we write it: {@code cert.pem} with the chain, and {@code
 * key.pem}, PKCS #8, which only its owner can read.
 *
 * @param folder made when something is written, closed to everybody else
 */
public record PemFolder(Path folder) {

  /** The server's own certificate and those that lead to its root. */
  public Path certificate() {
    return folder.resolve("cert.pem");
  }

  /** Its private key. */
  public Path key() {
    return folder.resolve("key.pem");
  }

  /** The root for development that others are to trust. */
  public Path root() {
    return folder.resolve("root.pem");
  }

  /** What a server is given. */
  public CertificateFiles files() {
    return new CertificateFiles(certificate(), key());
  }

  /**
   * Writes chain and key. The key goes first: who looks in between sees a pair that does not match
   * and waits.
   *
   * @throws IOException if the folder cannot be written to
   */
  public void write(ServerIdentity identity) throws IOException {
    writePrivate(key(), pem(identity.key()));
    writePublic(certificate(), pem(identity.chain()));
  }

  /**
   * Writes what {@link DevelopmentCertificate} made.
   *
   * @throws IOException if the folder cannot be written to
   */
  public void write(DevelopmentCertificate made) throws IOException {
    write(made.identity());
    writePublic(root(), pem(List.of(made.root())));
  }

  /**
   * Writes one file that only its owner can read, whole or not at all.
   *
   * @throws IOException if the folder cannot be written to
   */
  public void writePrivate(Path file, String text) throws IOException {
    Files.createDirectories(folder, OwnersFile.folderAttributes());
    OwnersFile.replace(file, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** A certificate is no secret, and other users' programs are to trust it. */
  private static void writePublic(Path file, String text) throws IOException {
    OwnersFile.replace(file, text.getBytes(StandardCharsets.US_ASCII));
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix != null) {
      posix.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  /** Certificates in PEM, one after the other. */
  static String pem(List<X509Certificate> certificates) {
    StringBuilder text = new StringBuilder();
    for (X509Certificate it : certificates) {
      try {
        text.append(block("CERTIFICATE", it.getEncoded()));
      } catch (CertificateEncodingException e) {
        throw new IllegalStateException("a certificate that was read can be written", e);
      }
    }
    return text.toString();
  }

  /** A private key in PEM (PKCS #8, RFC 5958). */
  public static String pem(PrivateKey key) {
    return block("PRIVATE KEY", key.getEncoded());
  }

  /** A public key in PEM (SubjectPublicKeyInfo, RFC 5280 §4.1). */
  public static String pem(PublicKey key) {
    return block("PUBLIC KEY", key.getEncoded());
  }

  private static String block(String label, byte[] der) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, lines, label);
  }
}
