package dev.touchstone.app.request.send;

import dev.touchstone.app.request.Header;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one answer (RFC 9112 §4 to §6). */
final class AnswerReader {

  private static final Pattern STATUS =
      Pattern.compile("(HTTP/1\\.[0-9]) ([1-9][0-9]{2})(?: (.*))?", Pattern.DOTALL);

  private final InputStream in;
  private final int limit;
  private final List<String> warnings = new ArrayList<>();
  private int head;

  /**
   * @param in from the first byte on
   * @param limit bytes of the body
   */
  AnswerReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Status line and header fields. */
  record Head(String version, int status, String reason, List<Header> headers) {

    List<String> values(String name) {
      return headers.stream().filter(it -> it.is(name)).map(Header::value).toList();
    }
  }

  /**
   * Reads the head of the answer that counts.
   *
   * @throws GarbledAnswer if it is none
   */
  Head head() throws IOException {
    for (int i = 0; i < Limits.INTERIM; i++) {
      Head read = oneHead();
      if (read.status() >= 200 || read.status() == 101) {
        return read;
      }
    }
    throw new GarbledAnswer("it says 'wait' without an end");
  }

  /**
   * Reads the body that belongs to a head. One that breaks off is not lost: what came of it is
   * there, with a warning.
   *
   * @param bodiless whether none follows, whatever the head says: after {@code HEAD}
   */
  Answer answer(Head read, boolean bodiless) throws IOException {
    boolean none = bodiless || read.status() == 204 || read.status() == 304 || read.status() == 101;
    BodyReader body = new BodyReader(in, limit, warnings);
    if (!none) {
      framed(read, body);
    }
    byte[] unpacked =
        Unpacking.of(read.values("Content-Encoding"), body.bytes(), limit, body.whole(), warnings);
    return new Answer(
        read.version(),
        read.status(),
        read.reason(),
        read.headers(),
        unpacked,
        body.received(),
        body.whole() && !warnings.contains(Unpacking.TOO_LARGE),
        warnings);
  }

  private void framed(Head read, BodyReader body) throws IOException {
    List<String> lengths = read.values("Content-Length").stream().distinct().toList();
    List<String> codings = read.values("Transfer-Encoding");
    if (!codings.isEmpty()) {
      if (!codings.getLast().toLowerCase(Locale.ROOT).endsWith("chunked")) {
        throw new GarbledAnswer("a transfer coding that nobody asked for");
      }
      if (!lengths.isEmpty()) {
        warnings.add(
            "It has both Transfer-Encoding and Content-Length: proxies may not agree on where it"
                + " ends (RFC 9112 §6.3).");
      }
      body.chunked();
    } else if (lengths.isEmpty()) {
      body.untilClosed();
    } else {
      if (lengths.size() > 1 || !lengths.getFirst().matches("[0-9]{1,18}")) {
        throw new GarbledAnswer("its length cannot be told");
      }
      body.ofLength(Long.parseLong(lengths.getFirst()));
    }
  }

  private Head oneHead() throws IOException {
    Matcher status = STATUS.matcher(line());
    if (!status.matches()) {
      throw new GarbledAnswer("it begins with no status line");
    }
    List<Header> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      if ((line.startsWith(" ") || line.startsWith("\t")) && !headers.isEmpty()) {
        Header before = headers.removeLast();
        headers.add(new Header(before.name(), before.value() + " " + line.strip()));
        continue;
      }
      int colon = line.indexOf(':');
      if (colon <= 0) {
        warnings.add("A header line without a name was left out.");
      } else {
        headers.add(
            new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      }
    }
    String reason = status.group(3) == null ? "" : status.group(3).strip();
    return new Head(status.group(1), Integer.parseInt(status.group(2)), reason, headers);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw head == 0 ? new EOFException("closed") : new GarbledAnswer("it ends in its head");
      }
      if (++head > Limits.HEAD) {
        throw new GarbledAnswer("its head is longer than %,d bytes".formatted(Limits.HEAD));
      }
      line.append((char) b);
    }
    int end = line.length();
    String text =
        end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    // header fields are ISO 8859-1 by their letter and UTF-8 in practice
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    return decoded.indexOf('\ufffd') < 0 ? decoded : text;
  }
}
