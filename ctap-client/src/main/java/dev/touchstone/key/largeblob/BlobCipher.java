package dev.touchstone.key.largeblob;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.largeblob.LargeBlobEntry.Sealed;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a blob for one credential, CTAP 2.3 §6.10.3: DEFLATE, then AES-256-GCM under the
 * credential's large-blob key, bound to its original size.
 */
public final class BlobCipher {

  /** More than any key holds; what claims to be larger is not unpacked. */
  private static final int LARGEST_BLOB = 1 << 20;

  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random;

  /**
   * A cipher that never uses a nonce twice.
   *
   * @param random for nonces
   */
  public BlobCipher(SecureRandom random) {
    this.random = random;
  }

  /**
   * Seals a blob.
   *
   * @param key of 32 bytes
   */
  public LargeBlobEntry seal(byte[] blob, Bytes key) {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    try {
      byte[] ciphertext =
          cipher(Cipher.ENCRYPT_MODE, key, nonce, blob.length).doFinal(deflate(blob));
      return LargeBlobEntry.of(Bytes.of(ciphertext), Bytes.of(nonce), blob.length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has AES-GCM, and the key has 32 bytes
    }
  }

  /** The blob, if the entry was sealed under this key. */
  public Optional<byte[]> open(LargeBlobEntry entry, Bytes key) {
    Sealed sealed = entry.sealed().orElse(null);
    if (sealed == null || sealed.originalSize() > LARGEST_BLOB) {
      return Optional.empty();
    }
    try {
      byte[] packed =
          cipher(Cipher.DECRYPT_MODE, key, sealed.nonce().toArray(), sealed.originalSize())
              .doFinal(sealed.ciphertext().toArray());
      return inflate(packed, sealed.originalSize());
    } catch (GeneralSecurityException e) {
      return Optional.empty(); // of another credential, or of a program that seals in another way
    }
  }

  private static Cipher cipher(int mode, Bytes key, byte[] nonce, long originalSize)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(key.toArray(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        ByteBuffer.allocate(12)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put("blob".getBytes(StandardCharsets.US_ASCII))
            .putLong(originalSize)
            .array());
    return cipher;
  }

  private static byte[] deflate(byte[] blob) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(blob);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] buffer = new byte[1024];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /** Stops at the original size, so that a few bytes cannot become many. */
  private static Optional<byte[]> inflate(byte[] packed, int originalSize) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      byte[] blob = new byte[originalSize];
      int length = inflater.inflate(blob);
      return length == originalSize ? Optional.of(blob) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
