package dev.touchstone.rp.http.tls.certificate;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/**
 * The private key in a PEM file, in any form that tools write: PKCS #8 (RFC 5958) plain or
 * encrypted, PKCS #1 (RFC 8017 App. A), {@code EC PRIVATE KEY} (RFC 5915), and OpenSSL's old
 * encryption of the latter two.
 */
final class PrivateKeyFile {

  /** Its own instance: registering it would change what the rest of the program gets. */
  private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

  private PrivateKeyFile() {}

  /**
   * Reads it.
   *
   * @throws CertificateRefused if it cannot be read, is open to everybody, has no key, or a key
   *     that the passphrase does not open
   */
  static PrivateKey read(Path file, Passphrase passphrase) throws CertificateRefused {
    String text = PemText.read(file, "private key");
    PemText.requirePrivate(file, "private key");
    try (PEMParser blocks = new PEMParser(new StringReader(text))) {
      for (Object block = blocks.readObject(); block != null; block = blocks.readObject()) {
        PrivateKeyInfo key = key(file, block, passphrase);
        if (key != null) {
          return new JcaPEMKeyConverter().getPrivateKey(key);
        }
      }
    } catch (PEMException e) {
      throw new CertificateRefused(
          "The private key in %s is damaged or of a kind that this program does not know."
              .formatted(file),
          "Use an RSA, EC (P-256, P-384, P-521) or Ed25519 key; 'openssl pkey -in FILE -noout'"
              + " tells whether it is whole.",
          e);
    } catch (IOException e) {
      throw new CertificateRefused(
          "The private key in %s is damaged.".formatted(file),
          "Copy the file again from where it was made.",
          e);
    }
    throw new CertificateRefused(
        "There is no private key in %s.".formatted(file),
        text.contains("BEGIN CERTIFICATE")
            ? "It holds a certificate: name that file as the certificate, and the key's here."
            : "A PEM file has -----BEGIN PRIVATE KEY----- in it, or one of its older forms.");
  }

  private static @Nullable PrivateKeyInfo key(Path file, Object block, Passphrase passphrase)
      throws IOException, CertificateRefused {
    return switch (block) {
      case PrivateKeyInfo plain -> plain;
      case PEMKeyPair pair -> pair.getPrivateKeyInfo();
      case PKCS8EncryptedPrivateKeyInfo sealed -> opened(file, sealed, passphrase);
      case PEMEncryptedKeyPair sealed -> opened(file, sealed, passphrase);
      default -> null; // certificates, EC parameters: not what was asked for
    };
  }

  private static PrivateKeyInfo opened(
      Path file, PKCS8EncryptedPrivateKeyInfo sealed, Passphrase passphrase)
      throws CertificateRefused {
    char[] secret = secret(file, passphrase);
    try {
      return sealed.decryptPrivateKeyInfo(
          new JceOpenSSLPKCS8DecryptorProviderBuilder().setProvider(BOUNCY_CASTLE).build(secret));
    } catch (OperatorCreationException | PKCSException e) {
      throw wrongPassphrase(file, e);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private static PrivateKeyInfo opened(Path file, PEMEncryptedKeyPair sealed, Passphrase passphrase)
      throws CertificateRefused {
    char[] secret = secret(file, passphrase);
    try {
      return sealed
          .decryptKeyPair(
              new JcePEMDecryptorProviderBuilder().setProvider(BOUNCY_CASTLE).build(secret))
          .getPrivateKeyInfo();
    } catch (IOException e) {
      throw wrongPassphrase(file, e);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private static char[] secret(Path file, Passphrase passphrase) throws CertificateRefused {
    Optional<char[]> secret = passphrase.read();
    return secret.orElseThrow(() ->
        new CertificateRefused(
            "The private key in %s is encrypted.".formatted(file),
            "Give its passphrase in a file (--tls-passphrase-file FILE) or in the variable"
                + " TOUCHSTONE_TLS_PASSPHRASE."));
  }

  private static CertificateRefused wrongPassphrase(Path file, Exception cause) {
    return new CertificateRefused(
        "The passphrase does not open the private key in %s.".formatted(file),
        "Check that it belongs to this key and that its file has no other line before it.",
        cause);
  }
}
