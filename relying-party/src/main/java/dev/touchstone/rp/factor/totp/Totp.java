package dev.touchstone.rp.factor.totp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How one-time passwords are computed (RFC 6238 §4, RFC 4226 §5.3).
 *
 * @param algorithm the hash
 * @param digits 6 or 8
 * @param period 30 or 60 seconds, the time step X
 */
public record Totp(HashAlgorithm algorithm, int digits, int period) {

  /** What every authenticator app understands. */
  public static final Totp USUAL = new Totp(HashAlgorithm.SHA1, 6, 30);

  public Totp {
    if (digits != 6 && digits != 8) {
      throw new IllegalArgumentException("A one-time password has 6 or 8 digits.");
    }
    if (period != 30 && period != 60) {
      throw new IllegalArgumentException("A one-time password lasts 30 or 60 seconds.");
    }
  }

  /** The number of the step, T (RFC 6238 §4.2 with T0 = 0). */
  public long step(Instant when) {
    return Math.floorDiv(when.getEpochSecond(), period);
  }

  /**
   * The password of a step (RFC 4226 §5.3).
   *
   * @param secret the shared one, K
   */
  public String code(byte[] secret, long step) {
    byte[] hash;
    try {
      Mac mac = Mac.getInstance(algorithm.mac());
      mac.init(new SecretKeySpec(secret, "RAW"));
      hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has it", e);
    }
    int offset = hash[hash.length - 1] & 0x0f;
    int truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
    int modulus = digits == 6 ? 1_000_000 : 100_000_000;
    return String.format(Locale.ROOT, "%0" + digits + "d", truncated % modulus);
  }
}
