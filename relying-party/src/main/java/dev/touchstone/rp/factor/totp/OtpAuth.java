package dev.touchstone.rp.factor.totp;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What apps read from a QR code: {@code otpauth://totp/Issuer:account?secret=…} (the key URI format
 * that Google Authenticator began).
 *
 * @param issuer who asks for the codes
 * @param account whose they are
 * @param secret the shared one
 * @param totp how they are computed
 */
@SuppressWarnings("ArrayRecordComponent") // wiped after use; two are compared by their URIs
public record OtpAuth(String issuer, String account, byte[] secret, Totp totp) {

  /** RFC 4226 §4 R6 wants 128 bits; many services gave out 80. */
  private static final int SHORTEST = 10;

  private static final int LONGEST = 128;

  public OtpAuth {
    if (secret.length < SHORTEST || secret.length > LONGEST) {
      throw new IllegalArgumentException(
          "The secret has %d bytes; it takes %d to %d."
              .formatted(secret.length, SHORTEST, LONGEST));
    }
  }

  /** The URI. */
  public String uri() {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=%s&digits=%d&period=%d"
        .formatted(
            encoded(issuer),
            encoded(account),
            Base32.write(secret),
            encoded(issuer),
            totp.algorithm().name(),
            totp.digits(),
            totp.period());
  }

  /**
   * Reads a URI, or a secret alone in base32.
   *
   * @throws IllegalArgumentException with a sentence that does not repeat the secret
   */
  public static OtpAuth parse(String text, Totp usual) {
    String typed = text.strip();
    if (!typed.toLowerCase(Locale.ROOT).startsWith("otpauth:")) {
      return new OtpAuth("", "", Base32.read(typed), usual);
    }
    URI uri;
    try {
      uri = new URI(typed.replace(" ", "%20"));
    } catch (URISyntaxException e) {
      // the cause would repeat the text, and with it the secret
      throw unreadable();
    }
    if (!"totp".equalsIgnoreCase(uri.getHost())) {
      throw new IllegalArgumentException("The otpauth URI is not one of TOTP.");
    }
    Map<String, String> parameters = parameters(uri);
    String label = String.valueOf(uri.getPath()).replaceFirst("^/", "");
    int colon = label.indexOf(':');
    String issuer = colon < 0 ? "" : label.substring(0, colon).strip();
    return new OtpAuth(
        parameters.getOrDefault("issuer", issuer),
        label.substring(colon + 1).strip(),
        Base32.read(parameters.getOrDefault("secret", "")),
        new Totp(
            HashAlgorithm.of(parameters.getOrDefault("algorithm", "SHA1"))
                .orElseThrow(
                    () -> new IllegalArgumentException("The algorithm is SHA1, SHA256 or SHA512.")),
            number(parameters, "digits", 6),
            number(parameters, "period", 30)));
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException("The otpauth URI cannot be read.");
  }

  private static Map<String, String> parameters(URI uri) {
    Map<String, String> parameters = new HashMap<>();
    String query = uri.getRawQuery();
    for (String part : (query == null ? "" : query).split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parameters.put(
            part.substring(0, equals).toLowerCase(Locale.ROOT),
            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }

  private static int number(Map<String, String> parameters, String name, int usual) {
    String text = parameters.getOrDefault(name, "" + usual);
    if (!text.matches("[0-9]{1,4}")) {
      throw new IllegalArgumentException("'%s' of the otpauth URI is no number.".formatted(name));
    }
    return Integer.parseInt(text);
  }

  /** RFC 3986: a blank is %20 here, not a plus sign. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Tells nothing of the secret. */
  @Override
  public String toString() {
    return "OtpAuth " + account;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OtpAuth it && it.uri().equals(uri());
  }

  @Override
  public int hashCode() {
    return account.hashCode();
  }
}
