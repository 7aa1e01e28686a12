package dev.touchstone.rp.secret.key;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.secret.SecretRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of 256 bits that encrypts secrets with AES-GCM (NIST SP 800-38D): a random nonce of 96 bits
 * for each, its name authenticated with it, so that rows cannot be exchanged for one another.
 */
public final class EncryptionKey {

  /** In bytes. */
  public static final int LENGTH = 32;

  private static final byte FORMAT = 1;
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;

  private final String id;
  private final Bytes value;

  private EncryptionKey(Bytes value) {
    this.value = value;
    // One way: the id is written beside every secret.
    this.id =
        Bytes.ofUtf8("touchstone encryption key").plus(value).sha256().slice(0, 6).base64Url();
  }

  /**
   * This key.
   *
   * @param value 32 bytes
   */
  public static EncryptionKey of(Bytes value) {
    if (value.length() != LENGTH) {
      throw new IllegalArgumentException("a key has 32 bytes");
    }
    return new EncryptionKey(value);
  }

  /** A key that nobody has yet. */
  static EncryptionKey random(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new EncryptionKey(Bytes.of(bytes));
  }

  /** Eight characters of base64url by which it is known. */
  public String id() {
    return id;
  }

  Bytes value() {
    return value;
  }

  /** Encrypts a secret into a row. */
  public SecretRow encrypt(String name, byte[] plaintext, Instant now, SecureRandom random) {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, name);
      ByteBuffer row =
          ByteBuffer.allocate(1 + NONCE_LENGTH + cipher.getOutputSize(plaintext.length));
      row.put(FORMAT).put(nonce).put(cipher.doFinal(plaintext));
      return new SecretRow(name, id, Bytes.of(row.array()), now);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /**
   * Decrypts a row into bytes that the caller wipes.
   *
   * @throws SecretUnreadable if anything of it was changed, or it is another name's
   */
  public byte[] decrypt(SecretRow row) throws SecretUnreadable {
    byte[] encrypted = row.encrypted().toArray();
    int start = 1 + NONCE_LENGTH;
    if (encrypted.length < start + TAG_BITS / 8 || encrypted[0] != FORMAT) {
      throw SecretUnreadable.damaged(row.name(), null);
    }
    try {
      byte[] nonce = row.encrypted().slice(1, start).toArray();
      return cipher(Cipher.DECRYPT_MODE, nonce, row.name())
          .doFinal(encrypted, start, encrypted.length - start);
    } catch (AEADBadTagException e) {
      throw SecretUnreadable.damaged(row.name(), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(value.toArray(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EncryptionKey key && value.equals(key.value);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Tells nothing of the key. */
  @Override
  public String toString() {
    return "EncryptionKey " + id;
  }
}
