package dev.touchstone.rp.inspect;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ways in which people write bytes as text. Hex comes before base64: text that is hex is almost
 * never meant as base64, though it could be.
 */
final class Readings {

  private static final Pattern HEX_DECORATION = Pattern.compile("0[xX]|\\\\x|[\\s:,;\\-{}\\[\\]]");
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})+");
  private static final Pattern CDDL_HEX = Pattern.compile("h'([^']*+)'", Pattern.DOTALL);
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");
  private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+={0,2}");
  private static final Pattern NUMBERS =
      Pattern.compile("\\[\\s*+\\d{1,3}(?:\\s*+,\\s*+\\d{1,3})*+\\s*+]");

  private Readings() {}

  /** Every reading that is possible, the likeliest first; none where the text is something else. */
  static List<Reading> of(String text) {
    List<Reading> readings = new ArrayList<>();
    String bare = unquoted(text);
    numbers(bare).ifPresent(readings::add);
    hex(bare).ifPresent(readings::add);
    base64(bare).ifPresent(readings::add);
    return readings;
  }

  private static String unquoted(String text) {
    String bare = text.strip();
    boolean quoted =
        bare.length() > 1
            && bare.charAt(0) == bare.charAt(bare.length() - 1)
            && (bare.charAt(0) == '"' || bare.charAt(0) == '\'');
    return quoted ? bare.substring(1, bare.length() - 1) : bare;
  }

  private static Optional<Reading> numbers(String text) {
    if (!NUMBERS.matcher(text).matches()) {
      return Optional.empty();
    }
    String[] numbers = text.substring(1, text.length() - 1).split(",", -1);
    byte[] bytes = new byte[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      int number = Integer.parseInt(numbers[i].strip());
      if (number > 255) {
        return Optional.empty();
      }
      bytes[i] = (byte) number;
    }
    return Optional.of(new Reading("array of numbers", bytes));
  }

  private static Optional<Reading> hex(String text) {
    var cddl = CDDL_HEX.matcher(text);
    String digits = HEX_DECORATION.matcher(cddl.matches() ? cddl.group(1) : text).replaceAll("");
    return HEX.matcher(digits).matches()
        ? Optional.of(new Reading("hex", HexFormat.of().parseHex(digits.toLowerCase(Locale.ROOT))))
        : Optional.empty();
  }

  private static Optional<Reading> base64(String text) {
    // lines are joined, but words are not: prose is no base64
    String digits = text.lines().map(String::strip).collect(Collectors.joining());
    boolean standard = BASE64.matcher(digits).matches();
    if (!standard && !BASE64URL.matcher(digits).matches()) {
      return Optional.empty();
    }
    // letters and digits alone are both; without padding it is called what WebAuthn uses
    boolean url =
        !standard || !(digits.contains("+") || digits.contains("/") || digits.endsWith("="));
    try {
      byte[] bytes = (standard ? Base64.getDecoder() : Base64.getUrlDecoder()).decode(digits);
      return Optional.of(new Reading(url ? "base64url" : "base64", bytes));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
