package dev.touchstone.rp.http.tls.acme;

import dev.touchstone.rp.http.tls.certificate.CertificateRefused;
import dev.touchstone.rp.http.tls.certificate.PemFolder;
import dev.touchstone.rp.http.tls.certificate.ServerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** The key by which the authority knows us: {@code account.pem}, its owner's alone. */
final class AccountKey {

  private AccountKey() {}

  static Path file(PemFolder pems) {
    return pems.folder().resolve("account.pem");
  }

  /**
   * Reads it, or makes it.
   *
   * @throws CertificateRefused if it cannot be read or kept
   */
  static KeyPair open(PemFolder pems, SecureRandom random) throws CertificateRefused {
    Path file = file(pems);
    try {
      if (Files.exists(file)) {
        return read(file);
      }
      KeyPair made = ServerKey.make(random);
      // Both halves: a private key of the JDK does not tell its public one.
      pems.writePrivate(file, PemFolder.pem(made.getPrivate()) + PemFolder.pem(made.getPublic()));
      return made;
    } catch (IOException e) {
      throw new CertificateRefused(
          "The account's key in %s cannot be used.".formatted(file),
          "Check that it can be read and its folder written to; without it a new account is"
              + " made, which costs nothing.",
          e);
    }
  }

  private static KeyPair read(Path file) throws IOException {
    JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
    try (PEMParser blocks = new PEMParser(Files.newBufferedReader(file))) {
      if (blocks.readObject() instanceof PrivateKeyInfo secret
          && blocks.readObject() instanceof SubjectPublicKeyInfo open) {
        return new KeyPair(converter.getPublicKey(open), converter.getPrivateKey(secret));
      }
      throw new IOException("not two keys");
    }
  }
}
