package dev.touchstone.app.request.send;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes content codings (RFC 9110 §8.4.1), without being blown up by one. */
final class Unpacking {

  static final String TOO_LARGE = "Unpacked it is too large; the rest was not unpacked.";

  private static final int MOST_CODINGS = 3;

  private Unpacking() {}

  static byte[] of(
      List<String> headers, byte[] packed, int limit, boolean whole, List<String> warnings) {
    List<String> codings = new ArrayList<>();
    headers.forEach(header -> {
      for (String coding : header.split(",", -1)) {
        codings.add(coding.strip().toLowerCase(Locale.ROOT));
      }
    });
    codings.removeIf(it -> it.isEmpty() || it.equals("identity"));
    if (codings.size() > MOST_CODINGS) {
      warnings.add("It is packed %d times over and was left so.".formatted(codings.size()));
      return packed;
    }
    byte[] bytes = packed;
    for (String coding : codings.reversed()) {
      if (bytes.length == 0) {
        return bytes;
      }
      if (!coding.equals("gzip") && !coding.equals("x-gzip") && !coding.equals("deflate")) {
        warnings.add("It is packed as '%s', which cannot be undone here.".formatted(coding));
        return bytes;
      }
      bytes = unpacked(coding, bytes, limit, whole, warnings);
    }
    return bytes;
  }

  private static byte[] unpacked(
      String coding, byte[] packed, int limit, boolean whole, List<String> warnings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = stream(coding, packed)) {
      byte[] buffer = new byte[16 * 1024];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (out.size() + n > limit) {
          warnings.add(TOO_LARGE);
          out.write(buffer, 0, limit - out.size());
          return out.toByteArray();
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      if (whole) {
        warnings.add("It is damaged: what it is packed as cannot be undone to the end.");
      }
      return out.size() == 0 ? packed : out.toByteArray();
    }
    return out.toByteArray();
  }

  private static InputStream stream(String coding, byte[] packed) throws IOException {
    if (!coding.equals("deflate")) {
      return new GZIPInputStream(new ByteArrayInputStream(packed));
    }
    // with the wrapping of zlib by the letter, without it from some servers
    boolean wrapped =
        (packed[0] & 0x0f) == 8
            && packed.length > 1
            && ((packed[0] & 0xff) * 256 + (packed[1] & 0xff)) % 31 == 0;
    return new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(!wrapped));
  }
}
