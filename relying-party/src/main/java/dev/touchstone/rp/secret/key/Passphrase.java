package dev.touchstone.rp.secret.key;

import dev.touchstone.rp.account.Bytes;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Makes a key of a passphrase with Argon2id (RFC 9106). */
public final class Passphrase {

  private Passphrase() {}

  /**
   * How hard that is; kept beside what it encrypts, so that it can be made harder later.
   *
   * @param memory in KiB
   * @param iterations passes over the memory
   * @param parallelism lanes
   * @param salt random
   */
  public record Parameters(int memory, int iterations, int parallelism, Bytes salt) {

    private static final int SALT_LENGTH = 16;
    private static final int MOST_MEMORY = 4 * 1024 * 1024;
    private static final Pattern TEXT =
        Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9_-]{11,86})");

    /** RFC 9106 §4, the second recommended choice: 64 MiB, 3 passes, 4 lanes. */
    public static Parameters strong(SecureRandom random) {
      byte[] salt = new byte[SALT_LENGTH];
      random.nextBytes(salt);
      return new Parameters(64 * 1024, 3, 4, Bytes.of(salt));
    }

    /** In the notation that password hashes have, without a hash. */
    public String text() {
      return "$argon2id$v=19$m=%d,t=%d,p=%d$%s"
          .formatted(memory, iterations, parallelism, salt.base64Url());
    }

    /** Reads {@link #text()}; empty if it is none, or asks for more memory than is sane. */
    public static Optional<Parameters> parse(String text) {
      Matcher matcher = TEXT.matcher(text);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      int memory = Integer.parseInt(matcher.group(1));
      int iterations = Integer.parseInt(matcher.group(2));
      int parallelism = Integer.parseInt(matcher.group(3));
      if (iterations < 1 || parallelism < 1 || memory < 8 * parallelism || memory > MOST_MEMORY) {
        return Optional.empty();
      }
      return Optional.of(
          new Parameters(memory, iterations, parallelism, Bytes.ofBase64Url(matcher.group(4))));
    }
  }

  /**
   * The key.
   *
   * @param passphrase is not changed; the caller wipes it
   */
  public static EncryptionKey derive(char[] passphrase, Parameters parameters) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(parameters.memory())
            .withIterations(parameters.iterations())
            .withParallelism(parameters.parallelism())
            .withSalt(parameters.salt().toArray())
            .build());
    byte[] key = new byte[EncryptionKey.LENGTH];
    generator.generateBytes(passphrase, key);
    try {
      return EncryptionKey.of(Bytes.of(key));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }
}
