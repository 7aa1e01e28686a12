package dev.touchstone.rp.http.factor;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Name and password in a header (RFC 7617), in UTF-8. */
final class BasicCredentials {

  private static final int LONGEST_NAME = 320;

  private static final Pattern BASIC = Pattern.compile("(?i)basic +([A-Za-z0-9+/]{1,2000}={0,2})");

  private final String name;
  private final char[] password;

  private BasicCredentials(String name, char[] password) {
    this.name = name;
    this.password = password;
  }

  /** What stands before the first colon; up to 320 characters. */
  String name() {
    return name;
  }

  /** What follows it; the caller wipes it. */
  char[] password() {
    return password;
  }

  /** Empty if the header is not there or is none of these. */
  static Optional<BasicCredentials> read(@Nullable String header) {
    Matcher basic = BASIC.matcher(header == null ? "" : header.strip());
    if (!basic.matches()) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(basic.group(1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    char[] both = new char[0];
    try {
      CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      both = new char[decoded.remaining()];
      decoded.get(both);
      Arrays.fill(decoded.array(), '\0');
      int colon = 0;
      while (colon < both.length && both[colon] != ':') {
        colon++;
      }
      if (colon == both.length || colon == 0 || colon > LONGEST_NAME) {
        return Optional.empty();
      }
      return Optional.of(
          new BasicCredentials(
              new String(both, 0, colon), Arrays.copyOfRange(both, colon + 1, both.length)));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(both, '\0');
    }
  }

  /** Whose it is, and nothing more. */
  @Override
  public String toString() {
    return "a password of " + name;
  }
}
