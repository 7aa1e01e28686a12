package dev.touchstone.app.remote;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Reads what a person types as a server's address, and as a pin. */
public final class ServerAddress {

  private static final Set<String> SCHEMES = Set.of("http", "https");

  private ServerAddress() {}

  /**
   * Reads an address.
   *
   * @throws Failure if it is none, or would send what is private in the clear
   */
  public static URI read(String text) throws Failure {
    URI address;
    try {
      address = new URI(text.strip());
    } catch (URISyntaxException e) {
      throw usage("'%s' is no address.".formatted(text));
    }
    if (address.getScheme() == null
        || !SCHEMES.contains(address.getScheme())
        || address.getHost() == null
        || address.getUserInfo() != null
        || address.getQuery() != null
        || address.getFragment() != null) {
      throw usage("'%s' is no address of a server.".formatted(text));
    }
    if (address.getScheme().equals("http") && !isLocal(address.getHost())) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              "%s would be asked without encryption.".formatted(address.getHost()),
              "",
              "Use https://; plain http is for this computer alone.",
              "WebAuthn Level 3 §13.4"));
    }
    return address;
  }

  /**
   * Reads a pin: 64 hex digits, with colons or without.
   *
   * @throws Failure if it is none
   */
  public static Optional<String> pin(Optional<String> text) throws Failure {
    if (text.isEmpty()) {
      return text;
    }
    String pin = PinnedCertificate.normalised(text.get());
    if (!pin.matches("[0-9a-f]{64}")) {
      throw usage("A pin is the SHA-256 of a certificate, 64 hex digits.");
    }
    return Optional.of(pin);
  }

  private static boolean isLocal(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || host.startsWith("127.");
  }

  private static Failure usage(String happened) {
    return new Failure(
        new Advice(
            Advice.Kind.USAGE,
            happened,
            "",
            "Write it like https://keys.example.org or http://localhost:8080.",
            ""));
  }
}
