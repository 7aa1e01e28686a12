package dev.touchstone.app.ui.kit;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextField;

/**
 * A password field that can be wiped. JavaFX's own keeps the text as strings that stay in memory
 * until some day; this one keeps characters in an array of its own and gives its superclass bullets
 * to show.
 */
public final class PinField extends TextField {

  private static final String BULLET = "•";

  /** 63 bytes of UTF-8 is the most a PIN may have (CTAP 2.3 §6.5.1); no text of so many fits. */
  private static final int CAPACITY = 64;

  private final char[] characters;
  private int length;
  private final ReadOnlyIntegerWrapper codePoints = new ReadOnlyIntegerWrapper();

  public PinField() {
    this(CAPACITY);
  }

  /** One for a password, which may be longer than a PIN. */
  public PinField(int capacity) {
    characters = new char[capacity];
    getStyleClass().addAll("password-field", "pin-field");
    setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
    setContextMenu(new ContextMenu());
  }

  /** Length as CTAP counts it. */
  public ReadOnlyIntegerProperty codePointsProperty() {
    return codePoints.getReadOnlyProperty();
  }

  /** The characters, which the caller wipes; the field is empty and wiped afterwards. */
  public char[] take() {
    char[] taken = Arrays.copyOf(characters, length);
    wipe();
    return taken;
  }

  /** A copy of the characters, which the caller wipes; the field keeps its own. */
  public char[] peek() {
    return Arrays.copyOf(characters, length);
  }

  /** Forgets what was typed. */
  public void wipe() {
    Arrays.fill(characters, '\0');
    length = 0;
    codePoints.set(0);
    setText("");
  }

  @Override
  public void replaceText(int start, int end, String text) {
    if (length - (end - start) + text.length() > characters.length) {
      return;
    }
    char[] rest = Arrays.copyOfRange(characters, end, length);
    text.getChars(0, text.length(), characters, start);
    System.arraycopy(rest, 0, characters, start + text.length(), rest.length);
    int before = length;
    length = start + text.length() + rest.length;
    Arrays.fill(rest, '\0');
    if (length < before) {
      Arrays.fill(characters, length, before, '\0');
    }
    super.replaceText(start, end, BULLET.repeat(text.length()));
    codePoints.set(Character.codePointCount(characters, 0, length));
  }

  @Override
  public void replaceSelection(String replacement) {
    replaceText(getSelection().getStart(), getSelection().getEnd(), replacement);
  }

  @Override
  public void clear() {
    wipe();
  }

  /** Nothing to copy but bullets. */
  @Override
  public void copy() {}

  /** Nothing to cut but bullets. */
  @Override
  public void cut() {}
}
