package dev.touchstone.key.webauthn;

import dev.touchstone.key.ctap.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What the client vouches for, WebAuthn Level 3 §5.8.1.
 *
 * @param json serialized as §5.8.1.1 says, to the byte
 */
record ClientData(Bytes json) {

  /** The values of {@code type}. */
  enum Type {
    CREATE("webauthn.create"),
    GET("webauthn.get");

    private final String value;

    Type(String value) {
      this.value = value;
    }
  }

  static ClientData of(Type type, Bytes challenge, Origin origin) {
    String json =
        "{\"type\":"
            + quote(type.value)
            + ",\"challenge\":"
            + quote(challenge.base64Url())
            + ",\"origin\":"
            + quote(origin.text())
            + ",\"crossOrigin\":false}";
    return new ClientData(Bytes.of(json.getBytes(StandardCharsets.UTF_8)));
  }

  /** SHA-256 of the serialization. */
  Bytes hash() {
    return json.sha256();
  }

  /** CCDToString of §5.8.1.1. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(point -> {
          if (point == '"' || point == '\\') {
            quoted.append('\\').appendCodePoint(point);
          } else if (point < ' ') {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", point));
          } else {
            quoted.appendCodePoint(point);
          }
        });
    return quoted.append('"').toString();
  }
}
