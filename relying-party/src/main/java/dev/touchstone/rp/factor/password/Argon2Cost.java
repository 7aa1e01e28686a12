package dev.touchstone.rp.factor.password;

/**
 * What one guess costs (RFC 9106 §3.1).
 *
 * @param memory KiB
 * @param passes over that memory
 * @param lanes that could be computed at once
 */
public record Argon2Cost(int memory, int passes, int lanes) {

  /** The least that OWASP advises: 19 MiB, two passes, one lane. */
  public static final Argon2Cost USUAL = new Argon2Cost(19 * 1024, 2, 1);

  private static final int MOST_MEMORY = 256 * 1024;
  private static final int MOST_PASSES = 10;
  private static final int MOST_LANES = 4;

  public Argon2Cost {
    if (memory < 8 * lanes
        || memory > MOST_MEMORY
        || passes < 1
        || passes > MOST_PASSES
        || lanes < 1
        || lanes > MOST_LANES) {
      throw new IllegalArgumentException("This cost of Argon2id is not one that is used here.");
    }
  }
}
