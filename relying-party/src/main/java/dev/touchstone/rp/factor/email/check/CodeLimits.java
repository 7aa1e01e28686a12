package dev.touchstone.rp.factor.email.check;

import java.time.Duration;

/**
 * How often codes are sent and may be guessed at. A budget is full after a day of rest and comes
 * back evenly, so in any 24 hours at most twice of it is used.
 *
 * @param digits of an ordinary code: 6 to 8
 * @param strangers comparisons for one address by networks from which its owner is not known
 * @param known the same by networks from which the owner proved who they are
 * @param tries at one code from one network
 * @param mails to one address for strangers
 * @param knownMails to one address for known networks
 */
public record CodeLimits(
    int digits, int strangers, int known, int tries, int mails, int knownMails) {

  /** How long a code is good for. */
  static final Duration LIFETIME = Duration.ofMinutes(5);

  /**
   * How long one that nobody can guess is: longer than it takes until the next mail may be sent, so
   * that whoever uses up the mails leaves a code that is good in its owner's mailbox.
   */
  static final Duration LONG_LIFETIME = Duration.ofMinutes(60);

  /** 2^66 codes. */
  static final int LONG_DIGITS = 20;

  /** More at once would make each guess better. */
  static final int OPEN_AT_ONCE = 3;

  /** Eight digits: 90 comparisons in 10^8 are less than one in a million in any 24 hours. */
  public static final CodeLimits USUAL = new CodeLimits(8, 30, 15, 5, 48, 24);

  public CodeLimits {
    if (digits < 6 || digits > 8) {
      throw new IllegalArgumentException("A code has six to eight digits.");
    }
  }

  /** The chance of one who guesses all day, at most. */
  public double chanceInADay() {
    return 2.0 * (strangers + known) / Math.pow(10, digits);
  }
}
