package dev.touchstone.rp.account;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address (RFC 5321 §4.1.2, with the letters of RFC 6531) in the one form in which it is
 * kept: NFC, the domain in lower case and as A-labels, the local part as it was written. Quoted
 * local parts and addresses in brackets are refused: nobody has one, and much goes wrong with them.
 *
 * @param value the address
 */
public record EmailAddress(String value) {

  /** RFC 5321 §4.5.3.1.1, in octets. */
  private static final int LONGEST_LOCAL_PART = 64;

  /** RFC 5321 §4.5.3.1.3: a path of 256 octets, of which two are its angle brackets. */
  private static final int LONGEST = 254;

  private static final Pattern LOCAL_PART =
      Pattern.compile(
          "[\\w!#$%&'*+/=?^`{|}~\\-\\x{80}-\\x{10FFFF}]++(?:\\.[\\w!#$%&'*+/=?^`{|}~\\-\\x{80}-\\x{10FFFF}]++)*+");

  /** Every request of a sign-in has one, so nothing in it goes back to try again. */
  private static final Pattern DOMAIN =
      Pattern.compile("(?:(?!-)[a-z0-9-]{1,63}+(?<!-)\\.)++(?=[a-z])[a-z0-9-]{2,63}+(?<!-)");

  /**
   * Reads an address as a person wrote it.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static EmailAddress parse(String text) {
    String address = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (address.isEmpty()) {
      throw new IllegalArgumentException("The e-mail address is empty.");
    }
    if (address.codePoints().anyMatch(EmailAddress::unwelcome)) {
      throw new IllegalArgumentException(
          "The e-mail address holds a blank, a line break or another invisible character.");
    }
    int at = address.lastIndexOf('@');
    if (at < 1 || at == address.length() - 1) {
      throw new IllegalArgumentException(
          "'%s' is no e-mail address; write it like ada@example.com.".formatted(shown(address)));
    }
    EmailAddress email =
        new EmailAddress(
            localPart(address.substring(0, at)) + "@" + domain(address.substring(at + 1)));
    if (octets(email.value) > LONGEST) {
      throw new IllegalArgumentException(
          "The e-mail address is longer than the %d bytes that mail servers take."
              .formatted(LONGEST));
    }
    return email;
  }

  private static String localPart(String text) {
    if (octets(text) > LONGEST_LOCAL_PART) {
      throw new IllegalArgumentException(
          "The e-mail address has more than %d bytes before the @.".formatted(LONGEST_LOCAL_PART));
    }
    if (!LOCAL_PART.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "The e-mail address has a character or dot before the @ that may not stand there.");
    }
    return text;
  }

  private static String domain(String text) {
    String domain;
    try {
      domain = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw noDomain(text);
    }
    if (!DOMAIN.matcher(domain).matches()) {
      throw noDomain(text);
    }
    return domain;
  }

  private static IllegalArgumentException noDomain(String text) {
    return new IllegalArgumentException(
        "'%s' is no domain that mail could be sent to; it has to be like example.com."
            .formatted(shown(text)));
  }

  /** What two addresses have in common that are the same to a person. */
  public String key() {
    return key(value);
  }

  /** The same of a normalised address. */
  public static String key(String normalised) {
    return Normalizer.normalize(normalised.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  private static boolean unwelcome(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || !PersonText.visible(codePoint);
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String shown(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
