package dev.touchstone.rp.limit;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something may be done.
 *
 * @param atOnce how often after a long rest
 * @param perMinute how often in the long run
 */
public record Allowance(int atOnce, int perMinute) {

  /** As often as anybody likes; nothing is counted. */
  public static final Allowance UNLIMITED = new Allowance(Integer.MAX_VALUE, Integer.MAX_VALUE);

  private static final Pattern RATE = Pattern.compile("([1-9][0-9]{0,6})(/min)?");

  /**
   * What a person wrote: {@code 30/min} (or {@code 30}), which allows a minute's worth at once, or
   * {@code none} for no limit.
   *
   * @throws IllegalArgumentException with a sentence, if it is neither
   */
  public static Allowance parse(String text) {
    if (text.equals("none")) {
      return UNLIMITED;
    }
    Matcher rate = RATE.matcher(text);
    if (!rate.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no limit: it is a number a minute, such as 30/min, or none".formatted(text));
    }
    int perMinute = Integer.parseInt(rate.group(1));
    return new Allowance(perMinute, perMinute);
  }

  /** The same in the words of Bucket4j. */
  public Bandwidth bandwidth() {
    return Bandwidth.builder()
        .capacity(atOnce)
        .refillGreedy(perMinute, Duration.ofMinutes(1))
        .build();
  }

  public boolean isUnlimited() {
    return equals(UNLIMITED);
  }
}
