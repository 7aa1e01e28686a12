package dev.touchstone.rp.mail;

import dev.touchstone.rp.account.EmailAddress;

/**
 * Whom mail is from.
 *
 * @param name what programs show; may be empty
 * @param address where answers go
 */
public record Sender(String name, EmailAddress address) {

  public Sender {
    name = HeaderText.of("sender's name", name.strip());
  }

  /**
   * Reads {@code Name <address>} or an address alone.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static Sender parse(String text) {
    String whole = HeaderText.of("sender", text.strip());
    int bracket = whole.lastIndexOf('<');
    if (bracket < 0) {
      return new Sender("", EmailAddress.parse(whole));
    }
    if (!whole.endsWith(">")) {
      throw new IllegalArgumentException(
          "The sender is written like 'Keys of Example <keys@example.com>'.");
    }
    return new Sender(
        whole.substring(0, bracket).strip(),
        EmailAddress.parse(whole.substring(bracket + 1, whole.length() - 1)));
  }

  @Override
  public String toString() {
    return name.isEmpty() ? address.value() : "%s <%s>".formatted(name, address.value());
  }
}
