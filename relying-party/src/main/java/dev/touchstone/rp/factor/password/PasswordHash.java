package dev.touchstone.rp.factor.password;

import dev.touchstone.rp.account.Bytes;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What is stored of a password: Argon2id (RFC 9106), salt and cost, in the form that other programs
 * write too.
 *
 * @param cost with which it was computed
 * @param salt 16 random bytes
 * @param digest 32 bytes
 */
public record PasswordHash(Argon2Cost cost, Bytes salt, Bytes digest) {

  private static final int SALT = 16;
  private static final int DIGEST = 32;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

  /**
   * Computes one.
   *
   * @param password UTF-8; the caller wipes it
   */
  public static PasswordHash of(byte[] password, Argon2Cost cost, SecureRandom random) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return new PasswordHash(cost, Bytes.of(salt), Bytes.of(compute(password, salt, cost, DIGEST)));
  }

  /** One that no password is known to fit, for accounts that have none. */
  public static PasswordHash decoy(Argon2Cost cost, SecureRandom random) {
    byte[] salt = new byte[SALT];
    byte[] digest = new byte[DIGEST];
    random.nextBytes(salt);
    random.nextBytes(digest);
    return new PasswordHash(cost, Bytes.of(salt), Bytes.of(digest));
  }

  /**
   * Reads {@code $argon2id$v=19$m=…,t=…,p=…$salt$digest}.
   *
   * @throws IllegalArgumentException if it is not that
   */
  public static PasswordHash parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("This is no hash of a password.");
    }
    Base64.Decoder decoder = Base64.getDecoder();
    return new PasswordHash(
        new Argon2Cost(
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(2)),
            Integer.parseInt(form.group(3))),
        Bytes.of(decoder.decode(form.group(4))),
        Bytes.of(decoder.decode(form.group(5))));
  }

  /** Whether this is the password; takes as long whether it is or not. */
  public boolean fits(byte[] password) {
    byte[] computed = compute(password, salt.toArray(), cost, digest.length());
    boolean same = MessageDigest.isEqual(computed, digest.toArray());
    Arrays.fill(computed, (byte) 0);
    return same;
  }

  private static byte[] compute(byte[] password, byte[] salt, Argon2Cost cost, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withSalt(salt)
            .withMemoryAsKB(cost.memory())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .build());
    byte[] digest = new byte[length];
    generator.generateBytes(password, digest);
    return digest;
  }

  /** As it is stored. */
  public String text() {
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memory(),
            cost.passes(),
            cost.lanes(),
            encoder.encodeToString(salt.toArray()),
            encoder.encodeToString(digest.toArray()));
  }

  /** Not what it is. */
  @Override
  public String toString() {
    return "a hash of a password";
  }
}
