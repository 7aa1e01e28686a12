package dev.touchstone.app.settings;

/**
 * How the window looks.
 *
 * @param appearance light, dark, or as the system has it
 * @param textSize of all texts together
 */
public record Look(Appearance appearance, TextSize textSize) {

  /** What a window starts with that nobody changed. */
  public static final Look USUAL = new Look(Appearance.SYSTEM, TextSize.NORMAL);

  /** Which of the two sets of colours. */
  public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
  }

  /** Every size on the screen follows from this one. */
  public enum TextSize {
    SMALL(13),
    NORMAL(14),
    LARGE(16);

    private final int pixels;

    TextSize(int pixels) {
      this.pixels = pixels;
    }

    /** Size of body text. */
    public int pixels() {
      return pixels;
    }
  }
}
