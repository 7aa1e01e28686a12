package dev.touchstone.app.request;

import java.util.Locale;

/** Media types (RFC 9110 §8.3.1), as far as it matters here which one it is. */
public final class MediaType {

  private MediaType() {}

  /** Type and subtype in lower case, without parameters. */
  public static String of(String header) {
    return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** JSON by any of its names, such as {@code application/problem+json} (RFC 6839 §3.1). */
  public static boolean isJson(String mediaType) {
    return mediaType.equals("application/json") || mediaType.endsWith("+json");
  }

  /** What HTML forms send. */
  public static boolean isForm(String mediaType) {
    return mediaType.equals("application/x-www-form-urlencoded");
  }
}
