package dev.touchstone.app.request.curl;

import dev.touchstone.app.advice.Failure;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The quotation {@code $'…'} of bash, with its escapes. */
final class AnsiQuoted {

  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");
  private static final Pattern OCTAL = Pattern.compile("[0-7]{1,3}");

  private final String line;
  private int at;

  /**
   * @param at behind the opening quote
   */
  AnsiQuoted(String line, int at) {
    this.line = line;
    this.at = at;
  }

  /**
   * Reads it.
   *
   * @return where the line goes on
   * @throws Failure if it does not end
   */
  int appendTo(StringBuilder text) throws Failure {
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c == '\'') {
        return at;
      }
      if (c == '\\' && at < line.length()) {
        escape(line.charAt(at++), text);
      } else {
        text.append(c);
      }
    }
    throw CurlAdvice.openQuote('\'');
  }

  private void escape(char c, StringBuilder text) {
    switch (c) {
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case 'a' -> text.append('\u0007');
      case 'b' -> text.append('\b');
      case 'e', 'E' -> text.append('\u001b');
      case 'f' -> text.append('\f');
      case 'v' -> text.append('\u000b');
      case 'u' -> code(4, text);
      case 'U' -> code(8, text);
      case 'x' -> bytes(text);
      case '\\', '\'', '"', '?' -> text.append(c);
      default -> {
        Matcher octal = OCTAL.matcher(line).region(at - 1, line.length());
        if (octal.lookingAt()) {
          text.append((char) Integer.parseInt(octal.group(), 8));
          at = octal.end();
        } else {
          text.append('\\').append(c);
        }
      }
    }
  }

  private void code(int digits, StringBuilder text) {
    int end = hexEnd(digits);
    int code = end == at ? -1 : Integer.parseUnsignedInt(line.substring(at, end), 16);
    if (Character.isValidCodePoint(code)) {
      text.appendCodePoint(code);
    } else {
      text.append('\ufffd');
    }
    at = end;
  }

  /** Bytes of UTF-8, one escape each. */
  private void bytes(StringBuilder text) {
    byte[] bytes = new byte[4];
    int count = 0;
    while (true) {
      int end = hexEnd(2);
      bytes[count++] = end == at ? 0 : (byte) Integer.parseInt(line.substring(at, end), 16);
      at = end;
      boolean more = count < bytes.length && bytes[0] < 0 && line.startsWith("\\x", at);
      if (!more) {
        break;
      }
      at += 2;
    }
    text.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
  }

  private int hexEnd(int digits) {
    Matcher hex = HEX.matcher(line).region(at, Math.min(line.length(), at + digits));
    return hex.lookingAt() ? hex.end() : at;
  }
}
