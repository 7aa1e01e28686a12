package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.naming.GivenName;
import dev.touchstone.app.naming.KeyNames;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.transport.KeyColour;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyLabel;
import java.io.IOException;
import java.util.Optional;

/** Gives a key the name and the colour that a person calls it by. The key itself learns nothing. */
public final class NameKey {

  /** Between the parts of an emoji. */
  private static final int JOINER = 0x200D;

  private static final int LONGEST = 40;

  private final KeyRing ring;
  private final ChooseKey chooseKey;
  private final KeyNames names;

  public NameKey(KeyRing ring, ChooseKey chooseKey, KeyNames names) {
    this.ring = ring;
    this.chooseKey = chooseKey;
    this.names = names;
  }

  /**
   * Which key gets which name.
   *
   * @param keyId as in {@link ChooseKey}
   * @param name 1 to 40 characters
   */
  public record Request(Optional<String> keyId, String name, KeyColour colour) {}

  /**
   * What changes.
   *
   * @param before how the key is called now
   * @param after how it will be called; not certain where keys like it would get the name as well
   */
  public record Preview(KeyDevice key, Optional<KeyLabel> before, KeyLabel after) {}

  /**
   * What {@link #apply} would do.
   *
   * @throws Failure if there is no such key, or it cannot be called so
   */
  public Preview preview(Request request) throws Failure {
    KeyDevice key = chooseKey.run(request.keyId());
    String name = request.name().strip();
    check(name);
    if (key.serial().isEmpty()) {
      ensureUnmistakable(key);
    }
    for (KeyDevice other : ring.list()) {
      boolean named = other.label().filter(it -> it.name().equalsIgnoreCase(name)).isPresent();
      if (!other.id().equals(key.id()) && (named || other.id().equalsIgnoreCase(name))) {
        throw taken(name);
      }
    }
    for (GivenName given : names.all()) {
      boolean own = key.label().filter(it -> it.name().equals(given.name())).isPresent();
      if (!own && given.name().equalsIgnoreCase(name)) {
        throw taken(name);
      }
    }
    return new Preview(
        key, key.label(), new KeyLabel(name, request.colour(), key.serial().isPresent()));
  }

  /**
   * Keeps the name.
   *
   * @throws Failure as {@link #preview}, or if the file cannot be written
   */
  public Preview apply(Request request) throws Failure {
    Preview preview = preview(request);
    try {
      names.give(preview.key(), preview.after().name(), preview.after().colour());
    } catch (IOException e) {
      throw unwritten(e);
    }
    ring.namesChanged();
    return preview;
  }

  static Failure unwritten(IOException e) {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "The names of keys cannot be kept (%s).".formatted(e.getMessage()),
            "They are as they were.",
            "Check that you may write to the data folder and that there is space left.",
            ""),
        e);
  }

  private void ensureUnmistakable(KeyDevice key) throws Failure {
    long alike =
        ring.list().stream()
            .filter(it -> it.serial().isEmpty() && it.likeness().equals(key.likeness()))
            .count();
    if (alike > 1) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "%d keys of this kind are plugged in, and none tells a serial number: the name would fit each of them."
                  .formatted(alike),
              "Nothing was named.",
              "Leave one of them plugged in, then name it.",
              ""));
    }
  }

  private static void check(String name) throws Failure {
    boolean ok =
        !name.isEmpty()
            && name.codePointCount(0, name.length()) <= LONGEST
            && name.codePoints().noneMatch(NameKey::isInvisible);
    if (!ok) {
      throw usage(
          "'%s' cannot be the name of a key.".formatted(shown(name)),
          "Take 1 to %d characters.".formatted(LONGEST));
    }
    if (name.equalsIgnoreCase(ChooseKey.BY_TOUCH) || name.regionMatches(true, 0, "udp:", 0, 4)) {
      throw usage("'%s' means something else after --key.".formatted(name), "Choose another name.");
    }
  }

  /** What a person does not see, but what turns the text around it or moves the cursor. */
  private static boolean isInvisible(int codePoint) {
    return Character.isISOControl(codePoint)
        || (Character.getType(codePoint) == Character.FORMAT && codePoint != JOINER);
  }

  private static String shown(String name) {
    String visible = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    int length = visible.codePointCount(0, visible.length());
    return length <= LONGEST
        ? visible
        : visible.substring(0, visible.offsetByCodePoints(0, LONGEST)) + "…";
  }

  private static Failure taken(String name) {
    return usage("Another key is called '%s'.".formatted(name), "Choose another name.");
  }

  private static Failure usage(String happened, String next) {
    return new Failure(new Advice(Advice.Kind.USAGE, happened, "", next, ""));
  }
}
