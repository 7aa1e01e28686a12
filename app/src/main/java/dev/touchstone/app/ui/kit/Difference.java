package dev.touchstone.app.ui.kit;

/**
 * Where two texts part: what they share at the start and at the end, and the different middle of
 * each.
 */
public record Difference(String start, String expected, String received, String end) {

  public static Difference between(String expected, String received) {
    int shorter = Math.min(expected.length(), received.length());
    int start = 0;
    while (start < shorter && expected.charAt(start) == received.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && expected.charAt(expected.length() - 1 - end)
            == received.charAt(received.length() - 1 - end)) {
      end++;
    }
    return new Difference(
        expected.substring(0, start),
        expected.substring(start, expected.length() - end),
        received.substring(start, received.length() - end),
        expected.substring(expected.length() - end));
  }
}
