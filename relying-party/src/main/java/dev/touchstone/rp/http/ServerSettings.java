package dev.touchstone.rp.http;

import dev.touchstone.rp.audit.address.ForwardedAddress;
import dev.touchstone.rp.http.guard.Rates;
import dev.touchstone.rp.http.operation.SeenRequest;
import dev.touchstone.rp.http.tls.Tls;
import dev.touchstone.rp.token.jwt.TokenKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the server is set up.
 *
 * @param rpId names the issuer of tokens
 * @param origins whose ceremonies are accepted; told to browsers as related origins
 * @param corsOrigins pages of these origins may use the API, beside those that the server serves
 * @param tokenAlgorithm by which access tokens are signed
 * @param tokenLifetime of access tokens
 * @param tls whether and how it speaks HTTPS
 * @param forwarded whose word counts on where a request came from
 * @param limits how much of a request is read, and for how long
 * @param rates how often strangers may try
 * @param conformance whether anybody may make accounts by the interface for testing servers
 * @param watcher is told of every request that was answered, in the request's thread
 * @param clock tells when tokens expire
 */
public record ServerSettings(
    String rpId,
    List<String> origins,
    List<String> corsOrigins,
    TokenKey.Kind tokenAlgorithm,
    Duration tokenLifetime,
    Optional<Tls> tls,
    ForwardedAddress forwarded,
    Limits limits,
    Rates rates,
    boolean conformance,
    Consumer<SeenRequest> watcher,
    InstantSource clock) {

  /**
   * What is taken from one connection.
   *
   * @param body in bytes
   * @param header of request line and header fields together, in bytes
   * @param bodyTime from the first byte of a body to the last
   * @param idle between two bytes
   * @param connections at the same time
   */
  public record Limits(int body, int header, Duration bodyTime, Duration idle, int connections) {

    /** 64 KiB hold the longest registration with room to spare. */
    public static final Limits USUAL =
        new Limits(65_536, 8_192, Duration.ofSeconds(10), Duration.ofSeconds(30), 4_096);
  }

  public ServerSettings {
    origins = List.copyOf(origins);
    corsOrigins = List.copyOf(corsOrigins);
  }

  /** What holds until somebody chooses otherwise. */
  public static ServerSettings usual(
      String rpId, TokenKey.Kind tokenAlgorithm, InstantSource clock) {
    return new ServerSettings(
        rpId,
        List.of(),
        List.of(),
        tokenAlgorithm,
        Duration.ofMinutes(60),
        Optional.empty(),
        new ForwardedAddress(List.of(), ForwardedAddress.Header.X_FORWARDED_FOR),
        Limits.USUAL,
        Rates.USUAL,
        false,
        _ -> {},
        clock);
  }

  /** The same for ceremonies at these origins. */
  public ServerSettings withOrigins(List<String> accepted) {
    return new ServerSettings(
        rpId,
        accepted,
        corsOrigins,
        tokenAlgorithm,
        tokenLifetime,
        tls,
        forwarded,
        limits,
        rates,
        conformance,
        watcher,
        clock);
  }

  /** The same for pages of these origins. */
  public ServerSettings withCorsOrigins(List<String> pages) {
    return new ServerSettings(
        rpId,
        origins,
        pages,
        tokenAlgorithm,
        tokenLifetime,
        tls,
        forwarded,
        limits,
        rates,
        conformance,
        watcher,
        clock);
  }

  /** The same with tokens that last so long. */
  public ServerSettings withTokenLifetime(Duration lifetime) {
    return new ServerSettings(
        rpId,
        origins,
        corsOrigins,
        tokenAlgorithm,
        lifetime,
        tls,
        forwarded,
        limits,
        rates,
        conformance,
        watcher,
        clock);
  }

  /** The same over HTTPS. */
  public ServerSettings withTls(Tls secure) {
    return new ServerSettings(
        rpId,
        origins,
        corsOrigins,
        tokenAlgorithm,
        tokenLifetime,
        Optional.of(secure),
        forwarded,
        limits,
        rates,
        conformance,
        watcher,
        clock);
  }

  /** The same with other limits. */
  public ServerSettings withLimits(Limits other) {
    return new ServerSettings(
        rpId,
        origins,
        corsOrigins,
        tokenAlgorithm,
        tokenLifetime,
        tls,
        forwarded,
        other,
        rates,
        conformance,
        watcher,
        clock);
  }

  /** The same with other rates. */
  public ServerSettings withRates(Rates other) {
    return new ServerSettings(
        rpId,
        origins,
        corsOrigins,
        tokenAlgorithm,
        tokenLifetime,
        tls,
        forwarded,
        limits,
        other,
        conformance,
        watcher,
        clock);
  }

  /** The same under somebody's eyes. */
  public ServerSettings watchedBy(Consumer<SeenRequest> eyes) {
    return new ServerSettings(
        rpId,
        origins,
        corsOrigins,
        tokenAlgorithm,
        tokenLifetime,
        tls,
        forwarded,
        limits,
        rates,
        conformance,
        eyes,
        clock);
  }

  /** The same behind these proxies. */
  public ServerSettings withForwarded(ForwardedAddress other) {
    return new ServerSettings(
        rpId,
        origins,
        corsOrigins,
        tokenAlgorithm,
        tokenLifetime,
        tls,
        other,
        limits,
        rates,
        conformance,
        watcher,
        clock);
  }

  /** The same with the interface for testing servers. */
  public ServerSettings withConformance(boolean there) {
    return new ServerSettings(
        rpId,
        origins,
        corsOrigins,
        tokenAlgorithm,
        tokenLifetime,
        tls,
        forwarded,
        limits,
        rates,
        there,
        watcher,
        clock);
  }
}
