package dev.touchstone.rp.secret.vault;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.secret.SigningKey;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/**
 * The kinds of key pair that are kept: PKCS #8 of the private key, then X.509 of the public one.
 */
enum KeyPairs {
  ED25519("Ed25519");

  private static final int ID_LENGTH = 12;

  private final String algorithm;

  KeyPairs(String algorithm) {
    this.algorithm = algorithm;
  }

  private AlgorithmParameterSpec parameters() {
    return switch (this) {
      case ED25519 -> new NamedParameterSpec(algorithm);
    };
  }

  /** A new pair; the caller wipes it. */
  byte[] made() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(parameters());
      KeyPair pair = generator.generateKeyPair();
      byte[] secret = pair.getPrivate().getEncoded();
      byte[] open = pair.getPublic().getEncoded();
      return ByteBuffer.allocate(Short.BYTES + secret.length + open.length)
          .putShort((short) secret.length)
          .put(secret)
          .put(open)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  /** Reads what was made; empty if it is something else. */
  Optional<SigningKey> read(byte[] kept) {
    try {
      ByteBuffer rest = ByteBuffer.wrap(kept);
      byte[] secret = new byte[Short.toUnsignedInt(rest.getShort())];
      rest.get(secret);
      byte[] open = new byte[rest.remaining()];
      rest.get(open);
      KeyFactory factory = KeyFactory.getInstance(algorithm);
      return Optional.of(
          new SigningKey(
              Bytes.of(open).sha256().slice(0, ID_LENGTH).base64Url(),
              factory.generatePrivate(new PKCS8EncodedKeySpec(secret)),
              factory.generatePublic(new X509EncodedKeySpec(open))));
    } catch (BufferUnderflowException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
