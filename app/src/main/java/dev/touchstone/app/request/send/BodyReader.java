package dev.touchstone.app.request.send;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads a body as it is framed (RFC 9112 §6.3, §7.1), and never more of it than is wanted. */
final class BodyReader {

  private static final int CHUNK_LINE = 4096;

  private final InputStream in;
  private final int limit;
  private final List<String> warnings;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean whole = true;

  BodyReader(InputStream in, int limit, List<String> warnings) {
    this.in = in;
    this.limit = limit;
    this.warnings = warnings;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  long received() {
    return bytes.size();
  }

  boolean whole() {
    return whole;
  }

  void ofLength(long length) throws IOException {
    long got = take(length);
    if (whole && got < length) {
      broken("%,d of %,d bytes".formatted(got, length));
    }
  }

  void untilClosed() throws IOException {
    long _ = take(Long.MAX_VALUE);
  }

  void chunked() throws IOException {
    try {
      for (long length = chunkLength(); length > 0 && whole; length = chunkLength()) {
        if (take(length) < length) {
          if (whole) {
            broken("in the middle of a chunk");
          }
          return;
        }
        if (!line().isEmpty()) {
          throw new GarbledAnswer("a chunk is longer than it says");
        }
      }
    } catch (GarbledAnswer e) {
      broken(String.valueOf(e.getMessage()));
    }
  }

  private long chunkLength() throws IOException {
    String length = line().split(";", 2)[0].strip();
    if (!length.matches("[0-9A-Fa-f]{1,15}")) {
      throw new GarbledAnswer(
          length.isEmpty() ? "the last chunk is missing" : "a chunk has no length");
    }
    return Long.parseLong(length, 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = read(); b != '\n' && b >= 0; b = read()) {
      if (line.length() > CHUNK_LINE) {
        throw new GarbledAnswer("a chunk has no length");
      }
      line.append((char) b);
    }
    return line.toString().strip();
  }

  private int read() throws IOException {
    return in.read();
  }

  /** At most so many bytes; fewer if the limit is reached or the server hangs up. */
  private long take(long wanted) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    long got = 0;
    while (got < wanted) {
      int room = limit - bytes.size();
      if (room <= 0) {
        whole = false;
        warnings.add("It is longer than %,d bytes; the rest was not read.".formatted(limit));
        return got;
      }
      int n = read(buffer, (int) Math.min(Math.min(buffer.length, wanted - got), room));
      if (n < 0) {
        return got;
      }
      bytes.write(buffer, 0, n);
      got += n;
    }
    return got;
  }

  /** A connection that is reset in the middle ends the body like one that is closed. */
  private int read(byte[] buffer, int length) throws IOException {
    try {
      return in.read(buffer, 0, length);
    } catch (java.net.SocketException | javax.net.ssl.SSLException e) {
      if (bytes.size() == 0) {
        throw e;
      }
      broken("the connection was cut");
      return -1;
    }
  }

  private void broken(String where) {
    whole = false;
    warnings.add("The answer broke off: %s.".formatted(where));
  }
}
