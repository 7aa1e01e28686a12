package dev.touchstone.rp.inspect;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * RP IDs whose hashes can be named. A hash cannot be undone, but it can be compared.
 *
 * @param candidates tried in this order
 */
record RpIdNames(List<String> candidates) {

  private static final RpIdNames WELL_KNOWN =
      new RpIdNames(
          List.of(
              "localhost",
              "example.com",
              "example.org",
              "webauthn.io",
              "webauthn.org",
              "webauthn.me",
              "demo.yubico.com",
              "login.microsoft.com",
              "google.com",
              "github.com"));

  /** Those that developers meet. */
  static RpIdNames wellKnown() {
    return WELL_KNOWN;
  }

  /** These, and before them the host of an origin and every domain above it. */
  RpIdNames withOrigin(String origin) {
    String host;
    try {
      host = URI.create(origin).getHost();
    } catch (IllegalArgumentException e) {
      return this;
    }
    return host == null ? this : withDomain(host);
  }

  /** These, and before them a domain and every domain above it. */
  RpIdNames withDomain(String domain) {
    List<String> all = new ArrayList<>();
    String rest = domain;
    while (true) {
      all.add(rest);
      int dot = rest.indexOf('.');
      if (dot < 0) {
        break;
      }
      rest = rest.substring(dot + 1);
    }
    all.addAll(candidates);
    return new RpIdNames(all);
  }

  /** The RP ID with this SHA-256, if it is a candidate. */
  Optional<String> name(byte[] hash) {
    return candidates.stream().filter(it -> MessageDigest.isEqual(sha256(it), hash)).findFirst();
  }

  private static byte[] sha256(String rpId) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(rpId.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
